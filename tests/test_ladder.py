"""The ladder on the calendar of 2026, stated by hand."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from schedules.deadline import VIETNAM, Deadline
from schedules.ladder import Step, StepKind, ladder, newest
from schedules.plan import LadderRule
from schedules.working_days import national

OPENING = time(7, 30)


def at(text: str) -> datetime:
    """Read "24/4 07:30" as a moment of 2026."""
    return datetime.strptime(f"2026 {text}", "%Y %d/%m %H:%M").replace(tzinfo=VIETNAM)


def by_day(last_day: str) -> Deadline:
    day = at(f"{last_day} 00:00").date()
    return Deadline("(phrase)", day, datetime.combine(day + timedelta(days=1), time(), VIETNAM))


def climb(deadline: Deadline, begins: str = "01/1 00:00", assigned: str | None = None) -> list[tuple[str, str]]:
    found = ladder(
        deadline,
        LadderRule(),
        national(),
        OPENING,
        not_before=at(begins),
        assigned_at=at(assigned) if assigned else None,
    )
    return [(f"{step.at.day:02}/{step.at.month} {step.at:%H:%M}", step.id) for step in found]


@pytest.mark.parametrize(
    ("last_day", "expected"),
    [
        pytest.param(
            "06/5",  # Wednesday: 27/4, 30/4 and 1/5 are off
            [
                ("24/4 07:30", "before-5"),
                ("04/5 07:30", "before-2"),
                ("06/5 07:30", "last_day-1"),
                ("06/5 13:30", "last_day-2"),
                ("07/5 07:30", "overdue-1"),
                ("08/5 07:30", "overdue-2"),
                ("11/5 07:30", "overdue-3"),
                ("12/5 07:30", "overdue-4"),
                ("13/5 07:30", "overdue-5"),
                ("20/5 07:30", "overdue-week-1"),
                ("27/5 07:30", "overdue-week-2"),
                ("03/6 07:30", "overdue-week-3"),
                ("10/6 07:30", "overdue-week-4"),
                ("17/6 07:30", "overdue-week-5"),
            ],
            id="gia-lai-report",
        ),
        pytest.param(
            "31/5",  # a Sunday: counted from Friday 29/5, overdue from Monday 1/6
            [
                ("22/5 07:30", "before-5"),
                ("27/5 07:30", "before-2"),
                ("29/5 07:30", "last_day-1"),
                ("29/5 13:30", "last_day-2"),
                ("01/6 07:30", "overdue-1"),
                ("02/6 07:30", "overdue-2"),
                ("03/6 07:30", "overdue-3"),
                ("04/6 07:30", "overdue-4"),
                ("05/6 07:30", "overdue-5"),
                ("12/6 07:30", "overdue-week-1"),
                ("19/6 07:30", "overdue-week-2"),
                ("26/6 07:30", "overdue-week-3"),
                ("03/7 07:30", "overdue-week-4"),
                ("10/7 07:30", "overdue-week-5"),
            ],
            id="sunday",
        ),
    ],
)
def test_whole_ladder(last_day: str, expected: list[tuple[str, str]]) -> None:
    assert climb(by_day(last_day)) == expected


def test_weekly_step_on_a_day_off_moves_to_the_next_working_day() -> None:
    # Five working days after 12/4 end on Friday 17/4; a week later is 24/4, then Friday 1/5, which is off: Monday 4/5.
    weekly = [when for when, step in climb(by_day("12/4")) if step.startswith("overdue-week")]
    assert weekly == ["24/4 07:30", "04/5 07:30", "08/5 07:30", "15/5 07:30", "22/5 07:30"]


@pytest.mark.parametrize(
    ("ends_at", "expected"),
    [
        ("12/5 17:00", [("12/5 07:30", "last_day-1"), ("12/5 13:30", "last_day-2")]),
        ("12/5 13:30", [("12/5 07:30", "last_day-1")]),
        ("12/5 10:00", [("12/5 07:30", "last_day-1")]),
        ("12/5 07:30", [("11/5 13:30", "last_day-1")]),
        ("12/5 07:00", [("11/5 13:30", "last_day-1")]),
        ("04/5 07:00", [("29/4 13:30", "last_day-1")]),  # the working day before Monday 4/5 is Wednesday 29/4
    ],
    ids=["afternoon", "at-the-second-step", "morning", "at-the-opening", "before-the-opening", "over-the-holiday"],
)
def test_last_day_of_a_clock_deadline(ends_at: str, expected: list[tuple[str, str]]) -> None:
    moment = at(ends_at)
    steps = climb(Deadline("(phrase)", moment.date(), moment))
    assert [step for step in steps if step[1].startswith("last_day")] == expected


@pytest.mark.parametrize(
    ("begins", "assigned", "first_two"),
    [
        ("22/4 00:00", "22/4 07:30", [("22/4 07:30", "assigned"), ("24/4 07:30", "before-5")]),
        ("24/4 00:00", "24/4 07:30", [("24/4 07:30", "before-5"), ("04/5 07:30", "before-2")]),
        ("28/4 00:00", "28/4 07:30", [("28/4 07:30", "assigned"), ("04/5 07:30", "before-2")]),
        ("06/5 09:00", "06/5 09:00", [("06/5 13:30", "last_day-2"), ("07/5 07:30", "overdue-1")]),
    ],
    ids=["before-all", "on-a-step's-day", "between", "armed-on-the-last-morning"],
)
def test_assigned(begins: str, assigned: str, first_two: list[tuple[str, str]]) -> None:
    assert climb(by_day("06/5"), begins, assigned)[:2] == first_two


def test_working_days_since_are_counted() -> None:
    found = ladder(by_day("06/5"), LadderRule(), national(), OPENING, not_before=at("01/1 00:00"))
    since = {step.id: step.working_days for step in found if step.kind is StepKind.OVERDUE}
    assert since == {
        "overdue-1": 1,
        "overdue-2": 2,
        "overdue-3": 3,
        "overdue-4": 4,
        "overdue-5": 5,
        "overdue-week-1": 10,
        "overdue-week-2": 15,
        "overdue-week-3": 20,
        "overdue-week-4": 25,
        "overdue-week-5": 30,
    }


def test_own_rule() -> None:
    rule = LadderRule(assigned=False, before=(1,), last_day=(time(9),), overdue_days=1, overdue_weeks=0)
    found = ladder(by_day("06/5"), rule, national(), OPENING, not_before=at("01/1 00:00"), assigned_at=at("02/1 07:30"))
    assert [(step.at, step.kind) for step in found] == [
        (at("05/5 07:30"), StepKind.BEFORE),
        (at("06/5 09:00"), StepKind.LAST_DAY),
        (at("07/5 07:30"), StepKind.OVERDUE),
    ]


def test_newest_is_the_last_that_is_due() -> None:
    steps = (
        Step(at("24/4 07:30"), StepKind.BEFORE, 5, "before-5"),
        Step(at("04/5 07:30"), StepKind.BEFORE, 2, "before-2"),
    )
    assert newest(steps, at("24/4 07:29")) is None
    assert newest(steps, at("24/4 07:30")) is steps[0]
    assert newest(steps, at("05/5 00:00")) is steps[1]
    assert date(2026, 5, 4) == steps[1].at.date()
