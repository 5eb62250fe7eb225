"""Which units of a rehearsal get the same reminders and have the same deadlines: they stand together on the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.rehearsals.calls import Call, Ending, UnitKey
from bot.rehearsals.moves import step_text
from handlers.vocabulary import Text
from schedules.duties import Duty
from schedules.plan import Organisation

Concern = Call | Ending


@dataclass(frozen=True, slots=True)
class Alike:
    """Units of one organisation, in the order of its roster, with the calls and the deadlines that each of them has."""

    units: tuple[str, ...]
    calls: tuple[Call, ...]
    endings: tuple[Ending, ...]

    @property
    def moments(self) -> list[datetime]:
        """Return the moments at which each of the units gets a message."""
        return sorted({call.at for call in self.calls})

    @property
    def last_days(self) -> list[date]:
        """Return the days on which a deadline of each of the units ends."""
        return sorted({one.duty.deadline.last_day for one in self.endings})


def alike(calls: Sequence[Call], endings: Sequence[Ending]) -> Iterator[tuple[Organisation, list[Alike]]]:
    """Yield the organisations with their units, those that are alike together; the largest group last.

    A unit that merely cooperates hears the same call otherwise: it stands apart.
    """
    concerns: list[Concern] = [*calls, *endings]
    having: dict[UnitKey, list[tuple[int, bool]]] = defaultdict(list)
    organisations: dict[str, Organisation] = {}
    for number, one in enumerate(concerns):
        organisation = organisations.setdefault(one.duty.organisation.id, one.duty.organisation)
        for owes, units in ((True, one.owing), (False, one.cooperating)):
            for unit in units:
                having[organisation.id, unit].append((number, owes))
    for organisation in organisations.values():
        groups: dict[tuple[tuple[int, bool], ...], list[str]] = defaultdict(list)
        for unit in organisation.units:
            if had := having.get((organisation.id, unit)):
                groups[tuple(had)].append(unit)
        found = [_group(units, [concerns[one] for one, _ in had]) for had, units in groups.items()]
        yield organisation, sorted(found, key=lambda group: len(group.units))


def _group(units: Sequence[str], concerns: Sequence[Concern]) -> Alike:
    calls = tuple(one for one in concerns if isinstance(one, Call))
    return Alike(tuple(units), calls, tuple(one for one in concerns if isinstance(one, Ending)))


def climbs_of(group: Alike) -> Iterator[tuple[Duty, list[Text], bool]]:
    """Yield the duties of some units, their reminders worded, and whether they only cooperate in them.

    A duty whose reminders all lie outside the days of the rehearsal has none.
    """
    climbs: dict[tuple[object, ...], list[Concern]] = defaultdict(list)
    concerns: list[Concern] = [*group.calls, *group.endings]
    for one in concerns:
        climbs[named(one.duty)].append(one)
    for climbed in climbs.values():
        first = climbed[0]
        told = [
            Text("rehearse-page-step", {"at": one.at, "step": step_text(one.step)})
            for one in climbed
            if isinstance(one, Call)
        ]
        yield first.duty, told or [Text("rehearse-page-no-step")], group.units[0] not in first.owing


def named(duty: Duty) -> tuple[object, ...]:
    """Tell a duty from the others of a rehearsal."""
    return duty.organisation.id, duty.plan.id, duty.task.id, duty.period, duty.unit_ids
