"""Read a table of a .docx as rows of cells, merged ones in every place that they cover, nested tables as lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from schedules.drafting.files.docx_parts import Element, child, kind, number, value
from schedules.drafting.files.docx_text import Paragraphs
from schedules.drafting.words.rows import Rows, squared

WIDEST = 40  # columns; a spread sheet has more, an annex of work never
MOST_CELLS = 60_000
WRAPPERS = ("sdt", "sdtContent", "customXml", "ins", "smartTag")


class TooMany(Exception):
    """The document has more cells than any that people issue."""


@dataclass
class Tables:
    """Reads tables in the order of the text; ``left`` is how many cells may still come."""

    paragraphs: Paragraphs
    left: int = MOST_CELLS
    above: dict[int, str] = field(default_factory=dict)

    def rows(self, table: Element) -> Rows:
        """Return a table's rows.

        Raises:
            TooMany: the document has too many cells.
        """
        rows: list[list[str]] = []
        for row in unwrapped(table, "tr"):
            if child(row, "trPr", "del") is None:
                rows.append(self._row(row, rows[-1] if rows else []))
        return squared(rows)

    def _row(self, row: Element, above: list[str]) -> list[str]:
        cells = [""] * min(number(child(row, "trPr", "gridBefore")), WIDEST)
        for cell in unwrapped(row, "tc"):
            span = max(1, min(number(child(cell, "tcPr", "gridSpan"), otherwise=1), WIDEST))
            self.left -= span
            if self.left < 0 or len(cells) > WIDEST:
                raise TooMany
            at = len(cells)
            cells.extend([above[at] if _goes_on(cell) and at < len(above) else self._text(cell)] * span)
        return cells

    def _text(self, cell: Element) -> str:
        lines: list[str] = []
        for inner in unwrapped(cell, "p", "tbl"):
            if kind(inner) == "p":
                lines.extend(" ".join(line.text.split()) for line in self.paragraphs.lines(inner))
            else:
                lines.extend(" ".join(dict.fromkeys(filter(None, row))) for row in self.rows(inner))
        return "\n".join(line for line in lines if line)


def unwrapped(element: Element, *names: str) -> Iterator[Element]:
    """Yield an element's children of some names, those in content controls and kept changes included."""
    for inner in element:
        if kind(inner) in names:
            yield inner
        elif kind(inner) in WRAPPERS:
            yield from unwrapped(inner, *names)


def _goes_on(cell: Element) -> bool:
    """Say whether a cell is the lower part of a merged one."""
    merged = child(cell, "tcPr", "vMerge")
    return merged is not None and value(merged) != "restart"
