"""Answer /han: each deadline as printed beside what it means, and how far it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from handlers.belonging import Followed, Own, followed_plans, units_of
from handlers.describing import deadline_line, deadline_of, due_of, lines, plan_cited
from handlers.finding import Found, of_unit
from handlers.refusing import NoUnit
from handlers.vocabulary import Reply, Text, Turn
from schedules.deadline import VIETNAM
from schedules.owing import Owed, past_at_issue
from schedules.plan import AssignmentId, Event, Plan
from storage import submissions
from storage.owed_now import owed_now
from storage.tables import Submission


def han(turn: Turn) -> Reply:
    """Tell the deadlines of the person's units, the meetings of their plans, and of the plans that they follow."""
    owns, followed = units_of(turn), followed_plans(turn)
    texts = [text for own in owns for text in _of_unit(turn, own)]
    texts += [text for one in followed for text in _of_plan(turn, one)]
    if not texts:
        raise NoUnit
    plans = [found.owed.plan for own in owns for found in of_unit(turn, own)] + [one.plan for one in followed]
    return Reply((*texts, *_events(plans, turn.now)))


def _of_unit(turn: Turn, own: Own) -> list[Text]:
    done = submissions.standing(turn.session, own.organisation.id, unit=own.unit.id)
    mine = of_unit(turn, own)
    past = past_at_issue(own.organisation, own.unit.id)
    key = "deadlines-heading" if mine else "deadlines-none"
    return [
        Text(key, {"unit": own.unit.name}),
        *(_line(found, done, turn.now) for found in mine),
        *_past(past),
    ]


def _line(found: Found, done: Mapping[AssignmentId, Submission], now: datetime) -> Text:
    submission = done.get(found.id)
    return lines(
        Text("deadlines-task", {"task": found.owed.task.title}),
        Text("item-deadline-only", {"deadline": deadline_of(found.owed)})
        if submission
        else deadline_line(found.owed, now),
        Text("deadlines-submitted", {"moment": submission.recorded_at}) if submission else None,
    )


def _past(past: list[Owed]) -> list[Text]:
    """List apart what was past before the plan was issued: known, never reminded of."""
    if not past:
        return []
    told = tuple(
        Text("past-line", {"task": one.task.title, "phrase": due.reading.phrase})
        for one in past
        if (due := due_of(one.task, one.unit))
    )
    return [lines(Text("past-heading"), *told)]


def _events(plans: list[Plan], now: datetime) -> list[Text]:
    """List the meetings still to come, or whose day is not named, each once."""
    today = now.astimezone(VIETNAM).date()
    events = {(plan.organisation_id, plan.id, event.id): event for plan in plans for event in plan.events}
    told = [_event(event) for event in events.values() if (_until(event) or today) >= today]
    return [lines(Text("events-heading"), *told)] if told else []


def _event(event: Event) -> Text:
    """Tell a meeting; its day too where the phrase names one, and not just a day before which it is."""
    reading = event.reading
    on = reading.event_on or (reading.named_date if reading.named_date == reading.last_day else None)
    values: dict[str, object] = {"title": event.title, "phrase": reading.phrase}
    return Text("event-line-day", {**values, "day": on}) if on else Text("event-line", values)


def _until(event: Event) -> date | None:
    """Return the last day on which a meeting can still come, None where no day is named."""
    return event.reading.event_on or event.reading.last_day or event.reading.end


def _of_plan(turn: Turn, followed: Followed) -> list[Text]:
    """Tell the deadlines of a whole plan: each task once for each deadline, with how many units owe it."""
    shared: dict[tuple[str, object], list[Owed]] = {}
    for one in owed_now(turn.session, followed.organisation, turn.now, plan=followed.plan.id):
        shared.setdefault((one.task.id, one.deadline), []).append(one)
    told = [
        lines(
            Text("deadlines-plan-task", {"task": alike[0].task.title, "count": len(alike)}),
            deadline_line(alike[0], turn.now),
        )
        for alike in shared.values()
    ]
    heading = Text("deadlines-plan", {"plan": plan_cited(followed.plan)})
    return [heading, *told] if told else []
