"""The layout of our YAML files: two spaces a level, short lists on one line, comments beside what they explain.

A file is given as plain values: mappings, lists, texts, numbers, True and False; None leaves a key without a
value. ``Row`` is a mapping that stands on one line where it fits, ``Noted`` a value with comments.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from schedules.writing.scalars import NARROWEST, WIDTH, block, comment, scalar, wrapped

Value = Any  # of the kinds above
CONSTANTS = {None: "", True: "true", False: "false"}


class Row(dict[str, Value]):
    """A mapping to be written on one line: {id: so-noi-vu, name: Sở Nội vụ}."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A value with what is said of it: ``note`` on its line, ``above`` on lines of their own ("" is an empty line)."""

    value: Value
    note: str = ""
    above: tuple[str, ...] = ()


def lay_out(value: Mapping[str, Value], head: Sequence[str] = ()) -> str:
    """Write a file: comments at its head in one piece, then its mapping."""
    said = [line or "#" for line in _comments(head, 0)]
    return "\n".join([*said, *_mapping(value, 0)]) + "\n"


def _mapping(value: Mapping[str, Value], indent: int) -> Iterator[str]:
    for key, item in value.items():
        yield from _entry(f"{scalar(key)}:", item, indent)


def _items(value: Sequence[Value], indent: int) -> Iterator[str]:
    for item in value:
        yield from _entry("-", item, indent)


def _entry(head: str, item: Value, indent: int) -> Iterator[str]:
    """Write what stands behind ``key:`` or behind the dash of a list."""
    noted = item if isinstance(item, Noted) else Noted(item)
    yield from _comments(noted.above, indent)
    line = _on_one_line(noted.value)
    start = " " * indent + head + (f" {line}" if line else "")
    if line is not None and len(start) <= WIDTH:
        yield from _with_note(start, noted.note, indent)
    elif isinstance(noted.value, str):
        first, *lines = block(noted.value, indent + 2)
        yield from _with_note(f"{' ' * indent}{head} {first}", noted.note, indent)
        yield from lines
    elif head == "-" and (lines := _row_of_cells(noted.value, indent)):
        yield from lines
    elif head == "-":
        yield from _comments((noted.note,) if noted.note else (), indent)
        yield from _behind_dash(_inner(noted.value, indent + 2), indent)
    else:
        yield from _with_note(" " * indent + head, noted.note, indent)
        yield from _inner(noted.value, indent + 2)


def _row_of_cells(value: Value, indent: int) -> list[str]:
    """Break a list of texts in a list, such as a row of a table, between its texts; [] where one is too long."""
    if isinstance(value, Mapping) or not all(isinstance(item, str) for item in value):
        return []
    lines = [" " * indent + "- ["]
    for item in value:
        cell = scalar(item, in_flow=True)
        if len(lines[-1]) + len(cell) + 2 > WIDTH:
            lines[-1] = lines[-1].rstrip()
            lines.append(" " * (indent + 3))
        lines[-1] += f"{cell}, "
    lines[-1] = lines[-1].removesuffix(", ") + "]"
    return lines if max(map(len, lines)) <= WIDTH else []


def _inner(value: Value, indent: int) -> Iterator[str]:
    return _mapping(value, indent) if isinstance(value, Mapping) else _items(value, indent)


def _behind_dash(lines: Iterator[str], indent: int) -> Iterator[str]:
    """Put the dash before the first line that is none of comment; comments and empty lines go before it."""
    for line in lines:
        said = line.strip()
        if said and not said.startswith("#"):
            yield f"{' ' * indent}- {line[indent + 2 :]}"
            break
        yield " " * indent + said if said else ""
    yield from lines


def _with_note(line: str, note: str, indent: int) -> Iterator[str]:
    """Add a comment at the end of a line where it fits, else above it."""
    note = comment(note)
    if note and len(line) + 3 + len(note) > WIDTH:
        yield from _comments((note,), indent)
        note = ""
    yield f"{line} # {note}" if note else line


def _comments(lines: Sequence[str], indent: int) -> Iterator[str]:
    width = max(WIDTH - indent - 2, NARROWEST)
    for line in lines:
        if not line:
            yield ""
        for part in wrapped(comment(line), width) if line else ():
            yield f"{' ' * indent}# {part}"


def _on_one_line(value: Value, *, in_flow: bool = False) -> str | None:
    """Write a value without a line break; None where it must not stand so."""
    match value:
        case None | bool() | int():
            return CONSTANTS[value] if value is None or isinstance(value, bool) else str(value)
        case str():
            return None if "\n" in value and not in_flow else scalar(value, in_flow=in_flow)
        case Row():
            return _in_flow([(f"{scalar(key, in_flow=True)}: ", item) for key, item in value.items()], "{}")
        case Mapping():
            return None if value else "{}"
        case Noted():
            return None
    each_on_its_line = any(isinstance(item, Mapping) for item in value)
    return None if each_on_its_line else _in_flow([("", item) for item in value], "[]")


def _in_flow(items: Sequence[tuple[str, Value]], brackets: str) -> str | None:
    written = [(start, _on_one_line(item, in_flow=True)) for start, item in items]
    if any(item is None for _, item in written):
        return None
    return brackets[0] + ", ".join(f"{start}{item}".rstrip() for start, item in written) + brackets[1]
