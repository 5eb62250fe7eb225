"""Load plans.yaml: read the tree, hold it to the format, build the records, and collect every problem on the way."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from schedules.loading.building import Ground, check_calendar, duplicates
from schedules.loading.building_organisations import organisation
from schedules.loading.mending import hold_to_format
from schedules.loading.plain_text import shown
from schedules.loading.unseen_signs import name_unseen
from schedules.loading.yaml_tree import Broken, Tree, read_tree
from schedules.plan import Plans
from schedules.problem import Problem

MOST_TOLD = 1_000  # of the problems of a file; nobody reads on


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of a file: the plans, or None when it has problems; warnings come with either.

    ``files`` are those to watch: all that were read, and those missing. ``readable`` is False where the file itself is
    no text. ``texts`` are exactly what was read, by the paths from the folder of the first file, which comes first.
    """

    plans: Plans | None
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]
    readable: bool = True
    texts: Mapping[str, str] = field(default_factory=dict)


def load(path: Path) -> Loaded:
    """Load a plans.yaml with all that it includes; never raises, whatever the files hold."""
    tree = read_tree(path)
    plans = None if isinstance(tree.value, Broken) else _plans(tree)
    name_unseen(tree)
    problems = _in_order(tree)
    refused = any(problem.severity == "problem" for problem in problems)
    return Loaded(None if refused else plans, problems, tuple(tree.files), tree.readable, _texts(path, tree))


def _texts(path: Path, tree: Tree) -> dict[str, str]:
    """Return the bytes as text that gives the same bytes again, marks and ends of lines included."""
    return {os.path.relpath(file, path.parent): raw.decode("utf-8", "replace") for file, raw in tree.raw.items()}


def _in_order(tree: Tree) -> tuple[Problem, ...]:
    """Sort problems by place, files as they are read; tell once what several tasks find at one place.

    That is so for the plan's own deadline. What goes beyond all patience is cut short, and that is told.
    """
    order = {name: number for number, name in enumerate(dict.fromkeys(map(shown, tree.files)))}
    found = {
        (order.get(one.place.file, 0), one.place.line, one.place.column, one.key, *one.values.values()): one
        for one in tree.problems
    }
    told = [found[place] for place in sorted(found)]
    left = max(0, len(told) - MOST_TOLD) + tree.untold
    if not told or not left:
        return tuple(told)
    told.sort(key=lambda one: one.severity)  # problems before warnings, each in the order of the file
    last = told[min(MOST_TOLD, len(told) - 1)]
    more = Problem(last.place, "and-more", {"count": str(left)}, last.severity)
    return (*told[:MOST_TOLD], more)


def _plans(tree: Tree) -> Plans | None:
    shape = hold_to_format(tree)
    if shape is None:
        return None
    ground = Ground(tree, ())
    check_calendar(ground.under("calendar"), shape.calendar)
    duplicates(ground.under("organisations"), [one.id for one in shape.organisations])
    found = [
        organisation(ground.under("organisations", number), one, shape.calendar)
        for number, one in enumerate(shape.organisations)
    ]
    return Plans({one.id: one for one in found}, tree.content.hexdigest())
