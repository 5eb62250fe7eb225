"""One pattern: what it looks for in canonical words, what it stands for, and how strongly."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handlers.understanding.understood import Intent, Speaker

UNIT = r"(?:xa|don vi|phuong|so_?|noi|cho|nganh|dia phuong|phong|ban|co quan|dua|thang|ai|huyen|dac khu|ten_)"
UNITS = (
    r"(?:xa|don vi|phuong|so_|so(?= (?:nganh|nao|ban))|noi|cho|nganh|dia phuong|phong|ban nganh|"
    r"co quan|huyen|dac khu)"
)
ME = r"(?:em|anh|chi_|chau|con|minh|ben em|ban_|xa em|nhe|giup|voi|dum|ta)"
WHEN = (
    r"(?:khi nao|bao gio|luc nao|ngay nao|may gio|ngay may|hom nao|thu may|chung nao|ngay bao nhieu|"
    r"khi mo|bua nao|gio nao|buoi nao|mung may|may tay|bao gio)"
)
HOW = r"(?:sao|the nao|nhu nao|lam nao|nhu the nao|lam sao|ra sao|kieu gi|cach nao|kieu nao)"
WHAT = r"(?:gi|nao|nhung gi|nhung nao|chi)"
SENT = r"(?:nop|gui|chuyen|phat hanh|bao cao|hoan thanh|xong|hoan tat)"
NUMBER = r"(?:[ivx]+(?:[. -]\d+)*|\d+[a-z]?(?:[.-]\d+)*|[a-e](?:\.[ivx\d.]+)?)"

# Talk of the day that asks when, and means no deadline.
MEETING = (
    r"\b(?:giao ban|(?<!tong )(?<!phoi )hop|hoi nghi|thoi tiet|da bong|nghi le|nghi tet|tra luong|"
    r"luong|an trua|thi dau|di lam)\b"
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """``weight`` 1-9: the heaviest reading wins, one nearly as heavy is asked about.

    ``unless`` takes it out; ``role`` keeps it to who can mean it; ``hint`` says what "none" is about.
    """

    intent: Intent
    weight: int
    looks_for: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    role: Speaker | None = None
    hint: str = ""


def patterns(
    intent: Intent, *rows: tuple[int, str] | tuple[int, str, str], role: Speaker | None = None, hint: str = ""
) -> tuple[Pattern, ...]:
    """Make patterns of one intent from (weight, looks for[, unless])."""
    return tuple(
        Pattern(intent, row[0], re.compile(row[1]), re.compile(row[2]) if len(row) > 2 else None, role, hint)
        for row in rows
    )
