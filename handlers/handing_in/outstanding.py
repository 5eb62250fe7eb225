"""Answer /viec: what the person's units have not handed in, most urgent first, and what was recorded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import groupby

from handlers.belonging import Own, own_units
from handlers.describing import (
    cooperating_line,
    deadline_line,
    document_of,
    lines,
    plain_day,
    plan_cited,
    receiver_line,
    submit_label,
    topic_line,
)
from handlers.finding import Found, of_unit
from handlers.handing_in.evidence_words import evidence_line
from handlers.handing_in.standing_words import State, state_of, states
from handlers.pressing import outline_press
from handlers.spelling import shortened
from handlers.vocabulary import Button, Place, Reply, Text, Turn
from schedules.deadline import VIETNAM
from schedules.plan import AssignmentId
from storage import assignments
from storage.tables import Submission

LABEL = 30  # characters of a task on a button: what a phone shows of one line


def viec(turn: Turn) -> Reply:
    """List what is outstanding, unit by unit, with a button for each."""
    return listed(turn, own_units(turn))


def listed(turn: Turn, owns: list[Own]) -> Reply:
    """List what these units have outstanding; numbered through, so that buttons and lines match."""
    texts: list[Text] = []
    shown: list[Found] = []
    for own in owns:
        mine = of_unit(turn, own)
        known = states(turn.session, own.organisation.id, own.unit.id, [found.id for found in mine], turn.now)
        done = {id: state.submission for id, state in known.items() if state.submission}
        left = [found for found in mine if found.id not in done]
        texts.append(_heading(own, left))
        texts += _items(left, known, len(shown) + 1, turn.now)
        texts += _not_begun(own, turn.now)
        texts += _recorded([(found, done[found.id]) for found in mine if found.id in done])
        shown += left
    return Reply(tuple(texts), (*submit_buttons(turn, shown), *_outline_buttons(shown)))


def _heading(own: Own, left: list[Found]) -> Text:
    if not left:
        return Text("outstanding-none", {"unit": own.unit.name})
    return Text("outstanding-some", {"unit": own.unit.name, "count": len(left)})


def _not_begun(own: Own, now: datetime) -> Iterator[Text]:
    """Name the plans that will bring the unit work, but have not begun: nothing outstanding is not all done."""
    today = now.astimezone(VIETNAM).date()
    for plan in own.organisation.plans.values():
        owes = any(own.unit.id in due.unit_ids for task in plan.tasks.values() for due in task.dues)
        if owes and plan.remind_from > today:
            yield Text("plan-not-begun", {"plan": plan_cited(plan), "day": plan.remind_from})


def _items(left: list[Found], known: Mapping[AssignmentId, State], first: int, now: datetime) -> Iterator[Text]:
    """Cite each plan, then its assignments; their places in the list begin at ``first``."""
    placed = enumerate(left, first)
    for _, of_plan in groupby(placed, key=lambda one: one[1].owed.plan.id):
        for nth, (place, found) in enumerate(of_plan):
            if nth == 0:
                yield Text("plan-basis", {"plan": plan_cited(found.owed.plan)})
            yield _item(found, known[found.id], place, now)


def _item(found: Found, state: State, place: int, now: datetime) -> Text:
    """Tell one assignment: task, deadline with its meaning, receiver, topic, how it stands."""
    owed = found.owed
    return lines(
        Text("item-task", {"place": Place(place), "task": owed.task.title}),
        deadline_line(owed, now),
        receiver_line(owed.task),
        cooperating_line(owed.task),
        topic_line(owed.task, owed.unit),
        Text("item-state", {"state": state_of(state)}) if state != State() else None,
    )


def submit_buttons(turn: Turn, shown: list[Found], word: str = "nop") -> tuple[tuple[Button, ...], ...]:
    """Offer a button for each assignment, with its place in the list where there are several."""
    numbers = assignments.numbers(turn.session, [found.id for found in shown])
    several_units = len({found.own.key for found in shown}) > 1
    return tuple(
        (Button(_label(found, place, len(shown), several_units=several_units), f"{word}:{numbers[found.id]}"),)
        for place, found in enumerate(shown, 1)
    )


def _label(found: Found, place: int, count: int, *, several_units: bool) -> Text:
    task = found.owed.task
    named: object = shortened(task.title, LABEL)
    if found.id.period and found.owed.deadline:  # one month's report must not be taken for another's
        named = Text("task-of-period", {"task": named, "day": plain_day(found.owed.deadline.last_day)})
    if count == 1:
        return Text(submit_label(task), {"task": named})
    values = {"place": Place(place), "task": named}
    if several_units:  # typed or heard without the list, it must not be taken for the other unit's
        return Text(f"{submit_label(task)}-of-unit-numbered", {**values, "unit": found.own.unit.name})
    return Text(f"{submit_label(task)}-numbered", values)


def _recorded(done: list[tuple[Found, Submission]]) -> list[Text]:
    """Tell what a unit has handed in, one line each, and what of it has been accepted."""
    told: list[Text | None] = []
    for found, submission in done:
        told += [_recorded_line(found, submission), evidence_line(submission)]
        told.append(state_of(State(submission)) if submission.accepted_at else None)
    return [lines(Text("recorded-heading"), *told)] if told else []


def _recorded_line(found: Found, submission: Submission) -> Text:
    document = document_of(submission)
    values: dict[str, object] = {"task": found.owed.task.title, "moment": submission.recorded_at}
    if document is None:
        return Text("recorded-line", values)
    return Text("recorded-line-document", {**values, "document": document})


def _outline_buttons(shown: list[Found]) -> tuple[tuple[Button, ...], ...]:
    """Offer the outline of each plan that has one, once."""
    plans = {found.owed.plan.id: found.owed.plan for found in shown if found.owed.plan.outline}
    if len(plans) == 1:
        return ((Button(Text("button-outline"), outline_press(next(iter(plans.values())))),),)
    return tuple(
        (Button(Text("button-outline-of", {"plan": shortened(plan.title, LABEL)}), outline_press(plan)),)
        for plan in plans.values()
    )
