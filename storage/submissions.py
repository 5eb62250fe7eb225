"""Submissions: a unit's word that it has handed in. At most one stands for an assignment."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import text
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from schedules.plan import AssignmentId
from storage import assignments, extensions, journal
from storage.tables import Assignment, Submission


class SubmissionError(Exception):
    """What was said about a submission does not fit what stands."""


class AlreadySubmitted(SubmissionError):
    """One stands already: ``submission``, to be read before the transaction ends."""

    def __init__(self, submission: Submission) -> None:
        super().__init__(f"submission {submission.id} stands")
        self.submission = submission


class NotSubmitted(SubmissionError):
    """None stands, so there is none to withdraw."""


def record(
    session: Session,
    id: AssignmentId,
    person_id: int,
    now: datetime,
    document_number: str | None = None,
    document_on: date | None = None,
    handed_in_on: date | None = None,
) -> Submission:
    """Record that an assignment has been handed in.

    Args:
        handed_in_on: the day that the unit states; None: ``now`` counts.

    Raises:
        AlreadySubmitted: also when two say so at once: the unique index lets one through.
    """
    number = assignments.number(session, id)
    unless_one_stands = insert(Submission).on_conflict_do_nothing(
        index_elements=["assignment_id"], index_where=text("withdrawn_at IS NULL")
    )
    submission = session.scalars(
        unless_one_stands.returning(Submission),
        {
            "assignment_id": number,
            "document_number": document_number,
            "document_on": document_on,
            "handed_in_on": handed_in_on,
            "recorded_at": now,
            "recorded_by": person_id,
        },
    ).one_or_none()
    if submission is None:
        raise AlreadySubmitted(session.exec(_standing_of(number)).one())
    stated = {"document_number": document_number, "document_on": document_on, "handed_in_on": handed_in_on}
    _journal(session, id, number, person_id, now, "submitted", stated)
    extensions.end_asked(session, {number: id}, person_id, now)
    return submission


def withdraw(session: Session, id: AssignmentId, person_id: int, now: datetime) -> Submission:
    """Take back the submission that stands; it stays on record as withdrawn.

    Raises:
        NotSubmitted: none stands.
    """
    submission = standing_of(session, id)
    if submission is None:
        raise NotSubmitted(id)
    submission.withdrawn_at, submission.withdrawn_by = now, person_id
    session.flush()
    _journal(session, id, submission.assignment_id, person_id, now, "withdrawn", {})
    return submission


def add_document(
    session: Session,
    submission: Submission,
    number: str | None,
    document_on: date | None,
    now: datetime | None = None,
    person_id: int | None = None,
) -> Submission:
    """Add the number and day of the document to a submission, in place of what it said before.

    Args:
        now, person_id: when and by whom, for the journal; without them, those of the submission.
    """
    kept = session.get_one(Submission, submission.id)
    kept.document_number, kept.document_on = number, document_on
    session.flush()
    id = assignments.named_many(session, [kept.assignment_id])[kept.assignment_id]
    stated = {"document_number": number, "document_on": document_on}
    who, when = person_id or kept.recorded_by, now or kept.recorded_at
    _journal(session, id, kept.assignment_id, who, when, "document_added", stated)
    return kept


def standing(
    session: Session, organisation: str, plan: str | None = None, unit: str | None = None
) -> dict[AssignmentId, Submission]:
    """Return the submissions that stand in an organisation, in one of its plans, or of one unit, by assignment."""
    wanted = (
        select(Submission, Assignment)
        .join(Assignment, col(Assignment.id) == Submission.assignment_id)
        .where(col(Submission.withdrawn_at).is_(None), Assignment.organisation == organisation)
    )
    if plan is not None:
        wanted = wanted.where(Assignment.plan == plan)
    if unit is not None:
        wanted = wanted.where(Assignment.unit == unit)
    return {AssignmentId(a.organisation, a.plan, a.task, a.unit, a.period): one for one, a in session.exec(wanted)}


def standing_of(session: Session, id: AssignmentId) -> Submission | None:
    """Return the submission that stands for one assignment."""
    number = assignments.known(session, [id]).get(id)
    return session.exec(_standing_of(number)).first() if number else None


def _standing_of(number: int) -> SelectOfScalar[Submission]:
    return select(Submission).where(Submission.assignment_id == number, col(Submission.withdrawn_at).is_(None))


def _journal(
    session: Session,
    id: AssignmentId,
    number: int,
    person_id: int,
    now: datetime,
    act: str,
    stated: dict[str, str | date | None],
) -> None:
    detail = {key: value.isoformat() if isinstance(value, date) else value for key, value in stated.items() if value}
    journal.write(
        session,
        at=now,
        act=act,
        organisation=id.organisation,
        person_id=person_id,
        unit=id.unit,
        assignment_id=number,
        **detail,
    )
