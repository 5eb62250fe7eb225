"""The words of a piece of work: which part of a sentence belongs to which deadline."""

from __future__ import annotations

import re

from schedules.drafting.duties.owners import subjects
from schedules.drafting.duties.receivers import HANDED_ON
from schedules.drafting.duties.spotting import Spotted
from schedules.drafting.words.aligned import aligned

NOTHING_BEFORE = re.compile(
    r"^\W*(?:dinh ky|va|truoc (?:mat|het),?|cu the:?|ngoai ra,?|sau do,?|tiep theo,?|dong thoi|trong do|rieng"
    r"|thoi (?:gian|han)(?: \w+){0,4} ?:?|thoi (?:gian"
    r"|han)\b[^:]{0,60}:|han\b[^:]{0,30}:?|hoan thanh|xong|tien do:?|hang (?:thang|quy|nam))?\W*$"
)
GOES_ON_WITH_WORK = re.compile(
    r"^\)?,? (?:bao cao|gui|tong hop|tham muu|to chuc|kiem tra|ra soat|cap nhat|cong bo|cong khai)\b"
)


def between(text: str, end: int, start: int) -> int:
    """Return where the words of one deadline end and those of the next begin: at its purpose, or"
    " else at the last mark."""
    flat = aligned(text)
    if purpose := HANDED_ON.search(flat, end, start):
        return purpose.start()
    found = (flat.find(mark, end, start) for mark in ("; ", ". ", ", "))
    cut = next((at for at in found if at >= 0), -1)  # a comma may be one of a list of bodies
    if cut >= 0 and re.match(r"[;,.] *$", flat[cut:start]):
        return end
    return cut + 1 if cut >= 0 else end


def doing(work: str) -> str:
    """Return a work without what stands before whom it is asked of."""
    found = subjects(work)
    return work[found[-1].end :] if found and len(work) - found[-1].end > 15 else work


def goes_on(words: str) -> bool:
    """Say whether the words before a deadline only name the next round of the same work: "…, cả năm trước ngày …"."""
    return len(words) < 45 and not re.search(
        r"\b(?:gui|nop|trinh|bao cao ve|hoan thanh|tong hop|xay dung|to chuc|ban hanh|de) ", words
    )


def leads(flat: str, left: int, one: Spotted) -> bool:
    """Say whether a deadline stands before its work: "Trước ngày …, các xã …", "…; định kỳ hằng quý báo cáo …"."""
    before = flat[left : one.start]
    if NOTHING_BEFORE.match(before):
        return True
    behind = flat[one.end :].strip(" .,;:/)")
    if re.match(r"(?:dinh ky|hang|moi)\b", flat[one.start :]) and GOES_ON_WITH_WORK.match(flat[one.end :]):
        return True
    return len(behind) > 12 and not before.split("; ")[-1].strip(" *_")


def own_clause(before: str) -> str:
    """Keep the clause that a deadline closes; a short rest ("gửi về …") goes with what it sends."""
    cut = before.rfind(";")
    return (
        before[cut + 1 :]
        if cut >= 0 and len(before) - cut > 25 and not re.match(r";\W*(?:gửi|nộp|hoàn thành và gửi)\b", before[cut:])
        else before
    )
