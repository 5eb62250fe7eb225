"""Mend the words of a letterhead that a scanner misread ("TÍNH" for "TỈNH")."""

from __future__ import annotations

import re

from schedules.drafting.words.joining import shouted

MISREAD = (
    (re.compile(r"\bT[ÍÌĨI]NH\b"), "TỈNH"),
    (re.compile(r"\bPH[UƯ][ỜÒỚÓỞO]NG\b(?= [A-ZĐÀ-Ỹ])"), "PHƯỜNG"),
    (re.compile(r"^S[ÓỚỎƠỔ]\b"), "SỞ"),
    (re.compile(r"^X[ÂÀẢẠÁ]\b"), "XÃ"),
    (re.compile(r"\b[ỦÚÙU][YỶ] BAN NH[ÂẢÀẤẦA]N D[ÂẢÀẤẦA]N\b"), "ỦY BAN NHÂN DÂN"),
)


def mended(line: str) -> str:
    """Return a line of the letterhead as it was before the scanner misread it."""
    if not shouted(line):
        return line
    for pattern, word in MISREAD:
        line = pattern.sub(word, line)
    return line
