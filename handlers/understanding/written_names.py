"""Write a unit's name as it was typed, with the diacritics of the roster and nothing added."""

from __future__ import annotations

import re

from handlers.spelling import plain
from handlers.understanding.unit_names import SHORT_KINDS, Form

WORD = re.compile(r"[^\W_]+")


def written(typed: list[str], forms: tuple[Form, ...]) -> str:
    """Return the typed words with the roster's diacritics; untouched where namesakes would get different ones."""
    spellings = {tail for form in forms for tail in [tuple(_tail(form.spelled, len(typed)))]}
    plainly = " ".join(typed)
    if len({tuple(word.casefold() for word in one) for one in spellings}) > 1:
        accented = [one for one in spellings if " ".join(one).casefold() in plainly.casefold()]
        if not accented:
            return plainly
        spellings = set(accented)
    spelled = list(sorted(spellings)[0])
    kept = typed[: len(typed) - len(spelled)]
    keep_case = not plainly.isupper() and not plainly.islower()
    restored = [_restored(word, good, keep_case) for word, good in zip(typed[len(kept) :], spelled, strict=True)]
    return " ".join([*(KIND_WRITTEN.get(word.lower(), word) for word in kept), *restored])


KIND_WRITTEN = {"xa": "xã", "phuong": "phường", "so": "Sở", "ubnd": "UBND", "dang": "Đảng", "uy": "ủy"}


def _tail(spelled: str, count: int) -> list[str]:
    return WORD.findall(spelled)[-count:]


def _restored(word: str, good: str, keep_case: bool) -> str:
    """Return the roster's word; the typed one where only its case or its place of the tone differs."""
    if plain(word) != plain(good) and plain(word) in SHORT_KINDS:
        return word
    return word if keep_case and plain(word) == plain(good) and (not word.isascii() or good.isascii()) else good
