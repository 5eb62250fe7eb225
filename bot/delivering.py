"""Send what the outbox owes: take a message, send it, write down what became of it."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any, TypeVar

import structlog
from sqlalchemy.exc import DBAPIError

from bot.channels.channel import DeliveryError, Never
from bot.clock import real_now
from bot.outcomes import Outcomes
from bot.parcels import LEASE, Parcel, Parcels
from storage import outbox
from storage.database import unit_of_work

GRACE = 5.0  # seconds that a polite stop leaves to what is in flight; cut off, it would be sent again
PASSING = ("SQLITE_BUSY", "SQLITE_FULL", "SQLITE_IOERR")  # troubles of a database that may be over in a while
IDLE = 1.0  # seconds between two looks into an empty outbox
Done = TypeVar("Done")
log = structlog.get_logger()


@dataclass
class Deliverer:
    """Send the outbox, ``senders`` messages at a time."""

    parcels: Parcels
    outcomes: Outcomes
    senders: int
    work: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """Deliver until cancelled."""
        async with asyncio.TaskGroup() as group:
            for number in range(self.senders):
                group.create_task(self._sender(f"{os.getpid()}-{number}"))

    async def until_empty(self) -> None:
        """Deliver everything that is due now (tests)."""
        while await self._deliver_one(f"{os.getpid()}-0"):
            pass

    def take_back(self) -> None:
        """Take back what a process that died had in its hands; only while nobody else runs on the database."""
        with unit_of_work(self.parcels.engine) as session:
            outbox.give_up_lost(session, self.parcels.clock.now(), real_now() + 2 * LEASE)

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
        claimed, parcel = await asyncio.to_thread(self.parcels.claim, name)
        if parcel:
            await self._send(parcel)
        return claimed

    async def _send(self, parcel: Parcel) -> None:
        row, chat = parcel.row, parcel.chat
        channel = self.parcels.channels.get((chat.channel, chat.bot))
        try:
            if channel is None:
                raise Never("no-channel")
            platform_id = await channel.send(chat.address, parcel.words, "wave" if row.kind == "bundle" else "answer")
        except DeliveryError as trouble:
            await asyncio.to_thread(self.outcomes.not_sent, row, trouble)
        else:
            await asyncio.to_thread(self.outcomes.sent, row, platform_id)


async def _finished(delivering: Coroutine[Any, Any, Done]) -> Done:
    """Await something to its end, also when cancelled meanwhile; only then, or after ``GRACE``, be cancelled."""
    task = asyncio.ensure_future(delivering)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task], timeout=GRACE)
        task.cancel()
        raise
