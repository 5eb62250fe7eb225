"""Read the days and hours of a chat: until when somebody asks for time, and when to remind."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from schedules.deadline import VIETNAM

PARTS = {"sang": "TMO", "trua": "TMI", "chieu": "TAF", "dem": "TEV"}
DATE = re.compile(
    r"(?<![\d/])(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d\d))?(?![\d/a-z])|"
    r"\b(?:ngay |mung )?(\d{1,2}) thang (\d{1,2})(?: nam (\d{4}))?\b"
)
DAY_OF_MONTH = re.compile(r"\b(?:ngay|mung|hom) (\d{1,2})\b(?! (?:ngay|thang|tieng))")
WEEKDAY = re.compile(
    r"\b(?:thu ?(\d|ba|tu|nam|sau|bay)|t([2-7])|"
    r"(cn|chu nhat))\b(?! lieu)(?P<next>(?: (?:cua )?tuan (?:sau|toi|den|ke))?)"
)
NUMERALS = {"ba": 3, "tu": 4, "nam": 5, "sau": 6, "bay": 7}
CLOCK = re.compile(
    r"\b(?<!thu )(?<!ngay )(\d{1,2})(?: ?(?:h|gio|g)(?![a-z])|:(?=\d)|(?= ruoi))(?: ?(\d\d)\b|"
    r" (ruoi))?(?! nua\b)(?:p\b| phut)?(?P<part> (?:sang|trua|chieu|dem))?"
)
LENGTH = re.compile(
    r"(?<!thu )(?<!t)\b(?:(\d{1,3}|nua_?|vai|may) ?)(phut|p|tieng|gio|h|ngay|hom|tuan|thang|"
    r"buoi)\b(?P<half> ruoi)?"
)
HOURLY = {"phut": "PT{}M", "p": "PT{}M", "tieng": "PT{}H", "gio": "PT{}H", "h": "PT{}H"}
PART = re.compile(
    r"\b(?:dau_? gio |cuoi gio |cuoi |giua )?(?:buoi )?(sang|trua|chieu|"
    r"dem)(?= (?:nay|mai|ngay|hom|thu|t\d|cn|nhac|nhe|goi|bao|hay|hen|\d|den|em|$)|$| ?,)"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was read: a day, an hour, a part of the day, or a length of time."""

    day: date | None = None
    at: time | None = None
    part: str = ""
    length: str = ""


def when(line: str, now: datetime) -> str | None:
    """Return when to remind: "2026-05-05T13:30", "2026-05-07", "2026-05-06TMO", "PT1H"; None if unsaid."""
    local = now.astimezone(VIETNAM)
    asked = _asked(line, local.date())
    if asked.length and not asked.at:
        return asked.length
    if asked.at:
        day = asked.day or (local.date() if asked.at > local.time() or asked.part else local.date() + timedelta(days=1))
        return f"{day.isoformat()}T{asked.at:%H:%M}"
    if asked.part:
        return f"{(asked.day or local.date()).isoformat()}{asked.part}"
    return asked.day.isoformat() if asked.day else None


def new_due(line: str, now: datetime) -> str | None:
    """Return the day until which somebody asks for time: "2026-05-12", or "P3D" for three days more; None if unsaid."""
    today = now.astimezone(VIETNAM).date()
    days = _days_more(line)
    day = _day(line, today)
    if days and not (day and re.search(r"\b(?:den|sang|qua|het)\b[^,]*$", line[: len(line)]) and DATE.search(line)):
        return days
    return day.isoformat() if day else None


def _asked(line: str, today: date) -> Asked:
    length = _length(line)
    clock = CLOCK.search(line) if not length or re.search(r"\bluc\b", line) else None
    part = PART.search(line)
    at = _hour(clock, part[1] if part else "") if clock else None
    return Asked(_day(line, today), at, PARTS[part[1]] if part and not at else "", length)


def _length(line: str) -> str:
    """Read "1 tiếng nữa", "30p nữa", "sau 15 phút", "nửa tiếng"; hours of the clock are none."""
    for found in LENGTH.finditer(line):
        amount, unit = found[1], found[2]
        after = line[found.end() :].startswith((" nua", " sau")) or re.search(
            r"\b(?:sau|them|trong)$", line[: found.start()].strip()
        )
        if unit not in HOURLY or not (after or unit in ("tieng", "phut", "p")):
            continue
        if amount in ("vai", "may"):
            return ""
        if amount.startswith("nua"):
            return "PT30M"
        if found["half"] or line[found.end() :].startswith(" nua ruoi"):
            return f"PT{int(amount)}H30M"
        return HOURLY[unit].format(int(amount))
    return ""


