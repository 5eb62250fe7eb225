"""What a printed deadline means: the reading of its phrase, and the day and moment at which it ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Literal
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


class Boundary(StrEnum):
    """Say whether the named day still counts."""

    EXCLUSIVE = "exclusive"  # "trước ngày D": the last whole day is D - 1
    INCLUSIVE = "inclusive"  # "chậm nhất / đến hết / không quá ngày D": D counts
    CLOCK = "clock"  # an hour is named: D is usable until that hour


class ReadingType(StrEnum):
    """Sort the phrases; the values are those of the ``deadline`` command."""

    DEADLINE = "deadline"
    RANGE = "range"  # a deadline at its end
    RANGES = "ranges"  # one assignment for each
    RECURRING = "recurring"
    RELATIVE = "relative"  # a period counted from an anchor
    EVENT = "event"
    NO_DATE = "no date"
    NOT_A_DEADLINE = "not a deadline"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Tell how one phrase is read. Fields that a type does not use are None, empty or False.

    ``rrule_named_day`` / ``rrule_last_day`` are RFC 5545 rules; a rule that ends in ``(no day)`` is never parsed.
    """

    phrase: str
    type: ReadingType
    boundary: Boundary | None = None
    named_date: date | None = None
    last_day: date | None = None
    last_moment: datetime | None = None  # naive local, only where an hour is named (clock boundary)
    clock_inclusive: bool = False  # "chậm nhất 17 giờ": 17:00 itself is still in time
    start: date | None = None
    end: date | None = None
    ranges: tuple[tuple[date, date], ...] = ()
    alternative: tuple[date, date] | None = None
    civil_code_point: date | None = None
    rrule_named_day: str | None = None
    rrule_last_day: str | None = None
    next: date | None = None
    anchor: str | None = None  # what the period counts from, in English words, or an ISO date where known
    offset: int | None = None
    unit: str | None = None  # "calendar day" | "working day" | "month" | "week" | "year" | "hour" | "minute"
    event_on: date | None = None
    event_time: str | None = None  # "HH:MM"
    weekday_check: str | None = None  # "ok" or "wrong"
    weekday_date: date | None = None  # wrong weekday only: nearest day that carries the printed weekday
    year_inferred: bool = False
    needs_confirmation: bool = False
    past_at_issue: bool = False
    tentative: bool = False
    reason: str | None = None
    note: str | None = None
    meaning: str | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """Fix one deadline: the phrase as printed, its last usable day, and the first moment that is too late.

    ``ends_at`` is aware (+07:00) and exclusive: a day without an hour ends at 00:00 of the next day
    (Bộ luật Dân sự 2015, Điều 148(6): the last day ends at 24:00).
    """

    phrase: str
    last_day: date
    ends_at: datetime
    moved: Moved | None = None  # set: the phrase means ``printed``, and this one holds instead
    printed: Deadline | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """Put one assignment's deadline elsewhere than its plan does.

    ``since`` is when that was decided: reminders of the new deadline that would have come before do not exist.
    """

    why: Literal["extended", "returned"]
    last_day: date
    since: datetime
