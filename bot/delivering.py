"""Send what the outbox owes: take a message, send it, write down what became of it."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

import structlog
from sqlalchemy.exc import DBAPIError

from bot.channels.channel import DeliveryError, Never
from bot.clock import real_now
from bot.outcomes import Outcomes
from bot.parcels import LEASE, PUSHED, Parcel, Parcels
from storage import outbox
from storage.database import DatabaseError, may_pass, unit_of_work

GRACE = 5.0  # seconds that a polite stop leaves to what is in flight; cut off, it would be sent again
IDLE = 1.0  # seconds between two looks into an empty outbox
Done = TypeVar("Done")
Claim = Callable[[], tuple[bool, Parcel | None]]
log = structlog.get_logger()


@dataclass
class Deliverer:
    """Send the outbox: of each bot ``senders`` messages at a time, so that none waits for another's platform."""

    parcels: Parcels
    outcomes: Outcomes
    senders: int
    work: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """Deliver until cancelled."""
        running = tuple(self.parcels.channels)
        async with asyncio.TaskGroup() as group:
            for key in running:
                group.create_task(self._serve(partial(self.parcels.claim, _name(), of=(key,)), self.senders))
            group.create_task(self._serve(partial(self.parcels.claim, _name(), besides=running), 1))

    async def until_empty(self) -> None:
        """Deliver everything that is due now (tests)."""
        claimed = True
        while claimed:
            claimed, parcel = await asyncio.to_thread(self.parcels.claim, _name())
            if parcel:
                await self._send(parcel)

    def take_back(self) -> None:
        """Take back what a process that died had in its hands; only while nobody else runs on the database."""
        with unit_of_work(self.parcels.engine) as session:
            outbox.give_up_lost(session, self.parcels.clock.now(), real_now() + 2 * LEASE)

    async def _serve(self, claim: Claim, senders: int) -> None:
        """Send what one claim gives out, so many messages at a time; however many, one looks into the outbox."""
        free = asyncio.Semaphore(senders)
        async with asyncio.TaskGroup() as group:
            while True:
                await free.acquire()
                found = asyncio.get_running_loop().create_future()
                group.create_task(self._sender(claim, found)).add_done_callback(lambda _: free.release())
                if not await asyncio.shield(found):
                    await self._rest()

    async def _sender(self, claim: Claim, found: asyncio.Future[bool]) -> None:
        await _finished(self._deliver_if_possible(claim, found))

    async def _rest(self) -> None:
        self.work.clear()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(IDLE):  # wait_for of 3.11 swallows a cancellation that meets the event
                await self.work.wait()

    async def _deliver_if_possible(self, claim: Claim, found: asyncio.Future[bool]) -> None:
        """Outlive a database that is busy or full for a while: the lease brings back what was in hand."""
        try:
            claimed, parcel = await asyncio.to_thread(claim)
            found.set_result(claimed)
            if parcel:
                await self._send(parcel)
        except (DBAPIError, DatabaseError) as trouble:
            if not may_pass(trouble):
                raise
            log.error("the database cannot be used", trouble=type(getattr(trouble, "orig", trouble)).__name__)
        finally:
            if not found.done():
                found.set_result(False)

    async def _send(self, parcel: Parcel) -> None:
        row, chat = parcel.row, parcel.chat
        channel = self.parcels.channels.get((chat.channel, chat.bot))
        try:
            if channel is None:
                raise Never("no-channel")
            platform_id = await channel.send(chat.address, parcel.words, "wave" if row.kind in PUSHED else "answer")
        except DeliveryError as trouble:
            await asyncio.to_thread(self.outcomes.not_sent, row, trouble)
        else:
            await asyncio.to_thread(self.outcomes.sent, row, platform_id)


def _name() -> str:
    """Name a sender for the rows that it claims; the lease tells those of one process apart."""
    return str(os.getpid())


async def _finished(delivering: Coroutine[Any, Any, Done]) -> Done:
    """Await something to its end, also when cancelled meanwhile; only then, or after ``GRACE``, be cancelled."""
    task = asyncio.ensure_future(delivering)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task], timeout=GRACE)
        task.cancel()
        raise
