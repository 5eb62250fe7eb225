"""Acceptance: the coordinator's word that what was submitted will do. A unit can't withdraw it any more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from schedules.plan import AssignmentId
from storage import assignments, journal
from storage.listed import listed
from storage.tables import Assignment, Submission


def to_accept(session: Session, organisation: str, plan: str) -> list[tuple[AssignmentId, Submission]]:
    """List what stands under a plan and has not been accepted, first come first."""
    wanted = (
        select(Assignment, Submission)
        .join(Submission, col(Submission.assignment_id) == Assignment.id)
        .where(Assignment.organisation == organisation, Assignment.plan == plan)
        .where(col(Submission.withdrawn_at).is_(None), col(Submission.accepted_at).is_(None))
        .order_by(col(Submission.recorded_at), col(Submission.id))
    )
    return [(AssignmentId(a.organisation, a.plan, a.task, a.unit, a.period), one) for a, one in session.exec(wanted)]


def accept(session: Session, submissions: Iterable[int], by: int, now: datetime) -> list[Submission]:
    """Accept those that still stand and that nobody has accepted; return them."""
    accepted = (
        update(Submission)
        .where(col(Submission.id).in_(listed(submissions)))
        .where(col(Submission.withdrawn_at).is_(None), col(Submission.accepted_at).is_(None))
        .values(accepted_at=now, accepted_by=by)
        .returning(Submission)
        .execution_options(populate_existing=True)
    )
    found = sorted(session.scalars(accepted), key=lambda one: one.id or 0)
    _journal(session, found, by, now, "accepted")
    return found


def accepted_together(session: Session, first: int, last: int) -> list[Submission]:
    """List what one act has accepted, from its first submission to its last; what was changed since is left out."""
    head = session.get(Submission, first)
    if head is None or head.accepted_at is None:
        return []
    wanted = select(Submission).where(
        col(Submission.id).between(first, last),
        Submission.accepted_at == head.accepted_at,
        Submission.accepted_by == head.accepted_by,
        col(Submission.withdrawn_at).is_(None),
    )
    return list(session.exec(wanted.order_by(col(Submission.id))))


def undo(session: Session, accepted: Sequence[Submission], by: int, now: datetime) -> None:
    """Take acceptances back; the submissions go on standing."""
    for one in accepted:
        one.accepted_at = one.accepted_by = None
    session.flush()
    _journal(session, accepted, by, now, "acceptance_undone")


def _journal(session: Session, about: Sequence[Submission], by: int, now: datetime, act: str) -> None:
    ids = assignments.named_many(session, [one.assignment_id for one in about])
    for one in about:
        id = ids[one.assignment_id]
        journal.write(
            session,
            at=now,
            act=act,
            organisation=id.organisation,
            person_id=by,
            unit=id.unit,
            assignment_id=one.assignment_id,
        )
