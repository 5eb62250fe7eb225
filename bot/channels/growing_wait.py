"""Wait longer each time that a platform is in trouble."""

from __future__ import annotations

import time
from collections.abc import Callable


class GrowingWait:
    """Double the wait with every failure, up to ``longest`` seconds, and start over after a success.

    Failures that arrive together count once: eight senders refused in the same second must not turn one fault of
    the platform into a wait of four minutes.
    """

    def __init__(self, first: float = 1.0, longest: float = 30.0, clock: Callable[[], float] = time.monotonic) -> None:
        self._first = first
        self._longest = longest
        self._clock = clock
        self._wait = 0.0
        self._until = 0.0

    def failed(self) -> float:
        """Note a failure and return the seconds to wait before the next try."""
        now = self._clock()
        if now >= self._until or not self._wait:
            self._wait = min(self._wait * 2 or self._first, self._longest)
            self._until = now + self._wait
        return self._wait

    def worked(self) -> None:
        """Forget the trouble."""
        self._wait = 0.0
