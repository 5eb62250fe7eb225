"""Write a reading with the keys that other programs know: those of the ``deadline`` command."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from schedules.deadline import Boundary, Reading, ReadingType
from schedules.periods import ends
from schedules.plan import Due
from schedules.working_days import WorkingDays

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
# Told only where they hold.
FLAGS = ("year_inferred", "needs_confirmation", "clock_inclusive", "tentative", "weekday_check", "weekday_date", "note")

Keys = dict[str, Any]


def expect(reading: Reading, days: WorkingDays) -> Keys:
    """Return a reading as plain values: days as ISO dates, moments to the minute, rules as RFC 5545 text.

    Parameters:
        days: by which the last working day is found, and periods are counted.
    """
    said: Keys = {"type": reading.type.value} | WRITERS[reading.type](reading, days)
    said |= {name: getattr(reading, name) for name in FLAGS if getattr(reading, name)}
    if reading.past_at_issue:
        said["status"] = "past at issue"
    return {name: _plain(value) for name, value in said.items()}


def _deadline(reading: Reading, days: WorkingDays) -> Keys:
    said: Keys = {"named_date": reading.named_date, "boundary": reading.boundary}
    if reading.boundary is Boundary.CLOCK:
        said["last_moment"] = reading.last_moment
    return said | _last(reading.last_day, days)


def _last(day: date | None, days: WorkingDays) -> Keys:
    if day is None:
        return {}
    return {
        "last_day": day,
        "last_day_weekday": WEEKDAYS[day.weekday()],
        "last_working_day": days.on_or_before(day),
    }


def _range(reading: Reading, days: WorkingDays) -> Keys:
    said: Keys = {"start": reading.start, "end": reading.end, "end_inclusive": True}
    optional = ("last_moment", "alternative", "civil_code_point")
    said |= {name: getattr(reading, name) for name in optional if getattr(reading, name)}
    return said | {"last_working_day": days.on_or_before(reading.end)} if reading.end else said


def _ranges(reading: Reading, _days: WorkingDays) -> Keys:
    return {"ranges": reading.ranges} | ({"boundary": reading.boundary} if reading.boundary else {})


def _recurring(reading: Reading, _days: WorkingDays) -> Keys:
    said: Keys = {
        "rrule_named_day": reading.rrule_named_day,
        "boundary": reading.boundary,
        "rrule_last_day": reading.rrule_last_day,
    }
    return said | ({"next": reading.next} if reading.next else {})


def _relative(reading: Reading, days: WorkingDays) -> Keys:
    """A period whose anchor is known has its last day already."""
    said: Keys = {"anchor": reading.anchor, "offset": reading.offset, "unit": reading.unit}
    if reading.meaning:
        said["meaning"] = reading.meaning
    known = ends(reading, Due((), reading), None, days)
    return said | _last(known.last_day if known else None, days)


def _event(reading: Reading, _days: WorkingDays) -> Keys:
    return {"date": reading.event_on} | ({"time": reading.event_time} if reading.event_time else {})


def _reason(reading: Reading, _days: WorkingDays) -> Keys:
    return {"reason": reading.reason} | ({"anchor": reading.anchor} if reading.anchor else {})


WRITERS: dict[ReadingType, Callable[[Reading, WorkingDays], Keys]] = {
    ReadingType.DEADLINE: _deadline,
    ReadingType.RANGE: _range,
    ReadingType.RANGES: _ranges,
    ReadingType.RECURRING: _recurring,
    ReadingType.RELATIVE: _relative,
    ReadingType.EVENT: _event,
    ReadingType.NO_DATE: _reason,
    ReadingType.NOT_A_DEADLINE: _reason,
    ReadingType.ERROR: _reason,
}


def _plain(value: object) -> object:
    match value:
        case datetime():
            return value.isoformat(timespec="minutes")
        case date():
            return value.isoformat()
        case Boundary():
            return value.value
        case tuple():
            return [_plain(item) for item in value]
        case _:
            return value
