"""Set a form of an outline as a table: the printed cells, the head of the columns joined as it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from math import sqrt

from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.text.paragraph import Paragraph

Rows = tuple[tuple[str, ...], ...]
Join = tuple[int, int, int, int]  # top, left, bottom, right

COLUMN_NUMBER = re.compile(r"\(?\d+\)?")
ORDINAL = re.compile(r"[IVX]+|[A-ZĐ]|\d+([.,]\d+)*|\.{2,}|…")  # what a line of the body begins with
NARROW = 4  # signs of an ordinal
WIDE = 30  # signs beyond which a column is not widened further
TO_FILL_IN = 7  # signs that an empty column has room for
TALLEST_HEAD = 6  # rows
PADDING = 6  # signs that the margins of a cell take
MANY = 7  # columns from which a table lies across the sheet


def lies_across(rows: Rows) -> bool:
    """Tell whether a table is too wide for an upright sheet."""
    return max((len(row) for row in rows), default=0) > MANY


def put_table(document: Docx, rows: Rows, width: float) -> Table:
    """Add a table of ``width`` millimetres; its head is repeated on every page."""
    columns = max(len(row) for row in rows)
    rows = tuple((*row, *("" for _ in range(columns - len(row)))) for row in rows)
    head = head_rows(rows)
    table: Table = document.add_table(len(rows), columns)
    table.style, table.alignment, table.autofit = document.styles["Table Grid"], WD_TABLE_ALIGNMENT.CENTER, False
    cells = [row.cells for row in table.rows]
    letters = _letters(document, 12 if columns <= MANY else 11 if columns <= MANY + 3 else 8)
    ordinals = [all(len(cell) <= NARROW for cell in column[head:]) for column in zip(*rows, strict=True)]
    for place, row in enumerate(rows):
        for cell, text, ordinal in zip(cells[place], row, ordinals, strict=True):
            _fill(cell.paragraphs[0], text, letters, heads=place < head, middle=ordinal)
    joins = list(joined(rows, head))
    for column, part in enumerate(_shares(rows, head, joins)):
        table.columns[column].width = Mm(width * part)
        for row_cells in cells:
            row_cells[column].width = Mm(width * part)
    for row_at in table.rows[:head]:
        row_at._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for top, left, bottom, right in joins:
        cells[top][left].merge(cells[bottom][right])
    return table


def head_rows(rows: Rows) -> int:
    """Count the rows above the body: down to the columns' numbers, else to the first line with a number of its own."""
    above = rows[:TALLEST_HEAD]
    for place, row in enumerate(above):
        if len(row) > 2 and all(COLUMN_NUMBER.fullmatch(cell) for cell in row):
            return place + 1
    return next((place for place, row in enumerate(above) if place and ORDINAL.fullmatch(row[0])), 1)


def joined(rows: Rows, head: int) -> Iterator[Join]:
    """Yield the cells of the head that are one when printed.

    A cell reaches over the empty ones at its right where columns of its own stand below them, else over the empty
    ones below it; never over one that another has reached before.
    """
    taken: set[tuple[int, int]] = set()
    written = [(row, column) for row in range(head) for column, text in enumerate(rows[row]) if text]
    for top, left in written:
        bottom, right = _reach(rows[:head], top, left)
        cells = set(product(range(top, bottom + 1), range(left, right + 1)))
        if len(cells) > 1 and not cells & taken:
            taken |= cells
            yield top, left, bottom, right


def _reach(head: Rows, top: int, left: int) -> tuple[int, int]:
    """Return the last row and the last column that a cell of the head reaches."""
    empty_right = _empty_from(head[top], left + 1)
    if top + 1 < len(head) and any(head[top + 1][left + 1 : left + 1 + empty_right]):
        return top, left + empty_right
    return top + _empty_from([row[left] for row in head], top + 1), left


def _empty_from(cells: Sequence[str], first: int) -> int:
    """Count the empty cells that follow each other from ``first`` on."""
    return next((count for count, text in enumerate(cells[first:]) if text), len(cells) - first)


def _letters(document: Docx, size: int) -> ParagraphStyle:
    """Return the style of the cells of tables of one size."""
    name = f"Ô biểu {size}"
    if name not in document.styles:
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        assert isinstance(style, ParagraphStyle)
        style.base_style, style.font.size = document.styles["Normal"], Pt(size)
        style.paragraph_format.alignment = ALIGN.LEFT
        style.paragraph_format.first_line_indent, style.paragraph_format.space_after = Mm(0), Pt(0)
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style


def _fill(paragraph: Paragraph, text: str, letters: ParagraphStyle, *, heads: bool, middle: bool) -> None:
    paragraph._p.style = letters.style_id  # by its id: the library looks a style up among all, for a thousand cells
    if not text:
        return
    run = paragraph.add_run(text)
    if heads:
        run.bold = True
    if heads or middle:
        paragraph.alignment = ALIGN.CENTER


def _shares(rows: Rows, head: int, joins: list[Join]) -> list[float]:
    """Share the width by what the columns hold: a column of numbers little, one of names much."""
    over = {(top, left) for top, left, _, right in joins if right > left}  # a cell over several widens none of them
    signs = []
    for place, column in enumerate(zip(*rows, strict=True)):
        heading = " ".join(text for top, text in enumerate(column[:head]) if (top, place) not in over)
        signs.append(_signs(heading, column[head:]))
    return [part / sum(signs) for part in signs]


def _signs(heading: str, body: tuple[str, ...]) -> float:
    """Return how many signs a column should hold side by side: its longest word, most of a name, some of its head."""
    longest = max((len(word) for text in (heading, *body) for word in text.split()), default=0)
    written = max((len(text) for text in body), default=0)
    if written:
        return PADDING + max(longest, min(written, WIDE))
    return PADDING + max(longest, TO_FILL_IN, min(2 * sqrt(len(heading)), WIDE))
