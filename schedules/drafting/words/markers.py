"""The marks that begin a statement of an administrative document: "I.", "1.2.", "a)", "-", "Điều 3."."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marker:
    """A mark at the beginning of a statement.

    ``rank`` orders the marks as such documents nest them (0 the outermost); ``end`` is where its words begin.
    """

    label: str
    rank: float
    end: int


PART, CHAPTER, ROMAN, ARTICLE, DECIMAL, LETTER, PAREN, STAR, DASH, PLUS = (
    0.0,
    1.0,
    2.0,
    3.0,
    4.0,
    5.0,
    5.5,
    6.0,
    7.0,
    8.0,
)
DASHES = "-–—−‐‑•·●▪■◦➢➤✓\uf02d\uf0b7\uf0a7\uf0d8\uf076\u2010"
NOT_DATE = r"(?!\d)"
PATTERNS: tuple[tuple[re.Pattern[str], float], ...] = (
    (re.compile(r"((?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:[IVXL]+|\d+|[Tt]hứ \w+|THỨ \w+))\b\s*[.:–-]?\s*"), CHAPTER),
    (re.compile(r"(Điều\s+\d{1,3}[a-z]?)\s*[.:]\s*"), ARTICLE),
    (re.compile(r"([A-HĐ])(?:\s?[.)]\s+|\s?[-–]\s+|/\s+)(?=\S)"), PART),
    (re.compile(r"([IVX]{1,6}(?:\.\d{1,2}){1,3})[.)]?\s+(?=\S)"), DECIMAL),
    (re.compile(r"([IVX]{1,6})(?:\s?[.)]\s*|\s?[-–]\s*|/\s+|\s*:\s+)(?=[\w(“\"])"), ROMAN),
    (
        re.compile(rf"(\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})(?:\s?[.):]{NOT_DATE}\s*|\s*[-–]\s+|\s+)(?=[^\W\d]|[(“\"])"),
        DECIMAL,
    ),
    (re.compile(rf"(\d{{1,2}})(?:\s?[.)]{NOT_DATE}\s*|\s?[-–]\s*(?=[^\W\d])|/\s+)(?=\S)"), DECIMAL),
    (re.compile(r"(?:Khoản|khoản)\s+(\d{1,2})\s*[.:]\s*"), DECIMAL),
    (re.compile(r"([a-zđ]\d?(?:\.\d{1,2})?)(?:\s?\)\s*|\s?[.]\s+|/\s+|\s?[-–]\s+)(?=\S)"), LETTER),
    (re.compile(r"\((\d{1,2}|[ivx]{1,5}|[a-zđ])\)\s*(?=\S)"), PAREN),
    (re.compile(r"()\*+\)?\s+(?=\S)"), STAR),
    (re.compile(rf"()[{re.escape(DASHES)}]+\s*(?=[^\W\d]|[(“\"*_])|()[{re.escape(DASHES)}]+\s+(?=\S)"), DASH),
    (re.compile(r"()[+○]\s*(?=\S)|()o\s+(?=[A-ZĐ])"), PLUS),
)
SIGNS = {STAR: "*", DASH: "-", PLUS: "+"}


def marker(text: str) -> Marker | None:
    """Return the mark that a statement begins with, or None."""
    for pattern, rank in PATTERNS:
        if found := pattern.match(text):
            label = SIGNS.get(rank) or " ".join(found[1].split())
            return Marker(label, rank + 0.1 * (label.count(".") if rank == DECIMAL else 0), found.end())
    return None
