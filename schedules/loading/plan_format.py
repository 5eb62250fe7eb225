"""The shape of plans.yaml: one model for each mapping of the file, every scalar given as text."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

DAY = re.compile(r"2[01]\d{2}-\d{2}-\d{2}", re.ASCII)  # plans of our time: counting on from the year 9999 ends nowhere
CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)


def _day(value: Any) -> Any:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value) if DAY.fullmatch(value) else _fail("bad-date", value)
        except ValueError:
            return _fail("bad-date", value)
    return value


def _clock(value: Any) -> Any:
    if isinstance(value, str):
        return time.fromisoformat(value) if CLOCK.fullmatch(value) else _fail("bad-hour", value)
    return value


def _span(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    start, dash, end = value.partition("-")
    if not dash or not CLOCK.fullmatch(start.strip()) or not CLOCK.fullmatch(end.strip()):
        return _fail("bad-hours", value)
    span = (time.fromisoformat(start.strip()), time.fromisoformat(end.strip()))
    return span if span[0] < span[1] else _fail("bad-hours", value)


def _yes_or_no(value: Any) -> Any:
    if isinstance(value, str):
        return {"true": True, "false": False}[value] if value in ("true", "false") else _fail("bad-yes-no", value)
    return value


def _count(value: Any) -> Any:
    if isinstance(value, str):
        return int(value) if re.fullmatch(r"[0-9]{1,3}", value) else _fail("bad-count", value)
    return value


def _fail(key: str, value: str) -> Any:
    # pydantic's own templates are Python format strings: a brace in what was written must not be one.
    raise PydanticCustomError(key, "wrong", {"written": value})


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=64)]
Words = Annotated[str, StringConstraints(min_length=1)]
Day = Annotated[date, BeforeValidator(_day)]
Clock = Annotated[time, BeforeValidator(_clock)]
Span = Annotated[tuple[time, time], BeforeValidator(_span)]
YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]
Count = Annotated[int, BeforeValidator(_count)]
Before = Literal["exclusive", "inclusive"]
Holds = Literal["date", "weekday"]


class Shape(BaseModel):
    """Refuse keys that the format does not have; a key without a value is one that is not there."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, value: Any) -> Any:
        if isinstance(value, dict):
            return {key: item for key, item in value.items() if item is not None}
        return value


class CalendarShape(Shape):
    days_off: list[Day] = []
    worked_days: list[Day] = []


class LadderShape(Shape):
    assigned: YesNo | None = None
    before: list[Count] | None = None
    last_day: list[Clock] | None = None
    overdue_days: Count | None = None
    overdue_weeks: Count | None = None


class UnitShape(Shape):
    id: Id
    name: Words
    kind: Literal["department", "commune"] = "department"
    aliases: list[Words] = []


class RowShape(Shape):
    code: Id
    name: Words
    kind: Literal["xa", "phuong", "dac-khu"]


class GroupShape(Shape):
    id: Id
    name: Words
    printed: YesNo = True
    members: list[Words] | None = None
    body: Words | None = None
    roster: list[RowShape] | None = None


class DeadlineShape(Shape):
    phrase: Words
    last_day: Day | None = None
    received_on: Day | None = None
    holds: Holds | None = None


class WhenShape(Shape):
    phrase: Words
    holds: Holds | None = None


def _as_phrase(value: Any) -> Any:
    return {"phrase": value} if isinstance(value, str) else value


Deadline = Annotated[DeadlineShape, BeforeValidator(_as_phrase)]
When = Annotated[WhenShape, BeforeValidator(_as_phrase)]


class OwingShape(Shape):
    of: Words
    deadline: Deadline | None = None


def _as_owing(value: Any) -> Any:
    return {"of": value} if isinstance(value, str) else value


class TaskShape(Shape):
    id: Id
    title: Words
    kind: Literal["report", "hold", "speech", "prepare", "submit_up", "other"]
    units: list[Annotated[OwingShape, BeforeValidator(_as_owing)]]
    except_: list[Words] = []
    send_to: str = ""
    via: str = ""
    cooperating: list[Words] = []
    cooperating_units: list[Words] = []
    remind_cooperating: YesNo = False
    deadline: Deadline | None = None
    places: list[Words] = []
    topics: dict[str, Words] = {}
    figures_to: Day | None = None
    ladder: LadderShape = LadderShape()
    was: Id | None = None
    closed_on: Day | None = None
    note: str = ""

    @model_validator(mode="before")
    @classmethod
    def _spell_except(cls, value: Any) -> Any:
        if isinstance(value, dict) and "except" in value:
            return {("except_" if key == "except" else key): item for key, item in value.items()}
        return value


class EventShape(Shape):
    id: Id
    title: Words
    when: When
    venue: str = ""
    places: list[Words] = []


class SectionShape(Shape):
    number: str = ""
    title: str = ""
    text: str = ""
    lead: list[Words] = []
    forms: list[Words] = []
    sections: list[SectionShape] = []


class OutlineShape(Shape):
    title: Words
    attached: YesNo = True
    note: str = ""
    sections: list[SectionShape] = []


class FormShape(Shape):
    id: Words
    title: str = ""
    attached: YesNo
    rows: list[list[str | None]] = []
    note: str = ""


class PlanShape(Shape):
    id: Id
    title: Words
    issuer: Words
    number: Words | None = None
    issued_on: Day | None = None
    not_printed: list[Literal["number", "issued_on"]] = []
    remind_from: Day | None = None
    standing_office: Words | None = None
    closes: Clock | None = None
    before: Before | None = None
    secrecy: Words | None = None
    deadline: Deadline | None = None
    ladder: LadderShape = LadderShape()
    closed_on: Day | None = None
    notes: list[Words] = []
    tasks: list[TaskShape] = []
    events: list[EventShape] = []
    outline: OutlineShape | None = None
    forms: list[FormShape] = []


class OrganisationShape(Shape):
    id: Id
    name: Words
    standing_office: Words
    before: Before = "exclusive"
    hours: list[Span] = []
    ladder: LadderShape = LadderShape()
    calendar: CalendarShape = CalendarShape()
    units: list[UnitShape] = []
    groups: list[GroupShape] = []
    plans: list[PlanShape] = []


class FileShape(Shape):
    version: Literal["1"]
    calendar: CalendarShape = CalendarShape()
    organisations: list[OrganisationShape]
