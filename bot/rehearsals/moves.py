"""Steps that do not come when the ladder alone would have them: a day off, closed hours, before the plan began."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.rehearsals.calls import Wanted, duties_of
from handlers.vocabulary import Text
from schedules.deadline import VIETNAM
from schedules.duties import Duty, office_of, steps
from schedules.ladder import Step, StepKind, ladder
from schedules.plan import Plans
from schedules.sending_hours import Office

WEEKLY = "overdue-week-"
EVER = datetime.min.replace(tzinfo=VIETNAM)


@dataclass(frozen=True, slots=True)
class Move:
    """A step that comes at another moment than it was meant for; ``day_off`` says why."""

    duty: Duty
    count: int
    step: Step
    meant: datetime
    day_off: bool


@dataclass(frozen=True, slots=True)
class Left:
    """The steps of a duty that would have come before its plan is reminded of: they do not exist."""

    duty: Duty
    count: int
    steps: tuple[Step, ...]


def moves(plans: Plans, wanted: Wanted) -> Iterator[Move]:
    """Yield the steps that were moved, from one of the wanted days or to one."""
    for duty, owing, others in duties_of(plans, wanted):
        office = office_of(duty.organisation)
        for step in steps(duty, office):
            meant = _meant(duty, step, office)
            if meant != step.at and (wanted.has(meant.date()) or wanted.has(step.at.date())):
                off = not office.days.is_working(meant.date())
                yield Move(duty, len(owing) + len(others), step, meant, off)


def left_out(plans: Plans, wanted: Wanted) -> Iterator[Left]:
    """Yield the duties with steps before their plan's ``remind_from``, if they end in the wanted days or later."""
    for duty, owing, others in duties_of(plans, wanted):
        begins = datetime.combine(duty.plan.remind_from, time(), VIETNAM)
        early = tuple(step for step in _whole(duty) if step.at < begins and step.at.date() <= wanted.last)
        if early and duty.deadline.last_day >= wanted.first:
            yield Left(duty, len(owing) + len(others), early)


def _whole(duty: Duty) -> tuple[Step, ...]:
    """Return the ladder as if the plan had always been there."""
    office = office_of(duty.organisation)
    return ladder(duty.deadline, duty.task.ladder, office.days, office.hours.opening, not_before=EVER)


def _meant(duty: Duty, step: Step, office: Office) -> datetime:
    """Return the moment at which a step would come if every day were worked and every hour open."""
    opening, last_day, rule = office.hours.opening, duty.deadline.last_day, duty.task.ladder
    if step.kind is StepKind.ASSIGNED:
        return datetime.combine(duty.plan.remind_from, opening, VIETNAM)
    if step.kind is StepKind.LAST_DAY:
        if step.at.date() == last_day:
            return _of_ladder(duty, step)
        return datetime.combine(last_day, _of_ladder(duty, step).timetz())
    if step.id.startswith(WEEKLY):
        daily = office.days.shift(last_day, rule.overdue_days)
        weeks = int(step.id.removeprefix(WEEKLY))
        return datetime.combine(daily + timedelta(days=7 * weeks), opening, VIETNAM)
    return _of_ladder(duty, step)


def _of_ladder(duty: Duty, step: Step) -> datetime:
    """Return the moment that the ladder gives a step, before the office's hours move it."""
    return next((one.at for one in _whole(duty) if one.id == step.id), step.at)


def move_text(move: Move) -> Text:
    """Word a move: who, which step, from when to when, and why."""
    why = Text("rehearse-day-off") if move.day_off else Text("rehearse-closed")
    return Text("rehearse-move", {**_about(move.duty, move.count), **_moments(move), "why": why})


def _moments(move: Move) -> dict[str, object]:
    return {"step": step_text(move.step), "from": move.meant, "to": move.step.at}


def left_text(left: Left) -> Text:
    """Word the steps that do not exist."""
    named = {"steps": len(left.steps), "since": left.duty.plan.remind_from}
    return Text("rehearse-left-out", {**_about(left.duty, left.count), **named})


def _about(duty: Duty, count: int) -> dict[str, object]:
    return {"organisation": duty.organisation.id, "task": duty.task.title, "count": count}


def step_text(step: Step) -> Text:
    """Word which step it is."""
    return Text(f"step-{step.kind.replace('_', '-')}", {"days": step.working_days or 0})
