"""Fold a text letter by letter, so that every place in it stays where it was."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# A scanned figure: letters between figures of a date are the figures that they look like.
SCANNED_NOUGHT = re.compile(r"(?<=\d)[oO](?=[\d/])|(?<=/)[oO](?=\d)|(?<!\w)[oO](?=\d ?/)|(?<=\d)[oO](?= ?/\d)")
SCANNED_ONE = re.compile(r"(?<=/)[lI](?=\d)|(?<!\w)[lI](?=\d ?/)|(?<=\d)[lI](?=/\d)")
SIGNS = {
    "đ": "d",
    "–": "-",
    "—": "-",
    "−": "-",
    "‐": "-",
    "‑": "-",
    "\u00a0": " ",
    "\n": " ",
    "\t": " ",
    "“": '"',
    "”": '"',
}


def repaired(text: str) -> str:
    """Return a text with the figures of its dates as they were before the scanner took them for letters."""
    return SCANNED_ONE.sub("1", SCANNED_NOUGHT.sub("0", text))


@lru_cache(maxsize=1024)
def aligned(text: str) -> str:
    """Return a text in small letters without diacritics, exactly as long as it was."""
    return "".join(map(_bare, repaired(text)))


@lru_cache(maxsize=1024)
def _bare(sign: str) -> str:
    small = sign.lower()
    if small in SIGNS:
        return SIGNS[small]
    base = unicodedata.normalize("NFD", small)[:1]
    return base if len(base) == 1 else sign
