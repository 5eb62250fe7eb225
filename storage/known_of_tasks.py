"""What is known of the assignments of some tasks, read without their words: for comparing a plan with what happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import delete
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from schedules.differing.differences import Rename
from schedules.plan import AssignmentId
from storage.listed import listed
from storage.tables import Assignment, Outbox, OutboxState, Role, Submission, Told

GONE_OUT = (OutboxState.CLAIMED, OutboxState.SENT, OutboxState.UNCERTAIN)
BY_DEADLINE = ("bundle", "chase", "escalation")  # kinds whose items name an assignment and its deadline


@dataclass(frozen=True, slots=True)
class Known:
    """The assignments that have a number, by it, and which of them are submitted."""

    numbers: dict[AssignmentId, int]
    submitted: frozenset[AssignmentId]


def known_of_tasks(session: Session, organisation: str, tasks: Iterable[tuple[str, str]]) -> Known:
    """Return what is known of the assignments of these (plan, task)."""
    wanted = set(tasks)
    # Columns, not records: a plan may have tens of thousands.
    rows = session.connection().execute(
        columns(
            col(Assignment.id),
            col(Assignment.plan),
            col(Assignment.task),
            col(Assignment.unit),
            col(Assignment.period),
            col(Submission.id),
        )
        .outerjoin(
            Submission, (col(Submission.assignment_id) == Assignment.id) & col(Submission.withdrawn_at).is_(None)
        )
        .where(
            col(Assignment.organisation) == organisation, col(Assignment.task).in_(listed({task for _, task in wanted}))
        )
    )
    numbers, submitted = {}, set()
    for number, plan, task, unit, period, submission in rows:
        if (plan, task) in wanted:
            numbers[id := AssignmentId(organisation, plan, task, unit, period)] = number or 0
            if submission is not None:
                submitted.add(id)
    return Known(numbers, frozenset(submitted))


def told_of(session: Session, organisation: str, numbers: Iterable[int]) -> set[tuple[int, int]]:
    """Return (chat, assignment) of those who were told of some assignments, or may have been.

    What still waits to be sent has told nobody.
    """
    wanted = set(numbers)
    if not wanted:
        return set()
    steps = select(Told.chat_id, Told.assignment_id).where(col(Told.assignment_id).in_(listed(wanted)))
    told = Counter(session.exec(steps))
    told.subtract((chat, number) for chat, items in _waiting(session, organisation, ("bundle",)) for number in items)
    return {one for one, count in told.items() if count > 0}


def forget_told(session: Session, told: Iterable[tuple[int, int]]) -> None:
    """Forget what chats were told of assignments: they have been told since that these are gone."""
    for chat, number in told:
        session.exec(delete(Told).where(col(Told.chat_id) == chat, col(Told.assignment_id) == number))


def waiting_for_nothing(session: Session, organisation: str, numbers: set[int]) -> int:
    """Count the waiting messages that speak of nothing but these assignments."""
    found = [items for _, items in _waiting(session, organisation, BY_DEADLINE)]
    return sum(bool(items) and numbers.issuperset(items) for items in found)


def _waiting(session: Session, organisation: str, kinds: Iterable[str]) -> list[tuple[int, list[int]]]:
    """Return the chats for which something waits, with the assignments that it speaks of."""
    waiting = select(Outbox.chat_id, Outbox.about).where(
        Outbox.organisation == organisation,
        col(Outbox.kind).in_(list(kinds)),
        Outbox.state == OutboxState.WAITING,
        Outbox.part == 0,
    )
    return [
        (chat, [item.get("assignment") for item in about.get("items", [])]) for chat, about in session.exec(waiting)
    ]


def notices_gone_out(session: Session, organisation: str, beginning: str) -> list[tuple[int, dict[str, object]]]:
    """Return (chat, about) of the notices that have gone out and whose causes begin so."""
    wanted = select(Outbox.chat_id, Outbox.about).where(
        Outbox.organisation == organisation,
        Outbox.kind == "notice",
        col(Outbox.cause) >= beginning,
        col(Outbox.cause) < beginning + "\uffff",
        col(Outbox.state).in_(GONE_OUT),
    )
    return [(chat, dict(about)) for chat, about in session.exec(wanted)]


def is_known(session: Session, rename: Rename) -> bool:
    """Say whether anything is known of a task, or a unit, under the id that it had."""
    wanted = select(Assignment.id).where(Assignment.organisation == rename.organisation)
    if rename.plan:
        wanted = wanted.where(Assignment.plan == rename.plan, Assignment.task == rename.was)
        return session.exec(wanted.limit(1)).first() is not None
    roles = select(Role.id).where(Role.organisation == rename.organisation, Role.unit == rename.was)
    live = session.exec(roles.where(col(Role.ended_at).is_(None)).limit(1)).first()
    return live is not None or session.exec(wanted.where(Assignment.unit == rename.was).limit(1)).first() is not None
