"""The documents of the shipped plans, made once and opened again."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from docx import Document
from docx.document import Document as Docx
from docx.table import Table

from handlers.outlines.outline_pages import outline_file
from schedules.loading.loader import load
from schedules.plan import Organisation, Plan

ROOT = Path(__file__).parent.parent.parent
SHIPPED = ["gia-lai", "lao-cai", "an-giang", "binh-thanh"]  # Lai Châu's outline is not attached to its plan


@cache
def shipped(id: str) -> tuple[Organisation, Plan]:
    plans = load(ROOT / "plans.yaml").plans
    assert plans is not None
    organisation = plans.organisations[id]
    return organisation, organisation.plans["so-ket-01-nam"]


@cache
def made(id: str, unit: str = "") -> Docx:
    organisation, plan = shipped(id)
    return opened(outline_file(organisation, plan, organisation.units[unit] if unit else None))


def opened(content: bytes) -> Docx:
    return Document(io.BytesIO(content))


def head(document: Docx) -> tuple[list[str], list[str]]:
    """Return the lines of the two columns at the top; an empty one stands for a rule."""
    left, right = document.tables[0].rows[0].cells
    return [line.text for line in left.paragraphs], [line.text for line in right.paragraphs]


def lines_of(document: Docx) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def cells_of(table: Table) -> Iterator[tuple[int, int, str]]:
    """Yield what is written in each cell that was not joined to another one."""
    seen = set()
    for row_place, row in enumerate(table.rows):
        for place, cell in enumerate(row.cells):
            if cell._tc not in seen:
                seen.add(cell._tc)
                yield row_place, place, cell.text
