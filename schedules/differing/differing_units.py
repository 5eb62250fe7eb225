"""What differs of an organisation itself: its name, hours and calendar, its units and groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from schedules.differing.differences import NAMED, Difference
from schedules.plan import Due, Group, Organisation, Task


def units_differ(before: Organisation, after: Organisation, renames: Mapping[str, str]) -> Iterator[Difference]:
    """Yield what differs beside the plans.

    Parameters:
        renames: ids of units that were said to be the same, as they were → as they are called now.
    """
    id = after.id
    if before.name != after.name:
        yield Difference("organisation-retitled", id, name=after.name, before=before.name, after=after.name)
    if renames.get(before.standing_office_id, before.standing_office_id) != after.standing_office_id:
        yield Difference(
            "office-moved",
            id,
            before=_name(before, before.standing_office_id),
            after=_name(after, after.standing_office_id),
        )
    if before.hours != after.hours:
        yield Difference("hours", id)
    if before.calendar != after.calendar:
        yield Difference("calendar", id)
    yield from _units(before, after, renames)
    yield from _groups(as_called_now(before, renames), after)


def as_called_now(organisation: Organisation, renames: Mapping[str, str]) -> Organisation:
    """Return an organisation in which some units have their new ids."""
    if not renames:
        return organisation

    def named(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(renames.get(id, id) for id in ids)

    def due(one: Due) -> Due:
        return replace(one, unit_ids=named(one.unit_ids))

    def task(one: Task) -> Task:
        topics = {renames.get(id, id): topic for id, topic in one.topics.items()}
        helpers = named(one.cooperating_unit_ids)
        return replace(one, dues=tuple(map(due, one.dues)), topics=topics, cooperating_unit_ids=helpers)

    return replace(
        organisation,
        units={renames.get(id, id): replace(one, id=renames.get(id, id)) for id, one in organisation.units.items()},
        groups={id: replace(one, unit_ids=named(one.unit_ids)) for id, one in organisation.groups.items()},
        plans={
            id: replace(one, tasks={key: task(each) for key, each in one.tasks.items()})
            for id, one in organisation.plans.items()
        },
    )


def names(organisation: Organisation, *others: Organisation, ids: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the first few units, from whichever of the organisations knows them."""
    return tuple(_name(organisation, id, *others) for id in list(ids)[:NAMED])


def _name(organisation: Organisation, id: str, *others: Organisation) -> str:
    for one in (organisation, *others):
        if id in one.units:
            return one.units[id].name
    return id


def _units(before: Organisation, after: Organisation, renames: Mapping[str, str]) -> Iterator[Difference]:
    called = set(renames.values())
    gone = [id for id in before.units if id not in after.units and id not in renames]
    come = [id for id in after.units if id not in before.units and id not in called]
    if come:
        yield Difference("units-listed", after.id, unit_ids=tuple(come), unit_names=names(after, ids=come))
    if gone:
        yield Difference("units-unlisted", after.id, unit_ids=tuple(gone), unit_names=names(before, ids=gone))
    for was, now in renames.items():
        if was in before.units and now in after.units:
            yield Difference("unit-renamed", after.id, was=was, unit_ids=(now,), name=after.units[now].name)
    for id in before.units.keys() & after.units.keys():
        if before.units[id].name != after.units[id].name:
            yield Difference(
                "unit-retitled", after.id, unit_ids=(id,), before=before.units[id].name, after=after.units[id].name
            )


def _groups(before: Organisation, after: Organisation) -> Iterator[Difference]:
    for id, now in after.groups.items():
        was = before.groups.get(id)
        if was is None:
            yield Difference("group-added", after.id, name=now.name, unit_ids=now.unit_ids)
        elif was != now:
            yield from _members(before, after, was, now)
    for id, was in before.groups.items():
        if id not in after.groups:
            yield Difference("group-removed", after.id, name=was.name, unit_ids=was.unit_ids)


def _members(before: Organisation, after: Organisation, was: Group, now: Group) -> Iterator[Difference]:
    held, holds = set(was.unit_ids), set(now.unit_ids)
    come = tuple(id for id in now.unit_ids if id not in held)
    gone = tuple(id for id in was.unit_ids if id not in holds)
    if come:
        yield Difference("group-joined", after.id, name=now.name, unit_ids=come, unit_names=names(after, ids=come))
    if gone:
        yield Difference(
            "group-left", after.id, name=now.name, unit_ids=gone, unit_names=names(before, after, ids=gone)
        )
    if not come and not gone:
        yield Difference("group-changed", after.id, name=now.name)
