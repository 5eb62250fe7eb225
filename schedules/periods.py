"""When a reading ends: the one deadline of a one-off phrase, or the deadlines of the periods of a recurring duty."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from schedules.deadline import VIETNAM, Boundary, Deadline, Reading, ReadingType
from schedules.plan import Due
from schedules.printed_days import Impossible, months_later
from schedules.recurrence import NO_DAY, occurrences
from schedules.working_days import WorkingDays, national

DAY = timedelta(days=1)
NOTHING = timedelta(0)
MINUTE = timedelta(minutes=1)  # the grain of hours: "chậm nhất 17 giờ" ends at 17:01
MIDNIGHT = time()
IN_A_DAY = {"hour": 24, "minute": 24 * 60}


def ends(reading: Reading, due: Due, closes: time | None, days: WorkingDays | None = None) -> Deadline | None:
    """Fix the deadline of a one-off phrase.

    Parameters:
        due: holds what the coordinator or the unit answered (``confirmed_last_day``, ``counts_from``).
        closes: the hour at which a day without an hour ends; None: at 24:00.
        days: the organisation's working days; the national ones where none are given.

    Returns:
        None where the phrase awaits an answer, recurs, or is no deadline.
    """
    if due.confirmed_last_day:
        return _on(reading, due.confirmed_last_day, closes)
    if reading.needs_confirmation:
        return None
    if reading.type is ReadingType.RELATIVE:
        # "sau 10 ngày kể từ ngày ký" says when something takes effect, unless the admin counts from a day.
        anchor = due.counts_from or (None if reading.meaning else _known_anchor(reading))
        return _counted(reading, anchor, closes, days or national())
    day = {ReadingType.DEADLINE: reading.last_day, ReadingType.RANGE: reading.end}.get(reading.type)
    return _on(reading, day, closes) if day else None


def deadlines(
    due: Due, days: WorkingDays, first: date, last: date, closes: time | None
) -> Iterator[tuple[str, Deadline]]:
    """Yield what a task's units owe with last days from ``first`` to ``last``, in order.

    Yields:
        The period ("" for a one-off phrase, the ISO date of the named day of a recurring one, the last day of each of
        several ranges) and its deadline.
    """
    reading = due.reading
    if reading.type is ReadingType.RECURRING and not due.confirmed_last_day:
        yield from _recurring(reading, first, last, closes)
        return
    if reading.type is ReadingType.RANGES and not due.confirmed_last_day:
        found = [] if reading.needs_confirmation else [(end.isoformat(), end) for _, end in reading.ranges]
        each = [(period, _on(reading, end, closes)) for period, end in found]
    else:
        one = ends(reading, due, closes, days)
        each = [("", one)] if one else []
    yield from ((period, deadline) for period, deadline in each if first <= deadline.last_day <= last)


def _recurring(reading: Reading, first: date, last: date, closes: time | None) -> Iterator[tuple[str, Deadline]]:
    """Count out the rule of the last day. A day off is not moved: its reminder goes earlier."""
    rule = reading.rrule_last_day
    if rule is None or rule.endswith(NO_DAY) or reading.needs_confirmation:
        return
    to_named = DAY if reading.boundary is Boundary.EXCLUSIVE else NOTHING
    since = max(first, reading.next - to_named) if reading.next else first  # "năm sau": not yet this year's
    for year in range(since.year, last.year + 1):
        for moment in occurrences(rule, year):
            if since <= (day := moment.date()) <= last:
                hour = moment if reading.boundary is Boundary.CLOCK else None
                yield (day + to_named).isoformat(), _at(reading, day, hour, closes)


def _on(reading: Reading, day: date, closes: time | None) -> Deadline:
    """Fix a deadline on a day, at the hour that the phrase names if it names one."""
    if reading.last_moment is None:
        return _at(reading, day, None, closes)
    named = reading.named_date or reading.end or day
    into_day = reading.last_moment - datetime.combine(named, MIDNIGHT)
    if reading.last_day and reading.last_day != named:  # "trước 0 giờ ngày D" ends with the day before
        into_day += DAY
    return _at(reading, day, datetime.combine(day, MIDNIGHT) + into_day, closes)


def _at(reading: Reading, day: date, hour: datetime | None, closes: time | None) -> Deadline:
    if hour is None:
        hour = datetime.combine(day, closes) if closes else datetime.combine(day + DAY, MIDNIGHT)
    elif reading.clock_inclusive and hour.time() != MIDNIGHT:
        hour += MINUTE
    return Deadline(reading.phrase, day, hour.replace(tzinfo=VIETNAM))


def _known_anchor(reading: Reading) -> date | None:
    try:
        return date.fromisoformat(reading.anchor or "")
    except ValueError:
        return None


def _counted(reading: Reading, anchor: date | None, closes: time | None, days: WorkingDays) -> Deadline | None:
    """Count a period by Bộ luật Dân sự 2015, Điều 147 and 148: the anchor's day does not count, a day off moves on.

    Counted backwards ("trước Hội nghị 03 ngày") nothing moves: later would be too late.
    """
    if anchor is None or reading.offset is None:
        return None
    if reading.unit == "working day":
        return _at(reading, days.shift(anchor, reading.offset), None, closes)
    try:
        day = _calendar(anchor, reading.offset, reading.unit)
    except (Impossible, OverflowError):
        return None  # centuries away
    moves = reading.offset > 0 and reading.unit not in IN_A_DAY
    return _at(reading, days.on_or_after(day) if moves else day, None, closes)


def _calendar(anchor: date, offset: int, unit: str | None) -> date:
    """Count days, weeks, months and years on (Điều 148); hours and minutes in whole days: the day alone is known."""
    if unit in ("month", "year"):
        return months_later(anchor, offset * (12 if unit == "year" else 1))
    if within := IN_A_DAY.get(unit or ""):
        return anchor + timedelta(days=offset // within if offset < 0 else -(-offset // within))
    return anchor + timedelta(days=offset * (7 if unit == "week" else 1))
