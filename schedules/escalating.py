"""When somebody above the officer hears of an assignment: on which days, and one level after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from schedules.deadline import VIETNAM, Deadline
from schedules.ladder import Step
from schedules.sending_hours import Office

DAYS_BEFORE = 2  # working days before the last one by which a reminder must have a receipt
UNRECEIVED_FROM = time(13, 30)
UNSUBMITTED_FROM = time(14, 30)
NEXT_LEVEL = timedelta(hours=1)  # between two levels on the last day
NEAR = timedelta(days=21)  # before a deadline; two working days are never more
BEFORE_CLOSING = timedelta(minutes=15)  # the last level's moment where the next hour is after closing


class Cause(StrEnum):
    """Why somebody above hears."""

    UNRECEIVED = "unreceived"  # reminded, and no "đã nhận" two working days before
    UNSUBMITTED = "unsubmitted"  # not handed in on the last day's afternoon


class Level(StrEnum):
    """Who hears, in this order; a level that a unit does not have is passed over at once."""

    DEPUTY = "deputy"
    LEADER = "leader"
    LIST = "list"  # the coordinators


@dataclass(frozen=True, slots=True)
class Rise:
    """One cause with the moments of its first, second and third level.

    ``since`` is the reminder that should have had an answer: a receipt that still held then is one.
    """

    cause: Cause
    moments: tuple[datetime, ...]
    since: datetime

    def reached(self, levels: Sequence[Level], now: datetime) -> Sequence[Level]:
        """Return those of a unit's levels whose turn has come."""
        return levels[: sum(moment <= now for moment in self.moments)]


def has_begun(deadline: Deadline, office: Office, now: datetime) -> bool:
    """Say whether somebody above may have to hear of a deadline by now; costs less than to know its reminders."""
    return deadline.ends_at - NEAR < now < deadline.ends_at and any(
        moments and moments[0] <= now for _, moments in _moments(deadline, office)
    )


def rises(deadline: Deadline, steps: Sequence[Step], office: Office) -> tuple[Rise, ...]:
    """Return when a deadline's reminders rise above the officer; never before the unit was reminded.

    Parameters:
        steps: the deadline's reminders, each at the moment at which it may be sent.
    """
    return tuple(
        Rise(cause, moments, reminded[-1])
        for cause, moments in _moments(deadline, office)
        if moments and (reminded := [step.at for step in steps if step.at <= moments[0]])
    )


def _moments(deadline: Deadline, office: Office) -> tuple[tuple[Cause, tuple[datetime, ...]], ...]:
    last = office.days.on_or_before(deadline.last_day)
    return _unreceived(deadline, last, office), _unsubmitted(deadline, last, office)


def _unreceived(deadline: Deadline, last: date, office: Office) -> tuple[Cause, tuple[datetime, ...]]:
    """Begin on the day of "−2"; each further level hears one half of a day later."""
    first = office.next_open(_at(office.days.shift(last, -DAYS_BEFORE), UNRECEIVED_FROM))
    second = office.next_session(first)
    return Cause.UNRECEIVED, _before((first, second, office.next_session(second)), deadline)


def _unsubmitted(deadline: Deadline, last: date, office: Office) -> tuple[Cause, tuple[datetime, ...]]:
    """Begin on the last afternoon; where the deadline is over by then, on the afternoon before."""
    if _at(last, UNSUBMITTED_FROM) >= deadline.ends_at:
        last = office.days.shift(last, -1)
    first = office.next_open(_at(last, UNSUBMITTED_FROM))
    second = _an_hour_later(first, deadline, office)
    return Cause.UNSUBMITTED, _before((first, second, _an_hour_later(second, deadline, office)), deadline)


def _an_hour_later(moment: datetime, deadline: Deadline, office: Office) -> datetime:
    """Return when the next level hears: an hour later, but shortly before closing where it would be too late then."""
    later = moment + NEXT_LEVEL
    if office.is_open(later):
        return later
    opening = office.next_open(later)
    if opening < deadline.ends_at:
        return opening
    return max(moment, office.closing(moment) - BEFORE_CLOSING)


def _before(moments: tuple[datetime, ...], deadline: Deadline) -> tuple[datetime, ...]:
    return tuple(moment for moment in moments if moment < deadline.ends_at)


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, VIETNAM)
