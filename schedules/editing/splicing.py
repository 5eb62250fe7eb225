"""Put words into a text, and take lines out of it, at the places of its nodes; nothing else moves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import yaml

from schedules.editing.refusals import CannotSplice
from schedules.editing.written import MARK, Files, Pair, Written, begins, ends, is_bare

BREAK = re.compile(r"\r\n|\n|\r")


class Splice(NamedTuple):
    """Replace what stands between two places of a file's body."""

    file: str
    start: int
    end: int
    words: str


def spliced(texts: Mapping[str, str], splices: Iterable[Splice]) -> dict[str, str]:
    """Return the texts with all splices made, the files in their order."""
    done = dict(texts)
    for one in sorted(splices, key=lambda one: (one.file, -one.start, -one.end)):
        text = done[one.file]
        before = len(text) - len(text.removeprefix(MARK))
        done[one.file] = text[: before + one.start] + one.words + text[before + one.end :]
    return done


def replaced(files: Files, found: Written, words: str) -> Splice:
    """Write other words in place of a value."""
    return Splice(found.file, begins(found.node), ends(found.node, files.body(found.file)), words)


def filled(files: Files, mapping: Written, pair: Pair, words: str) -> Splice:
    """Write words as the value of a key that has none, or only a sign for none."""
    body = files.body(mapping.file)
    colon = body.index(":", ends(pair.key, body)) + 1
    if pair.value.value == "":
        return Splice(mapping.file, colon, colon, f" {words}")
    return Splice(mapping.file, begins(pair.value), pair.value.end_mark.index, words)


def pair_added(files: Files, mapping: Written, after: Pair, words: str) -> Splice:
    """Write ``key: value`` after another key of a mapping."""
    body = files.body(mapping.file)
    end = _end_of(after, body)
    if mapping.is_flow:
        return Splice(mapping.file, end, end, f", {words}")
    column = files.pairs(mapping)[0].key.start_mark.column
    return _line_after(mapping.file, body, end, " " * column + words)


def pair_removed(files: Files, mapping: Written, pair: Pair) -> Splice:
    """Take a key with its value out of a mapping that has others."""
    body, pairs = files.body(mapping.file), files.pairs(mapping)
    if not mapping.is_flow:
        return _without_lines(mapping.file, body, begins(pair.key), _end_of(pair, body), pair.key)
    place = pairs.index(pair)
    if place + 1 < len(pairs):
        return Splice(mapping.file, begins(pair.key), begins(pairs[place + 1].key), "")
    return Splice(mapping.file, _end_of(pairs[place - 1], body), _end_of(pair, body), "")


def item_added(files: Files, found: Written, words: str) -> Splice:
    """Write an item after the last of a list."""
    body, node = files.body(found.file), found.node
    if not isinstance(node, yaml.SequenceNode):
        raise _cannot(found.file, node)
    if found.is_flow:
        end = ends(node.value[-1], body) if node.value else begins(node) + 1
        return Splice(found.file, end, end, f", {words}" if node.value else words)
    if body[begins(node)] != "-":
        raise _cannot(found.file, node)
    return _line_after(found.file, body, ends(node, body), f"{' ' * node.start_mark.column}- {words}")


def item_removed(files: Files, found: Written, place: int) -> Splice:
    """Take an item out of a list that has others."""
    body, items = files.body(found.file), found.node.value
    item = items[place]
    start, end = begins(item), ends(item, body)
    if not found.is_flow:
        dash = body.rfind("-", ends(items[place - 1], body) if place else begins(found.node), start)
        if dash < 0 or body[dash + 1 : start].strip():
            raise _cannot(found.file, item)
        return _without_lines(found.file, body, dash, end, item)
    if place + 1 < len(items) and not BREAK.search(body[end : begins(items[place + 1])]):
        return Splice(found.file, start, begins(items[place + 1]), "")
    before = ends(items[place - 1], body) if place else start
    if place + 1 == len(items) and not BREAK.search(body[before:start]):
        return Splice(found.file, before, end, "")
    # Between brackets over several lines: what follows the item on its line may be a comment on it, or the bracket.
    comma = re.compile(r"\s*,[ ]*").match(body, end)
    return Splice(found.file, start, comma.end() if comma else end, "")


def break_of(body: str, at: int = 0) -> str:
    """Return how lines end in a text, near a place."""
    found = BREAK.search(body, at) or BREAK.search(body)
    return found[0] if found else "\n"


def _end_of(pair: Pair, body: str) -> int:
    """Return where a key's value ends; where it has none, after the colon."""
    return body.index(":", ends(pair.key, body)) + 1 if is_bare(pair.value) else ends(pair.value, body)


def _line_after(file: str, body: str, at: int, line: str) -> Splice:
    """Write a line after the one on which a value ends, and a comment beside it."""
    found = BREAK.search(body, at)
    end = found.start() if found else len(body)
    return Splice(file, end, end, break_of(body, at) + line)


def _without_lines(file: str, body: str, start: int, end: int, node: yaml.Node) -> Splice:
    """Take out the whole lines from one place to another, with a comment at their end."""
    line = max(body.rfind("\n", 0, start), body.rfind("\r", 0, start)) + 1
    if body[line:start].strip():
        raise _cannot(file, node)  # something else begins on the same line
    closing = BREAK.search(body, end)
    if closing:
        return Splice(file, line, closing.end(), "")
    opening = re.compile(r"(?:\r\n|\n|\r)\Z").search(body, 0, line)
    return Splice(file, opening.start() if opening else line, len(body), "")


def _cannot(file: str, node: yaml.Node) -> CannotSplice:
    return CannotSplice(file=file, line=str(node.start_mark.line + 1))
