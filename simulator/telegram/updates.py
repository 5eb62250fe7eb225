"""The updates that wait for one bot, and the poll that fetches them."""

from __future__ import annotations

import time
from typing import Any

from simulator.door.refusals import Refusal
from simulator.door.waiting import Waiting
from simulator.telegram.refusals import TWO_POLLERS

LONGEST_POLL = 50  # seconds, as the server caps it
_NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}

Update = dict[str, Any]


def _first_id() -> int:
    """Return an id above those of an earlier run: a bot that remembers ids would take old ones for repeats."""
    return int((time.time() - 1_700_000_000) * 10)


class Updates(Waiting):
    """A queue that an update leaves only when a higher offset, or a webhook's 200, confirms it."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.allowed: frozenset[str] = frozenset()  # empty: all but those of _NOT_BY_DEFAULT
        self._next_id = _first_id()  # goes on rising when all is forgotten, as a bot remembers the last one

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
        self.put({"update_id": update_id, kind: body})
        return update_id

    def confirm(self, offset: int) -> None:
        """Drop the updates before ``offset``; a negative one keeps only so many of the newest."""
        if offset < 0:
            while len(self.waiting) > -offset:
                self.waiting.popleft()
        while self.waiting and self.waiting[0]["update_id"] < offset:
            self.waiting.popleft()

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Update]:
        """Return the waiting updates, or wait for one. A poll that is waiting already ends with the 409."""
        self.end_poll(Refusal(409, TWO_POLLERS))
        self.confirm(offset)
        if not self.waiting and seconds > 0:
            await self.wait(min(seconds, LONGEST_POLL))
        most = limit if 1 <= limit <= 100 else 100
        return [update for update, _ in zip(self.waiting, range(most), strict=False)]
