"""Find the lines of a file that are no YAML: what has to be cut out, so that the rest can be read."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from schedules.problem import Problem

KEY = re.compile(r"[\s\xa0]*([\w-]+):(?:\s|$)", re.ASCII)
TABS = re.compile(r" *\t")
ITEM = re.compile(r" *(?:- +)*")


@dataclass(frozen=True, slots=True)
class Cut:
    """Lines that were left out, counted from 0 with the end excluded.

    ``indent`` and ``key`` are those of the first; of a line that is indented wrongly (``is_stray``), as it was meant.
    ``column`` is where it begins, counted from 1.
    """

    start: int
    end: int
    indent: int
    key: str = ""
    column: int = 1
    is_item: bool = False
    is_stray: bool = False


def owner(node: yaml.Node, cut: Cut) -> bool:
    """Say whether lines were cut out of this very mapping or list: its entries are indented as the first of them."""
    start, end = node.start_mark, node.end_mark
    return bool(start.line <= cut.end and cut.start <= end.line and start.column == cut.indent)


def cut_for(lines: list[str], problem: Problem, first: int) -> Cut:
    """Return what to cut for a problem that is noticed from a line on."""
    return _tabs(lines, problem) or _stray(lines, first) or _continued(lines, problem) or _cut(lines, first)


def again(cut: Cut, before: list[Cut]) -> bool:
    """Say whether a cut item stands in line with one cut before: what is wrong with their list has been told."""
    return cut.is_item and any(one.is_item and one.column == cut.column for one in before)


def _stray(lines: list[str], first: int) -> Cut | None:
    """Return the one "key: value" that is indented unlike those above and below it: this line, or the one above."""
    written = [number for number, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")]
    at = written.index(first) if first in written else 0
    for number in (at, at - 1):
        if not 0 < number < len(written) - 1:
            continue
        above, stray, below = (lines[written[one]] for one in (number - 1, number, number + 1))
        indent, key = _indent(below), KEY.match(stray)
        if key and KEY.match(below) and len(ITEM.match(above)[0]) == indent != _indent(stray):  # type: ignore[index]
            return Cut(written[number], written[number] + 1, indent, key[1], _indent(stray) + 1, is_stray=True)
    return None


def _tabs(lines: list[str], problem: Problem) -> Cut | None:
    """Return a line indented by tabs, with those next to it; how far it was meant to be, the line below says."""
    first = problem.place.line - 1
    if problem.key != "tab" or not TABS.match(lines[first]):
        return None
    end = first + 1
    while end < len(lines) and TABS.match(lines[end]):
        end += 1
    key, below = KEY.match(lines[first]), next((line for line in lines[end:] if line.strip()), "")
    return Cut(first, end, _indent(below), key[1] if key and end == first + 1 else "")


def _continued(lines: list[str], problem: Problem) -> Cut | None:
    """Return the "key: value" lines that the line above them seems to go on with: that one is wrong, they follow."""
    first = problem.place.line - 1
    key = KEY.match(lines[first])
    if problem.key != "syntax-colon" or not key or key.end(1) != problem.place.column - 1:
        return None
    above = next((line for line in reversed(lines[:first]) if line.strip()), "")
    end, indent = first + 1, _indent(lines[first])
    while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) >= indent):
        end += 1
    return Cut(first, end, len(ITEM.match(above)[0]), column=indent + 1)  # type: ignore[index]


def _cut(lines: list[str], first: int) -> Cut:
    """Return a line and those that hang on it."""
    indent, key = _indent(lines[first]), KEY.match(lines[first])
    end = first + 1
    while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) > indent):
        end += 1
    is_item = lines[first].lstrip().startswith("- ")
    return Cut(first, end, indent, key[1] if key else "", indent + 1, is_item)


def _indent(line: str) -> int:
    spread = line.expandtabs(4)
    return len(spread) - len(spread.lstrip(" "))
