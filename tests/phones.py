"""The whole bot beside a simulated Telegram and Zalo, in one process: people with phones, and a clock to move."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlmodel import col, select

from bot.channels.limiter import Limits
from bot.house import House, build
from bot.settings import Settings
from simulator import acts
from simulator.faults import Fault, Kind
from simulator.messages import Message
from simulator.people import Bot, Person
from simulator.server import Running
from simulator.world import TOKEN, ZALO_TOKEN, World
from simulator.zalo.account import chat_id
from storage import outbox, people
from storage.database import reading, unit_of_work
from storage.tables import Chat, Outbox, OutboxState, Role, RoleKind
from tests.small_plans import ORGANISATION, SMALL, UNIT, at, database, join

START = "22/4 07:30"  # the plan's first day, at the opening: everybody linked is told what they owe


@dataclass
class Phones:
    """A simulator and the folder of a bot. Link people, open the bot, look at the phones."""

    folder: Path
    simulator: Running
    plans: str = SMALL
    people: list[Person] = field(default_factory=list)

    @property
    def world(self) -> World:
        return self.simulator.world

    @property
    def nhacviec(self) -> Bot:
        return self.bot_on("telegram")

    def bot_on(self, channel: str) -> Bot:
        return next(bot for bot in self.world.bots if bot.platform == channel)

    def address(self, person: Person, channel: str) -> str:
        """Return the id of a person's private chat as the bot on that channel sees it."""
        return chat_id(self.bot_on("zalo"), person) if channel == "zalo" else str(person.id)

    @property
    def url(self) -> str:
        return database(self.folder)

    def officers(
        self, count: int, unit: str = UNIT, kind: RoleKind = RoleKind.OFFICER, channel: str = "telegram"
    ) -> list[Person]:
        """Let people join who have opened the conversation; only while no bot runs."""
        made = [self.world.add_person(f"Cán bộ Thử {number}", started=True) for number in range(1, count + 1)]
        join(self.url, ORGANISATION, {self.address(person, channel): (unit, kind) for person in made}, channel)
        return made

    @asynccontextmanager
    async def bot(
        self, token: str = TOKEN, limits: Limits | None = None, api: str | None = None, **settings: Any
    ) -> AsyncIterator[House]:
        """Run the bot on both channels while the block lasts, without limits unless some are given."""
        file = self.folder / "plans.yaml"
        file.write_text(self.plans, "utf-8")
        wanted = Settings(
            plans_file=file,
            plans_settle=0,
            database_url=self.url,
            telegram_api_url=api or self.simulator.url,
            telegram_poll_timeout=2,
            zalo_api_url=f"{self.simulator.url}/zalo",
            zalo_poll_timeout=2,
            web_port=0,
            **settings,
        )
        bots = {("telegram", ""): token, ("zalo", ""): ZALO_TOKEN}
        house = build(wanted, bots, start=at(START), yes=True, limits=limits or Limits.unlimited())
        async with house.open():
            yield house

    def fault(self, kind: Kind, person: Person | int | None = None, method: str = "sendMessage", **rest: Any) -> Fault:
        """Let calls go wrong; ``person``: only those that write to this chat."""
        chat = None if person is None else str(person.id if isinstance(person, Person) else person)
        return self.world.faults.order(Fault(kind, method=method, chat=chat, **rest))

    def say(self, person: Person, text: str, channel: str = "telegram") -> None:
        acts.say(self.world, person, text, bot=self.bot_on(channel))

    def messages(self, chat: Person | int, channel: str = "telegram") -> list[Message]:
        """Return what the bot has written into a chat, in order."""
        number = chat.id if isinstance(chat, Person) else chat
        return [one for one in self.world.thread(number, self.bot_on(channel).id).values() if one.from_bot]

    def read(self, chat: Person | int, channel: str = "telegram") -> list[str]:
        return [message.text for message in self.messages(chat, channel)]


def rows(house: House) -> list[Outbox]:
    """Return the outbox, in the order of its rows."""
    with reading(house.engine) as session:
        return list(session.exec(select(Outbox).order_by(col(Outbox.id))))


def states(house: House) -> list[OutboxState]:
    return [row.state for row in rows(house)]


def settled(house: House) -> bool:
    """Tell whether nothing waits and nothing is in flight."""
    return not {OutboxState.WAITING, OutboxState.CLAIMED} & set(states(house))


def troubles(house: House) -> list[tuple[str, str | None, str | None]]:
    """Return what the coordinator's list says: (unit, address, trouble)."""
    with reading(house.engine) as session:
        found = outbox.troubles(session, ORGANISATION)
        return [(trouble.unit, trouble.chat.address, trouble.row.trouble) for trouble in found]


def unreachable(house: House) -> list[tuple[str, str, str | None]]:
    """Return (unit, address, why) of the chats that can be sent nothing any more."""
    with reading(house.engine) as session:
        wanted = select(Role.unit, Chat.address, Chat.unreachable_why).join(Role, col(Role.person_id) == Chat.person_id)
        found = session.exec(wanted.where(col(Chat.unreachable_at).is_not(None)).distinct().order_by(col(Chat.id)))
        return [(unit, address, why) for unit, address, why in found]


def state_of(house: House, person: Person) -> list[tuple[OutboxState, int]]:
    """Return (state, tries) of what is owed to one person."""
    with reading(house.engine) as session:
        chat = people.chat_of(session, "telegram", "", str(person.id))
    return [(row.state, row.tries) for row in rows(house) if row.chat_id == chat.id]


async def tried(house: House, person: Person, times: int) -> None:
    """Wait until a message has been refused so often for the moment."""
    await until(lambda: state_of(house, person) == [(OutboxState.WAITING, times)])


def put(house: House, address: str, about: dict[str, object], kind: str = "notice") -> None:
    """Put a message into the outbox by hand, ahead of everything."""
    chat_kind = "group" if address.startswith("-") else "private"
    with unit_of_work(house.engine) as session:
        chat = people.chat_of(session, "telegram", "", address, chat_kind)
        now = house.clock.now()
        row = outbox.OutboxRow(
            chat_id=chat.id or 0,
            organisation=ORGANISATION,
            kind=kind,
            cause="by hand",
            about=about,
            urgent_at=at("01/1 00:00"),
            not_before=now,
        )
        outbox.put_many(session, [row])
    house.deliverer.work.set()


def later(house: House, **span: float) -> None:
    """Move the clock on, and let the senders look."""
    house.clock.jump(house.clock.now() + timedelta(**span))
    house.deliverer.work.set()


async def until(holds: Callable[[], object], seconds: float = 8) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(seconds):
        while not holds():
            await asyncio.sleep(0.02)
