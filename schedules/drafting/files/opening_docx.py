"""Open a Word document (.docx): its body's paragraphs and tables; headers, footers and notes are left out."""

from __future__ import annotations

from collections.abc import Iterator

from schedules.drafting.document import Document
from schedules.drafting.files import assembling, columns
from schedules.drafting.files.assembling import Found, Grid, Line
from schedules.drafting.files.docx_numbering import Numbering
from schedules.drafting.files.docx_parts import Element, Parts, child, kind
from schedules.drafting.files.docx_styles import Styles
from schedules.drafting.files.docx_tables import Tables, TooMany, unwrapped
from schedules.drafting.files.docx_text import Paragraphs
from schedules.drafting.files.plain_marks import RULE
from schedules.drafting.files.unreadable import Unreadable

MOST_BLOCKS = 30_000


def document(raw: bytes, name: str) -> Document:
    """Return what a .docx holds.

    Raises:
        Unreadable: no .docx, encrypted, or more than any issued document has.
    """
    parts = Parts(raw, name)
    body = child(parts.tree(parts.main), "body")
    if body is None:
        raise Unreadable("not-a-document", {"file": name})
    paragraphs = Paragraphs(Styles.of(parts.beside("styles.xml")), Numbering.of(parts.beside("numbering.xml")))
    try:
        found = _side_by_side(list(_found(body, Tables(paragraphs))))
    except (TooMany, RecursionError):
        raise Unreadable("too-complex", {"file": name}) from None
    whole = assembling.document(name, (_folded(block) for block in found))
    if not whole.blocks:
        raise Unreadable("no-text", {"file": name})
    return whole


def _found(body: Element, tables: Tables) -> Iterator[Found]:
    for count, element in enumerate(unwrapped(body, "p", "tbl")):
        if count > MOST_BLOCKS:
            raise TooMany
        if kind(element) == "tbl":
            yield Grid(tables.rows(element))
        else:
            yield from (line for line in tables.paragraphs.lines(element) if not RULE.match(line.text))


def _side_by_side(found: list[Found]) -> list[Found]:
    """Set the columns of a head that was made with tabs below each other."""
    head = next((at for at, block in enumerate(found) if isinstance(block, Grid)), len(found))
    head = min(head, columns.HEAD_LINES)
    texts = [block.text for block in found[:head] if isinstance(block, Line)]
    apart = columns.apart(texts)
    return [*(Line(text) for text in apart if text.strip()), *found[head:]] if apart != texts else found


def _folded(block: Found) -> Found:
    if isinstance(block, Grid):
        return block
    return Line(" ".join(block.text.split()), block.level, block.strong)
