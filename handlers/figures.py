"""The four classes in which every expected unit stands: on time, late, open in time, open overdue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from schedules.deadline import Deadline
from schedules.owing import Owed
from schedules.plan import AssignmentId
from storage.tables import Submission


class Standing(StrEnum):
    """The four classes; together they are all that was expected."""

    ON_TIME = "on-time"
    LATE = "late"
    OPEN = "open"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Figures:
    """How many stand in each class. ``by_word`` of those on time rest on a day stated after the deadline."""

    on_time: int = 0
    late: int = 0
    open: int = 0
    overdue: int = 0
    by_word: int = 0

    @property
    def expected(self) -> int:
        """Return how many were expected: the four classes together."""
        return self.on_time + self.late + self.open + self.overdue

    @property
    def submitted(self) -> int:
        """Return how many have handed in, in time or not."""
        return self.on_time + self.late

    @property
    def percent(self) -> float:
        """Return the share that has handed in, to one decimal, never rounded up to a full 100."""
        if not self.expected:
            return 0.0
        rounded = round(100 * self.submitted / self.expected, 1)
        return rounded if self.submitted == self.expected else min(rounded, 99.9)


def classify(deadline: Deadline | None, submission: Submission | None, now: datetime) -> Standing:
    """Say in which class an assignment stands.

    The day of handing in counts as the unit states it, else the moment of its confirmation; the document's own date
    never does. What has no deadline yet cannot be late.
    """
    if submission is None:
        return Standing.OVERDUE if deadline and now >= deadline.ends_at else Standing.OPEN
    if deadline is None:
        return Standing.ON_TIME
    if submission.handed_in_on is not None:
        in_time = submission.handed_in_on <= deadline.last_day
    else:
        in_time = submission.recorded_at < deadline.ends_at
    return Standing.ON_TIME if in_time else Standing.LATE


def is_by_word(deadline: Deadline | None, submission: Submission) -> bool:
    """Say whether being on time rests on the unit's word: a day before the deadline, stated after it."""
    return (
        deadline is not None
        and submission.handed_in_on is not None
        and submission.handed_in_on <= deadline.last_day
        and submission.recorded_at >= deadline.ends_at
    )


def tally(wanted: Iterable[Owed], standing: Mapping[AssignmentId, Submission], now: datetime) -> Figures:
    """Count a list of assignments by class."""
    classes: Counter[Standing] = Counter()
    by_word = 0
    for one in wanted:
        submission = standing.get(one.id)
        classes[classify(one.deadline, submission, now)] += 1
        by_word += submission is not None and is_by_word(one.deadline, submission)
    return Figures(
        classes[Standing.ON_TIME], classes[Standing.LATE], classes[Standing.OPEN], classes[Standing.OVERDUE], by_word
    )
