"""Tell those above an officer who did not act: deputy, then leader, then the coordinators' list; a part of a round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlmodel import Session

from bot.reminding import Armings, armed
from handlers.pushes.telling import coordinators
from schedules.deadline import VIETNAM
from schedules.duties import Duty, office_of
from schedules.escalating import Cause, Level, Rise, has_begun, rises
from schedules.plan import AssignmentId, Organisation, Plans
from storage import assignments, escalations, extensions, marks, moves, outbox, people, receipts, submissions, waves
from storage.escalations import Rung
from storage.tables import Chat, RoleKind

Risen = tuple[Duty, Rise]


@dataclass(frozen=True, slots=True)
class Linked:
    """Who can be told above the officers of each unit; whoever is an officer of the unit as well knows already."""

    officers: frozenset[str]
    above: dict[tuple[str, Level], list[Chat]]
    coordinators: dict[str, list[Chat]]  # by plan

    def levels(self, unit: str) -> Sequence[Level]:
        """Return a unit's levels in their order: the coordinators are always there."""
        return [level for level in Level if level is Level.LIST or (unit, level) in self.above]

    def hearing(self, plan: str, unit: str, level: Level) -> list[Chat]:
        """Return the chats of one level of a unit."""
        return self.coordinators[plan] if level is Level.LIST else self.above[unit, level]

    def has_nobody(self, unit: str) -> bool:
        """Tell whether nobody of a unit can be told anything."""
        return unit not in self.officers and self.levels(unit) == [Level.LIST]


@dataclass(slots=True)
class Messages:
    """What is to be told now: for each chat its items, and the levels that are told thereby."""

    items: dict[int, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    rungs: list[Rung] = field(default_factory=list)


def escalate(session: Session, plans: Plans, now: datetime) -> int:
    """Put what those above must hear now, one message a person. Return how many messages.

    Only inside sending hours; nothing is looked up before the moment of some level has come, and once for each.
    """
    offices = [one for one in plans.organisations.values() if office_of(one).is_open(now)]
    armings = waves.armings(session) if offices else {}
    put = 0
    for organisation in offices:
        risen = list(_risen(session, organisation, armings, now))
        if risen and _has_come(session, organisation, risen, now):
            put += _put(session, organisation, _messages(session, organisation, risen, now), now)
    return put


def _risen(session: Session, organisation: Organisation, armings: Armings, now: datetime) -> Iterator[Risen]:
    """Yield the duties, before their deadlines, with a level whose moment has come."""
    office, today = office_of(organisation), now.astimezone(VIETNAM).date()

    def near(duty: Duty) -> bool:
        closed = duty.closed_on is not None and duty.closed_on <= today
        return not closed and has_begun(duty.deadline, office, now)

    changes = moves.changes(session, organisation.id)
    for duty, climbed in armed(organisation, armings, now, changes, wanted=near):
        yield from ((duty, rise) for rise in rises(duty.deadline, climbed, office) if rise.moments[0] <= now)


def _has_come(session: Session, organisation: Organisation, risen: list[Risen], now: datetime) -> bool:
    """Tell whether the moment of a level has come since the last look, and note the look."""
    latest = max(moment for _, rise in risen for moment in rise.moments if moment <= now)
    mark, moment = f"escalated {organisation.id}", latest.astimezone(UTC).isoformat()
    if (marks.get_mark(session, mark) or "") >= moment:
        return False
    marks.set_mark(session, mark, moment)
    return True


def _messages(session: Session, organisation: Organisation, risen: list[Risen], now: datetime) -> Messages:
    """Gather what is outstanding, has had no answer, and has a level that was not told yet."""
    linked = _linked(session, organisation)
    owing = list(_unanswered(session, organisation, risen, linked, now))
    told = escalations.told(session, {number for *_, number in owing})
    found = Messages()
    # What was not handed in is the stronger reason: it is looked at first.
    for duty, rise, id, number in sorted(owing, key=lambda one: one[1].cause is Cause.UNRECEIVED):
        for level in rise.reached(linked.levels(id.unit), now):
            rung = (number, duty.deadline.ends_at.isoformat(), level.value)
            if rung not in told:
                told.add(rung)
                found.rungs.append(rung)
                for chat in linked.hearing(duty.plan.id, id.unit, level):
                    found.items[chat.id or 0].append(_item(rung, rise))
    return found


def _unanswered(
    session: Session, organisation: Organisation, risen: list[Risen], linked: Linked, now: datetime
) -> Iterator[tuple[Duty, Rise, AssignmentId, int]]:
    """Yield what was neither handed in nor asked more time for; where a receipt is wanted, what has none."""
    settled = submissions.standing(session, organisation.id).keys() | extensions.open_since(session, organisation.id)
    owing = [(duty, rise, id) for duty, rise in risen for id in _ids(duty) if id not in settled]
    numbers = assignments.numbers(session, {id for *_, id in owing})
    known = receipts.since(session, numbers.values(), min((rise.since for _, rise, _ in owing), default=now))
    for duty, rise, id in owing:
        receipt = known.get(numbers[id])
        received = receipt is not None and receipt.lapses_at > rise.since
        if rise.cause is Cause.UNSUBMITTED or not (received or linked.has_nobody(id.unit)):
            yield duty, rise, id, numbers[id]


def _ids(duty: Duty) -> Iterator[AssignmentId]:
    for unit in duty.unit_ids:
        yield AssignmentId(duty.organisation.id, duty.plan.id, duty.task.id, unit, duty.period)


def _item(rung: Rung, rise: Rise) -> dict[str, Any]:
    number, ends_at, level = rung
    since = rise.since.astimezone(UTC).isoformat()
    return {"assignment": number, "ends_at": ends_at, "level": level, "cause": rise.cause.value, "since": since}


def _linked(session: Session, organisation: Organisation) -> Linked:
    officers = people.chats_of_units(session, organisation.id, None, (RoleKind.OFFICER,))
    knows = {(unit, chat.person_id) for unit, chat in officers}
    above: dict[tuple[str, Level], list[Chat]] = defaultdict(list)
    for level, kind in ((Level.DEPUTY, RoleKind.DEPUTY), (Level.LEADER, RoleKind.LEADER)):
        for unit, chat in people.chats_of_units(session, organisation.id, None, (kind,)):
            if (unit, chat.person_id) not in knows:
                above[unit, level].append(chat)
    following = {plan.id: coordinators(session, organisation, plan) for plan in organisation.plans.values()}
    return Linked(frozenset(unit for unit, _ in officers), dict(above), following)


def _put(session: Session, organisation: Organisation, messages: Messages, now: datetime) -> int:
    rows = [
        outbox.OutboxRow(
            chat_id=chat,
            organisation=organisation.id,
            kind="escalation",
            cause=f"{organisation.id} {now.astimezone(UTC).isoformat()}",
            about={"items": items},
            urgent_at=min(datetime.fromisoformat(item["ends_at"]) for item in items),
            not_before=now,
        )
        for chat, items in messages.items.items()
    ]
    escalations.tell(session, messages.rungs, now)
    return outbox.put_many(session, rows)
