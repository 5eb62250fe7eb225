"""When reminders rise above the officer, on the calendar of 2026, stated by hand."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest

from schedules.deadline import VIETNAM, Deadline
from schedules.escalating import Cause, Level, Rise, rises
from schedules.ladder import Step, StepKind
from schedules.plan import SendingHours
from schedules.sending_hours import Office
from schedules.working_days import national

OFFICE = Office(SendingHours(), national())
MORNINGS = Office(SendingHours(((time(7, 30), time(11, 0)),)), national())


def at(text: str) -> datetime:
    return datetime.strptime(f"2026 {text}", "%Y %d/%m %H:%M").replace(tzinfo=VIETNAM)


def ending(last_day: str, hour: str = "") -> Deadline:
    """Return a deadline that ends with a day, or at an hour of it."""
    day = at(f"{last_day} 00:00")
    return Deadline("(phrase)", day.date(), at(f"{last_day} {hour}") if hour else day + timedelta(days=1))


def reminded(*moments: str) -> list[Step]:
    return [Step(at(moment), StepKind.BEFORE, 2, "before-2") for moment in moments]


def told(deadline: Deadline, *moments: str, office: Office = OFFICE) -> dict[str, list[str]]:
    found = rises(deadline, reminded(*moments), office)
    return {rise.cause.value: [f"{moment:%d/%m %H:%M}" for moment in rise.moments] for rise in found}


@pytest.mark.parametrize(
    ("deadline", "unreceived", "unsubmitted"),
    [
        pytest.param(
            ending("06/5"),
            ["04/05 13:30", "05/05 07:30", "05/05 13:30"],
            ["06/05 14:30", "06/05 15:30", "06/05 16:15"],
            id="a working day",
        ),
        pytest.param(
            ending("09/5"),
            ["06/05 13:30", "07/05 07:30", "07/05 13:30"],
            ["08/05 14:30", "08/05 15:30", "08/05 16:15"],
            id="a Saturday: on the Friday",
        ),
        pytest.param(
            ending("04/5"),
            ["28/04 13:30", "29/04 07:30", "29/04 13:30"],
            ["04/05 14:30", "04/05 15:30", "04/05 16:15"],
            id="after the holidays of 30/4 and 01/5",
        ),
        pytest.param(
            ending("06/5", "17:00"),
            ["04/05 13:30", "05/05 07:30", "05/05 13:30"],
            ["06/05 14:30", "06/05 15:30", "06/05 16:15"],
            id="until five o'clock",
        ),
        pytest.param(
            ending("06/5", "11:00"),
            ["04/05 13:30", "05/05 07:30", "05/05 13:30"],
            ["05/05 14:30", "05/05 15:30", "06/05 07:30"],
            id="until eleven: the afternoon before",
        ),
    ],
)
def test_moments_of_the_three_levels(deadline: Deadline, unreceived: list[str], unsubmitted: list[str]) -> None:
    assert told(deadline, "24/4 07:30") == {"unreceived": unreceived, "unsubmitted": unsubmitted}


def test_nothing_rises_before_the_unit_was_reminded() -> None:
    assert told(ending("06/5"), "05/5 08:00") == {"unsubmitted": ["06/05 14:30", "06/05 15:30", "06/05 16:15"]}
    assert told(ending("06/5"), "06/5 15:00") == {}
    assert told(ending("06/5")) == {}


def test_an_office_of_mornings_says_it_the_next_morning_if_there_is_one() -> None:
    assert told(ending("06/5"), "24/4 07:30", office=MORNINGS)["unreceived"] == ["05/05 07:30", "06/05 07:30"]


def test_a_receipt_that_held_at_the_last_reminder_before_is_one() -> None:
    (unreceived, unsubmitted) = rises(ending("06/5"), reminded("24/4 07:30", "04/5 07:30", "06/5 13:30"), OFFICE)
    assert unreceived.since == at("04/5 07:30")
    assert unsubmitted.since == at("06/5 13:30")


@pytest.mark.parametrize(
    ("levels", "now", "reached"),
    [
        pytest.param(list(Level), "04/5 13:29", [], id="too early"),
        pytest.param(list(Level), "04/5 13:30", [Level.DEPUTY], id="the deputy first"),
        pytest.param([Level.LEADER, Level.LIST], "04/5 13:30", [Level.LEADER], id="no deputy: the leader at once"),
        pytest.param([Level.LIST], "04/5 13:30", [Level.LIST], id="nobody: the list at once"),
        pytest.param(list(Level), "05/5 09:00", [Level.DEPUTY, Level.LEADER], id="then the leader"),
        pytest.param([Level.LEADER, Level.LIST], "06/5 09:00", [Level.LEADER, Level.LIST], id="no more than there are"),
    ],
)
def test_who_has_been_reached(levels: list[Level], now: str, reached: list[Level]) -> None:
    rise = Rise(Cause.UNRECEIVED, (at("04/5 13:30"), at("05/5 07:30"), at("05/5 13:30")), at("04/5 07:30"))
    assert list(rise.reached(levels, at(now))) == reached
