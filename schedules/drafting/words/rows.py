"""Rows of cells become one table: equally long, cut ones joined, repeated heading rows taken out."""

from __future__ import annotations

import re

from schedules.drafting.words.joining import cuts_day
from schedules.folding import fold

Rows = tuple[tuple[str, ...], ...]
NUMBERING = re.compile(r"^\W*(?:stt|tt|so tt|so thu tu|no)\W*$")
COLUMN_NUMBERS = re.compile(r"^\(?(?:\d{1,2}|[a-z])\)?$", re.IGNORECASE)


def squared(rows: list[list[str]]) -> Rows:
    """Return rows of one length, empty ones left out."""
    wide = max((len(row) for row in rows), default=0)
    return tuple((*row, *[""] * (wide - len(row))) for row in rows if any(cell.strip() for cell in row))


def headed(rows: Rows) -> bool:
    """Say whether rows begin with a heading of columns ("STT | …") rather than in the middle of a table."""
    return bool(rows) and any(NUMBERING.match(fold(cell)) for cell in rows[0][:2])


def joined(before: Rows, after: Rows) -> Rows | None:
    """Return a table and what follows it as one, where a page break cut them apart; else None.

    The part after the break has no heading of its own, or repeats that of the part before. A row without a number
    whose cells go on from the row before is taken together with it.
    """
    if not before or not after:
        return None
    repeated = _repeated(before, after)
    if headed(after) and not repeated:
        return None
    if not repeated and abs(len(before[0]) - len(after[0])) > 1:
        return None
    rest = after[repeated:]
    if rest and _cut_row(before[-1], rest[0]):
        torn = [f"{upper} {lower}".strip() for upper, lower in zip(before[-1], rest[0], strict=False)]
        before, rest = (*before[:-1], tuple(torn)), rest[1:]
    return squared([list(row) for row in (*before, *rest)])


def _cut_row(above: tuple[str, ...], below: tuple[str, ...]) -> bool:
    """Say whether a page break cut a row in two.

    The lower piece has no number, adds only to cells that said something, and one of them goes on in the middle of a
    sentence or of a day ("Trước ngày" | "15/6/2026").
    """
    if below[0].strip() or not above[0].strip() or len(above) != len(below):
        return False
    said = [(upper.strip(), lower.strip()) for upper, lower in zip(above[1:], below[1:], strict=True) if lower.strip()]
    return all(upper for upper, _ in said) and any(
        lower[0].islower() or cuts_day(upper, lower) for upper, lower in said
    )


def _repeated(before: Rows, after: Rows) -> int:
    count = 0
    for above, below in zip(before[:4], after, strict=False):
        if fold(" ".join(above)).split() != fold(" ".join(below)).split():
            break
        count += 1
    return count
