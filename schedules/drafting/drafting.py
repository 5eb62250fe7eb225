"""Draft a plan from a document: its head, its obligations, its meetings, its outline, and what is to be asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from schedules.drafting.bounds import Patience, bounded
from schedules.drafting.document import Document
from schedules.drafting.draft import Doubt, Draft, Head, Obligation
from schedules.drafting.duties import receivers_elsewhere
from schedules.drafting.duties.meetings import meetings
from schedules.drafting.duties.merging import merged
from schedules.drafting.duties.obligations import obligations
from schedules.drafting.duties.spotting import spot
from schedules.drafting.duties.statements import Context
from schedules.drafting.heads import heading
from schedules.drafting.items import Item, Part
from schedules.drafting.papers import outlines
from schedules.drafting.parts import structure
from schedules.drafting.words.aligned import aligned
from schedules.drafting.work_tables import row_meetings, tables

YEAR = re.compile(r"\b(20\d\d)\b")
# What explains a law or gathers news sets nobody a deadline: it has no number, and says at its head what it is.
EXPLAINS = re.compile(
    r"\b(?:tai lieu (?:gioi thieu|tuyen truyen|hoi dap|sinh hoat|pho bien)|(?:mot so )?diem moi|hoi ?(?:-|va|,)? ?dap"
    r"|ban tin|tom tat|so tay|diem bao|diem van ban|noi dung (?:co ban|chu yeu) cua (?:luat|nghi dinh)"
    r"|gioi thieu luat)\b"
)
HEAD_LINES = 10
READ = {Part.BODY, Part.ANNEX, Part.BASIS}
ASKING = re.compile(r"\b(?:de nghi|yeu cau|giao)\b")
# Such a heading ("Quý I", "Tháng 9/2026") only sorts the work below it.
PERIOD = re.compile(
    r"(?:trong |cac )?(?:nhiem vu |cong viec |cong tac )?(?:trong )?"
    r"(?:quy (?:i{1,3}|iv|[1-4])|thang \d{1,2}|6 thang (?:dau|cuoi) nam|tuan (?:thu )?\w+)"
    r"(?:(?: ?[/,-] ?| nam | )20\d\d)?"
)
REGULAR_REPORTS = re.compile(
    r"(?:\d+(?:\.\d+)*[.)] ?|[a-z][.)] ?)?(?:(?:che do|ve|gui|nop) )*(?:bao cao )(?:dinh ky )?"
    r"(?:(?:hang|moi|dinh ky) )?(?:tuan|thang|quy|nam|6 thang)"
)
# Under these headings a document tells or hopes; what it asks stands elsewhere.
NOT_ASKED = re.compile(
    r"\b(?:muc tieu|chi tieu|ket qua dat duoc|tinh hinh (?:thuc hien|trien khai)|dac diem tinh hinh"
    r"|muc dich(?!, yeu cau))\b"
)


def draft(document: Document, on: date | None = None) -> Draft:
    """Read a document.

    Parameters:
        on: the day it was issued, where it leaves that blank.
    """
    document, unread = bounded(document)
    patience = Patience()
    head = heading.head(document)
    found = structure.items(document)
    day, doubts = _reference(head, found, on)
    drafted = _with_topics(merged(patience.first(_obligations(found, head, day, patience))), found)
    held = {at: meeting for at, one in enumerate(drafted) if (meeting := row_meetings.of_row(one, day))}
    return Draft(
        head,
        tuple(one for at, one in enumerate(drafted) if at not in held),
        (*meetings(found, day), *held.values()),
        outlines.outline(found),
        _rosters(found),
        (*doubts, *unread, *patience.doubts),
    )


def _reference(head: Head, found: tuple[Item, ...], on: date | None) -> tuple[date, list[Doubt]]:
    """Return the day from which years that are not printed are counted: its own, the given one,"
    " else of a year it names."""
    if head.issued_on or on:
        return head.issued_on or on or date.min, []
    years = [int(year) for item in found for year in YEAR.findall(item.text)]
    year = max(set(years), key=years.count) if years else None
    doubt = Doubt("no-issue-day", {"year": str(year or "")})
    return date(year or 2026, 1, 1), [doubt]


def _obligations(found: tuple[Item, ...], head: Head, on: date, patience: Patience) -> Iterator[Obligation]:
    if not head.number and any(EXPLAINS.match(_line(item)) for item in found[:HEAD_LINES]):
        return
    context = Context(on, structure.addressees(found), head.issuer or "")
    elsewhere = receivers_elsewhere.said(found, on)
    for item in patience.items(found):
        if item.part not in READ or _told(item) or _only_heads(item, found, on):
            continue
        if item.table is not None:
            yield from (receivers_elsewhere.completed(one, elsewhere) for one in tables.obligations(item, on))
        elif item.part is not Part.BASIS or ASKING.search(aligned(item.text)):
            yield from (receivers_elsewhere.completed_in_text(one, elsewhere) for one in obligations(item, context))


def _line(item: Item) -> str:
    return aligned(item.text).strip(" *_-#")


def _with_topics(drafted: tuple[Obligation, ...], found: tuple[Item, ...]) -> tuple[Obligation, ...]:
    """Give the papers of a conference to those whom the document's list names, with their topics."""
    topics: dict[str, str] = {}
    for item in found:
        if item.table is not None:
            topics.update(tables.topics(item))
    if not topics:
        return drafted
    return tuple(replace(one, units=tuple(topics), topics=topics) if one.kind == "speech" else one for one in drafted)


def _told(item: Item) -> bool:
    if item.heads and PERIOD.fullmatch(aligned(item.text).strip(" .:;")):
        return True
    return any(NOT_ASKED.search(aligned(text)) and len(text) < 120 for text in item.above)


def _only_heads(item: Item, found: tuple[Item, ...], on: date) -> bool:
    """Say whether "2. Báo cáo hằng tháng" only heads what sets the day: "UBND các xã gửi trước ngày 20 hằng tháng"."""
    if item.table is not None or not REGULAR_REPORTS.fullmatch(aligned(item.text).strip(" .:;*_")):
        return False
    return any(item.text in below.above and spot(below.text, on) for below in found if below.table is None)


def _rosters(found: tuple[Item, ...]) -> dict[str, tuple[str, ...]]:
    listed = ((item, tables.roster(item)) for item in found if item.table is not None)
    return {(item.above[-1] if item.above else item.place): units for item, units in listed if units}
