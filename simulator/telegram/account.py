"""One bot's account at Telegram: its updates, webhook, menu, limits and unanswered presses."""

from __future__ import annotations

import time
from collections import OrderedDict

from simulator.messages import Message, Press
from simulator.people import Bot, Chat, Group, Membership, Person
from simulator.telegram import shapes
from simulator.telegram.limits import Limiter
from simulator.telegram.menu import Menu
from simulator.telegram.updates import Updates
from simulator.telegram.webhook import Webhook
from simulator.world import World

_MOST_PRESSES = 10_000


class Account:
    """Hears for its bot what people do (``simulator.people.Ears``) and keeps what the bot has set."""

    def __init__(self, world: World, bot: Bot) -> None:
        self.world = world
        self.bot = bot
        self.updates = Updates(world.bounds.updates)
        self.webhook = Webhook(self.updates)
        self.menu = Menu()
        self.limiter = Limiter(world.limits)
        self._presses: OrderedDict[str, Press] = OrderedDict()

    def said(self, message: Message) -> int | None:
        if message.chat < 0 and not self._may_hear(message):
            return None
        return self.updates.add("message", shapes.message(self.world, message))

    def pressed(self, press: Press) -> int | None:
        self._presses[press.id] = press
        if len(self._presses) > _MOST_PRESSES:
            self._presses.popitem(last=False)
        return self.updates.add("callback_query", shapes.callback_query(self.world, press))

    def member(self, chat: Chat, by: Person, was: Membership, now: Membership) -> int | None:
        body = shapes.chat_member_updated(chat, by, self.bot, self.world.now(), was, now)
        return self.updates.add("my_chat_member", body)

    def address(self, chat: Chat) -> str:
        return str(chat.id)

    def forget(self) -> None:
        self.updates.forget()
        self.limiter.forget()
        self._presses.clear()

    def take_press(self, id: str) -> Press | None:
        """Return a press that may still be answered; it can be answered once."""
        press = self._presses.pop(id, None)
        longest = self.world.limits.callback_seconds
        if press is not None and longest is not None and time.monotonic() - press.at > longest:
            return None
        return press

    def take_send(self, chat: Chat) -> None:
        """Count one send to ``chat`` against the limits. Raises the 429."""
        self.limiter.take(chat.id, is_group=isinstance(chat, Group), now=time.monotonic())

    def _may_hear(self, message: Message) -> bool:
        """Say whether privacy mode lets the bot hear this in a group: commands, mentions, replies, service messages."""
        if self.bot.reads_groups or message.note is not None:
            return True
        mention = f"@{self.bot.username}".lower()
        text = message.text.lower()
        if text.startswith("/"):
            command = text.split(maxsplit=1)[0]
            return "@" not in command or command.endswith(mention)
        replied = self.world.messages.get(message.reply_to) if message.reply_to else None
        return mention in text or (replied is not None and replied.sender is self.bot)
