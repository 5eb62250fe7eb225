"""Read the ruled tables of a .pdf's page: each cell's words, a merged cell in every place that it covers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from schedules.drafting.files.pdf_words import Word, printed
from schedules.drafting.words.joining import ENDS
from schedules.drafting.words.markers import marker
from schedules.drafting.words.rows import Rows, squared

NEAR = 3.0  # points; rules this close are one
Box = tuple[float, float, float, float]  # left, top, right, bottom
MOST_CELLS = 4_000
MOST_RULES = 3_000


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table of one page. ``open_above`` are the columns whose first cell is empty and covers several rows:
    they go on from a cell of the page before."""

    rows: Rows
    top: float
    bottom: float
    open_above: tuple[int, ...]
    open_below: tuple[int, ...]


def tables(page: Any, words: list[Word]) -> tuple[list[Ruled], list[Word]]:
    """Return a page's tables from the top down, and the words that stand in none of them."""
    found: list[Ruled] = []
    if len(page.edges) > MOST_RULES:
        return found, words  # a drawing
    for table in page.find_tables():
        cells = [tuple(cell) for cell in table.cells]
        if 4 <= len(cells) <= MOST_CELLS:
            inside = [word for word in words if _within(word, table.bbox)]
            ruled = _ruled(cells, inside, table.bbox)
            if ruled and len(ruled.rows[0]) > 1:
                found.append(ruled)
                words = [word for word in words if word not in inside]
    return sorted(found, key=lambda one: one.top), words


def _ruled(cells: list[Box], words: list[Word], box: Box) -> Ruled | None:
    lefts, tops = _edges([cell[0] for cell in cells]), _edges([cell[1] for cell in cells])
    grid = [[""] * len(lefts) for _ in tops]
    covers: dict[tuple[int, int], int] = {}  # place -> how many rows its cell covers
    for cell in cells:
        text = _text([word for word in words if _within(word, cell)])
        across = [at for at, left in enumerate(lefts) if cell[0] - NEAR <= left < cell[2] - NEAR]
        down = [at for at, top in enumerate(tops) if cell[1] - NEAR <= top < cell[3] - NEAR]
        for row in down:
            for column in across:
                grid[row][column] = text
                covers[row, column] = len(down)
    rows = squared(grid)
    if not rows:
        return None
    last = len(tops) - 1
    above = tuple(at for at in range(len(lefts)) if not grid[0][at] and covers.get((0, at), 0) > 1)
    below = tuple(at for at in range(len(lefts)) if grid[last][at] and covers.get((last, at), 0) > 1)
    return Ruled(rows, box[1], box[3], above, below)


def _edges(places: list[float]) -> list[float]:
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > NEAR:
            edges.append(place)
    return edges


def _within(word: Word, box: Box) -> bool:
    across, down = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return bool(box[0] <= across <= box[2] and box[1] <= down <= box[3])


def _text(words: list[Word]) -> str:
    """Return a cell's text; a line of its own stays one where it begins a new statement."""
    said = ""
    for line in printed(words, 0):
        new = said and ((marker(line.text) and ENDS.search(said)) or line.text[:2] in ("- ", "+ "))
        said = f"{said}\n{line.text}" if new else f"{said} {line.text}".strip()
    return said
