"""Read to whom a sentence sends its paper, and through whom."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from schedules.drafting.duties.kinds import HAND_UP
from schedules.drafting.words.aligned import aligned
from schedules.drafting.words.bodies import is_bare
from schedules.drafting.words.body_words import ACTS
from schedules.drafting.words.names import named_at

SEND = re.compile(
    rf"\b(?:ban giao|thong bao|dang ky(?! dat dai| kinh doanh)|gui|nop|bao cao|{HAND_UP}|chuyen|cung cap|tham muu"
    r"|de xuat)\b"
)
TO = re.compile(r"\b(?:ve|den|toi|cho|len|voi|lay y kien|xin y kien|gui|nop|trinh|bao cao)(?: qua)?(?: truc tiep)? $")
# A purpose that is the next office's own work: "để tổng hợp, báo cáo …".
HANDED_ON = re.compile(
    r"\b(?:de|nham) (?:(?:cac|so|phong|ban|ubnd|uy ban|van phong|co quan|don vi|bo|cuc|chi cuc)\b[^,;.]{0,60}? )?"
    r"(?:tong hop|bao cao|trinh|tham muu|tham dinh|theo doi)\b"
)
VIA = re.compile(r"^[ ,*_]*+(?:\([ *_]*+)?(?:gui |nop )?(?:thong )?qua:? ")
BRACKET_VIA = re.compile(r"[ *_]*\((?:gui |nop )?(?:thong )?qua ")
LATER_VIA = re.compile(r"[^;.()\d]{0,70}\((?:gui |nop )?(?:thong )?qua ")
ROOM = re.compile(r" ?\(((?:Phòng|Ban|Vụ|Cục|Chi cục|Văn phòng|Khoa|Tổ|Bộ phận|Trung tâm) [^(),;]{2,60})\)")
# Behind the deadline, what is to be done in another case is no receiver of this paper.
OTHERWISE = re.compile(r"[;.,] ?(?:truong hop|neu|khi (?:co|xay ra|can)|qua thoi han|vuong mac|kho khan)\b")
# "gửi lại Đoàn giám sát", "báo cáo ngay Chủ tịch": no word of what is sent.
LONGEST_ADVERBS = 40  # characters
ADVERBS = re.compile(r"\b(?:lai|ngay|truc tiep|bo sung|som|nhanh|kip thoi|day du|dong thoi)\b")
ACTS_WITHIN = re.compile(rf" {ACTS.pattern}|@|[,;]")


@dataclass(frozen=True, slots=True)
class Receiver:
    """Who receives, and through whom, as printed."""

    send_to: str
    via: str | None
    start: int
    end: int
    said: int = 0  # where the verb of sending stands


def receiver(text: str, at: int) -> Receiver | None:
    """Find who receives the paper whose deadline stands at ``at``.

    The last one before the deadline holds (
        "gửi Sở Tài chính thẩm định, trình UBND tỉnh trước ngày …"
    ); what a sentence gives
    as its purpose ("để tổng hợp, báo cáo …") is no receiver of this paper.
    """
    found = receivers(text)
    before = [one for one in found if one.end <= at and not _purpose(text, one.start, 0)]
    if before:
        return before[-1]
    later = (one for one in found if one.start >= at and not OTHERWISE.search(aligned(text), at, one.start))
    return next((one for one in later if not _purpose(text, one.start, at)), None)


def receiver_behind(text: str, at: int) -> Receiver | None:
    """Find a receiver that stands behind the deadlines of its verb: "nộp … trước ngày …, … trước ngày … về Phòng X"."""
    behind = (one for one in receivers(text) if one.said < at <= one.start)
    return next((one for one in behind if not HANDED_ON.search(aligned(text), at, one.start)), None)


@lru_cache(maxsize=1024)
def receivers(text: str) -> tuple[Receiver, ...]:
    """Return all that a text sends something to, in order."""
    flat = aligned(text)
    found: list[Receiver] = []
    for verb in SEND.finditer(flat):
        if found and (verb.start() < found[-1].end or _hands_on(flat, verb, found[-1])):
            continue
        one = _after(text, flat, verb.end(), verb[0])
        if one and (not found or one.start >= found[-1].end):
            found.append(replace(one, said=verb.start()))
    return tuple(found)


def _hands_on(flat: str, verb: re.Match[str], last: Receiver) -> bool:
    """Say whether the receiver itself tells it on: "trình UBND tỉnh báo cáo Thường trực HĐND tỉnh"."""
    return verb[0] in ("bao cao", "trinh") and not flat[last.end : verb.start()].strip()


def _after(text: str, flat: str, at: int, verb: str) -> Receiver | None:
    """Look for the body that a verb of sending leads to: at once, or behind "về", "cho"."""
    within = flat.count("(", 0, at) > flat.count(")", 0, at)  # what a bracket says of sending stays in it
    reach = _reach(verb, within=within).search(flat, at)
    end = min(reach.start() if reach else len(flat), at + 260)
    for word in re.finditer(r"(?<![\w-])\w", flat[at:end]):
        place = at + word.start()
        direct = place - at < LONGEST_ADVERBS and not ADVERBS.sub("", flat[at:place]).strip(" :*_")
        if not direct and not TO.search(flat[at:place]):
            continue
        named = named_at(text, place)
        if named and is_bare(named.text):
            continue
        if named and verb == "tham muu" and re.match(rf" {ACTS.pattern}", flat[named.end :]):
            continue  # "tham mưu cho Hội đồng tổ chức sơ tuyển": who acts receives nothing
        if named and not (verb in ("tham muu", "thong bao", "dang ky") and direct):
            return _with_via(text, flat, named.text, place, named.end)
        if direct and re.match(r"bao cao|gui|trinh", flat[place:]):
            return None  # the next verb says it
    return None


def _reach(verb: str, *, within: bool) -> re.Pattern[str]:
    """Return where the words of a verb of sending end; "tham mưu" leaves the receiver to the verb that follows it."""
    marks = (r";", r"\. ", *([r"\)"] if within else []), *([r"\b(?:gui|nop|trinh) "] if verb == "tham muu" else []))
    return re.compile("|".join(marks))


def _with_via(text: str, flat: str, name: str, start: int, end: int) -> Receiver:
    via = VIA.match(flat[end:]) or LATER_VIA.match(flat[end:])
    if not via:
        return _with_room(text, name, start, end)
    at = end + via.end()
    named = named_at(text, at)
    if named is None:
        return Receiver(name, None, start, end)
    closed = re.compile(r"[^()]{2,80}(?=\))").match(text, at) if "(" in via[0] else None
    whole = closed[0] if closed and not ACTS_WITHIN.search(aligned(closed[0])) else named.text
    return Receiver(name, whole.strip(" *_"), start, max(named.end, at + len(whole)))


def _with_room(text: str, name: str, start: int, end: int) -> Receiver:
    """Take a body alone in brackets as the room that receives: "gửi về Văn phòng Tỉnh ủy (Phòng Tổng hợp)"."""
    room = ROOM.match(text, end)
    named = named_at(text, room.start(1)) if room else None
    if room is None or named is None or named.end != room.end(1):
        return Receiver(name, None, start, end)
    return Receiver(name, named.text, start, room.end())


def with_via_behind(one: Receiver | None, text: str, end: int) -> Receiver | None:
    """Read a bracket behind the deadline: "gửi Sở Y tế trước ngày … (qua Phòng Nghiệp vụ Y)"."""
    via = BRACKET_VIA.match(aligned(text), end)
    named = named_at(text, via.end()) if via else None
    return replace(one, via=named.text) if one and one.via is None and named else one


def _purpose(text: str, start: int, since: int) -> bool:
    """Say whether a body stands in what a sentence is for; a deadline between the two makes it a work of its own."""
    flat = aligned(text)
    clause = max(since, flat.rfind(";", 0, start), flat.rfind(". ", 0, start), 0)
    said = flat[clause:start]
    return any(said[: found.start()].strip(" ;.,*_-") for found in HANDED_ON.finditer(said))
