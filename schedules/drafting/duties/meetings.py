"""Find the meetings that a document announces: dated, and owed by nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from schedules import phrases
from schedules.deadline import ReadingType
from schedules.drafting.draft import Meeting
from schedules.drafting.items import Item, Part
from schedules.drafting.words.aligned import aligned, repaired
from schedules.drafting.words.time_words import POINT

MEETING = re.compile(
    r"\b(?:hoi nghi|cuoc hop|phien hop|buoi lam viec|le (?:ky niem|phat dong|cong bo|khai mac|trao|ra"
    r" quan)|dai hoi|tap huan|hop)\b"
)
WHEN = re.compile(
    rf"(?:thoi gian ?: ?|to chuc |dien ra |vao |hop |luc )"
    rf"(?:(?!\b(?:truoc|cham nhat|muon nhat) )[^.;:]){{0,60}}?({POINT})"
    rf"|^(?:du kien )?({POINT})$|^(?:hoi nghi|phien hop|cuoc hop|dai hoi|le )[^.;:]{{0,60}}: ?({POINT})"
)
PLACE = re.compile(r"(?:^|[.;,] )(?:\d\. |- )?dia diem(?: to chuc| hop| hoi nghi| lam viec)? ?: ?(?=\w)")
# Behind the day of a meeting "tại" leads to where it is held.
HELD_AT = re.compile(
    r"[^.;]{0,80}?\btai (?=(?:hoi truong|phong hop|phong|tru so|nha|trung tam|so \d|dia chi|san|tang)\b)"
)
PLACE_ENDS = re.compile(r"[.;](?= |$)|$| *\(?(?:thành phần|thời gian|nội dung|chủ trì)\b", re.IGNORECASE)
NEAR = 4  # statements: so far from a meeting's day its place is printed
LONGEST_PLACE = 160  # characters


def meetings(found: Iterable[Item], on: date) -> tuple[Meeting, ...]:
    """Return the dated meetings of a document's body, as printed, with where they are held."""
    body = [item for item in found if item.part is Part.BODY and not item.table]
    return tuple(
        replace(meeting, venue=_venue(meeting, body[max(0, at - 2) : at + NEAR], item))
        for at, item in enumerate(body)
        for meeting in _of(item, on)
    )


def _venue(meeting: Meeting, near: list[Item], item: Item) -> str:
    """Return where a meeting is held: as its own sentence says, else the line "Địa điểm: …" under the same heading."""
    flat = aligned(item.text)
    at = flat.find(aligned(meeting.reading.phrase))
    if at >= 0 and (held := HELD_AT.match(flat, at + len(meeting.reading.phrase))):
        return _place(item.text[held.end() :])
    for other in (item, *(one for one in near if one.above == item.above)):
        if said := PLACE.search(aligned(other.text)):
            return _place(other.text[said.end() :])
    return ""


def _place(text: str) -> str:
    end = PLACE_ENDS.search(text)
    place = text[: end.start() if end else len(text)].strip(" ,.;:-–*_")
    return place if len(place) <= LONGEST_PLACE else ""


def _of(item: Item, on: date) -> list[Meeting]:
    flat = aligned(item.text)
    about = next((text for text in (item.text, *reversed(item.above)) if MEETING.search(aligned(text))), None)
    when = WHEN.search(flat)
    if about is None or when is None:
        return []
    start, end = when.span(when.lastindex or 0)
    phrase = item.text[start:end]
    reading = replace(phrases.read(repaired(phrase), on), phrase=phrase)
    if reading.type not in (ReadingType.EVENT, ReadingType.DEADLINE, ReadingType.RANGE):
        return []
    return (
        [Meeting(about.strip(" .:;")[:160], reading, places=(item.place,), words=item.text)]
        if reading.type is ReadingType.EVENT
        else []
    )
