"""``deadline``: show how a phrase is read, to a person or to another program."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Annotated, Any

import typer

from handlers.vocabulary import Text
from schedules.deadline import VIETNAM, Boundary, Reading, ReadingType
from schedules.phrases import read
from schedules.reading_json import expect
from schedules.working_days import national

TYPES = {
    ReadingType.DEADLINE: "deadline-type-deadline",
    ReadingType.RANGE: "deadline-type-range",
    ReadingType.RANGES: "deadline-type-ranges",
    ReadingType.RECURRING: "deadline-type-recurring",
    ReadingType.RELATIVE: "deadline-type-relative",
    ReadingType.EVENT: "deadline-type-event",
    ReadingType.NO_DATE: "deadline-type-no-date",
    ReadingType.NOT_A_DEADLINE: "deadline-type-not-a-deadline",
    ReadingType.ERROR: "deadline-type-error",
}
BOUNDARIES = {
    Boundary.EXCLUSIVE: "deadline-boundary-exclusive",
    Boundary.INCLUSIVE: "deadline-boundary-inclusive",
    Boundary.CLOCK: "deadline-boundary-clock",
}
REASONS = {
    "period under review": "deadline-reason-review",
    "data cut-off of a periodic report": "deadline-reason-cut-off",
    "description of counted cases": "deadline-reason-counted",
    "blank date of the document": "deadline-reason-blank",
    "continuous duty": "deadline-reason-continuous",
    "on request": "deadline-reason-on-request",
    "urgency without date": "deadline-reason-urgency",
    "set elsewhere": "deadline-reason-elsewhere",
    "a beginning without an end": "deadline-reason-no-end",
    "period not stated": "deadline-reason-no-period",
}
UNITS = {
    "calendar day": "deadline-unit-day",
    "working day": "deadline-unit-working-day",
    "week": "deadline-unit-week",
    "month": "deadline-unit-month",
    "year": "deadline-unit-year",
    "hour": "deadline-unit-hour",
    "minute": "deadline-unit-minute",
}
# Field of a reading -> the label of its row.
ROWS = {
    "named_date": "deadline-named-date",
    "last_day": "deadline-last-day",
    "last_moment": "deadline-last-moment",
    "start": "deadline-start",
    "end": "deadline-end",
    "civil_code_point": "deadline-civil-code-point",
    "rrule_named_day": "deadline-rule-named",
    "rrule_last_day": "deadline-rule-last",
    "next": "deadline-next",
    "event_on": "deadline-event-on",
    "event_time": "deadline-event-time",
    "weekday_date": "deadline-weekday-date",
}
FLAGS = {
    "needs_confirmation": "deadline-flag-needs-confirmation",
    "year_inferred": "deadline-flag-year-inferred",
    "past_at_issue": "deadline-flag-past-at-issue",
    "tentative": "deadline-flag-tentative",
    "meaning": "deadline-flag-effective-date",
}


def deadline(
    phrase: Annotated[str, typer.Argument(help='The phrase, or - to read {"phrase", "on"} a line.')],
    on: Annotated[str, typer.Option("--on", help="The document's day, YYYY-MM-DD; today if not given.")] = "",
    form: Annotated[str, typer.Option("--format", help="text or json")] = "text",
) -> None:
    """Show how a deadline phrase is read."""
    if phrase == "-":
        raise typer.Exit(_each_line(sys.stdin.buffer))
    try:
        day = _day(on)
    except ValueError:
        raise typer.BadParameter(on, param_hint="--on") from None
    if form == "json":
        print(_json(_answer(phrase, day)))
    else:
        _show(read(phrase, day), day)


def _each_line(lines: Iterable[bytes]) -> int:
    """Answer each line at once; a bad one gets an error and the rest goes on. Return the exit code."""
    exit_code = 0
    for line in lines:
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            answer = _answer(_text(asked["phrase"]), _day(_text(asked.get("on") or "")))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            answer, exit_code = {"error": 'a line is {"phrase": "...", "on": "YYYY-MM-DD"}'}, 1
        print(_json(answer), flush=True)
    return exit_code


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _answer(phrase: str, on: date) -> dict[str, Any]:
    return expect(read(phrase, on), national())


def _json(answer: dict[str, Any]) -> str:
    return json.dumps(answer, ensure_ascii=False)


def _day(on: str) -> date:
    return date.fromisoformat(on) if on else datetime.now(VIETNAM).date()


def _show(reading: Reading, on: date) -> None:
    """Print a table for people: what the phrase means, row by row."""
    from rich.console import Console
    from rich.table import Table

    from bot.settings import Settings
    from bot.wording import wording

    words = wording(Settings().language)
    table = Table(show_header=False, title=words.text(Text("deadline-title", {"phrase": reading.phrase, "on": on})))
    for label, value in _rows(reading):
        table.add_row(words.text(Text(label)), words.text(value))
    Console(markup=False, emoji=False).print(table)  # a phrase may hold brackets


def _rows(reading: Reading) -> Iterator[tuple[str, Text]]:
    yield "deadline-type", Text(TYPES[reading.type])
    for name, label in ROWS.items():
        value = getattr(reading, name)
        if value is not None:
            yield label, _value(value)
    if reading.boundary:
        yield "deadline-boundary", Text(BOUNDARIES[reading.boundary])
    yield from _spans("deadline-one-range", reading.ranges)
    yield from _spans("deadline-alternative", (reading.alternative,) if reading.alternative else ())
    yield from _work(reading)
    yield from _reason(reading.reason or "")
    for name, flag in FLAGS.items():
        if getattr(reading, name):
            yield "deadline-note", Text(flag)


def _spans(label: str, spans: Iterable[tuple[date, date]]) -> Iterator[tuple[str, Text]]:
    for start, end in spans:
        yield label, Text("deadline-from-to", {"start": start, "end": end})


def _work(reading: Reading) -> Iterator[tuple[str, Text]]:
    """Say on which day the work has to be done, and how a period is counted."""
    last = reading.last_day or reading.end
    if last:
        yield "deadline-last-working-day", _value(national().on_or_before(last))
    if reading.offset is not None and reading.unit:
        unit = Text(UNITS[reading.unit])
        key = "deadline-counted-after" if reading.offset > 0 else "deadline-counted-before"
        yield "deadline-counted", Text(key, {"count": abs(reading.offset), "unit": unit})


def _reason(reason: str) -> Iterator[tuple[str, Text]]:
    key = "deadline-reason-event" if reason.startswith("event-relative") else REASONS.get(reason)
    if key:
        yield "deadline-reason", Text(key)


def _value(value: object) -> Text:
    if isinstance(value, datetime):
        value = value.replace(tzinfo=VIETNAM)
    return Text("deadline-value", {"value": value})
