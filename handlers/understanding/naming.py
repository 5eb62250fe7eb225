"""Find the units that a message names, and write them as typed with the diacritics of the roster."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from handlers.spelling import plain
from handlers.understanding.unit_names import SHORT_KINDS, Form, Names
from handlers.understanding.unlisted_names import Token, unlisted
from handlers.understanding.written_names import written
from schedules.typed_dates import NUMBERED

WORD = re.compile(r"[^\W_]+")
LEADS = frozenset(
    {"ubnd", "xa", "phuong", "dang", "so", "ban", "uy", "phong", "vp", "van", "cong", "thanh", "dac", *SHORT_KINDS}
)
RECEIVED = re.compile(
    r"(?:\b(?:cho|ve|len|toi|den|qua|gui|nop|chuyen|trinh|bao cao|sang|day|kinh gui)"
    r"(?: (?:cho|ve|len|bc|bao cao|ben|van thu|truc|email|mail))*)$"
)
COMMON = frozenset(
    {
        "van ban",
        "an toan",
        "hoa binh",
        "binh an",
        "thong nhat",
        "doan ket",
        "tien phong",
        "trung tam",
        "hop tac",
        "hoa hop",
    }
)
LEAST = 2  # words of a bare name that is taken without a kind before it


@dataclass(frozen=True, slots=True)
class Named:
    """A unit named in a text: where, as it is to be written, and whether it is the one something goes to."""

    start: int
    end: int
    written: str
    receives: bool


def named_units(text: str, names: Names, eager: bool) -> list[Named]:
    """List the units named in a text, in order.

    ``eager`` takes a name in small letters without "xã" or "phường" before it: right for those who speak of units.
    """
    unnumbered = NUMBERED.sub(lambda found: " " * len(found.group()), text)  # "240/BC-STC" names no unit
    words = [(found.group(), found.start(), found.end()) for found in WORD.finditer(unnumbered)]
    bare = [plain(word) for word, _, _ in words]
    found, at = [], 0
    while at < len(words):
        span = _longest(words, bare, at, names, eager, text) or unlisted(words, bare, at, names, text)
        if span is None:
            at += 1
            continue
        count, written = span
        start, end = words[at][1], words[at + count - 1][2]
        written = _with_marks(written, text[start:end])
        found.append(Named(start, end, written, RECEIVED.search(" ".join(bare[max(0, at - 4) : at])) is not None))
        at += count
    return found


def _with_marks(written: str, typed: str) -> str:
    """Keep the marks inside a name that was typed as it is written: "phòng VH-XH"."""
    typed = " ".join(typed.split())
    return typed if " ".join(WORD.findall(typed)) == written else written


def _longest(
    words: list[Token], bare: list[str], at: int, names: Names, eager: bool, text: str
) -> tuple[int, str] | None:
    kinded = bare[at] in LEADS
    for count in range(min(names.longest() + 1, len(words) - at), 0, -1):
        typed = [word for word, _, _ in words[at : at + count]]
        forms = _agreeing(typed, _forms(bare[at : at + count], names))
        if not forms or (forms[0].bare and not kinded and not _stands_alone(typed, forms, eager, text)):
            continue
        if count == 1 and not forms[0].bare and not (typed[0].isupper() or eager):
            continue
        return count, written(typed, forms)
    return None


def _forms(bare: list[str], names: Names) -> tuple[Form, ...]:
    first = SHORT_KINDS.get(bare[0]) if len(bare) > 1 else None
    return names.called(" ".join([first or bare[0], *bare[1:]]))


def _agreeing(typed: list[str], forms: tuple[Form, ...]) -> tuple[Form, ...]:
    """Keep the forms that the typed diacritics do not contradict: "văn bản" is not the commune Văn Bàn."""
    return tuple(form for form in forms if all(map(_agrees, reversed(typed), reversed(WORD.findall(form.spelled)))))


def _agrees(typed: str, good: str) -> bool:
    if typed.isascii():
        return True
    return sorted(unicodedata.normalize("NFD", typed.casefold())) == sorted(
        unicodedata.normalize("NFD", good.casefold())
    )


def _stands_alone(typed: list[str], forms: tuple[Form, ...], eager: bool, text: str) -> bool:
    """Say whether a name without a kind is meant as one: written large, or by somebody who speaks of units."""
    if len(typed) < LEAST:
        return False
    if all(word[0].isupper() for word in typed) and not text.isupper():
        return True
    written = " ".join(typed).casefold()
    if plain(written) in COMMON:
        return False
    return eager and (text.isascii() or any(form.spelled.casefold() == written for form in forms))


def each_written(found: list[Named]) -> Iterator[str]:
    """Yield the names, each once."""
    yield from dict.fromkeys(named.written for named in found)