def _hour(found: re.Match[str], part: str) -> time | None:
    hour, minute = int(found[1]), int(found[2] or (30 if found[3] else 0))
    part = (found["part"] or part).strip()
    if hour < 12 and (part in ("chieu", "dem") or (not part and hour < 6) or (part == "trua" and hour < 3)):
        hour += 12
    return time(hour % 24, minute) if hour <= 24 and minute < 60 else None


def _days_more(line: str) -> str:
    """Read "xin thêm 3 ngày" as P3D; a bare number of days before a date is part of it."""
    for found in LENGTH.finditer(line):
        if found[2] in ("ngay", "hom", "tuan", "thang") and found[1].isdigit():
            if found[2] in ("ngay", "hom") and re.match(r" (?:\d|thang)", line[found.end() :]):
                continue
            amount = int(found[1]) * (7 if found[2] == "tuan" else 1)
            return f"P{amount}{'M' if found[2] == 'thang' else 'D'}"
        if found[2] == "tuan" and found[1].startswith("nua"):
            return ""
    return ""


def _day(line: str, today: date) -> date | None:
    return _printed(line, today) or _weekday(line, today) or _named(line, today) or _of_month(line, today)


def _printed(line: str, today: date) -> date | None:
    for found in DATE.finditer(line):
        day, month, year = int(found[1] or found[4]), int(found[2] or found[5]), found[3] or found[6]
        if year:
            return _checked(int(year) + (2000 if len(year) == 2 else 0), month, day)
        if fitting := [one for one in (_checked(today.year + more, month, day) for more in (0, 1)) if one]:
            return next((one for one in fitting if one >= today - timedelta(days=90)), fitting[-1])
    return None


def _weekday(line: str, today: date) -> date | None:
    found = WEEKDAY.search(line)
    if not found:
        return None
    wanted = 6 if found[3] else int(NUMERALS.get(found[1] or found[2], found[1] or found[2])) - 2
    if not 0 <= wanted <= 6:
        return None
    monday = today - timedelta(days=today.weekday())
    if found["next"] or re.search(r"\btuan (?:sau|toi|den)\b", line):
        return monday + timedelta(days=7 + wanted)
    return today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)


def _named(line: str, today: date) -> date | None:
    """Read "mai", "ngày kia", "cuối tuần", "đầu tuần sau", "cuối tháng", "3 ngày nữa"."""
    if re.search(r"\bmai ngay kia\b", line):
        return None  # "mai mốt": one of these days
    monday = today - timedelta(days=today.weekday())
    later = 7 if re.search(r"\btuan (?:sau|toi|den)\b", line) else 0
    for pattern, day in (
        (r"\bngay kia\b", today + timedelta(days=2)),
        (r"\bmai\b", today + timedelta(days=1)),
        (r"\b(?:hom nay|chieu nay|dem nay|sang nay|trua nay)\b", today),
        (r"\b(?:cuoi|het) tuan\b", monday + timedelta(days=4 + later)),
        (r"\bdau_? tuan\b", monday + timedelta(days=7)),
        (r"\bgiua tuan (?:sau|toi)\b", monday + timedelta(days=9)),
        (r"\b(?:cuoi|het) thang(?: nay)?\b", today.replace(day=monthrange(today.year, today.month)[1])),
        (r"\bgiua thang(?: nay)?\b", today.replace(day=15)),
    ):
        if re.search(pattern, line):
            return day
    more = re.search(r"\b(\d{1,2}) (?:ngay|hom) nua\b", line)
    return today + timedelta(days=int(more[1])) if more else None


def _of_month(line: str, today: date) -> date | None:
    found = DAY_OF_MONTH.search(line)
    if not found:
        return None
    day = _checked(today.year, today.month, int(found[1]))
    if day and day < today:
        day = _checked(today.year + today.month // 12, today.month % 12 + 1, int(found[1]))
    return day


def _checked(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
