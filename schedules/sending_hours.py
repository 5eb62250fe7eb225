"""When the office may push: the next moment inside its sending hours, and what an outage leaves of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from schedules.deadline import VIETNAM
from schedules.plan import SendingHours
from schedules.working_days import WorkingDays

WAKING = (time(6), time(21))  # when a message that cannot wait may still ring


@dataclass(frozen=True, slots=True)
class Office:
    """The hours and working days of one organisation."""

    hours: SendingHours
    days: WorkingDays

    def is_open(self, moment: datetime) -> bool:
        """Say whether the office pushes at this moment."""
        local = moment.astimezone(VIETNAM)
        inside = any(start <= local.time() < end for start, end in self.hours.spans)
        return inside and self.days.is_working(local.date())

    def next_open(self, moment: datetime) -> datetime:
        """Return the moment itself inside sending hours, else the next opening."""
        if self.is_open(moment):
            return moment
        return self.next_session(moment)

    def next_session(self, moment: datetime) -> datetime:
        """Return the next opening after a moment: after one in the morning, that of the afternoon."""
        return next(opening for opening in self._openings(moment) if opening > moment)

    def closing(self, moment: datetime) -> datetime:
        """Return when the office that is open at a moment closes."""
        local = moment.astimezone(VIETNAM)
        ends = [end for start, end in self.hours.spans if start <= local.time() < end]
        return datetime.combine(local.date(), ends[0], VIETNAM) if ends else moment

    def open_time(self, since: datetime, until: datetime) -> timedelta:
        """Return how long the office has been open between two moments."""
        total, day, last = timedelta(), since.astimezone(VIETNAM).date(), until.astimezone(VIETNAM).date()
        while day <= last:
            for opening, closing in self.hours.spans if self.days.is_working(day) else ():
                begun = max(since, datetime.combine(day, opening, VIETNAM))
                ended = min(until, datetime.combine(day, closing, VIETNAM))
                total += max(timedelta(), ended - begun)
            day += timedelta(days=1)
        return total

    def slot(self, at: datetime, ends_at: datetime) -> datetime:
        """Return when to send what is meant for ``at``.

        Outside the hours it waits for the next opening; where the deadline would pass first, it is pulled forward to
        the last opening before.
        """
        opening = self.next_open(at)
        if opening < ends_at or at >= ends_at:
            return opening
        return self._last_opening(at)

    def may_send(self, now: datetime, ends_at: datetime) -> bool:
        """Say whether what is due may go now.

        Outside the hours only what could not be said before its deadline otherwise, and only while people are awake
        (06:00 to 21:00); what is left then goes at the next opening and is worded as overdue there.
        """
        if self.is_open(now):
            return True
        return now < ends_at <= self.next_open(now) and self._awake(now)

    def _awake(self, moment: datetime) -> bool:
        return WAKING[0] <= moment.astimezone(VIETNAM).time() < WAKING[1]

    def _openings(self, moment: datetime) -> Iterator[datetime]:
        """Yield the openings from the day of a moment on."""
        day = self.days.on_or_after(moment.astimezone(VIETNAM).date())
        while True:
            yield from self._openings_of(day)
            day = self.days.shift(day, 1)

    def _last_opening(self, moment: datetime) -> datetime:
        """Return the last opening at or before a moment."""
        day = self.days.on_or_before(moment.astimezone(VIETNAM).date())
        earlier = [opening for opening in self._openings_of(day) if opening <= moment]
        return earlier[-1] if earlier else self._openings_of(self.days.on_or_before(day - timedelta(days=1)))[-1]

    def _openings_of(self, day: date) -> list[datetime]:
        return [datetime.combine(day, start, VIETNAM) for start, _ in self.hours.spans]
