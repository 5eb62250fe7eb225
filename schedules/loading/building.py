"""What all builders stand on: where in the file they are, and a way to say what is wrong there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from schedules.loading.holes import Path_
from schedules.loading.nearest import NOTHING, STAND_IN, Names, folded
from schedules.loading.plan_format import CalendarShape, LadderShape, OrganisationShape
from schedules.loading.yaml_tree import Tree
from schedules.plan import Group, LadderRule, Unit
from schedules.problem import Problem, Severity
from schedules.working_days import WorkingDays

LONGEST_TOLD = 200  # characters of a wrong value that a message repeats


@dataclass(frozen=True, slots=True)
class Ground:
    """A place in the tree, by its path."""

    tree: Tree
    path: Path_

    def under(self, *names: str | int) -> Ground:
        """Return the place of what stands under these names."""
        return Ground(self.tree, (*self.path, *names))

    def harmed(self, *names: str | int) -> bool:
        """Say whether something could not be taken at this place or beneath it: then what it lacks is told already."""
        return self.tree.holes.harmed((*self.path, *names))

    def gap(self, *names: str | int) -> bool:
        """Say whether the list or mapping itself may have held more than could be taken."""
        return self.tree.holes.gap((*self.path, *names))

    def problem(self, key: str, **values: str) -> None:
        """Note what refuses the file."""
        self._note(key, "problem", values)

    def warning(self, key: str, **values: str) -> None:
        """Note what the admin should know."""
        self._note(key, "warning", values)

    def _note(self, key: str, severity: Severity, values: dict[str, str]) -> None:
        if self.tree.holes.lost(self.path):
            return
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


def known(ground: Ground, id: str, names: Names, what: str, *, whole: bool = True) -> bool:
    """Say whether an id is there; note it, with the nearest right one, where it is not.

    Parameters:
        whole: all right names are known; else only an id that is plainly one of them, misspelt, is noted.
    """
    if id in names:
        return True
    if id == STAND_IN or folded(id) in ground.tree.holes.wrong_ids or not (whole or names.same(id) != NOTHING):
        return False
    ground.tree.patience -= 1 + len(names)
    near = names.nearest(id) if ground.tree.patience > 0 else NOTHING
    ground.problem(f"unknown-{what}", id=id, nearest=near)
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


@dataclass(frozen=True)
class Surroundings:
    """What a plan's builders need of its organisation. ``whole``: every unit and group of the file could be read."""

    organisation: OrganisationShape
    units: Mapping[str, Unit]
    groups: Mapping[str, Group]
    ladder: LadderRule
    names: Names
    unit_names: Names
    days: WorkingDays
    tree: Tree
    whole: bool = True

    def members(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return the units that ids of units and groups name, each once."""
        named = [self.groups[id].unit_ids if id in self.groups else (id,) for id in ids]
        if not self.tree.takes(sum(map(len, named))):
            return ()
        return tuple(dict.fromkeys(unit for units in named for unit in units))

    def of(self, ids: Iterable[str]) -> Iterator[Unit]:
        """Yield the units with these ids, as far as they exist."""
        return (self.units[id] for id in ids if id in self.units)

    def check(self, ground: Ground, ids: Iterable[str]) -> None:
        """Note ids in a list that are neither units nor groups."""
        for number, id in enumerate(ids):
            known(ground.under(number), id, self.names, "unit", whole=self.whole)
