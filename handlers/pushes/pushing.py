"""Word what the outbox owes at the moment when it is sent: only what is still true then."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from handlers.chases.chase_message import chase_reply
from handlers.figures.summaries import summary_reply
from handlers.finding import owed_as
from handlers.groups.group_buttons import fitting
from handlers.later.snooze_texts import snooze_reply
from handlers.pushes.alarms import alarm_reply
from handlers.pushes.bundles import Reminded, bundle_reply
from handlers.pushes.escalations import escalation_reply
from handlers.pushes.notices import notice_reply
from handlers.vocabulary import Reply
from schedules.ladder import StepKind
from schedules.owing import Owed
from schedules.plan import AssignmentId, Organisation, Plans
from storage import assignments, people, receipts, submissions
from storage.groups import GROUP, link_of
from storage.owed_now import owed_now
from storage.tables import Chat, Outbox

LATE = timedelta(minutes=30)  # a reminder this long after its moment says that it comes late


def reply_for(session: Session, plans: Plans, row: Outbox, now: datetime) -> Reply | None:
    """Return what a row says now, None when nothing of it is still true."""
    wording = KINDS.get(row.kind)
    if wording is None or row.organisation not in plans.organisations:
        return None
    reply = wording(session, plans, row, now)
    return fitting(reply) if reply and session.get_one(Chat, row.chat_id).kind == GROUP else reply


def _bundle(session: Session, plans: Plans, row: Outbox, now: datetime) -> Reply | None:
    organisation = plans.organisations[row.organisation]
    items = _with_receipts(session, list(_still_owed(session, organisation, row, now)), now)
    return bundle_reply(organisation, items, now) if items else None


def _chase(session: Session, plans: Plans, row: Outbox, now: datetime) -> Reply | None:
    return chase_reply(session, plans.organisations[row.organisation], row.about, _units_of(session, row), now)


def _notice(session: Session, plans: Plans, row: Outbox, now: datetime) -> Reply | None:
    return notice_reply(session, plans, row.about, now)


def _alarm(session: Session, plans: Plans, row: Outbox, now: datetime) -> Reply | None:
    return alarm_reply(session, plans, row.organisation, row.about)


def _still_owed(session: Session, organisation: Organisation, row: Outbox, now: datetime) -> Iterator[Reminded]:
    """Yield the items that still hold: not submitted, not removed, the same deadline, the person still of the unit."""
    units = _units_of(session, row)
    for item in _one_each(row.about["items"]):
        id = assignments.named(session, item["assignment"])
        if id is None or id.unit not in units or submissions.standing_of(session, id):
            continue
        find = _owed_by_others if item.get("cooperating") else owed_as
        found = find(session, organisation, id, now)
        if found and found.deadline and found.deadline.ends_at == datetime.fromisoformat(item["ends_at"]):
            yield _reminded(found, item, now)


def _with_receipts(session: Session, items: list[Reminded], now: datetime) -> list[Reminded]:
    known = receipts.live(session, [item.number for item in items], now) if items else {}
    return [
        replace(item, received_at=known[item.number].received_at) if item.number in known else item for item in items
    ]


def _owed_by_others(session: Session, organisation: Organisation, id: AssignmentId, now: datetime) -> Owed | None:
    """Return what a cooperating unit hears of: the same task as long as somebody still owes it."""
    done = submissions.standing(session, organisation.id, id.plan)
    for one in owed_now(session, organisation, now, plan=id.plan):
        if (one.id.task, one.id.period) == (id.task, id.period) and one.id not in done:
            return replace(one, id=id)
    return None


def _reminded(owed: Owed, item: dict[str, Any], now: datetime) -> Reminded:
    return Reminded(
        owed=owed,
        kind=StepKind(item["kind"]),
        working_days=None if item.get("early") else item["working_days"],
        late=now - datetime.fromisoformat(item["at"]) > LATE,
        number=item["assignment"],
        changed=item.get("changed", False),
        was=datetime.fromisoformat(item["was"]) if item.get("was") else None,
        cooperating=item.get("cooperating", False),
        why=item.get("why", ""),
    )


def _one_each(items: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Keep one item an assignment: what is due now, before what a saved message was to say later."""
    found: dict[int, dict[str, Any]] = {}
    for item in items:
        found.setdefault(item["assignment"], item)
    return list(found.values())


def _units_of(session: Session, row: Outbox) -> set[str]:
    chat: Any = session.get(Chat, row.chat_id)
    if chat is not None and chat.kind == GROUP:
        link = link_of(session, chat)
        return {link.unit} if link and not link.coordinators and link.organisation == row.organisation else set()
    if chat is None or chat.person_id is None:
        return set()
    return {role.unit for role in people.roles_of(session, chat.person_id, row.organisation)}


KINDS: Mapping[str, Callable[[Session, Plans, Outbox, datetime], Reply | None]] = {
    "bundle": _bundle,
    "notice": _notice,
    "alarm": _alarm,
    "summary": summary_reply,
    "chase": _chase,
    "snooze": snooze_reply,
    "escalation": escalation_reply,
}
