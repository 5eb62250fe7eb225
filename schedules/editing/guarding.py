"""Hold what an edit did to what it was asked to do: the loaded plans differ in exactly that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from schedules.editing.edits import AddMember, Edit, RemoveMember, SetDeadline
from schedules.editing.refusals import NothingChanges, StrangeChange
from schedules.plan import Due, Organisation, Plans, Task


def check(before: Plans, after: Plans, edit: Edit) -> None:
    """Compare the plans of the files before an edit and after it.

    Raises:
        NothingChanges: they are the same.
        StrangeChange: they differ in more, or in something else.
    """
    if before.organisations == after.organisations:
        raise NothingChanges(phrase=getattr(edit, "phrase", ""))
    others = {id for id in before.organisations.keys() | after.organisations.keys() if id != edit.organisation}
    if any(before.organisations.get(id) != after.organisations.get(id) for id in others):
        raise StrangeChange()
    was, now = before.organisations[edit.organisation], after.organisations.get(edit.organisation)
    if now is None or not (_moved(was, now, edit) if isinstance(edit, SetDeadline) else _joined(was, now, edit)):
        raise StrangeChange()


def _moved(was: Organisation, now: Organisation, edit: SetDeadline) -> bool:
    """Say whether nothing but deadlines has changed, only to the new phrase, and only where it was asked for."""
    if _without_dues(was) != _without_dues(now):
        return False
    moved = {
        (plan.id, task.id, unit): due
        for plan in now.plans.values()
        for task in plan.tasks.values()
        for unit, due in _by_unit(task).items()
        if due != _by_unit(was.plans[plan.id].tasks[task.id]).get(unit)
    }
    fits = {(edit.plan, edit.task or task, unit) for _, task, unit in moved}
    group = was.groups.get(edit.of or "")
    named = group.unit_ids if group else (edit.of,)
    right = edit.of is None or all(unit in named for _, _, unit in moved)
    return moved.keys() == fits and right and all(due.reading.phrase == edit.phrase for due in moved.values())


def _joined(was: Organisation, now: Organisation, edit: AddMember | RemoveMember) -> bool:
    """Say whether one group has one unit more, or less, and nothing has changed for anybody else."""
    unit, before, after = edit.unit, was.groups[edit.group].unit_ids, now.groups[edit.group].unit_ids
    if isinstance(edit, AddMember):
        right = after == (*before, unit) and now.units == was.units
    else:
        right = after == tuple(one for one in before if one != unit) and set(was.units) - set(now.units) <= {unit}
    others = all(was.groups[id] == group for id, group in now.groups.items() if id != edit.group)
    return right and others and _bare(was, unit) == _bare(now, unit)


def _without_dues(organisation: Organisation) -> Organisation:
    return replace(
        organisation,
        plans={
            plan.id: replace(plan, tasks={task.id: replace(task, dues=()) for task in plan.tasks.values()})
            for plan in organisation.plans.values()
        },
    )


def _by_unit(task: Task) -> dict[str, Due]:
    """Return what each unit of a task owes by when, whoever shares its deadline."""
    return {unit: replace(due, unit_ids=()) for due in task.dues for unit in due.unit_ids}


def _bare(value: Any, unit: str) -> Any:
    """Return a record as it would be without one unit, as plain values that can be compared."""
    if isinstance(value, Task):
        dues = {one: due for one, due in _by_unit(value).items() if one != unit}
        return dues, _bare(_fields(replace(value, dues=())), unit)
    if is_dataclass(value) and not isinstance(value, type):
        return type(value).__name__, _bare(_fields(value), unit)
    if isinstance(value, Mapping):
        return [(key, _bare(one, unit)) for key, one in value.items() if key != unit]
    if isinstance(value, tuple | list):
        return [_bare(one, unit) for one in value if one != unit]
    return value


def _fields(record: Any) -> dict[str, Any]:
    return {field.name: getattr(record, field.name) for field in fields(record)}
