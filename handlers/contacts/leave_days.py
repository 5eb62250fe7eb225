"""Read from when to when somebody is away: "từ 11/5 đến 15/5", "11-15/5", "mai", "từ mai đến thứ Sáu"."""

from __future__ import annotations

import re
from datetime import date, datetime

from handlers.spelling import plain
from schedules.deadline import VIETNAM
from schedules.typed_dates import read_typed

UNTIL = re.compile(
    r"\s*(?:(?<!tuần )(?<!tuan )(?<!tháng )(?<!thang )\b(?:đến|den|tới|toi)\b(?:\s+(?:hết|het))?"
    r"|\s[-–]\s|(?<=\d)[-–](?=\d))\s*",
    re.IGNORECASE,
)
FROM = re.compile(r"^(?:(?:xin|em|toi|tôi|nghỉ|nghi|phép|phep|từ|tu|ngày|ngay)\s+)+", re.IGNORECASE)
DAY_ALONE = re.compile(r"\d{1,2}")
MONTH = re.compile(r"[/.-]\s?\d{1,2}(?:[/.-]\s?\d{2,4})?|\s+th[áa]ng\s+\d{1,2}(?:\s+n[ăa]m\s+\d{4})?", re.IGNORECASE)
WEEK = re.compile(r"\btu[ầa]n\s+(?:này|nay|sau|tới|toi)\b", re.IGNORECASE)
WEEKDAY = re.compile(r"(?:thu\s?(?:[2-7]|hai|ba|tu|nam|sau|bay)|t[2-7]|chu nhat|cn)")
# "3 ngày", "hai tuần", which is no day; "thứ 2 tuần sau", "thứ 2 ngày 11/5" and "3 ngày nữa" are one.
DURATION = re.compile(
    r"(?<!thu )\b(?:\d+|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|vai|may|nua)\s?"
    r"(?:(?:ngay|tuan|buoi|hom)\b(?!\s*(?:nua\b|\d))|thang$)"
)
BACK = frozenset({"huy", "ve", "da ve", "di lam lai", "da di lam lai", "het nghi", "back", "cancel"})


def leave_days(said: str, now: datetime) -> tuple[date, date] | None:
    """Return the first and the last day; None where one of them cannot be read, or they are not in order."""
    ends = [FROM.sub("", part.strip()) for part in UNTIL.split(said.strip())]
    if not 1 <= len(ends) <= 2:
        return None
    if any(DURATION.search(plain(one)) for one in ends):
        return None
    first, last = ends[0], ends[-1]
    for one, other in ((_like(first, last), _like(last, first)), (first, last)):
        days = _day(one, now), _day(other, now)
        if days[0] is not None and days[1] is not None and days[0] <= days[1]:
            return days[0], days[1]
    return None


def _like(end: str, other: str) -> str:
    """Give one end the month or the week that only the other names: "24" of "24 đến 26/12"."""
    if DAY_ALONE.fullmatch(end) and (month := MONTH.search(other)):
        return end + month[0]
    if WEEKDAY.fullmatch(plain(end)) and (week := WEEK.search(other)):
        return f"{end} {week[0]}"
    return end


def says_back(said: str) -> bool:
    """Say whether words mean that the leave is over, or will not be."""
    return plain(said).strip(" .,!") in BACK


def _day(words: str, now: datetime) -> date | None:
    # A day of this month that is past still names when a leave began.
    found = read_typed(words, now, "near")
    today = now.astimezone(VIETNAM).date()
    if found is None:
        return None
    late = (today - found.day).days > 60
    return (read_typed(words, now, "future") or found).day if late else found.day
