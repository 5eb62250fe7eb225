"""Telegram's webhook: what setWebhook takes, and what getWebhookInfo tells of it."""

from __future__ import annotations

import re
import time
from typing import Any

from simulator.door import pushing
from simulator.door.pushing import Outcome, is_here
from simulator.door.refusals import bad
from simulator.telegram.updates import Updates

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")


class Webhook(pushing.Webhook):
    """Tries again whatever the trouble was, and remembers the last one."""

    secret_header = SECRET_HEADER

    def __init__(self, updates: Updates) -> None:
        super().__init__(updates)
        self._allowed = updates
        self._error: tuple[int, str] | None = None

    async def set(self, url: str, secret: str) -> None:
        """Start pushing to ``url``. Raises Refusal for an address elsewhere, or a secret of other letters."""
        if not is_here(url):
            raise bad("bad webhook: the simulator pushes to loopback addresses only")
        if not _SECRET.fullmatch(secret):
            raise bad("secret token contains unallowed characters")
        self._error = None
        await self.point(url, secret)
        self.begin()

    def failed(self, outcome: Outcome) -> bool:
        self._error = (int(time.time()), outcome.words)
        return True

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
        if self._allowed.allowed:
            shown["allowed_updates"] = sorted(self._allowed.allowed)
        return shown
