"""A duty: one task with one deadline, as all the units that share it owe it; the ladder runs once for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from schedules.changes import AS_PLANNED, Changes, effective
from schedules.deadline import VIETNAM, Deadline, Moved, ReadingType
from schedules.ladder import Step, StepKind, ladder
from schedules.periods import deadlines
from schedules.plan import AssignmentId, Due, Organisation, Plan, Task
from schedules.sending_hours import Office
from schedules.working_days import national

# How far back from a day the periods of a recurring duty are looked for that may still be reminded of: the default
# ladder ends about six weeks after the deadline.
REACH_BACK = timedelta(days=92)
SLACK = timedelta(days=31)  # so many days off may lie among the working days that a ladder counts back


@dataclass(frozen=True, slots=True)
class Duty:
    """A task that some units owe by one deadline; ``period`` is "" except for recurring and range duties."""

    organisation: Organisation
    plan: Plan
    task: Task
    unit_ids: tuple[str, ...]
    period: str
    deadline: Deadline
    recurs: bool = False  # a period is opened by its first step, nothing announces it
    after: datetime | None = None  # end of the period before: a recurring duty's steps begin after it

    @property
    def closed_on(self) -> date | None:
        """Return the first day on which nothing is pushed any more, if the task or its plan was closed."""
        days = [day for day in (self.task.closed_on, self.plan.closed_on) if day]
        return min(days, default=None)


def office_of(organisation: Organisation) -> Office:
    """Return the sending hours and working days of an organisation."""
    return Office(organisation.hours, national().with_changes(organisation.calendar))


def duties(organisation: Organisation, first: date, last: date, changes: Changes = AS_PLANNED) -> Iterator[Duty]:
    """Yield the duties of an organisation whose ladders may touch the days from ``first`` to ``last``.

    Deadlines that were past when their plan was issued, and those that await an answer, are no duties.

    Parameters:
        changes: the deadlines that do not stand as planned; units with the same one share a duty of their own.
    """
    reach = first - REACH_BACK if first > date.min + REACH_BACK else date.min
    earliest = _earliest_moved(changes, reach)
    for plan in organisation.plans.values():
        for task in plan.tasks.values():
            since = max(min(reach, earliest.get((plan.id, task.id), reach)), plan.remind_from)
            for due in task.dues:
                if not due.reading.past_at_issue:
                    for duty in _of_due(organisation, plan, task, due, since, last):
                        yield from _apart(duty, changes) if changes else (duty,)


def _earliest_moved(changes: Changes, reach: date) -> dict[tuple[str, str], date]:
    """Return from when on the periods of a task are looked for whose moved deadline is still reminded of."""
    found: dict[tuple[str, str], date] = {}
    for id, moved in changes.items():
        if id.period and moved.last_day >= reach:
            last_day = date.fromisoformat(id.period) - timedelta(days=1)  # "trước ngày 5" ends on the fourth
            found[id.plan, id.task] = min(last_day, found.get((id.plan, id.task), last_day))
    return found


def _apart(duty: Duty, changes: Changes) -> Iterator[Duty]:
    """Take the units whose deadline was moved out of a duty, into duties of their own."""
    together: dict[Moved | None, list[str]] = defaultdict(list)
    for unit in duty.unit_ids:
        id = AssignmentId(duty.organisation.id, duty.plan.id, duty.task.id, unit, duty.period)
        together[changes.get(id)].append(unit)
    for moved, units in together.items():
        deadline = effective(duty.deadline, moved, duty.plan.closes) or duty.deadline
        yield replace(duty, unit_ids=tuple(units), deadline=deadline)


def _of_due(organisation: Organisation, plan: Plan, task: Task, due: Due, since: date, last: date) -> Iterator[Duty]:
    days = office_of(organisation).days
    if due.reading.type is not ReadingType.RECURRING or due.confirmed_last_day:
        for period, deadline in deadlines(due, days, date.min, date.max, plan.closes):
            yield Duty(organisation, plan, task, due.unit_ids, period, deadline)
        return
    after = None
    until = last + timedelta(days=2 * max(task.ladder.before, default=0)) + SLACK
    for period, deadline in deadlines(due, days, since, until, plan.closes):
        yield Duty(organisation, plan, task, due.unit_ids, period, deadline, recurs=True, after=after)
        after = deadline.ends_at


def steps(duty: Duty, office: Office, armed_at: datetime | None = None) -> tuple[Step, ...]:
    """List the steps of a duty, each at the moment at which the office may send it.

    Parameters:
        armed_at: when the duty was first loaded; None assumes its plan's ``remind_from``. What came before it is never
            caught up: one ``assigned`` step says the present state, and a ladder that was over says nothing. A moved
            deadline has been told when it was moved: nothing announces it, and its steps begin after that.
    """
    begins = datetime.combine(duty.plan.remind_from, time(), VIETNAM)
    loaded_at = max(begins, armed_at) if armed_at else begins
    moved = duty.deadline.moved
    earliest = max(moment for moment in (loaded_at, duty.after, moved.since if moved else None) if moment)
    ends_at = duty.deadline.ends_at
    opening = datetime.combine(duty.plan.remind_from, office.hours.opening, VIETNAM)
    first_told = office.slot(max(loaded_at, opening), ends_at)
    climbed = ladder(
        duty.deadline,
        duty.task.ladder,
        office.days,
        office.hours.opening,
        not_before=earliest,
        assigned_at=None if duty.recurs or moved else first_told,
    )
    if climbed and climbed[-1].kind is StepKind.ASSIGNED and ends_at <= first_told:
        return ()
    closed = duty.closed_on
    # Two steps whose hours fall into one slot are one message: the later of them.
    slots = {step.at: step for step in (replace(step, at=office.slot(step.at, ends_at)) for step in climbed)}
    return tuple(sorted(step for step in slots.values() if closed is None or step.at.date() < closed))
