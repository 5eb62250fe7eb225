"""Announce an outline that has changed, once, to those who still owe the report: a part of noting a changed plan."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from handlers.outlines.outline_changes import owing_units
from handlers.outlines.outline_shapes import Change, changes, digest, shape_of
from schedules.duties import office_of
from schedules.plan import Organisation, Plan, Plans
from storage import marks, outbox, people
from storage.outbox import OutboxRow

MARK = "outline"  # begins the mark that keeps the outline of a plan


@dataclass(frozen=True, slots=True)
class Kept:
    """The outline of a plan as it was, and as units know it: they hear of a change only when the office opens."""

    shape: str
    known: str
    told_at: str  # ISO: from then on units know ``shape``


def announce(session: Session, plans: Plans, now: datetime) -> int:
    """Compare every outline with the one before, and put a notice for whom a change concerns.

    A plan that is seen for the first time is only noted. Several changes before the office opens are told as one.

    Returns:
        How many messages were put.
    """
    put = 0
    for organisation in plans.organisations.values():
        for plan in organisation.plans.values():
            put += _compare(session, organisation, plan, now)
    return put


def _compare(session: Session, organisation: Organisation, plan: Plan, now: datetime) -> int:
    name, shape = f"{MARK} {organisation.id}/{plan.id}", shape_of(plan)
    mark = marks.get_mark(session, name)
    before = Kept(**json.loads(mark)) if mark else Kept(shape, shape, now.isoformat())
    if mark and before.shape == shape:
        return 0
    opening = office_of(organisation).next_open(now)
    known = before.known if now < datetime.fromisoformat(before.told_at) else before.shape
    marks.set_mark(session, name, json.dumps(asdict(Kept(shape, known, opening.isoformat())), ensure_ascii=False))
    changed = changes(known, shape)
    return _tell(session, organisation, plan, changed, opening, now) if changed else 0


def _tell(
    session: Session, organisation: Organisation, plan: Plan, changed: list[Change], opening: datetime, now: datetime
) -> int:
    """Put one notice a chat, to go when the office sends; the office has changed something, nobody has asked."""
    owing = owing_units(session, organisation, plan, now)
    units: dict[int, list[str]] = defaultdict(list)
    hearers = people.chats_of_units(session, organisation.id, owing, now=now, with_groups=True) if owing else []
    for unit, chat in hearers:
        units[chat.id or 0].append(unit)
    about: dict[str, Any] = {"what": "outline-changed", "organisation": organisation.id, "plan": plan.id}
    about |= {"digest": digest(shape_of(plan)), "changes": [list(one) for one in changed]}
    rows = [
        OutboxRow(
            chat_id=chat,
            organisation=organisation.id,
            kind="notice",
            cause=f"outline {plan.id} {now.isoformat()}",
            about={**about, "units": mine},
            urgent_at=opening,
            not_before=opening,
        )
        for chat, mine in units.items()
    ]
    return outbox.put_many(session, rows)
