"""Build an organisation: its units, the rosters of its groups, its plans."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from schedules.loading.building import Ground, Surroundings, check_calendar, duplicates, known, ladder_rule
from schedules.loading.building_plans import plan
from schedules.loading.nearest import NOTHING, Names
from schedules.loading.plan_format import CalendarShape, GroupShape, OrganisationShape
from schedules.plan import CalendarChanges, Group, LadderRule, Organisation, SendingHours, Unit
from schedules.working_days import national

CODE = re.compile(r"[0-9]{5}")  # of a commune, since 2004


def organisation(ground: Ground, shape: OrganisationShape, everywhere: CalendarShape) -> Organisation:
    """Build one organisation; ``everywhere`` are the days that all of them have off or work."""
    duplicates(ground.under("units"), [one.id for one in shape.units])
    units = {one.id: Unit(one.id, one.name, one.kind, tuple(one.aliases)) for one in shape.units}
    duplicates(ground.under("groups"), [one.id for one in shape.groups])
    for number, group in enumerate(shape.groups):
        _add_roster(ground.under("groups", number), group, units)
    whole, unit_names = _all_read(ground, shape), Names(units, _unit_labels(units))
    groups = {
        one.id: _group(ground.under("groups", number), one, unit_names, whole=whole)
        for number, one in enumerate(shape.groups)
    }
    for number, group in enumerate(shape.groups):
        if group.id in units:
            ground.under("groups", number, "id").problem("duplicate-id", id=group.id)
    _same_names(ground, shape)
    known(ground.under("standing_office"), shape.standing_office, unit_names, "unit", whole=whole)
    check_calendar(ground.under("calendar"), shape.calendar)
    ladder, names = ladder_rule(LadderRule(), shape.ladder), Names(units.keys() | groups.keys(), _labels(units, groups))
    calendar = CalendarChanges(
        (*everywhere.days_off, *shape.calendar.days_off), (*everywhere.worked_days, *shape.calendar.worked_days)
    )
    days = national().with_changes(calendar)
    surroundings = Surroundings(shape, units, groups, ladder, names, unit_names, days, ground.tree, whole)
    duplicates(ground.under("plans"), [one.id for one in shape.plans])
    plans = [plan(ground.under("plans", number), one, surroundings) for number, one in enumerate(shape.plans)]
    return Organisation(
        id=shape.id,
        name=shape.name,
        standing_office_id=shape.standing_office,
        units=units,
        groups=groups,
        plans={one.id: one for one in plans},
        hours=_hours(ground.under("hours"), shape),
        calendar=calendar,
    )


def _same_names(ground: Ground, shape: OrganisationShape) -> None:
    """Warn of two bodies with one name: nobody can tell them apart in a message."""
    seen: dict[str, str] = {}
    for number, one in enumerate(shape.units):
        if seen.setdefault(one.name.casefold(), one.id) != one.id:
            ground.under("units", number, "name").warning("same-name", name=one.name, id=seen[one.name.casefold()])


def _all_read(ground: Ground, shape: OrganisationShape) -> bool:
    """Say whether the id of every unit and group could be read."""
    if not ground.harmed():
        return True
    rosters = [("groups", number, "roster") for number in range(len(shape.groups))]
    parts: list[tuple[str | int, ...]] = [(), ("units",), ("groups",), *(roster[:2] for roster in rosters), *rosters]
    return not any(ground.gap(*part) for part in parts)


def _unit_labels(units: Mapping[str, Unit]) -> Iterator[tuple[str, str]]:
    return ((label, unit.id) for unit in units.values() for label in (*unit.aliases, unit.name))


def _labels(units: Mapping[str, Unit], groups: Mapping[str, Group]) -> Iterator[tuple[str, str]]:
    yield from ((group.name, group.id) for group in groups.values())
    yield from _unit_labels(units)


def _add_roster(ground: Ground, shape: GroupShape, units: dict[str, Unit]) -> None:
    """Make the units of a roster: "UBND" + "Xã Nhơn Châu" gives "UBND xã Nhơn Châu"."""
    seen: set[str] = set()
    for number, row in enumerate(shape.roster or ()):
        name = f"{shape.body} {row.name[0].lower()}{row.name[1:]}"
        other = units.get(row.code)
        differs = other and other.name != name and not ground.harmed("roster", number)
        if row.code in seen or differs:
            ground.under("roster", number, "code").problem("duplicate-id", id=row.code)
        seen.add(row.code)
        if not CODE.fullmatch(row.code):
            _odd_code(ground.under("roster", number, "code"), row.code)
        units[row.code] = Unit(row.code, name, "commune")


def _odd_code(ground: Ground, code: str) -> None:
    """Warn of a code that is none of the state's: most have lost their zero on the way through a table."""
    meant = code.zfill(5) if code.isdecimal() and len(code) < 5 else NOTHING
    ground.warning("odd-code", code=code, nearest=meant)


def _group(ground: Ground, shape: GroupShape, names: Names, *, whole: bool) -> Group:
    lost = ground.gap() or any(ground.harmed(key) for key in ("members", "roster", "body"))
    unclear = (shape.members is None) == (shape.roster is None) or (shape.roster is None) != (shape.body is None)
    if unclear and not lost:
        ground.problem("members-or-roster", group=shape.id)
    duplicates_in_members(ground, shape)
    members = shape.members or [row.code for row in shape.roster or ()]
    for number, id in enumerate(shape.members or ()):
        known(ground.under("members", number), id, names, "unit", whole=whole)
    if lost or unclear:
        pass  # who is in it is not known
    elif not members:
        ground.warning("empty-group", group=shape.name)
    elif not shape.printed:
        ground.warning("roster-not-printed", group=shape.name, count=str(len(members)))
    return Group(shape.id, shape.name, tuple(dict.fromkeys(members)), shape.printed)


def duplicates_in_members(ground: Ground, shape: GroupShape) -> None:
    """Note a unit that its group lists twice."""
    seen: set[str] = set()
    for number, id in enumerate(shape.members or ()):
        if id in seen:
            ground.under("members", number).problem("duplicate-id", id=id)
        seen.add(id)


def _hours(ground: Ground, shape: OrganisationShape) -> SendingHours:
    if not shape.hours:
        return SendingHours()
    spans = tuple(shape.hours)
    if any(before[1] > after[0] for before, after in pairwise(spans)):
        ground.problem("hours-overlap")
    return SendingHours(spans)
