"""Read the deadlines and event days that plans.yaml states, and say what is wrong or open about them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from schedules.building import Ground, Surroundings
from schedules.deadline import Deadline, Reading, ReadingType
from schedules.periods import ends
from schedules.phrases import read, weekday_holds
from schedules.plan import Due, Event
from schedules.plan_format import DeadlineShape, EventShape, Holds, PlanShape, TaskShape
from schedules.recurrence import NO_DAY

NO_DEADLINES = {ReadingType.NOT_A_DEADLINE, ReadingType.EVENT}
# Reasons of ``read`` for words it does not know; its other reasons tell of a day or hour that does not exist.
NOT_UNDERSTOOD = {"cannot be read", "too long for a phrase"}
read_once = lru_cache(maxsize=4096)(read)  # a campaign's plans repeat few phrases


@dataclass(frozen=True, slots=True)
class Asked:
    """A task as its plan asks for it. ``on``: the day from which its phrases are read."""

    task: TaskShape
    plan: PlanShape
    on: date
    around: Surroundings


def due(ground: Ground, stated: DeadlineShape, units: Iterable[str], asked: Asked) -> Due:
    """Read the deadline that some units of a task share."""
    plan = asked.plan
    inclusive = (plan.before or asked.around.organisation.before) == "inclusive"
    reading = _settled(ground, read_once(stated.phrase, asked.on, before_inclusive=inclusive), stated.holds)
    answered = stated.last_day is not None and plan.issued_on is not None and stated.last_day >= plan.issued_on
    if plan.issued_on is None or answered:
        # Nobody knows when the document was issued, or the admin has given a day that was not past then.
        reading = replace(reading, past_at_issue=False)
    found = Due(tuple(units), reading, stated.received_on, stated.last_day)
    _check(ground, found, asked)
    return found


def event(ground: Ground, shape: EventShape, on: date) -> Event:
    """Read the day of a meeting; one that is not said for sure is only a warning, nobody owes it."""
    ground = ground.under("when")
    reading = _settled(ground, read_once(shape.when.phrase, on), shape.when.holds)
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
    if reading.type is ReadingType.ERROR and reading.reason not in NOT_UNDERSTOOD:
        ground.problem("impossible-deadline", phrase=reading.phrase)
    elif reading.type is ReadingType.ERROR and not found.confirmed_last_day:
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
        deadline = ends(reading, found, asked.plan.closes)
    except (OverflowError, ValueError):  # a count that leads beyond the calendar
        ground.problem("impossible-deadline", phrase=phrase)
        return
    if _awaits(found, deadline):
        ground.warning(_awaited(reading), phrase=phrase)
    printed = None if reading.needs_confirmation else reading.last_day or reading.end
    if found.confirmed_last_day and printed and found.confirmed_last_day != printed:
        ground.warning("answer-replaces-day", phrase=phrase, day=_as_printed(found.confirmed_last_day))
    last, figures_to = deadline.last_day if deadline else reading.last_day or reading.end, asked.task.figures_to
    if figures_to and last and figures_to > last:
        ground.warning("figures-after-deadline", phrase=phrase, day=_as_printed(figures_to))


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
    return f"{day:%d/%m/%Y}"
