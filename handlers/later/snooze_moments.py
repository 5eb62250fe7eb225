"""When somebody wants to be reminded: what was said as a moment, and how far away it may be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from schedules.deadline import VIETNAM
from schedules.sending_hours import WAKING, Office

SAID = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)(?:T(?P<hour>\d\d:\d\d)|(?P<part>TMO|TMI|TAF|TEV))?")
LENGTH = re.compile(r"P(?:(?P<days>\d{1,3})D)?(?:T(?:(?P<hours>\d{1,3})H)?(?:(?P<minutes>\d{1,4})M)?)?")
NOON, EVENING = time(11, 30), time(19)
HOUR = timedelta(hours=1)
SHORTEST = timedelta(minutes=5)  # before a deadline: nearer than that nobody needs to be reminded
FARTHEST = timedelta(days=7)  # where no deadline is still to come


@dataclass(frozen=True, slots=True)
class Fitted:
    """The moment at which to remind; ``cut`` says why it is not the one that was asked for."""

    at: datetime
    cut: Literal["", "deadline", "week"] = ""


def moment_of(when: str, now: datetime, office: Office) -> datetime | None:
    """Return the moment that a slot of the understanding names, None where it names none.

    Parameters:
        when: "2026-05-05T13:30", "2026-05-07" (its opening), "2026-05-06TMO" (morning; noon TMI, afternoon TAF,
            evening TEV), or a time from now: "PT1H", "PT30M", "P2D".
    """
    if length := LENGTH.fullmatch(when):
        parts = {name: int(count) for name, count in length.groupdict().items() if count}
        return now + timedelta(**parts) if parts else None
    said = SAID.fullmatch(when)
    if said is None:
        return None
    try:
        day = date.fromisoformat(said["day"])
        at = time.fromisoformat(said["hour"]) if said["hour"] else _hour_of(said["part"] or "TMO", office)
    except ValueError:
        return None
    return datetime.combine(day, at, VIETNAM)


def fitted(asked: datetime, now: datetime, ends: Iterable[datetime]) -> Fitted | None:
    """Fit a moment to come before the next deadline; None where nothing fits any more.

    Parameters:
        ends: the moments at which the deadlines end that it is about; those that are past count for nothing.
    """
    coming = min((end for end in ends if end > now), default=None)
    if coming is None:
        last = now + FARTHEST
        return Fitted(asked) if asked <= last else Fitted(last, "week")
    if asked < coming:
        return Fitted(asked)
    return next((Fitted(at, "deadline") for at in _before(coming, now) if at - now >= SHORTEST), None)


def offered(now: datetime, office: Office) -> Iterator[tuple[str, str]]:
    """Yield what can be chosen with one tap: the end of a text's key, and when as ``moment_of`` reads it."""
    local = now.astimezone(VIETNAM)
    today = local.date()
    tomorrow, working = today + timedelta(days=1), office.days.shift(today, 1)
    yield "hour", "PT1H"
    if local.time() < _hour_of("TAF", office):
        yield "afternoon", f"{today.isoformat()}TAF"
    yield "tomorrow", f"{tomorrow.isoformat()}TMO"
    if working != tomorrow:
        yield "working-day", f"{working.isoformat()}TMO"


def _hour_of(part: str, office: Office) -> time:
    hours = {"TMO": office.hours.opening, "TMI": NOON, "TAF": office.hours.spans[-1][0], "TEV": EVENING}
    return hours[part]


def _before(end: datetime, now: datetime) -> Iterator[datetime]:
    """Yield the moments that serve instead, best first: an hour before the end, while people are still awake."""
    local = end.astimezone(VIETNAM)
    last_day = (local - timedelta(microseconds=1)).date()
    yield min(end - HOUR, datetime.combine(last_day, WAKING[1], VIETNAM) - HOUR)
    yield end - HOUR
    yield now + (end - now) / 2
