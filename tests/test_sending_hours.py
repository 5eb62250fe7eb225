"""When the office pushes, and what an outage leaves."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from schedules.deadline import VIETNAM
from schedules.plan import SendingHours
from schedules.sending_hours import Office
from schedules.working_days import national

OFFICE = Office(SendingHours(), national())


def at(text: str) -> datetime:
    return datetime.strptime(f"2026 {text}", "%Y %d/%m %H:%M").replace(tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("moment", "opening"),
    [
        ("04/5 07:29", "04/5 07:30"),
        ("04/5 07:30", "04/5 07:30"),
        ("04/5 10:59", "04/5 10:59"),
        ("04/5 11:00", "04/5 13:30"),
        ("04/5 16:29", "04/5 16:29"),
        ("04/5 16:30", "05/5 07:30"),
        ("29/4 16:30", "04/5 07:30"),
        ("25/4 09:00", "28/4 07:30"),
        ("22/8 09:00", "22/8 09:00"),
    ],
    ids=[
        "before-opening",
        "opening",
        "last-minute-of-morning",
        "noon",
        "last-minute",
        "evening",
        "holiday",
        "weekend-and-27/4",
        "worked-saturday",
    ],
)
def test_next_open(moment: str, opening: str) -> None:
    assert OFFICE.next_open(at(moment)) == at(opening)


@pytest.mark.parametrize(
    ("step", "ends", "slot"),
    [
        ("04/5 07:30", "08/5 00:00", "04/5 07:30"),
        ("02/5 07:30", "08/5 00:00", "04/5 07:30"),
        ("07/5 17:00", "08/5 00:00", "07/5 13:30"),
        ("04/5 06:00", "04/5 07:00", "29/4 13:30"),
        ("08/5 17:00", "08/5 00:00", "11/5 07:30"),
    ],
    ids=["in-hours", "saturday", "evening-of-the-last-day", "before-dawn-after-a-holiday", "already-overdue"],
)
def test_slot(step: str, ends: str, slot: str) -> None:
    assert OFFICE.slot(at(step), at(ends)) == at(slot)


@pytest.mark.parametrize(
    ("now", "ends", "may"),
    [
        ("07/5 14:00", "08/5 00:00", True),
        ("07/5 12:00", "08/5 00:00", False),
        ("07/5 17:00", "08/5 00:00", True),
        ("07/5 20:59", "08/5 00:00", True),
        ("07/5 21:00", "08/5 00:00", False),
        ("08/5 06:10", "08/5 07:00", True),
        ("08/5 05:50", "08/5 07:00", False),
        ("08/5 17:00", "08/5 00:00", False),
        ("09/5 09:00", "11/5 17:00", False),
        ("09/5 09:00", "11/5 00:00", True),
    ],
    ids=[
        "open",
        "noon-waits-for-the-afternoon",
        "no-opening-left",
        "last-minute-awake",
        "asleep",
        "early-with-a-deadline-at-seven",
        "too-early",
        "overdue-waits",
        "saturday-with-monday-left",
        "saturday-ends-on-sunday",
    ],
)
def test_after_an_outage(now: str, ends: str, may: bool) -> None:
    assert OFFICE.may_send(at(now), at(ends)) is may


@pytest.mark.parametrize(
    ("since", "until", "minutes"),
    [
        ("04/5 07:30", "04/5 14:00", 240),
        ("04/5 06:00", "04/5 07:30", 0),
        ("04/5 10:30", "04/5 12:00", 30),
        ("04/5 11:00", "04/5 13:30", 0),
        ("04/5 15:00", "05/5 08:00", 120),
        ("29/4 16:00", "04/5 08:00", 60),
        ("04/5 09:00", "04/5 08:00", 0),
    ],
    ids=["over-noon", "before-opening", "into-noon", "noon", "over-night", "over-holidays", "backwards"],
)
def test_open_time(since: str, until: str, minutes: int) -> None:
    assert OFFICE.open_time(at(since), at(until)) == timedelta(minutes=minutes)
