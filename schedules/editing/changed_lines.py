"""Which lines of which files differ between two states of the texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from schedules.editing.written import MARK


@dataclass(frozen=True, slots=True)
class Line:
    """A line that differs: its number (in the newer file, where it is there), what it said and what it says.

    ``was`` is None for a line that came, ``now`` for one that went.
    """

    file: str
    number: int
    was: str | None
    now: str | None


def changed_lines(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Line]:
    """Yield the lines that differ, file by file, in their order."""
    for file, text in after.items():
        if text != before.get(file, ""):
            was, now = (one.removeprefix(MARK).splitlines() for one in (before.get(file, ""), text))
            yield from _of_file(file, was, now)


def _of_file(file: str, was: list[str], now: list[str]) -> Iterator[Line]:
    first = _alike(was, now)  # comparing whole files would take seconds, and little of them differs
    last = _alike(was[first:][::-1], now[first:][::-1])
    old, new = was[first : len(was) - last], now[first : len(now) - last]
    for what, at, at_end, to, to_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            for step, (went, came) in enumerate(zip_longest(old[at:at_end], new[to:to_end])):
                yield Line(file, first + (at if came is None else to) + step + 1, went, came)


def _alike(some: list[str], others: list[str]) -> int:
    """Count the lines at the beginning that are the same."""
    pairs = zip(some, others, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(some), len(others)))
