"""By when each unit owes a task, so far as two versions of a plan can differ in it."""

from __future__ import annotations

from dataclasses import dataclass

from schedules.duties import office_of
from schedules.periods import ends
from schedules.plan import Due, Organisation, Plan, Task
from schedules.working_days import WorkingDays


@dataclass(frozen=True, slots=True)
class Term:
    """By when one unit owes a task: ``means`` differs where units must be told, ``phrase`` is what is printed."""

    phrase: str
    means: str
    last_day: str = ""  # ISO


def term(due: Due, plan: Plan, days: WorkingDays) -> Term:
    """Return what a deadline is printed as, and what it means."""
    reading = due.reading
    one = ends(reading, due, plan.closes, days)
    if one:
        return Term(reading.phrase, f"{one.ends_at.isoformat()} {reading.past_at_issue}", one.last_day.isoformat())
    # Recurring, ranges or awaiting an answer: all that the periods are counted from.
    counted = (reading.rrule_last_day, reading.ranges, reading.next, reading.boundary, plan.closes, due.counts_from)
    return Term(reading.phrase, repr((*counted, reading.needs_confirmation, reading.type)))


def terms(organisation: Organisation, plan: Plan, task: Task) -> dict[str, Term]:
    """Return by when each unit owes a task."""
    days = office_of(organisation).days
    return {unit: said for due in task.dues for said in (term(due, plan, days),) for unit in due.unit_ids}
