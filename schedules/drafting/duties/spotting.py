"""Find every phrase of time in a text that is a deadline for work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from schedules import phrases
from schedules.deadline import Reading, ReadingType
from schedules.drafting.duties.asking import does
from schedules.drafting.duties.false_friends import KEPT, is_false_friend
from schedules.drafting.words.aligned import aligned, repaired
from schedules.drafting.words.time_words import PHRASE

LONGEST_CELL = 120  # characters; a text up to this length may be nothing but a phrase of time
CLAUSE = 400  # characters around a phrase that may be its clause
LONGEST_TEXT = 12_000  # what is longer is no paragraph
WORKING_SPAN = re.compile(r"^(?:trong|vao|het|den)\b")
REPORTS = re.compile(r"\b(?:bao cao|gui|nop|(?<!chuong )(?<!cong )(?<!qua )(?<!quy )trinh)\b")
REGULAR = re.compile(
    r"\b(?:bao cao|gui|nop|trinh|cap nhat|cong khai|cong bo|tong hop|ra soat|kiem tra|dang tai|giao nop|doi chieu"
    r"|van hanh thu|bao duong|sao luu|kiem ke|niem yet|thong ke|thanh toan|chi tra|ve sinh|thu gom)\b"
)
NAMED_REPORT = re.compile(r"^(?:báo cáo (?=tuần|tháng|quý)|(?=(?:tuần|tháng|quý|năm) ?\())", re.IGNORECASE)
BY = re.compile(r"\b(?:truoc|cham nhat|muon nhat|khong qua|khong muon|den)\b")
MONTH_DAY = re.compile(r"\d ?[/.-] ?\d|thang \d|quy \w|nam \d")


@dataclass(frozen=True, slots=True)
class Spotted:
    """A phrase as printed, where it stands in its text, and what it means."""

    phrase: str
    start: int
    end: int
    reading: Reading


def spot(text: str, on: date) -> tuple[Spotted, ...]:
    """Find the deadlines in a text: a paragraph, or a cell that holds nothing but a time.

    Parameters:
        on: the day from which years that are not printed are counted: the document's own.
    """
    text = text[:LONGEST_TEXT]
    if whole := _whole(text, on):
        return (whole,)
    return tuple(_found(text, on))


def _whole(text: str, on: date) -> Spotted | None:
    """Read a cell of a column of deadlines: "Quý II/2026", "15/6/2026", "Hằng tháng"."""
    stripped = text.strip(" .;,")
    if not 0 < len(stripped) <= LONGEST_CELL or re.search(r"[a-z]", _rest(aligned(stripped))):
        return None
    if (found := PHRASE.search(aligned(stripped))) and found["apart"]:
        return None  # words of work stand within it
    start = text.index(stripped)
    reading = _read(stripped, on)
    return Spotted(stripped, start, start + len(stripped), reading) if reading.type in KEPT else None


def _rest(flat: str) -> str:
    """Return what is left of a cell without its phrases and the words that go with them."""
    left = PHRASE.sub(" ", flat)
    left = re.sub(
        r"\b(?:hoan thanh|du kien|trong|vao|ngay|thang \d+|quy (?:iv|i+|\d)|nam \d{4}|va|den|tu|hang|moi)\b", " ", left
    )
    return re.sub(r"\b\d{1,2} ?/ ?\d{1,4}(?: ?/ ?\d{4})?", " ", left)


def _found(text: str, on: date) -> Iterator[Spotted]:
    flat = aligned(text)
    last: Spotted | None = None
    for match in PHRASE.finditer(flat):
        start, end = match.span()
        if match["apart"]:
            start = match.start("day")
        start = _without_work(flat, start, match)
        phrase = text[start:end].strip(" ,")
        end = start + len(phrase)
        if match["apart"]:
            phrase = text[match.start() : end]
        reading = _read(f"định kỳ {phrase}" if _twice_a_year(match, flat) else phrase, on, phrase)
        if _is_deadline(text, flat, start, end, match, reading, on):
            one = Spotted(phrase, start, end, reading)
            if not (last and _bounds(flat, last, one)) and not (match["no_day"] and _told_exactly(flat, end)):
                yield one
            last = one


def _told_exactly(flat: str, end: int) -> bool:
    """Say whether the same clause goes on to say the day: "Hằng tuần tổng hợp …, trước thứ Sáu hằng tuần"."""
    clause = re.split(r"; |\. ", flat[end : end + 400])[0]
    return any(found["signed"] or found["recurring"] or found["each"] for found in PHRASE.finditer(clause))


def _bounds(flat: str, last: Spotted, one: Spotted) -> bool:
    """Say whether a range only says how long a duty recurs: "… hằng tháng (từ tháng 3 đến tháng 6/2026)"."""
    between = flat[last.end : one.start].strip(" ,(")
    return last.reading.type is ReadingType.RECURRING and one.reading.type is ReadingType.RANGE and not between


def _without_work(flat: str, start: int, match: re.Match[str]) -> int:
    """Leave "hoàn thành" to the work; "xong trước" is one phrase."""
    return start + len("hoan thanh ") if flat.startswith("hoan thanh ", start) and match["signed"] else start


def _twice_a_year(match: re.Match[str], flat: str) -> bool:
    """Say whether two days without a year are those of every year: "…, 6 tháng (trước 15/6), năm (trước 15/12)"."""
    regular = re.search(r"\b(?:dinh ky|hang (?:thang|quy|nam|tuan))\b", flat)
    return bool(match["half_and_year"] and regular and not re.search(r"\b20\d\d\b", match[0]))


def _read(phrase: str, on: date, printed: str | None = None) -> Reading:
    return replace(phrases.read(_said(repaired(phrase)), on), phrase=printed or phrase)


def _said(phrase: str) -> str:
    """Return a phrase as its reader knows it: "báo cáo tuần: trước …" is due every week."""
    return NAMED_REPORT.sub("hằng ", phrase)


def _is_deadline(text: str, flat: str, start: int, end: int, match: re.Match[str], reading: Reading, on: date) -> bool:
    if reading.meaning or is_false_friend(text, flat, start, end, reading, on):
        return False
    if reading.type is ReadingType.ERROR:
        return bool(
            match["signed"] and MONTH_DAY.search(flat[start:end])
        )  # "trước ngày 31/4" is a mistake to ask about
    if reading.type not in KEPT:
        return False
    return _named_for_work(flat, start, end, match, reading)


def _clause(flat: str, start: int, end: int) -> str:
    """Return the clause that a phrase stands in: "công bố giá hằng tháng; báo cáo …" reports nothing every month."""
    before, after = flat[max(0, start - CLAUSE) : start], flat[end : end + CLAUSE]
    return re.split(r"; |\. ", before)[-1] + flat[start:end] + re.split(r"; |\. ", after)[0]


def _named_for_work(flat: str, start: int, end: int, match: re.Match[str], reading: Reading) -> bool:
    """Say whether the sentence gives a phrase some work; only "trước …" and "chậm nhất …" do so by themselves."""
    if match["no_day"]:
        return bool(REPORTS.search(_clause(flat, start, end)))
    if reading.type is ReadingType.RECURRING and not BY.search(flat[start:end]):
        return bool(REGULAR.search(flat))  # "tiếp công dân vào thứ Năm hằng tuần" is a timetable
    if match["from_to"] or match["counted"] or WORKING_SPAN.match(flat[start:end]):
        return bool(does(flat, start, end) or "ke tu" in flat[start:end])
    return True
