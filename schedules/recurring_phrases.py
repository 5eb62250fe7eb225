"""Read duties that recur: "trước ngày 20 hằng tháng", "vào thứ Sáu hằng tuần", "định kỳ hằng quý"."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from schedules import grammar
from schedules.deadline import Boundary, ReadingType
from schedules.marks import Words
from schedules.printed_days import Day, Hour, Span, checked, months_later
from schedules.recurrence import LAST, NO_DAY, Rules, at_hour, monthly, nth_weekday, weekly, yearly

LEAP_YEAR = 2024  # in which every day of the year exists
QUARTER = (3, 6, 9, 12)
Found = list[tuple[Rules, bool]]  # at most one, and whether the coordinator must confirm it


def with_day(words: Words) -> dict[str, Any] | None:
    """Read a duty that names its day, or the month in which it falls."""
    every = set(grammar.EVERY_UNIT.findall(words.text))
    hours = [value for value in words.all("C") if isinstance(value, Hour)]
    hour = hours[0] if hours else None
    before = grammar.EXCLUSIVE.search(words.text) is not None and hour is None and not words.before_inclusive
    found = [
        *_of_year(words, every, before),
        *(_nth_weekday(words, before) or _of_week(words, every, before)),
        *(_of_period(words, every, before) or _of_month(words, every, before)),
    ] or _of_day(every, hour)
    if not found:
        return None
    # "báo cáo tuần …; báo cáo tháng …" are two duties, and so are two hours a day.
    rules, unsure = found[0][0], found[0][1] or len(found) > 1 or len(hours) > 1
    boundary = Boundary.EXCLUSIVE if before else Boundary.INCLUSIVE
    if hour:
        rules, boundary = at_hour(rules, hour.minutes), Boundary.CLOCK
    inclusive = hour is not None and grammar.AT_LATEST.search(words.text) is not None
    return _recurring(rules, boundary, unsure) | {"clock_inclusive": inclusive, "next": _next(words)}


def without_day(words: Words) -> dict[str, Any] | None:
    """Read "định kỳ hằng quý", "06 tháng, năm": a rule without a day; none is ever invented."""
    if some := grammar.EACH_SOME.search(words.text):
        every = f"FREQ={grammar.FREQUENCY[some['u']]};INTERVAL={int(some['n'])}{NO_DAY}"
        return _recurring(Rules(every, None), None, True)
    found = grammar.WITHOUT_DAY.search(words.text)
    if not found:
        return None
    units = found["units"] or found["times"] or found["list"]
    if units == "ngay":
        return _recurring(Rules("FREQ=DAILY", "FREQ=DAILY"), Boundary.INCLUSIVE, True)
    rule = next(rule for pattern, rule in grammar.FINEST if re.search(pattern, units))
    return _recurring(Rules(rule + NO_DAY, None), None, True)


def _recurring(rules: Rules, boundary: Boundary | None, unsure: bool) -> dict[str, Any]:
    return {
        "type": ReadingType.RECURRING,
        "rrule_named_day": rules.named,
        "rrule_last_day": rules.last,
        "boundary": boundary,
        "needs_confirmation": unsure or rules.last is None,
    }


def _of_year(words: Words, every: set[str], before: bool) -> Found:
    """Read "trước ngày 15/6 và 15/12 hằng năm", "chậm nhất ngày 15/3 năm sau", "tháng 5 hằng năm"."""
    days = [day for day in words.all("D") if isinstance(day, Day) and (day.yearless or day.years_on == 1)]
    if days and ("nam" in every or any(day.years_on for day in days)):
        named = [checked(LEAP_YEAR, day.month, day.day) for day in days]
        return [(yearly([(day.month, day.day) for day in named], before), False)]
    spans = [span for span in words.all("P") if isinstance(span, Span) and span.yearless]
    if not spans or "nam" not in every:
        return []
    ends = [(span.first, 1) if before else _end(span, words.on) for span in spans]
    return _only_months([span.last for span in spans], yearly(ends, before).last)


def _end(span: Span, on: date) -> tuple[int, int]:
    end = span.at(on)[1]
    return end.month, end.day if span.vague else LAST


def _only_months(months: list[int], last: str | None) -> Found:
    return [(Rules(f"FREQ=YEARLY;BYMONTH={','.join(map(str, months))}{NO_DAY}", last), True)]


def _nth_weekday(words: Words, before: bool) -> Found:
    """Read "thứ Hai đầu tiên của tháng"; "thứ Năm tuần thứ hai" may also be counted by calendar weeks."""
    for pattern, unsure in ((grammar.WEEKDAY_OF_NTH_WEEK, True), (grammar.NTH_WEEKDAY, False)):
        if found := pattern.search(words.text):
            nth = grammar.NTH.get(found["nth"]) or int(found["nth"])
            return [(nth_weekday(nth, words.number(found["w"]), before), unsure)]
    return []


def _of_week(words: Words, every: set[str], before: bool) -> Found:
    weekdays = [day for day in words.all("W") if isinstance(day, int)]
    if weekdays and ("tuan" in every or grammar.EVERY_WEEKDAY.search(words.text)):
        return [(weekly(weekdays, before), False)]
    return []


def _of_period(words: Words, every: set[str], before: bool) -> Found:
    """Read "ngày 15 của tháng cuối quý"; "hằng quý trước ngày 15" does not say of which month."""
    days = _days(words)
    monthly(days, before)  # no day that no month has
    months = [month for place in words.all("Q") if isinstance(place, int) for month in _months(place)]
    if months and not days:
        return _only_months(months, yearly([(month, LAST) for month in months], False).last)
    named = bool(months) or LAST in days
    if not months and "quy" in every:
        months = list(QUARTER)
    if not months and "nam" in every and LAST in days:
        months = [12]
    if not (days and months):
        return []
    return [(yearly([(month, day or LAST) for month in months for day in days], before), not named)]


def _months(place: int) -> range:
    """Unfold a mark Q: 100 × the months of the period + the place of the month in it."""
    return range(place % 100 + 1, 13, place // 100)


def _of_month(words: Words, every: set[str], before: bool) -> Found:
    days = _days(words)
    if days and ("thang" in every or grammar.DAY_OF_THE_MONTH.search(words.text)):
        return [(monthly(days, before), False)]
    return []


def _of_day(every: set[str], hour: Hour | None) -> Found:
    return [(Rules("FREQ=DAILY", "FREQ=DAILY"), False)] if hour and "ngay" in every else []


def _days(words: Words) -> list[int]:
    return [day for day in words.all("G") if isinstance(day, int)]


def _next(words: Words) -> date | None:
    """Return the next named day where the phrase says "năm sau" or "tháng sau"."""
    for day in words.all("D"):
        if isinstance(day, Day) and day.years_on == 1:
            return day.at(words.on)
    days = _days(words) if "ketiep" in words.text else []
    later = months_later(words.on.replace(day=1), 1)
    return Day(days[0], later.month, later.year).at(words.on) if days else None
