"""Read tables of a .pdf's page that have no rules: columns kept apart by white space below a heading "TT | …"."""

from __future__ import annotations

import re

from schedules.drafting.files.pdf_tables import Ruled
from schedules.drafting.files.pdf_words import SENT_TO, Word, printed, rows_of
from schedules.drafting.words.joining import PAGE_NUMBER
from schedules.drafting.words.rows import squared

Corridors = tuple[float, ...]  # where columns begin
NUMBERING = re.compile(r"^(?:STT|TT|Stt|Tt)\.?$")
NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*|[IVX]+|[A-H])[.)]?$")
GAP = 7.0  # points of white that part two columns over all their rows
FEWEST_COLUMNS = 3
FEWEST_ROWS = 2
CUT_ROW = 8  # lines by which a row that the page before breaks off may go on
FAR = 3.0  # heights of a line by which what follows stands away from the table


def spaced(words: list[Word], before: Corridors = ()) -> tuple[list[Ruled], list[Word], Corridors]:
    """Return a page's table without rules, if it has one that is sure, and the words that stand outside.

    It is taken for one only where white corridors run through all rows, as many as its heading has columns, and at
    least two rows begin with a number: a paragraph cut into columns would be worse than a table read as lines.

    Parameters:
        before: where the columns of a table begin that the page before breaks off.

    Returns:
        also where the columns begin of a table that this page breaks off, () where none is.
    """
    rows = [row for row in rows_of(words) if not (len(row) == 1 and PAGE_NUMBER.match(row[0]["text"]))]
    begin = next((at for at, row in enumerate(rows) if NUMBERING.match(row[0]["text"]) and len(row) > 2), None)
    if begin is None and before and _goes_on(rows, before):
        begin = 0
    if begin is None:
        return [], words, ()
    headed = NUMBERING.match(rows[begin][0]["text"]) is not None
    end = _end(rows, begin, rows[begin][0]["x1"] + GAP if headed else before[1] - 1)
    inside = rows[begin:end]
    lefts = _lefts(inside) if headed else before
    table = _cells(inside, lefts)
    fewest = FEWEST_ROWS if headed else 1
    if len(lefts) < FEWEST_COLUMNS or sum(bool(NUMBER.match(cells[0])) for cells in table) < fewest:
        return [], words, ()
    taken = {id(word) for row in inside for word in row}
    found = Ruled(squared(table), inside[0][0]["top"], inside[-1][0]["bottom"], (), ())
    return [found], [word for word in words if id(word) not in taken], lefts if end == len(rows) else ()


def _goes_on(rows: list[list[Word]], lefts: Corridors) -> bool:
    """Say whether a page's first rows keep to the columns of the page before; the first may be the rest of a row."""
    for row in rows[:CUT_ROW]:
        if abs(row[0]["x0"] - lefts[0]) < GAP and NUMBER.match(row[0]["text"]):
            starts = {left for word in row for left in lefts if abs(word["x0"] - left) < GAP}
            return len(starts) >= len(lefts) - 1
        if not any(abs(row[0]["x0"] - left) < GAP for left in lefts[1:]):
            return False
    return False


def _end(rows: list[list[Word]], begin: int, edge: float) -> int:
    """Return where the table ends: at a line that begins at its left (before ``edge``) with words, or far below."""
    for at in range(begin + 1, len(rows)):
        row, above = rows[at], rows[at - 1]
        words = row[0]["x0"] < edge and not NUMBER.match(row[0]["text"])
        glued = row[0]["x0"] < edge and len(row) > 1 and row[1]["x0"] < edge
        far = row[0]["top"] - above[0]["bottom"] > FAR * row[0]["size"]
        if words or glued or far or SENT_TO.match(" ".join(word["text"] for word in row)):
            return at
    return len(rows)


def _lefts(rows: list[list[Word]]) -> Corridors:
    """Return where the columns begin: behind each white corridor that runs through all rows."""
    spans = sorted((word["x0"], word["x1"]) for row in rows for word in row)
    lefts, reached = [spans[0][0]], spans[0][1]
    for left, right in spans:
        if left - reached > GAP:
            lefts.append(left)
        reached = max(reached, right)
    return tuple(lefts)


def _cells(rows: list[list[Word]], lefts: Corridors) -> list[list[str]]:
    """Return rows of cells; a line without a number goes on with the row above it, the heading's own lines too."""
    found: list[list[str]] = []
    for row in rows:
        cells = [_said([word for word in row if _column(word, lefts) == at]) for at in range(len(lefts))]
        if cells[0] or not found:
            found.append(cells)
        else:
            found[-1] = [f"{above} {below}".strip() for above, below in zip(found[-1], cells, strict=True)]
    return found


def _column(word: Word, lefts: Corridors) -> int:
    return max(at for at, left in enumerate(lefts) if at == 0 or word["x0"] >= left - 1)


def _said(words: list[Word]) -> str:
    return " ".join(line.text for line in printed(words, 0))
