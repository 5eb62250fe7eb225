"""Play a dialogue with the whole bot over HTTP: people with simulated phones, on Telegram or on Zalo."""

from __future__ import annotations

import asyncio
import re
import shutil
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import cycle
from pathlib import Path
from typing import Any

from sqlmodel import col, func, select

from bot.channels.limiter import Limits
from bot.house import House, build
from bot.settings import Settings
from simulator import acts
from simulator.messages import File, Message, Press
from simulator.people import Bot, Group, Person
from simulator.server import Running
from simulator.world import TOKEN, ZALO_TOKEN
from storage import holds, invites, outbox
from storage.database import reading, unit_of_work
from storage.tables import Heard, Outbox, OutboxState, RoleKind

TOKENS = {"telegram": TOKEN, "zalo": ZALO_TOKEN}
CHOICE = re.compile(r"^\[(\d+)\] (.+)$", re.MULTILINE)
ASKED_BACK = "có thể hiểu theo nhiều cách"  # an older number beside a newer question
SAID = ("{}", "số {}", "[{}]", "Câu {}.", "chọn {}")  # ways to type a number


@dataclass(frozen=True, slots=True)
class Shown:
    """What a turn brought to a phone: all words, and the labels of what can be chosen, with what chooses it."""

    words: str
    choices: tuple[tuple[str, str], ...]
    files: tuple[str, ...] = ()


@dataclass
class Stage:
    """The bot and the phones of one dialogue. ``channels`` says who uses another channel than ``channel``."""

    house: House
    simulator: Running
    channel: str
    bot: str
    people: dict[str, Person] = field(default_factory=dict)
    channels: dict[str, str] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    _read: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))  # message -> edits read
    _heard: int = 0
    _ways: Any = field(default_factory=lambda: cycle(SAID))

    def appear(self, who: str, name: str, channel: str | None = None) -> None:
        self.people[who] = self.simulator.world.add_person(name)
        self.channels[who] = channel or self.channel

    def invite(self, kind: str, organisation: str, unit: str = "") -> str:
        with unit_of_work(self.house.engine) as session:
            return invites.make_invite(session, organisation, unit, RoleKind(kind), self.house.clock.now())

    async def gather(self, name: str) -> None:
        """Found a group of everybody on Telegram, with the bot in it, which hears of that."""
        world = self.simulator.world
        group = self.groups[name] = world.add_group(name)
        there = [person for who, person in self.people.items() if self.channels[who] == "telegram"]
        acts.join(world, group, there[0], there, [one for one in world.bots if one.platform == "telegram"])
        await self._answer(name)

    async def say(self, who: str, text: str, group: str | None = None, *, replying: bool = False) -> Shown:
        return await self._say(who, text, group, replying)

    async def _say(self, who: str, text: str, group: str | None, replying: bool, file: File | None = None) -> Shown:
        """Say something; what the bot does not hear in a group has no answer."""
        answers = self._messages(group or who)[-1].id if replying else None
        world, place = self.simulator.world, self.groups.get(group or "")
        to = {"group": place, "file": file, "reply_to": answers}
        _, update = acts.say(world, self.people[who], text, bot=self._bot(who), **to)  # type: ignore[arg-type]
        return await self._answer(group or who) if update is not None or place is None else self._news(group or who)

    async def send(
        self, who: str, document: str, caption: str = "", group: str | None = None, *, replying: bool = False
    ) -> Shown:
        """Send a document of that name, "" for a picture."""
        world = self.simulator.world
        about = (document, "application/pdf", b"%PDF") if document else ("1.png", "image/png", b"\x89PNG", (9, 9))
        return await self._say(who, caption, group, replying, world.files.keep(*about))

    async def round(self) -> Shown:
        await self.house.rounds.run()
        return Shown("", ())

    async def press(self, who: str, label: str, group: str | None = None) -> Shown:
        """Press the newest button whose label contains ``label``, or type its number."""
        for message in reversed(self._messages(group or who)):
            for shown, chooses in choices(message):
                if label in shown:
                    answer = await self._choose(who, message, chooses, group)
                    return await self._choose_again(who, shown) if ASKED_BACK in answer.words else answer
        raise AssertionError(f"no choice {label!r} on the phone of {who}: {[m.text for m in self._messages(who)]}")

    async def forge(self, who: str, data: str, group: str | None = None) -> Shown:
        """Press what no phone shows; only Telegram has presses to forge."""
        person = self.people[who]
        message = self._messages(group or who)[-1]
        ears = self._bot(who).ears
        assert ears
        self._forged = getattr(self, "_forged", 0) + 1
        ears.pressed(Press(f"forged-{self._forged}", person, message, data, asyncio.get_running_loop().time()))
        return await self._answer(group or who)

    async def told(self) -> dict[str, Shown]:
        """Wait until nothing waits to be sent, and return what came to phones unasked."""
        async with asyncio.timeout(10):
            while not self._delivered():
                self.house.deliverer.work.set()
                await asyncio.sleep(0.01)
        news = {who: self._news(who) for who in (*self.people, *self.groups)}
        return {who: shown for who, shown in news.items() if shown.words}

    async def _choose(self, who: str, message: Message, chooses: str, group: str | None = None) -> Shown:
        if self.channels[who] == "zalo":
            return await self.say(who, next(self._ways).format(chooses))
        world, person, place = self.simulator.world, self.people[who], self.groups.get(group or "")
        acts.press(world, person, bot=self._bot(who), group=place, message_id=message.id, data=chooses)
        return await self._answer(group or who)

    async def _choose_again(self, who: str, wanted: str) -> Shown:
        """Type the new number of an older choice that the bot has asked back about."""
        message = self._messages(who)[-1]
        task = wanted.rpartition(": ")[2]  # its place may be another now
        (chooses,) = (chooses for shown, chooses in choices(message) if shown.endswith(task))
        return await self._choose(who, message, chooses)

    async def _answer(self, who: str) -> Shown:
        self._heard += 1
        async with asyncio.timeout(10):
            while self._answered() < self._heard:
                await asyncio.sleep(0.01)
        return self._news(who)

    def _answered(self) -> int:
        with reading(self.house.engine) as session:
            return session.exec(select(func.count()).where(Heard.answered_at != None)).one()  # noqa: E711

    def _delivered(self) -> bool:
        with reading(self.house.engine) as session:
            back = col(Outbox.organisation).in_(holds.held(session)) & outbox.is_push(Outbox)
            due = select(Outbox.state).where(Outbox.not_before <= self.house.clock.now())
            states = session.exec(due.where(~back)).all()
        return not {OutboxState.WAITING, OutboxState.CLAIMED} & set(states)

    def _bot(self, who: str) -> Bot:
        return next(bot for bot in self.simulator.world.bots if bot.platform == self.channels[who])

    def _messages(self, who: str) -> list[Message]:
        if group := self.groups.get(who):
            return [message for message in self.simulator.world.thread(group.id, 0).values() if message.from_bot]
        thread = self.simulator.world.thread(self.people[who].id, self._bot(who).id)
        return [message for message in thread.values() if message.from_bot]

    def _news(self, who: str) -> Shown:
        """Return what is new or changed on a phone since the last look."""
        read = self._read[who]
        fresh = [message for message in self._messages(who) if read.get(message.id) != message.edits]
        read.update({message.id: message.edits for message in fresh})
        chosen = choices(fresh[-1]) if fresh else ()
        files = tuple(message.file.name for message in fresh if message.file)
        return Shown("\n\n".join(as_printed(message) for message in fresh), tuple(chosen), files)


