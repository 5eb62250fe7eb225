"""Word what the outbox owes at the moment when it is sent: only what is still true then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlmodel import Session

from handlers.alarms import alarm_reply
from handlers.bundles import Reminded, bundle_reply
from handlers.finding import owed_as
from handlers.notices import notice_reply
from handlers.vocabulary import Reply
from schedules.ladder import StepKind
from schedules.owing import Owed, owed
from schedules.plan import AssignmentId, Organisation, Plans
from storage import assignments, people, submissions
from storage.tables import Chat, Outbox

LATE = timedelta(minutes=30)  # a reminder this long after its moment says that it comes late


def reply_for(session: Session, plans: Plans, row: Outbox, now: datetime) -> Reply | None:
    """Return what a row says now, None when nothing of it is still true."""
    if row.kind == "notice":
        return notice_reply(session, plans, row.about)
    if row.kind == "alarm":
        return alarm_reply(session, plans, row.organisation, row.about)
    organisation = plans.organisations.get(row.organisation)
    if organisation is None or row.kind != "bundle":
        return None
    items = list(_still_owed(session, organisation, row, now))
    return bundle_reply(organisation, items, now) if items else None


def _still_owed(session: Session, organisation: Organisation, row: Outbox, now: datetime) -> Iterator[Reminded]:
    """Yield the items that still hold: not submitted, not removed, the same deadline, the person still of the unit."""
    units = _units_of(session, row)
    for item in _one_each(row.about["items"]):
        id = assignments.named(session, item["assignment"])
        if id is None or id.unit not in units or submissions.standing_of(session, id):
            continue
        find = partial(_owed_by_others, session) if item.get("cooperating") else owed_as
        found = find(organisation, id, now)
        if found and found.deadline and found.deadline.ends_at == datetime.fromisoformat(item["ends_at"]):
            yield _reminded(found, item, now)


def _owed_by_others(session: Session, organisation: Organisation, id: AssignmentId, now: datetime) -> Owed | None:
    """Return what a cooperating unit hears of: the same task as long as somebody still owes it."""
    done = submissions.standing(session, organisation.id, id.plan)
    for one in owed(organisation, now, plan_id=id.plan):
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
        cooperating=item.get("cooperating", False),
    )


def _one_each(items: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Keep one item an assignment: what is due now, before what a saved message was to say later."""
    found: dict[int, dict[str, Any]] = {}
    for item in items:
        found.setdefault(item["assignment"], item)
    return list(found.values())


def _units_of(session: Session, row: Outbox) -> set[str]:
    chat: Any = session.get(Chat, row.chat_id)
    if chat is None or chat.person_id is None:
        return set()
    return {role.unit for role in people.roles_of(session, chat.person_id, row.organisation)}
