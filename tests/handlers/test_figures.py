"""In which class an assignment stands, and that the four classes are all that was expected."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import pytest

from handlers.figures.figures import Figures, Standing, classify, count, is_by_word
from schedules.deadline import VIETNAM, Deadline
from schedules.owing import Lot
from storage.standings import Standings, written
from storage.tables import Submission
from tests.handlers.small_plans import SO_KET


def moment(words: str) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=VIETNAM)


BY_DAY = Deadline("trước ngày 07/5/2026", date(2026, 5, 6), moment("2026-05-07 00:00"))
BY_HOUR = Deadline("trước 17 giờ ngày 06/5/2026", date(2026, 5, 6), moment("2026-05-06 17:00"))


def submission(
    recorded: str, handed_in: date | None = None, document: date | None = None, *, by_office: bool = False
) -> Submission:
    return Submission(
        assignment_id=1,
        recorded_at=moment(recorded),
        recorded_by=1,
        handed_in_on=handed_in,
        document_number="45/BC-UBND",
        document_on=document,
        by_office=by_office,
    )


@dataclass(frozen=True)
class Case:
    name: str
    deadline: Deadline | None
    submission: Submission | None
    now: str
    standing: Standing
    by_word: bool = False


CASES = [
    Case("open on the last day", BY_DAY, None, "2026-05-06 23:59:59", Standing.OPEN),
    Case("overdue from midnight", BY_DAY, None, "2026-05-07 00:00", Standing.OVERDUE),
    Case("overdue from the hour", BY_HOUR, None, "2026-05-06 17:00", Standing.OVERDUE),
    Case(
        "confirmed at the last second", BY_DAY, submission("2026-05-06 23:59:59"), "2026-05-09 08:00", Standing.ON_TIME
    ),
    Case("confirmed at midnight", BY_DAY, submission("2026-05-07 00:00"), "2026-05-09 08:00", Standing.LATE),
    Case("confirmed after the hour", BY_HOUR, submission("2026-05-06 17:00"), "2026-05-06 18:00", Standing.LATE),
    Case(
        "the document's date does not count",
        BY_DAY,
        submission("2026-05-08 09:00", document=date(2026, 5, 4)),
        "2026-05-09 08:00",
        Standing.LATE,
    ),
    Case(
        "handed in before, stated after",
        BY_DAY,
        submission("2026-05-08 09:00", handed_in=date(2026, 5, 6)),
        "2026-05-09 08:00",
        Standing.ON_TIME,
        by_word=True,
    ),
    Case(
        "handed in before, recorded by the office after",
        BY_DAY,
        submission("2026-05-08 09:00", handed_in=date(2026, 5, 6), by_office=True),
        "2026-05-09 08:00",
        Standing.ON_TIME,
    ),
    Case(
        "handed in before, stated before",
        BY_DAY,
        submission("2026-05-06 09:00", handed_in=date(2026, 5, 5)),
        "2026-05-09 08:00",
        Standing.ON_TIME,
    ),
    Case(
        "handed in after",
        BY_DAY,
        submission("2026-05-08 09:00", handed_in=date(2026, 5, 7)),
        "2026-05-09 08:00",
        Standing.LATE,
    ),
    Case("no day yet, open", None, None, "2026-06-01 08:00", Standing.OPEN),
    Case("no day yet, submitted", None, submission("2026-06-01 08:00"), "2026-06-01 08:00", Standing.ON_TIME),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_class(case: Case) -> None:
    assert classify(case.deadline, case.submission, moment(case.now)) is case.standing
    if case.submission:
        assert is_by_word(case.deadline, case.submission) is case.by_word


def test_the_four_classes_add_up_to_those_expected() -> None:
    task = SO_KET.tasks["bao-cao"]
    lot = Lot(SO_KET, task, "", BY_DAY, tuple("0123456"))
    handed = {
        "0": (written(moment("2026-05-05 08:00")), None, False),
        "1": (written(moment("2026-05-08 08:00")), None, False),
        "2": (written(moment("2026-05-08 08:00")), "2026-05-06", False),
        "not expected any more": (written(moment("2026-05-05 08:00")), None, False),
    }
    standing = Standings({(SO_KET.id, task.id, ""): handed})
    figures = count([lot], standing, moment("2026-05-09 08:00"))
    assert figures == Figures(on_time=2, late=1, open=0, overdue=4, by_word=1)
    assert figures.expected == 7
    assert (figures.submitted, figures.percent) == (3, 42.9)


@pytest.mark.parametrize(
    ("figures", "percent"),
    [(Figures(), 0.0), (Figures(on_time=134, open=1), 99.3), (Figures(on_time=999, open=1), 99.9), (Figures(1), 100.0)],
    ids=["nobody", "135 communes", "never a rounded 100", "all"],
)
def test_percent(figures: Figures, percent: float) -> None:
    assert figures.percent == percent
