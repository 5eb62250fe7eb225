"""Build an organisation: its units, the rosters of its groups, its plans."""

from __future__ import annotations

from itertools import pairwise

from schedules.building import Ground, Surroundings, check_calendar, duplicates, known, ladder_rule
from schedules.building_plans import plan
from schedules.plan import CalendarChanges, Group, LadderRule, Organisation, SendingHours, Unit
from schedules.plan_format import CalendarShape, GroupShape, OrganisationShape


def organisation(ground: Ground, shape: OrganisationShape, everywhere: CalendarShape) -> Organisation:
    """Build one organisation; ``everywhere`` are the days that all of them have off or work."""
    duplicates(ground.under("units"), [one.id for one in shape.units])
    units = {one.id: Unit(one.id, one.name, one.kind, tuple(one.aliases)) for one in shape.units}
    duplicates(ground.under("groups"), [one.id for one in shape.groups])
    for number, group in enumerate(shape.groups):
        _add_roster(ground.under("groups", number), group, units)
    groups = {one.id: _group(ground.under("groups", number), one, units) for number, one in enumerate(shape.groups)}
    for number, group in enumerate(shape.groups):
        if group.id in units:
            ground.under("groups", number, "id").problem("duplicate-id", id=group.id)
    known(ground.under("standing_office"), shape.standing_office, units, "unit")
    check_calendar(ground.under("calendar"), shape.calendar)
    surroundings = Surroundings(shape, units, groups, ladder_rule(LadderRule(), shape.ladder))
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
        calendar=CalendarChanges(
            (*everywhere.days_off, *shape.calendar.days_off), (*everywhere.worked_days, *shape.calendar.worked_days)
        ),
    )


def _add_roster(ground: Ground, shape: GroupShape, units: dict[str, Unit]) -> None:
    """Make the units of a roster: "UBND" + "Xã Nhơn Châu" gives "UBND xã Nhơn Châu"."""
    seen: set[str] = set()
    for number, row in enumerate(shape.roster or ()):
        name = f"{shape.body} {row.name[0].lower()}{row.name[1:]}"
        other = units.get(row.code)
        if row.code in seen or (other and other.name != name):
            ground.under("roster", number, "code").problem("duplicate-id", id=row.code)
        seen.add(row.code)
        units[row.code] = Unit(row.code, name, "commune")


def _group(ground: Ground, shape: GroupShape, units: dict[str, Unit]) -> Group:
    if (shape.members is None) == (shape.roster is None) or (shape.roster is None) != (shape.body is None):
        ground.problem("members-or-roster", group=shape.id)
    duplicates_in_members(ground, shape)
    members = shape.members or [row.code for row in shape.roster or ()]
    for number, id in enumerate(shape.members or ()):
        known(ground.under("members", number), id, units, "unit")
    if not shape.printed:
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
