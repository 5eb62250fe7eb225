"""Tell units what the office did to their submissions: one message a chat, however many submissions it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session

from handlers.describing import document_cited, lines, plan_cited, unit_name
from handlers.office import office_name
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.plan import AssignmentId, Organisation, Plan, Plans, Task
from storage import assignments, outbox, people
from storage.tables import Submission

Named = tuple[Organisation, Plan, Task]


def tell_units(turn: Turn, about: Iterable[Submission], what: str, cause: str) -> None:
    """Put one notice for each chat of the units' officers, naming all submissions that concern it."""
    _tell(turn, about, what, cause, None)


def tell_units_that_heard(turn: Turn, about: Iterable[Submission], what: str, cause: str, heard: str) -> None:
    """Put one notice for those chats to which an earlier notice, of the cause ``heard``, has gone out."""
    _tell(turn, about, what, cause, heard)


def _tell(turn: Turn, about: Iterable[Submission], what: str, cause: str, heard: str | None) -> None:
    kept = {one.id: one.assignment_id for one in about}
    ids = assignments.named_many(turn.session, kept.values())
    rows: list[outbox.OutboxRow] = []
    for organisation in {id.organisation for id in ids.values()}:
        by_unit: dict[str, list[int]] = defaultdict(list)
        for submission, assignment in kept.items():
            if submission is not None and ids[assignment].organisation == organisation:
                by_unit[ids[assignment].unit].append(submission)
        by_chat: dict[int, list[int]] = defaultdict(list)
        for unit, chat in people.chats_of_units(turn.session, organisation, by_unit, now=turn.now):
            if chat.id is not None and chat.person_id != (turn.person.id if turn.person else None):
                by_chat[chat.id] += by_unit[unit]
        told = by_chat.keys() if heard is None else outbox.told_chats(turn.session, by_chat, heard)
        rows += [_row(organisation, chat, what, cause, by_chat[chat], turn.now) for chat in sorted(told)]
    outbox.put_many(turn.session, rows)


def _row(
    organisation: str, chat: int, what: str, cause: str, submissions: list[int], now: datetime
) -> outbox.OutboxRow:
    return outbox.OutboxRow(
        chat_id=chat,
        organisation=organisation,
        kind="notice",
        cause=cause,
        about={"what": what, "submissions": submissions},
        urgent_at=now,
        not_before=now,
    )


def accepted(session: Session, plans: Plans, about: Mapping[str, Any], now: datetime) -> Reply | None:
    """Tell what was accepted and still is."""
    return _told(session, plans, about, "notice-accepted", lambda one: one.accepted_at is not None)


def acceptance_undone(session: Session, plans: Plans, about: Mapping[str, Any], now: datetime) -> Reply | None:
    """Tell whose acceptance was taken back and has not been given again."""
    return _told(session, plans, about, "notice-acceptance-undone", lambda one: one.accepted_at is None)


def recorded(session: Session, plans: Plans, about: Mapping[str, Any], now: datetime) -> Reply | None:
    """Tell what the office has recorded for the unit, with a way back."""
    return _told(session, plans, about, "notice-recorded", lambda _: True, undo=True)


def recording_undone(session: Session, plans: Plans, about: Mapping[str, Any], now: datetime) -> Reply | None:
    """Tell that what the office had recorded is outstanding again."""
    return _told(session, plans, about, "notice-recording-undone", lambda _: True, standing=False)


def _told(
    session: Session,
    plans: Plans,
    about: Mapping[str, Any],
    key: str,
    holds: Callable[[Submission], bool],
    *,
    standing: bool = True,
    undo: bool = False,
) -> Reply | None:
    told: list[Text] = []
    rows: list[tuple[Button, ...]] = []
    office = ""
    for submission, id, (organisation, plan, task) in _alive(session, plans, about, standing):
        if not holds(submission):
            continue
        office = office_name(organisation, plan)
        told.append(_line(submission, unit_name(organisation, id.unit), plan, task))
        if undo:
            rows.append((Button(Text("button-undo"), f"rut:{submission.id}"),))
    if not told:
        return None
    return Reply((lines(Text(key, {"office": office}), *told),), tuple(rows) if len(rows) == 1 else ())


def _alive(
    session: Session, plans: Plans, about: Mapping[str, Any], standing: bool
) -> Iterable[tuple[Submission, AssignmentId, Named]]:
    """Yield the submissions of a notice that stand, or that do not; of tasks that the plans still have."""
    for number in about["submissions"]:
        submission = session.get(Submission, number)
        id = assignments.named(session, submission.assignment_id) if submission else None
        found = plans.task(id) if id else None
        if submission and id and found and (submission.withdrawn_at is None) is standing:
            yield submission, id, found


def _line(submission: Submission, unit: str, plan: Plan, task: Task) -> Text:
    document = document_cited(submission.document_number, submission.document_on)
    values: dict[str, object] = {"unit": unit, "task": task.title, "plan": plan_cited(plan)}
    if document is None:
        return Text("notice-office-line", values)
    return Text("notice-office-line-document", {**values, "document": document})
