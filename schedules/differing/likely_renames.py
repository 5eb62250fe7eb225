"""Find what was perhaps only given another id: a removal beside an equal addition."""

from __future__ import annotations

from collections.abc import Iterator

from schedules.differing.differences import Rename
from schedules.plan import Organisation, Plan, Plans, Task

ALIKE, NEAR = 60, 85  # of 100: titles of tasks with the same deadlines, and of those with others


def likely_renames(before: Plans, after: Plans) -> tuple[Rename, ...]:
    """Pair what is gone with what came: tasks of one plan, units of one organisation; each stands in one pair only."""
    found: list[Rename] = []
    for id, now in after.organisations.items():
        was = before.organisations.get(id)
        if was and was != now:
            found += _units(was, now)
            for plan in now.plans.values():
                if (old := was.plans.get(plan.id)) and old != plan:
                    found += _tasks(id, old, plan)
    return tuple(found)


def _units(before: Organisation, after: Organisation) -> Iterator[Rename]:
    """Pair units of the same name; where a name is not alone, nobody can tell."""
    gone = [one for id, one in before.units.items() if id not in after.units]
    come = [one for id, one in after.units.items() if id not in before.units]
    for one in gone:
        alike = [other for other in come if _words(other.name) == _words(one.name) and other.kind == one.kind]
        same = [other for other in gone if _words(other.name) == _words(one.name)]
        if len(alike) == len(same) == 1:
            yield Rename(before.id, one.id, alike[0].id)


def _tasks(organisation: str, before: Plan, after: Plan) -> Iterator[Rename]:
    carried = {task.was for task in after.tasks.values()}
    gone = [one for id, one in before.tasks.items() if id not in after.tasks and id not in carried]
    come = [one for id, one in after.tasks.items() if id not in before.tasks and one.was not in before.tasks]
    pairs = sorted(((_likeness(one, other), one.id, other.id) for one in gone for other in come), reverse=True)
    taken: set[tuple[str, str]] = set()
    for likeness, was, now in pairs:
        if likeness and ("was", was) not in taken and ("now", now) not in taken:
            taken |= {("was", was), ("now", now)}
            yield Rename(organisation, was, now, after.id)


def _likeness(one: Task, other: Task) -> float:
    """Say how alike two tasks are, 0 where they are certainly two."""
    if one.kind != other.kind or _who(one) != _who(other):
        return 0
    from rapidfuzz import fuzz

    alike = fuzz.ratio(_words(one.title), _words(other.title))
    return alike if alike >= (ALIKE if one.dues == other.dues else NEAR) else 0


def _who(task: Task) -> frozenset[str]:
    return frozenset(unit for due in task.dues for unit in due.unit_ids)


def _words(name: str) -> str:
    return " ".join(name.lower().split())