def choices(message: Message) -> list[tuple[str, str]]:
    """List what can be chosen under a message: its buttons, or its numbered lines."""
    if message.buttons:
        return [(button.label, button.data or "") for row in message.buttons for button in row]
    found = CHOICE.findall(message.text)
    return [(placed(label, place), number) for place, (number, label) in enumerate(found, 1)]


def placed(label: str, place: int) -> str:
    """Write a label as its button has it: a line says "[7] Đã nộp: …", where a button says "Đã nộp việc 1: …" too."""
    return re.sub(r"^(Đã nộp|Đã hoàn thành): ", rf"\g<0>\g<1> việc {place}: ", label)


def as_printed(message: Message) -> str:
    """Return a message as Telegram would show it: without its choices, its items numbered from 1."""
    return unnumbered(CHOICE.sub("", message.text), message)


def unnumbered(text: str, message: Message) -> str:
    """Write the numbers of items as places: where numbers are typed, item 1 has the number of its choice."""
    numbers = [int(number) for number, _ in CHOICE.findall(message.text)]
    for place, number in enumerate(numbers, 1):
        text = re.sub(rf"^{number}\. ", f"{place}. ", text, flags=re.MULTILINE)
    return text


@asynccontextmanager
async def stage(
    folder: Path, simulator: Running, plans: Path, empty: Path, channel: str, bot: str, now: datetime, **settings: Any
) -> AsyncIterator[Stage]:
    """Run the bot on a fresh database, with both channels."""
    shutil.copytree(plans.parent, folder / "plans")
    database = shutil.copy(empty, folder / "bot.db")
    wanted = Settings(
        plans_file=folder / "plans" / plans.name,
        database_url=f"sqlite:///{database}",
        telegram_api_url=simulator.url,
        zalo_api_url=f"{simulator.url}/zalo",
        telegram_poll_timeout=2,
        zalo_poll_timeout=2,
        **{"web_port": 0, "public_url": "https://nhacviec.example", **settings},  # without it Zalo offers no files
    )
    bots = {(name, bot): token for name, token in TOKENS.items()}
    house = build(wanted, bots, start=now, limits=Limits.unlimited())
    async with house.open():
        yield Stage(house, simulator, channel, bot)
