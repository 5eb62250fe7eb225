"""Read phrases that name their day, their hour or a span: deadlines, ranges and events."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from schedules import grammar
from schedules.deadline import Boundary, ReadingType
from schedules.marks import Words
from schedules.printed_days import DAY, Day, Hour, Impossible, Span

FAR = timedelta(days=270)  # a day without a year that would be further away was perhaps meant as past
REVIEWED = timedelta(days=45)  # a span that began longer ago is a period under review, not the time to act

Fields = dict[str, Any]  # of a Reading


@dataclass(frozen=True, slots=True)
class When:
    """A day or a span with its hour, and the sign before it that says how it counts."""

    value: Day | Span
    hour: Hour | None
    sign: str


def _whens(words: Words) -> list[When]:
    found: list[When] = []
    end = 0
    for time in grammar.TIME.finditer(words.text):
        before, end = words.text[end : time.start()], time.end()
        value = words.values[int(time["at"])] if time["at"] else _today(words.on)
        hour = words.hour(time["c"] or time["c2"] or time["alone"])
        if isinstance(value, Day | Span):
            sign = _sign(before, found[-1].sign if found else "")
            found.append(When(value, hour, {"truoc": "before", "cham nhat": "latest"}.get(time["sign"], sign)))
    return found


def _today(on: date) -> Day:
    return Day(on.day, on.month, on.year, unsure=True)


def _sign(before: str, last: str) -> str:
    if last and grammar.JOINED.match(before):
        return last
    return next((sign for sign, pattern in grammar.SIGNS.items() if pattern.search(before)), "")


def _is(when: When, sign: str, kind: type) -> bool:
    return when.sign == sign and isinstance(when.value, kind)


def named_deadline(words: Words) -> Fields | None:
    """Read "trước ngày 07/5/2026", "chậm nhất 17 giờ ngày 22/5", "Hạn cuối: 12/5/2026"."""
    return _deadlines(words, [w for w in _whens(words) if w.sign in ("before", "latest") or _is(w, "label", Day)])


def until(words: Words) -> Fields | None:
    """Read "đến hết ngày 31/5/2026", "trong ngày 12/5/2026"."""
    return _deadlines(words, [when for when in _whens(words) if when.sign == "until" or _is(when, "within", Day)])


def _deadlines(words: Words, whens: list[When]) -> Fields | None:
    """Read days that count alike: one deadline, or for several days one range each."""
    each = [_deadline(words, when) for when in whens]
    ends = sorted({fields["last_day"] for fields in each})
    if len(ends) <= 1:
        return each[0] if each else None
    return {
        "type": ReadingType.RANGES,
        "ranges": tuple((last, last) for last in ends),
        "boundary": each[0]["boundary"],
        "needs_confirmation": "hoac" in words.text,  # one of them, not each
        "year_inferred": any(fields["year_inferred"] for fields in each),
        "past_at_issue": ends[-1] < words.on,
    }


def _deadline(words: Words, when: When) -> Fields:
    fields = _named_span(when, words.on) if isinstance(when.value, Span) else _named_day(when.value, words.on)
    named: date = fields["named_date"]
    exclusive = when.sign == "before" and not words.before_inclusive
    boundary = Boundary.EXCLUSIVE if exclusive else Boundary.INCLUSIVE
    last = named - DAY if exclusive else named
    if when.hour and isinstance(when.value, Day):
        boundary = Boundary.CLOCK
        last = named if when.hour.minutes else named - DAY
        fields |= {"last_moment": when.hour.on(named), "note": when.hour.part or None}
        fields["clock_inclusive"] = when.sign not in ("before", "")
    return fields | {
        "type": ReadingType.DEADLINE,
        "boundary": boundary,
        "last_day": last,
        "past_at_issue": last < words.on,
    }


def _named_day(day: Day, on: date) -> Fields:
    named = day.at(on)
    unsure = day.unsure or (day.yearless and named - on > FAR)
    return _weekday(day, named) | {"named_date": named, "year_inferred": day.yearless, "needs_confirmation": unsure}


def _named_span(when: When, on: date) -> Fields:
    """Take the beginning of a span that something must be done before, else its end."""
    span = when.value
    assert isinstance(span, Span)
    start, end = span.at(on)
    point = span.civil_code_point(on)
    named = (point or start) if when.sign == "before" else end
    return {"named_date": named, "year_inferred": span.yearless, "needs_confirmation": span.vague and named != point}


def _weekday(day: Day, named: date) -> Fields:
    """Hold the weekday beside a day against it; where it is wrong, find the nearest day that carries it."""
    if day.weekday is None:
        return {}
    if day.weekday == named.weekday():
        return {"weekday_check": "ok"}
    nearest = named + ((day.weekday - named.weekday() + 3) % 7 - 3) * DAY
    return {"weekday_check": "wrong", "weekday_date": nearest}


def from_to(words: Words) -> Fields | None:
    """Read "từ ngày 11/5 đến hết ngày 22/5/2026"; what began long ago is the period under review."""
    found = grammar.FROM_TO.search(words.text)
    if not found:
        return None
    last = words.values[int(found["end"])]
    end = _bounds(last, words.on, words.on)[1]
    start = _start(words, found["at"], end)
    inferred = isinstance(last, Day | Span) and last.yearless
    if (start.day, end.day) == (15, 14) and (start < words.on or inferred):
        return {"type": ReadingType.NOT_A_DEADLINE, "reason": grammar.CUT_OFF}
    if start < words.on - REVIEWED:
        return {"type": ReadingType.NOT_A_DEADLINE, "reason": grammar.REVIEW}
    fields = {"type": ReadingType.RANGE, "start": start, "end": end, "year_inferred": inferred}
    if hour := words.hour(found["c"]):
        fields |= {"last_moment": hour.on(end), "clock_inclusive": True, "boundary": Boundary.CLOCK}
    return fields | {"past_at_issue": end < words.on}


def _start(words: Words, number: str | None, end: date) -> date:
    first = words.values[int(number)] if number else None
    start = _bounds(first, words.on, end)[0]
    if start > end and isinstance(first, Day | Span) and (first.yearless or first.lent):
        start = _bounds(replace(first, year=start.year - 1), words.on, end)[0]
    if start > end:
        raise Impossible("ends before it begins")
    return start


def _bounds(value: Day | Span | Hour | int | None, on: date, end: date) -> tuple[date, date]:
    """Return the first and last day of a mark; a day of the month is of the month of ``end``, nothing is ``on``."""
    if isinstance(value, Span):
        return value.at(on)
    if isinstance(value, int):
        value = Day(value, end.month, end.year)
    day = value.at(on) if isinstance(value, Day) else on
    return day, day


def event_or_day(words: Words) -> Fields | None:
    """Read "14 giờ 00 phút, ngày 05/5/2026 (thứ Ba)" as a meeting, and a day alone as the deadline of its column."""
    bare = [when for when in _whens(words) if isinstance(when.value, Day) and when.sign in ("", "from")]
    if not bare or bare[0].value == _today(words.on):  # an hour alone, and no word that makes it a deadline
        return None
    if event := _event(words, bare[0]):
        return event
    fields = None if bare[0].sign else _deadlines(words, bare)
    return fields | {"tentative": "du kien" in words.text} if fields else None


def _event(words: Words, when: When) -> Fields | None:
    day, hour = when.value, when.hour if when.hour and not when.hour.part else None
    assert isinstance(day, Day)
    meeting = grammar.MEETING.search(words.text) and not grammar.HANDING_IN.search(words.text)
    if not (meeting or hour or day.weekday is not None):
        return None
    on = day.at(words.on)
    return _weekday(day, on) | {
        "type": ReadingType.EVENT,
        "event_on": on,
        "event_time": f"{hour.minutes // 60:02}:{hour.minutes % 60:02}" if hour else None,
        "year_inferred": day.yearless,
        "tentative": "du kien" in words.text,
    }


def within_span(words: Words) -> Fields | None:
    """Read "trong tháng 6/2026"."""
    return _spans(words, [when.value for when in _whens(words) if _is(when, "within", Span)])


def bare_span(words: Words) -> Fields | None:
    """Read "quý II/2026", "Tuần 4 tháng 4/2026", alone in a column of deadlines."""
    return _spans(words, words.all("P"))


def _spans(words: Words, values: list[Any]) -> Fields | None:
    spans = {span.at(words.on): span for span in values}
    # "quý II, Kế hoạch năm 2026": what holds another span only says its year.
    kept = [at for at in spans if not any(at[0] <= o[0] and o[1] <= at[1] for o in spans if o != at)]
    if len(kept) != 1:
        return {"type": ReadingType.RANGES, "ranges": tuple(sorted(kept))} if kept else None
    span, (start, end) = spans[kept[0]], kept[0]
    return {
        "type": ReadingType.RANGE,
        "start": start,
        "end": end,
        "needs_confirmation": span.vague,
        "alternative": span.otherwise(words.on),
        "civil_code_point": span.civil_code_point(words.on),
        "year_inferred": span.yearless,
        "past_at_issue": end < words.on,
    }
