"""Find the office that a document charges with following its work: "Là cơ quan thường trực …"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from schedules.drafting.document import Document
from schedules.drafting.items import Item, Part
from schedules.drafting.parts.structure import items
from schedules.drafting.words.bodies import bodies

NAMED = re.compile(r"là cơ quan thường trực\b(?! (?:của )?ban)", re.IGNORECASE)
FOLLOWS = re.compile(r"theo dõi[\w ]*, đôn đốc|^đôn đốc", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Office:
    """A body as printed, with the sentence that charges it; ``sure`` where that calls it the standing office."""

    printed: str
    place: str
    words: str
    sure: bool


def standing_office(document: Document) -> Office | None:
    """Return the office that a document names, by name before by what it does."""
    found = [item for item in items(document) if item.part is Part.BODY and item.table is None]
    for pattern, sure in ((NAMED, True), (FOLLOWS, False)):
        for item in found:
            match = pattern.search(item.text)
            body = _charged(item, match.start()) if match else None
            if body:
                return Office(body, item.place, item.text, sure)
    return None


def _charged(item: Item, end: int) -> str | None:
    """Return the one body before the words, else the one that heads them."""
    for text in (item.text[:end], *reversed(item.above)):
        named = bodies(text)
        if len(named) == 1:
            return named[0]
    return None
