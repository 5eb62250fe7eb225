"""Take a document apart: each statement with its place, its part, and the headings and lead-ins above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from schedules.drafting.document import Document, Paragraph, Table
from schedules.drafting.heads import front
from schedules.drafting.items import Item, Part
from schedules.drafting.parts import annexes
from schedules.drafting.parts.places import cited
from schedules.drafting.words.joining import shouted
from schedules.drafting.words.markers import DASH, DECIMAL, LETTER, Marker, marker

SENT_TO = re.compile(r"^\W*nơi\s+nhận\b", re.IGNORECASE)
SIGNED = re.compile(
    r"^(?:TM|T/M|KT|TL|TUQ|Q)\.?\s+[A-ZĐ]|^(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|BÍ THƯ|CHÁNH VĂN PHÒNG|TRƯỞNG BAN)$"
)
CLOSING = re.compile(
    r"^(?:Trên đây|Trong quá trình|Căn cứ Kế hoạch này|Nhận được|Trân trọng|Yêu cầu |Đề nghị "
    r"|Quá trình (?:thực hiện|triển khai)"
    r"|Giao |(?:Ủy ban nhân dân|UBND|Sở|Ban|Văn phòng|Đảng ủy)\b.{0,80}?\b(?:yêu cầu|đề nghị|thông báo|giao)\b)"
)
HEADING_LENGTH = 160
TITLE_LINES = 4


def items(document: Document) -> tuple[Item, ...]:
    """Return a document's statements in their order, its head and its foot included."""
    found = tuple(_Reader(document).read())
    return tuple(_heading_or_not(one, below) for one, below in zip_longest(found, found[1:]))


def _heading_or_not(one: Item, below: Item | None) -> Item:
    heads = below is not None and one.table is None and bool(below.above) and below.above[-1] == one.text
    return replace(one, heads=heads) if heads else one


def addressees(found: tuple[Item, ...]) -> tuple[str, ...]:
    """Return the bodies that a letter is addressed to ("Kính gửi: …"), as printed."""
    return front.addressees(found)


@dataclass
class _Above:
    """A heading or lead-in that still holds."""

    rank: float
    label: str
    text: str


