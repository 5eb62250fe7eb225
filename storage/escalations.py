"""Escalations: who above the officer has been told of an assignment, each level once for each deadline."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session, col, select

from schedules.plan import AssignmentId
from storage.listed import listed as listed_values
from storage.tables import Assignment, Escalation, Extension, Receipt, Submission

LIST = "list"
Rung = tuple[int, str, str]  # assignment's number, end of the deadline as ISO text, level


@dataclass(frozen=True, slots=True)
class Listed:
    """An assignment that the coordinators were told has had no answer; ``ends_at`` names the deadline, as ISO text."""

    id: AssignmentId
    number: int
    ends_at: str
    at: datetime


def told(session: Session, numbers: Iterable[int]) -> set[Rung]:
    """Return the levels that have been told of these assignments."""
    wanted = select(Escalation).where(col(Escalation.assignment_id).in_(listed_values(numbers)))
    return {(one.assignment_id, one.ends_at, one.level) for one in session.exec(wanted)}


def tell(session: Session, rungs: Iterable[Rung], now: datetime) -> None:
    """Note levels as told; those noted before stay as they are."""
    rows = [{"assignment_id": number, "ends_at": end, "level": level, "at": now} for number, end, level in rungs]
    if rows:
        session.connection().execute(insert(Escalation).on_conflict_do_nothing(), rows)


def listed(session: Session, organisation: str) -> list[Listed]:
    """List what the coordinators were told of and nobody has answered since, latest first.

    An answer is a submission, a receipt, a request for another deadline or a deadline granted. Whether the assignment
    is still owed by the same deadline is the plan's to say.
    """
    number = col(Escalation.assignment_id)
    submitted = exists().where(col(Submission.assignment_id) == number, col(Submission.withdrawn_at).is_(None))
    received = exists().where(col(Receipt.assignment_id) == number, col(Receipt.received_at) >= col(Escalation.at))
    asked = exists().where(
        col(Extension.assignment_id) == number,
        col(Extension.ended_at).is_(None),
        (col(Extension.asked_at) >= col(Escalation.at)) | col(Extension.decided_at).is_(None),
    )
    wanted = (
        select(Escalation, Assignment)
        .join(Assignment, col(Assignment.id) == number)
        .where(Assignment.organisation == organisation, Escalation.level == LIST)
        .where(~submitted, ~received, ~asked)
        .order_by(col(Escalation.at).desc(), col(Assignment.id))
    )
    return [
        Listed(AssignmentId(a.organisation, a.plan, a.task, a.unit, a.period), one.assignment_id, one.ends_at, one.at)
        for one, a in session.exec(wanted)
    ]
