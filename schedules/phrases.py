"""Read a deadline phrase: cut it into marks by the grammar, then let the first rule that knows the rest read it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from schedules import counted_phrases, dated_phrases, grammar, recurring_phrases
from schedules.deadline import Reading, ReadingType
from schedules.folding import fold
from schedules.marks import Words
from schedules.printed_days import DAY, Day, Impossible, Span, checked

APART = re.compile(r"\d.*\brieng\b.*\d", re.DOTALL)
DATED = {ReadingType.DEADLINE, ReadingType.RANGE, ReadingType.RANGES, ReadingType.RECURRING}
LONGEST = 2_000  # characters; a longer text is no phrase

Fields = dict[str, Any]  # of a Reading


def read(phrase: str, on: date, *, before_inclusive: bool = False) -> Reading:
    """Read what a phrase says about time.

    Parameters:
        phrase: as printed, with or without words around it.
        on: the day of the document (or message), from which "ngày mai" and years that are not printed are counted.
        before_inclusive: an organisation's or a plan's word that "trước ngày D" counts D.

    Returns:
        A reading for any text: what cannot be read is of type ``error``, with its reason.
    """
    return _read(phrase, on, before_inclusive)


# A plan prints one phrase for many units, and every load reads all of them again.
@lru_cache(maxsize=4096)
def _read(phrase: str, on: date, before_inclusive: bool) -> Reading:
    try:
        fields = _fields(phrase, on, before_inclusive)
    except Impossible as wrong:
        fields = {"type": ReadingType.ERROR, "reason": str(wrong)}
    except OverflowError:  # dates end with the year 9999
        fields = {"type": ReadingType.ERROR, "reason": "out of range"}
    if fields["type"] in DATED and APART.search(fold(phrase)):
        fields = {**fields, "needs_confirmation": True}  # "…, riêng báo cáo năm …": one rule cannot say it all
    return Reading(phrase=phrase, **fields)


def weekday_holds(reading: Reading) -> Reading:
    """Return a reading whose weekday contradicts its date as it is when the weekday holds."""
    shown = reading.named_date or reading.event_on
    if reading.weekday_date is None or shown is None:
        return reading
    moved = reading.weekday_date - shown
    days = {name: getattr(reading, name) for name in ("named_date", "last_day", "last_moment", "event_on")}
    held = {name: day + moved for name, day in days.items() if day is not None}
    return replace(reading, **held, weekday_check="ok", weekday_date=None)


def _fields(phrase: str, on: date, before_inclusive: bool) -> Fields:
    if len(phrase) > LONGEST:
        return {"type": ReadingType.ERROR, "reason": "too long for a phrase"}
    checked(on.year, on.month, on.day)
    words = cut(phrase, on, before_inclusive)
    found = (rule(words) for rule in RULES)
    return next((fields for fields in found if fields), {"type": ReadingType.ERROR, "reason": "cannot be read"})


def cut(phrase: str, on: date, before_inclusive: bool = False) -> Words:
    """Fold a phrase and leave only its marks and the words between them.

    Raises:
        Impossible: it names an hour or a week that does not exist.
    """
    words = Words(fold(phrase), on, before_inclusive)
    tables = grammar.patterns()
    words.put_aside(tables.blank, "blank date of the document")
    for pattern, written in tables.rewrites:
        words.rewrite(pattern, written)
    for pattern, make in tables.cuts:
        words.cut(pattern, make)
    for pattern, join in tables.joins:
        words.join(pattern, join)
    for pattern, reason in tables.asides:
        words.put_aside(pattern, reason)
    past = grammar.PAST_ACT.search(words.text)
    if past and words.day(past[1] or past[2]).at(on) < on - dated_phrases.REVIEWED:
        words.put_aside(grammar.PAST_ACT, grammar.CASES)
    words.text = " ".join(re.sub(r"\([^()A-Z]*\)", " ", words.text).split())
    return words


def _settle(words: Words) -> None:
    """Give what does not recur its day and year: a weekday alone is the next one, a later year belongs to all."""
    words.cut(re.compile(r"W(?P<at>\d+)"), lambda m, on: ("D", _next_weekday(words.number(m["at"]), on)))
    year = None
    for number in reversed(re.findall(r"[DP](\d+)", words.text)):
        value = words.values[int(number)]
        if isinstance(value, Day | Span) and value.yearless and year:
            words.values[int(number)] = replace(value, year=year, lent=True)
        elif isinstance(value, Day | Span):
            year = value.year or year


def _next_weekday(weekday: int, on: date) -> Day:
    day = on + (weekday - on.weekday()) % 7 * DAY
    return Day(day.day, day.month, day.year)


def _continuous(words: Words) -> Fields | None:
    return _no_date("continuous duty") if grammar.CONTINUOUS.search(words.text) else None


def _event_relative(words: Words) -> Fields | None:
    """Read "khi có yêu cầu", "trước kỳ họp thứ nhất của HĐND"."""
    return _first_of(words, grammar.EVENT_RELATIVE)


def _put_aside(words: Words) -> Fields | None:
    return {"type": ReadingType.NOT_A_DEADLINE, "reason": words.reason} if words.reason else None


def _wish(words: Words) -> Fields | None:
    """Read "khẩn trương", "theo quy định"."""
    return _first_of(words, grammar.NO_DATE)


def _first_of(words: Words, table: tuple[tuple[str, str, str | None], ...]) -> Fields | None:
    return next((_no_date(reason, anchor) for pattern, reason, anchor in table if re.search(pattern, words.text)), None)


def _no_date(reason: str, anchor: str | None = None) -> Fields:
    return {"type": ReadingType.NO_DATE, "reason": reason, "anchor": anchor}


RULES = (
    recurring_phrases.with_day,
    _settle,
    counted_phrases.ahead_of,
    dated_phrases.named_deadline,
    counted_phrases.counted_from,
    dated_phrases.from_to,
    dated_phrases.until,
    dated_phrases.event_or_day,
    _continuous,
    recurring_phrases.without_day,
    dated_phrases.within_span,
    _event_relative,
    _put_aside,
    dated_phrases.bare_span,
    _wish,
)
