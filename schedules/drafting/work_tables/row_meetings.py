"""Tell the meetings of a table of work from its work: "Hội nghị cấp tỉnh | Sở Nội vụ | Ngày 25/5/2026 (dự kiến)"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from schedules import phrases
from schedules.deadline import ReadingType
from schedules.drafting.draft import Meeting, Obligation
from schedules.drafting.words.aligned import aligned, repaired
from schedules.drafting.words.time_words import POINT

GATHERING = re.compile(
    r"^\W*(?:hoi nghi|phien hop|cuoc hop|le (?:ky niem|cong bo|tong ket|trao|khai mac|be mac)|dai hoi)\b"
)
PLANNED = re.compile(r"\bdu kien\b")  # a limit is never "dự kiến"; without it the row's owner has the meeting to hold
ALL_OF = re.compile(r"\b(?:cac|moi|tung)\b")


def of_row(one: Obligation, on: date) -> Meeting | None:
    """Return the meeting that a row announces, None where it is work: it has a limit, or each of several holds one."""
    if (
        " | " not in one.words
        or not PLANNED.search(aligned(one.words))
        or not GATHERING.match(aligned(one.title))
        or len(one.units) != 1
        or ALL_OF.search(aligned(one.units[0]))
    ):
        return None
    phrase = one.reading.phrase or ""
    if not re.fullmatch(rf"(?:du kien )?{POINT}(?: \(du kien\))?", aligned(phrase).strip()):
        return None
    held = replace(phrases.read(f"tổ chức {repaired(phrase).lower()}", on), phrase=phrase)
    if held.type is not ReadingType.EVENT:
        return None
    return Meeting(one.title, held, places=one.places, words=one.words)
