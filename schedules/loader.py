"""Load plans.yaml: read the tree, hold it to the format, build the records, and collect every problem on the way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from schedules.building import Ground, check_calendar, duplicates
from schedules.building_organisations import organisation
from schedules.format_mistakes import shape_problems
from schedules.plan import Plans
from schedules.plan_format import FileShape
from schedules.problem import Problem
from schedules.yaml_tree import Broken, Tree, read_tree


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of a file: the plans, or None when it has problems; warnings come with either.

    ``files`` are those to watch: all that were read, and those missing. ``readable`` is False where the file itself is
    no text.
    """

    plans: Plans | None
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]
    readable: bool = True


def load(path: Path) -> Loaded:
    """Load a plans.yaml with all that it includes; never raises, whatever the files hold."""
    tree = read_tree(path)
    plans = None if isinstance(tree.value, Broken) else _plans(tree)
    problems = _in_order(tree.problems)
    refused = any(problem.severity == "problem" for problem in problems)
    return Loaded(None if refused else plans, problems, tuple(tree.files), tree.readable)


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort problems by place; tell once what several tasks find at one place, such as the plan's own deadline."""
    found = {(one.place.file, one.place.line, one.place.column, one.key, *one.values.values()): one for one in problems}
    return tuple(found[place] for place in sorted(found))


def _plans(tree: Tree) -> Plans | None:
    try:
        shape = FileShape.model_validate(tree.value)
    except ValidationError as wrong:
        tree.problems += shape_problems(tree, wrong)
        return None
    ground = Ground(tree, ())
    check_calendar(ground.under("calendar"), shape.calendar)
    duplicates(ground.under("organisations"), [one.id for one in shape.organisations])
    found = [
        organisation(ground.under("organisations", number), one, shape.calendar)
        for number, one in enumerate(shape.organisations)
    ]
    return Plans({one.id: one for one in found}, tree.content.hexdigest())
