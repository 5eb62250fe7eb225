"""What two versions of the plans say differently, organisation by organisation: pure, and fast where little changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from schedules.plan import Organisation, Plans

NAMED = 3  # units that a difference names; the others are counted


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs. Which fields speak depends on the kind; all is what JSON can hold.

    ``before`` and ``after`` are words as written (a phrase, a title); ``before_on`` and ``after_on`` the last days that
    two phrases mean, ISO, "" where they mean none. ``name`` is what people call it, ``plan_name`` how its plan is
    cited. ``unit_names`` are only the first few of ``unit_ids``.
    """

    kind: str
    organisation: str
    plan: str = ""
    task: str = ""
    name: str = ""
    plan_name: str = ""
    was: str = ""
    unit_ids: tuple[str, ...] = ()
    unit_names: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    before_on: str = ""
    after_on: str = ""


@dataclass(frozen=True, slots=True)
class Rename:
    """The same task, or unit, under another id: ``task`` of a plan where one is named, else a unit."""

    organisation: str
    was: str
    now_called: str
    plan: str = ""


def differences(before: Plans, after: Plans, renames: Collection[Rename] = ()) -> tuple[Difference, ...]:
    """List what differs, in the order of the newer plans.

    Parameters:
        renames: what somebody has said to be the same under another id; ``was:`` in the file counts without.
    """
    found: list[Difference] = []
    for id, now in after.organisations.items():
        mine = [one for one in renames if one.organisation == id]
        found += _of_organisation(before.organisations.get(id), now, mine)
    gone = [one for id, one in before.organisations.items() if id not in after.organisations]
    found += [Difference("organisation-removed", one.id, name=one.name, unit_ids=tuple(one.units)) for one in gone]
    return tuple(found)


def of_organisation(found: Iterable[Difference], organisation: str) -> tuple[Difference, ...]:
    """Return an organisation's own part."""
    return tuple(one for one in found if one.organisation == organisation)


def as_json(found: Iterable[Difference]) -> list[dict[str, Any]]:
    """Write differences for the database; what is empty is left out."""
    return [{key: value for key, value in asdict(one).items() if value} for one in found]


def from_json(kept: Iterable[Mapping[str, Any]]) -> tuple[Difference, ...]:
    """Read what ``as_json`` wrote; keys of a newer version are left out."""
    known = {field.name for field in fields(Difference)}
    return tuple(_read({key: value for key, value in one.items() if key in known}) for one in kept)


def _read(values: Mapping[str, Any]) -> Difference:
    said: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
    return Difference(**said)


def _of_organisation(
    before: Organisation | None, after: Organisation, renames: Collection[Rename]
) -> Iterator[Difference]:
    from schedules.differing.differing_plans import plans_differ
    from schedules.differing.differing_units import as_called_now, units_differ

    if before is None:
        yield Difference("organisation-added", after.id, name=after.name, unit_ids=tuple(after.units))
        return
    if before == after:
        return
    units = {one.was: one.now_called for one in renames if not one.plan}
    tasks = {(one.plan, one.now_called): one.was for one in renames if one.plan}
    yield from units_differ(before, after, units)
    yield from plans_differ(as_called_now(before, units), after, tasks)
