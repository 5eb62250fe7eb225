"""Which reminders come before a change and which after it: counted for whom somebody can be reached."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from handlers.plan_changes.touched import Owed, Touched
from schedules.deadline import VIETNAM
from schedules.duties import Duty, duties, office_of, steps
from schedules.ladder import Step, StepKind, newest
from schedules.plan import AssignmentId, Organisation
from storage import moves, waves
from storage.known_of_tasks import Known
from storage.tables import Arming

StepKey = tuple[str, str, str, str, str]  # plan, task as called now, period, end of the deadline, step


@dataclass
class ToCome:
    """The steps after a moment, by who hears them; and who has a newest step by then."""

    steps: dict[StepKey, set[str]]
    begun: set[Owed]

    @property
    def open(self) -> set[Owed]:
        """Return the assignments of which there is still something to say."""
        return {(plan, task, unit) for (plan, task, *_), units in self.steps.items() for unit in units}


@dataclass(frozen=True, slots=True)
class Turned:
    """What becomes of the reminders."""

    dropped: int
    added: int
    news: frozenset[Owed]  # told at once
    open_before: frozenset[Owed]


def turned(
    session: Session,
    before: Organisation | None,
    after: Organisation | None,
    what: Touched,
    known: Known,
    linked: Collection[str],
    now: datetime,
) -> Turned:
    """Compare the reminders to come before a change with those after it, of what is not submitted.

    Parameters:
        linked: the units, as they are called now, of whom somebody can be reached: the others hear nothing.
    """
    done = {what.called_now(one) for one in known.submitted}
    looked = _Looked(session, what, done, set(linked), now)
    old = looked.to_come(before, what.tasks_before)
    new = looked.to_come(after, what.tasks)
    nobody: set[str] = set()
    dropped = sum(len(units - new.steps.get(key, nobody)) for key, units in old.steps.items())
    added = sum(len(units - old.steps.get(key, nobody)) for key, units in new.steps.items())
    return Turned(dropped, added, frozenset(new.begun & what.news), frozenset(old.open))


@dataclass(frozen=True, slots=True)
class _Looked:
    session: Session
    what: Touched
    done: set[AssignmentId]
    linked: set[str]
    now: datetime

    def to_come(self, organisation: Organisation | None, tasks: Collection[tuple[str, str]]) -> ToCome:
        found = ToCome(defaultdict(set), set())
        if organisation is None or not self.linked:
            return found
        today, armings = self.now.astimezone(VIETNAM).date(), waves.armings(self.session)
        opening = office_of(organisation).next_open(self.now)
        for duty in duties(organisation, today, today, moves.changes(self.session, organisation.id)):
            if (duty.plan.id, duty.task.id) not in tasks or not (units := self._hearing(duty)):
                continue
            climbed = self._steps(duty, armings)
            task = self.what.task_now(duty.plan.id, duty.task.id)
            for step in climbed:
                if step.at > self.now:
                    found.steps[duty.plan.id, task, duty.period, duty.deadline.ends_at.isoformat(), step.id] |= units
            if newest(climbed, opening):
                found.begun |= {(duty.plan.id, task, unit) for unit in units}
        return found

    def _hearing(self, duty: Duty) -> set[str]:
        """Return the duty's units that have not submitted and of whom somebody can be reached."""
        task = self.what.task_now(duty.plan.id, duty.task.id)
        id = AssignmentId(duty.organisation.id, duty.plan.id, task, "", duty.period)
        units = (self.what.unit_now(unit) for unit in duty.unit_ids)
        return {unit for unit in units if unit in self.linked and id._replace(unit=unit) not in self.done}

    def _steps(self, duty: Duty, armings: dict[tuple[str, str, str], Arming]) -> tuple[Step, ...]:
        ids = (duty.task.id, self.what.task_before(duty.plan.id, duty.task.id))
        found = (armings.get((duty.organisation.id, duty.plan.id, id)) for id in ids)
        arming = next((one for one in found if one), None)
        if arming is None:
            return steps(duty, office_of(duty.organisation), self.now)
        climbed = steps(duty, office_of(duty.organisation), arming.armed_at or arming.seen_at)
        return climbed if arming.armed_at else tuple(one for one in climbed if one.kind is not StepKind.ASSIGNED)
