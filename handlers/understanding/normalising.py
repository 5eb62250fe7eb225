"""Bring a message into the one spelling that the patterns are written in, and remember where each word was typed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from handlers.spelling import plain
from handlers.understanding.neighbours import BESIDE
from handlers.understanding.spellings import ACCENTED, BARE
from handlers.understanding.telex import decoded, is_syllable

LONGEST = 600  # characters of a message that are read
TOKEN = re.compile(
    r"\d[^\W_]*(?:[./:-][^\W_]+)*|[IVXivx]+(?:[.-]\d+)+|(?:b/c|B/C|đ/c|Đ/c|Đ/C)(?!\w)|"
    r"[^\W\d_]+(?:\d[^\W_]*)*|\?|[,;.!\n…():]+"
)
JOINED = {"b/c": "bao cao", "đ/c": "dong chi"}
STRETCHED = re.compile(r"([^\W\d_ix])\1{2,}")
KEYWORDS = (
    "nop", "gui", "chua", "khong", "duoc", "xong", "nhac", "cuong", "deadline", "nham", "chuyen", "hoan", "thanh",
    "giup", "huong", "phuong", "nhiem", "trinh", "tien", "truoc", "nhung",
)  # fmt: skip
PAIRS = ("bao cao", "de cuong", "gia han", "don doc", "tien do", "hoan thanh", "phu luc", "xac nhan", "don vi")


@dataclass(frozen=True, slots=True)
class Word:
    """One canonical word and where its letters stand in the text; an expansion's words share their place."""

    said: str
    start: int
    end: int
    accented: bool = False  # typed with diacritics: no neighbour is needed to tell it apart


@dataclass(frozen=True, slots=True)
class Words:
    """A message in canonical words. ``line`` joins them with single spaces; marks are "," and "?"."""

    text: str
    words: tuple[Word, ...]
    line: str
    offsets: tuple[int, ...]  # of each word in the line

    def typed(self, start: int, end: int) -> str:
        """Return what was typed for a span of ``line``."""
        inside = [
            word
            for word, at in zip(self.words, self.offsets, strict=True)
            if start <= at and at + len(word.said) <= end
        ]
        return self.text[inside[0].start : inside[-1].end] if inside else ""


def read_words(text: str) -> Words:
    """Return the canonical words of a message."""
    composed = decoded(unicodedata.normalize("NFC", text[:LONGEST]))
    tokens = [(token.group(), token.start(), token.end()) for token in TOKEN.finditer(composed)]
    accented = any(not said.isascii() for said, _, _ in tokens)
    words = [
        Word(part, start, end, not said.isascii())
        for said, start, end in tokens
        for part in _canonical(said.lower(), accented).split()
    ]
    settled = _settled(_paired(words))
    offsets, at = [], 0
    for word in settled:
        offsets.append(at)
        at += len(word.said) + 1
    return Words(composed, tuple(settled), " ".join(word.said for word in settled), tuple(offsets))


@lru_cache(maxsize=4096)
def _canonical(token: str, accented: bool) -> str:
    """Return one token in its canonical spelling: one or several words.

    ``accented`` is a message with diacritics: there a word without any is not just typed in haste ("mau" is "quickly").
    """
    if not any(sign.isalnum() for sign in token):
        return "?" if "?" in token else ","
    token = STRETCHED.sub(r"\1", token)
    if token in JOINED:
        return JOINED[token]
    if known := (ACCENTED.get(token) if accented else None) or BARE.get(token):
        return known
    token = _as_said(token)
    bare = plain(token)
    if accented and token in ACCENTED:
        return ACCENTED[token]
    return BARE.get(bare) or (bare if len(bare) < 3 or not bare.isalpha() or is_syllable(bare) else _corrected(bare))


SOUNDS = (
    (re.compile(r"^f(?=[^\W\d_])"), "ph"),
    (re.compile(r"^dz"), "d"),
    (re.compile(r"^j(?=[^\W\d_])"), "gi"),
    (re.compile(r"^z"), "d"),
)


def _as_said(token: str) -> str:
    """Write "fát hành" and "dzậy" with the letters of the language."""
    if is_syllable(plain(token)) or token in ("file", "form", "fax", "zalo", "zoom"):
        return token
    for sound, letters in SOUNDS:
        token = sound.sub(letters, token)
    return token


def _corrected(word: str) -> str:
    """Return the key word that a mistyped one is one slip away from."""
    from rapidfuzz.distance import OSA

    return next((key for key in KEYWORDS if len(key) > 2 and OSA.distance(word, key, score_cutoff=1) <= 1), word)


def _paired(words: list[Word]) -> list[Word]:
    """Correct one slip in two words that belong together: "báo cóa", "gia hna"."""
    corrected = list(words)
    for at in range(len(words) - 1):
        pair = f"{corrected[at].said} {corrected[at + 1].said}"
        meant = pair if pair in PAIRS else _pair(pair)
        if meant != pair:
            for offset, said in enumerate(meant.split()):
                corrected[at + offset] = Word(said, corrected[at + offset].start, corrected[at + offset].end)
    return corrected


@lru_cache(maxsize=4096)
def _pair(pair: str) -> str:
    """Return the pair that was meant: one of the two is right and the other no word of the language, or swapped."""
    from rapidfuzz.distance import OSA

    first, second = pair.split()
    for known in PAIRS:
        left, right = known.split()
        if first == left and len(second) >= 3 and second != right:
            near = sorted(second) == sorted(right) or (not is_syllable(second) and OSA.distance(second, right) <= 1)
        elif second == right and len(first) >= 3 and first != left:
            near = sorted(first) == sorted(left) or (not is_syllable(first) and OSA.distance(first, left) <= 1)
        else:
            near = False
        if near:
            return known
    return pair


def _settled(words: list[Word]) -> list[Word]:
    """Tell bare words apart by their neighbours."""
    said = [word.said for word in words]
    settled: list[Word] = []
    for at, word in enumerate(words):
        meant = word.said if word.accented and word.said not in TOLD_APART else _meant(said, at)
        settled += [Word(part, word.start, word.end) for part in meant.split()]
    return settled


TOLD_APART = frozenset({"bua", "han", "nham", "bo", "noi_"})  # with or without diacritics, the neighbours decide
BY_WORD = {word: [(p, m) for w, p, m in BESIDE if w == word] for word in {word for word, _, _ in BESIDE}}


def _meant(said: list[str], at: int) -> str:
    readings = BY_WORD.get(said[at])
    if not readings:
        return said[at]
    around = " ".join([*said[max(at - 2, 0) : at], "_", *said[at + 1 : at + 3]])
    return next((meant for pattern, meant in readings if pattern.search(around)), said[at])
