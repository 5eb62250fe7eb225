"""Count the sends of one bot and refuse those past the limits."""

from __future__ import annotations

from collections import deque

from simulator.limits import Limits
from simulator.telegram.refusals import too_many


class Limiter:
    """Three limits at once; a refused send uses up none of them.

    The bot's and the group's limit look back over a sliding second and a sliding minute. A chat's is a bucket of
    ``chat_burst`` that fills again at ``chat_per_second``. ``now`` is in seconds on a monotonic clock.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self.forget()

    def forget(self) -> None:
        """Count from nothing again."""
        self._second: deque[float] = deque()
        self._minutes: dict[int, deque[float]] = {}
        self._full_at: dict[int, float] = {}  # when a chat's bucket will be full again

    def take(self, chat: int, *, is_group: bool, now: float) -> None:
        """Take a place for one send, or raise the 429."""
        wait = max(self._bot_wait(now), self._chat_wait(chat, now), self._group_wait(chat, now) if is_group else 0.0)
        if wait > 0:
            raise too_many(wait)
        self._second.append(now)
        if self._limits.chat_per_second is not None:
            self._full_at[chat] = max(self._full_at.get(chat, 0.0), now) + 1 / self._limits.chat_per_second
        if is_group:
            self._minutes.setdefault(chat, deque()).append(now)

    def _bot_wait(self, now: float) -> float:
        return _window_wait(self._second, self._limits.bot_per_second, 1.0, now)

    def _group_wait(self, chat: int, now: float) -> float:
        return _window_wait(self._minutes.get(chat, deque()), self._limits.group_per_minute, 60.0, now)

    def _chat_wait(self, chat: int, now: float) -> float:
        rate = self._limits.chat_per_second
        if rate is None:
            return 0.0
        return self._full_at.get(chat, 0.0) - now - (self._limits.chat_burst - 1) / rate


def _window_wait(sends: deque[float], most: int | None, length: float, now: float) -> float:
    while sends and sends[0] <= now - length:
        sends.popleft()
    if most is None or len(sends) < most:
        return 0.0
    return sends[-most] + length - now if most else length
