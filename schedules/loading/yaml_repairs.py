"""Put right, in memory, the lines that keep a file from being YAML although what they mean is plain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import yaml

from schedules.loading.format_shapes import belongs, list_left_out
from schedules.loading.nearest import NOTHING
from schedules.loading.plain_text import BLANKS, UNSEEN
from schedules.problem import Place, Problem

HIDDEN = re.compile(f"[{BLANKS}{UNSEEN}]")
FRONT = re.compile(rf"[ \t{BLANKS}{UNSEEN}-]*(?:[{UNSEEN}]*[a-z_]+[{BLANKS}{UNSEEN}]*:[ {BLANKS}{UNSEEN}]*)?")
DASHES = re.compile(r" *(?:- +)*")
KEY = re.compile(r"[ -]*([a-z_]+):(?= |$)")
KEY_ALONE = re.compile(r" *([a-z_]+): *(?:#.*)?$")
KEY_IN_BRACES = re.compile(r"[{,] *([a-z_]+): ")


@dataclass(frozen=True, slots=True)
class Repair:
    """A line as it was meant, and what to tell of it. ``left_out``: the list that begins there."""

    line: int
    written: str
    problem: Problem
    left_out: str = ""


def repairs(lines: Sequence[str], problem: Problem) -> Iterator[Repair]:
    """Yield what may put right a line that is no YAML, or the one above it."""
    name, at = problem.place.file, problem.place.line - 1
    above = _above(lines, at)
    for number in (at, *above[:1]):
        yield from _seen(lines[number], name, number)
    if problem.key in ("syntax-indent", "syntax-colon"):
        for number in (at, *above[:1]):
            if found := _set_back(lines, name, number):
                yield found
        if found := _with_line(lines, name, at):
            yield found


def name_lists(node: yaml.Node, left_out: Mapping[int, str]) -> None:
    """Give lists whose own line is missing their names, by the line of their first item; each was read as a key."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            name_lists(item, left_out)
    if isinstance(node, yaml.MappingNode):
        node.value[:] = [_named(key, value, left_out) for key, value in node.value]
        for _, value in node.value:
            name_lists(value, left_out)


def _named(key: yaml.Node, value: yaml.Node, left_out: Mapping[int, str]) -> tuple[yaml.Node, yaml.Node]:
    line = key.start_mark.line
    if not isinstance(key, yaml.SequenceNode) or line not in left_out:
        return key, value
    name = yaml.ScalarNode(yaml.resolver.BaseResolver.DEFAULT_SCALAR_TAG, left_out[line], key.start_mark, key.end_mark)
    return name, key


def _seen(line: str, name: str, number: int) -> Iterator[Repair]:
    """Yield a line with plain blanks, or none, for what only looks like some where it begins, up to its value."""
    front = FRONT.match(line)
    found = HIDDEN.search(front[0]) if front else None
    if front and found:
        place = Place(name, number + 1, found.start() + 1)
        problem = Problem(place, "hidden-character", {"code": f"U+{ord(found[0]):04X}"})
        for blank in (" ", ""):
            plain = re.sub(f"[{UNSEEN}]", "", re.sub(f"[{BLANKS}]", blank, front[0]))
            yield Repair(number, plain + line[front.end() :], problem)


def _set_back(lines: Sequence[str], name: str, number: int) -> Repair | None:
    """Return a "key:" that is not indented as what stands below it wants, where it should be."""
    key, below = KEY_ALONE.match(lines[number]), _below(lines, number)
    if not key or not below:
        return None
    most = _indent(lines[below[0]]) - (not _flush(lines))
    around = next((one for one in _above(lines, number) if _content(lines[one]) <= most), None)
    indent = _indent(lines[number])
    if around is None or _content(lines[around]) == indent:
        return None
    if not belongs(_keys_beside(lines, number, _content(lines[around])), key[1]):
        return None
    written = " " * _content(lines[around]) + lines[number].lstrip()
    return Repair(number, written, Problem(Place(name, number + 1, indent + 1), "syntax-indent"))


def _with_line(lines: Sequence[str], name: str, number: int) -> Repair | None:
    """Return the first item of a list whose own line is not there, made a key by "?", in its place."""
    indent, above = _indent(lines[number]), _above(lines, number)
    if not lines[number].lstrip().startswith("- ") or not above or KEY_ALONE.match(lines[above[0]]):
        return None
    around = next((one for one in above if _content(lines[one]) < indent), None)
    if around is None or any(_is_item(lines[one], indent) for one in above if one > around):
        return None
    column = _content(lines[around])
    key = list_left_out(_keys_beside(lines, number, column), _keys_of_item(lines, number))
    if key == NOTHING or indent < column + 2:
        return None
    place = Place(name, number + 1, indent + 1)
    return Repair(
        number, f"{' ' * column}?{lines[number][column + 1 :]}", Problem(place, "missing-line", {"name": key}), key
    )


def _keys_beside(lines: Sequence[str], number: int, column: int) -> list[str]:
    """Return the keys of the mapping around a line, which begin at a column."""
    found: list[str] = []
    for one in _above(lines, number):
        if _content(lines[one]) == column and (key := KEY.match(lines[one])):
            found.append(key[1])
        if _indent(lines[one]) < column:
            break
    for one in _below(lines, number):
        if _indent(lines[one]) < column:
            break
        if _indent(lines[one]) == column and (key := KEY.match(lines[one])):
            found.append(key[1])
    return found


def _keys_of_item(lines: Sequence[str], number: int) -> list[str]:
    column, first = _content(lines[number]), lines[number]
    if first[column : column + 1] == "{":
        return KEY_IN_BRACES.findall(first)
    found = [key[1]] if (key := KEY.match(first)) else []
    for one in _below(lines, number):
        if _indent(lines[one]) < column:
            break
        if _indent(lines[one]) == column and (key := KEY.match(lines[one])):
            found.append(key[1])
    return found


def _above(lines: Sequence[str], number: int) -> list[int]:
    """Return the lines above with something on them, the nearest first."""
    return [one for one in range(number - 1, -1, -1) if _is_written(lines[one])]


def _below(lines: Sequence[str], number: int) -> list[int]:
    return [one for one in range(number + 1, len(lines)) if _is_written(lines[one])]


def _is_written(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _is_item(line: str, indent: int) -> bool:
    return _indent(line) == indent and line.lstrip().startswith("- ")


def _flush(lines: Sequence[str]) -> bool:
    """Say whether the items of lists stand right below the list's key, not further in."""
    written = [line for line in lines if _is_written(line)]
    return any(KEY_ALONE.match(above) and _is_item(below, _indent(above)) for above, below in pairwise(written))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _content(line: str) -> int:
    """Return where a line's words begin, behind the dashes of items."""
    found = DASHES.match(line)
    return found.end() if found else 0
