"""The day until which more time is asked or given: read from what was typed, judged, offered on buttons."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from handlers.refusing import Refused
from handlers.spelling import SKIP, YES, answer_words, plain
from handlers.vocabulary import Button, Text
from schedules.changes import effective
from schedules.deadline import VIETNAM, Deadline, Moved
from schedules.duties import office_of
from schedules.owing import Owed
from schedules.plan import Organisation
from schedules.typed_dates import read_typed

SHORTEST = 3  # letters that can be a reason
LONGEST = 500  # characters of a reason that are kept
FARTHEST = timedelta(days=92)  # beyond the present deadline: nobody extends by more than a quarter
OFFERED = (1, 3, 5)  # working days that buttons offer
COUNTS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "muoi": 10}
UNITS = {"tuan": "W", "ngay lam viec": "B"}
BEFORE = r"(?:(?:xin|cho|de nghi|gia han|lui|doi|them|cham|han|den|toi|het|sang|qua|vao|truoc) )*"
SPAN = rf"(?P<count>\d{{1,2}}|{'|'.join(COUNTS)}) ?(?P<unit>ngay lam viec|ngay|bua|hom|tuan)(?! nua)"
WEEK = r"(?: tuan (?:nay|sau|toi))?"
NAMED = (
    r"(?:ngay )?\d{1,2} ?[/.-] ?\d{1,2}(?: ?[/.-] ?\d{2,4})?"
    r"|ngay \d{1,2}(?: thang \d{1,2}(?: nam \d{4})?)?"
    rf"|(?:thu|t) ?(?:hai|ba|tu|nam|sau|bay|[2-7]){WEEK}|(?:chu nhat|cn){WEEK}"
    r"|\d{1,2} (?:ngay|bua|hom|tuan) nua"
    r"|(?:ngay )?(?:mai|mot|kia)|(?:hom )?nay|tuan nay|cuoi tuan(?: nay)?|(?:cuoi|het) thang(?: nay| \d{1,2})"
)
COUNTED = re.compile(rf"{BEFORE}{SPAN}")
BEGINS = re.compile(rf"{BEFORE}(?:{SPAN}|{NAMED})(?=$|[\s,.;:-])")
END_OF_MONTH = re.compile(rf"{BEFORE}(?:cuoi|het) thang(?: nay| (?P<month>\d{{1,2}}))")
BEFORE_DAY = re.compile(r"truoc (?!\d{1,2} ?(?:h|g|gio|:))")  # "trước 17h ngày 8/5" is still on the eighth
NO_REASON = re.compile(r"(?:cuoi|dau|giua|tuan|thang|\d)")  # begins a day that could not be read
SLOT = re.compile(r"P(\d{1,3})([DWB])")  # days, weeks, working days after the present last day
CAUSE = re.compile(
    r"^[\s,.;:–-]*(?:(?:(?:bởi vì|bởi|vì|do|vi|tại|tai)\s|(?:lý do|ly do)(?:\s*:|\s+là\s))\s*)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is known of a wish so far: a day as a slot ("2026-05-12", "P3D", "" unknown) and a reason."""

    day: str = ""
    reason: str = ""
    sure: bool = True  # False where the day was only guessed


class DayRefused(Refused):
    """A day that cannot be given: asked for again."""

    keeps_question = True


def split(argument: str, now: datetime) -> Wanted:
    """Read "15/5 chờ số liệu công an": a day, if one begins it, and the reason that follows."""
    words = argument.split()
    found = BEGINS.match(" ".join(plain(word) for word in words))
    count = len(found[0].split()) if found else 0
    day = read_day(" ".join(words[:count]), now) if found else None
    if day is None:
        unread = found or NO_REASON.match(plain(argument))
        return Wanted(reason="" if unread else reason_in(argument))
    return Wanted(day.day, reason_in(" ".join(words[count:])), day.sure)


def reason_in(words: str) -> str:
    """Return a reason as it was typed, without the word that introduces it."""
    return CAUSE.sub("", words.strip(), count=1).strip(" ,;")


def typed_reason(said: str) -> str | None:
    """Return what somebody typed for a reason, None where it is none: "bỏ qua", "ok", a number."""
    reason = reason_in(said)[:LONGEST]
    none = answer_words(reason) in SKIP | YES or sum(sign.isalpha() for sign in reason) < SHORTEST
    return None if none else reason


def read_day(said: str, now: datetime) -> Wanted | None:
    """Read one day: a named one, or so many days more than the present deadline; None where it cannot be read."""
    words = plain(said).strip(" .,!?")
    counted = COUNTED.fullmatch(words)
    if counted:
        count = int(counted["count"]) if counted["count"].isdigit() else COUNTS[counted["count"]]
        return Wanted(f"P{count}{UNITS.get(counted['unit'], 'D')}")
    if end := END_OF_MONTH.fullmatch(words):
        return _end_of_month(end["month"], now)
    typed = read_typed(said.replace("-", "/"), now)
    if typed is None:
        return None
    before = typed.sure and BEFORE_DAY.match(words)
    return Wanted((typed.day - timedelta(days=1) if before else typed.day).isoformat(), sure=typed.sure)


def day_of(slot: str, owed: Owed, organisation: Organisation) -> date | None:
    """Return the day that a slot means for one assignment, None for one that is unknown."""
    counted = SLOT.fullmatch(slot)
    if counted is None:
        try:
            return date.fromisoformat(slot)
        except ValueError:
            return None
    if owed.deadline is None:
        return None
    count = int(counted[1])
    if counted[2] == "B":
        return office_of(organisation).days.shift(owed.deadline.last_day, count)
    return owed.deadline.last_day + timedelta(days=count * (7 if counted[2] == "W" else 1))


def check_day(day: date, owed: Owed, now: datetime) -> Deadline:
    """Return the deadline that an assignment would have with a day.

    Raises:
        DayRefused: it is not later than the present deadline, is over, or is absurdly far.
    """
    present = owed.deadline
    if present is not None and day <= present.last_day:
        raise DayRefused(Text("extension-day-not-later", {"day": day, "deadline": present}))
    if day > _from(present, now) + FARTHEST:
        raise DayRefused(Text("extension-day-far", {"day": day}))
    new = effective(present, Moved("extended", day, now), owed.plan.closes)
    assert new is not None, "a moved deadline has a day"
    if new.ends_at <= now:
        raise DayRefused(Text("extension-day-over", {"day": day}))
    return new


def day_off(day: date, organisation: Organisation) -> Text | None:
    """Note that a day is no working day; it is allowed all the same."""
    working = office_of(organisation).days.is_working(day)
    return None if working else Text("extension-day-off", {"day": day})


def day_buttons(press: str, present: Deadline | None, organisation: Organisation, now: datetime) -> list[Button]:
    """Offer some working days after the present deadline, or after today where that is over."""
    days = office_of(organisation).days
    offered = (days.shift(_from(present, now), count) for count in OFFERED)
    return [Button(Text("button-until", {"day": day}), f"{press}:{day.isoformat()}") for day in offered]


def _end_of_month(month: str | None, now: datetime) -> Wanted | None:
    """Return the last day of this month, or of the next one of a number (Bộ luật Dân sự 2015, Điều 146(2))."""
    today = now.astimezone(VIETNAM).date()
    wanted = int(month) if month else today.month
    if not 1 <= wanted <= 12:
        return None
    year = today.year + (wanted < today.month)
    return Wanted(date(year, wanted, monthrange(year, wanted)[1]).isoformat())


def _from(present: Deadline | None, now: datetime) -> date:
    today = now.astimezone(VIETNAM).date()
    return max(present.last_day, today) if present else today
