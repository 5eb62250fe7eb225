"""Cut the words of time out of a phrase: each leaves a mark (a letter and a number) and a value.

The marks: D a day, G a day of some month, C an hour, W a weekday, P a span such as a month or a quarter, Q a month of
each period, M a document's number. Which patterns make which mark is the grammar's; here stands what they make of their
words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import cast

from schedules.confirmed_years import named_days
from schedules.printed_days import DAY, Day, Hour, Impossible, Span, checked, month_end, months_later, unit_of, week_of
from schedules.recurrence import LAST, LAST_WORKED
from schedules.working_days import national

Value = Day | Hour | Span | int
Made = tuple[str, Value] | str | None  # a mark's letter and value, other words, or None: not what it seemed
Make = Callable[[re.Match[str], date], Made]


class Words:
    """Hold one folded phrase: its text with marks, and what they stand for."""

    def __init__(self, text: str, on: date, before_inclusive: bool = False) -> None:
        self.text, self.on, self.before_inclusive = text, on, before_inclusive
        self.values: list[Value] = []
        self.reason = ""  # why something in it is no deadline

    def mark(self, letter: str, value: Value) -> str:
        """Keep a value and return its mark."""
        self.values.append(value)
        return f"{letter}{len(self.values) - 1}"

    def day(self, number: str) -> Day:
        """Return the day of mark D<number>."""
        return cast(Day, self.values[int(number)])

    def span(self, number: str) -> Span:
        """Return the span of mark P<number>."""
        return cast(Span, self.values[int(number)])

    def hour(self, number: str | None) -> Hour | None:
        """Return the hour of mark C<number>."""
        return cast(Hour, self.values[int(number)]) if number else None

    def number(self, number: str) -> int:
        """Return the number of mark G, W or Q<number>."""
        return cast(int, self.values[int(number)])

    def all(self, letter: str) -> list[Value]:
        """Return the values of all marks with a letter, in the order of the text."""
        return [self.values[int(number)] for number in re.findall(rf"{letter}(\d+)", self.text)]

    def cut(self, pattern: re.Pattern[str], make: Make) -> None:
        """Replace what a pattern knows by its mark."""

        def made(match: re.Match[str]) -> str:
            found = make(match, self.on)
            if found is None:
                return match[0]
            return _apart(found if isinstance(found, str) else self.mark(*found), match)

        self.text = pattern.sub(made, self.text)

    def rewrite(self, pattern: re.Pattern[str], written: str) -> None:
        """Replace words by others, as often as the pattern finds any."""
        count = 1
        while count:
            self.text, count = pattern.subn(written, self.text)

    def join(self, pattern: re.Pattern[str], join: Join) -> None:
        """Replace marks that belong together, as often as the pattern finds any."""
        before = None
        while before != self.text:
            before = self.text
            self.text = pattern.sub(lambda match: _apart(join(self, match), match), before)

    def put_aside(self, pattern: re.Pattern[str], reason: str) -> None:
        """Take out what is no deadline; "" where that needs no telling."""
        self.text, count = pattern.subn(" ~ ", self.text)
        self.reason = self.reason or (reason if count else "")


def _apart(mark: str, match: re.Match[str]) -> str:
    """Keep a mark from a number that follows at once."""
    return f"{mark} " if match.string[match.end() : match.end() + 1].isdigit() else mark


Join = Callable[[Words, re.Match[str]], str]


def document(_m: re.Match[str], _on: date) -> Made:
    """Mark the number of a document."""
    return "M", 0


def named(m: re.Match[str], on: date) -> Made:
    """Mark a day that has a name; a date beside it holds."""
    if m["then"]:
        return " "
    name = next(known for known in named_days() if m["name"] in known.words)
    found = name.in_year(int(m["y"])) if m["y"] else name.at_or_after(on)
    return _day(found[0], unsure=found[1] or "nghi" in m[0]) if found else None


def printed(m: re.Match[str], _on: date) -> Made:
    """Mark a day with its month, and perhaps its year; but not "5-7 ngày" or "mục 3.2"."""
    said = m.groupdict()
    if said.get("s") in ("-", ".") and not said["y"] and not said["ngay"]:
        return None
    year = int(said["y"]) if said["y"] else None
    years_on = {None: None, "truoc": -1, "nay": 0}.get(said.get("rel"), 1)
    return "D", Day(int(m["d"]), int(m["m"]), year + 2000 if year is not None and year < 100 else year, years_on)


def near(m: re.Match[str], on: date) -> Made:
    """Mark today, tomorrow, the day after, yesterday."""
    ahead = {"mai": 1, "hom sau": 1, "ngay kia": 2, "hom qua": -1, "hom kia": -2}
    return _day(on + next((days for word, days in ahead.items() if m[0].endswith(word)), 0) * DAY)


def ahead(m: re.Match[str], on: date) -> Made:
    """Mark some days, weeks or months from now."""
    count = int(m["n"])
    return _day(months_later(on, count) if m["u"] == "thang" else on + count * (7 if m["u"] == "tuan" else 1) * DAY)


def weekday_of_week(m: re.Match[str], on: date) -> Made:
    """Mark a weekday of this or another week."""
    return _day(week_of(m["rel"], on)[0] + _weekday(m) * DAY)


def weekday(m: re.Match[str], _on: date) -> Made:
    """Mark a weekday; Sunday where no number stands."""
    return "W", _weekday(m)


def hour(m: re.Match[str], _on: date) -> Made:
    """Mark an hour; "3 giờ chiều" is 15:00."""
    minute = int(m["min"] or m["min2"] or 0)
    minutes = 60 * int(m["h"]) + minute
    if minutes > 24 * 60 or minute > 59:
        raise Impossible(f"the hour {m['h']}:{minute:02} does not exist")
    late = {"chieu": 720, "toi": 720, "dem": 720, "trua": 600}.get(m["part"] or "", 0)
    return "C", Hour(minutes + 720 if minutes < late else minutes)


# The edges of a session where a phrase names no hour; provinces have their own hours, these are the widest used.
SESSIONS = {"sang": (7.5, 11.5), "trua": (12, 12), "chieu": (13.5, 17), "dem": (18, 21)}


def session(m: re.Match[str], _on: date) -> Made:
    """Mark the hour at which a part of a day ends, or for "đầu giờ" the one at which it begins."""
    edge = m["edge"] == "dau"
    hours = SESSIONS[m["part"] or "chieu"][0 if edge else 1]
    return "C", Hour(int(hours * 60), f"{'beginning' if edge else 'end'} of the session; hour depends on the province")


def part_of_year(m: re.Match[str], on: date) -> Made:
    """Mark the first or last months of a year."""
    months = int(m["n"] or 6)
    first, last = (1, months) if m["edge"] == "dau" else (13 - months, 12)
    return "P", Span(first, last, _year(m, on))


def this_or_next(m: re.Match[str], on: date) -> Made:
    """Mark what is left of this week, month, quarter or year, or the next one."""
    rel = m.groupdict().get("rel")
    start, end = unit_of(m["u"], rel, on)
    return "P", Span(start.month, end.month, fixed=(start, end), from_now=rel in ("nay", ""))


def week_of_year(m: re.Match[str], _on: date) -> Made:
    """Mark a numbered week of a year (ISO 8601)."""
    try:
        monday = date.fromisocalendar(int(m["y"]), int(m["w"]), 1)
    except ValueError as wrong:
        raise Impossible(f"{m['y']} has no week {m['w']}") from wrong
    return "P", Span(fixed=(monday, monday + 6 * DAY))


def month(m: re.Match[str], on: date) -> Made:
    """Mark a month."""
    return "P", Span(int(m["m"]), int(m["m"]), _year(m, on))


def quarter(m: re.Match[str], on: date) -> Made:
    """Mark a quarter, in Roman or other numbers."""
    number = {"i": 1, "ii": 2, "iii": 3, "iv": 4}.get(m["q"]) or int(m["q"])
    return "P", Span(3 * number - 2, 3 * number, _year(m, on))


def year(m: re.Match[str], _on: date) -> Made:
    """Mark a whole year."""
    return "P", Span(1, 12, int(m["y"]))


def years(m: re.Match[str], _on: date) -> Made:
    """Mark several years: "giai đoạn 2026 - 2030"."""
    return "P", Span(fixed=(checked(int(m["y"]), 1, 1), checked(int(m["y2"]), 12, 31)))


def month_of_period(m: re.Match[str], _on: date) -> Made:
    """Mark the first, second or last month of each quarter, half-year or year: 100 × its months + the place."""
    size = {"nam": 12, "6 thang": 6}.get(m["u"].removeprefix("0"), 3)
    place = {"dau": 0, "thu nhat": 0, "giua": 1, "thu hai": 1, "thu 2": 1}.get(m["which"], size - 1)
    return "Q", 100 * size + place


def edge_of_month(m: re.Match[str], _on: date) -> Made:
    """Mark the first or last day of a month that is not named."""
    return "G", 1 if m["edge"] == "dau" else LAST_WORKED if m["worked"] else LAST


def day_of_month(m: re.Match[str], _on: date) -> Made:
    """Mark a day of a month that is not named."""
    return "G", int(m["d"])


def weekday_before_day(words: Words, m: re.Match[str]) -> str:
    """Join "thứ Sáu, ngày 15/5"."""
    return words.mark("D", replace(words.day(m[2]), weekday=words.number(m[1])))


def weekday_after_day(words: Words, m: re.Match[str]) -> str:
    """Join "ngày 15/5 (thứ Sáu)"."""
    return words.mark("D", replace(words.day(m[1]), weekday=words.number(m[2])))


def restated(words: Words, m: re.Match[str]) -> str:
    """Join "hôm nay (04/5/2026)": one day, said twice."""
    first, second = words.day(m[1]), words.day(m[2])
    return f"D{m[1]}" if first.at(words.on) == second.at(words.on) else f"D{m[1]}, D{m[2]}"


def edge_of_span(words: Words, m: re.Match[str]) -> str:
    """Join "ngày cuối cùng của tháng 6", "ngày làm việc đầu tiên của quý II"."""
    start, end = words.span(m[3]).at(words.on)
    last = m[2] == "cuoi"
    if m[1]:
        start, end = national().on_or_after(start), national().on_or_before(end)
    found = end if last else start
    return words.mark("D", Day(found.day, found.month, found.year))


def week_of_span(words: Words, m: re.Match[str]) -> str:
    """Join "tuần 4 tháng 4", "tuần cuối của tháng 6"."""
    counted = {"nhat": 1, "dau": 1, "i": 1, "hai": 2, "ii": 2, "ba": 3, "iii": 3, "tu": 4, "iv": 4, "nam": 5, "v": 5}
    counted["cuoi"] = -1
    return words.mark("P", replace(words.span(m[2]), week=counted.get(m[1]) or int(m[1])))


def part_of_span(words: Words, m: re.Match[str]) -> str:
    """Join "đầu tháng 7", "trung tuần tháng 9", "cuối năm"."""
    part = {"dau": 1, "thuong tuan": 1, "cuoi": 3, "ha tuan": 3}.get(m[1], 2)
    return words.mark("P", replace(words.span(m[2]), part=part))


def day_of_span(words: Words, m: re.Match[str]) -> str:
    """Join "ngày 15 của tháng 6"; a day of a longer span stays what it is."""
    span = words.span(m[2])
    start, end = span.at(words.on)
    if month_end(start) != month_end(end):
        return m[0]
    return words.mark("D", Day(words.number(m[1]), start.month, None if span.yearless else start.year))


def same_day(words: Words, m: re.Match[str]) -> str:
    """Join "ngày 15 tháng 3, tháng 6"."""
    span = words.span(m[3])
    return f"D{m[1]}{m[2]}{words.mark('D', replace(words.day(m[1]), month=span.first, year=span.year, weekday=None))}"


def same_month(words: Words, m: re.Match[str]) -> str:
    """Join "ngày 10 và 20/6"."""
    return f"{words.mark('D', replace(words.day(m[3]), day=words.number(m[1]), weekday=None))}{m[2]}D{m[3]}"


def _weekday(m: re.Match[str]) -> int:
    return int(m["w"]) - 2 if m["w"] else 6


def _year(m: re.Match[str], on: date) -> int | None:
    said = m.groupdict()
    if said["y"]:
        return int(said["y"])
    return on.year + {"nay": 0, "truoc": -1}.get(said["rel"], 1) if said.get("rel") else None


def _day(day: date, unsure: bool = False) -> Made:
    return "D", Day(day.day, day.month, day.year, unsure=unsure)