@dataclass
class _Reader:
    document: Document
    part: Part = Part.HEAD
    annex: str = ""
    titled: int = 0  # how many more lines may belong to the annex's title
    above: list[_Above] = field(default_factory=list)
    lead: str = ""  # a lead-in whose rank the next mark decides

    def read(self) -> Iterator[Item]:
        blocks = self.document.blocks
        head = front.length(blocks)
        for at, block in enumerate(blocks):
            if isinstance(block, Table):
                yield self._table(block, at < head)
            elif at < head:
                yield self._item(block, Part.HEAD)
            else:
                self._turn(block, at)
                yield self._statement(block)

    def _turn(self, block: Paragraph, at: int) -> None:
        """Go to the next part of the document where this line begins one."""
        label = annexes.title(block) if self._may_begin_annex(block) else None
        if label and not (self.titled and not annexes.TITLE.match(block.text)):
            lines, tables = self._opening_of(at)
            self.part, self.annex = annexes.part(lines, tables), label
            self.above, self.lead, self.titled = [], "", TITLE_LINES
            return
        self.titled = 0 if _mark(block.text) else max(0, self.titled - 1)
        if SENT_TO.match(block.text):
            self.part, self.above, self.lead = Part.ADDRESSEES, [], ""
        elif SIGNED.match(block.text) and shouted(block.text) and self.part in (Part.BODY, Part.BASIS):
            self.part = Part.ADDRESSEES
        elif self.part in (Part.HEAD, Part.BASIS):
            self.part = Part.BASIS if front.basis(block.text) else Part.BODY

    def _may_begin_annex(self, block: Paragraph) -> bool:
        if self.part is Part.ADDRESSEES or self.annex:
            return True
        return bool(annexes.TITLE.match(block.text)) or block.text.startswith(("ĐỀ CƯƠNG", "DANH SÁCH"))

    def _opening_of(self, at: int) -> tuple[list[str], list[Table]]:
        """Return an annex's first lines (its title), and its tables up to the next annex."""
        lines: list[str] = []
        tables: list[Table] = []
        for block in self.document.blocks[at:]:
            if isinstance(block, Table):
                tables.append(block)
            elif lines and len(lines) > 3 and annexes.title(block):
                break
            elif not tables and len(lines) < 4 and marker(block.text) is None:
                lines.append(block.text)
        return lines, tables

    def _table(self, block: Table, in_head: bool) -> Item:
        self.titled = 0
        if self.part is Part.ADDRESSEES:
            self.part = Part.ANNEX  # a table of work without any heading, after the signature
        part = Part.HEAD if in_head else Part.BODY if self.part in (Part.HEAD, Part.BASIS) else self.part
        place = self._place(block)
        above = tuple(one.text for one in self.above) + ((self.lead,) if self.lead else ())
        return Item("", "", place, part, block.number, above, block, False, block.page)

    def _statement(self, block: Paragraph) -> Item:
        if self.part is Part.ADDRESSEES:
            return self._item(block, self.part)
        mark = _mark(block.text)
        if mark:
            return self._marked(block, mark)
        if CLOSING.match(block.text) and not block.text.endswith(":"):
            self.above, self.lead = [], ""
        above = self._texts()
        item = self._item(block, self.part, above=above)
        self._follow(block)
        return item

    def _marked(self, block: Paragraph, mark: Marker) -> Item:
        if self.lead:
            self._push(_Above(mark.rank - 0.05, "", self.lead))
            self.lead = ""
        self.above = [one for one in self.above if one.rank < mark.rank]
        text = block.text[mark.end :].strip()
        above = self._texts()
        self._push(_Above(mark.rank, mark.label, text))
        return self._item(block, self.part, text, mark.label, above)

    def _follow(self, block: Paragraph) -> None:
        """Remember an unmarked heading or lead-in for what stands under it."""
        if self.part is Part.BASIS:
            return
        if block.text.endswith(":"):
            self.lead = block.text
        elif _heading(block):
            rank = DECIMAL - 0.5 if not any(one.rank >= DECIMAL for one in self.above) else LETTER - 0.1
            self.above = [one for one in self.above if one.rank < rank]
            self._push(_Above(rank, "", block.text))
            self.lead = ""

    def _push(self, one: _Above) -> None:
        self.above = [kept for kept in self.above if kept.rank < one.rank] + [one]

    def _texts(self) -> tuple[str, ...]:
        return tuple(one.text for one in self.above) + ((self.lead,) if self.lead else ())

    def _item(
        self, block: Paragraph, part: Part, text: str | None = None, label: str = "", above: tuple[str, ...] = ()
    ) -> Item:
        place = self._place(block)
        mark = marker(block.text) if text is None else None
        if mark and mark.rank >= DASH and part in (Part.HEAD, Part.ADDRESSEES):
            text, label = block.text[mark.end :].strip(), mark.label
        said = block.text if text is None else text
        return Item(said, label, place, part, block.number, above, None, block.strong or block.level > 0, block.page)

    def _place(self, block: Paragraph | Table) -> str:
        return cited(self.annex, [(one.rank, one.label) for one in self.above], block.page, block.number)


def _mark(text: str) -> Marker | None:
    """Return a statement's mark; of two ("- + Đại biểu …") the inner one."""
    mark = marker(text)
    inner = marker(text[mark.end :]) if mark and mark.rank == DASH else None
    if mark and inner and inner.rank > DASH:
        return Marker(inner.label, inner.rank, mark.end + inner.end)
    return mark


def _heading(block: Paragraph) -> bool:
    if len(block.text) > HEADING_LENGTH or block.text.endswith((".", ";", ",")):
        return False
    return block.strong or block.level > 0 or shouted(block.text)
