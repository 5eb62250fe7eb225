"""Compose the text of one YAML file into nodes, all scalars as text; refuse what a plans.yaml never needs."""

from __future__ import annotations

import re
from typing import Any

import yaml

from schedules.loading.plain_text import Unreadable
from schedules.problem import Place

DEEPEST = 40  # levels of nesting; a plan's outline has about ten
try:
    from yaml import CBaseLoader as Loader
except ImportError:  # without libyaml: slower, the same
    from yaml import BaseLoader as Loader  # type: ignore[assignment]

# libyaml's words, and the text that says the same to somebody who does not know YAML.
HINTS = (
    ("found a tab", "tab"),
    ("found another document", "syntax-document"),
    ("found unexpected document indicator", "syntax-document"),
    ("scanning a directive", "syntax-directive"),
    ("incompatible YAML document", "syntax-directive"),
    ("found unexpected ':'", "syntax-colon"),
    ("mapping values are not allowed", "syntax-colon"),
    ("could not find expected ':'", "syntax-no-colon"),
    ("did not find expected key", "syntax-indent"),
    ("did not find expected '-'", "syntax-indent"),
    ("did not find expected <document start>", "syntax-indent"),
    ("did not find expected ','", "syntax-bracket"),
    ("found unexpected end of stream", "syntax-quote"),
    ("unknown escape", "syntax-escape"),
    ("cannot start any token", "syntax-sign"),
    ("did not find expected alphabetic", "syntax-sign"),
    ("did not find expected node content", "syntax-sign"),
    ("did not find expected comment or line break", "syntax-sign"),
    ("are not allowed in this context", "syntax-sign"),
    ("indentation indicator", "syntax-sign"),
    ("escape code", "syntax-escape"),
    ("hexdecimal number", "syntax-escape"),  # as libyaml spells it
    ("a tag ", "syntax-sign"),
    ("tag handle", "syntax-sign"),
)
KEY_INSIDE = re.compile(r"\n *(?:- +)?[a-z_]+: ")  # a quoted text that has one was not meant to go on so far
OPENED_ABOVE = ("syntax-quote", "syntax-no-colon")  # noticed further down than the mistake stands


def compose(text: str, name: str, most: int) -> tuple[yaml.Node | None, int]:
    """Compose text into nodes and count them.

    Parameters:
        name: the file as problems call it.
        most: the number of values that may be composed; more would take minutes and gigabytes.

    Raises:
        Unreadable: not YAML, too deep, too many values, or with anchors or aliases.
    """
    try:
        count = _look_through(text, name, most)
        return _single(text), count
    except yaml.MarkedYAMLError as wrong:
        raise _syntax(name, text, wrong) from None
    except yaml.YAMLError as wrong:
        raise Unreadable(Place(name), "syntax") from wrong


def place_of(name: str, mark: yaml.Mark) -> Place:
    """Return where a mark points."""
    return Place(name, mark.line + 1, mark.column + 1)


def _look_through(text: str, name: str, most: int) -> int:
    """Count values by their events, before composing: an alias bomb is never unfolded, nor a deep nest entered."""
    loader = Loader(text)
    depth = count = 0
    try:
        while loader.check_event():
            event: Any = loader.get_event()
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise Unreadable(place_of(name, event.start_mark), "alias")
            if isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
                continue
            depth += isinstance(event, yaml.CollectionStartEvent)
            count += isinstance(event, yaml.NodeEvent)
            if depth > DEEPEST:
                raise Unreadable(place_of(name, event.start_mark), "too-deep")
            if count > most:
                raise Unreadable(place_of(name, event.start_mark), "too-much")
    finally:
        loader.dispose()
    return count


def _single(text: str) -> yaml.Node | None:
    loader = Loader(text)
    try:
        node: yaml.Node | None = loader.get_single_node()
        return node
    finally:
        loader.dispose()


def _syntax(name: str, text: str, wrong: yaml.MarkedYAMLError) -> Unreadable:
    why = f"{wrong.context} {wrong.problem}"
    key = next((key for words, key in HINTS if words in why), "syntax")
    lines = text.splitlines()
    marks = [mark for mark in (wrong.problem_mark, wrong.context_mark) if mark and mark.line < len(lines)]
    if key in OPENED_ABOVE:
        marks.reverse()
    if key == "syntax-indent" and marks and (quote := _forgotten_quote(text, marks[0])):
        key, marks = "syntax-quote", [quote]
    if not marks:
        return Unreadable(Place(name), key, line="1")
    place, opened = place_of(name, marks[0]), place_of(name, wrong.context_mark or marks[0])
    if "\t" in lines[marks[0].line][: marks[0].column + 1]:
        key = "tab"
    return Unreadable(place, key, line=str(opened.line))


def _forgotten_quote(text: str, mark: yaml.Mark) -> yaml.Mark | None:
    """Return where a quoted text begins that another text's quote ends, right before a mark."""
    if text.splitlines()[mark.line][: mark.column].rstrip()[-1:] not in ("'", '"'):
        return None
    try:
        for token in yaml.scan(text, Loader):
            if isinstance(token, yaml.ScalarToken) and token.end_mark.line == mark.line:
                inside = text[token.start_mark.index : token.end_mark.index]
                return token.start_mark if token.style and KEY_INSIDE.search(inside) else None
    except yaml.YAMLError:
        pass
    return None
