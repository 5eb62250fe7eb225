"""Word what those above an officer hear: a deputy or a leader of their unit, the coordinators of all units."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlmodel import Session

from handlers.describing import (
    HANDED_IN,
    deadline_line,
    deadline_of,
    lines,
    plan_cited,
    receiver_line,
    submit_label,
    unit_name,
)
from handlers.finding import is_closed
from handlers.handing_in.receiving import received_button
from handlers.pressing import plan_mark
from handlers.spelling import shortened
from handlers.vocabulary import Button, Reply, Text
from schedules.escalating import Cause, Level
from schedules.owing import Owed
from schedules.plan import AssignmentId, Organisation, Plan, Plans
from storage import assignments, extensions, people, receipts, submissions
from storage.owed_now import owed_now
from storage.tables import Chat, Outbox, RoleKind

LABEL = 30
NAMES = 100  # units named for one task; the rest are counted
KINDS = {Level.DEPUTY: RoleKind.DEPUTY, Level.LEADER: RoleKind.LEADER, Level.LIST: RoleKind.COORDINATOR}


@dataclass(frozen=True, slots=True)
class Risen:
    """One assignment that somebody above hears of, still without an answer."""

    owed: Owed
    number: int
    cause: Cause
    level: Level


def escalation_reply(session: Session, plans: Plans, row: Outbox, now: datetime) -> Reply | None:
    """Word a message; None where everything of it has been answered, or is no longer this person's."""
    organisation = plans.organisations[row.organisation]
    items = sorted(_still_true(session, organisation, row, now), key=_urgency)
    above = [item for item in items if item.level is not Level.LIST]
    listed = [item for item in items if item.level is Level.LIST]
    if not items:
        return None
    texts, rows = [*_above(organisation, above, now)], _buttons(organisation, above, now)
    if listed:
        unlinked = people.units_without_chat(session, organisation.id, {item.owed.unit for item in listed})
        texts += _listed(organisation, listed, unlinked, now)
        rows += _plan_buttons(listed)
    return Reply(tuple(texts), tuple(rows))


def _still_true(session: Session, organisation: Organisation, row: Outbox, now: datetime) -> Iterator[Risen]:
    """Yield what holds at this moment: a submission, a request, a closing, for the first cause a receipt ends it."""
    items = row.about["items"]
    named = assignments.named_many(session, {item["assignment"] for item in items})
    owed = _owed(session, organisation, named.values(), now)
    done = submissions.standing(session, organisation.id, unit=_only_unit(named.values()))
    settled = done.keys() | extensions.open_since(session, organisation.id)
    known = receipts.since(session, named, min(_since(item) for item in items))
    roles = _roles(session, row)
    for item in items:
        id, level = named.get(item["assignment"]), Level(item["level"])
        if id is None or id in settled or not _is_of(roles, organisation, id.plan, id.unit, level):
            continue
        receipt = known.get(item["assignment"])
        if item["cause"] == Cause.UNRECEIVED and receipt and receipt.lapses_at > _since(item):
            continue
        found = owed.get(id)
        if found and found.deadline and found.deadline.ends_at == datetime.fromisoformat(item["ends_at"]):
            yield Risen(found, item["assignment"], Cause(item["cause"]), level)


def _owed(
    session: Session, organisation: Organisation, ids: Collection[AssignmentId], now: datetime
) -> dict[AssignmentId, Owed]:
    """Return how these assignments stand now, what was closed or removed left out."""
    only = _only_unit(ids)
    found = [one for plan in {id.plan for id in ids} for one in owed_now(session, organisation, now, only, plan)]
    return {one.id: one for one in found if not is_closed(one.plan, one.task, now)}


def _only_unit(ids: Collection[AssignmentId]) -> str | None:
    """Return the unit of which all are: an officer's message must not read what thousands of units have done."""
    units = {id.unit for id in ids}
    return next(iter(units)) if len(units) == 1 else None


def _since(item: Mapping[str, Any]) -> datetime:
    return datetime.fromisoformat(item["since"])


def _roles(session: Session, row: Outbox) -> set[tuple[str, RoleKind]]:
    chat = session.get(Chat, row.chat_id)
    if chat is None or chat.person_id is None:
        return set()
    return {(role.unit, role.kind) for role in people.roles_of(session, chat.person_id, row.organisation)}


