"""The events that wait for one bot. One that is given out is forgotten: there is no acknowledgement."""

from __future__ import annotations

from time import monotonic
from typing import Any

from simulator.door.waiting import Waiting
from simulator.zalo.switches import Switches

LONGEST_POLL = 60.0  # seconds

Event = dict[str, Any]


class Events(Waiting):
    """A queue that several polls empty together: each event goes to one of them."""

    def __init__(self, most: int, switches: Switches) -> None:
        super().__init__(most)
        self._switches = switches

    def add(self, event: Event) -> None:
        """Queue an event."""
        self.put(event)
        if self._switches.double:
            self.put(dict(event))

    async def poll(self, seconds: float) -> Event | None:
        """Return the oldest event and forget it, or wait for one; None: nothing came."""
        until = monotonic() + min(seconds, LONGEST_POLL)
        while not self.waiting and (left := until - monotonic()) > 0:
            await self.wait(left)
        return self.waiting.popleft() if self.waiting else None
