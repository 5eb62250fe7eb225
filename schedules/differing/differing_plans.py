"""What differs of the plans of one organisation: what came, what went, what changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from schedules.differing.differences import Difference
from schedules.differing.differing_tasks import Sides, task_differs
from schedules.differing.differing_units import names
from schedules.duties import office_of
from schedules.plan import Organisation, Plan, Task
from schedules.terms import Term, term

PLAN_FIELDS = {
    "title": "plan-changed",
    "issuer": "plan-changed",
    "number": "plan-changed",
    "issued_on": "plan-changed",
    "standing_office_id": "plan-changed",
    "remind_from": "plan-begins",
    "closed_on": "plan-closed",
    "events": "events",
    "outline": "outline",
    "forms": "forms",
}


def plans_differ(
    before: Organisation, after: Organisation, renames: Mapping[tuple[str, str], str]
) -> Iterator[Difference]:
    """Yield what differs of the plans.

    Parameters:
        renames: (plan, id of a task now) → as it was called, where somebody has said so.
    """
    for id, now in after.plans.items():
        was = before.plans.get(id)
        if was is None:
            units = tuple(sorted({unit for task in now.tasks.values() for due in task.dues for unit in due.unit_ids}))
            yield Difference("plan-added", after.id, id, name=_called(now), plan_name=cited(now), unit_ids=units)
        elif was != now or before.calendar != after.calendar:
            yield from _plan_differs(Sides(before, after, was, now), renames)
    for id, was in before.plans.items():
        if id not in after.plans:
            units = tuple(sorted({unit for task in was.tasks.values() for due in task.dues for unit in due.unit_ids}))
            yield Difference("plan-removed", after.id, id, name=_called(was), plan_name=cited(was), unit_ids=units)


def cited(plan: Plan) -> str:
    """Name a plan by its number, or its title."""
    return plan.number or plan.title


def _called(plan: Plan) -> str:
    """Name a plan by its number with its title: a number alone says little of what comes or goes."""
    return f"{plan.number} – {plan.title}" if plan.number else plan.title


def previous_id(before: Plan, after: Plan, task: Task, renames: Mapping[tuple[str, str], str]) -> str | None:
    """Return under which id a task stood in the plan before, None where it did not."""
    if task.id in before.tasks:
        return task.id
    was = renames.get((after.id, task.id)) or task.was
    return was if was in before.tasks and was not in after.tasks else None


def _plan_differs(sides: Sides, renames: Mapping[tuple[str, str], str]) -> Iterator[Difference]:
    before, after, carried = sides.before, sides.after, set()
    for kind in dict.fromkeys(PLAN_FIELDS.values()):
        if any(getattr(before, name) != getattr(after, name) for name, of in PLAN_FIELDS.items() if of == kind):
            yield _of_plan(sides, kind)
    for id, task in after.tasks.items():
        was = previous_id(before, after, task, renames)
        if was is None:
            yield _whole(sides, "task-added", after, task)
            continue
        carried.add(was)
        about = Difference("", sides.new.id, after.id, id, task.title, cited(after))
        if was != id:
            yield replace(about, kind="task-renamed", was=was)
        yield from task_differs(sides, about, before.tasks[was], task)
    for id, task in before.tasks.items():
        if id not in carried:
            yield _whole(sides, "task-removed", before, task)


def _of_plan(sides: Sides, kind: str) -> Difference:
    old, new = sides.before, sides.after
    days = {"plan-begins": "remind_from", "plan-closed": "closed_on"}.get(kind)
    before = str(getattr(old, days) or "") if days else ""
    after = str(getattr(new, days) or "") if days else ""
    if kind == "plan-changed":
        before, after = cited(old), cited(new)
    said = Difference(kind, sides.new.id, new.id, name=cited(new), plan_name=cited(new))
    return replace(said, before_on=before, after_on=after) if days else replace(said, before=before, after=after)


def _whole(sides: Sides, kind: str, plan: Plan, task: Task) -> Difference:
    """Tell of a task that came or went, with all who owe it; by when, where that is the same for all."""
    units = tuple(unit for due in task.dues for unit in due.unit_ids)
    days = office_of(sides.new).days
    said = {term(due, plan, days) for due in task.dues}
    one = said.pop() if len(said) == 1 else Term("", "")
    about = Difference(kind, sides.new.id, plan.id, task.id, task.title, cited(plan), unit_ids=units)
    about = replace(about, unit_names=names(sides.new, sides.old, ids=units))
    if kind == "task-added":
        return replace(about, after=one.phrase, after_on=one.last_day)
    return replace(about, before=one.phrase, before_on=one.last_day)
