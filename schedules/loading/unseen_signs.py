"""Name the signs that no editor shows, where they stand: a zero-width space in an id makes it another id."""

from __future__ import annotations

import re
from collections.abc import Iterator

from schedules.loading.plain_text import UNSEEN, shown
from schedules.loading.yaml_tree import Tree
from schedules.problem import Place, Problem, Severity

SIGN = re.compile(f"[{UNSEEN}]")


def name_unseen(tree: Tree) -> None:
    """Tell of every line with such a sign that it is there, instead of what it makes wrong; else as a warning."""
    found = dict(_lines(tree))
    if not found:
        return
    wrong = {_line(one) for one in tree.problems if one.severity == "problem"}
    tree.problems[:] = [one for one in tree.problems if _line(one) not in found]
    for line, (column, sign) in found.items():
        severity: Severity = "problem" if line in wrong else "warning"
        tree.problems.append(
            Problem(Place(*line, column), "hidden-character", {"code": f"U+{ord(sign):04X}"}, severity)
        )


def _lines(tree: Tree) -> Iterator[tuple[tuple[str, int], tuple[int, str]]]:
    for file, raw in tree.raw.items():
        text = raw.decode("utf-8-sig", "ignore")
        if not SIGN.search(text):
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if sign := SIGN.search(line):
                yield (shown(file), number), (sign.start() + 1, sign[0])


def _line(problem: Problem) -> tuple[str, int]:
    return problem.place.file, problem.place.line
