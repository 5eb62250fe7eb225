"""Write words as a YAML scalar that reads back as these very words, in any program."""

from __future__ import annotations

from typing import Any

import yaml

from schedules.editing.refusals import UnusableWords
from schedules.loading.plain_text import CONTROLS, HIDDEN

QUOTES = ("'", '"')
TEXT = "tag:yaml.org,2002:str"
LONGEST = 500  # characters
# Everywhere that plain words may come to stand: what reads back in all of these reads back where it is put.
IN_A_BLOCK = ("a: {}\n", "- {}\n")
BETWEEN_BRACKETS = ("[{}]", "[{}, b]", "{{a: {}}}", "{{a: {}, b: c}}")


def scalar(words: str, like: str | None = None, *, flow: bool = False) -> str:
    """Return words as a scalar: between the quotes of its neighbours, else plain, else in single quotes.

    Parameters:
        like: the style of the scalar that it replaces or stands beside.
        flow: whether it stands between brackets.

    Raises:
        UnusableWords: empty, too long, or with signs that no file may hold.
    """
    if not words.strip() or len(words) > LONGEST or CONTROLS.search(words) or HIDDEN.search(words) or "\n" in words:
        raise UnusableWords(words=words[:80])
    if like == '"' and "\\" not in words:
        return '"' + words.replace('"', '\\"') + '"'
    if like in QUOTES or not _reads_back(words, flow):
        return "'" + words.replace("'", "''") + "'"
    return words


def _reads_back(words: str, flow: bool) -> bool:
    """Say whether plain words are read as themselves, and as text also by a reader that knows numbers and hours."""
    # 16:00 is 960 for YAML 1.1, and 2026-05-15 a date.
    places = (*IN_A_BLOCK, *BETWEEN_BRACKETS) if flow else IN_A_BLOCK
    return _resolved(words) == TEXT and all(_first_scalar(place.format(words)) == words for place in places)


def _resolved(words: str) -> str:
    """Return what a reader that knows types would take plain words for."""
    resolver: Any = yaml.SafeLoader("")
    return str(resolver.resolve(yaml.ScalarNode, words, (True, False)))


def _first_scalar(source: str) -> str | None:
    """Return the plain scalar that stands first among the values of a small text."""
    try:
        node: Any = yaml.compose(source, yaml.BaseLoader)
    except yaml.YAMLError:
        return None
    found = node.value[0][1] if isinstance(node, yaml.MappingNode) else node.value[0]
    return found.value if isinstance(found, yaml.ScalarNode) and not found.style else None
