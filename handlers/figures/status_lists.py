"""Name units in lists, the worst first, page by page as a message has room."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from handlers.describing import lines, time_left, unit_name
from handlers.figures.figures import Standing, classes
from handlers.figures.status_expected import NEVER, kind_of
from handlers.figures.status_state import PlanState
from handlers.vocabulary import Text
from schedules.deadline import Deadline
from schedules.owing import Lot
from schedules.plan import Organisation

WIDE, NARROW = 3000, 1300  # characters of names on a page: what one message of a channel has room for


@dataclass(frozen=True, slots=True)
class Page:
    """The texts of a page, and where the next begins; ``left`` are those still to come."""

    texts: tuple[Text, ...]
    following: int | None = None
    left: int = 0


@dataclass(frozen=True, slots=True)
class Named:
    """A unit in a list; ``heading`` is the key of the text that it stands under."""

    heading: str
    unit: str


def outstanding_page(state: PlanState, lots: Sequence[Lot], at: int, room: int) -> Page:
    """Name who has not handed in some lots: overdue before open, communes before departments, the longest first."""
    organisation = state.followed.organisation
    order = {unit: place for place, unit in enumerate(organisation.units)}
    found = [
        (
            standing is Standing.OPEN,
            kind_of(organisation, unit),
            lot.deadline.ends_at if lot.deadline else NEVER,
            order.get(unit, len(order)),
            unit,
        )
        for lot, unit, standing in _outstanding(state, lots)
    ]
    names: dict[str, str] = {}
    for is_open, kind, _, _, unit in sorted(found):
        names.setdefault(unit, f"names-{Standing.OPEN if is_open else Standing.OVERDUE}-{kind}")
    return named_page(organisation, [Named(key, unit) for unit, key in names.items()], at, room)


def units_page(state: PlanState, key: str, units: Container[str], at: int, room: int) -> Page:
    """Name some units of a plan, communes before departments; ``key`` ends with the kind."""
    found = [
        Named(f"{key}-{kind}", unit)
        for kind in ("commune", "department")
        for unit in state.followed.organisation.units
        if unit in units and unit in state.units and kind_of(state.followed.organisation, unit) == kind
    ]
    return named_page(state.followed.organisation, found, at, room)


def named_page(organisation: Organisation, found: Sequence[Named], at: int, room: int) -> Page:
    """Show the names from a place on, under their headings with how many each has in all."""
    if not found:
        return Page((Text("names-none"),))
    names = [unit_name(organisation, one.unit) for one in found]
    until = fitting(names, at, room)
    totals = {key: sum(one.heading == key for one in found) for key in {one.heading for one in found[at:until]}}
    texts = []
    for key, alike in groupby(range(at, until), key=lambda place: found[place].heading):
        texts.append(Text(key, {"count": totals[key], "names": "; ".join(names[place] for place in alike)}))
    return Page(tuple(texts), until if until < len(found) else None, len(found) - until)


def fitting(names: Sequence[str], at: int, room: int) -> int:
    """Return the place after the last of the names from ``at`` on that a message has room for, at least one."""
    until = at
    while until < len(names) and (room >= 0 or until == at):
        room -= len(names[until]) + 2
        until += 1
    return until if room >= 0 or until == at + 1 else until - 1


@dataclass(slots=True)
class Behind:
    """How far behind one unit is, over everything that is listed."""

    organisation: Organisation
    unit: str
    overdue: int = 0
    open: int = 0
    passed: Deadline | None = None  # the earliest that has passed
    coming: Deadline | None = None  # the nearest that has not

    def rank(self, place: int) -> tuple[datetime, int, datetime, int]:
        """Order the worst first: overdue longest, then most; then who has least time left."""
        return _end(self.passed), -self.overdue, _end(self.coming), place

    def add(self, standing: Standing, deadline: Deadline | None) -> None:
        """Add one assignment that has not been handed in."""
        if standing is Standing.OVERDUE:
            self.overdue += 1
            self.passed = deadline if _end(deadline) < _end(self.passed) else self.passed
        else:
            self.open += 1
            self.coming = deadline if _end(deadline) < _end(self.coming) else self.coming


def _end(deadline: Deadline | None) -> datetime:
    return deadline.ends_at if deadline else NEVER


def worst_page(states: Sequence[PlanState], at: int, room: int, only: Container[str] | None = None) -> Page:
    """List the units that have something outstanding, the worst first.

    Parameters:
        only: these units; None for all.
    """
    found = [one for one in worst(states) if only is None or one.unit in only]
    if not found:
        return Page((Text("names-none"),))
    said = [_behind_line(one, states[0].now) for one in found]
    until = fitting([unit_name(one.organisation, one.unit) + " " * 60 for one in found], at, room)
    overdue = sum(one.overdue > 0 for one in found)
    heading = Text("status-worst", {"count": len(found), "overdue": overdue})
    return Page((lines(heading, *said[at:until]),), until if until < len(found) else None, len(found) - until)


def worst(states: Iterable[PlanState]) -> list[Behind]:
    """Rank the units that have something outstanding under some plans, the worst first."""
    found: dict[tuple[str, str], tuple[int, Behind]] = {}
    for state in states:
        organisation = state.followed.organisation
        order = {unit: place for place, unit in enumerate(organisation.units)}
        for lot, unit, standing in _outstanding(state, state.lots):
            one = found.get((organisation.id, unit))
            if one is None:
                one = found[organisation.id, unit] = (order.get(unit, len(order)), Behind(organisation, unit))
            one[1].add(standing, lot.deadline)
    return [one for _, one in sorted(found.values(), key=lambda each: each[1].rank(each[0]))]


def _behind_line(one: Behind, now: datetime) -> Text:
    values: dict[str, object] = {"unit": unit_name(one.organisation, one.unit)}
    if one.passed:
        return Text("status-worst-overdue", {**values, "count": one.overdue, "left": time_left(one.passed, now)})
    if one.coming:
        return Text("status-worst-open", {**values, "count": one.open, "left": time_left(one.coming, now)})
    return Text("status-worst-undated", {**values, "count": one.open})


def _outstanding(state: PlanState, lots: Iterable[Lot]) -> Iterator[tuple[Lot, str, Standing]]:
    for lot in lots:
        handed = state.standings.of(lot.plan.id, lot.task.id, lot.period)
        for unit, standing, _ in classes(lot, handed, state.now):
            if standing in (Standing.OPEN, Standing.OVERDUE):
                yield lot, unit, standing
