"""Word the figures of a plan: four classes that add up, communes and departments apart, what has changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from handlers.describing import due_of, lines, plain_day, plan_cited
from handlers.figures.figures import Figures, count
from handlers.figures.status_state import PlanState, Waiting
from handlers.vocabulary import Text
from schedules.deadline import VIETNAM, Deadline
from schedules.owing import Lot, past_at_issue
from schedules.plan import UnitKind

KINDS: tuple[UnitKind, ...] = ("commune", "department")


def plan_in_short(state: PlanState, before: Figures, at: datetime, waits: Waiting) -> Text:
    """Tell a plan on one screen.

    Parameters:
        before: its figures at the earlier moment ``at``.
    """
    heading = Text("status-plan", {"plan": plan_cited(state.followed.plan)})
    if not state.lots:
        return lines(heading, Text("status-nothing-expected"))
    figures = state.figures
    return lines(
        heading,
        Text("status-plan-size", {"units": len(state.units), "assignments": figures.expected}),
        figures_line("status-all", figures),
        trend_line(figures, before, at),
        *_waiting_lines(waits),
        unlinked_line(state),
    )


def plan_texts(state: PlanState) -> tuple[Text, ...]:
    """Tell a plan task by task."""
    assignments = sum(len(lot.unit_ids) for lot in state.lots)
    heading = lines(
        Text("status-plan", {"plan": plan_cited(state.followed.plan)}),
        Text("status-moment", {"moment": state.now}),
        Text("status-plan-size", {"units": len(state.units), "assignments": assignments}),
    )
    kinds = {kind: state.of_kind(kind) for kind in KINDS}
    told = [task_text(state, alike, kinds) for alike in state.tasks] or [Text("status-nothing-expected")]
    unlinked = unlinked_line(state)
    return (heading, *told, *([unlinked] if unlinked else []), *_past(state))


def task_text(state: PlanState, alike: Sequence[Lot], kinds: dict[UnitKind, frozenset[str]]) -> Text:
    """Tell one task: its deadlines, its figures, the kinds of units apart where it has both."""
    by_kind = {kind: count(alike, state.standings, state.now, units) for kind, units in kinds.items()}
    figures = sum(by_kind.values(), Figures())
    apart = [
        figures_line(f"status-{kind}", of_kind)
        for kind, of_kind in by_kind.items()
        if 0 < of_kind.expected < figures.expected
    ]
    return lines(
        Text("status-task", {"task": alike[0].task.title}),
        *_deadlines(alike),
        figures_line("status-all", figures),
        *apart,
        Text("status-by-word", {"count": figures.by_word}) if figures.by_word else None,
    )


def figures_line(key: str, figures: Figures, **more: object) -> Text:
    """Tell figures in one line."""
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
            **more,
        },
    )


def trend_line(figures: Figures, before: Figures, at: datetime) -> Text:
    """Tell what has changed since an earlier moment; midnight is called the end of the day before."""
    local = at.astimezone(VIETNAM)
    ended = local - timedelta(microseconds=1) if local.time() == datetime.min.time() else local
    since = {"day": plain_day(ended.date())}
    submitted, overdue = figures.submitted - before.submitted, figures.overdue - before.overdue
    if not submitted and not overdue:
        return Text("status-trend-none", since)
    return Text("status-trend", {**since, "submitted": signed(submitted), "overdue": signed(overdue)})


def signed(difference: int) -> Text:
    """Write a difference with its sign."""
    sign = "more" if difference > 0 else "fewer" if difference else "none"
    return Text(f"difference-{sign}", {"count": abs(difference)})


def unlinked_line(state: PlanState) -> Text | None:
    """Tell how many units nothing reaches."""
    count = len(state.unlinked)
    return Text("status-unlinked", {"count": count, "units": len(state.units)}) if count else None


def _waiting_lines(waits: Waiting) -> list[Text]:
    """Tell what was put off or waits for somebody, what there is of it."""
    told = [
        ("status-extended", waits.extended),
        ("status-returned", waits.returned),
        ("status-asking", waits.asking),
    ]
    return [Text(key, {"count": count}) for key, count in told if count]


def _deadlines(alike: Iterable[Lot]) -> list[Text]:
    """Tell each deadline of a task once, as printed; what was moved for some units is counted."""
    shown: dict[Deadline | str, Text] = {}
    moved = 0
    for lot in alike:
        if lot.deadline and lot.deadline.moved:
            moved += len(lot.unit_ids)
        printed = lot.deadline.printed or lot.deadline if lot.deadline else None
        due = due_of(lot.task, lot.unit_ids[0])
        phrase = due.reading.phrase if due else ""
        awaited = Text("deadline-awaited", {"phrase": phrase})
        shown.setdefault(printed or phrase, Text("item-deadline-only", {"deadline": printed or awaited}))
    return [*shown.values(), *([Text("status-moved", {"count": moved})] if moved else [])]


def _past(state: PlanState) -> list[Text]:
    """List apart the tasks that were past when the plan was issued: not among those expected."""
    tasks = {
        one.task.id: Text("past-line", {"task": one.task.title, "phrase": due.reading.phrase})
        for one in past_at_issue(state.followed.organisation)
        if one.plan.id == state.followed.plan.id and (due := due_of(one.task, one.unit))
    }
    return [lines(Text("past-heading"), *tasks.values())] if tasks else []
