"""The calls of a rehearsal: each step of each duty with those who hear it, in the order of time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from schedules.deadline import VIETNAM
from schedules.duties import Duty, duties, office_of, steps
from schedules.ladder import Step
from schedules.plan import Organisation, Plans

UnitKey = tuple[str, str]  # organisation, unit


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a rehearsal is about: two days, both included, and perhaps only one organisation or one unit."""

    first: date
    last: date
    organisation: str = ""
    unit: str = ""

    def organisations(self, plans: Plans) -> list[Organisation]:
        """Return the organisations that it is about."""
        return [one for one in plans.organisations.values() if self.organisation in ("", one.id)]

    def of(self, unit_ids: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of some units that it is about."""
        return unit_ids if not self.unit else tuple(unit for unit in unit_ids if unit == self.unit)

    def has(self, day: date) -> bool:
        """Say whether it is about a day."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Call:
    """A step of a duty, the units that owe it, and those that hear it because they cooperate."""

    step: Step
    duty: Duty
    owing: tuple[str, ...]
    cooperating: tuple[str, ...] = ()

    @property
    def at(self) -> datetime:
        """Return its moment."""
        return self.step.at

    @property
    def hearers(self) -> Iterator[UnitKey]:
        """Yield the units that hear it."""
        organisation = self.duty.organisation.id
        return ((organisation, unit) for unit in (*self.owing, *self.cooperating))


def duties_of(plans: Plans, wanted: Wanted) -> Iterator[tuple[Duty, tuple[str, ...], tuple[str, ...]]]:
    """Yield the duties of a rehearsal with the wanted units that owe them, and those that hear and cooperate."""
    for organisation in wanted.organisations(plans):
        for duty in duties(organisation, wanted.first, wanted.last):
            owing, beside = wanted.of(duty.unit_ids), duty.task.cooperating_unit_ids
            hears = duty.task.remind_cooperating
            others = wanted.of(tuple(one for one in beside if one not in duty.unit_ids)) if hears else ()
            if owing or others:
                yield duty, owing, others


@dataclass(frozen=True, slots=True)
class Ending:
    """A duty whose deadline ends on one of the wanted days, whether or not it is reminded of in them."""

    duty: Duty
    owing: tuple[str, ...]
    cooperating: tuple[str, ...] = ()


def endings(plans: Plans, wanted: Wanted) -> list[Ending]:
    """List the deadlines from one day to another, in the order of their ends; none of what was closed by then."""
    found = [
        Ending(duty, owing, others)
        for duty, owing, others in duties_of(plans, wanted)
        if wanted.has(duty.deadline.last_day) and not _is_closed(duty)
    ]
    return sorted(found, key=lambda one: (one.duty.deadline.ends_at, one.duty.organisation.id))


def _is_closed(duty: Duty) -> bool:
    return duty.closed_on is not None and duty.closed_on <= duty.deadline.last_day


def calls(plans: Plans, wanted: Wanted) -> list[Call]:
    """List the steps from one day to another, in the order of their moments.

    Assumes each plan loaded on its ``remind_from`` and nobody submitted. One call stands for all units of the duty.
    """
    start = datetime.combine(wanted.first, time(), VIETNAM)
    end = datetime.combine(wanted.last + timedelta(days=1), time(), VIETNAM)
    found = [
        Call(step, duty, owing, others)
        for duty, owing, others in duties_of(plans, wanted)
        for step in steps(duty, office_of(duty.organisation))
        if start <= step.at < end
    ]
    return sorted(found, key=lambda call: (call.at, call.duty.organisation.id))
