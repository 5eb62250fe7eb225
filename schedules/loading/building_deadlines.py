"""Read the deadlines and event days that plans.yaml states, and say what is wrong or open about them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from schedules.deadline import Deadline, Reading, ReadingType
from schedules.loading.building import Ground, Surroundings
from schedules.loading.plan_format import DeadlineShape, EventShape, Holds, PlanShape, TaskShape
from schedules.periods import ends
from schedules.phrases import read, weekday_holds
from schedules.plan import Due, Event
from schedules.recurrence import NO_DAY

NO_DEADLINES = {ReadingType.NOT_A_DEADLINE, ReadingType.EVENT}
# Reasons of ``read`` for words it does not know; its other reasons tell of a day or hour that does not exist.
FAR = 5  # years after which a last day is rather a slip of the hand
NOT_UNDERSTOOD = {"cannot be read", "too long for a phrase"}
read_once = lru_cache(maxsize=4096)(read)  # a campaign's plans repeat few phrases


@dataclass(frozen=True, slots=True)
class Asked:
    """A task as its plan asks for it. ``on``: the day from which its phrases are read."""

    task: TaskShape
    plan: PlanShape
    on: date
    around: Surroundings
    dated: bool = True  # the day is known; else a phrase without a year says nothing yet


def due(ground: Ground, stated: DeadlineShape, units: Iterable[str], asked: Asked) -> Due:
    """Read the deadline that some units of a task share."""
    plan = asked.plan
    inclusive = (plan.before or asked.around.organisation.before) == "inclusive"
    printed = read_once(stated.phrase, asked.on, before_inclusive=inclusive)
    if ground.harmed() or (printed.year_inferred and not asked.dated):
        return Due(tuple(units), printed)
    reading = _settled(ground, printed, stated.holds)
    reading = as_issued(reading, plan.issued_on, stated.last_day)
    found = Due(tuple(units), reading, stated.received_on, stated.last_day)
    if reading.weekday_check != "wrong" or stated.holds:  # else which day it is has been asked
        _check(ground, found, asked)
    return found


def as_issued(reading: Reading, issued_on: date | None, answer: date | None) -> Reading:
    """Return a reading that is not past at issue where nobody knows the day, or the answer was not past then."""
    known_past = issued_on is not None and (answer is None or answer < issued_on)
    return reading if known_past else replace(reading, past_at_issue=False)


def event(ground: Ground, shape: EventShape, on: date, *, dated: bool = True) -> Event:
    """Read the day of a meeting; one that is not said for sure is only a warning, nobody owes it."""
    ground = ground.under("when")
    printed = read_once(shape.when.phrase, on)
    if ground.harmed() or (printed.year_inferred and not dated):
        return Event(shape.id, shape.title, printed, shape.venue, tuple(shape.places))
    reading = _settled(ground, printed, shape.when.holds)
    if reading.type is ReadingType.ERROR and reading.reason not in NOT_UNDERSTOOD:
        ground.problem("impossible-deadline", phrase=reading.phrase)
    elif reading.type is ReadingType.ERROR or reading.needs_confirmation:
        ground.warning("event-day-unsure", phrase=reading.phrase)
    return Event(shape.id, shape.title, reading, shape.venue, tuple(shape.places))


def _settled(ground: Ground, reading: Reading, holds: Holds | None) -> Reading:
    """Take the day that the admin says holds where the printed weekday contradicts the printed date."""
    if reading.weekday_check != "wrong":
        return reading
    if holds is None:
        ground.problem("wrong-weekday", phrase=reading.phrase)
    return weekday_holds(reading) if holds == "weekday" else reading


def _check(ground: Ground, found: Due, asked: Asked) -> None:
    reading = found.reading
    unanswered = reading.type is ReadingType.ERROR and not found.confirmed_last_day
    if unanswered and reading.reason not in NOT_UNDERSTOOD:
        ground.problem("impossible-deadline", phrase=reading.phrase)
    elif unanswered:
        ground.problem("unreadable-deadline", phrase=reading.phrase)
    elif reading.type in NO_DEADLINES:
        ground.problem("not-a-deadline", phrase=reading.phrase)
    elif reading.past_at_issue:
        ground.warning("before-issue", phrase=reading.phrase)
    else:
        _check_end(ground, found, asked)


def _check_end(ground: Ground, found: Due, asked: Asked) -> None:
    """Tell what keeps a deadline open, and what contradicts its day."""
    reading, phrase = found.reading, found.reading.phrase
    try:
        deadline = ends(reading, found, asked.plan.closes, asked.around.days)
    except (OverflowError, ValueError):  # a count that leads beyond the calendar
        ground.problem("impossible-deadline", phrase=phrase)
        return
    if _awaits(found, deadline):
        ground.warning(_awaited(reading), phrase=phrase)
    printed = None if reading.needs_confirmation else reading.last_day or reading.end
    if found.confirmed_last_day and printed and found.confirmed_last_day != printed:
        ground.warning("answer-replaces-day", phrase=phrase, day=_as_printed(found.confirmed_last_day))
    if deadline:
        _check_last_day(ground, deadline, asked)
    last, figures_to = deadline.last_day if deadline else reading.last_day or reading.end, asked.task.figures_to
    if figures_to and last and figures_to > last:
        ground.warning("figures-after-deadline", phrase=phrase, day=_as_printed(figures_to))


def _check_last_day(ground: Ground, deadline: Deadline, asked: Asked) -> None:
    """Tell of a last day that is no mistake, but that few plans mean."""
    plan, phrase, day = asked.plan, deadline.phrase, deadline.last_day
    if plan.remind_from and day < plan.remind_from:
        ground.warning("begins-after", phrase=phrase, day=_as_printed(plan.remind_from))
    elif asked.dated and day.year > asked.on.year + FAR:
        ground.warning("far-deadline", phrase=phrase, day=_as_printed(day))
    elif not asked.around.days.is_working(day):
        worked = asked.around.days.on_or_before(day)
        ground.warning("on-day-off", phrase=phrase, day=_as_printed(day), worked=_as_printed(worked))


def _awaits(found: Due, deadline: Deadline | None) -> bool:
    """Say whether nothing arms the ladder yet."""
    reading = found.reading
    if found.confirmed_last_day:
        return False
    if reading.type is ReadingType.RECURRING:
        return reading.needs_confirmation or reading.rrule_last_day is None or NO_DAY in reading.rrule_last_day
    return reading.needs_confirmation if reading.type is ReadingType.RANGES else deadline is None


def _awaited(reading: Reading) -> str:
    if reading.type is ReadingType.RELATIVE:
        return "awaits-anchor"
    return "awaits-day" if reading.type is ReadingType.NO_DATE else "awaits-confirmation"


def _as_printed(day: date) -> str:
    """Write a day as official documents do: 07/5/2026, but 07/01/2026."""
    return f"{day:%d}/{day.month if day.month > 2 else f'{day:%m}'}/{day.year}"
