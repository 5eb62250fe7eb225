"""Word the figures of a plan: four classes that add up, communes and departments apart, the outstanding by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sized
from dataclasses import dataclass
from datetime import datetime

from handlers.belonging import Followed
from handlers.describing import deadline_of, due_of, lines, plan_cited, unit_name
from handlers.figures import Figures, Standing, classify, tally
from handlers.quota import channel_name
from handlers.vocabulary import Text
from schedules.owing import Owed, past_at_issue
from schedules.plan import AssignmentId, Task, UnitKind
from storage.outbox import Trouble
from storage.tables import Submission

KINDS: tuple[UnitKind, ...] = ("commune", "department")
MANY = 10  # troubles from which they are told by reason, not each in a line


@dataclass(frozen=True, slots=True)
class Group:
    """One task (in one period) with everybody who owes it."""

    task: Task
    expected: list[Owed]

    @property
    def first(self) -> Owed:
        """Return one of them, to name the task and period by."""
        return self.expected[0]


@dataclass(frozen=True, slots=True)
class PlanState:
    """A plan as it stands; ``unlinked`` are those of its ``units`` where nobody can be told anything."""

    followed: Followed
    groups: list[Group]
    standing: Mapping[AssignmentId, Submission]
    unlinked: set[str]
    units: int


def plan_in_short(state: PlanState, now: datetime) -> Text:
    """Tell a plan in three lines."""
    everything = [one for group in state.groups for one in group.expected]
    heading = Text("status-plan", {"plan": plan_cited(state.followed.plan)})
    if not everything:
        return lines(heading, Text("status-nothing-expected"))
    return lines(
        heading,
        Text("status-plan-size", {"units": state.units, "assignments": len(everything)}),
        _figures("status-all", tally(everything, state.standing, now)),
        _unlinked_line(state),
    )


def plan_texts(state: PlanState, now: datetime) -> tuple[Text, ...]:
    """Tell a plan task by task."""
    heading = lines(
        Text("status-plan", {"plan": plan_cited(state.followed.plan)}),
        Text("status-moment", {"moment": now}),
        Text("status-plan-size", {"units": state.units, "assignments": sum(len(g.expected) for g in state.groups)}),
    )
    told = [_task(state, group, now) for group in state.groups] or [Text("status-nothing-expected")]
    unlinked = _unlinked_line(state)
    return (heading, *told, *([unlinked] if unlinked else []), *_past(state))


def task_texts(state: PlanState, group: Group, now: datetime) -> tuple[Text, ...]:
    """Tell one task: its figures, then who is outstanding, overdue first."""
    outstanding: list[Text] = []
    for standing in (Standing.OVERDUE, Standing.OPEN):
        for kind in KINDS:
            left = [
                one.unit
                for one in group.expected
                if _kind(state, one.unit) == kind
                and classify(one.deadline, state.standing.get(one.id), now) is standing
            ]
            if left:
                outstanding.append(_names(state, f"names-{standing}-{kind}", left))
    moment = Text("status-moment", {"moment": now})
    return (lines(_task(state, group, now), moment), *(outstanding or [Text("names-none")]))


def unlinked_texts(state: PlanState, now: datetime) -> tuple[Text, ...]:
    """Name the units of a plan where nobody is linked, so that nothing reaches them."""
    named = [
        _names(state, f"names-unlinked-{kind}", [unit for unit in state.unlinked if _kind(state, unit) == kind])
        for kind in KINDS
        if any(_kind(state, unit) == kind for unit in state.unlinked)
    ]
    return (Text("status-moment", {"moment": now}), *(named or [Text("names-none")]))


def _task(state: PlanState, group: Group, now: datetime) -> Text:
    figures = tally(group.expected, state.standing, now)
    by_kind = {kind: [one for one in group.expected if _kind(state, one.unit) == kind] for kind in KINDS}
    apart = [
        _figures(f"status-{kind}", tally(alike, state.standing, now))
        for kind, alike in by_kind.items()
        if alike and len(alike) < len(group.expected)
    ]
    return lines(
        Text("status-task", {"task": group.task.title}),
        *_deadlines(group.expected),
        _figures("status-all", figures),
        *apart,
        Text("status-by-word", {"count": figures.by_word}) if figures.by_word else None,
    )


def _figures(key: str, figures: Figures) -> Text:
    return Text(
        key,
        {
            "submitted": figures.submitted,
            "expected": figures.expected,
            "percent": figures.percent,
            "on_time": figures.on_time,
            "late": figures.late,
            "open": figures.open,
            "overdue": figures.overdue,
        },
    )


def _deadlines(expected: Iterable[Owed]) -> list[Text]:
    """Tell each deadline of a task once; groups of units may have their own."""
    shown = {one.deadline: deadline_of(one) for one in expected}
    return [Text("item-deadline-only", {"deadline": deadline}) for deadline in shown.values()]


def _names(state: PlanState, key: str, units: list[str]) -> Text:
    organisation = state.followed.organisation
    order = {unit: place for place, unit in enumerate(organisation.units)}
    named = [unit_name(organisation, unit) for unit in sorted(units, key=lambda unit: order.get(unit, len(order)))]
    return Text(key, {"count": len(named), "names": "; ".join(named)})


def _kind(state: PlanState, unit: str) -> UnitKind:
    found = state.followed.organisation.units.get(unit)
    return found.kind if found else "department"


def _unlinked_line(state: PlanState) -> Text | None:
    return Text("status-unlinked", {"count": len(state.unlinked), "units": state.units}) if state.unlinked else None


def _past(state: PlanState) -> list[Text]:
    """List apart the tasks that were past when the plan was issued: not among those expected."""
    tasks = {
        one.task.id: Text("past-line", {"task": one.task.title, "phrase": due.reading.phrase})
        for one in past_at_issue(state.followed.organisation)
        if one.plan.id == state.followed.plan.id and (due := due_of(one.task, one.unit))
    }
    return [lines(Text("past-heading"), *tasks.values())] if tasks else []


def trouble_texts(state: PlanState, troubles: Iterable[Trouble], channels: Sized) -> tuple[Text, ...]:
    """Name those whom a message did not reach, with the reason; each chat once, many by reason and unit.

    Parameters:
        channels: those that people can be reached on; which of them failed is told where there are several.
    """
    named = len(channels) > 1
    newest: dict[tuple[str, int | None], Trouble] = {}
    for one in troubles:
        newest.setdefault((one.unit, one.chat.id), one)
    if len(newest) > MANY:
        return (Text("status-troubles", {"lines": _by_reason(state, newest.values(), named)}),)
    told = [
        Text("status-trouble", {"unit": _unit(state, one), "person": _person(one), "why": _why(one, named)})
        for one in newest.values()
    ]
    return (Text("status-troubles", {"lines": tuple(told)}),) if told else ()


def _by_reason(state: PlanState, troubles: Iterable[Trouble], named: bool) -> tuple[Text, ...]:
    """Name the units of each reason in one line; whoever serves none by the own name."""
    names: dict[tuple[str, str], dict[str, Trouble]] = {}
    for one in troubles:
        alike = names.setdefault((one.chat.channel, one.row.trouble or ""), {})
        alike.setdefault(_unit(state, one) or _person(one), one)
    return tuple(
        Text("status-troubles-alike", {"why": _why(one, named), "count": len(alike), "names": "; ".join(alike)})
        for alike in names.values()
        for one in [next(iter(alike.values()))]
    )


def _unit(state: PlanState, trouble: Trouble) -> str:
    return unit_name(state.followed.organisation, trouble.unit) if trouble.unit else ""


def _person(trouble: Trouble) -> str:
    return trouble.person.display_name if trouble.person else ""


def _why(trouble: Trouble, named: bool) -> Text:
    why = Text("trouble", {"why": trouble.row.trouble or ""})
    return Text("trouble-on", {"channel": channel_name(trouble.chat.channel), "why": why}) if named else why
