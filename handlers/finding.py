"""Find what a button or a command is about, and refuse politely what is not, or no longer, the person's to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from handlers.belonging import Own, own_units
from handlers.describing import due_of, plan_cited
from handlers.refusing import NotYours, Refused, UnknownButton
from handlers.vocabulary import Text, Turn
from schedules.deadline import VIETNAM
from schedules.owing import Owed
from schedules.plan import AssignmentId, Organisation, Plan, Task
from storage import assignments, submissions
from storage.owed_now import owed_now
from storage.tables import Submission


@dataclass(frozen=True, slots=True)
class Found:
    """One assignment of the person's own unit, with where it comes from."""

    own: Own
    owed: Owed

    @property
    def id(self) -> AssignmentId:
        """Return the assignment's id."""
        return self.owed.id


def outstanding(turn: Turn) -> list[Found]:
    """List what the person's units have not submitted, most urgent first within each unit."""
    return [found for own in own_units(turn) for found in left_of_unit(turn, own)]


def left_of_unit(turn: Turn, own: Own) -> list[Found]:
    """List what one unit has not submitted."""
    done = submissions.standing(turn.session, own.organisation.id, unit=own.unit.id)
    return [found for found in of_unit(turn, own) if found.id not in done]


def of_unit(turn: Turn, own: Own) -> list[Found]:
    """List what one unit owes by now, submitted or not."""
    everything = owed_now(turn.session, own.organisation, turn.now, own.unit.id)
    return [Found(own, one) for one in everything if not is_closed(one.plan, one.task, turn.now)]


def by_number(turn: Turn, number: str) -> Found:
    """Find the open assignment that a button names.

    Raises:
        Refused: the button names nothing, another unit's assignment, a task that was removed, a closed plan, or a
            period that is over.
    """
    id = _own_id(turn, number)
    own, plan, task = _place(turn, id)
    if is_closed(plan, task, turn.now):
        raise Refused(Text("refused-closed", {"plan": plan_cited(plan)}))
    return Found(own, owed_as(turn.session, own.organisation, id, turn.now) or _over(task))


def owed_as(session: Session, organisation: Organisation, id: AssignmentId, now: datetime) -> Owed | None:
    """Return how an assignment stands now, None where it is not open (closed, removed, its period over)."""
    found = next((one for one in owed_now(session, organisation, now, id.unit, id.plan) if one.id == id), None)
    return None if found is None or is_closed(found.plan, found.task, now) else found


def by_submission(turn: Turn, number: str) -> tuple[Submission, Found]:
    """Find the standing submission that a button names, and what it is about.

    Raises:
        Refused: as ``by_number``, or the submission has been withdrawn.
    """
    kept = turn.session.get(Submission, _as_number(number))
    if kept is None:
        raise UnknownButton
    found = by_number(turn, str(kept.assignment_id))
    if kept.withdrawn_at is not None:
        raise Refused(Text("refused-withdrawn", {"unit": found.own.unit.name, "task": found.owed.task.title}))
    return kept, found


def by_unaccepted(turn: Turn, number: str) -> tuple[Submission, Found]:
    """Find the standing submission that a button names, for who means to change it.

    Raises:
        Refused: as ``by_submission``, or the standing office has accepted it.
    """
    submission, found = by_submission(turn, number)
    check_not_accepted(submission, found)
    return submission, found


def check_not_accepted(submission: Submission, found: Found) -> None:
    """Leave what the standing office has accepted to that office.

    Raises:
        Refused: it is accepted.
    """
    if submission.accepted_at is not None:
        raise Refused(Text("refused-accepted", {"unit": found.own.unit.name, "task": found.owed.task.title}))


def is_closed(plan: Plan, task: Task, now: datetime) -> bool:
    """Say whether a plan or a task has been closed by now."""
    today = now.astimezone(VIETNAM).date()
    return any(day is not None and day <= today for day in (plan.closed_on, task.closed_on))


def _own_id(turn: Turn, number: str) -> AssignmentId:
    id = assignments.named(turn.session, _as_number(number))
    if id is None:
        raise UnknownButton
    if not any((role.organisation, role.unit) == (id.organisation, id.unit) for role in turn.roles):
        raise NotYours
    return id


def _as_number(argument: str) -> int:
    if not argument.isascii() or not argument.isdigit() or len(argument) > 15:
        raise UnknownButton
    return int(argument)


def _place(turn: Turn, id: AssignmentId) -> tuple[Own, Plan, Task]:
    own = next((own for own in own_units(turn) if own.key == (id.organisation, id.unit)), None)
    found = turn.plans.task(id)
    if own is None or found is None or due_of(found[2], id.unit) is None:
        raise Refused(Text("refused-removed"))
    return own, found[1], found[2]


def _over(task: Task) -> Owed:
    raise Refused(Text("refused-over", {"task": task.title}))
