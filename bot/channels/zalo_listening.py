"""Store what Zalo gives only once, then hear it, so that none is lost and none holds up the others."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any, NoReturn, TypeVar

from bot.channels.channel import ChannelDown, DeliveryError, Hear, Inbox, Never
from bot.channels.growing_wait import GrowingWait
from bot.channels.hearing import TRIES, ChatOrder, log_failure, wait_after
from bot.channels.zalo_door import id_of, needed_of
from handlers.vocabulary import Message
from storage.database import may_pass

logger = logging.getLogger(__name__)
T = TypeVar("T")

Fetch = Callable[[int], Awaitable[list[dict[str, Any]]]]
Read = Callable[[dict[str, Any], str], Message | None]

FIRST_WAIT = 0.5  # seconds before a message that failed is tried again; doubled each time
QUICK = 1.0  # an empty answer sooner than this is no long poll
REST = 1.0  # seconds to wait after one
REMEMBERED = 1000  # updates whose repetition is known at once; whoever hears knows the older ones


class Listening:
    """Keep and hear one bot's updates.

    Zalo knows no confirmation: what it has given is gone there. So an update is stored before anything else, and
    forgotten once ``hear`` has returned; what a crash left behind is heard first at the next start. Whoever hears
    knows the ids, for a crash may also come between hearing and forgetting. Messages of one chat are heard in the
    order in which they were stored, different chats together.
    """

    def __init__(self, inbox: Inbox, read: Read) -> None:
        self._inbox = inbox
        self._read = read
        self._hear: Hear | None = None  # set while somebody listens
        self._order = ChatOrder()
        self._storing = asyncio.Lock()  # one at a time: stored and started in the same order
        self._running: dict[str, asyncio.Task[None]] = {}
        self._done: dict[str, None] = {}  # the latest, in order

    async def take(self, update: dict[str, Any]) -> None:
        """Store an update and, while somebody listens, start hearing it; return when it is stored.

        Raises:
            Exception: the inbox's own; it is not stored.
        """
        needed = needed_of(update)
        update_id = id_of(needed, time.time())
        async with self._storing:
            if update_id in self._running or update_id in self._done or self._read(needed, update_id) is None:
                return
            await self._inbox.keep(update_id, needed)
            if self._hear:
                self._start(self._hear, update_id, needed)

    async def begin(self, hear: Hear) -> None:
        """Start hearing, with what was left behind first."""

        async def look() -> None:
            async with self._storing:
                for update_id, needed in await self._inbox.waiting():
                    self._start(hear, update_id, needed)
                self._hear = hear

        await _patiently(look)

    async def poll(self, fetch: Fetch, seconds: int) -> NoReturn:
        """Fetch and take updates until cancelled, waiting ``seconds`` for each.

        None is fetched while the last one cannot be stored.

        Raises:
            ChannelDown: the token was refused.
            Never: Zalo does not give updates this way, perhaps because somebody has set a webhook.
        """
        trouble, last = GrowingWait(), None
        while True:
            begun = time.monotonic()
            try:
                updates = await fetch(seconds)
            except (ChannelDown, Never):
                raise
            except DeliveryError as error:
                await asyncio.sleep(wait_after(error, trouble))
                continue
            trouble.worked()
            for update in updates:
                await _patiently(lambda update=update: self.take(update))  # type: ignore[misc]
            if (not updates or updates == last) and time.monotonic() - begun < QUICK:
                await asyncio.sleep(REST)
            last = updates

    async def end(self) -> None:
        """Stop hearing; what is not heard to the end stays stored."""
        self._hear = None
        running = list(self._running.values())
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    def _start(self, hear: Hear, update_id: str, needed: dict[str, Any]) -> None:
        if update_id in self._running:
            return
        task = asyncio.create_task(self._handle(hear, update_id, needed))
        self._running[update_id] = task
        task.add_done_callback(lambda _: self._running.pop(update_id, None))

    async def _handle(self, hear: Hear, update_id: str, needed: dict[str, Any]) -> None:
        message = self._read(needed, update_id)
        if message:  # else it was our own, and we did not know our id when it was stored
            async with self._order.of(message.address):
                await self._hear_if_possible(hear, message)
        await _patiently(lambda: self._inbox.done(update_id))
        self._done[update_id] = None
        if len(self._done) > REMEMBERED:
            del self._done[next(iter(self._done))]

    async def _hear_if_possible(self, hear: Hear, message: Message) -> None:
        """Try a few times, and as long as it takes where only the database is in trouble; only this chat waits."""
        trouble, times = GrowingWait(FIRST_WAIT), 0
        while times < TRIES:
            try:
                await hear(message)
            except Exception as error:
                times += not may_pass(error)
                log_failure(message.update_id, times, error)
                await asyncio.sleep(trouble.failed())
            else:
                return


async def _patiently(use_inbox: Callable[[], Awaitable[T]]) -> T:
    """Use the inbox, again and again while its database is busy or full."""
    trouble = GrowingWait()
    while True:
        try:
            return await use_inbox()
        except Exception as error:
            logger.error("the inbox cannot be used: %s", type(error).__name__)
            await asyncio.sleep(trouble.failed())
