"""The heading of a column of days may hold the boundary of all of them: "Hoàn thành trước ngày | 20/02/2026"."""

from __future__ import annotations

import re

from schedules.drafting.words.aligned import aligned
from schedules.drafting.words.time_words import DATE, DAY, HOUR, RECURRING_POINT

SIGN = re.compile(
    rf"\b(?:truoc|(?:cham|muon|tre) nhat|khong (?:qua|muon hon|cham hon|tre hon)|den het)\b(?: (?:la|vao|luc|het))*"
    rf"(?: (?P<hour>{HOUR}))?"
)
# "Kinh phí năm trước", "Số liệu trước sắp xếp": before something that is no day.
NO_SIGN = re.compile(r"\b(?:nam|ky|thang|quy|tuan|lan) truoc\b|\btruoc (?:sap xep|khi|mat|do|thue|het)\b")
EVERY = re.compile(r"\b(?:hang|moi) (?:thang|quy|nam|tuan)\b")
BARE = re.compile(rf"(?:{RECURRING_POINT}|{DAY}(?:,? {HOUR})?)")
LIMIT = re.compile(
    r"\b(?:han|thoi (?:gian|han|diem)|ngay) (?:nop|gui|trinh|bao cao)\b"
)  # a mere "Hạn" stands over meetings, too
LIST = re.compile(rf"{DATE}(?:(?:,| va|, va) {DATE})+")
MONTH = re.compile(r"\bthang (\d{1,2})(?: ?/ ?| nam )(\d{4})\b")
DAY_ONLY = re.compile(r"(?:ngay )?(\d{1,2})")
HAS_HOUR = re.compile(rf"^{HOUR}")


def bound_of(heading: str) -> str:
    """Return the words of a heading that bound the days below it ("trước", "trước 16h00", "đến hết"), else ""."""
    text = " ".join(heading.split())
    flat = aligned(text)
    if NO_SIGN.search(flat) or not (found := SIGN.search(flat)):
        return ""
    return text[found.start() : found.end()].lower()


def limit_of(heading: str) -> str:
    """Return the word that makes a moment below a heading a limit ("Hạn nộp"); "" where it may be a meeting's time."""
    return "đến" if LIMIT.search(aligned(heading)) else ""


def period_of(heading: str) -> str:
    """Return the period that a heading gives to the days below it ("Hạn gửi hằng tháng | Ngày 20"), else ""."""
    text = " ".join(heading.split())
    found = EVERY.search(aligned(text))
    return text[found.start() : found.end()].lower() if found else ""


def completed(cell: str, heading: str, period: str) -> str:
    """Return a cell that is nothing but a day's number with what its heading says of it: its month, or its period."""
    found = DAY_ONLY.fullmatch(aligned(cell.strip()))
    if found is None:
        return re.sub(r"^(?=\d{1,2} (?:hằng|hàng) )", "ngày ", cell.strip()) if "\n" not in cell else cell
    if period:
        return f"ngày {found[1]}"
    month = MONTH.search(aligned(heading))
    return f"ngày {found[1]}/{month[1]}/{month[2]}" if month else cell


def bounded(day: str, bound: str) -> str | None:
    """Return a day with the boundary of its column, or None where the day has words of its own ("Trong tháng 6").

    A month or a quarter keeps its own end: "trước" of the heading speaks of days.
    """
    flat = aligned(day)
    if not bound or not (BARE.fullmatch(flat) or LIST.fullmatch(flat)):
        return None
    if HAS_HOUR.match(flat):
        bound = re.sub(r"\s\d.*$", "", bound)  # the hour of the cell is the more exact one
    elif flat[0].isdigit():
        bound = f"{bound} ngày"
    return f"{bound} {day[0].lower()}{day[1:]}"
