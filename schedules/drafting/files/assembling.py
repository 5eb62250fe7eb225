"""What a file's reader found becomes a document: layout tables dissolved, what page breaks cut joined, all numbered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from schedules.drafting.document import Document, Paragraph, Table
from schedules.drafting.files import columns
from schedules.drafting.words import joining
from schedules.drafting.words.rows import Rows, headed, joined

SENT_TO = re.compile(r"(?:^|\n)\W*nơi\s+nhận\b", re.IGNORECASE)
TO = re.compile(r"^\W*kính\s+gửi\b", re.IGNORECASE)
NUMBERED = re.compile(r"(?:^|\n)\W*Số\s*+(?:[:.]\s*+)?(?:[\d.…_]++\s*+)?[/-]", re.IGNORECASE)
LONGEST = 10_000  # characters; what has grown to this is no paragraph that a page break cut
MOST_ROWS = 1_000
HEAD_TABLES = 4  # of the first blocks


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as a reader found it; ``level`` of a heading (0 none), ``strong``: all of it bold."""

    text: str
    level: int = 0
    strong: bool = False
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as a reader found it."""

    rows: Rows
    page: int | None = None


Found = Line | Grid


def document(name: str, found: Iterable[Found]) -> Document:
    """Return a document of what was found in a file, in its order."""
    whole: list[Found] = []
    for at, block in enumerate(found):
        for piece in _dissolved(block, at):
            _add(whole, piece)
    blocks: list[Paragraph | Table] = []
    for number, block in enumerate(whole, 1):
        if isinstance(block, Line):
            blocks.append(Paragraph(block.text, number, block.page, block.level, block.strong))
        else:
            blocks.append(Table(block.rows, number, block.page))
    return Document(name, tuple(blocks))


def _add(whole: list[Found], block: Found) -> None:
    before = whole[-1] if whole else None
    if isinstance(before, Line) and isinstance(block, Line) and _torn(before, block):
        whole[-1] = replace(before, text=_together(before.text, block.text))
    elif isinstance(before, Grid) and isinstance(block, Grid) and (rows := _joined(before.rows, block.rows)):
        whole[-1] = replace(before, rows=rows)
    else:
        whole.append(block)


def _joined(before: Rows, after: Rows) -> Rows | None:
    """Join two tables, unless the first is so much longer that thousands of such pieces would never be done."""
    return joined(before, after) if len(before) <= max(MOST_ROWS, len(after) * 300) else None


def _torn(before: Line, after: Line) -> bool:
    if len(before.text) > LONGEST:
        return False
    if before.text in ("-", "+"):
        return True
    return not before.level and not after.level and joining.goes_on(before.text, after.text)


def _together(before: str, after: str) -> str:
    """Join two pieces; a date that was cut at its slash has no space."""
    cut = re.search(r"\d/$", before) and after[:1].isdigit()
    return f"{before}{'' if cut else ' '}{after}"


def _dissolved(block: Found, at: int) -> Iterator[Found]:
    """Yield a block, or the lines of a table that only sets text side by side: a head, a foot, "Kính gửi"."""
    if isinstance(block, Line) or not block.rows:
        yield block
        return
    said = "\n".join(cell for row in block.rows for cell in row)
    if _sets_side_by_side(block.rows, said, at):
        by_rows = TO.match(block.rows[0][0]) is not None
        for line in _lines(block.rows, by_rows):
            yield Line(line, page=block.page)
    else:
        yield block


def _sets_side_by_side(rows: Rows, said: str, at: int) -> bool:
    wide = len(rows[0])
    if wide == 1 or (wide <= 3 and TO.match(rows[0][0])):
        return True
    if at <= HEAD_TABLES and len(rows) <= 8 and _heads(said):
        return True
    return len(rows) <= 6 and wide <= 3 and not headed(rows) and SENT_TO.search(said) is not None


def _heads(said: str) -> bool:
    """Say whether a table's words are those of a head; one of a union or a school may leave the nation's name out."""
    return columns.NATION.search(said) is not None or bool(NUMBERED.search(said) and columns.PLACE_DAY.search(said))


def _lines(rows: Rows, by_rows: bool) -> Iterator[str]:
    """Yield the lines of a table's cells column by column (or row by row), a merged cell once."""
    cells = (
        [cell for row in rows for cell in row]
        if by_rows
        else [cell for column in zip(*rows, strict=True) for cell in column]
    )
    seen: set[str] = set()
    for cell in cells:
        if cell and cell not in seen:
            seen.add(cell)
            yield from cell.split("\n")
