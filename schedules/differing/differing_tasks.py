"""What differs of one task: who owes it, by when, and what goes with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from schedules.differing.differences import Difference
from schedules.differing.differing_units import names
from schedules.plan import Organisation, Plan, Task
from schedules.terms import Term, terms

# What of a task is told only as "changed": field → kind of difference.
TASK_FIELDS = {
    "title": "task-retitled",
    "closed_on": "task-closed",
    "ladder": "ladder",
    "send_to": "receiver",
    "via": "receiver",
    "kind": "task-changed",
    "cooperating": "task-changed",
    "cooperating_unit_ids": "task-changed",
    "remind_cooperating": "task-changed",
    "topics": "task-changed",
    "places": "task-changed",
    "note": "task-changed",
    "figures_to": "task-changed",
}


@dataclass(frozen=True, slots=True)
class Sides:
    """One plan, as it was and as it is."""

    old: Organisation
    new: Organisation
    before: Plan
    after: Plan

    @property
    def same_days(self) -> bool:
        """Say whether the same words mean the same moment."""
        return self.old.calendar == self.new.calendar and self.before.closes == self.after.closes


def task_differs(sides: Sides, about: Difference, before: Task, after: Task) -> Iterator[Difference]:
    """Yield what differs of a task.

    Parameters:
        about: names the task; what differs is said on copies of it.
    """
    yield from _who_and_when(sides, about, before, after)
    for kind in dict.fromkeys(TASK_FIELDS.values()):
        if any(getattr(before, name) != getattr(after, name) for name, of in TASK_FIELDS.items() if of == kind):
            yield _task_said(replace(about, kind=kind), before, after)


def _who_and_when(sides: Sides, about: Difference, before: Task, after: Task) -> Iterator[Difference]:
    if sides.same_days and before.dues == after.dues:
        return
    old, new = terms(sides.old, sides.before, before), terms(sides.new, sides.after, after)
    moved: dict[tuple[str, Term | None, Term | None], list[str]] = defaultdict(list)
    for unit in {**new, **old}:
        if (kind := _kind(old.get(unit), new.get(unit))) is not None:
            moved[kind, old.get(unit), new.get(unit)].append(unit)
    for (kind, was, now), units in moved.items():
        named = names(sides.new, sides.old, ids=units)
        said = replace(about, kind=kind, unit_ids=tuple(units), unit_names=named)
        if was:
            said = replace(said, before=was.phrase, before_on=was.last_day)
        yield replace(said, after=now.phrase, after_on=now.last_day) if now else said


def _kind(was: Term | None, now: Term | None) -> str | None:
    if was is None:
        return "units-added"
    if now is None:
        return "units-removed"
    if was.means != now.means:
        return "deadline-moved"
    return "phrase-changed" if was.phrase != now.phrase else None


def _task_said(about: Difference, before: Task, after: Task) -> Difference:
    if about.kind == "task-retitled":
        return replace(about, before=before.title, after=after.title)
    if about.kind == "task-closed":
        return replace(about, before_on=str(before.closed_on or ""), after_on=str(after.closed_on or ""))
    if about.kind == "receiver":
        return replace(about, before=before.send_to or before.via, after=after.send_to or after.via)
    return about
