"""Find titles by words of them, typed with or without diacritics, in part, or with mistakes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from rapidfuzz import fuzz

from handlers.spelling import plain

HEAD = re.compile(r"^(?:muc|phan|noi dung|chuong|bieu mau|bieu|phu luc|mau|section|form)\s+(?:(?:ve|noi ve)\s+)?")
TYPED_RIGHT = 80  # of 100: what a word may have of a mistake and still be itself
ALIKE = 88  # what a run of words may have of mistakes, if it is not short
LONG = 10
NEAR = 60
WORD = re.compile(r"\w+")


def title_words(asked: str) -> str:
    """Return the words that may stand in a title: "phần về chuyển đổi số" asks for "chuyen doi so"."""
    return folded(HEAD.sub("", plain(asked)))


def by_title(asked: str, titles: Iterable[str]) -> list[int]:
    """Return the places of the titles that hold the words: as they stand, else all of them, else with mistakes."""
    words = title_words(asked)
    known = [folded(title) for title in titles]
    ways: tuple[Callable[[str], bool], ...] = (
        lambda title: f" {words} " in f" {title} ",
        lambda title: words in title,
        lambda title: set(words.split()) <= set(title.split()),
        lambda title: _is_mistyped(words, title),
        lambda title: len(words) >= LONG and fuzz.partial_ratio(words, title) >= ALIKE,
    )
    for way in ways if len(words) > 1 else ():
        if found := [place for place, title in enumerate(known) if title and way(title)]:
            return found
    return []


def nearest(asked: str, titles: Iterable[str], most: int) -> list[int]:
    """Return the places of the titles that are nearest to the words, none where nothing is near."""
    words = title_words(asked)
    scored = [(fuzz.partial_ratio(words, folded(title)), -place) for place, title in enumerate(titles) if title]
    return [-place for score, place in sorted(scored, reverse=True)[:most] if score >= NEAR and len(words) > 2]


def _is_mistyped(words: str, title: str) -> bool:
    """Say whether each word has one of the title's so like it that it may be meant; short ones must be right."""
    known = title.split()
    return all(
        word in known or (len(word) > 3 and any(fuzz.ratio(word, one) >= TYPED_RIGHT for one in known))
        for word in words.split()
    )


@lru_cache(maxsize=4096)
def folded(title: str) -> str:
    """Return the bare words of a title."""
    return " ".join(WORD.findall(plain(title)))
