"""Answer /tiendo: the figures of the plans that a person follows; an officer's own unit."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time

from handlers.belonging import Followed, Own, followed_plans, own_units
from handlers.describing import deadline_of, document_of, lines, time_left
from handlers.figures import classify, tally
from handlers.finding import Found, of_unit
from handlers.pressing import plan_mark, task_mark
from handlers.refusing import UnknownButton
from handlers.spelling import shortened
from handlers.status_texts import (
    Group,
    PlanState,
    plan_in_short,
    plan_texts,
    task_texts,
    trouble_texts,
    unlinked_texts,
)
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.deadline import VIETNAM
from schedules.owing import owed
from storage import outbox, people, submissions
from storage.tables import Submission

LABEL = 34
UNLINKED = "-"  # stands where a press names a task: the units with nobody linked


def tiendo(turn: Turn) -> Reply:
    """Show the plans that the person follows, or the state of the own unit."""
    followed = followed_plans(turn)
    if not followed:
        return _own(turn)
    if len(followed) == 1:
        return _plan_reply(turn, followed[0])
    states = [_state(turn, one) for one in followed]
    texts = (Text("status-moment", {"moment": turn.now}), *(plan_in_short(state, turn.now) for state in states))
    rows = tuple(
        (Button(Text("button-plan", {"plan": shortened(one.plan.title, LABEL)}), f"td:{plan_mark(one.plan)}"),)
        for one in followed
    )
    return Reply(texts, rows)


def press_status(turn: Turn) -> Reply:
    """Show one plan, one task with the outstanding by name, or the units with nobody linked."""
    mark, _, task = turn.argument.partition(":")
    followed = next((one for one in followed_plans(turn) if plan_mark(one.plan) == mark), None)
    if followed is None:
        raise UnknownButton
    if not task:
        return _plan_reply(turn, followed)
    state = _state(turn, followed)
    if task == UNLINKED:
        lost = outbox.troubles(turn.session, followed.organisation.id)
        return Reply((*unlinked_texts(state, turn.now), *trouble_texts(state, lost)), (_back(state),))
    group = next((group for group in state.groups if task_mark(group.first) == task), None)
    if group is None:
        raise UnknownButton
    return Reply(task_texts(state, group, turn.now), (_back(state),))


def _plan_reply(turn: Turn, followed: Followed) -> Reply:
    state = _state(turn, followed)
    mark = plan_mark(followed.plan)
    rows = [
        (
            Button(
                Text("button-outstanding-of", {"task": shortened(group.task.title, LABEL)}),
                f"td:{mark}:{task_mark(group.first)}",
            ),
        )
        for group in state.groups
    ]
    if state.unlinked or outbox.troubles(turn.session, followed.organisation.id):
        rows.append((Button(Text("button-unlinked"), f"td:{mark}:{UNLINKED}"),))
    return Reply(plan_texts(state, turn.now), tuple(rows))


def _back(state: PlanState) -> tuple[Button, ...]:
    return (Button(Text("button-whole-plan"), f"td:{plan_mark(state.followed.plan)}"),)


def _state(turn: Turn, followed: Followed) -> PlanState:
    """Gather what is expected under a plan, task by task, with what was submitted."""
    organisation, plan = followed.organisation, followed.plan
    # Closing ends the reminders; the figures stay, and no new period is expected.
    as_open = replace(organisation, plans={plan.id: replace(plan, closed_on=None)})
    closed_at = datetime.combine(plan.closed_on, time(), VIETNAM) if plan.closed_on else turn.now
    expected = owed(as_open, min(turn.now, closed_at), plan_id=plan.id)
    grouped: dict[tuple[str, str], Group] = {}
    for one in expected:
        grouped.setdefault((one.task.id, one.id.period), Group(one.task, [])).expected.append(one)
    units = {one.unit for one in expected}
    return PlanState(
        followed,
        list(grouped.values()),
        submissions.standing(turn.session, organisation.id, plan.id),
        people.units_without_chat(turn.session, organisation.id, units),
        len(units),
    )


def _own(turn: Turn) -> Reply:
    """Show how the person's own units stand."""
    texts = [Text("status-moment", {"moment": turn.now})]
    for own in own_units(turn):
        texts += _of_unit(turn, own)
    return Reply(tuple(texts))


def _of_unit(turn: Turn, own: Own) -> list[Text]:
    done = submissions.standing(turn.session, own.organisation.id)
    mine = of_unit(turn, own)
    figures = tally((found.owed for found in mine), done, turn.now)
    heading = Text("status-unit", {"unit": own.unit.name, "done": figures.submitted, "expected": figures.expected})
    return [heading, *(_line(turn, found, done.get(found.id)) for found in mine)]


def _line(turn: Turn, found: Found, submission: Submission | None) -> Text:
    owed_one = found.owed
    standing = Text(f"standing-{classify(owed_one.deadline, submission, turn.now)}")
    document = document_of(submission) if submission else None
    left = time_left(owed_one.deadline, turn.now) if owed_one.deadline and submission is None else None
    return lines(
        Text("status-unit-task", {"task": owed_one.task.title}),
        Text("item-deadline-only", {"deadline": deadline_of(owed_one)}),
        Text("status-unit-submitted", {"moment": submission.recorded_at, "standing": standing}) if submission else None,
        Text("submitted-document", {"document": document}) if document else None,
        Text("status-unit-open", {"left": left}) if left else None,
    )
