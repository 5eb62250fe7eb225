"""Push updates to the bot's own address instead of waiting to be polled."""

from __future__ import annotations

import asyncio
import ipaddress
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import aiohttp

from simulator.door.waiting import Waiting

RETRY_AFTER = (0.2, 0.5, 1.0, 2.0, 4.0)  # seconds before each new attempt; then the update is given up
_LONGEST_PUSH = 30.0


class Outcome(NamedTuple):
    """How a push ended; ``status`` 0 where nobody answered."""

    status: int
    words: str

    @property
    def arrived(self) -> bool:
        return 200 <= self.status < 300


class Webhook:
    """One bot's webhook: pushes in order, one at a time, and tries a refused update again a few times."""

    secret_header = ""  # the platform's name of the header

    def __init__(self, updates: Waiting) -> None:
        self._updates = updates
        self._task: asyncio.Task[None] | None = None
        self._secret = ""
        self.url = ""

    async def point(self, url: str, secret: str) -> None:
        """Let ``url`` be the address from now on; ``begin`` starts the pushing."""
        await self.stop()
        self.url, self._secret = url, secret

    def begin(self) -> None:
        """Push from now on; only a loopback address is ever written to."""
        if self._task is None and is_here(self.url):
            self._task = asyncio.create_task(self._push_on())

    async def stop(self) -> None:
        """Stop pushing."""
        self.url = ""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])
            self._task = None

    def body(self, update: dict[str, Any]) -> dict[str, Any]:
        """Return what is posted for an update."""
        return update

    def failed(self, outcome: Outcome) -> bool:
        """Take note of a push that did not arrive; say whether it is tried again."""
        return True

    async def post(self, session: aiohttp.ClientSession, body: dict[str, Any]) -> Outcome:
        """Post once."""
        headers = {self.secret_header: self._secret} if self._secret else {}
        try:
            async with session.post(self.url, json=body, headers=headers, allow_redirects=False) as answer:
                return Outcome(answer.status, f"Wrong response from the webhook: {answer.status} {answer.reason}")
        except TimeoutError:
            return Outcome(0, "Read timeout expired")
        except aiohttp.ClientError:
            return Outcome(0, "Connection refused")

    async def _push_on(self) -> None:
        async with push_session() as session:
            while True:
                if not self._updates.waiting:
                    await self._updates.wait(None)
                    continue
                update = self._updates.waiting[0]
                await self._push(session, update)
                self._updates.done_with(update)

    async def _push(self, session: aiohttp.ClientSession, update: dict[str, Any]) -> None:
        for pause in (0.0, *RETRY_AFTER):
            await asyncio.sleep(pause)
            outcome = await self.post(session, self.body(update))
            if outcome.arrived or not self.failed(outcome):
                return


def push_session() -> aiohttp.ClientSession:
    """Return a session for pushes."""
    return aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_LONGEST_PUSH))


def is_here(url: str) -> bool:
    """Say whether ``url`` is on this machine: a simulator must never write to a real server."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and (
            parts.hostname == "localhost" or ipaddress.ip_address(parts.hostname or "").is_loopback
        )
    except ValueError:
        return False
