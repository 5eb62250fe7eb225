"""What is told when a report is returned, when that is taken back, and when the unit submits again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session

from handlers.belonging import speaker
from handlers.describing import act_of, deadline_of, document_of, lines, plan_cited, submit_label, unit_name
from handlers.finding import Found, owed_as
from handlers.office import name_of, office_name
from handlers.overseeing import Overseen
from handlers.pushes.telling import coordinators, officers, tell
from handlers.spelling import shortened
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.plan import AssignmentId, Organisation, Plan, Plans, Task
from storage import assignments, outbox, returns, submissions
from storage.tables import Return, Submission

LABEL = 26


def tell_returned(turn: Turn, found: Overseen, made: Return) -> None:
    """Tell the unit's officers and the other coordinators."""
    followed, id = found.followed, found.id
    unit = officers(turn.session, id.organisation, id.unit, None, turn.now)
    colleagues = coordinators(turn.session, followed.organisation, followed.plan, speaker(turn))
    about = {"return": made.id}
    cause = f"returned-{made.id}"
    tell(turn.session, unit, id.organisation, cause, {"what": "returned", **about}, turn.now)
    # A coordinator who is an officer of the unit, too, hears as the unit does.
    others = [chat for chat in colleagues if chat.id not in {one.id for one in unit}]
    tell(turn.session, others, id.organisation, cause, {"what": "returned-office", **about}, turn.now)


def tell_return_undone(turn: Turn, found: Overseen, made: Return) -> None:
    """Tell those who have heard of the return that the submission stands again; others need not know."""
    followed, id = found.followed, found.id
    unit = officers(turn.session, id.organisation, id.unit, None, turn.now)
    chats = [*unit, *coordinators(turn.session, followed.organisation, followed.plan, speaker(turn))]
    heard = outbox.told_chats(turn.session, [chat.id for chat in chats if chat.id is not None], f"returned-{made.id}")
    told = [chat for chat in chats if chat.id in heard]
    about = {"what": "return-undone", "return": made.id}
    tell(turn.session, told, id.organisation, f"return-undone-{made.id}", about, turn.now)


def tell_resubmitted(turn: Turn, found: Found, submission: Submission) -> None:
    """Tell the coordinators that a unit has submitted again what was returned."""
    if returns.count(turn.session, submission.assignment_id) == 0:
        return
    chats = coordinators(turn.session, found.own.organisation, found.owed.plan, speaker(turn))
    about = {"what": "resubmitted", "submission": submission.id}
    tell(turn.session, chats, found.id.organisation, f"resubmitted-{submission.id}", about, turn.now)


def round_line(session: Session, submission: Submission) -> Text | None:
    """Say which round a submission is; nothing of the first."""
    before = returns.count(session, submission.assignment_id)
    return Text("submitted-round", {"round": before + 1}) if before else None


def returned(session: Session, plans: Plans, about: Mapping[str, Any], now: datetime) -> Reply | None:
    """Tell a unit why and until when; nothing where it was undone, or the unit has submitted again."""
    made, id, place = _told_of(session, plans, about)
    if made is None or id is None or place is None or made.undone_at or submissions.standing_of(session, id):
        return None
    organisation, plan, task = place
    owed = owed_as(session, organisation, id, now)
    if owed is None:
        return None
    told = lines(
        Text("notice-returned", {**_values(organisation, plan, task, id), "office": office_name(organisation, plan)}),
        Text("return-reason", {"reason": made.reason}),
        Text("submitted-deadline", {"deadline": deadline_of(owed)}),
    )
    label = Text(submit_label(task), {"task": shortened(task.title, LABEL)})
    return Reply((told, Text("notice-returned-ask")), ((Button(label, f"nop:{made.assignment_id}"),),))


def returned_office(session: Session, plans: Plans, about: Mapping[str, Any], now: datetime) -> Reply | None:
    """Tell the other coordinators who returned what; nothing where it was undone."""
    made, id, place = _told_of(session, plans, about)
    if made is None or id is None or place is None or made.undone_at:
        return None
    values = {**_values(*place, id), "person": name_of(session, made.returned_by)}
    told = lines(
        Text("notice-returned-office", values),
        Text("return-reason", {"reason": made.reason}),
        Text("return-new-day", {"day": made.last_day}),
    )
    return Reply((told,))


def return_undone(session: Session, plans: Plans, about: Mapping[str, Any], now: datetime) -> Reply | None:
    """Tell that what was returned stands again."""
    made, id, place = _told_of(session, plans, about)
    if made is None or id is None or place is None or made.undone_at is None:
        return None
    organisation, plan, task = place
    values = {**_values(organisation, plan, task, id), "office": office_name(organisation, plan)}
    return Reply((Text("notice-return-undone", values),))


def resubmitted(session: Session, plans: Plans, about: Mapping[str, Any], now: datetime) -> Reply | None:
    """Tell a coordinator which round was submitted; nothing where it was taken back."""
    submission = session.get(Submission, about["submission"])
    if submission is None or submission.withdrawn_at is not None:
        return None
    id = assignments.named(session, submission.assignment_id)
    place = plans.task(id) if id else None
    if id is None or place is None:
        return None
    round = returns.count(session, submission.assignment_id) + 1
    document = document_of(submission)
    told = lines(
        Text("notice-resubmitted", {**_values(*place, id), "round": round, "moment": submission.recorded_at}),
        Text("submitted-document", {"document": document}) if document else None,
    )
    accept = Button(Text("button-accept"), f"nhan:{submission.id}")
    return Reply((told,), ((accept, Button(Text("button-return"), f"tralai:{submission.id}")),))


def _told_of(
    session: Session, plans: Plans, about: Mapping[str, Any]
) -> tuple[Return | None, AssignmentId | None, tuple[Organisation, Plan, Task] | None]:
    made = session.get(Return, about["return"])
    id = assignments.named(session, made.assignment_id) if made else None
    return made, id, plans.task(id) if id else None


def _values(organisation: Organisation, plan: Plan, task: Task, id: AssignmentId) -> dict[str, object]:
    return {
        "unit": unit_name(organisation, id.unit),
        "act": act_of(task),
        "task": task.title,
        "plan": plan_cited(plan),
    }
