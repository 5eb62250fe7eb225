"""Word what is said about a reminder that somebody asks for, and that reminder itself when its moment has come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlmodel import Session

from handlers.belonging import Own
from handlers.describing import deadline_line, deadline_of, lines, plan_cited, receiver_line, submit_label
from handlers.finding import Found, is_closed
from handlers.later.snooze_meaning import Meant
from handlers.later.snooze_moments import Fitted, offered
from handlers.spelling import shortened
from handlers.vocabulary import Button, Place, Reply, Text
from schedules.plan import Organisation, Plans
from storage import assignments, people, submissions
from storage.owed_now import owed_now
from storage.tables import Chat, Outbox

SHOWN = 6  # assignments named in the answer
TASK = 80
LABEL = 30
LATER = Button(Text("button-snooze"), "nhacsau:")


def choices(meant: Meant, only: int | None, now: datetime) -> list[tuple[Button, ...]]:
    """Offer what most people want, for everything or for one assignment."""
    of = f"/{only}" if only is not None else ""
    return [(Button(Text(f"button-snooze-{name}"), f"nhac:{when}{of}"),) for name, when in offered(now, meant.office)]


def cancel_button(row: int | None) -> Button:
    """Offer to take back the reminder that a row of the outbox is."""
    return Button(Text("button-snooze-cancel"), f"nhacbo:{row}")


def told(meant: Meant, asked_at: datetime, fit: Fitted, before: list[Outbox], now: datetime) -> Iterator[Text]:
    """Say when the person is reminded, of what, and what is otherwise than asked."""
    key = "snooze-set-all" if meant.everything else "snooze-set"
    yield lines(Text(key, {"moment": fit.at, "count": len(meant.found)}), *_named(meant))
    urgent = meant.most_urgent(now)
    if fit.cut == "deadline" and urgent:
        values = {"asked": asked_at, "task": urgent.owed.task.title, "deadline": deadline_of(urgent.owed)}
        yield Text("snooze-cut-deadline", values)
    elif fit.cut == "week":
        yield Text("snooze-cut-week", {"asked": asked_at})
    if before:
        yield Text("snooze-replaces", {"moment": before[0].not_before})
    yield Text("snooze-ladder-stays")


def _named(meant: Meant) -> Iterator[Text]:
    several = len(meant.units) > 1
    for one in meant.found[:SHOWN]:
        values = {"task": shortened(one.owed.task.title, TASK), "deadline": deadline_of(one.owed)}
        if several:
            yield Text("snooze-task-of-unit", {**values, "unit": one.own.unit.name})
        else:
            yield Text("snooze-task", values)
    if len(meant.found) > SHOWN:
        yield Text("snooze-more", {"count": len(meant.found) - SHOWN})


def snooze_reply(session: Session, plans: Plans, row: Outbox, now: datetime) -> Reply | None:
    """Remind as was asked, of what is still outstanding now; None when that is nothing.

    Overdue by now or not: the deadline says so itself.
    """
    organisation = plans.organisations[row.organisation]
    left = _left(session, organisation, session.get(Chat, row.chat_id), set(row.about["assignments"]), now)
    if not left:
        return None
    heading = Text("snooze-reminder", {"asked": datetime.fromisoformat(row.about["asked_at"]), "count": len(left)})
    rows = (*_buttons(session, left), (LATER,))
    return Reply((heading, *_items(left, now), Text("bundle-closing")), rows)


def _left(session: Session, organisation: Organisation, chat: Any, numbers: set[int], now: datetime) -> list[Found]:
    if chat is None or chat.person_id is None:
        return []
    units = dict.fromkeys(role.unit for role in people.roles_of(session, chat.person_id, organisation.id))
    done = {id for unit in units for id in submissions.standing(session, organisation.id, unit=unit)}
    only = set(assignments.named_many(session, numbers).values())
    return [
        Found(Own(organisation, organisation.units[unit]), owed)
        for unit in units
        if unit in organisation.units
        for owed in owed_now(session, organisation, now, unit)
        if owed.id not in done and (not numbers or owed.id in only) and not is_closed(owed.plan, owed.task, now)
    ]


def _items(left: list[Found], now: datetime) -> Iterator[Text]:
    """Name each unit and plan once, then the assignments with their places in the list."""
    placed = enumerate(left, 1)
    for (unit, _), of_plan in groupby(placed, key=lambda one: (one[1].own.unit, one[1].owed.plan.id)):
        for nth, (place, found) in enumerate(of_plan):
            if nth == 0:
                yield Text("snooze-unit-plan", {"unit": unit.name, "plan": plan_cited(found.owed.plan)})
            yield lines(
                Text("item-task", {"place": Place(place), "task": found.owed.task.title}),
                deadline_line(found.owed, now),
                receiver_line(found.owed.task),
            )


def _buttons(session: Session, left: list[Found]) -> Iterator[tuple[Button, ...]]:
    numbers = assignments.numbers(session, [found.id for found in left])
    for place, found in enumerate(left, 1):
        task = found.owed.task
        values: dict[str, object] = {"task": shortened(task.title, LABEL)}
        label = Text(submit_label(task), values)
        if len(left) > 1:
            label = Text(f"{submit_label(task)}-numbered", {**values, "place": Place(place)})
        yield (Button(label, f"nop:{numbers[found.id]}"),)
