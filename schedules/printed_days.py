"""What words of time stand for: a day, an hour or a span as printed, before its year and bounds are known."""

from __future__ import annotations

from calendar import month_name, monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

DAY = timedelta(days=1)


class Impossible(ValueError):
    """The phrase names a day or an hour that does not exist."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day as printed: perhaps without its year, or with one such as "năm sau" (1) and "năm trước" (-1)."""

    day: int
    month: int
    year: int | None = None
    years_on: int | None = None
    weekday: int | None = None  # Monday is 0
    unsure: bool = False
    lent: bool = False  # its year is printed only at a later day of the phrase

    @property
    def yearless(self) -> bool:
        """Say whether the year is neither printed nor told."""
        return self.year is None and self.years_on is None

    def at(self, on: date) -> date:
        """Return the day that a document of ``on`` means; without a year, the next such day."""
        if self.years_on is not None:
            return checked(on.year + self.years_on, self.month, self.day)
        past = (self.month, self.day) < (on.month, on.day)
        return checked(self.year if self.year is not None else on.year + past, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour; ``part`` says what it stands for where the phrase names only a part of the day."""

    minutes: int
    part: str = ""

    def on(self, day: date) -> datetime:
        """Return the moment on a day, naive and local."""
        return datetime.combine(day, time()) + timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True)
class Span:
    """Months of a year, or a third (1, 2, 3) or a week (-1: the last) of them; or days that are fixed ("tuần này")."""

    first: int = 1
    last: int = 12
    year: int | None = None
    part: int = 0
    week: int = 0
    fixed: tuple[date, date] | None = None
    from_now: bool = False  # what is left of it: "trong tuần này"
    lent: bool = False  # its year is printed only at a later span of the phrase

    @property
    def yearless(self) -> bool:
        """Say whether the year is not printed."""
        return self.year is None and self.fixed is None

    @property
    def vague(self) -> bool:
        """Say whether people count it in different ways."""
        return bool(self.part or self.week)

    def at(self, on: date) -> tuple[date, date]:
        """Return the first and last day that a document of ``on`` means; without a year, the present or next span."""
        first, last = self.fixed or self._months(on)
        if self.week:
            return self._week(first, last)
        if self.part:
            return _third(first, last, self.part)
        return (max(first, on) if self.from_now else first), last

    def otherwise(self, on: date) -> tuple[date, date] | None:
        """Return a week counted the other way: as a block of seven days from the first of the month."""
        if not self.week:
            return None
        first, last = self.fixed or self._months(on)
        start = first + 7 * (self.week - 1) * DAY if self.week > 0 else last - 6 * DAY
        return min(start, last), min(start + 6 * DAY, last)

    def civil_code_point(self, on: date) -> date | None:
        """Return the day that "đầu / giữa / cuối" of a month or a year is (Bộ luật Dân sự 2015, Điều 146(2)(3))."""
        first, last = self.fixed or self._months(on)
        if not self.part or (first.day, first.month, last.month) not in ((1, 1, 12), (1, first.month, first.month)):
            return None
        middle = date(first.year, 6, 30) if first.month != last.month else first.replace(day=15)
        return (first, middle, last)[self.part - 1]

    def _months(self, on: date) -> tuple[date, date]:
        year = self.year if self.year is not None else on.year + (self.last < on.month)
        return checked(year, self.first, 1), month_end(checked(year, self.last, 1))

    def _week(self, first: date, last: date) -> tuple[date, date]:
        """Count weeks from Monday to Sunday, week 1 being the one that holds the first day."""
        held = first if self.week > 0 else last
        monday = held - held.weekday() * DAY + 7 * max(self.week - 1, 0) * DAY
        if monday > last:
            raise Impossible(f"there is no week {self.week} in {month_name[first.month]} {first.year}")
        return monday, monday + 6 * DAY


def checked(year: int, month: int, day: int) -> date:
    """Return a date.

    Raises:
        Impossible: there is no such day.
    """
    if not 1900 <= year <= 2200:
        raise Impossible(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise Impossible(f"month {month} does not exist")
    if not 1 <= day <= monthrange(year, month)[1]:
        leap = f" {year}" if (month, day) == (2, 29) else ""
        raise Impossible(f"{day} {month_name[month]}{leap} does not exist")
    return date(year, month, day)


def month_end(day: date) -> date:
    """Return the last day of a day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def _third(first: date, last: date, part: int) -> tuple[date, date]:
    """Return the first, middle or last third: ten days of a month, a month of a quarter, two days of a week."""
    months = last.month - first.month + 1
    if months > 1 and first.day == 1:
        start = first.replace(month=first.month + months * (part - 1) // 3)
        return start, month_end(first.replace(month=first.month + months * part // 3 - 1))
    size = ((last - first).days + 1) // 3
    start = first + (part - 1) * size * DAY
    return start, last if part == 3 else start + (size - 1) * DAY


def week_of(rel: str | None, on: date) -> tuple[date, date]:
    """Return Monday and Sunday of this ("nay" or None), the last ("truoc") or the next week."""
    monday = on - on.weekday() * DAY + 7 * DAY * {None: 0, "": 0, "nay": 0, "truoc": -1}.get(rel, 1)
    return monday, monday + 6 * DAY


def unit_of(unit: str, rel: str | None, on: date) -> tuple[date, date]:
    """Return the first and last day of this ("nay" or None) or the next week, month, quarter or year."""
    if unit == "tuan":
        return week_of(rel, on)
    months = {"thang": 1, "quy": 3, "nam": 12}[unit]
    first = on.year * 12 + (on.month - 1) // months * months + (0 if rel in (None, "", "nay") else months)
    return _first_of(first), month_end(_first_of(first + months - 1))


def months_later(day: date, months: int) -> date:
    """Return the same day some months later, or that month's last where it lacks the day (Điều 148(3))."""
    first = _first_of(day.year * 12 + day.month - 1 + months)
    return first.replace(day=min(day.day, month_end(first).day))


def _first_of(month: int) -> date:
    return checked(month // 12, month % 12 + 1, 1)
