"""The updates that wait for one bot, and the poll that fetches them."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from typing import Any

from simulator.telegram.refusals import TWO_POLLERS, Refusal

LONGEST_POLL = 50  # seconds, as the server caps it
_NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}

Update = dict[str, Any]


def _first_id() -> int:
    """Return an id above those of an earlier run: a bot that remembers ids would take old ones for repeats."""
    return int((time.time() - 1_700_000_000) * 10)


class Updates:
    """A queue that an update leaves only when a higher offset, or a webhook's 200, confirms it."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._waiter: asyncio.Future[None] | None = None
        self.allowed: frozenset[str] = frozenset()  # empty: all but those of _NOT_BY_DEFAULT
        self.waiting: deque[Update] = deque()
        self._next_id = _first_id()

    def forget(self) -> None:
        """Drop what waits; ids go on rising, as a bot remembers the last one."""
        self.waiting.clear()

    def allow(self, kinds: Any) -> None:
        """Remember ``allowed_updates`` for what comes from now on; None leaves it as it was."""
        if isinstance(kinds, list):
            self.allowed = frozenset(str(kind) for kind in kinds)

    def add(self, kind: str, body: dict[str, Any]) -> int | None:
        """Queue an update and wake the poll. Returns its id, None where the bot does not want this kind."""
        if (kind not in self.allowed) if self.allowed else (kind in _NOT_BY_DEFAULT):
            return None
        update_id = self._next_id
        self._next_id += 1
        self.waiting.append({"update_id": update_id, kind: body})
        if len(self.waiting) > self._most:
            self.waiting.popleft()
        self.wake()
        return update_id

    def wake(self) -> None:
        """Let a waiting poll, or the webhook's task, look again."""
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    def confirm(self, offset: int) -> None:
        """Drop the updates before ``offset``; a negative one keeps only so many of the newest."""
        if offset < 0:
            while len(self.waiting) > -offset:
                self.waiting.popleft()
        while self.waiting and self.waiting[0]["update_id"] < offset:
            self.waiting.popleft()

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Update]:
        """Return the waiting updates, or wait for one. A poll that is waiting already ends with the 409."""
        self.end_poll(TWO_POLLERS)
        self.confirm(offset)
        if not self.waiting and seconds > 0:
            await self.wait(min(seconds, LONGEST_POLL))
        most = limit if 1 <= limit <= 100 else 100
        return [update for update, _ in zip(self.waiting, range(most), strict=False)]

    async def wait(self, seconds: float | None) -> None:
        """Wait until something is queued, at most ``seconds``."""
        waiter = self._waiter = asyncio.get_running_loop().create_future()
        try:
            await asyncio.wait_for(waiter, seconds)
        except TimeoutError:
            pass
        finally:
            if self._waiter is waiter:
                self._waiter = None

    def end_poll(self, words: str) -> None:
        """End a waiting poll with a 409."""
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_exception(Refusal(409, words))
        self._waiter = None
