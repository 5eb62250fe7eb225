"""Decide who owes a task by when: unit beats group beats task beats plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from schedules.loading.building import Ground, known
from schedules.loading.building_deadlines import Asked, due
from schedules.loading.plan_format import DeadlineShape
from schedules.plan import Due


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
    sharing: list[str] = []
    grouped: dict[DeadlineShape, tuple[list[str], Ground]] = {}
    before: DeadlineShape | None = None
    for unit, claims in _claims(ground, asked).items():
        if unit in excepted:
            continue
        deadline, place = _strongest(unit, claims) or (default, default_ground)
        if deadline is None:
            if not _deadline_lost(ground, asked):
                ground.under("deadline", "key").problem("no-deadline", task=asked.task.id)
            return ()
        if deadline is not before:  # comparing costs more than all the rest
            before, (sharing, _) = deadline, grouped.setdefault(deadline, ([], place))
        sharing.append(unit)
    if not grouped and default:  # who owes it may be lost: its deadline is read all the same
        due(default_ground, default, (), asked)
    return tuple(due(place, deadline, units, asked) for deadline, (units, place) in grouped.items())


def _deadline_lost(ground: Ground, asked: Asked) -> bool:
    """Say whether a deadline may be written that could not be taken, which has been told."""
    plan = Ground(ground.tree, ground.path[:-2])
    items = range(len(asked.task.units))
    own = any(ground.gap("units", number) or ground.harmed("units", number, "deadline") for number in items)
    return own or ground.gap() or ground.harmed("deadline") or plan.gap() or plan.harmed("deadline")


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
        if known(place, item.of, around.names, "unit", whole=around.whole):
            claim = Claim(item.deadline, place.under("deadline"), item.of in around.groups)
            for unit in around.members([item.of]):
                found.setdefault(unit, []).append(claim)
        elif item.deadline:
            due(place.under("deadline"), item.deadline, (), asked)
    return found


def _strongest(unit: str, claims: list[Claim]) -> tuple[DeadlineShape, Ground] | None:
    """Choose a unit's own deadline, else its groups'; groups that differ are a problem."""
    if len(claims) == 1 and claims[0].deadline is None:  # nearly always
        return None
    own = [claim for claim in claims if claim.deadline and not claim.is_group]
    stated = own or [claim for claim in claims if claim.deadline]
    for other in stated[1:]:
        if other.deadline != stated[0].deadline:
            other.ground.problem("deadline-conflict", unit=unit)
    first = stated[0] if stated else None
    return (first.deadline, first.ground) if first and first.deadline else None
