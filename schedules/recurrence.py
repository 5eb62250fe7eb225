"""The rules of recurring duties (RFC 5545): written for the named and the last day, and counted out year by year."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, datetime, time
from functools import lru_cache
from typing import NamedTuple

from schedules.printed_days import Impossible

WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LAST = -1  # the last day of a month, as in a rule
LAST_WORKED = 0  # its last day from Monday to Friday
NO_DAY = " (no day)"  # ends a rule whose phrase names no day: it is shown, never parsed
SHORTEST, LONGEST = 28, 31  # days of a month


class Rules(NamedTuple):
    """The rule of the day that a phrase names and the rule of the last day; None where the phrase gives none."""

    named: str
    last: str | None


def weekly(weekdays: Iterable[int], exclusive: bool) -> Rules:
    """Return the rules of some days of the week (Monday is 0)."""
    days = sorted(set(weekdays))
    named, last = (",".join(WEEK[(day - back) % 7] for day in days) for back in (0, exclusive))
    return Rules(f"FREQ=WEEKLY;BYDAY={named}", f"FREQ=WEEKLY;BYDAY={last}")


def nth_weekday(nth: int, weekday: int, exclusive: bool) -> Rules:
    """Return the rules of a month's n-th weekday; the day before it has no rule."""
    named = f"FREQ=MONTHLY;BYDAY={nth}{WEEK[weekday]}"
    return Rules(named, None if exclusive else named)


def monthly(days: Iterable[int], exclusive: bool) -> Rules:
    """Return the rules of some days of each month."""
    days = list(dict.fromkeys(days))
    if LAST_WORKED in days:
        named = "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"
        return Rules(named, None if exclusive else named)
    if not all(LAST <= day <= LONGEST for day in days):
        raise Impossible(f"no month has a day {max(days)}")
    named = ",".join(map(str, days))
    last = ",".join(str(_before(day)) if exclusive else str(day) for day in days)
    return Rules(f"FREQ=MONTHLY;BYMONTHDAY={named}", f"FREQ=MONTHLY;BYMONTHDAY={last}")


def yearly(days: Iterable[tuple[int, int]], exclusive: bool) -> Rules:
    """Return the rules of some days (month, day) of each year; days that no one rule holds get a line each."""
    named = list(days)
    return Rules(_of_year(named), _of_year([_day_before(*day) for day in named] if exclusive else named))


def at_hour(rules: Rules, minutes: int) -> Rules:
    """Return the rules with an hour."""
    hour = f";BYHOUR={minutes // 60}" + (f";BYMINUTE={minutes % 60}" if minutes % 60 else "")
    return Rules(_each_line(rules.named, hour), rules.last and _each_line(rules.last, hour))


@lru_cache(maxsize=1024)
def occurrences(rule: str, year: int) -> tuple[datetime, ...]:
    """List the moments of a rule in one year, in order. A day that a month lacks is the month's last."""
    from dateutil.rrule import rrulestr  # most plans have no such rule

    start, end = datetime.combine(date(year, 1, 1), time()), datetime.combine(date(year, 12, 31), time(23, 59))
    found = {
        moment
        for line in rule.split("\n")
        for part in _parts(line)
        for moment in rrulestr(part, dtstart=start).between(start, end, inc=True)
    }
    return tuple(sorted(found))


def _each_line(rule: str, hour: str) -> str:
    return "\n".join(line + hour for line in rule.split("\n"))


def _parts(line: str) -> list[str]:
    """Split off the days that some months lack: RRULE would leave those months out."""
    days = re.search(r"BYMONTHDAY=([-\d,]+)", line)
    if not days or all(int(day) <= SHORTEST for day in days[1].split(",")):
        return [line]
    monthly_line = line.replace("FREQ=YEARLY", "FREQ=MONTHLY")  # else BYSETPOS would pick one day of the whole year
    return [monthly_line.replace(days[0], _clamped(int(day))) for day in days[1].split(",")]


def _clamped(day: int) -> str:
    if day <= SHORTEST:
        return f"BYMONTHDAY={day}"
    return f"BYMONTHDAY={','.join(map(str, range(SHORTEST, day + 1)))};BYSETPOS=-1"


def _days_in(month: int) -> int:
    return monthrange(2024, month)[1]  # a leap year: 29 February exists in some years


def _before(day: int) -> int:
    return LAST if day == 1 else day - 1


def _day_before(month: int, day: int) -> tuple[int, int]:
    return (month, _before(day)) if day != 1 else ((month - 2) % 12 + 1, LAST)


def _of_year(days: list[tuple[int, int]]) -> str:
    """Write (month, day) pairs; a month's end is its number where all months agree, as people write it."""
    ends = {_days_in(month) for month, day in days if day == LAST}
    number = ends.pop() if len(ends) == 1 and all(month != 2 for month, _ in days) else LAST
    months_of: dict[int, list[int]] = {}
    for month, day in days:
        months_of.setdefault(number if day == LAST else day, []).append(month)
    lines = ((",".join(map(str, sorted(set(months)))), day) for day, months in months_of.items())
    return "\n".join(f"FREQ=YEARLY;BYMONTH={months};BYMONTHDAY={day}" for months, day in lines)
