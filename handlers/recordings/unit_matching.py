"""Compare typed names with the rosters of a coordinator: the same name, or only one like it.

What is taken without asking must be the whole name: with or without diacritics, with or without the kind of the unit
and its body. All else is offered as a suggestion.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from handlers.office import decided_plans
from handlers.overseeing import units_meant
from handlers.spelling import plain
from handlers.vocabulary import Turn
from schedules.plan import Organisation, Unit

BODIES = (("uy", "ban", "nhan", "dan"), ("hoi", "dong", "nhan", "dan"), ("dang", "uy"), ("ubnd",), ("hdnd",))
KINDS = (("thi", "tran"), ("dac", "khu"), ("xa",), ("phuong",), ("p",), ("x",), ("so",), ("ban",))
SHORT: dict[tuple[str, ...], tuple[str, ...]] = {("x",): ("xa",), ("p",): ("phuong",)}
SUGGESTED = 4
LONGEST = 20  # words of a name
NEAR = 55  # of 100: how alike a name must be to be suggested

Place = tuple[str, str]  # organisation id, unit id


@dataclass(frozen=True, slots=True)
class Meant:
    """The units that a name may mean; ``sure`` where they bear that name, else they are only like it."""

    units: tuple[Place, ...]
    sure: bool


class Roster:
    """The units of some organisations by their names.

    Parameters:
        alike: finds units whose names are like words that no unit bears.
    """

    def __init__(
        self, organisations: Iterable[Organisation], alike: Callable[[str], Iterable[Place]] | None = None
    ) -> None:
        self._alike = alike or (lambda words: ())
        self._units = {(one.id, unit.id): unit for one in organisations for unit in one.units.values()}
        self._named: dict[str, list[Place]] = defaultdict(list)
        for place, unit in self._units.items():
            for key in _keys_of(unit):
                self._named[key].append(place)

    def named(self, words: str) -> tuple[Place, ...]:
        """Return the units that bear a name; several where it does not tell them apart."""
        typed = _words(words)
        found = self._named.get(_bare(typed)) or self._named.get(_bare(_core(typed))) or []
        found = [one for one in found if _kind(typed) in (None, _kind(_words(self._units[one].name)))] or found
        if len(found) > 1 and _bare(typed) != " ".join(typed):
            found = [one for one in found if _core(_words(self._units[one].name)) == _core(typed)] or found
        return tuple(found)

    def meant(self, words: str) -> Meant:
        """Return the units that bear a name, else those that are most like it."""
        found = self.named(words)
        return Meant(found, True) if found else Meant(self._like(words), False)

    def leading(self, words: str) -> tuple[str, str]:
        """Split "Hoài Nhơn thiếu phụ lục" into the longest name that it begins with, and the rest.

        Returns:
            ("", words) where it begins with no name.
        """
        pieces = words.split()
        for length in range(min(len(pieces), LONGEST), 0, -1):
            name = " ".join(pieces[:length]).strip(" ,;:–-.")
            if name and self.named(name):
                return name, " ".join(pieces[length:]).strip(" ,;:–-.")
        return "", words

    def _like(self, words: str) -> tuple[Place, ...]:
        found = [one for one in dict.fromkeys(self._alike(words)) if one in self._units]
        return tuple((found or self._nearest(words))[:SUGGESTED])

    def _nearest(self, words: str) -> list[Place]:
        from rapidfuzz import fuzz, process

        asked = _bare(_core(_words(words)))
        near = process.extract(asked, list(self._named), scorer=fuzz.ratio, score_cutoff=NEAR, limit=SUGGESTED)
        return list(dict.fromkeys(place for name, _, _ in near for place in self._named[name]))


def roster_of(turn: Turn) -> Roster:
    """Return the roster of the organisations on whose plans the person decides."""
    organisations = {one.organisation.id: one.organisation for one in decided_plans(turn)}

    def alike(words: str) -> list[Place]:
        return [(followed.organisation.id, unit.id) for followed, unit in units_meant(turn, words)]

    return Roster(organisations.values(), alike)


def is_spelt_otherwise(said: str, name: str) -> bool:
    """Say whether a name that was taken for a unit's has other diacritics, not none at all."""
    typed = _words(said)
    return _bare(typed) != " ".join(typed) and _core(typed) != _core(_words(name)) and _words(said) != _words(name)


def _keys_of(unit: Unit) -> set[str]:
    names = [unit.name, *unit.aliases]
    keys = {_bare(_words(name)) for name in names} | {_bare(_core(_words(name))) for name in names}
    return {key for key in keys | {_bare(_words(unit.id))} if len(key) > 1}


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold())


def _bare(words: Iterable[str]) -> str:
    return " ".join(plain(word) for word in words)


def _core(words: list[str]) -> list[str]:
    """Leave out the body and the kind: "UBND xã Bình Thử" is called Bình Thử."""
    for heads in (BODIES, KINDS):
        head = next(_heads(words, heads), ())
        if len(head) < len(words):
            words = words[len(head) :]
    return words


def _kind(words: list[str]) -> tuple[str, ...] | None:
    """Return the kind of unit that a name says: a xã is no phường."""
    body = next(_heads(words, BODIES), ())
    found = next(_heads(words[len(body) :], KINDS), None)
    return SHORT.get(found, found) if found else None


def _heads(words: list[str], heads: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    bare = [plain(word) for word in words[:4]]
    return (head for head in heads if tuple(bare[: len(head)]) == head)
