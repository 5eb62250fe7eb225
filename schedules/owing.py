"""What units owe at a moment: the assignments that are open by then, submitted or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from schedules.changes import AS_PLANNED, Changes, effective
from schedules.deadline import VIETNAM, Deadline
from schedules.duties import Duty, duties, office_of, steps
from schedules.periods import ends
from schedules.plan import AssignmentId, Organisation, Plan, Task


@dataclass(frozen=True, slots=True)
class Owed:
    """One assignment as it stands; ``deadline`` is None where its phrase still awaits an answer."""

    id: AssignmentId
    plan: Plan
    task: Task
    deadline: Deadline | None
    past_at_issue: bool = False

    @property
    def unit(self) -> str:
        """Return the id of the unit that owes it."""
        return self.id.unit


@dataclass(frozen=True, slots=True)
class Lot:
    """A task, in one period, with the units that owe it by one deadline; None while its phrase awaits an answer."""

    plan: Plan
    task: Task
    period: str
    deadline: Deadline | None
    unit_ids: tuple[str, ...]

    def owed_by(self, unit: str) -> Owed:
        """Return the assignment of one of its units."""
        id = AssignmentId(self.plan.organisation_id, self.plan.id, self.task.id, unit, self.period)
        return Owed(id, self.plan, self.task, self.deadline)


def lots(organisation: Organisation, now: datetime, plan_id: str | None = None) -> Iterator[Lot]:
    """Yield what is owed by ``now``, the units of a deadline together, as planned; plan by plan, as printed.

    Tasks whose deadline was past when the plan was issued are left out: see ``past_at_issue``.
    """
    today = now.astimezone(VIETNAM).date()
    for duty in duties(organisation, date.min, today):
        if plan_id in (None, duty.plan.id) and _begun(duty, now):
            yield Lot(duty.plan, duty.task, duty.period, duty.deadline, duty.unit_ids)
    yield from (lot for lot in _awaiting(organisation, today) if plan_id in (None, lot.plan.id))


def owed(
    organisation: Organisation,
    now: datetime,
    unit_id: str | None = None,
    plan_id: str | None = None,
    changes: Changes = AS_PLANNED,
) -> list[Owed]:
    """List what is owed by ``now`` (plans whose reminders have begun), most urgent first.

    Tasks whose deadline was past when the plan was issued are left out: see ``past_at_issue``.

    Parameters:
        changes: the deadlines that do not stand as planned.
    """
    found = [lot.owed_by(unit) for lot in lots(organisation, now, plan_id) for unit in _wanted(lot.unit_ids, unit_id)]
    if changes:
        found = [_as_changed(one, changes) for one in found]
    found.sort(key=lambda one: (one.deadline is None, one.deadline.ends_at if one.deadline else now, one.id))
    return found


def _as_changed(one: Owed, changes: Changes) -> Owed:
    moved = changes.get(one.id)
    return replace(one, deadline=effective(one.deadline, moved, one.plan.closes)) if moved else one


def past_at_issue(organisation: Organisation, unit_id: str | None = None) -> list[Owed]:
    """List the assignments whose deadline was past when their plan was issued: kept, shown apart, never reminded."""
    return [
        Owed(AssignmentId(organisation.id, plan.id, task.id, unit), plan, task, None, past_at_issue=True)
        for plan in organisation.plans.values()
        for task in plan.tasks.values()
        for due in task.dues
        if due.reading.past_at_issue
        for unit in _wanted(due.unit_ids, unit_id)
    ]


def _begun(duty: Duty, now: datetime) -> bool:
    """Say whether the duty is open: one-off from its plan's first day, a period from its first step."""
    today = now.astimezone(VIETNAM).date()
    if duty.plan.remind_from > today or (duty.plan.closed_on and duty.plan.closed_on <= today):
        return False
    if not duty.period:
        return True
    climbed = steps(duty, office_of(duty.organisation))
    return bool(climbed) and climbed[0].at <= now


def _awaiting(organisation: Organisation, today: date) -> Iterator[Lot]:
    """Yield what has no day yet: a phrase that needs the coordinator's or the unit's answer."""
    for plan in organisation.plans.values():
        if plan.remind_from > today:
            continue
        for task in plan.tasks.values():
            for due in task.dues:
                reading = due.reading
                dated = bool(reading.rrule_last_day or reading.ranges) and not reading.needs_confirmation
                if not reading.past_at_issue and not dated and ends(reading, due, plan.closes) is None:
                    yield Lot(plan, task, "", None, due.unit_ids)


def _wanted(units: Iterable[str], unit_id: str | None) -> Iterable[str]:
    if unit_id is None:
        return units
    return (unit_id,) if unit_id in units else ()
