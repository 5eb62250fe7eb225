"""Submissions that the standing office records for units whose reports came by another way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select

from schedules.plan import AssignmentId
from storage import assignments, extensions, journal
from storage.listed import listed
from storage.tables import Submission


@dataclass(frozen=True, slots=True)
class Stated:
    """What is said of one report: its document, and the day on which it came; None: not said."""

    number: str | None = None
    on: date | None = None
    handed_in_on: date | None = None


def record_many(session: Session, stated: Mapping[AssignmentId, Stated], by: int, now: datetime) -> list[Submission]:
    """Record submissions by the office's word, all at once; those that stand already are left as they are.

    Returns:
        those that are new, in the order of their ids, which follow one another.
    """
    numbers = assignments.numbers(session, stated)
    stands = select(Submission.assignment_id).where(
        col(Submission.assignment_id).in_(listed(numbers.values())), col(Submission.withdrawn_at).is_(None)
    )
    done = set(session.exec(stands))
    made = [
        Submission(
            assignment_id=numbers[id],
            document_number=said.number,
            document_on=said.on,
            handed_in_on=said.handed_in_on,
            recorded_at=now,
            recorded_by=by,
            by_office=True,
        )
        for id, said in stated.items()
        if numbers[id] not in done
    ]
    session.add_all(made)
    session.flush()
    _journal(session, made, by, now, "recorded_for_unit")
    ids = {number: id for id, number in numbers.items()}
    extensions.end_asked(session, {one.assignment_id: ids[one.assignment_id] for one in made}, by, now)
    return made


def recorded_together(session: Session, first: int, last: int) -> list[Submission]:
    """List what one act of the office has recorded, from its first submission to its last, if it still stands."""
    head = session.get(Submission, first)
    if head is None or not head.by_office:
        return []
    wanted = select(Submission).where(
        col(Submission.id).between(first, last),
        col(Submission.by_office).is_(True),
        Submission.recorded_at == head.recorded_at,
        Submission.recorded_by == head.recorded_by,
        col(Submission.withdrawn_at).is_(None),
    )
    return list(session.exec(wanted.order_by(col(Submission.id))))


def undo(session: Session, recorded: Sequence[Submission], by: int, now: datetime) -> None:
    """Withdraw what was recorded; the assignments are outstanding again."""
    for one in recorded:
        one.withdrawn_at, one.withdrawn_by = now, by
    session.flush()
    _journal(session, recorded, by, now, "recording_undone")


def _journal(session: Session, about: Sequence[Submission], by: int, now: datetime, act: str) -> None:
    ids = assignments.named_many(session, [one.assignment_id for one in about])
    for one in about:
        said = {"document_number": one.document_number, "document_on": one.document_on, "on": one.handed_in_on}
        detail = {key: value.isoformat() if isinstance(value, date) else value for key, value in said.items() if value}
        journal.write(
            session,
            at=now,
            act=act,
            organisation=ids[one.assignment_id].organisation,
            person_id=by,
            unit=ids[one.assignment_id].unit,
            assignment_id=one.assignment_id,
            **(detail if act == "recorded_for_unit" else {}),
        )
