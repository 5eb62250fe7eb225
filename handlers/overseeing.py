"""What a coordinator may see and decide: the assignments of the plans that their office follows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from handlers.belonging import Followed, followed_plans
from handlers.describing import unit_name
from handlers.finding import is_closed
from handlers.refusing import NotYours, UnknownButton
from handlers.understanding import Names
from handlers.vocabulary import Turn
from schedules.owing import Owed
from schedules.plan import AssignmentId, Plans, Unit
from storage import assignments, submissions
from storage.owed_now import owed_now


@dataclass(frozen=True, slots=True)
class Overseen:
    """One assignment of a plan that the person follows."""

    followed: Followed
    owed: Owed

    @property
    def id(self) -> AssignmentId:
        """Return the assignment's id."""
        return self.owed.id

    @property
    def unit(self) -> str:
        """Return the official name of the unit that owes it."""
        return unit_name(self.followed.organisation, self.owed.unit)


def overseen(turn: Turn, number: str) -> Overseen:
    """Find the assignment that a coordinator's button names.

    Raises:
        UnknownButton: it names nothing, or nothing that is still owed.
        NotYours: it is of a plan that the person does not follow.
    """
    if not number.isascii() or not number.isdigit() or len(number) > 15:
        raise UnknownButton
    id = assignments.named(turn.session, int(number))
    if id is None:
        raise UnknownButton
    followed = next((one for one in followed_plans(turn) if _is_of(one, id)), None)
    if followed is None:
        raise NotYours
    found = next((one for one in all_owed(turn, followed, [id.unit]) if one.id == id), None)
    if found is None:
        raise UnknownButton
    return found


def all_owed(turn: Turn, followed: Followed, units: Iterable[str] | None = None) -> list[Overseen]:
    """List what is owed under a plan by now, submitted or not, most urgent first; what was closed is left out.

    Parameters:
        units: only these units; None for all.
    """
    wanted = None if units is None else set(units)
    one_unit = next(iter(wanted)) if wanted and len(wanted) == 1 else None
    found = owed_now(turn.session, followed.organisation, turn.now, one_unit, followed.plan.id)
    return [
        Overseen(followed, one)
        for one in found
        if (wanted is None or one.unit in wanted) and not is_closed(one.plan, one.task, turn.now)
    ]


def still_outstanding(turn: Turn, followed: Followed, units: Iterable[str] | None = None) -> list[Overseen]:
    """List what is owed under a plan and has not been submitted."""
    done = submissions.standing(turn.session, followed.organisation.id, followed.plan.id)
    return [one for one in all_owed(turn, followed, units) if one.id not in done]


def units_meant(turn: Turn, words: str) -> list[tuple[Followed, Unit]]:
    """Find the units that typed words may name, among those of the plans followed; each once, best first."""
    followed = {one.organisation.id: one for one in reversed(followed_plans(turn))}
    return [
        (followed[organisation], followed[organisation].organisation.units[unit])
        for organisation, unit in names_of(turn.plans).find(words)
        if organisation in followed
    ]


def names_of(plans: Plans) -> Names:
    """Return the index of all unit names, built once for each plans that is loaded."""
    return _names(_Loaded(plans))


@dataclass(frozen=True, slots=True, eq=False)
class _Loaded:
    """Plans that are the same only if they are one object: they hold what cannot be hashed."""

    plans: Plans

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Loaded) and other.plans is self.plans

    def __hash__(self) -> int:
        return id(self.plans)


@lru_cache(maxsize=4)
def _names(loaded: _Loaded) -> Names:
    return Names.of(loaded.plans.organisations.values())


def _is_of(followed: Followed, id: AssignmentId) -> bool:
    return (followed.organisation.id, followed.plan.id) == (id.organisation, id.plan)
