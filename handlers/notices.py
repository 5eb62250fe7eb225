"""What is told to a unit's other officers: put into the outbox in the transaction that it tells of."""

from __future__ import annotations

from typing import Any, Literal

from sqlmodel import Session

from handlers.belonging import speaker
from handlers.describing import act_of, document_of, lines, plan_cited, unit_name
from handlers.finding import Found
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.plan import AssignmentId, Plans
from storage import assignments, outbox, people, submissions
from storage.tables import Person, Submission

What = Literal["submitted", "withdrawn"]


def tell_colleagues(turn: Turn, found: Found, submission: Submission, what: What) -> None:
    """Put a notice for every other officer of the unit; the one who acted knows."""
    for person, chat in people.officers_of(turn.session, found.id.organisation, found.id.unit):
        if person.id == speaker(turn) or chat.id is None:
            continue
        outbox.put(
            turn.session,
            chat_id=chat.id,
            organisation=found.id.organisation,
            kind="notice",
            cause=f"{what}-{submission.id}",
            about={"what": what, "submission": submission.id},
            urgent_at=turn.now,
            not_before=turn.now,
        )


def notice_reply(session: Session, plans: Plans, about: dict[str, Any]) -> Reply | None:
    """Word a notice when its turn has come; None when it is no longer true."""
    submission = session.get(Submission, about["submission"])
    id = assignments.named(session, submission.assignment_id) if submission else None
    if submission is None or id is None:
        return None
    if about["what"] == "submitted":
        return _submitted(session, plans, submission, id) if submission.withdrawn_at is None else None
    return _withdrawn(session, plans, submission, id) if submissions.standing_of(session, id) is None else None


def _submitted(session: Session, plans: Plans, submission: Submission, id: AssignmentId) -> Reply | None:
    values = _values(session, plans, id, submission.recorded_by)
    if values is None:
        return None
    document = document_of(submission)
    text = lines(
        Text("notice-submitted", {**values, "moment": submission.recorded_at}),
        Text("submitted-document", {"document": document}) if document else None,
    )
    return Reply((text,), ((Button(Text("button-undo"), f"rut:{submission.id}"),),))


def _withdrawn(session: Session, plans: Plans, submission: Submission, id: AssignmentId) -> Reply | None:
    values = _values(session, plans, id, submission.withdrawn_by)
    if values is None:
        return None
    return Reply((Text("notice-withdrawn", {**values, "moment": submission.withdrawn_at}),))


def _values(session: Session, plans: Plans, id: AssignmentId, by: int | None) -> dict[str, object] | None:
    found = plans.task(id)
    person = session.get(Person, by) if by is not None else None
    if found is None:
        return None
    organisation, plan, task = found
    return {
        "person": person.display_name if person else "",
        "unit": unit_name(organisation, id.unit),
        "act": act_of(task),
        "task": task.title,
        "plan": plan_cited(plan),
    }
