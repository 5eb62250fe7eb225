"""What a unit's other officers are told when one of them confirms a submission or takes it back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from sqlmodel import Session

from handlers.belonging import speaker
from handlers.describing import act_of, document_of, lines, plan_cited, unit_name
from handlers.finding import Found
from handlers.pushes.telling import coordinators, officers, tell
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.plan import AssignmentId, Plans
from storage import assignments, submissions
from storage.tables import Person, Submission

What = Literal["submitted", "withdrawn"]


def tell_colleagues(turn: Turn, found: Found, submission: Submission, what: What) -> None:
    """Put a notice for every other officer of the unit; the one who acted knows."""
    chats = officers(turn.session, found.id.organisation, found.id.unit, speaker(turn), turn.now)
    about = {"what": what, "submission": submission.id}
    tell(turn.session, chats, found.id.organisation, f"{what}-{submission.id}", about, turn.now)


def tell_office(turn: Turn, found: Found, submission: Submission, what: What) -> None:
    """Put a notice for the coordinators, of what their office itself had recorded."""
    chats = coordinators(turn.session, found.own.organisation, found.owed.plan, speaker(turn))
    about = {"what": what, "submission": submission.id}
    tell(turn.session, chats, found.id.organisation, f"{what}-{submission.id}", about, turn.now)


def submitted(session: Session, plans: Plans, about: Mapping[str, Any], now: datetime) -> Reply | None:
    """Tell who confirmed what, with a way back; nothing where it was taken back meanwhile."""
    submission, id = _told_of(session, about)
    if submission is None or id is None or submission.withdrawn_at is not None:
        return None
    values = _values(session, plans, id, submission.recorded_by)
    if values is None:
        return None
    document = document_of(submission)
    text = lines(
        Text("notice-submitted", {**values, "moment": submission.recorded_at}),
        Text("submitted-document", {"document": document}) if document else None,
    )
    return Reply((text,), ((Button(Text("button-undo"), f"rut:{submission.id}"),),))


def withdrawn(session: Session, plans: Plans, about: Mapping[str, Any], now: datetime) -> Reply | None:
    """Tell who took a confirmation back; nothing where another stands by now."""
    submission, id = _told_of(session, about)
    if submission is None or id is None or submissions.standing_of(session, id) is not None:
        return None
    values = _values(session, plans, id, submission.withdrawn_by)
    return Reply((Text("notice-withdrawn", {**values, "moment": submission.withdrawn_at}),)) if values else None


def _told_of(session: Session, about: Mapping[str, Any]) -> tuple[Submission | None, AssignmentId | None]:
    submission = session.get(Submission, about["submission"])
    return submission, assignments.named(session, submission.assignment_id) if submission else None


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
