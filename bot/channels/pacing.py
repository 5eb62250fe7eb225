"""Remember what was sent lately: in a window of time, and to one chat."""

from __future__ import annotations

import math
from collections import deque

from bot.channels.channel import Pace

MINUTE = 61.0  # the platform counts when messages arrive, so a second more than it says


class Window:
    """Count what happened within the last ``span`` seconds, so that no such span ever holds more than ``limit``.

    A log rather than a leaky bucket: a bucket that starts full lets nearly twice the limit through at once.
    """

    def __init__(self, limit: float, span: float) -> None:
        self.limit = limit
        self.span = span
        self._moments: deque[float] = deque()

    def wait(self, now: float, limit: float | None = None) -> float:
        """Return the seconds until one more fits under ``limit`` (the window's own if None)."""
        while self._moments and self._moments[0] + self.span <= now:
            self._moments.popleft()
        most = max(1, self.limit if limit is None else limit)
        if len(self._moments) + 1 <= most:
            return 0.0
        return max(0.0, self._moments[len(self._moments) - math.floor(most)] + self.span - now)

    def note(self, now: float) -> None:
        """Count one more."""
        self._moments.append(now)


class ChatPace:
    """Keep the pace of one chat: waves strictly ``per_second``, a few answers in a row before it holds for them."""

    __slots__ = ("_burst", "_last", "_minute", "_per_second", "_refilled_at", "_room", "held_until", "waiting")

    def __init__(self, per_second: float, burst: int, now: float) -> None:
        self._per_second = per_second
        self._burst = burst
        self._minute: Window | None = None
        self._room = float(burst)  # how many answers could follow each other now
        self._refilled_at = now
        self._last = -math.inf
        self.held_until = -math.inf
        self.waiting = 0

    def keep_minute(self, per_minute: float) -> None:
        """Hold this chat to so many messages in any minute from now on, as a group must be."""
        if self._minute is None:
            self._minute = Window(per_minute, MINUTE)

    def wait(self, now: float, pace: Pace) -> float:
        """Return the seconds until a message may go to this chat."""
        self._refill(now)
        wait = max(0.0, self.held_until - now, (1 - self._room) / self._per_second)
        if self._minute:
            wait = max(wait, self._minute.wait(now))
        if pace == "wave":
            wait = max(wait, self._last + 1 / self._per_second - now)
        return wait

    def note(self, now: float) -> None:
        """Count a message that goes now."""
        self._refill(now)
        self._room -= 1
        self._last = now
        if self._minute:
            self._minute.note(now)

    def idle(self, now: float) -> bool:
        """Tell whether forgetting this chat would change nothing."""
        return not self.waiting and self.held_until <= now and self._last + MINUTE <= now

    def _refill(self, now: float) -> None:
        self._room = min(self._burst, self._room + (now - self._refilled_at) * self._per_second)
        self._refilled_at = now
