"""Whom a chase is for: all that is outstanding in its scope, without those who need not, or cannot, be reminded now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from enum import StrEnum
from typing import Any
from zlib import crc32

from handlers.contacts.hats import unit_mark
from handlers.office import decided_plans
from handlers.overseeing import Overseen, still_outstanding
from handlers.pressing import plan_mark, task_mark
from handlers.vocabulary import Turn
from schedules.plan import Organisation
from storage import assignments, chases, extensions, people, questions, receipts
from storage.chases import Reminded

QUESTION = "chase"
QUIET = timedelta(hours=4)  # how long whoever has just been reminded is left alone
ALL = "*"  # begins a scope that is a whole organisation


class Why(StrEnum):
    """Why a unit is not reminded; of several reasons the first is told."""

    UNLINKED = "unlinked"
    CHASED = "chased"
    REMINDED = "reminded"
    ASKING = "asking"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class Draft:
    """What has been said of a chase so far, as the question keeps it.

    ``scope`` is a task, a plan, or all of an organisation; ``units`` only these, None for all; ``offered`` are those
    that the last preview said would be reminded.
    """

    mark: str
    scope: str
    units: tuple[str, ...] | None = None
    off: frozenset[str] = frozenset()
    unreceived: bool = False
    offered: tuple[str, ...] = ()

    @property
    def seal(self) -> str:
        """Return eight signs of what was shown, so that the yes to it is none to anything else."""
        return f"{crc32('/'.join((self.mark, *sorted(self.offered))).encode()):08x}"


@dataclass(slots=True)
class Choice:
    """The outstanding units of a draft, in the order of the roster: who is reminded of what, and who is not, and why.

    ``off`` are those who could be, and were unticked. ``reminded`` has the latest message of each unit left alone.
    """

    organisation: Organisation
    meant: dict[str, list[Overseen]]
    numbers: dict[Any, int]
    chased: dict[str, list[Overseen]] = field(default_factory=dict)
    off: dict[str, list[Overseen]] = field(default_factory=dict)
    skipped: dict[Why, list[str]] = field(default_factory=lambda: defaultdict(list))
    reminded: dict[str, Reminded] = field(default_factory=dict)

    @property
    def tickable(self) -> list[str]:
        """List the units that can be reminded, ticked or not."""
        return [unit for unit in self.meant if unit in self.chased or unit in self.off]


def drafted(turn: Turn, scope: str, units: Iterable[str] | None = None) -> Draft:
    """Begin a draft; its mark tells its buttons from those of any other."""
    mark = f"{crc32(f'{turn.chat.id}/{turn.message.update_id}/{turn.now.isoformat()}'.encode()):08x}"
    return Draft(mark, scope, None if units is None else tuple(units))


def keep(turn: Turn, draft: Draft) -> None:
    """Remember a draft as the question that waits."""
    about = {
        "mark": draft.mark,
        "scope": draft.scope,
        "units": None if draft.units is None else list(draft.units),
        "off": sorted(draft.off),
        "unreceived": draft.unreceived,
        "offered": list(draft.offered),
    }
    questions.ask(turn.session, turn.chat, QUESTION, about, turn.now, timedelta(minutes=30))


def kept(turn: Turn, mark: str) -> Draft | None:
    """Return the draft that a button belongs to, None where it has been let go."""
    question = questions.pending(turn.session, turn.chat, turn.now)
    about = question.about if question and question.word == QUESTION else {}
    return read(about) if about.get("mark") == mark else None


def read(about: dict[str, Any]) -> Draft:
    """Read what ``keep`` wrote."""
    units = about["units"]
    return Draft(
        about["mark"],
        about["scope"],
        None if units is None else tuple(units),
        frozenset(about["off"]),
        about["unreceived"],
        tuple(about["offered"]),
    )


def in_scope(turn: Turn, scope: str) -> list[Overseen]:
    """List what is outstanding in a scope, of the plans on which the person decides.

    Raises:
        OfficeOnly: the person decides on none.
    """
    return [one for one in all_outstanding(turn) if scope in scopes_of(one)]


def all_outstanding(turn: Turn) -> list[Overseen]:
    """List what is outstanding by a deadline, of the plans on which the person decides; most urgent first.

    Raises:
        OfficeOnly: the person decides on none.
    """
    found = [one for followed in decided_plans(turn) for one in still_outstanding(turn, followed) if one.owed.deadline]
    return sorted(found, key=lambda one: one.owed.deadline.ends_at if one.owed.deadline else turn.now)


def scopes_of(one: Overseen) -> tuple[str, str, str]:
    """Name the scopes that an assignment is in: its task, its plan, its organisation."""
    plan = plan_mark(one.followed.plan)
    return f"{plan}:{task_mark(one.owed)}", plan, ALL + unit_mark(one.followed.organisation.id, "")


def chosen(turn: Turn, draft: Draft) -> Choice | None:
    """Return whom a draft is for as things stand now; None where nobody owes anything of it any more."""
    found = in_scope(turn, draft.scope)
    found = [one for one in found if draft.units is None or one.id.unit in draft.units]
    if not found:
        return None
    organisation = found[0].followed.organisation
    choice = Choice(
        organisation, _by_unit(organisation, found), assignments.numbers(turn.session, {o.id for o in found})
    )
    reasons = _reasons(turn, draft, choice)
    for unit, owing in choice.meant.items():
        left = [one for one in owing if one.id not in reasons]
        if not left:
            choice.skipped[min((reasons[one.id] for one in owing), key=list(Why).index)].append(unit)
        else:
            (choice.off if unit in draft.off else choice.chased)[unit] = left
    return choice


def as_shown(draft: Draft, choice: Choice) -> Draft:
    """Return the draft with what is being shown of it: nobody else is reminded at the yes."""
    return replace(draft, offered=tuple(choice.chased))


def _by_unit(organisation: Organisation, found: Iterable[Overseen]) -> dict[str, list[Overseen]]:
    order = {unit: place for place, unit in enumerate(organisation.units)}
    by_unit: dict[str, list[Overseen]] = defaultdict(list)
    for one in found:
        by_unit[one.id.unit].append(one)
    return {unit: by_unit[unit] for unit in sorted(by_unit, key=lambda unit: order.get(unit, len(order)))}


def _reasons(turn: Turn, draft: Draft, choice: Choice) -> dict[Any, Why]:
    """Return the assignments that nobody is reminded of now, and why."""
    organisation = choice.organisation.id
    hearing = people.chats_of_units(turn.session, organisation, choice.meant, now=turn.now, with_groups=True)
    reached = {unit for unit, _ in hearing}
    recent = chases.reminded(turn.session, organisation, turn.now - QUIET)
    asking = extensions.open_since(turn.session, organisation)
    received = receipts.live(turn.session, choice.numbers.values(), turn.now) if draft.unreceived else {}
    found: dict[Any, Why] = {}
    for unit, owing in choice.meant.items():
        for one in owing:
            number = choice.numbers[one.id]
            if unit not in reached:
                found[one.id] = Why.UNLINKED
            elif number in recent:
                choice.reminded[unit] = recent[number]
                found[one.id] = Why.REMINDED if recent[number].chase is None else Why.CHASED
            elif one.id in asking:
                found[one.id] = Why.ASKING
            elif number in received:
                found[one.id] = Why.RECEIVED
    return found
