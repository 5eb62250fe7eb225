"""A document as it was opened: its paragraphs and tables in their order, whatever file they came from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, white space folded, marks of the file format (**, #, <sup>) taken off.

    ``number`` counts paragraphs and tables together from 1; ``page`` is known for a .pdf only.
    ``level`` is the heading's level where the file says so (1 the topmost), else 0; ``strong``: all of it is bold.
    """

    text: str
    number: int
    page: int | None = None
    level: int = 0
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table as rows of cells, all rows equally long; a merged cell stands in every place that it covers.

    One that a page break cut in two is one table, its repeated heading row taken out.
    """

    rows: tuple[tuple[str, ...], ...]
    number: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What a file holds; ``name`` is the file's own name."""

    name: str
    blocks: tuple[Paragraph | Table, ...]

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Return the paragraphs alone."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))
