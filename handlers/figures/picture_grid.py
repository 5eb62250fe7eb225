"""Lay out the picture of a plan: units × tasks, the worst first, on as many pages as it needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.figures.figures import Figures, Standing
from handlers.figures.status_lists import Behind
from handlers.figures.table_of_figures import Row, Table, figures_of
from schedules.plan import Organisation, Plan

MOST_TASKS = 12  # columns of one picture
LINES = 36  # what one picture has room for, in lines: units, and the names of the tasks
LEGEND = 1.5  # lines that the name of a task takes
FEWEST = 20  # units, however many tasks are to be named
MOST = 40


@dataclass(frozen=True, slots=True)
class Column:
    """One task and period; ``number`` names it in the picture."""

    number: int
    title: str
    phrases: tuple[str, ...]
    figures: Figures


@dataclass(frozen=True, slots=True)
class Line:
    """One unit, with its class in each column; None where it owes nothing."""

    unit: str
    standings: tuple[Standing | None, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """One picture of ``of``; ``figures`` are those of the whole plan."""

    plan: Plan
    moment: datetime
    figures: Figures
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    number: int
    of: int
    left: int  # units on the pictures after this one


def grids(organisation: Organisation, plan: Plan, table: Table) -> list[Grid]:
    """Return the pictures of a plan, none where nothing is expected.

    More tasks than fit side by side go on pictures of their own, with the units that owe them.
    """
    columns = columns_of(table.rows)
    found: list[tuple[tuple[Column, ...], tuple[Line, ...], int]] = []
    for first in range(0, len(columns), MOST_TASKS):
        some = columns[first : first + MOST_TASKS]
        lines = _lines(organisation, [row for _, rows in some for row in rows], [key for key, _ in some])
        shown = tuple(_column(first + place, rows) for place, (_, rows) in enumerate(some, 1))
        room = units_of_a_picture(len(some))
        for at in range(0, len(lines), room):
            found.append((shown, tuple(lines[at : at + room]), max(len(lines) - at - room, 0)))
    return [
        Grid(plan, table.moment, table.figures, shown, lines, number, len(found), left)
        for number, (shown, lines, left) in enumerate(found, 1)
    ]


def units_of_a_picture(tasks: int) -> int:
    """Return how many units a picture has beside the names of so many tasks."""
    return min(max(int(LINES - LEGEND * tasks), FEWEST), MOST)


Key = tuple[str, str]


def columns_of(rows: Sequence[Row]) -> list[tuple[Key, list[Row]]]:
    """Put together the rows of a task and period, in the order of the table."""
    found: dict[Key, list[Row]] = {}
    for row in rows:
        found.setdefault((row.task.id, row.period), []).append(row)
    return list(found.items())


def _column(number: int, rows: Sequence[Row]) -> Column:
    phrases = tuple(dict.fromkeys(one.phrase for one in rows if one.phrase))
    return Column(number, rows[0].title, phrases, figures_of(rows))


def _lines(organisation: Organisation, rows: Sequence[Row], keys: Sequence[Key]) -> list[Line]:
    """Return a line for each unit: the worst first, as in the list of names; then who has handed in everything."""
    by_unit: dict[str, dict[Key, Row]] = {}
    for row in rows:
        by_unit.setdefault(row.unit_id, {})[row.task.id, row.period] = row
    order = {unit: place for place, unit in enumerate(organisation.units)}
    ranked = sorted(by_unit, key=lambda unit: _rank(organisation, unit, by_unit[unit], order.get(unit, len(order))))
    return [_line(by_unit[unit], keys) for unit in ranked]


def _line(owed: Mapping[Key, Row], keys: Sequence[Key]) -> Line:
    name = next(iter(owed.values())).unit
    return Line(name, tuple(owed[key].standing if key in owed else None for key in keys))


def _rank(organisation: Organisation, unit: str, owed: Mapping[Key, Row], place: int) -> tuple[object, ...]:
    behind = Behind(organisation, unit)
    for row in owed.values():
        if not row.is_submitted:
            behind.add(row.standing, row.deadline)
    return behind.overdue + behind.open == 0, *behind.rank(place)
