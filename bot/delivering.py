"""Send what the outbox owes: claim a row, fix its words, send it, write down what became of it."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TypeVar

import structlog
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from bot.budgets import Budgets
from bot.channels.channel import Channel, ChannelDown, DeliveryError, Moved, Never, NotNow, OutOfQuota, Words
from bot.channels.splitting import split
from bot.clock import Clock, real_now
from bot.wording import wording
from handlers.numbering import degraded
from handlers.pushing import reply_for
from handlers.vocabulary import Shows, Text
from schedules.duties import office_of
from schedules.plan import Plans
from storage import outbox, people
from storage.database import unit_of_work
from storage.tables import Chat, Outbox

LEASE = timedelta(seconds=90)  # longer than any send can take: a row claimed longer ago has lost its sender
AGAIN_AFTER = 60.0  # seconds before a message is sent again whose outcome is unknown: the trouble may be over then
LONGEST_WAIT = 300.0  # seconds between two tries
DOWN = 60.0  # seconds that messages of a channel that is down wait before the next try
CANNOT_WORD = (LookupError, TypeError, ValueError, AttributeError)  # our own mistakes in wording a row
MARK = 40  # characters left free for the mark of a message that is sent again
GRACE = 5.0  # seconds that a polite stop leaves to what is in flight; cut off, it would be sent again
PASSING = ("SQLITE_BUSY", "SQLITE_FULL", "SQLITE_IOERR")  # troubles of a database that may be over in a while
IDLE = 1.0  # seconds between two looks into an empty outbox
Done = TypeVar("Done")
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Parcel:
    """A claimed row with where it goes and its words."""

    row: Outbox
    chat: Chat
    words: Words


@dataclass
class Deliverer:
    """Send the outbox over the channels, ``senders`` at a time.

    ``channels`` are found by (channel name, bot). ``plans`` gives the running plans at the moment of the claim, so that
    a reminder says what is true when it is sent.
    """

    engine: Engine
    clock: Clock
    channels: Mapping[tuple[str, str], Channel]
    plans: Callable[[], Plans]
    senders: int
    budgets: Budgets
    work: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """Deliver until cancelled."""
        async with asyncio.TaskGroup() as group:
            for number in range(self.senders):
                group.create_task(self._sender(f"{os.getpid()}-{number}"))

    async def until_empty(self) -> None:
        """Deliver everything that is due now (tests and the demo's tour)."""
        while await self._deliver_one(f"{os.getpid()}-0"):
            pass

    def take_back(self) -> None:
        """Take back what a process that died had in its hands; only while nobody else runs on the database."""
        with unit_of_work(self.engine) as session:
            outbox.give_up_lost(session, self.clock.now(), real_now() + 2 * LEASE)

    async def _sender(self, name: str) -> None:
        while True:
            if not await _finished(self._deliver_if_possible(name)):
                self.work.clear()
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(IDLE):  # wait_for of 3.11 swallows a cancellation that meets the event
                        await self.work.wait()

    async def _deliver_if_possible(self, name: str) -> bool:
        """Outlive a database that is busy or full for a while: the lease brings back what was in hand."""
        try:
            return await self._deliver_one(name)
        except DBAPIError as trouble:
            name_of = str(getattr(trouble.orig, "sqlite_errorname", ""))
            if not name_of.startswith(PASSING):
                raise
            log.error("the database cannot be used", trouble=name_of)
            return False

    async def _deliver_one(self, name: str) -> bool:
        claimed, parcel = await asyncio.to_thread(self._claim, name)
        if parcel:
            await self._send(parcel)
        return claimed

    def _claim(self, name: str) -> tuple[bool, Parcel | None]:
        """Take one row and fix its words in the same transaction."""
        with unit_of_work(self.engine) as session:
            rows = outbox.claim(session, name, self.clock.now(), real_now(), LEASE, limit=1)
            return (bool(rows), self._parcel(session, rows[0]) if rows else None)

    def _parcel(self, session: Session, row: Outbox) -> Parcel | None:
        """Return a claimed row ready to send; one with nothing left to say is withdrawn, one without words fails."""
        chat = session.get_one(Chat, row.chat_id)
        if opening := self._waits_for(row):
            outbox.put_back(session, row, opening, counts=False, trouble="closed")
            return None
        if _never_went_out(row) and not self.budgets.allows(session, row, chat, self.clock.now()):
            self._fail(session, row, "quota")
            return None
        try:
            if _never_went_out(row) and not self._fix_words(session, row, chat):
                outbox.withdraw(session, row)
                return None
        except CANNOT_WORD as mistake:  # it must not hold up all others
            log.error("cannot be worded", outbox=row.id, mistake=type(mistake).__name__)
            outbox.failed(session, row, "cannot-be-worded")  # nor could it on another channel
            return None
        text = row.text or ""
        if row.unknown_outcomes:
            text = sent_again(text, chat.language)
        buttons = tuple(tuple((label, press) for label, press in line) for line in row.buttons or ())
        return Parcel(row, chat, Words(text, buttons))

    def _waits_for(self, row: Outbox) -> datetime | None:
        """Return when the office opens for a reminder whose hours have passed while it waited; None if it may go."""
        organisation = self.plans().organisations.get(row.organisation)
        if row.kind != "bundle" or organisation is None:
            return None
        office, now = office_of(organisation), self.clock.now()
        return None if office.may_send(now, row.urgent_at) else office.next_open(now)

    def _fix_words(self, session: Session, row: Outbox, chat: Chat) -> bool:
        if row.kind == "bundle":
            outbox.leave_to_newer(session, row)
        reply = reply_for(session, self.plans(), row, self.clock.now())
        if reply is None:
            return False
        channel = self.channels.get((chat.channel, chat.bot))
        shows = channel.shows if channel else Shows()
        reply = degraded(session, chat, reply, shows, self.clock.now(), f"outbox {row.id}")
        words = wording(chat.language, markup=True).words(reply)
        parts = split(words.text, (channel.longest if channel else 4096) - MARK)
        outbox.fix_words(session, row, parts, words.buttons)
        return True

    async def _send(self, parcel: Parcel) -> None:
        row, chat = parcel.row, parcel.chat
        channel = self.channels.get((chat.channel, chat.bot))
        try:
            if channel is None:
                raise Never("no-channel")
            platform_id = await channel.send(chat.address, parcel.words, "wave" if row.kind == "bundle" else "answer")
        except DeliveryError as trouble:
            await self._settle(self._not_sent, row, trouble)
        else:
            await self._settle(self._sent, row, platform_id)

    async def _settle(self, settle: Callable[[Session, Outbox, Done], None], row: Outbox, outcome: Done) -> None:
        def write() -> None:
            with unit_of_work(self.engine) as session:
                settle(session, row, outcome)

        await asyncio.to_thread(write)

    def _sent(self, session: Session, row: Outbox, platform_id: str) -> None:
        outbox.sent(session, row, platform_id, self.clock.now())
        self._spend(session, row)

    def _not_sent(self, session: Session, row: Outbox, trouble: DeliveryError) -> None:
        match trouble:
            case NotNow():
                self._wait(session, row, trouble)
            case Never():
                self._refused(session, row, trouble)
            case OutOfQuota():
                self._out_of_quota(session, row, trouble)
            case Moved():
                self._moved(session, row, trouble)
            case ChannelDown():
                self._down(session, row, trouble)
            case _:
                self._unknown(session, row, trouble)

    def _wait(self, session: Session, row: Outbox, trouble: NotNow) -> None:
        """Let it wait, longer each time; it is never given up, for it was never sent (after a while it is listed).

        After as many tries it goes to the person's other channel instead, where there is one.
        """
        tired = trouble.counts and row.tries + 1 >= outbox.LONG_TRIED
        if tired and outbox.hand_over(session, row, trouble.trouble, self.clock.now()):
            return
        wait = min(LONGEST_WAIT, max(trouble.wait, 2.0 ** min(row.tries, 8) if trouble.counts else trouble.wait))
        outbox.put_back(session, row, self._later(wait), counts=trouble.counts, trouble=trouble.trouble)

    def _down(self, session: Session, row: Outbox, trouble: ChannelDown) -> None:
        if not outbox.hand_over(session, row, trouble.trouble, self.clock.now()):
            self._wait(session, row, NotNow(trouble.trouble, DOWN, counts=False))

    def _refused(self, session: Session, row: Outbox, trouble: Never) -> None:
        self._fail(session, row, trouble.trouble)
        log.warning("refused", outbox=row.id, trouble=trouble.trouble)
        if trouble.chat_gone:
            people.mark_unreachable(session, session.get_one(Chat, row.chat_id), trouble.trouble, self.clock.now())

    def _out_of_quota(self, session: Session, row: Outbox, trouble: OutOfQuota) -> None:
        chat = session.get_one(Chat, row.chat_id)
        self.budgets.closed(session, (chat.channel, chat.bot), self.clock.now())
        self._fail(session, row, trouble.trouble)

    def _fail(self, session: Session, row: Outbox, trouble: str) -> None:
        """Fail a message here, and pass it on to the person's other channel."""
        outbox.failed(session, row, trouble)
        outbox.pass_on(session, row, self.clock.now())

    def _spend(self, session: Session, row: Outbox) -> None:
        """Count a message that arrived, or may have."""
        chat = session.get_one(Chat, row.chat_id)
        self.budgets.spend(session, (chat.channel, chat.bot), 1, self.clock.now())

    def _moved(self, session: Session, row: Outbox, trouble: Moved) -> None:
        people.move_chat(session, session.get_one(Chat, row.chat_id), trouble.new_address)
        outbox.put_back(session, row, self.clock.now(), counts=False, trouble="moved")

    def _unknown(self, session: Session, row: Outbox, trouble: DeliveryError) -> None:
        outbox.unknown(session, row, trouble.trouble, self._later(AGAIN_AFTER))
        outbox.pass_on(session, row, self.clock.now())  # only after the second time
        self._spend(session, row)

    def _later(self, seconds: float) -> datetime:
        return self.clock.now() + timedelta(seconds=seconds)


async def _finished(delivering: Coroutine[Any, Any, Done]) -> Done:
    """Await something to its end, also when cancelled meanwhile; only then, or after ``GRACE``, be cancelled."""
    task = asyncio.ensure_future(delivering)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task], timeout=GRACE)
        task.cancel()
        raise


def sent_again(text: str, language: str) -> str:
    """Mark words that may have arrived before."""
    return wording(language).text(Text("sent-again")) + "\n" + text


def _never_went_out(row: Outbox) -> bool:
    """Tell whether a message is certainly on no phone: then it says what is true now, however long it has waited.

    A further part belongs to words that did go out.
    """
    return row.text is None or (row.part == 0 and row.unknown_outcomes == 0)
