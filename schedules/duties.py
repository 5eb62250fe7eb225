"""A duty: one task with one deadline, as all the units that share it owe it; the ladder runs once for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from schedules.deadline import VIETNAM, Deadline, ReadingType
from schedules.ladder import Step, StepKind, ladder
from schedules.periods import deadlines
from schedules.plan import Due, Organisation, Plan, Task
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


def duties(organisation: Organisation, first: date, last: date) -> Iterator[Duty]:
    """Yield the duties of an organisation whose ladders may touch the days from ``first`` to ``last``.

    Deadlines that were past when their plan was issued, and those that await an answer, are no duties.
    """
    for plan in organisation.plans.values():
        for task in plan.tasks.values():
            for due in task.dues:
                if not due.reading.past_at_issue:
                    yield from _of_due(organisation, plan, task, due, first, last)


def _of_due(organisation: Organisation, plan: Plan, task: Task, due: Due, first: date, last: date) -> Iterator[Duty]:
    days = office_of(organisation).days
    if due.reading.type is not ReadingType.RECURRING or due.confirmed_last_day:
        for period, deadline in deadlines(due, days, date.min, date.max, plan.closes):
            yield Duty(organisation, plan, task, due.unit_ids, period, deadline)
        return
    after = None
    since = max(first - REACH_BACK, plan.remind_from) if first > date.min + REACH_BACK else plan.remind_from
    until = last + timedelta(days=2 * max(task.ladder.before, default=0)) + SLACK
    for period, deadline in deadlines(due, days, since, until, plan.closes):
        yield Duty(organisation, plan, task, due.unit_ids, period, deadline, recurs=True, after=after)
        after = deadline.ends_at


def steps(duty: Duty, office: Office, armed_at: datetime | None = None) -> tuple[Step, ...]:
    """List the steps of a duty, each at the moment at which the office may send it.

    Parameters:
        armed_at: when the duty was first loaded; None assumes its plan's ``remind_from``. What came before it is never
            caught up: one ``assigned`` step says the present state, and a ladder that was over says nothing.
    """
    begins = datetime.combine(duty.plan.remind_from, time(), VIETNAM)
    loaded_at = max(begins, armed_at) if armed_at else begins
    ends_at = duty.deadline.ends_at
    opening = datetime.combine(duty.plan.remind_from, office.hours.opening, VIETNAM)
    first_told = office.slot(max(loaded_at, opening), ends_at)
    climbed = ladder(
        duty.deadline,
        duty.task.ladder,
        office.days,
        office.hours.opening,
        not_before=max(loaded_at, duty.after) if duty.after else loaded_at,
        assigned_at=None if duty.recurs else first_told,
    )
    if climbed and climbed[-1].kind is StepKind.ASSIGNED and ends_at <= first_told:
        return ()
    closed = duty.closed_on
    # Two steps whose hours fall into one slot are one message: the later of them.
    slots = {step.at: step for step in (replace(step, at=office.slot(step.at, ends_at)) for step in climbed)}
    return tuple(sorted(step for step in slots.values() if closed is None or step.at.date() < closed))
