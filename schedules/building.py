"""What all builders stand on: where in the file they are, and a way to say what is wrong there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from schedules.format_mistakes import nearest
from schedules.plan import Group, LadderRule, Unit
from schedules.plan_format import CalendarShape, LadderShape, OrganisationShape
from schedules.problem import Problem, Severity
from schedules.yaml_tree import Path_, Tree

LONGEST_TOLD = 200  # characters of a wrong value that a message repeats


@dataclass(frozen=True, slots=True)
class Ground:
    """A place in the tree, by its path."""

    tree: Tree
    path: Path_

    def under(self, *names: str | int) -> Ground:
        """Return the place of what stands under these names."""
        return Ground(self.tree, (*self.path, *names))

    def problem(self, key: str, **values: str) -> None:
        """Note what refuses the file."""
        self._note(key, "problem", values)

    def warning(self, key: str, **values: str) -> None:
        """Note what the admin should know."""
        self._note(key, "warning", values)

    def _note(self, key: str, severity: Severity, values: dict[str, str]) -> None:
        told = {name: value[:LONGEST_TOLD] for name, value in values.items()}
        self.tree.problems.append(Problem(self.tree.place(self.path), key, told, severity))


def duplicates(ground: Ground, ids: Iterable[str], key: str = "id") -> None:
    """Note every id that stood in the list before."""
    seen: set[str] = set()
    for number, id in enumerate(ids):
        if id in seen:
            ground.under(number, key).problem("duplicate-id", id=id)
        seen.add(id)


def check_calendar(ground: Ground, shape: CalendarShape) -> None:
    """Note a day that one calendar has off and worked at once."""
    for number, day in enumerate(shape.worked_days):
        if day in shape.days_off:
            ground.under("worked_days", number).problem("day-off-and-worked", day=f"{day:%d/%m/%Y}")


def known(ground: Ground, id: str, ids: Iterable[str], what: str) -> bool:
    """Say whether an id is there; note it, with the nearest right one, where it is not."""
    ids = ids if isinstance(ids, (dict, set, frozenset)) else set(ids)
    if id in ids:
        return True
    ground.problem(f"unknown-{what}", id=id, nearest=nearest(id, ids))
    return False


def ladder_rule(base: LadderRule, shape: LadderShape) -> LadderRule:
    """Return a rule with those parts replaced that the file states."""
    return LadderRule(
        assigned=base.assigned if shape.assigned is None else shape.assigned,
        before=base.before if shape.before is None else tuple(sorted(set(shape.before), reverse=True)),
        last_day=base.last_day if shape.last_day is None else tuple(sorted(set(shape.last_day))),
        overdue_days=base.overdue_days if shape.overdue_days is None else shape.overdue_days,
        overdue_weeks=base.overdue_weeks if shape.overdue_weeks is None else shape.overdue_weeks,
    )


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a plan's builders need of its organisation."""

    organisation: OrganisationShape
    units: Mapping[str, Unit]
    groups: Mapping[str, Group]
    ladder: LadderRule

    @property
    def ids(self) -> set[str]:
        """Return the ids of all units and groups."""
        return self.units.keys() | self.groups.keys()

    def members(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return the units that ids of units and groups name, each once."""
        named = (self.groups[id].unit_ids if id in self.groups else (id,) for id in ids)
        return tuple(dict.fromkeys(unit for units in named for unit in units))

    def check(self, ground: Ground, ids: Iterable[str]) -> None:
        """Note ids in a list that are neither units nor groups."""
        for number, id in enumerate(ids):
            known(ground.under(number), id, self.ids, "unit")
