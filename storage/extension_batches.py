"""Extensions given in one act, to one unit or to all that are outstanding, and taken back in one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import or_, text, update
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session, col, delete, select

from schedules.plan import AssignmentId
from storage import assignments
from storage.listed import listed
from storage.tables import Assignment, Extension, JournalEntry, Wave


def give(
    session: Session,
    ids: Collection[AssignmentId],
    person_id: int,
    now: datetime,
    last_day: date,
    reason: str,
    batch: str,
) -> None:
    """Give all of them time until ``last_day``; a request that asked for no later day is granted by it."""
    numbers = assignments.numbers(session, ids)
    decided = {"decided_at": now, "decided_by": person_id, "last_day": last_day, "batch": batch}
    asking = (
        update(Extension)
        .where(col(Extension.assignment_id).in_(listed(numbers.values())))
        .where(col(Extension.decided_at).is_(None), col(Extension.ended_at).is_(None))
        .where(or_(col(Extension.asked_day).is_(None), col(Extension.asked_day) <= last_day))
    )
    session.exec(asking.values(**decided))
    had = set(session.exec(select(Extension.assignment_id).where(Extension.batch == batch)))
    rows = [
        {"assignment_id": number, "asked_at": now, "reason": reason, **decided}
        for number in numbers.values()
        if number not in had
    ]
    if rows:
        session.connection().execute(insert(Extension), rows)
    _write(session, numbers, person_id, now, "extension_granted", granted=last_day.isoformat(), reason=reason)


def of_batch(session: Session, batch: str) -> list[tuple[AssignmentId, Extension]]:
    """List what one decision gave and still stands."""
    wanted = (
        select(Assignment, Extension)
        .join(Extension, col(Extension.assignment_id) == Assignment.id)
        .where(Extension.batch == batch, col(Extension.ended_at).is_(None), col(Extension.decided_at).is_not(None))
        .order_by(col(Extension.id))
    )
    return [(AssignmentId(a.organisation, a.plan, a.task, a.unit, a.period), one) for a, one in session.exec(wanted)]


def undo(session: Session, batch: str, person_id: int, now: datetime) -> dict[AssignmentId, int]:
    """Take back what one decision gave; return from whom, with the numbers. A request waits again.

    What the old deadlines would have brought meanwhile is looked at again in the next round.
    """
    stood = of_batch(session, batch)
    if not stood:
        return {}
    began = min(one.decided_at for _, one in stood if one.decided_at)
    run = session.connection().execute
    # Who has asked anew since has a request that waits: theirs stays the only one. Who has handed in needs none.
    again = text(
        "UPDATE OR IGNORE extension SET decided_at = NULL, decided_by = NULL, last_day = NULL, batch = ''"
        " WHERE batch = :batch AND asked_by IS NOT NULL AND ended_at IS NULL AND assignment_id NOT IN"
        " (SELECT assignment_id FROM submission WHERE withdrawn_at IS NULL)"
    )
    run(again, {"batch": batch})
    session.exec(update(Extension).where(col(Extension.batch) == batch).values(ended_at=now))
    session.expire_all()
    for organisation, plan, task in {id[:3] for id, _ in stood}:
        of_task = (col(Wave.organisation) == organisation, col(Wave.plan) == plan, col(Wave.task) == task)
        session.exec(delete(Wave).where(*of_task, col(Wave.put_at) >= began))
    numbers = {id: one.assignment_id for id, one in stood}
    _write(session, numbers, person_id, now, "extension_undone")
    return numbers


def _write(
    session: Session, numbers: dict[AssignmentId, int], person_id: int, now: datetime, act: str, **detail: str
) -> None:
    """Write one entry for each unit, so that the journal of a unit has it."""
    kept = {name: value for name, value in detail.items() if value}
    rows = [
        {
            "at": now,
            "person_id": person_id,
            "organisation": id.organisation,
            "unit": id.unit,
            "act": act,
            "assignment_id": number,
            "detail": kept,
        }
        for id, number in numbers.items()
    ]
    session.connection().execute(insert(JournalEntry), rows)
