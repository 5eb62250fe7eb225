"""How a plan stands: what is expected, what has been handed in, what was moved, whom nothing reaches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from sqlmodel import Session

from handlers.belonging import Followed
from handlers.figures.figures import Figures, count
from handlers.figures.status_expected import by_task, expected, kind_of
from schedules.changes import Changes
from schedules.deadline import VIETNAM
from schedules.owing import Lot
from schedules.plan import AssignmentId, UnitKind
from storage import extensions, moves, people
from storage.standings import Standings, returned_waiting, standing_at, standing_now


@dataclass(frozen=True, slots=True)
class PlanState:
    """A plan as it stands at a moment; ``unlinked`` are those of its units where nobody can be told anything."""

    followed: Followed
    now: datetime
    lots: Sequence[Lot]
    standings: Standings
    figures: Figures
    units: frozenset[str]
    unlinked: frozenset[str]

    @property
    def tasks(self) -> list[list[Lot]]:
        """Return the lots of each task and period together, the most urgent first."""
        return by_task(self.lots)

    def of_kind(self, kind: UnitKind) -> frozenset[str]:
        """Return the units of one kind."""
        organisation = self.followed.organisation
        return frozenset(unit for unit in self.units if kind_of(organisation, unit) == kind)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What of a plan was put off or waits for somebody: how many were extended, sent back, ask for more time."""

    extended: int
    returned: int
    asking: int


def state_of(session: Session, followed: Followed, now: datetime) -> PlanState:
    """Gather how a plan stands now."""
    organisation, plan = followed.organisation, followed.plan
    found = expected(organisation, plan, now, moves.changes(session, organisation.id, plan.id))
    units = frozenset(unit for lot in found for unit in lot.unit_ids)
    unlinked = frozenset(people.units_without_chat(session, organisation.id, units))
    standings = standing_now(session, organisation.id, plan.id)
    return PlanState(followed, now, found, standings, count(found, standings, now), units, unlinked)


def earlier(session: Session, state: PlanState, moment: datetime) -> Figures:
    """Return the figures of a plan as they were at an earlier moment, under the plan as it is now."""
    organisation, plan = state.followed.organisation, state.followed.plan
    then = _changes_until(moves.changes(session, organisation.id, plan.id), moment)
    stood = standing_at(session, organisation.id, plan.id, moment, state.standings)
    return count(expected(organisation, plan, moment, then), stood, moment)


def waiting(session: Session, state: PlanState) -> Waiting:
    """Count what was extended, what was returned and has not come again, what asks for an extension."""
    organisation, plan = state.followed.organisation.id, state.followed.plan.id
    moved = [lot for lot in state.lots if lot.deadline and lot.deadline.moved and lot.deadline.moved.why == "extended"]
    asking = [id for id in extensions.open_since(session, organisation) if id.plan == plan]
    back = returned_waiting(session, organisation, plan)
    return Waiting(sum(len(lot.unit_ids) for lot in moved), _expected(state, back), _expected(state, asking))


def yesterday(now: datetime) -> datetime:
    """Return the moment at which yesterday ended."""
    return datetime.combine(now.astimezone(VIETNAM).date(), time(), VIETNAM)


def _expected(state: PlanState, ids: Iterable[AssignmentId]) -> int:
    """Count those that are still expected."""
    owing = {(lot.task.id, lot.period): lot for lot in state.lots}
    return sum((id.task, id.period) in owing and id.unit in state.units for id in ids)


def _changes_until(changes: Changes, moment: datetime) -> Changes:
    return {id: moved for id, moved in changes.items() if moved.since <= moment}
