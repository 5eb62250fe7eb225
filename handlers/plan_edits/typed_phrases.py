"""Read the new deadline as an admin types it: a phrase as a document prints it, or a bare day, which becomes one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from handlers.spelling import plain
from schedules.deadline import VIETNAM, Reading, ReadingType
from schedules.phrases import read
from schedules.typed_dates import read_typed

# What says on which side of its day a deadline lies: without one of these a day is only a day.
SAYS_WHEN = re.compile(
    r"\b(?:truoc|cham nhat|muon nhat|den|het|khong (?:qua|muon|cham)|ke tu|ngay lam viec|hang|hoan thanh)\b"
)
# A phrase as documents print it, with its year: it stays as it was typed.
PRINTED = re.compile(r"(?:truoc|cham nhat|muon nhat|den|het|khong (?:qua|muon|cham)|hoan thanh|xong)\b.*\b\d{4}\b.*")
DEADLINES = {ReadingType.DEADLINE, ReadingType.RANGE, ReadingType.RANGES, ReadingType.RECURRING, ReadingType.RELATIVE}
CARRIES = ("thanh", "sang", "la", "vao", "moi", ":", "=", "->", "→")  # words before the new deadline that are not of it
BEGINS = re.compile(
    r"truoc|cham|den|het|khong|muon|trong|ngay|thu|tuan|cuoi|mai|hom|quy|\d{1,2}[/.-]\d{1,2}([/.-]\d{2,4})?|\d{1,2}(h|g|:)\d*"
)


@dataclass(frozen=True, slots=True)
class TypedPhrase:
    """A new deadline as the file will hold it; ``other`` is the phrase that a bare day may mean as well."""

    phrase: str
    other: str = ""


def typed_phrase(said: str, now: datetime, on: date) -> TypedPhrase | None:
    """Read what was typed; None where it names no deadline.

    Parameters:
        on: the day from which the phrases of the plan are read.
    """
    words = " ".join(said.split()).strip(" .,;!?“”\"'")
    reading, today = read(words, on), now.astimezone(VIETNAM).date()
    if SAYS_WHEN.search(plain(words)) and reading.type in DEADLINES:
        return _as_printed(words, reading, now, on)
    typed = read_typed(words, now, "future")
    if typed is not None:
        return _of_day(typed.day, typed.at)
    if reading.type is ReadingType.ERROR and reading.reason != "cannot be read":
        return TypedPhrase(words)  # "31/4": what is wrong with it is told
    # "tuần sau" would be counted from the plan's day, and was said today.
    return TypedPhrase(words) if reading.type in DEADLINES and reading == read(words, today) else None


def split(said: str, now: datetime) -> tuple[str, str]:
    """Split "báo cáo sơ kết thành 15/5/2026" into what names the task and what names its deadline, "" for none."""
    words = said.split()
    for place, word in enumerate(words):
        rest = " ".join(words[place:])
        if BEGINS.fullmatch(plain(word).strip(",;:")) and typed_phrase(rest, now, now.date()):
            return _carried(words[:place]), rest
    return _carried(words), ""


def _carried(words: list[str]) -> str:
    while words and plain(words[-1]).strip(",;") in CARRIES:
        words = words[:-1]
    return " ".join(words).strip(" ,;:–-")


def _of_day(day: date, at: time | None) -> TypedPhrase:
    """Write a bare day as the phrase that counts it."""
    printed = f"ngày {_printed(day)}"
    if at is not None:
        hour = f"{at.hour:02} giờ {at.minute:02} {printed}"
        return TypedPhrase(f"chậm nhất {hour}", f"trước {hour}")
    return TypedPhrase(f"chậm nhất {printed}", f"trước {printed}")


def _as_printed(words: str, reading: Reading, now: datetime, on: date) -> TypedPhrase | None:
    """Write a phrase as documents do: with diacritics, with its year, without the words that carried it.

    What depends on the day on which it is said is written as the day that it means.
    """
    typed = plain(words)
    named = read_typed(words, now, "future")
    if reading.type is not ReadingType.DEADLINE or reading.named_date is None or named is None:
        return TypedPhrase(words) if reading == read(words, now.astimezone(VIETNAM).date()) else None
    accented = any(ord(sign) > 127 for sign in words)
    if accented and PRINTED.fullmatch(typed):
        return TypedPhrase(words)
    hour = f"{named.at.hour:02} giờ {named.at.minute:02} " if named.at else ""
    written = f"{_side(typed)} {hour}ngày {_printed(named.day)}"
    again = read(written, on)
    same = (again.boundary, again.clock_inclusive) == (reading.boundary, reading.clock_inclusive)
    return TypedPhrase(written) if same else None


def _side(typed: str) -> str:
    """Return the words for the side of its day on which a typed deadline lies."""
    if re.search(r"\btruoc\b", typed):
        return "trước"
    return "đến hết" if re.search(r"\bhet\b", typed) and not re.search(r"\d ?(?:h|g|gio|:)", typed) else "chậm nhất"


def _printed(day: date) -> str:
    """Write a day as documents do."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"
