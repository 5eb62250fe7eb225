"""Deadlines that do not stand as the plan has them: an extension, a report returned with a new day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from types import MappingProxyType

from schedules.deadline import VIETNAM, Deadline, Moved
from schedules.plan import AssignmentId

Changes = Mapping[AssignmentId, Moved]
AS_PLANNED: Changes = MappingProxyType({})


def effective(printed: Deadline | None, moved: Moved | None, closes: time | None) -> Deadline | None:
    """Return the deadline that holds: the printed one unless it was moved.

    A moved one ends with its day, at the plan's closing hour if it has one. An extension that is not later than what
    the plan has come to say since changes nothing; a return always holds.

    Parameters:
        printed: None where the phrase still awaits an answer; only a return gives it a day then.
    """
    if moved is None or (moved.why == "extended" and printed and moved.last_day <= printed.last_day):
        return printed
    day = moved.last_day
    ends_at = datetime.combine(day, closes) if closes else datetime.combine(day + timedelta(days=1), time())
    return Deadline(printed.phrase if printed else "", day, ends_at.replace(tzinfo=VIETNAM), moved, printed)
