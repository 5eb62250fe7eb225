"""Who hears of an extension: coordinators of a request, the unit and the other coordinators of what was decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from handlers.extensions.extension_texts import Extended
from handlers.pushes.telling import coordinators, officers, tell
from schedules.plan import AssignmentId, Organisation, Plan
from storage import extension_batches, outbox, people
from storage.tables import Chat, Extension, Outbox, OutboxState, RoleKind

ABOVE = (RoleKind.DEPUTY, RoleKind.LEADER)  # may ask too, and hear the answer then
GONE_OUT = (OutboxState.CLAIMED, OutboxState.SENT, OutboxState.UNCERTAIN)


def tell_request(
    session: Session, organisation: Organisation, plan: Plan, number: int, now: datetime, *, again: bool = False
) -> int:
    """Put a request for the coordinators who follow the plan, once and once ``again``; return for how many."""
    chats = [chat.id for chat in coordinators(session, organisation, plan) if chat.id is not None]
    about = {"what": "extension-asked", "extension": number, "again": again}
    cause = f"extension-{'again' if again else 'asked'}-{number}"
    return _put(session, organisation.id, cause, dict.fromkeys(chats, about), now)


def tell_withdrawn(
    session: Session, organisation: Organisation, extension: Extension, person: int, now: datetime
) -> None:
    """Tell the coordinators who have seen a request that the unit has taken it back."""
    about = {"what": "extension-withdrawn", "extension": extension.id, "person": person}
    seen = {row.chat_id for row in _gone_out(session, f"extension-asked-{extension.id}")}
    _put(session, organisation.id, f"extension-withdrawn-{extension.id}", dict.fromkeys(seen, about), now)


def tell_refused(session: Session, one: Extended, why: str, now: datetime) -> None:
    """Tell the unit, and the other coordinators, that the deadline stays."""
    extension, id = one.extension, one.id
    about = {"what": "extension-refused", "extension": extension.id, "why": why}
    chats = {chat.id: chat for chat in officers(session, id.organisation, id.unit, now=now)}
    chats |= {chat.id: chat for chat in _asking(session, id, extension)}
    tell(session, chats.values(), id.organisation, f"extension-refused-{extension.id}", about, now)
    others = coordinators(session, one.organisation, one.owed.plan, extension.decided_by)
    about = {"what": "extension-refused-others", "extension": extension.id, "why": why}
    tell(session, others, id.organisation, f"extension-refused-{extension.id}", about, now)


def tell_granted(
    session: Session, organisation: Organisation, plan: Plan, batch: str, person: int, now: datetime
) -> None:
    """Tell the units what one decision gave them, each chat once, and the other coordinators."""
    gave = dict(extension_batches.of_batch(session, batch))
    of_unit = {id.unit: one.id for id, one in gave.items()}
    of_chat: dict[int, set[int]] = defaultdict(set)
    for unit, chat in people.chats_of_units(session, organisation.id, of_unit, now=now):
        of_chat[chat.id or 0].add(of_unit[unit] or 0)
    for id, one in gave.items():
        for chat in _asking(session, id, one):
            of_chat[chat.id or 0].add(one.id or 0)
    abouts = {chat: {"what": "extension-granted", "extensions": sorted(ids)} for chat, ids in of_chat.items()}
    _put(session, organisation.id, f"extension-granted-{batch}", abouts, now)
    about = {"what": "extension-decided", "batch": batch}
    others = coordinators(session, organisation, plan, person)
    tell(session, others, organisation.id, f"extension-decided-{batch}", about, now)


def tell_undone(session: Session, batch: str, undone: Mapping[AssignmentId, int], person: int, now: datetime) -> None:
    """Tell those who have heard of a decision that it was taken back; others hear nothing of either.

    Parameters:
        undone: from whom it was taken, with the numbers of the assignments.
    """
    organisation = next(iter(undone)).organisation
    told = _gone_out(session, f"extension-granted-{batch}")
    abouts = {row.chat_id: {**row.about, "what": "extension-undone"} for row in told}
    _put(session, organisation, f"extension-undone-{batch}", abouts, now)
    first = next(iter(undone.values()))
    about = {"what": "extension-undone-others", "assignment": first, "count": len(undone), "person": person}
    others = {row.chat_id for row in _gone_out(session, f"extension-decided-{batch}")}
    _put(session, organisation, f"extension-undone-{batch}", dict.fromkeys(others - abouts.keys(), about), now)


def _asking(session: Session, id: AssignmentId, extension: Extension) -> list[Chat]:
    """Return the chat of the person who asked, where that is no officer but somebody above."""
    if extension.asked_by is None:
        return []
    found = people.chats_of_units(session, id.organisation, [id.unit], ABOVE)
    return [chat for _, chat in found if chat.person_id == extension.asked_by]


def _gone_out(session: Session, cause: str) -> list[Outbox]:
    """List the notices of a cause that are on phones, or on their way."""
    wanted = select(Outbox).where(Outbox.kind == "notice", Outbox.cause == cause, Outbox.part == 0)
    return list(session.exec(wanted.where(col(Outbox.state).in_(GONE_OUT))))


def _put(
    session: Session, organisation: str, cause: str, abouts: Mapping[int, Mapping[str, Any]], now: datetime
) -> int:
    """Put a notice for each chat, all at once; return for how many it is news."""
    rows = [
        outbox.OutboxRow(
            chat_id=chat,
            organisation=organisation,
            kind="notice",
            cause=cause,
            about=dict(about),
            urgent_at=now,
            not_before=now,
        )
        for chat, about in abouts.items()
    ]
    return outbox.put_many(session, rows)
