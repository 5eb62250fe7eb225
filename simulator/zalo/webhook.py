"""Zalo's webhook: what setWebhook takes, the probe that follows, and the two bodies that an event may have."""

from __future__ import annotations

import time
from typing import Any
from urllib.parse import urlsplit

from simulator.door import pushing
from simulator.door.pushing import Outcome, is_here, push_session
from simulator.door.refusals import Refusal, bad
from simulator.zalo.events import Event, Events
from simulator.zalo.switches import Switches

SECRET_HEADER = "X-Bot-Api-Secret-Token"
WEBHOOK_SET = "Bad Request: getUpdates does not work while a webhook is set; use deleteWebhook first"
SHORTEST_SECRET, LONGEST_SECRET = 8, 256


class Webhook(pushing.Webhook):
    """Tries again what was answered with 5xx, or not at all, unless the switch says no."""

    secret_header = SECRET_HEADER

    def __init__(self, events: Events, switches: Switches) -> None:
        super().__init__(events)
        self._switches = switches
        self._updated_at = 0

    async def set(self, url: str, secret: str) -> dict[str, Any]:
        """Push to ``url`` from now on, and tell how a first probe went. Raises Refusal for a wrong url or secret."""
        if not _may_be_pushed_to(url):
            raise bad("url must be https; the simulator takes http on loopback as well")
        if not SHORTEST_SECRET <= len(secret) <= LONGEST_SECRET:
            raise bad(f"secret_token must have {SHORTEST_SECRET} to {LONGEST_SECRET} characters")
        if not secret.isprintable():
            raise bad("secret_token cannot stand in a header")
        await self.point(url, secret)
        self._updated_at = int(time.time() * 1000)
        self._updates.end_poll(Refusal(400, WEBHOOK_SET))
        try:
            return {**self.info(), "verification": await self.probe()}
        finally:  # the address stands whatever the probe has met
            self.begin()

    async def remove(self) -> dict[str, Any]:
        """Stop pushing; getUpdates works again."""
        await self.stop()
        self._updated_at = int(time.time() * 1000)
        return self.info()

    def info(self) -> dict[str, Any]:
        """Return the address, "" for none, and when it was set."""
        return {"url": self.url, "updated_at": self._updated_at}

    async def probe(self) -> dict[str, Any]:
        """Post an empty object with the secret, and tell how that went."""
        if not is_here(self.url):
            hint = "the simulator pushes to loopback addresses only"
            return {"ok": False, "outcome": "NOT_REACHED", "status_code": 0, "hint": hint}
        async with push_session() as session:
            outcome = await self.post(session, {})
        name = "OK" if outcome.arrived else "HTTP_ERROR" if outcome.status else "NOT_REACHED"
        hint = "" if outcome.arrived else outcome.words
        return {"ok": outcome.arrived, "outcome": name, "status_code": outcome.status, "hint": hint}

    def body(self, update: Event) -> dict[str, Any]:
        return update if self._switches.webhook_body == "bare" else {"ok": True, "result": update}

    def failed(self, outcome: Outcome) -> bool:
        return self._switches.redeliver and (outcome.status == 0 or outcome.status >= 500)


def _may_be_pushed_to(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return bool(parts.hostname) and (parts.scheme == "https" or is_here(url))
    except ValueError:
        return False
