"""Tell a plan's figures by groups of units, and how those stand who lead a section of its outline."""

from __future__ import annotations

from collections.abc import Mapping
from zlib import crc32

from handlers.describing import lines, plan_cited, unit_name
from handlers.figures.figures import Standing, classes, count
from handlers.figures.status_lists import Behind
from handlers.figures.status_state import PlanState
from handlers.figures.status_texts import figures_line
from handlers.outlines.sections import walk
from handlers.vocabulary import Text
from schedules.plan import Group


def groups_of(state: PlanState) -> dict[str, tuple[str, frozenset[str]]]:
    """Return the groups that owe something under a plan, by their marks: name, and the units of it that owe."""
    found: dict[str, tuple[str, frozenset[str]]] = {}
    grouped: set[str] = set()
    for group in state.followed.organisation.groups.values():
        units = state.units & frozenset(group.unit_ids)
        if units:
            found[group_mark(group)] = (group.name, units)
            grouped |= units
    return found


def group_mark(group: Group) -> str:
    """Return eight signs that name a group among those of one organisation."""
    return f"{crc32(group.id.encode()):08x}"


def groups_texts(state: PlanState, groups: Mapping[str, tuple[str, frozenset[str]]]) -> tuple[Text, ...]:
    """Tell the figures of each group; units of none, and of several, are told."""
    in_groups = [unit for _, units in groups.values() for unit in units]
    others = state.units - set(in_groups)
    each = [*groups.values(), *([(Text("status-no-group"), others)] if others else [])]
    told = [
        figures_line("status-group", count(state.lots, state.standings, state.now, units), group=name)
        for name, units in each
    ]
    several = Text("status-groups-overlap") if len(in_groups) > len(set(in_groups)) else None
    return (*_heading(state), lines(Text("status-by-group"), *told), *([several] if several else []))


def leads_texts(state: PlanState) -> tuple[Text, ...]:
    """Tell how the units stand that lead a section: what each has handed in under the plan, and its sections."""
    led = leads_of(state)
    told = [
        figures_line(
            "status-lead",
            count(state.lots, state.standings, state.now, {unit}),
            unit=unit_name(state.followed.organisation, unit),
            sections="; ".join(sections),
        )
        for unit, sections in sorted(led.items(), key=lambda one: _rank(state, one[0]))
    ]
    return (*_heading(state), lines(Text("status-by-lead"), *told))


def leads_of(state: PlanState) -> dict[str, list[str]]:
    """Return the units that lead sections of the plan's outline, with the numbers of these sections."""
    outline = state.followed.plan.outline
    found: dict[str, list[str]] = {}
    for placed in walk(outline.sections) if outline else ():
        for unit in placed.section.lead_unit_ids:
            found.setdefault(unit, []).append(placed.section.path)
    return found


def _rank(state: PlanState, unit: str) -> tuple[object, ...]:
    """Order those who lead, the worst first."""
    behind = Behind(state.followed.organisation, unit)
    for lot in state.lots:
        if unit in lot.unit_ids:
            handed = state.standings.of(lot.plan.id, lot.task.id, lot.period)
            standing = next(one for id, one, _ in classes(lot, handed, state.now) if id == unit)
            if standing in (Standing.OPEN, Standing.OVERDUE):
                behind.add(standing, lot.deadline)
    return behind.rank(0)


def _heading(state: PlanState) -> tuple[Text, ...]:
    plan = Text("status-plan", {"plan": plan_cited(state.followed.plan)})
    return (lines(plan, Text("status-moment", {"moment": state.now})),)
