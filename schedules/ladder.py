"""The reminders of an assignment as a pure function of its deadline, its rule and the working days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from schedules.deadline import VIETNAM, Deadline
from schedules.plan import LadderRule
from schedules.working_days import WorkingDays

NOON = time(12)


class StepKind(StrEnum):
    """Say which rung of the ladder a step is; the values are those of the ``rehearse`` command."""

    ASSIGNED = "assigned"
    BEFORE = "before"
    LAST_DAY = "last_day"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """One reminder of one assignment.

    ``working_days`` is None for ``assigned``, the days left for ``before``, 0 on the last day, and the working days
    since for ``overdue``. ``id`` names the step among its siblings and stays the same when hours or dates move.
    """

    at: datetime
    kind: StepKind
    working_days: int | None
    id: str


def ladder(
    deadline: Deadline,
    rule: LadderRule,
    days: WorkingDays,
    opening: time,
    *,
    not_before: datetime,
    assigned_at: datetime | None = None,
) -> tuple[Step, ...]:
    """List the steps of one deadline in the order of their moments.

    Parameters:
        deadline: what the steps lead to.
        rule: how many days before, which hours of the last day, how long after.
        days: the organisation's working days.
        opening: the hour at which the office begins to push; every step but the last day's is at it.
        not_before: steps earlier than this do not exist (the plan's ``remind_from``, the arming, the period before).
        assigned_at: when the assignment is first told; None where nothing announces it (a recurring duty).

    Returns:
        At most one step a moment. ``assigned`` on a day that has another step is that step's message.
    """
    steps = [*_before(deadline, rule, days, opening), *_last_day(deadline, rule, days, opening)]
    steps += _overdue(deadline, rule, days, opening)
    kept = sorted(step for step in steps if step.at >= not_before)
    if assigned_at is None or not rule.assigned:
        return tuple(kept)
    if any(step.at.date() == assigned_at.date() for step in kept):
        return tuple(kept)
    return tuple(sorted([*kept, Step(assigned_at, StepKind.ASSIGNED, None, "assigned")]))


def newest(steps: Sequence[Step], now: datetime) -> Step | None:
    """Return the last step that is due by now, or None before the first."""
    due = [step for step in steps if step.at <= now]
    return due[-1] if due else None


def _before(deadline: Deadline, rule: LadderRule, days: WorkingDays, opening: time) -> Iterator[Step]:
    last = days.on_or_before(deadline.last_day)
    for count in rule.before:
        yield Step(_at(days.shift(last, -count), opening), StepKind.BEFORE, count, f"before-{count}")


def _last_day(deadline: Deadline, rule: LadderRule, days: WorkingDays, opening: time) -> Iterator[Step]:
    """Remind on the last working day; a deadline at or before its opening is reminded of the afternoon before."""
    last = days.on_or_before(deadline.last_day)
    hours = [hour for hour in rule.last_day if _at(last, hour) < deadline.ends_at]
    if not hours and rule.last_day:
        last, hours = days.shift(last, -1), [_afternoon(rule)]
    for number, hour in enumerate(hours, 1):
        yield Step(_at(last, hour), StepKind.LAST_DAY, 0, f"last_day-{number}")


def _afternoon(rule: LadderRule) -> time:
    return next((hour for hour in rule.last_day if hour >= NOON), rule.last_day[-1])


def _overdue(deadline: Deadline, rule: LadderRule, days: WorkingDays, opening: time) -> Iterator[Step]:
    """Remind daily, then weekly counted from the last daily one; a week's day off moves to the next working day."""
    day = deadline.last_day
    for count in range(1, rule.overdue_days + 1):
        day = days.shift(day, 1)
        yield Step(_at(day, opening), StepKind.OVERDUE, count, f"overdue-{count}")
    for week in range(1, rule.overdue_weeks + 1):
        moved = days.on_or_after(day + timedelta(days=7 * week))
        since = days.count(deadline.last_day, moved)
        yield Step(_at(moved, opening), StepKind.OVERDUE, since, f"overdue-week-{week}")


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, VIETNAM)
