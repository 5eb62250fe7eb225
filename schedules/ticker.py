"""Wake the rounds at the moments that matter. The only file that knows APScheduler.

The ladder's steps are rows and pure functions, never jobs: APScheduler only holds one job per distinct moment,
in memory, and a sweep each minute that would find anything a lost wake-up missed.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger

SWEEP = timedelta(minutes=1)


class Ticker:
    """Call ``wake`` at given moments and once a minute.

    Parameters:
        wake: what to run; calls may overlap, so it must guard itself.
        real: turns a moment of the domain's clock into one of the machine's (they differ in a rehearsal).
    """

    def __init__(self, wake: Callable[[], Awaitable[None]], real: Callable[[datetime], datetime]) -> None:
        self._wake = wake
        self._real = real
        # A late job still runs (no grace time: the default of one second loses reminders), and runs once.
        self._jobs = AsyncIOScheduler(timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True})

    def start(self) -> None:
        """Begin; the first sweep comes after a minute."""
        self._jobs.add_job(self._wake, IntervalTrigger(seconds=SWEEP.total_seconds()), id="sweep")
        self._jobs.start()

    def wake_at(self, moments: Iterable[datetime]) -> None:
        """Replace the moments to wake at; ones already past wake at once."""
        for job in self._jobs.get_jobs():
            if job.id != "sweep":
                job.remove()
        for moment in set(moments):
            self._jobs.add_job(self._wake, DateTrigger(self._real(moment)), id=moment.isoformat())

    def stop(self) -> None:
        """Forget all moments."""
        self._jobs.shutdown(wait=False)
