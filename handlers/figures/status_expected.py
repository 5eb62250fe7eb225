"""What is expected under a plan, with the deadlines that hold: the ground on which every figure stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, time

from schedules.changes import Changes, effective
from schedules.deadline import VIETNAM, Moved
from schedules.owing import Lot, lots
from schedules.plan import AssignmentId, Organisation, Plan, UnitKind

NEVER = datetime.max.replace(tzinfo=VIETNAM)


def expected(organisation: Organisation, plan: Plan, now: datetime, changes: Changes) -> list[Lot]:
    """List what is expected under a plan by now, the units of one deadline together.

    Closing a plan ends the reminders; the figures stay, and no new period is expected.

    Parameters:
        changes: the deadlines that do not stand as planned; units that they move are a lot of their own.
    """
    as_open = replace(organisation, plans={plan.id: replace(plan, closed_on=None)})
    closed_at = datetime.combine(plan.closed_on, time(), VIETNAM) if plan.closed_on else now
    moved: dict[tuple[str, str], dict[str, Moved]] = defaultdict(dict)
    for id, one in changes.items():
        if id.plan == plan.id:
            moved[id.task, id.period][id.unit] = one
    return [
        lot
        for planned in lots(as_open, min(now, closed_at), plan.id)
        for lot in _apart(replace(planned, plan=plan), moved.get((planned.task.id, planned.period), {}))
    ]


def _apart(lot: Lot, moved: dict[str, Moved]) -> Iterator[Lot]:
    """Take the units whose deadline was moved out of a lot, those with the same one together."""
    mine = [unit for unit in lot.unit_ids if unit in moved] if moved else []
    if not mine:
        yield lot
        return
    others = tuple(unit for unit in lot.unit_ids if unit not in moved)
    if others:
        yield replace(lot, unit_ids=others)
    together: dict[Moved, list[str]] = defaultdict(list)
    for unit in mine:
        together[moved[unit]].append(unit)
    for one, units in together.items():
        yield replace(lot, deadline=effective(lot.deadline, one, lot.plan.closes), unit_ids=tuple(units))


def by_task(found: Iterable[Lot]) -> list[list[Lot]]:
    """Put the lots of one task and period together, the most urgent task first."""
    alike: dict[tuple[str, str], list[Lot]] = {}
    for lot in found:
        alike.setdefault((lot.task.id, lot.period), []).append(lot)
    return sorted(alike.values(), key=lambda lots: min(_urgency(lot) for lot in lots))


def _urgency(lot: Lot) -> datetime:
    return lot.deadline.ends_at if lot.deadline else NEVER


def kind_of(organisation: Organisation, unit: str) -> UnitKind:
    """Say what a unit is; one that the plans no longer have counts as a department."""
    found = organisation.units.get(unit)
    return found.kind if found else "department"


def id_of(lot: Lot, unit: str) -> AssignmentId:
    """Name the assignment of one unit of a lot."""
    return AssignmentId(lot.plan.organisation_id, lot.plan.id, lot.task.id, unit, lot.period)
