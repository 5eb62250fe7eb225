"""Push updates to the bot's own address instead of waiting to be polled."""

from __future__ import annotations

import asyncio
import ipaddress
import re
import time
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from simulator.telegram.refusals import bad
from simulator.telegram.updates import Update, Updates

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
RETRY_AFTER = (0.2, 0.5, 1.0, 2.0, 4.0)  # seconds before each new attempt; then the update is given up
_SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")


class Webhook:
    """One bot's webhook: pushes in order, one at a time, and tries a refused update again a few times."""

    def __init__(self, updates: Updates) -> None:
        self._updates = updates
        self._task: asyncio.Task[None] | None = None
        self._error: tuple[int, str] | None = None
        self._secret = ""
        self.url = ""

    async def set(self, url: str, secret: str) -> None:
        """Start pushing to ``url``, on this machine only: a simulator must never write to a real bot's server."""
        if not _is_here(url):
            raise bad("bad webhook: the simulator pushes to loopback addresses only")
        if not _SECRET.fullmatch(secret):
            raise bad("secret token contains unallowed characters")
        await self.stop()
        self.url, self._secret, self._error = url, secret, None
        self._task = asyncio.create_task(self._push_on())

    async def stop(self) -> None:
        """Stop pushing."""
        self.url = ""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])
            self._task = None

    def info(self) -> dict[str, Any]:
        """Return a WebhookInfo."""
        shown: dict[str, Any] = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self._updates.waiting),
        }
        if self.url:
            shown["max_connections"] = 40
        if self._error:
            shown["last_error_date"], shown["last_error_message"] = self._error
        if self._updates.allowed:
            shown["allowed_updates"] = sorted(self._updates.allowed)
        return shown

    async def _push_on(self) -> None:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=30)) as session:
            while True:
                if not self._updates.waiting:
                    await self._updates.wait(None)
                    continue
                update = self._updates.waiting[0]
                await self._push(session, update)
                self._updates.confirm(update["update_id"] + 1)

    async def _push(self, session: aiohttp.ClientSession, update: Update) -> None:
        for pause in (0.0, *RETRY_AFTER):
            await asyncio.sleep(pause)
            trouble = await self._try(session, update)
            if trouble is None:
                return
            self._error = (int(time.time()), trouble)

    async def _try(self, session: aiohttp.ClientSession, update: Update) -> str | None:
        headers = {SECRET_HEADER: self._secret} if self._secret else {}
        try:
            async with session.post(self.url, json=update, headers=headers) as answer:
                if 200 <= answer.status < 300:
                    return None
                return f"Wrong response from the webhook: {answer.status} {answer.reason}"
        except (aiohttp.ClientError, TimeoutError) as trouble:
            return "Read timeout expired" if isinstance(trouble, TimeoutError) else "Connection refused"


def _is_here(url: str) -> bool:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https"):
        return False
    if parts.hostname == "localhost":
        return True
    try:
        return ipaddress.ip_address(parts.hostname or "").is_loopback
    except ValueError:
        return False
