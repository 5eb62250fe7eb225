"""What a unit reads when the standing office chases it: like a reminder, at whose request, as things stand then."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session

from handlers.finding import is_closed
from handlers.office import office_name
from handlers.pushes.bundles import Reminded, bundle_reply
from handlers.vocabulary import Reply, Text
from schedules.deadline import VIETNAM, Deadline
from schedules.duties import office_of
from schedules.ladder import StepKind
from schedules.owing import Owed
from schedules.plan import AssignmentId, Organisation
from schedules.sending_hours import Office
from storage import assignments, extensions, receipts, submissions
from storage.owed_now import owed_now


def chase_reply(
    session: Session, organisation: Organisation, about: Mapping[str, Any], units: Collection[str], now: datetime
) -> Reply | None:
    """Word a chase for one chat; None where nothing of it is still outstanding.

    Parameters:
        units: those that the chat's person serves now.
    """
    items = list(_still_outstanding(session, organisation, about["items"], units, now))
    if not items:
        return None
    reply = bundle_reply(organisation, items, now)
    offices = dict.fromkeys(office_name(organisation, item.owed.plan) for item in items)
    basis = Text("chase-basis", {"office": "; ".join(offices), "moment": now})
    texts = [text for said in reply.texts for text in ((said, basis) if said.key == "bundle-to" else (said,))]
    return Reply(tuple(texts), reply.buttons)


def state_at(deadline: Deadline, office: Office, now: datetime) -> tuple[StepKind, int]:
    """Say where an assignment stands, as a step of the ladder would, and how many working days off it is."""
    today = now.astimezone(VIETNAM).date()
    if now >= deadline.ends_at:
        return StepKind.OVERDUE, office.days.count(deadline.last_day, today)
    left = office.days.count(today, deadline.last_day)
    return (StepKind.BEFORE, left) if today < deadline.last_day else (StepKind.LAST_DAY, 0)


def _still_outstanding(
    session: Session,
    organisation: Organisation,
    items: Iterable[Mapping[str, Any]],
    units: Collection[str],
    now: datetime,
) -> Iterator[Reminded]:
    """Yield what still holds: not submitted, no other deadline since, none asked for, the person still of the unit."""
    ends = {item["assignment"]: datetime.fromisoformat(item["ends_at"]) for item in items}
    ids = {id: number for number, id in assignments.named_many(session, ends).items() if id.unit in units}
    done = {id for unit in {id.unit for id in ids} for id in submissions.standing(session, organisation.id, unit=unit)}
    settled = done | extensions.open_since(session, organisation.id).keys()
    known = receipts.live(session, ids.values(), now)
    for one in _owed(session, organisation, ids, now):
        number = ids[one.id]
        if one.id not in settled and one.deadline and one.deadline.ends_at == ends[number]:
            kind, days = state_at(one.deadline, office_of(organisation), now)
            receipt = known.get(number)
            yield Reminded(one, kind, days, False, number, received_at=receipt.received_at if receipt else None)


def _owed(session: Session, organisation: Organisation, ids: Collection[AssignmentId], now: datetime) -> Iterator[Owed]:
    for plan, unit in sorted({(id.plan, id.unit) for id in ids}):
        for one in owed_now(session, organisation, now, unit, plan):
            if one.id in ids and not is_closed(one.plan, one.task, now):
                yield one
