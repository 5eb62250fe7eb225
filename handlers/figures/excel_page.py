"""A sheet of an Excel file that is written line by line: its cells, the heights of its lines, the paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties

from handlers.figures.excel_columns import Shape, Shown

FORMULAS = ("=", "+", "-", "@", "\t", "\r")  # what a table program could take for something to reckon
LONGEST = 32_000  # characters of a cell
A4 = 9  # the paper's number in the file format
LINE, TALLEST = 13.5, 400.0  # points of a line of text, and of what a table program still shows
HEAD_HEIGHT = 42.0
CROWDED = 0.75  # a column's width counts digits; most letters of a text are narrower, but lines end between words
THIN = Side(style="thin", color="BFBFBF")
BOX = Border(THIN, THIN, THIN, THIN)
HEAD_FILL = PatternFill("solid", fgColor="1F4E78")


class Page:
    """Write one sheet.

    A cell is written when its line is put, so the same one can be filled anew for the next line. Heights are set, for
    not every program finds them out by itself.

    Parameters:
        heads: titles of the columns; they stand in ``head_line`` and stay in sight.
        kept: how many columns stay in sight, too.
    """

    def __init__(
        self, book: Workbook, name: str, heads: Sequence[str], widths: Sequence[int], head_line: int, kept: int
    ) -> None:
        self.sheet: Any = book.create_sheet(name)
        self._heads, self._widths, self._head_line = heads, widths, head_line
        self._line = 0
        for place, width in enumerate(widths, 1):
            self.sheet.column_dimensions[get_column_letter(place)].width = width
        self.sheet.freeze_panes = f"{get_column_letter(kept + 1)}{head_line + 1}"
        self._set_paper()

    def put(self, cells: Sequence[Cell | None], height: float | None = None) -> None:
        """Put a line; its height is that of the longest wrapped text in it."""
        self._line += 1
        self.sheet.row_dimensions[self._line].height = height or self._height(cells)
        self.sheet.append(list(cells))

    def put_heading(self, texts: Iterable[str]) -> None:
        """Put what stands on top, a line each, then the titles of the columns."""
        for text in texts:
            self.put([self.cell(text, bold=self._line != 1, wrap=False)])
        self.put([self._head(title) for title in self._heads], HEAD_HEIGHT)

    def filter(self, lines: int) -> None:
        """Let people pick among so many lines under the titles; said before the first line is put."""
        last = get_column_letter(len(self._heads))
        self.sheet.auto_filter.ref = f"A{self._head_line}:{last}{self._head_line + lines}"

    def print_columns(self, count: int, lines: int) -> str:
        """Print the first columns only; return the letter of the last one."""
        last = get_column_letter(count)
        self.sheet.print_area = f"A1:{last}{self._head_line + lines}"
        return last

    def cell(
        self,
        value: Shown | float,
        shape: Shape = Shape.TEXT,
        *,
        bold: bool = False,
        fill: PatternFill | None = None,
        box: bool = False,
        wrap: bool = True,
        quoted: bool = False,
    ) -> Cell:
        """Make a cell; ``quoted`` keeps a text a text even after somebody has edited it."""
        cell = WriteOnlyCell(self.sheet)
        cell.font = Font("Arial", 10, bold=bold)
        cell.alignment = Alignment("left" if shape is Shape.TEXT else "center", "top", wrap_text=wrap)
        cell.number_format = shape.value
        if fill:
            cell.fill = fill
        if box:
            cell.border = BOX
        cell.quotePrefix = quoted
        return filled(cell, value)

    def _head(self, title: str) -> Cell:
        cell = self.cell(title, fill=HEAD_FILL, box=True)
        cell.font = Font("Arial", 10, bold=True, color="FFFFFF")
        cell.alignment = Alignment("center", "center", wrap_text=True)
        return cell

    def _height(self, cells: Sequence[Cell | None]) -> float:
        lines = 1
        for cell, width in zip(cells, self._widths, strict=False):
            if cell is not None and cell.data_type == "s" and len(str(cell.value)) > width and len(cells) > 1:
                lines = max(lines, ceil(CROWDED * len(str(cell.value)) / width))
        return min(LINE * lines, TALLEST)

    def _set_paper(self) -> None:
        """Print A4 across, as wide as the paper, the titles on every page."""
        sheet = self.sheet
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_margins = PageMargins(left=0.5, right=0.5, top=0.5, bottom=0.6)
        sheet.print_options.gridLines = True
        sheet.print_title_rows = f"{self._head_line}:{self._head_line}"
        sheet.oddFooter.center.text = "&P/&N"


def filled(cell: Cell, value: Shown | float) -> Cell:
    """Put a value into a cell: a text as a text, whatever it begins with."""
    if not isinstance(value, str):
        cell.value = value
        return cell
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[:LONGEST]
    cell.data_type = "s"
    return cell
