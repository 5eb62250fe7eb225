"""What the ladders still bring: one message a unit and slot, its rank, and what saving messages makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from schedules.deadline import VIETNAM
from schedules.forecast import Climb, Rank, Slot, by_rank, climbs, joins, messages, rank_of
from schedules.ladder import Step, StepKind
from schedules.loading.loader import load
from schedules.plan import AssignmentId, Organisation
from tests.small_plans import ORGANISATION, SMALL, at

APRIL, JUNE = at("01/4 00:00"), at("01/6 00:00")
ENDS = at("08/5 00:00")
HAI = AssignmentId(ORGANISATION, "ke-hoach", "bao-cao", "so-hai")


def organisation(folder: Path, text: str = SMALL) -> Organisation:
    file = folder / "plans.yaml"
    file.write_text(text, "utf-8")
    plans = load(file).plans
    assert plans
    return plans.organisations[ORGANISATION]


def shown(slots: list[Slot]) -> list[str]:
    """Write "24/4 07:30 EARLY ×1" for each, in order."""
    told = sorted(slots, key=lambda slot: slot.at)
    return [f"{slot.at.astimezone(VIETNAM):%d/%-m %H:%M} {slot.rank.name} ×{len(slot.hearers)}" for slot in told]


def step(moment: str, kind: str, days: int | None = None) -> Step:
    return Step(at(moment), StepKind(kind), days, f"{kind}-{days}")


def test_one_message_a_unit_and_slot_with_its_most_important_rank(tmp_path: Path) -> None:
    # bao-cao ends on 06/5, so-ket on Saturday 09/5, so its last working day is 08/5.
    found = list(messages(climbs(organisation(tmp_path), APRIL, JUNE), APRIL, at("13/5 00:00")))
    assert shown(found) == [
        "22/4 07:30 ASSIGNED ×1",  # both tasks in one message
        "24/4 07:30 EARLY ×1",
        "29/4 07:30 EARLY ×1",
        "04/5 07:30 SOON ×1",
        "06/5 07:30 LAST_DAY ×1",  # and two working days before the other's
        "06/5 13:30 LAST_DAY ×1",
        "07/5 07:30 OVERDUE ×1",
        "08/5 07:30 LAST_DAY ×1",  # and overdue with the other
        "08/5 13:30 LAST_DAY ×1",
        "11/5 07:30 OVERDUE ×1",
        "12/5 07:30 OVERDUE ×1",
    ]


def test_who_has_handed_in_is_not_counted(tmp_path: Path) -> None:
    two = SMALL.replace("units: [so-hai]\n            send_to", "units: [so-mot, so-hai]\n            send_to")
    here = organisation(tmp_path, two)
    day = (at("24/4 00:00"), at("25/4 00:00"))
    assert shown(list(messages(climbs(here, *day), *day))) == ["24/4 07:30 EARLY ×1", "24/4 07:30 EARLY ×1"]
    assert shown(list(messages(climbs(here, *day, {HAI}), *day))) == ["24/4 07:30 EARLY ×1"]
    assert [slot.hearers for slot in messages(climbs(here, *day, {HAI}), *day)] == [("so-mot",)]


def test_messages_that_take_later_steps_along_are_fewer(tmp_path: Path) -> None:
    here = climbs(organisation(tmp_path), APRIL, JUNE)
    found = list(messages(here, APRIL, at("13/5 00:00"), wide=True))
    assert shown(found) == [
        "22/4 07:30 EARLY ×1",  # the step of 24/4 joins
        "29/4 07:30 EARLY ×1",
        "04/5 07:30 SOON ×1",  # two days before both; last days stay on their own days
        "06/5 07:30 LAST_DAY ×1",  # the afternoon joins
        "07/5 07:30 OVERDUE ×1",  # overdue until 10/5
        "08/5 07:30 LAST_DAY ×1",
        "11/5 07:30 OVERDUE ×1",
    ]


NOW = at("06/5 07:30")
JOINS = [
    pytest.param(step("06/5 13:30", "last_day", 0), ENDS, True, id="the-same-last-day"),
    pytest.param(step("07/5 07:30", "last_day", 0), ENDS, False, id="a-last-day-to-come"),
    pytest.param(step("09/5 07:30", "before", 2), ENDS, True, id="within-three-days"),
    pytest.param(step("11/5 07:30", "before", 2), ENDS, False, id="beyond-three-days"),
    pytest.param(step("08/5 07:30", "assigned"), ENDS, True, id="assigned"),
    pytest.param(step("08/5 07:30", "overdue", 1), ENDS, False, id="not-overdue-yet"),
    pytest.param(step("08/5 07:30", "overdue", 3), at("05/5 00:00"), True, id="overdue-already"),
    pytest.param(step("06/5 07:30", "before", 2), ENDS, False, id="due-now-anyway"),
]


@pytest.mark.parametrize(("later", "ends_at", "expected"), JOINS)
def test_what_a_message_takes_along(later: Step, ends_at: object, expected: bool) -> None:
    assert joins(later, ends_at, NOW) is expected  # type: ignore[arg-type]


def test_nothing_of_the_next_month_is_taken_along() -> None:
    assert joins(step("30/5 07:30", "before", 2), at("05/6 00:00"), at("29/5 07:30"))
    assert not joins(step("01/6 07:30", "before", 2), at("05/6 00:00"), at("29/5 07:30"))


@pytest.mark.parametrize(
    ("kind", "days", "rank"),
    [
        ("last_day", 0, Rank.LAST_DAY),
        ("overdue", 3, Rank.OVERDUE),
        ("before", 2, Rank.SOON),
        ("before", 3, Rank.EARLY),
        ("assigned", None, Rank.ASSIGNED),
    ],
)
def test_ranks(kind: str, days: int | None, rank: Rank) -> None:
    assert rank_of(StepKind(kind), days) is rank


def test_a_chat_of_two_units_gets_one_message() -> None:
    two = [Climb((step("06/5 07:30", kind),), ENDS, frozenset({7})) for kind in ("assigned", "last_day")]
    assert by_rank(messages(two, APRIL, JUNE)) == {Rank.LAST_DAY: 1}
