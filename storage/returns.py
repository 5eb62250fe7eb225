"""Returns: a submission sent back with a reason and a new day. Each is the end of a round, and all rounds stay."""

from __future__ import annotations

from datetime import date, datetime

from sqlmodel import Session, col, func, select

from schedules.plan import AssignmentId
from storage import journal
from storage.tables import Assignment, Return, Submission


class ReturnError(Exception):
    """What was said about a return does not fit what stands."""


class NotStanding(ReturnError):
    """The submission has been withdrawn or returned already."""


class NotUndoable(ReturnError):
    """The return was undone before, or the unit has submitted again since."""


def send_back(
    session: Session, id: AssignmentId, submission: Submission, reason: str, last_day: date, by: int, now: datetime
) -> Return:
    """Return a submission: it is withdrawn, and its assignment is owed again until ``last_day``.

    Raises:
        NotStanding: somebody was first.
    """
    kept = session.get_one(Submission, submission.id)
    if kept.withdrawn_at is not None:
        raise NotStanding(submission.id)
    kept.withdrawn_at, kept.withdrawn_by = now, by
    assert kept.id is not None, "what stands has been kept"
    made = Return(
        assignment_id=kept.assignment_id,
        submission_id=kept.id,
        reason=reason,
        last_day=last_day,
        returned_at=now,
        returned_by=by,
    )
    session.add(made)
    session.flush()
    _journal(session, id, made, by, now, "returned", reason=reason, last_day=last_day.isoformat())
    return made


def undo(session: Session, id: AssignmentId, made: Return, by: int, now: datetime) -> Submission:
    """Take a return back: the submission stands again as it was.

    Raises:
        NotUndoable: it was undone already, or another submission stands.
    """
    kept = session.get_one(Return, made.id)
    submission = session.get_one(Submission, kept.submission_id)
    stands = select(Submission.id).where(
        Submission.assignment_id == kept.assignment_id, col(Submission.withdrawn_at).is_(None)
    )
    if kept.undone_at is not None or session.exec(stands).first() is not None:
        raise NotUndoable(made.id)
    kept.undone_at = now
    submission.withdrawn_at = submission.withdrawn_by = None
    session.flush()
    _journal(session, id, kept, by, now, "return_undone")
    return submission


def of_submission(session: Session, submission: int) -> Return | None:
    """Return how a submission was sent back, None where it was not, or that was undone."""
    wanted = select(Return).where(Return.submission_id == submission, col(Return.undone_at).is_(None))
    return session.exec(wanted).first()


def count(session: Session, assignment: int) -> int:
    """Count how often an assignment was returned: its present round is one more."""
    wanted = select(func.count()).where(Return.assignment_id == assignment, col(Return.undone_at).is_(None))
    return session.exec(wanted).one()


def waiting(session: Session, organisation: str, unit: str | None = None) -> dict[AssignmentId, Return]:
    """Return what was sent back and has not been submitted again, with the latest return of each."""
    stands = select(Submission.assignment_id).where(col(Submission.withdrawn_at).is_(None))
    wanted = (
        select(Assignment, Return)
        .join(Return, col(Return.assignment_id) == Assignment.id)
        .where(Assignment.organisation == organisation, col(Return.undone_at).is_(None))
        .where(col(Assignment.id).not_in(stands))
        .order_by(col(Return.id))
    )
    if unit is not None:
        wanted = wanted.where(Assignment.unit == unit)
    return {AssignmentId(a.organisation, a.plan, a.task, a.unit, a.period): one for a, one in session.exec(wanted)}


def _journal(
    session: Session, id: AssignmentId, made: Return, by: int, now: datetime, act: str, **detail: object
) -> None:
    journal.write(
        session,
        at=now,
        act=act,
        organisation=id.organisation,
        person_id=by,
        unit=id.unit,
        assignment_id=made.assignment_id,
        **detail,
    )
