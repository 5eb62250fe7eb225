"""Compose a file that is not YAML in places: what is wrong is told, and repaired or cut out, to read the rest."""

from __future__ import annotations

from dataclasses import dataclass, replace

import yaml

from schedules.loading.plain_text import Unreadable
from schedules.loading.yaml_cuts import Cut, again, cut_for
from schedules.loading.yaml_nodes import compose
from schedules.loading.yaml_repairs import name_lists, repairs
from schedules.problem import Place, Problem

MOST_CUTS = 20  # each reads the file once more
LONGEST_CUT = 1_000_000  # characters of a file that is read more than once
# Only a line that is wrong by itself is cut: what a second document or a stray sign means is not known.
CUT_AT_PLACE = {
    "tab",
    "syntax-colon",
    "syntax-no-colon",
    "syntax-indent",
    "syntax-quote",
    "syntax-escape",
    "syntax-sign",
}
CUT_WHERE_OPENED = {"syntax-bracket"}


@dataclass(frozen=True, slots=True)
class Composed:
    """A file as nodes: None where nothing of it can be taken. ``problems`` are those of the lines that were cut."""

    node: yaml.Node | None
    count: int
    problems: tuple[Problem, ...] = ()
    cuts: tuple[Cut, ...] = ()


def compose_sound(text: str, name: str, most: int) -> Composed:
    """Compose what is YAML in a text, and tell what is not, line by line, as long as that is honest.

    A mistake that is noticed at or above the lines cut before may be their doing: it is not told, and nothing is taken.

    Raises:
        Unreadable: nothing can be cut: too deep, too many values, anchors.
    """
    sound = _Sound(text, name, most)
    while True:
        try:
            node, count = compose(sound.text, name, most)
        except Unreadable as trouble:
            if not sound.without(trouble.problem):
                return Composed(None, 0, tuple(sound.problems), tuple(sound.cuts))
            continue
        if node and sound.left_out:
            name_lists(node, sound.left_out)
        return Composed(node, count, tuple(sound.problems), tuple(sound.cuts))


class _Sound:
    """The lines of a file that are YAML, and what was wrong with the others."""

    def __init__(self, text: str, name: str, most: int) -> None:
        self.text, self.name, self.most = text, name, most
        self.lines = text.splitlines()  # as libyaml counts them
        self.problems: list[Problem] = []
        self.cuts: list[Cut] = []
        self.left_out: dict[int, str] = {}  # lists whose own lines are missing, by the line of their first item
        self._repaired: set[int] = set()
        self._looked_at = 0  # lines, from the first

    def without(self, problem: Problem) -> bool:
        """Repair or cut the line of a problem; say whether the rest can be taken."""
        first, changed = _first_line(problem), bool(self.cuts or self._repaired)
        if changed and (first is None or first < self._looked_at):
            told_so_far = problem.key in CUT_AT_PLACE | CUT_WHERE_OPENED | {"syntax"}
            self.problems += [] if told_so_far else [problem]
            return False
        too_many = len(self.cuts) + len(self._repaired) >= MOST_CUTS
        if first is None or too_many or len(self.text) > LONGEST_CUT:
            if not changed:
                raise Unreadable(problem.place, problem.key, **problem.values)
            self.problems.append(problem)
            return False
        if not self._repair(problem):
            self._cut(problem, first)
        self.text = "\n".join(self.lines)
        return True

    def _repair(self, problem: Problem) -> bool:
        """Put a line right, if the file can be read further then."""
        for repair in repairs(self.lines, problem):
            lines = [*self.lines[: repair.line], repair.written, *self.lines[repair.line + 1 :]]
            if repair.line not in self._repaired and self._is_sound(lines, problem.place.line):
                self.lines = lines
                self.problems.append(repair.problem)
                self._repaired.add(repair.line)
                self._looked_at = repair.line + 1
                self.left_out |= {repair.line: repair.left_out} if repair.left_out else {}
                return True
        return False

    def _is_sound(self, lines: list[str], end: int) -> bool:
        """Say whether these lines are YAML at least to the end of one of them."""
        try:
            compose("\n".join(lines), self.name, self.most)
        except Unreadable as trouble:
            first = _first_line(trouble.problem)
            return first is not None and first >= end
        return True

    def _cut(self, problem: Problem, first: int) -> None:
        lines = self.lines
        cut = cut_for(lines, problem, first)
        if cut.is_stray:
            problem = replace(problem, place=Place(self.name, cut.start + 1, cut.column), key="syntax-indent")
        if not again(cut, self.cuts):
            self.problems.append(problem)
        self.cuts.append(cut)
        self._looked_at = cut.end
        lines[cut.start : cut.end] = [""] * (cut.end - cut.start)


def _first_line(problem: Problem) -> int | None:
    """Return the line, counted from 0, from which to cut; None where that is not known."""
    if problem.key in CUT_WHERE_OPENED:
        return int(problem.values["line"]) - 1
    return problem.place.line - 1 if problem.key in CUT_AT_PLACE else None
