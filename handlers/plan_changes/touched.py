"""Which assignments some differences touch: whose reminders change, which are gone, which are news to their units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from schedules.differing.differences import Difference
from schedules.plan import AssignmentId, Organisation, Plan
from storage.known_of_tasks import Known

WHOLE_PLAN = {"plan-added", "plan-removed", "plan-begins", "plan-closed"}
REMINDED = {"task-added", "task-removed", "units-added", "units-removed", "deadline-moved", "task-closed"}
NEWS = {"task-added", "plan-added", "units-added", "deadline-moved", "organisation-added"}
REMOVED = {"task-removed", "plan-removed", "units-removed", "organisation-removed"}
Owed = tuple[str, str, str]  # plan, task as called now, unit as called now


@dataclass(frozen=True, slots=True)
class Touched:
    """The assignments of one organisation that a change touches; tasks and units as they are called afterwards."""

    tasks: frozenset[tuple[str, str]]
    news: frozenset[Owed]
    removed: frozenset[Owed]
    off: frozenset[Owed]  # removed, or with another deadline: what waits to be said of them holds no more
    outlines: tuple[str, ...]
    tasks_were: Mapping[tuple[str, str], str]  # (plan, task now) → task before
    units_are: Mapping[str, str]  # unit before → unit now

    @property
    def tasks_before(self) -> frozenset[tuple[str, str]]:
        """Return the tasks under the ids that they had."""
        return frozenset((plan, self.task_before(plan, task)) for plan, task in self.tasks)

    def task_before(self, plan: str, task: str) -> str:
        """Return what a task was called."""
        return self.tasks_were.get((plan, task), task)

    def task_now(self, plan: str, task: str) -> str:
        """Return what a task is called now."""
        return next((now for (of, now), was in self.tasks_were.items() if (of, was) == (plan, task)), task)

    def unit_now(self, unit: str) -> str:
        """Return what a unit is called now."""
        return self.units_are.get(unit, unit)

    def called_now(self, id: AssignmentId) -> AssignmentId:
        """Return the assignment under its new ids."""
        return id._replace(task=self.task_now(id.plan, id.task), unit=self.unit_now(id.unit))

    def gone(self, known: Known) -> Iterator[AssignmentId]:
        """Yield the known assignments that are owed no more."""
        return (id for id in known.numbers if self.key(id) in self.removed)

    def is_off(self, id: AssignmentId) -> bool:
        """Say whether what was to be said of an assignment holds no more."""
        return self.key(id) in self.off

    def key(self, id: AssignmentId) -> Owed:
        """Name an assignment without its period, as it is called now."""
        return (id.plan, self.task_now(id.plan, id.task), self.unit_now(id.unit))


def touched(before: Organisation | None, after: Organisation | None, found: Iterable[Difference]) -> Touched:
    """Work out what some differences of one organisation touch."""
    tasks: set[tuple[str, str]] = set()
    owed: dict[str, set[Owed]] = {}
    differences = tuple(found)
    for one in differences:
        reached = set(_reached(one, before, after))
        tasks |= {(plan, task) for plan, task, _ in reached}
        owed.setdefault(one.kind, set()).update(reached)

    def of(kinds: Iterable[str]) -> frozenset[Owed]:
        return frozenset(one for kind in kinds for one in owed.get(kind, ()))

    return Touched(
        frozenset(tasks),
        of(NEWS),
        of(REMOVED),
        of(REMOVED | {"deadline-moved", "task-closed", "plan-closed"}),
        tuple(one.plan for one in differences if one.kind == "outline"),
        {(one.plan, one.task): one.was for one in differences if one.kind == "task-renamed"},
        {one.was: one.unit_ids[0] for one in differences if one.kind == "unit-renamed"},
    )


def _reached(one: Difference, before: Organisation | None, after: Organisation | None) -> Iterator[Owed]:
    """Yield the assignments that a difference reaches, without their periods."""
    if one.kind in ("task-closed", "ladder"):
        plan = after.plans.get(one.plan) if after else None
        yield from (owed for owed in _all(plan) if owed[1] == one.task)
    elif one.kind in REMINDED:
        yield from ((one.plan, one.task, unit) for unit in one.unit_ids)
    elif one.kind in WHOLE_PLAN:
        here = before if one.kind == "plan-removed" else after
        yield from _all(here.plans.get(one.plan) if here else None)
    elif one.kind in ("organisation-added", "organisation-removed"):
        here = before if one.kind == "organisation-removed" else after
        for plan in here.plans.values() if here else ():
            yield from _all(plan)


def _all(plan: Plan | None) -> Iterator[Owed]:
    for task in plan.tasks.values() if plan else ():
        for due in task.dues:
            yield from ((plan.id, task.id, unit) for unit in due.unit_ids) if plan else ()
