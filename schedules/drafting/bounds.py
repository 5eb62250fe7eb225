"""How much of a document is read: a hostile one must end soon, and what is left out is said."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from schedules.drafting.document import Document, Paragraph, Table
from schedules.drafting.draft import Doubt, Obligation
from schedules.drafting.items import Item
from schedules.drafting.parts.places import cited

LONGEST = 10_000  # characters of a paragraph or cell; the longest that are issued have three thousand
MOST_CHARACTERS = 1_000_000  # three hundred printed pages
MOST_OBLIGATIONS = 2_000
SECONDS = 30.0  # of the processor; an honest document of a hundred pages takes two


def bounded(document: Document) -> tuple[Document, tuple[Doubt, ...]]:
    """Return a document with its overlong paragraphs cut, without what goes beyond all bounds, and what that was."""
    blocks: list[Paragraph | Table] = []
    doubts: list[Doubt] = []
    left = MOST_CHARACTERS
    for block in document.blocks:
        whole, size = _cut(block)
        left -= size
        if left < 0:
            doubts.append(_rest_unread(_place(block)))
            break
        blocks.append(whole)
        if whole is not block:
            doubts.append(Doubt("too-long", {"place": _place(block), "most": str(LONGEST)}))
    return (replace(document, blocks=tuple(blocks)) if doubts else document), tuple(doubts)


def _cut(block: Paragraph | Table) -> tuple[Paragraph | Table, int]:
    """Return a block with what of it is read, and how many characters these are."""
    if isinstance(block, Paragraph):
        whole = block if len(block.text) <= LONGEST else replace(block, text=block.text[:LONGEST])
        return whole, len(whole.text)
    size = sum(min(len(cell), LONGEST) for row in block.rows for cell in row)
    if all(len(cell) <= LONGEST for row in block.rows for cell in row):
        return block, size
    return replace(block, rows=tuple(tuple(cell[:LONGEST] for cell in row) for row in block.rows)), size


@dataclass
class Patience:
    """Stops the reading of a document that would not end; ``doubts`` say where it stopped."""

    begun: float = field(default_factory=time.process_time)
    left: int = MOST_OBLIGATIONS
    doubts: list[Doubt] = field(default_factory=list)

    def items(self, found: Iterable[Item]) -> Iterator[Item]:
        """Yield a document's items as long as there is patience."""
        for item in found:
            if self._over():
                self.doubts.append(_rest_unread(item.place))
                return
            yield item

    def first(self, drafted: Iterable[Obligation]) -> Iterator[Obligation]:
        """Yield what is drafted, also of one endless table, as long as there is patience."""
        for one in drafted:
            if self._over():
                self.doubts.append(_rest_unread(one.places[0]))
                return
            self.left -= 1
            yield one

    def _over(self) -> bool:
        return self.left <= 0 or time.process_time() - self.begun > SECONDS


def _rest_unread(place: str) -> Doubt:
    return Doubt("rest-unread", {"place": place})


def _place(block: Paragraph | Table) -> str:
    return cited("", [], block.page, block.number)
