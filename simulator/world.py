"""The world inside the simulator: who is there, and what has been said. All of it is in memory."""

from __future__ import annotations

import re
import time
from collections import deque
from collections.abc import Sequence
from itertools import count

from simulator.counts import Counts
from simulator.faults import Faults
from simulator.files import Files
from simulator.limits import Bounds, Limits
from simulator.messages import Message, Toast
from simulator.news import News
from simulator.people import Bot, Chat, Group, Person, Platform, fold
from simulator.zalo.switches import Switches

TOKEN = "1000001:SIMULATED-TOKEN"  # the bot that is there when nobody names one
ZALO_TOKEN = "2000002:SIMULATED-ZALO"  # and the one that is there on Zalo when nobody names one
_TOKEN = r"(\d{1,20}):[A-Za-z0-9_-]+"
_NAMED = {
    "telegram": re.compile(_TOKEN + r"(?:=([A-Za-z][A-Za-z0-9_]{3,31}))?"),
    "zalo": re.compile(_TOKEN + r"(?:=([A-Za-z][A-Za-z0-9_.]{3,63}))?"),
}
_FIRST_PERSON = 500_000_001
_FIRST_GROUP = 4_000_001
_FIRST_SUPERGROUP = 1_002_000_000_001

Thread = dict[int, Message]


class World:
    """People, groups and bots with their messages.

    ``tokens`` has one "ID:SECRET" or "ID:SECRET=username" a bot of Telegram, ``zalo_tokens`` of Zalo, where the name is
    the account_name and may have dots. Message ids rise through the whole world, so one
    number says how far somebody has read on all chats of a phone.
    """

    def __init__(
        self,
        tokens: Sequence[str] = (TOKEN,),
        *,
        zalo_tokens: Sequence[str] = (),
        limits: Limits | None = None,
        bounds: Bounds | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self.bounds = bounds or Bounds()
        self.zalo = Switches()
        self.bots = [*_bots("telegram", tokens), *_bots("zalo", zalo_tokens)]
        if len({bot.id for bot in self.bots}) < len(self.bots):
            raise ValueError("two bots have the same id")
        self.url = ""  # where it is served, once it is
        self.counts = Counts(self.bounds.log, self.bounds.messages)
        self.faults = Faults()
        self.files = Files(self.bounds.file_bytes)
        self.news = News()
        self.clock_offset = 0.0  # seconds between the dates on the phones and the real time
        self._empty()

    def _empty(self) -> None:
        self.people: dict[int, Person] = {}
        self.groups: dict[int, Group] = {}
        self.messages: dict[int, Message] = {}
        self.toasts: dict[int, deque[Toast]] = {}
        self.change = 0
        self._threads: dict[tuple[int, int], Thread] = {}
        self._order: deque[Message] = deque()
        self._message_ids = count(1)
        self._person_ids = count(_FIRST_PERSON)
        self._group_ids = count(_FIRST_GROUP)
        self._supergroup_ids = count(_FIRST_SUPERGROUP)

    def forget(self) -> None:
        """Begin anew: nobody is there, nothing was said. Bots, their menus, the limits and Zalo's switches stay."""
        self._empty()
        self.counts.forget()
        self.faults.forget()
        self.files.forget()
        for bot in self.bots:
            if bot.ears is not None:
                bot.ears.forget()

    def now(self) -> int:
        """Return the date that a message gets now, in Unix seconds."""
        return int(time.time() + self.clock_offset)

    def bot(self, username: str | None = None) -> Bot | None:
        """Return the bot of that username, or the first one."""
        if username is None:
            return self.bots[0]
        wanted = username.lstrip("@").lower()
        return next((bot for bot in self.bots if bot.username.lower() == wanted), None)

    def bots_of(self, platform: Platform) -> list[Bot]:
        """Return the bots of one platform."""
        return [bot for bot in self.bots if bot.platform == platform]

    def add_person(
        self,
        name: str,
        *,
        id: int | None = None,
        username: str | None = None,
        language: str = "vi",
        started: bool = False,
    ) -> Person:
        """Add somebody; ``started``: has pressed start with every bot already, or written to it where that is enough.

        Raises ValueError for a taken id.
        """
        if id is None:
            id = next(number for number in self._person_ids if number not in self.people)
        elif id <= 0 or id in self.people:
            raise ValueError(f"id {id} is taken or not positive")
        person = Person(id, name, username, language, folded=fold(f"{name} {username or ''} {id}"))
        if started:
            person.started.update(bot.id for bot in self.bots)
        self.people[id] = person
        return person

    def add_group(self, title: str, *, supergroup: bool = False, id: int | None = None) -> Group:
        """Add an empty group. Raises ValueError for a taken id."""
        if id is None:
            id = -next(self._supergroup_ids if supergroup else self._group_ids)
        if id >= 0 or id in self.groups:
            raise ValueError(f"id {id} is taken or not negative")
        group = Group(id, title, "supergroup" if supergroup else "group")
        self.groups[id] = group
        return group

    def chat(self, id: int) -> Chat | None:
        """Return the person or the group of that chat id."""
        return self.people.get(id) or self.groups.get(id)

    def thread(self, chat: int, bot: int) -> Thread:
        """Return the messages of a chat by id, in order; a group's are one thread for all its bots."""
        key = (chat, bot if chat > 0 else 0)
        thread = self._threads.get(key)
        if thread is None:
            thread = self._threads[key] = {}
        return thread

    def next_message_id(self) -> int:
        """Return an unused id, higher than every other."""
        return next(self._message_ids)

    def keep(self, chat: Chat, message: Message) -> None:
        """Put a message on the phones of its chat."""
        thread = self.thread(message.chat, message.bot)
        thread[message.id] = message
        self.messages[message.id] = message
        self._order.append(message)
        chat.last_message = message.id
        if len(thread) > self.bounds.messages_per_chat:
            self._drop(next(iter(thread.values())))
        while len(self._order) > self.bounds.messages:
            self._drop(self._order.popleft())
        self.changed(message)

    def changed(self, message: Message) -> None:
        """Note that a message is new or different, and tell who looks at its chat."""
        self.change += 1
        message.change = self.change
        self.news.ring(message.chat)

    def toast(self, press: str, person: Person, message: Message, text: str, alert: bool) -> None:
        """Show the short notice of an answered press on the person's phone."""
        self.change += 1
        shown = self.toasts.setdefault(person.id, deque(maxlen=100))
        shown.append(Toast(press, message.id, text, alert, self.now(), self.change))
        self.news.ring(person.id)
        self.news.ring(message.chat)

    def _drop(self, message: Message) -> None:
        self.messages.pop(message.id, None)
        self.thread(message.chat, message.bot).pop(message.id, None)


def _bots(platform: Platform, tokens: Sequence[str]) -> list[Bot]:
    return [_bot(platform, token, "" if place == 1 else str(place)) for place, token in enumerate(tokens, 1)]


def _bot(platform: Platform, token: str, number: str) -> Bot:
    read = _NAMED[platform].fullmatch(token)
    if read is None:
        raise ValueError("a token is ID:SECRET or ID:SECRET=username")
    if platform == "zalo":  # where a bot's name begins with "Bot"
        username, name = f"bot.nhacviec{number}", f"Bot Nhắc Việc {number}"
    else:
        username, name = f"nhacviec{number}_bot", f"Nhắc Việc {number}"
    return Bot(int(read[1]), token.partition("=")[0], read[2] or username, name.strip(), platform)
