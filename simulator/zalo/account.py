"""One bot's account at Zalo: its events, its webhook, the chats it knows, what it has sent this month."""

from __future__ import annotations

import time
from collections import Counter
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from itertools import islice

from simulator.door.refusals import Refusal
from simulator.messages import Message, Press
from simulator.people import Bot, Chat, Membership, Person
from simulator.world import World
from simulator.zalo import shapes
from simulator.zalo.events import Events
from simulator.zalo.webhook import Webhook

_ZONE = timezone(timedelta(hours=7))  # a month of the quota begins at midnight in Việt Nam


def chat_id(bot: Bot, chat: Chat) -> str:
    """Return the id under which ``bot`` knows a person or a group: the same always, another for each bot."""
    return _hex(f"{bot.id}/{chat.id}")


class Account:
    """Hears for its bot what people do (``simulator.people.Ears``) and keeps what the bot has set."""

    def __init__(self, world: World, bot: Bot) -> None:
        self.world = world
        self.bot = bot
        self.events = Events(world.bounds.updates, world.zalo)
        self.webhook = Webhook(self.events, world.zalo)
        self._begin()

    def _begin(self) -> None:
        self._run = (
            time.time_ns()
        )  # ids of messages are never those of an earlier run: a bot would take them for repeats
        self._chats: dict[str, Chat] = {}
        self._known = (0, 0)
        self._sent: Counter[tuple[int, int]] = Counter()

    def said(self, message: Message) -> int | None:
        if message.note is not None or (message.chat < 0 and not self._is_meant(message)):
            return None
        self.events.add(shapes.event(self, message))
        return message.id

    def pressed(self, press: Press) -> int | None:
        """Hear nothing: there are no buttons."""
        return None

    def member(self, chat: Chat, by: Person, was: Membership, now: Membership) -> int | None:
        """Hear nothing: Zalo tells a bot neither of a block nor of a group."""
        return None

    def address(self, chat: Chat) -> str:
        return chat_id(self.bot, chat)

    def forget(self) -> None:
        self.events.forget()
        self._begin()

    def message_id(self, message: Message) -> str:
        """Return the id under which the bot knows a message."""
        return _hex(f"{self._run}/{self.bot.id}/{message.id}")

    def chat(self, id: str) -> Chat | None:
        """Return the chat of that chat_id."""
        if id not in self._chats:
            self._learn()
        return self._chats.get(id)

    def _learn(self) -> None:
        """Work out the ids of those who came since the last time."""
        people, groups = self._known
        newer: list[Chat] = [
            *islice(self.world.people.values(), people, None),
            *islice(self.world.groups.values(), groups, None),
        ]
        self._chats.update((chat_id(self.bot, chat), chat) for chat in newer)
        self._known = (len(self.world.people), len(self.world.groups))

    def spend(self) -> None:
        """Count one send against the quota of the month. Raises Refusal 429."""
        now = datetime.fromtimestamp(self.world.now(), UTC).astimezone(_ZONE)
        month = (now.year, now.month)
        if self.world.zalo.quota is not None and self._sent[month] >= self.world.zalo.quota:
            raise Refusal(429, "Quota exceeded")
        self._sent[month] += 1

    def tell_own(self, message: Message) -> None:
        """Let the bot hear what it has sent itself, where the switch says so."""
        if self.world.zalo.echo:
            self.events.add(shapes.event(self, message))

    def _is_meant(self, message: Message) -> bool:
        """Say whether the bot hears this in a group: it is mentioned, or one of its messages is replied to."""
        text = message.text.lower()
        replied = self.world.messages.get(message.reply_to) if message.reply_to else None
        named = f"@{self.bot.name.lower()}" in text or f"@{self.bot.username.lower()}" in text
        return named or (replied is not None and replied.sender is self.bot)


def _hex(seed: str) -> str:
    return sha256(seed.encode()).hexdigest()[:20]
