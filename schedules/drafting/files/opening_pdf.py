"""Open a .pdf that holds text: lines become paragraphs over the ends of pages, ruled tables become tables."""

from __future__ import annotations

import io
import logging
import time
from collections.abc import Iterator
from typing import Any

from schedules.drafting.document import Document
from schedules.drafting.files import assembling, pdf_bounds
from schedules.drafting.files.assembling import Found, Grid
from schedules.drafting.files.pdf_paragraphs import Joiner, Margins, in_reading_order
from schedules.drafting.files.pdf_spaced import Corridors, spaced
from schedules.drafting.files.pdf_tables import Ruled, tables
from schedules.drafting.files.pdf_words import Printed, printed, without_edges, words
from schedules.drafting.files.unreadable import Unreadable

MOST_PAGES = 200
MOST_SECONDS = 150.0  # an honest document of two hundred pages takes about ninety on a slow machine
MOST_WORDS = 400_000
LEAST_LETTERS = 40  # fewer on all pages: a scan


def document(raw: bytes, name: str) -> Document:
    """Return what a .pdf holds.

    Raises:
        Unreadable: encrypted, broken, a scan without text, or more than any issued document has.
    """
    told = {"file": name}
    if not pdf_bounds.within(raw):
        raise Unreadable("too-complex", told)
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        pages, ruled, height = _pages(raw, told)
    except Unreadable:
        raise
    except Exception as wrong:  # pdfminer raises anything on a broken file
        raise Unreadable("encrypted" if _is_locked(wrong) else "not-a-document", told) from None
    if sum(len(line.text) for lines in pages for line in lines) + sum(map(_letters, ruled)) < LEAST_LETTERS:
        raise Unreadable("no-text", told)
    return assembling.document(name, _found(without_edges(pages, height), ruled))


def _pages(raw: bytes, told: dict[str, str]) -> tuple[list[list[Printed]], list[list[Ruled]], float]:
    import pdfplumber

    started = time.monotonic()
    pages: list[list[Printed]] = []
    ruled: list[list[Ruled]] = []
    count, height = 0, 842.0
    corridors: Corridors = ()
    with pdfplumber.open(io.BytesIO(raw)) as opened:
        if len(opened.pages) > MOST_PAGES:
            raise Unreadable("too-big", {**told, "most": f"{MOST_PAGES} trang"})
        for number, page in enumerate(opened.pages, 1):
            found = words(page)
            count += len(found)
            if time.monotonic() - started > MOST_SECONDS or count > MOST_WORDS:
                raise Unreadable("too-complex", told)
            tabled, rest = tables(page, found)
            if not tabled:
                tabled, rest, corridors = spaced(rest, corridors)
            ruled.append(tabled)
            pages.append(printed(rest, number))
            height = float(page.height)
            page.close()
    return pages, ruled, height


def _found(pages: list[list[Printed]], ruled: list[list[Ruled]]) -> Iterator[Found]:
    joiner = Joiner(Margins.of([line for lines in pages for line in lines]))
    before: Ruled | None = None
    for number, (lines, tabled) in enumerate(zip(pages, ruled, strict=True), 1):
        for piece in _in_order(in_reading_order(lines, number == 1), tabled):
            if isinstance(piece, Printed):
                before = None
                yield from joiner.take(piece)
            else:
                yield from joiner.end()
                yield Grid(_going_on(piece, before), number)
                before = piece
    yield from joiner.end()


def _in_order(lines: list[Printed], tabled: list[Ruled]) -> Iterator[Printed | Ruled]:
    """Yield a page's lines and tables from the top down."""
    waiting = list(tabled)
    for line in lines:
        while waiting and waiting[0].top < line.top:
            yield waiting.pop(0)
        yield line
    yield from waiting


def _going_on(piece: Ruled, before: Ruled | None) -> Any:
    """Give the cells that a page break cut off from their text what the page before says there."""
    if before is None or len(before.rows[0]) != len(piece.rows[0]):
        return piece.rows
    rows = [list(row) for row in piece.rows]
    for at in piece.open_above:
        for row in rows:
            if row[at]:
                break
            row[at] = before.rows[-1][at]
    return tuple(tuple(row) for row in rows)


def _letters(tabled: list[Ruled]) -> int:
    return sum(len(cell) for one in tabled for row in one.rows for cell in row)


def _is_locked(wrong: BaseException) -> bool:
    said = f"{type(wrong).__name__} {wrong!r} {wrong.__cause__!r} {wrong.__context__!r}"
    return "Password" in said or "Encrypt" in said
