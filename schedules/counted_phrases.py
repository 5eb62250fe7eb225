"""Read periods counted from something: "trong vòng 05 ngày làm việc kể từ ngày nhận", "trước Hội nghị 03 ngày"."""

from __future__ import annotations

import re
from typing import Any

from schedules import grammar
from schedules.deadline import ReadingType
from schedules.marks import Words

Fields = dict[str, Any]  # of a Reading


def ahead_of(words: Words) -> Fields | None:
    """Read "trước Hội nghị 03 ngày", "chậm nhất 42 ngày trước ngày bầu cử"."""
    for pattern in grammar.AHEAD_OF:
        found = pattern.search(words.text)
        if not found:
            continue
        # "N ngày trước …" counts whatever follows; "trước … N ngày" only what is known to be an event.
        # "trước ngày kiểm tra 05 ngày", "trước … ít nhất 05 ngày" count back from anything.
        least = re.search(r"it nhat|toi thieu|truoc (?:ngay|khi|buoi|cuoc|dot) [a-z]", found[0])
        unknown = pattern is grammar.AHEAD_OF[0] or not found["anchor"] or least
        if anchor := _anchor(words, found["anchor"]) or (unknown and "event"):
            return _relative(anchor, -int(found["n"]), found["u"])
    return None


def counted_from(words: Words) -> Fields | None:
    """Read "trong vòng 05 ngày làm việc kể từ ngày nhận được văn bản này"."""
    found = next(filter(None, (pattern.search(words.text) for pattern in grammar.COUNTED_FROM)), None)
    if not found or (found["u"] == "nam" and not found["lead"]):  # "sơ kết 01 năm sau sắp xếp"
        return None
    anchor = _anchor(words, found["anchor"]) or ("event" if found["anchor"].strip() else "not stated")
    fields = _relative(anchor, int(found["n"]), found["u"])
    if found["lead"] == "sau" and anchor in grammar.EFFECTIVE:
        fields["meaning"] = "effective date, not a deadline"
    return fields


def _relative(anchor: str, offset: int, unit: str) -> Fields:
    if unit == "quy":
        unit, offset = "thang", 3 * offset
    return {"type": ReadingType.RELATIVE, "anchor": anchor, "offset": offset, "unit": grammar.UNITS[unit]}


def _anchor(words: Words, text: str) -> str | None:
    """Say what a period is counted from: an ISO date where the phrase names a day."""
    if day := re.search(r"^[a-z (]{0,30}D(\d+)", text):
        return words.day(day[1]).at(words.on).isoformat()
    return next((anchor for pattern, anchor in grammar.ANCHORS if re.search(rf"\b(?:{pattern})", text)), None)
