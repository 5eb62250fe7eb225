"""Answer /tiendo: the figures of the plans that a person follows; an officer's own unit."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time

from handlers.belonging import Followed, Own, followed_plans, own_units
from handlers.describing import deadline_of, document_of, lines, time_left
from handlers.figures import classify, tally
from handlers.finding import Found, of_unit
from handlers.last_wave import last_wave
from handlers.pressing import plan_mark, task_mark
from handlers.quota import quota_lines
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
from storage import outbox, own_chats, people, submissions
from storage.tables import Submission

LABEL = 34
UNLINKED = "-"  # stands where a press names a task: the units with nobody linked
WAVE = "+"  # stands there too, with the number of a page: who was told by the newest wave


def tiendo(turn: Turn) -> Reply:
    """Show the plans that the person follows, or the state of the own unit."""
    followed = followed_plans(turn)
    if not followed:
        return _own(turn)
    if len(followed) == 1:
        return _plan_reply(turn, followed[0])
    states = [_state(turn, one) for one in followed]
    plans = [plan_in_short(state, turn.now) for state in states]
    texts = (Text("status-moment", {"moment": turn.now}), *plans, *_months(turn, followed))
    rows = tuple(
        (Button(Text("button-plan", {"plan": shortened(one.plan.title, LABEL)}), f"td:{plan_mark(one.plan)}"),)
        for one in followed
    )
    return Reply(texts, rows)


def press_status(turn: Turn) -> Reply:
    """Show one plan, one task with the outstanding by name, the units with nobody linked, or the newest wave."""
    mark, _, task = turn.argument.partition(":")
    followed = next((one for one in followed_plans(turn) if plan_mark(one.plan) == mark), None)
    if followed is None:
        raise UnknownButton
    if not task:
        return _plan_reply(turn, followed)
    if task.startswith(WAVE):
        return _wave_reply(turn, followed, task.removeprefix(WAVE))
    state = _state(turn, followed)
    if task == UNLINKED:
        lost = outbox.troubles(turn.session, followed.organisation.id)
        told = trouble_texts(state, lost, own_chats.offered(turn.session))
        return Reply((*unlinked_texts(state, turn.now), *told), (_back(state),))
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
    rows.append((Button(Text("button-last-wave"), f"td:{mark}:{WAVE}"),))
    return Reply((*plan_texts(state, turn.now), *_months(turn, [followed])), tuple(rows))


def _wave_reply(turn: Turn, followed: Followed, number: str) -> Reply:
    """Show who was told by the newest wave, and page by page who was not."""
    if number and not (number.isascii() and number.isdigit()):
        raise UnknownButton
    page = last_wave(turn, followed, int(number or 0))
    back = (Button(Text("button-whole-plan"), f"td:{plan_mark(followed.plan)}"),)
    if page is None:
        return Reply((Text("wave-none"),), (back,))
    press = f"td:{plan_mark(followed.plan)}:{WAVE}{page.following}"
    more = ((Button(Text("button-wave-more"), press),),) if page.following else ()
    return Reply(page.texts, (*more, back))


def _months(turn: Turn, followed: list[Followed]) -> tuple[Text, ...]:
    """Tell the month's messages of the bots that have a quota."""
    organisations = dict.fromkeys(one.organisation.id for one in followed)
    return quota_lines(turn.session, organisations, turn.now)


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
