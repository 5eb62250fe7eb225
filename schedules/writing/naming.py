"""Name sets of units as a file would: a whole group by its own name, the others one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from schedules.plan import Group

SMALLEST = 2  # members of a group that stands for them


def named(unit_ids: Sequence[str], groups: Mapping[str, Group]) -> list[str]:
    """Return ids of groups and units that name exactly these units, in their order."""
    found: list[str] = []
    at = 0
    while at < len(unit_ids):
        group = _beginning(unit_ids, at, groups)
        found.append(group.id if group else unit_ids[at])
        at += len(group.unit_ids) if group else 1
    return found


def _beginning(unit_ids: Sequence[str], at: int, groups: Mapping[str, Group]) -> Group | None:
    """Return the largest group whose members stand next, in its own order."""
    here = [
        group
        for group in groups.values()
        if len(group.unit_ids) >= SMALLEST
        and group.unit_ids[0] == unit_ids[at]
        and tuple(unit_ids[at : at + len(group.unit_ids)]) == group.unit_ids
    ]
    return max(here, key=lambda group: len(group.unit_ids), default=None)


def owing(unit_ids: Sequence[str], groups: Mapping[str, Group]) -> tuple[list[str], list[str]]:
    """Return what a task's ``units`` and ``except`` say: a group but for a few of its members is named as such."""
    for group in groups.values():
        left_out = [id for id in group.unit_ids if id not in set(unit_ids)]
        if left_out and len(left_out) * 4 <= len(group.unit_ids):
            whole = _with_whole(unit_ids, group, left_out)
            if whole:
                return named(whole, groups), left_out
    return named(unit_ids, groups), []


def _with_whole(unit_ids: Sequence[str], group: Group, left_out: Sequence[str]) -> list[str]:
    """Put the members that are left out into their places; [] where the rest does not stand together."""
    rest = tuple(id for id in group.unit_ids if id not in set(left_out))
    at = list(unit_ids).index(rest[0])
    if tuple(unit_ids[at : at + len(rest)]) != rest:
        return []
    return [*unit_ids[:at], *group.unit_ids, *unit_ids[at + len(rest) :]]
