"""The one clock of the domain: real time, or a rehearsal's that starts elsewhere and can jump."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from schedules.deadline import VIETNAM


class Clock:
    """Tell the domain's time. Leases, rate limits and ``health`` never ask it: they use real time."""

    def __init__(self, start: datetime | None = None) -> None:
        self.is_rehearsal = start is not None
        self._offset = (start - real_now()) if start else timedelta(0)

    def now(self) -> datetime:
        """Return the present moment, aware, in Vietnam's zone."""
        return (real_now() + self._offset).astimezone(VIETNAM)

    def real(self, moment: datetime) -> datetime:
        """Return when, on the machine's clock, a moment of the domain comes."""
        return moment - self._offset

    def jump(self, to: datetime) -> None:
        """Go forward to a moment (rehearsal only).

        Raises:
            ValueError: the clock is the real one, or the moment is past: time never runs backwards.
        """
        if not self.is_rehearsal or to < self.now():
            raise ValueError(to.isoformat())
        self._offset = to - real_now()


def real_now() -> datetime:
    """Return the machine's time, aware."""
    return datetime.now(UTC)
