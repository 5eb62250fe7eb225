"""Which days are worked: Monday to Friday less holidays, plus swapped Saturdays; counted by bisection."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from functools import cache

from schedules.confirmed_years import Year, confirmed_years, expected_year
from schedules.plan import CalendarChanges

SATURDAY = 5


class WorkingDays:
    """A calendar of working days. Immutable to its users; each year's list is built when it is first asked for."""

    def __init__(self, changes: CalendarChanges | None = None) -> None:
        self._changes = changes or CalendarChanges()
        self._years: dict[int, list[date]] = {}  # a year is put in whole, so that threads see all of it or nothing

    def is_working(self, day: date) -> bool:
        """Say whether officials work on a day."""
        worked = self._of(day.year)
        place = bisect_left(worked, day)
        return place < len(worked) and worked[place] == day

    def on_or_before(self, day: date) -> date:
        """Return the day itself if it is worked, else the last working day before it."""
        worked, year = self._of(day.year), day.year
        place = bisect_right(worked, day)
        while not place:
            year -= 1
            worked = self._of(year)
            place = len(worked)
        return worked[place - 1]

    def on_or_after(self, day: date) -> date:
        """Return the day itself if it is worked, else the next working day."""
        worked, year = self._of(day.year), day.year
        place = bisect_left(worked, day)
        while place == len(worked):
            year += 1
            worked, place = self._of(year), 0
        return worked[place]

    def shift(self, day: date, n: int) -> date:
        """Return the n-th working day strictly after a day, or for negative n strictly before it; 0 is the day."""
        if not n:
            return day
        year = day.year
        worked = self._of(year)
        place = bisect_right(worked, day) + n - 1 if n > 0 else bisect_left(worked, day) + n
        while place >= len(worked):
            place -= len(worked)
            year += 1
            worked = self._of(year)
        while place < 0:
            year -= 1
            worked = self._of(year)
            place += len(worked)
        return worked[place]

    def count(self, after: date, to: date) -> int:
        """Count the working days later than ``after``, up to and including ``to``; 0 where ``to`` is not later."""
        if to <= after:
            return 0
        whole = sum(len(self._of(year)) for year in range(after.year, to.year))
        return whole + bisect_right(self._of(to.year), to) - bisect_right(self._of(after.year), after)

    def with_changes(self, changes: CalendarChanges) -> WorkingDays:
        """Return the calendar of an organisation that has days off, or works days, beyond this one."""
        if not changes.days_off and not changes.worked_days:
            return self
        both = CalendarChanges(
            self._changes.days_off + changes.days_off, self._changes.worked_days + changes.worked_days
        )
        return _changed(both)

    def _of(self, year: int) -> list[date]:
        known = self._years.get(year)
        if known is None:
            known = self._years[year] = self._built(year)
        return known

    def _built(self, year: int) -> list[date]:
        said = confirmed_years().get(year) or expected_year(year)
        changed = Year(frozenset(self._changes.days_off), frozenset(self._changes.worked_days))
        return [day for day in _days_of(year) if _is_worked(day, said, changed)]


@cache
def national() -> WorkingDays:
    """Return the calendar of all officials."""
    return WorkingDays()


@cache
def _changed(changes: CalendarChanges) -> WorkingDays:
    return WorkingDays(changes)


def _is_worked(day: date, said: Year, changed: Year) -> bool:
    if day in changed.worked or day in changed.off:
        return day in changed.worked
    return day in said.worked or (day.weekday() < SATURDAY and day not in said.off)


def _days_of(year: int) -> list[date]:
    first, last = date(year, 1, 1), date(year, 12, 31)
    return [first + timedelta(days=count) for count in range((last - first).days + 1)]
