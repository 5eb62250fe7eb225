"""A queue of updates that somebody waits at: a poll, or the task that pushes to a webhook."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Any

from simulator.door.refusals import Refusal


class Waiting:
    """Updates in order; the oldest goes when there are more than ``most``."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._waiters: set[asyncio.Future[None]] = set()
        self.waiting: deque[dict[str, Any]] = deque()

    def forget(self) -> None:
        """Drop what waits."""
        self.waiting.clear()

    def put(self, update: dict[str, Any]) -> None:
        """Queue an update and wake who waits."""
        self.waiting.append(update)
        if len(self.waiting) > self._most:
            self.waiting.popleft()
        self.wake()

    def wake(self) -> None:
        """Let waiting polls, or the webhook's task, look again."""
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)

    async def wait(self, seconds: float | None) -> None:
        """Wait until something is queued, at most ``seconds``."""
        waiter = asyncio.get_running_loop().create_future()
        self._waiters.add(waiter)
        try:
            await asyncio.wait_for(waiter, seconds)
        except TimeoutError:
            pass
        finally:
            self._waiters.discard(waiter)

    def end_poll(self, refusal: Refusal) -> None:
        """End every waiting poll with ``refusal``."""
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_exception(refusal)
        self._waiters.clear()

    def done_with(self, update: dict[str, Any]) -> None:
        """Forget an update that a webhook has taken."""
        if self.waiting and self.waiting[0] is update:
            self.waiting.popleft()
