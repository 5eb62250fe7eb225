"""The names of units, as the rosters print them and as people type them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from handlers.spelling import plain
from schedules.plan import Organisation, Unit

LIKELY = 75  # rapidfuzz ratio from which a mistyped name is taken for a printed one
BODY = re.compile(r"^(?:ubnd|uy ban nhan dan|dang uy|hdnd|mttq|dang uy ubnd) (?=(?:xa|phuong|dac khu|thi tran)\b)")
KIND = re.compile(r"^(?:xa|phuong|dac khu|thi tran) (?=\w)")
SHORT_KINDS = {"p": "phuong", "x": "xa", "f": "phuong", "ph": "phuong", "dk": "dac khu"}
SHARED = re.compile(
    r"(?:so|ban|phong) \w+ \w+(?= va |, )|(?:so|ban|phong) \w+ \w+ \w+(?= va )"
)  # "Sở Giáo dục" và Đào tạo
LONG = (("uy ban nhan dan", "ubnd"), ("hoi dong nhan dan", "hdnd"), ("van phong", "vp"))


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a unit's name; ``bare`` is the name alone, without "xã" or "phường"."""

    spelled: str
    organisation: str
    unit: str
    bare: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """Return the unit's ids."""
        return self.organisation, self.unit


class Names:
    """An index of the names of some organisations' units, built once and asked often."""

    def __init__(self, forms: Mapping[str, tuple[Form, ...]]) -> None:
        self._forms = forms

    @classmethod
    def of(cls, organisations: Iterable[Organisation]) -> Names:
        """Index every unit's name, its aliases, and the name without the body that stands before it."""
        found: dict[str, dict[Form, None]] = {}
        for organisation in organisations:
            for unit in organisation.units.values():
                for form in _forms(organisation.id, unit):
                    found.setdefault(bare_words(form.spelled), {})[form] = None
        return cls({words: tuple(forms) for words, forms in found.items()})

    def find(self, words: str) -> list[tuple[str, str]]:
        """List the units that some words may name, best first: (organisation id, unit id).

        One is sure, several are namesakes (or near misses) to ask about, none is no unit's name.
        """
        typed = _long_kind(bare_words(words[:120]))
        if not typed:
            return []
        alike = self.called(typed) or self._with_all_words(typed) or self._near(typed)
        return list(dict.fromkeys(form.key for form in _as_accented(alike, words)))

    def called(self, typed: str) -> tuple[Form, ...]:
        """Return the forms that are exactly these words (without diacritics); of another kind where none is."""
        return self._forms.get(typed) or self._forms.get(KIND.sub("", BODY.sub("", typed)), ())

    def spelled(self) -> list[str]:
        """Return every form without diacritics."""
        return self._spelled

    def longest(self) -> int:
        """Return how many words the longest name has."""
        return self._longest

    @cached_property
    def _longest(self) -> int:
        return max((words.count(" ") + 1 for words in self._forms), default=0)

    @cached_property
    def _spelled(self) -> list[str]:
        return list(self._forms)

    @cached_property
    def _words(self) -> Mapping[str, frozenset[str]]:
        """For each word, the names that hold it."""
        found: dict[str, set[str]] = {}
        for name in self._forms:
            for word in name.split():
                found.setdefault(word, set()).add(name)
        return {word: frozenset(names) for word, names in found.items()}

    def _with_all_words(self, typed: str) -> tuple[Form, ...]:
        words = typed.split()
        if len(words) < 2:
            return ()
        holding = frozenset.intersection(*(self._words.get(word, frozenset()) for word in words))
        return tuple(form for name in sorted(holding, key=len) for form in self._forms[name])

    def _near(self, typed: str) -> tuple[Form, ...]:
        from rapidfuzz import fuzz, process

        if len(typed) < 4:
            return ()
        near = process.extract(typed, self._spelled, scorer=fuzz.ratio, score_cutoff=LIKELY, limit=5)
        best = near[0][1] if near else 0
        return tuple(form for name, score, _ in near if score >= best - 5 for form in self._forms[name])


def bare_words(text: str) -> str:
    """Return the words of a name without diacritics and marks: "Đoàn ĐBQH-HĐND" is "doan dbqh hdnd"."""
    return " ".join(re.findall(r"[^\W_]+", plain(text)))


def _long_kind(typed: str) -> str:
    first, _, rest = typed.partition(" ")
    return f"{SHORT_KINDS[first]} {rest}" if rest and first in SHORT_KINDS else typed


def _forms(organisation: str, unit: Unit) -> Iterator[Form]:
    for name in (unit.name, *unit.aliases):
        yield Form(name, organisation, unit.id)
        words = bare_words(name)
        for long, short in LONG:
            if long in words:
                yield Form(re.sub(*_insensitive(name, long, short), name), organisation, unit.id)
        if first := SHARED.match(plain(name)):
            yield Form(unicodedata.normalize("NFC", name)[: first.end()], organisation, unit.id)
        kinded = _without(name, BODY)
        if kinded != name:
            yield Form(kinded, organisation, unit.id)
            yield Form(_without(kinded, KIND), organisation, unit.id, bare=True)


def _insensitive(name: str, long: str, short: str) -> tuple[str, str]:
    """Return the pattern that finds the long words in an accented name, and what shortens them."""
    start = plain(name).index(long)
    return re.escape(name[start : start + len(long)]), short.upper()


def _without(name: str, beginning: re.Pattern[str]) -> str:
    """Cut words off an accented name; plain text is as long as the composed one."""
    composed = unicodedata.normalize("NFC", name)
    found = beginning.match(plain(composed))
    return composed[found.end() :] if found else composed


def _as_accented(forms: Iterable[Form], words: str) -> list[Form]:
    """Keep the forms whose diacritics are those typed, where there are such: "Văn Lăng" is not "Văn Lang"."""
    everything = list(forms)
    typed = unicodedata.normalize("NFC", words).casefold()
    if typed.isascii():
        return everything
    same = [form for form in everything if _core(form.spelled) in typed]
    return same or everything


def _core(name: str) -> str:
    """Return an accented name without body and kind, in lower case."""
    return _without(_without(name, BODY), KIND).casefold()
