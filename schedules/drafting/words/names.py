"""Find where the name of a body, or a list of such names, begins and ends in a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from schedules.drafting.words import body_words
from schedules.drafting.words.aligned import aligned
from schedules.drafting.words.name_words import WORD, head_of, next_word

JOINT = re.compile(r"(?:,? và |,? cùng(?: với)? |; ?|, ?| & |, và )")
GAP = re.compile(
    r"(?: - | ?[-/&] ?| | ?\([^()]{1,40}\)(?= ?(?:[,;]|và|có)))|, (?=[^\W\d_])|,? và |; (?=\w)|: (?=[A-ZĐ])"
)
LONGEST_NAME = 160  # characters
SHARED_NOUN = re.compile(r"^(?:các |Các )(Sở|sở|Ban|Phòng|Bộ|xã|phường|Ban Đảng) ?: ?")


# Behind names that share one noun these begin a list of their own: "các Sở: Nội vụ, Y tế và UBND các xã, phường".
OWN_NAME = re.compile(r"(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Công an (?=tỉnh|các)|Văn phòng (?=UBND|Ủy ban))")


@dataclass(frozen=True, slots=True)
class Named:
    """The bodies that stand at one place of a text: their region as printed and where it ends."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def named_at(text: str, start: int = 0) -> Named | None:
    """Return the names of bodies that begin exactly at a place of a text, as far as they reach."""
    title = body_words.TITLE.match(aligned(text), start)
    noun = title.end() if title else start
    at, end = start, start
    if shared := SHARED_NOUN.match(text[noun : noun + 20]):
        at = end = _sharing(text, noun + shared.end())
        joint = JOINT.match(text, end)
        if not joint or not (joint[0].startswith(";") or OWN_NAME.match(text, joint.end())):
            return Named(text[start:end], start, end)
        at = joint.end()
    while True:
        reached = _one(text, at)
        if reached is None:
            break
        end = reached
        joint = JOINT.match(text, end)
        if not joint:
            break
        at = joint.end()
    return Named(text[start:end], start, end) if end > start else None


def _sharing(text: str, at: int) -> int:
    """Follow names that share one noun to their end: "các Sở: Nội vụ, Tài chính và Tư pháp"."""
    flat, end = aligned(text), at
    while text[at : at + 1].isupper() and not OWN_NAME.match(text, at):
        end = _go_on(text, flat, at)
        joint = JOINT.match(text, end)
        if not joint or end == at or joint[0].startswith(";"):
            break
        at = joint.end()
    return end


def _one(text: str, start: int) -> int | None:
    flat = aligned(text)
    title = body_words.TITLE.match(flat, start)
    at = title.end() if title else start
    head = head_of(text[at : at + 80], flat[at : at + 80])
    if head is None:
        alone = body_words.HEAD_ALONE.match(text, start)
        return alone.end() if alone else None
    return _go_on(text, flat, at + head)


def _go_on(text: str, flat: str, at: int) -> int:
    """Follow a name to its end: capital words, short forms, and the closed set of small words."""
    end = at
    while True:
        gap = GAP.match(text, end) if end - at < LONGEST_NAME else None
        begin = gap.end() if gap else end
        if gap is None and end != at:
            return end
        step = next_word(text, flat, begin, gap[0] if gap else "") or _second_syllable(text, flat, end, begin)
        if step is None:
            return end
        end = step


def _second_syllable(text: str, flat: str, end: int, begin: int) -> int | None:
    """Take the small second syllable of a word of the name: "Tài chính", "Tổ chức"; a verb is none."""
    first = re.search(r"[^\W\d_]+$", text[max(0, end - 40) : end])
    if begin != end + 1 or not first or not first[0][0].isupper() or first[0][1:] != first[0][1:].lower():
        return None
    word = WORD.match(text, begin)
    before = re.search(r"([^\W\d_]+) $", text[max(0, end - 40) : end - len(first[0])])
    if before and before[1].istitle() and before[1].lower() not in body_words.ONE_SYLLABLE_HEADS:
        return None  # two capital words are a proper name: "Tân Hòa niêm yết …"
    if not word or first[0].lower() in body_words.WHOLE:
        return None
    if body_words.ACTS.match(flat, begin) or body_words.SMALL.match(flat, begin):
        return None
    return word.end()
