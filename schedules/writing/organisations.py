"""Write an organisation as its file states it: units, rosters, calendar, hours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from schedules.plan import CalendarChanges, Group, LadderRule, Organisation, SendingHours, Unit
from schedules.writing.layout import Row, Value
from schedules.writing.plans import Keys, ladder_keys, plan_keys

# How the name of a roster's unit goes on behind its body -> the kind of its row.
KINDS = {"xã": "xa", "phường": "phuong", "đặc khu": "dac-khu"}


def organisation_keys(organisation: Organisation, calendar: CalendarChanges) -> Keys:
    """Return an organisation as plain values; ``calendar`` is what it has beside the calendar of all."""
    ladder = _usual_ladder(organisation)
    rosters = _rosters(organisation)
    listed = {id for body in rosters for id in organisation.groups[body].unit_ids}
    found: Keys = {
        "id": organisation.id,
        "name": organisation.name,
        "standing_office": organisation.standing_office_id,
    }
    if organisation.hours != SendingHours():
        found["hours"] = [f"{start:%H:%M}-{end:%H:%M}" for start, end in organisation.hours.spans]
    if ladder != LadderRule():
        found["ladder"] = ladder_keys(ladder)
    if calendar != CalendarChanges():
        found["calendar"] = calendar_keys(calendar)
    found["units"] = [unit_keys(unit) for unit in organisation.units.values() if unit.id not in listed]
    found["groups"] = [_group(group, rosters.get(group.id), organisation) for group in organisation.groups.values()]
    found["plans"] = [plan_keys(organisation, plan, ladder) for plan in organisation.plans.values()]
    return found


def calendar_keys(calendar: CalendarChanges) -> Keys:
    """Return the days of a calendar."""
    return {"days_off": _days(calendar.days_off), "worked_days": _days(calendar.worked_days)}


def _days(days: tuple[date, ...]) -> list[Value]:
    return [day.isoformat() for day in days]


def unit_keys(unit: Unit) -> Value:
    """Return a unit; most are departments."""
    kind = {"kind": unit.kind} if unit.kind != "department" else {}
    return Row(id=unit.id, name=unit.name, **kind, **({"aliases": list(unit.aliases)} if unit.aliases else {}))


def _usual_ladder(organisation: Organisation) -> LadderRule:
    """Return the ladder that most tasks have: the organisation states it, the others their own."""
    rules = Counter(task.ladder for plan in organisation.plans.values() for task in plan.tasks.values())
    return rules.most_common(1)[0][0] if rules else LadderRule()


def _rosters(organisation: Organisation) -> Mapping[str, str]:
    """Find the groups whose units can be made from a body and a roster: id -> body."""
    found: dict[str, str] = {}
    for group in organisation.groups.values():
        bodies = {_body(organisation.units[id]) for id in group.unit_ids}
        body = bodies.pop() if len(bodies) == 1 else ""
        if body:
            found[group.id] = body
    return found


def _body(unit: Unit) -> str:
    """Return what stands before "xã", "phường" or "đặc khu" in the name of a roster's unit; "" for any other."""
    for kind in KINDS:
        body, found, _ = unit.name.partition(f" {kind} ")
        if found and body and unit.kind == "commune" and not unit.aliases:
            return body
    return ""


def _group(group: Group, body: str | None, organisation: Organisation) -> Keys:
    found: Keys = {"id": group.id, "name": group.name}
    if not group.printed:
        found["printed"] = False
    if body is None:
        return found | {"members": list(group.unit_ids)}
    rows = [_row(organisation.units[id], body) for id in group.unit_ids]
    return found | {"body": body, "roster": rows}


def _row(unit: Unit, body: str) -> Value:
    place = unit.name.removeprefix(f"{body} ")
    kind = next(code for words, code in KINDS.items() if place.startswith(f"{words} "))
    return Row(code=unit.id, name=place[0].upper() + place[1:], kind=kind)
