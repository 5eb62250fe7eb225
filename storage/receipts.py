"""Receipts: somebody's "đã nhận" for an assignment. One that is live stops the asking, never the reminders."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlmodel import Session, col, select

from schedules.plan import AssignmentId
from storage import assignments, journal
from storage.listed import listed
from storage.tables import Chat, Extension, Outbox, OutboxState, Receipt, Return, Role, Told


def record(session: Session, wanted: Mapping[AssignmentId, datetime], person_id: int, now: datetime) -> list[Receipt]:
    """Record that assignments were seen, those left out that have a live receipt. Return the new ones.

    Whoever presses second finds the first one's: only one writes at a time.

    Args:
        wanted: when each receipt lapses.
    """
    numbers = assignments.numbers(session, wanted)
    known = live(session, numbers.values(), now)
    made = []
    for id, lapses_at in wanted.items():
        if numbers[id] not in known:
            receipt = Receipt(assignment_id=numbers[id], person_id=person_id, received_at=now, lapses_at=lapses_at)
            session.add(receipt)
            journal.write(
                session,
                at=now,
                act="received",
                organisation=id.organisation,
                person_id=person_id,
                unit=id.unit,
                assignment_id=numbers[id],
            )
            made.append(receipt)
    session.flush()
    return made


def live(session: Session, numbers: Iterable[int], now: datetime) -> dict[int, Receipt]:
    """Return the receipts that have not lapsed, by the number of the assignment."""
    return since(session, numbers, now)


def since(session: Session, numbers: Iterable[int], moment: datetime) -> dict[int, Receipt]:
    """Return the latest receipt of each assignment among those that held at a moment or were given after it.

    One that was given before the deadline moved, by a return or an extension, is of the round before and
    counts no more.
    """
    returned = select(Return.id).where(
        Return.assignment_id == Receipt.assignment_id,
        col(Return.undone_at).is_(None),
        Return.returned_at > Receipt.received_at,
    )
    extended = select(Extension.id).where(
        Extension.assignment_id == Receipt.assignment_id,
        col(Extension.last_day).is_not(None),
        col(Extension.ended_at).is_(None),
        col(Extension.decided_at) > Receipt.received_at,
    )
    wanted = (
        select(Receipt)
        .where(col(Receipt.assignment_id).in_(listed(numbers)), col(Receipt.lapses_at) > moment)
        .where(~returned.exists(), ~extended.exists())
        .order_by(col(Receipt.received_at))
    )
    return {receipt.assignment_id: receipt for receipt in session.exec(wanted)}


def told_by(session: Session, person_id: int, here: int | None, moment: datetime) -> list[AssignmentId]:
    """List the assignments of which a person's chats, or the chat ``here``, had been told by a moment."""
    chats = [here, *session.exec(select(Chat.id).where(Chat.person_id == person_id))]
    told = select(Told.assignment_id).where(col(Told.chat_id).in_(listed(chats)), col(Told.told_at) <= moment)
    return sorted(assignments.named_many(session, set(session.exec(told))).values())


def sent(session: Session, organisation: str, unit: str) -> dict[int, datetime]:
    """Return when a unit's people were last reminded of each assignment: what has arrived, by its number."""
    of_unit = (
        select(Chat.id)
        .join(Role, col(Role.person_id) == Chat.person_id)
        .where(Role.organisation == organisation, Role.unit == unit, col(Role.ended_at).is_(None))
    )
    arrived = select(Outbox.about, Outbox.sent_at).where(
        col(Outbox.chat_id).in_(of_unit),
        Outbox.state == OutboxState.SENT,
        Outbox.organisation == organisation,
        col(Outbox.kind).in_(("bundle", "chase")),
        Outbox.part == 0,
    )
    found: dict[int, datetime] = {}
    for about, sent_at in session.exec(arrived):
        for item in about["items"]:
            if sent_at:
                found[item["assignment"]] = max(sent_at, found.get(item["assignment"], sent_at))
    return found
