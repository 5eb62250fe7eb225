"""Take the rows that are parts of one report ("2.1 - Tổ chức bộ máy", "2.2 - …") as one piece of work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from schedules.drafting.draft import Obligation
from schedules.drafting.words.aligned import aligned
from schedules.drafting.work_tables.table_rows import PARENT, Row

PART_ROW = re.compile(r"^\W*[-–]\s|^\W*(?:về|công tác|tình hình|kết quả)\b", re.IGNORECASE)


def as_one(found: list[tuple[Row, Obligation]]) -> Iterator[Obligation]:
    """Take the parts of one report ("2.1 - Tổ chức bộ máy", "2.2 - …", one day for all) as one work of all owners."""
    parts: dict[str, Obligation] = {}
    for row, one in found:
        parent = PARENT.match(row.number)
        if parent is None or not PART_ROW.match(row.cells[1] if len(row.cells) > 1 else ""):
            yield from parts.values()
            parts = {}
            yield one
            continue
        key = f"{parent[1]} {one.reading.phrase}"
        kept = parts.get(key)
        parts[key] = one if kept is None else _with_part(kept, one)
    yield from parts.values()


def _covered(units: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out the departments that a group among the units names already."""
    group = any(re.match(r"(?:cac|tat ca cac) so\b", aligned(unit)) for unit in units)
    return tuple(unit for unit in units if not (group and aligned(unit).startswith("so ")))


def _with_part(kept: Obligation, one: Obligation) -> Obligation:
    return replace(
        kept,
        title=f"{kept.title}; {one.title}" if len(kept.title) < 200 else kept.title,
        kind="report",
        units=_covered(tuple(dict.fromkeys((*kept.units, *one.units)))),
        cooperating=tuple(dict.fromkeys((*kept.cooperating, *one.cooperating))),
        places=tuple(dict.fromkeys((*kept.places, *one.places))),
    )
