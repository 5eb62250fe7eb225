"""Fetch updates by long polling, so that none is lost and none holds up the others."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Awaitable, Callable, Collection
from typing import Any, NoReturn

from bot.channels.channel import ChannelDown, DeliveryError
from bot.channels.growing_wait import GrowingWait
from bot.channels.hearing import TRIES, log_failure, wait_after
from handlers.vocabulary import Message

Fetch = Callable[[int | None, int], Awaitable[list[dict[str, Any]]]]
Read = Callable[[dict[str, Any]], Message | None]
Hear = Callable[[Message], Awaitable[None]]

LOOK_AGAIN = 0.5  # seconds between looks for new updates while some are being handled


class Polling:
    """Fetch, hear and confirm updates, one bot's.

    Telegram takes a higher offset as "all before it is done" and never sends them again. So the offset stays at the
    oldest update whose ``hear`` has not returned; after a crash it and the later ones come again, and whoever hears
    them knows their ids. Messages of one chat are heard in order, different chats together.
    """

    def __init__(self, fetch: Fetch, read: Read, hear: Hear, timeout: int) -> None:
        self._fetch = fetch
        self._read = read
        self._hear = hear
        self._timeout = timeout
        self._offset: int | None = None
        self._newest: int | None = None
        self._open: set[int] = set()  # fetched, not yet heard to the end
        self._done: set[int] = set()  # heard, but behind an open one, so that they will be fetched again
        self._running: dict[int, asyncio.Task[bool]] = {}
        self._last_of_chat: dict[str, asyncio.Task[bool]] = {}
        self._failures: dict[int, tuple[int, float]] = {}  # update id -> times, not again before

    async def run(self) -> NoReturn:
        """Poll until cancelled.

        Raises:
            ChannelDown: the token was refused, or another process polls for the same bot.
        """
        trouble = GrowingWait()
        try:
            while True:
                try:
                    updates = await self._fetch(self._offset, 0 if self._open else self._timeout)
                except ChannelDown:
                    raise
                except DeliveryError as error:
                    await asyncio.sleep(wait_after(error, trouble))
                else:
                    trouble.worked()
                    self._take(updates)
                    await self._settle()
        finally:
            await self._drop_all()

    def _take(self, updates: list[dict[str, Any]]) -> None:
        """Start hearing what is new, in the order of its ids."""
        by_id = {update["update_id"]: update for update in updates if _has_id(update)}
        self._forget_gone(by_id)
        held_chats: set[str] = set()
        for update_id in sorted(by_id):
            self._newest = max(update_id, self._newest or update_id)
            if update_id in self._done or update_id in self._running:
                continue
            self._open.add(update_id)
            message = self._read(by_id[update_id])
            if message is None:
                self._finish(update_id)
            elif message.address in held_chats or self._too_early(update_id):
                held_chats.add(message.address)
            else:
                self._start(update_id, message)

    def _forget_gone(self, offered: Collection[int]) -> None:
        """Drop what failed and is not offered again: it has grown too old for Telegram to keep.

        Where nothing is left the offset is dropped too: after a week of silence ids may begin anywhere.
        """
        newest = max(offered, default=math.inf)
        self._open -= {one for one in self._open if one < newest and one not in offered and one not in self._running}
        if not offered and not self._open and self._newest is not None and (self._offset or 0) > self._newest:
            self._offset = self._newest = None

    def _start(self, update_id: int, message: Message) -> None:
        before = self._last_of_chat.get(message.address)
        task = asyncio.create_task(self._hear_after(before, update_id, message))
        self._running[update_id] = self._last_of_chat[message.address] = task
        task.add_done_callback(lambda _: self._ended(update_id, message.address, task))

    async def _hear_after(self, before: asyncio.Task[bool] | None, update_id: int, message: Message) -> bool:
        """Return whether the update is done with. One behind a failed one of its chat is not tried."""
        if before is not None:
            await asyncio.wait([before])
            if before.cancelled() or not before.result():
                return False
        try:
            await self._hear(message)
        except Exception as error:
            return self._failed(update_id, error)
        return True

    def _ended(self, update_id: int, address: str, task: asyncio.Task[bool]) -> None:
        self._running.pop(update_id, None)
        if self._last_of_chat.get(address) is task:
            del self._last_of_chat[address]
        if not task.cancelled() and task.result():
            self._finish(update_id)

    def _failed(self, update_id: int, error: Exception) -> bool:
        times = self._failures.get(update_id, (0, 0.0))[0] + 1
        self._failures[update_id] = (times, time.monotonic() + LOOK_AGAIN * 2 ** (times - 1))
        log_failure(update_id, times, error)
        return times >= TRIES

    def _too_early(self, update_id: int) -> bool:
        return self._failures.get(update_id, (0, 0.0))[1] > time.monotonic()

    def _finish(self, update_id: int) -> None:
        self._open.discard(update_id)
        self._failures.pop(update_id, None)
        self._done.add(update_id)

    async def _settle(self) -> None:
        """Wait for what is running, but not so long that others would wait for the next fetch; then move the offset."""
        if self._running:
            await asyncio.wait(list(self._running.values()), timeout=LOOK_AGAIN)
        elif self._open:
            await asyncio.sleep(LOOK_AGAIN)
        if self._newest is not None:
            self._offset = min(self._open) if self._open else self._newest + 1
            self._done = {update_id for update_id in self._done if update_id >= self._offset}

    async def _drop_all(self) -> None:
        running = list(self._running.values())
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)


def _has_id(update: object) -> bool:
    return isinstance(update, dict) and isinstance(update.get("update_id"), int)
