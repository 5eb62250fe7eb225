"""The rows of a table of work: the group that each stands under, and cells that a merged one spreads over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from schedules.drafting.words.rows import Rows
from schedules.drafting.work_tables.table_columns import Columns, Role

GROUP_NUMBER = re.compile(r"^\W*(?:[IVX]+|[A-H])\W*$")
PARENT = re.compile(r"^(\d+(?:\.\d+)*)\.\d+\.?$")
FILLED = ("...", "…", "-", "x")
DITTO = ("//", '"', "''", "nt", "n/t", "như trên", "- nt -", "-nt-", "”")  # what stands above holds here too


@dataclass(frozen=True, slots=True)
class Row:
    """A row of work; ``number`` as printed or counted, ``groups`` the titles that it stands under."""

    number: str
    cells: tuple[str, ...]
    groups: tuple[str, ...] = ()


def work(rows: Rows, columns: Columns) -> Iterator[Row]:
    """Yield the rows that may ask for work; headings, group rows and sums are taken in."""
    group: tuple[str, ...] = ()
    numbered = columns.first(Role.NUMBER)
    count = 0
    for cells in _without_ditto(spread(rows[columns.begins :], columns)):
        title = group_title(cells, columns)
        if title is not None:
            group = (title,)
            continue
        count += 1
        number = cells[numbered].strip(" .()") if numbered is not None else ""
        yield Row(number or str(count), cells, group)


def _without_ditto(rows: Iterator[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield rows with the cells that only say "nt" ("như trên") filled from the row above."""
    before: tuple[str, ...] = ()
    for row in rows:
        before = tuple(
            above if cell.strip().lower() in DITTO else cell for cell, above in zip(row, before or row, strict=True)
        )
        yield before


def group_title(cells: tuple[str, ...], columns: Columns) -> str | None:
    """Return what a group row says ("I | LĨNH VỰC …"), or None where a row is no such row."""
    said = [cell.strip() for cell in dict.fromkeys(cells) if cell.strip()]
    if len(said) == 1:
        return said[0] if len(cells) > 2 else None
    if len(said) == 2 and (GROUP_NUMBER.match(said[0]) or _alone(cells, said, columns)):
        return said[1]
    return None


def _alone(cells: tuple[str, ...], said: list[str], columns: Columns) -> bool:
    """Say whether a number and a merged title fill a row that has neither owner nor day of its own."""
    spread_over = sum(cell.strip() == said[1] for cell in cells)
    return spread_over >= 3 and not any(
        cells[at].strip() for at in columns.all(Role.DEADLINE) if cells[at].strip() != said[1]
    )


def spread(rows: Rows, columns: Columns) -> Iterator[tuple[str, ...]]:
    """Yield rows with the day that a text prints once for a run of part rows ("2.1" … "2.8") given to all of them.

    In a text file a merged cell stands in one row only, often the middle one. It is taken for one where a run of
    numbered parts has exactly one day, and the run is longer than two rows.
    """
    numbered, dated = columns.first(Role.NUMBER), columns.all(Role.DEADLINE)
    kept = list(rows)
    for start, end in _runs(rows, numbered) if numbered is not None else ():
        for at in (*dated, *columns.all(Role.COOPERATING)):
            said = {row[at] for row in rows[start:end] if row[at].strip()}
            printed = sum(bool(row[at].strip()) for row in rows[start:end])
            if len(said) == 1 and printed == 1 and end - start > 2:
                value = said.pop()
                kept[start:end] = [(*row[:at], value, *row[at + 1 :]) for row in kept[start:end]]
    yield from kept


def _runs(rows: Rows, numbered: int) -> Iterator[tuple[int, int]]:
    """Yield where runs of part rows of one parent begin and end."""
    start, parent = 0, None
    for at, row in enumerate((*rows, ("",) * (numbered + 1))):
        found = PARENT.match(row[numbered].strip())
        if (found[1] if found else None) != parent:
            if parent is not None:
                yield start, at
            start, parent = at, found[1] if found else None


def blank(cell: str) -> bool:
    """Say whether a cell says nothing: empty, dots, a dash."""
    return not cell.strip(" .…-–_/") or cell.strip().lower() in (*FILLED, *DITTO)