def _is_of(roles: set[tuple[str, RoleKind]], organisation: Organisation, plan: str, unit: str, level: Level) -> bool:
    """Say whether the person still is who was to hear of it."""
    if level is Level.LIST:
        of = organisation.plans.get(plan)
        unit = (of.standing_office_id if of else "") or organisation.standing_office_id
    return (unit, KINDS[level]) in roles


def _urgency(item: Risen) -> tuple[str, datetime, str, str]:
    assert item.owed.deadline is not None, "what has no deadline is never put"
    return item.owed.plan.id, item.owed.deadline.ends_at, item.owed.id.task, item.owed.unit


def _above(organisation: Organisation, items: list[Risen], now: datetime) -> Iterator[Text]:
    """Report to those above an officer, unit by unit."""
    by_unit = sorted(items, key=lambda item: (item.level, item.owed.unit))
    for (level, unit), alike in groupby(by_unit, key=lambda item: (item.level, item.owed.unit)):
        yield Text(f"escalation-to-{level}", {"unit": unit_name(organisation, unit)})
        for _, of_plan in groupby(alike, key=lambda item: item.owed.plan.id):
            told = list(of_plan)
            yield Text("plan-basis", {"plan": plan_cited(told[0].owed.plan)})
            yield from (_item(item, now) for item in told)
        yield Text(f"escalation-closing-{level}")


def _item(item: Risen, now: datetime) -> Text:
    task = item.owed.task
    if item.cause is Cause.UNRECEIVED:
        state = Text("escalation-unreceived", {"moment": now})
    else:
        state = Text("escalation-unsubmitted" if task.kind in HANDED_IN else "escalation-undone", {"moment": now})
    title = Text("escalation-task", {"task": task.title})
    return lines(title, deadline_line(item.owed, now), receiver_line(task), state)


def _buttons(organisation: Organisation, items: list[Risen], now: datetime) -> list[tuple[Button, ...]]:
    """Let those above confirm for the unit, or say that they have seen it."""
    rows: list[tuple[Button, ...]] = []
    for item in items:
        task = item.owed.task
        values = {"task": shortened(task.title, LABEL), "unit": unit_name(organisation, item.owed.unit)}
        rows.append((Button(Text(f"{submit_label(task)}-of-unit", values), f"nop:{item.number}"),))
    unseen = [item.number for item in items if item.cause is Cause.UNRECEIVED]
    return [*rows, (received_button(organisation, unseen, now),)] if unseen else rows


def _listed(organisation: Organisation, items: list[Risen], unlinked: set[str], now: datetime) -> Iterator[Text]:
    """Tell the coordinators which units did not answer, and why they are told: plan by plan, task by task."""
    yield Text("escalation-list", {"moment": now})
    for _, of_plan in groupby(items, key=lambda item: item.owed.plan.id):
        told = list(of_plan)
        yield Text("plan-basis", {"plan": plan_cited(told[0].owed.plan)})
        for _, of_task in groupby(told, key=lambda item: (item.owed.id.task, item.owed.deadline)):
            yield _of_task(organisation, list(of_task), unlinked)
    yield Text("escalation-list-closing")


def _of_task(organisation: Organisation, items: list[Risen], unlinked: set[str]) -> Text:
    first = items[0].owed
    by_reason: dict[str, list[str]] = {}
    for item in items:
        reason = "unlinked" if item.owed.unit in unlinked else item.cause.value
        by_reason.setdefault(reason, []).append(unit_name(organisation, item.owed.unit))
    return lines(
        Text("escalation-task", {"task": first.task.title}),
        Text("item-deadline-only", {"deadline": deadline_of(first)}),
        *(text for reason, units in sorted(by_reason.items()) for text in _reason(reason, units)),
    )


def _reason(reason: str, units: list[str]) -> Iterator[Text]:
    yield Text(f"escalation-list-{reason}", {"count": len(units), "names": "; ".join(units[:NAMES])})
    if len(units) > NAMES:
        yield Text("wave-more", {"count": len(units) - NAMES})


def _plan_buttons(items: list[Risen]) -> list[tuple[Button, ...]]:
    plans: dict[str, Plan] = {item.owed.plan.id: item.owed.plan for item in items}
    return [
        (Button(Text("button-plan", {"plan": shortened(plan.title, LABEL)}), f"td:{plan_mark(plan)}"),)
        for plan in plans.values()
    ]
