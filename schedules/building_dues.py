"""Decide who owes a task by when: unit beats group beats task beats plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from schedules.building import Ground, known
from schedules.building_deadlines import Asked, due
from schedules.plan import Due
from schedules.plan_format import DeadlineShape, OwingShape


@dataclass(frozen=True, slots=True)
class Claim:
    """A deadline that one item of ``units`` gives to a unit; None: the item leaves it to the task."""

    deadline: DeadlineShape | None
    ground: Ground
    is_group: bool


def dues(ground: Ground, asked: Asked) -> tuple[Due, ...]:
    """Group the units of a task by their deadlines."""
    excepted = set(asked.around.members(asked.task.except_))
    default, default_ground = _default(ground, asked)
    grouped: dict[DeadlineShape, tuple[list[str], Ground]] = {}
    for unit, claims in _claims(ground, asked).items():
        if unit in excepted:
            continue
        deadline, place = _strongest(unit, claims) or (default, default_ground)
        if deadline is None:
            ground.problem("no-deadline", task=asked.task.id)
            return ()
        grouped.setdefault(deadline, ([], place))[0].append(unit)
    return tuple(due(place, deadline, units, asked) for deadline, (units, place) in grouped.items())


def _default(ground: Ground, asked: Asked) -> tuple[DeadlineShape | None, Ground]:
    """Return the deadline of the units that have none of their own, and where it is written."""
    if asked.task.deadline or not asked.plan.deadline:
        return asked.task.deadline, ground.under("deadline")
    plan = Ground(ground.tree, ground.path[:-2])
    return asked.plan.deadline, plan.under("deadline")


def _claims(ground: Ground, asked: Asked) -> Mapping[str, list[Claim]]:
    around = asked.around
    found: dict[str, list[Claim]] = {}
    for number, item in enumerate(asked.task.units):
        place = ground.under("units", number)
        if known(place, item.of, around.ids, "unit"):
            for unit in around.members([item.of]):
                found.setdefault(unit, []).append(_claim(place, item, is_group=item.of in around.groups))
    return found


def _claim(place: Ground, item: OwingShape, *, is_group: bool) -> Claim:
    return Claim(item.deadline, place.under("deadline"), is_group)


def _strongest(unit: str, claims: list[Claim]) -> tuple[DeadlineShape, Ground] | None:
    """Choose a unit's own deadline, else its groups'; groups that differ are a problem."""
    own = [claim for claim in claims if claim.deadline and not claim.is_group]
    stated = own or [claim for claim in claims if claim.deadline]
    for other in stated[1:]:
        if other.deadline != stated[0].deadline:
            other.ground.problem("deadline-conflict", unit=unit)
    first = stated[0] if stated else None
    return (first.deadline, first.ground) if first and first.deadline else None
