"""The four classes in which every expected unit stands: on time, late, open in time, open overdue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from schedules.deadline import Deadline
from schedules.owing import Lot
from storage.standings import Handed, Standings, written
from storage.tables import Submission

LAST = "9999-12-31"  # later than any day that is written


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

    def __add__(self, other: Figures) -> Figures:
        """Count two lists together."""
        return Figures(
            self.on_time + other.on_time,
            self.late + other.late,
            self.open + other.open,
            self.overdue + other.overdue,
            self.by_word + other.by_word,
        )

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
        and not submission.by_office
        and submission.handed_in_on is not None
        and submission.handed_in_on <= deadline.last_day
        and submission.recorded_at >= deadline.ends_at
    )


def classes(lot: Lot, handed: Mapping[str, Handed], now: datetime) -> Iterator[tuple[str, Standing, bool]]:
    """Yield each unit of a lot with its class and whether that rests on the unit's word: as above, for very many.

    Moments are compared as they are written in the database, since there may be 40,000 of them.
    """
    ends_at = written(lot.deadline.ends_at) if lot.deadline else LAST
    last_day = lot.deadline.last_day.isoformat() if lot.deadline else LAST
    missing = Standing.OVERDUE if lot.deadline and now >= lot.deadline.ends_at else Standing.OPEN
    for unit in lot.unit_ids:
        one = handed.get(unit)
        if one is None:
            yield unit, missing, False
            continue
        recorded_at, stated, by_office = one
        afterwards = (recorded_at or "") >= ends_at
        in_time = stated <= last_day if stated else not afterwards
        word = bool(stated) and in_time and afterwards and not by_office
        yield unit, Standing.ON_TIME if in_time else Standing.LATE, word


def count(lots: Iterable[Lot], standings: Standings, now: datetime, only: Container[str] | None = None) -> Figures:
    """Count what is expected by class.

    Parameters:
        only: these units; None for all.
    """
    counts: Counter[Standing] = Counter()
    by_word = 0
    for lot in lots:
        for unit, standing, word in classes(lot, standings.of(lot.plan.id, lot.task.id, lot.period), now):
            if only is None or unit in only:
                counts[standing] += 1
                by_word += word
    return _figures(counts, by_word)


def _figures(counts: Mapping[Standing, int], by_word: int) -> Figures:
    on_time, late = counts.get(Standing.ON_TIME, 0), counts.get(Standing.LATE, 0)
    return Figures(on_time, late, counts.get(Standing.OPEN, 0), counts.get(Standing.OVERDUE, 0), by_word)
