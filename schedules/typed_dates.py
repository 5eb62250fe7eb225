"""Read the days that people type in a chat: our grammar first, dateparser second, and neither beyond sense."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from schedules.deadline import VIETNAM, Reading, ReadingType
from schedules.folding import fold
from schedules.phrases import read
from schedules.printed_days import Impossible, checked

LONGEST = 100
FARTHEST = timedelta(days=548)  # 18 months: nobody means a day further away
AHEAD = timedelta(days=7)  # a document may be dated some days from now, not more
NUMBERED = re.compile(
    r"(?:\bsố\s*:?\s*)?\b(\d{1,5}\s?/\s?(?:\d{4}\s?/\s?)?[^\W\d_][\w&./-]*\w"  # 45/BC-UBND
    r"|\d{1,5}\s?-\s?[^\W\d_]+\s?/\s?[\w&./-]*\w)"  # 110-BC/ĐU
)
BARE_NUMBER = re.compile(r"\b(?:số|so)\s*:?\s*(\d{1,5})\b(?!\s*[/-]\s*\d)|^\s*(\d{1,5})\s*$", re.IGNORECASE)
PRINTED = re.compile(r"(?<![\d/])(\d{1,2})(?: ?[/.-] ?|,? thang )(\d{1,2})(?:(?: ?[/.-] ?|,? nam )(\d{4}|\d\d))?(?!\d)")
HOUR_ALONE = re.compile(
    r"(?:lúc |luc |vào |vao |tới |toi |đến |den )?\d{1,2} ?(?:h|g|giờ|gio|:) ?(?:\d\d)?"
    r"(?: (?:sáng|sang|trưa|trua|chiều|chieu|tối|toi))?"
)
SHORT = {"nay": "hôm nay", "mai": "ngày mai", "mốt": "ngày kia", "mot": "ngày kia", "kia": "ngày kia", "qua": "hôm qua"}
NUMBERS = re.compile(r"\d+")
TYPED_HOUR = re.compile(r"\d ?(?:h|g|:|giờ|gio|am|pm)", re.IGNORECASE)

Prefer = Literal["near", "future", "past"]


@dataclass(frozen=True, slots=True)
class TypedDate:
    """A day that somebody typed, to be shown for a yes; ``sure`` is False where dateparser read it."""

    typed: str
    day: date
    at: time | None = None
    sure: bool = True


def read_typed(text: str, now: datetime, prefer: Prefer = "near") -> TypedDate | None:
    """Read one day, and its hour if one is typed.

    Parameters:
        now: aware; "mai" and years that are not typed are counted from its day in Vietnam.
        prefer: which year a day without one is of: the one that brings it nearest, or never past, or never to come.

    Returns:
        None for what is no one day, for an impossible one, and for one more than 18 months away.
    """
    if len(text) > LONGEST:
        return None
    today = now.astimezone(VIETNAM).date()
    reading = read(_spelt_out(text), today)
    if reading.type is ReadingType.ERROR and reading.reason == "cannot be read":
        return _second_reading(text, now.astimezone(VIETNAM), prefer)
    day = _day_of(reading)
    if day is None or reading.weekday_check == "wrong":
        return None
    if reading.year_inferred:
        day = _in_year(day.month, day.day, today, prefer)
    if day is None or abs(day - today) > FARTHEST:
        return None
    return TypedDate(text, day, _hour_of(reading))


def read_document_mark(text: str, now: datetime) -> tuple[str | None, date | None]:
    """Read the number and date of a document as people type them: "45/BC-UBND ngày 06/5".

    A date without a year is the latest such day that is not more than a week from now.
    """
    number = NUMBERED.search(text) or BARE_NUMBER.search(text)
    rest = text.replace(number[0], " ", 1) if number else text
    printed = PRINTED.search(fold(rest))
    found = next((re.sub(r"\s", "", group) for group in number.groups() if group), None) if number else None
    return found, _document_day(printed, now.astimezone(VIETNAM).date()) if printed else None


def _spelt_out(text: str) -> str:
    """Write the short words of a chat as the grammar knows them; alone they are no phrase."""
    words = " ".join(text.split()).strip(" .,!?").lower()
    words = re.sub(r"\b(?:hnay|bữa nay|bua nay)\b", "hôm nay", words)
    words = re.sub(r"\bbữa nữa\b|\bbua nua\b", "ngày nữa", words)
    words = re.sub(r"\bthứ\s?cn\b", "chủ nhật", words)
    if HOUR_ALONE.fullmatch(words):
        return f"{words} hôm nay"
    return re.sub(r"^(?:ngày |ngay )?(nay|mai|mốt|mot|kia|qua)$", lambda m: SHORT[m[1]], words)


def _day_of(reading: Reading) -> date | None:
    if reading.type is ReadingType.EVENT:
        return reading.event_on
    return reading.named_date if reading.type is ReadingType.DEADLINE else None


def _hour_of(reading: Reading) -> time | None:
    """Return the hour that was typed; 24:00 is the end of the day, as a day without an hour is."""
    if reading.event_time:
        return None if reading.event_time == "24:00" else time.fromisoformat(reading.event_time)
    # "chiều nay" names no hour: what the grammar takes for a deadline's end was not typed.
    if reading.last_moment is None or reading.note:
        return None
    ends_the_day = reading.named_date is not None and reading.last_moment.date() > reading.named_date
    return None if ends_the_day else reading.last_moment.time()


def _in_year(month: int, day: int, today: date, prefer: Prefer) -> date | None:
    """Choose the year that was not typed."""
    around = [found for year in (today.year - 1, today.year, today.year + 1) if (found := _day(year, month, day))]
    if prefer != "near":
        around = [found for found in around if (found >= today if prefer == "future" else found <= today)]
    return min(around, key=lambda found: abs(found - today), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return checked(year, month, day)
    except Impossible:
        return None


def _document_day(printed: re.Match[str], today: date) -> date | None:
    day, month, year = int(printed[1]), int(printed[2]), printed[3]
    if year:
        return _day(int(year) + (2000 if len(year) == 2 else 0), month, day)
    possible = (_day(found, month, day) for found in (today.year + 1, today.year, today.year - 1))
    return next((found for found in possible if found and found <= today + AHEAD), None)


def _second_reading(text: str, now: datetime, prefer: Prefer) -> TypedDate | None:
    """Let dateparser read what our grammar does not know, and believe it only where it can be checked."""
    if NUMBERS.fullmatch(text.strip()) or not text.strip():
        return None  # "4" would be the fourth of this month
    import dateparser  # half a second that most messages do not need

    settings = {
        "RELATIVE_BASE": now.replace(tzinfo=None),
        "TIMEZONE": str(VIETNAM),
        "DATE_ORDER": "DMY",
        "PREFER_DATES_FROM": {"near": "current_period"}.get(prefer, prefer),
        "REQUIRE_PARTS": ["day"],
    }
    found = dateparser.parse(text, languages=["vi", "en"], settings=settings)
    if found is None or abs(found.date() - now.date()) > FARTHEST or not _explained(text, found, now):
        return None
    hour = found.time().replace(second=0, microsecond=0) if TYPED_HOUR.search(text) else None
    return TypedDate(text, found.date(), hour, sure=False)


def _explained(text: str, found: datetime, now: datetime) -> bool:
    """Say whether every number typed stands in the answer: dateparser swaps days and months, and drops hours."""
    away = abs((found.date() - now.date()).days)
    known = {found.day, found.month, found.year, found.year % 100, found.hour, found.hour % 12, found.minute}
    known |= {away, away // 7, away // 30}
    in_order = PRINTED.search(fold(text))
    if in_order and (int(in_order[1]), int(in_order[2])) != (found.day, found.month):
        return False
    return all(int(number) in known for number in NUMBERS.findall(text))
