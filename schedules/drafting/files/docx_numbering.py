"""Count a .docx's automatic numbers, which stand in no text: "1.", "II.", "a)", a bullet."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from schedules.drafting.files.docx_parts import Element, child, kind, number, on, value

ROMANS: tuple[tuple[int, str], ...] = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
)
ROMANS += ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
PLUSES = ("+", "o", "○", "\uf02b")
LEVELS = 9


def roman(count: int) -> str:
    """Return a number in small Roman letters."""
    said = ""
    for worth, letters in ROMANS:
        times, count = divmod(count, worth)
        said += letters * times
    return said


def letters(count: int) -> str:
    """Return the letter of a number: a, b, …, z, aa, bb as Word counts them."""
    times, place = divmod(max(count, 1) - 1, 26)
    return "abcdefghijklmnopqrstuvwxyz"[place] * min(times + 1, 8)


FORMATS: dict[str, Callable[[int], str]] = {
    "upperRoman": lambda count: roman(count).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda count: letters(count).upper(),
    "lowerLetter": letters,
    "decimalZero": lambda count: f"{count:02d}",
}


@dataclass
class Numbering:
    """The lists of a .docx and how far each has been counted; ask in the order of the text."""

    abstract: dict[str, dict[int, Element]] = field(default_factory=dict)  # id of a list's kind -> its levels
    lists: dict[str, tuple[str, dict[int, Element]]] = field(default_factory=dict)  # list -> its kind, own levels
    counts: dict[str, list[int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def of(cls, root: Element | None) -> Numbering:
        found = cls()
        for one in root if root is not None else ():
            if kind(one) == "abstractNum":
                found.abstract[value(one, "abstractNumId") or ""] = _levels(one)
            elif kind(one) == "num":
                own = {number(over, "ilvl"): over for over in one if kind(over) == "lvlOverride"}
                found.lists[value(one, "numId") or ""] = (value(child(one, "abstractNumId")) or "", own)
        return found

    def next(self, list_id: str, level: int) -> str:
        """Return the next number of a list as it is printed ("2.1.", "-"), "" where it prints none."""
        if list_id not in self.lists or not 0 <= level < LEVELS:
            return ""
        kind_id, own = self.lists[list_id]
        counts = self.counts.setdefault(kind_id, [0] * LEVELS)
        start = child(own.get(level), "startOverride")
        if start is not None and (list_id, level) not in self.begun:
            counts[level] = number(start, otherwise=1) - 1
        self.begun.add((list_id, level))
        for upper in range(level):
            counts[upper] = counts[upper] or self._start(kind_id, own, upper)
        counts[level] = counts[level] + 1 if counts[level] else self._start(kind_id, own, level)
        counts[level + 1 :] = [0] * (LEVELS - level - 1)
        return self._printed(kind_id, own, level, counts)

    def _level(self, kind_id: str, own: dict[int, Element], level: int) -> Element | None:
        over = child(own.get(level), "lvl")
        return over if over is not None else self.abstract.get(kind_id, {}).get(level)

    def _start(self, kind_id: str, own: dict[int, Element], level: int) -> int:
        over = child(own.get(level), "startOverride")
        return number(over if over is not None else child(self._level(kind_id, own, level), "start"), otherwise=1)

    def _printed(self, kind_id: str, own: dict[int, Element], level: int, counts: list[int]) -> str:
        shape = self._level(kind_id, own, level)
        form = value(child(shape, "numFmt")) or "decimal"
        text = value(child(shape, "lvlText")) or ""
        if form == "bullet":
            return "+" if text.strip() in PLUSES else "-"
        if form == "none":
            return text if "%" not in text else ""
        plain = on(child(shape, "isLgl"))
        return re.sub(r"%([1-9])", lambda found: self._count(kind_id, own, int(found[1]) - 1, counts, plain), text)

    def _count(self, kind_id: str, own: dict[int, Element], level: int, counts: list[int], plain: bool) -> str:
        form = value(child(self._level(kind_id, own, level), "numFmt")) or "decimal"
        return (str if plain else FORMATS.get(form, str))(counts[level])


def _levels(one: Element) -> dict[int, Element]:
    return {number(level, "ilvl"): level for level in one if kind(level) == "lvl"}
