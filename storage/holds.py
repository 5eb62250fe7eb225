"""Holds: all pushes of an organisation stand still until somebody lets them go on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session, col, delete, select

from storage import journal, outbox
from storage.tables import Hold, Outbox, OutboxState


@dataclass(frozen=True, slots=True)
class Waiting:
    """What a hold keeps back: to how many chats something will go, and what will not go any more."""

    chats: int
    dropped: int


def held(session: Session) -> tuple[str, ...]:
    """Return the organisations whose pushes stand still."""
    return tuple(session.exec(select(Hold.organisation).order_by(Hold.organisation)))


def of(session: Session, organisation: str) -> Hold | None:
    """Return the hold of an organisation, None where everything goes."""
    return session.get(Hold, organisation)


def hold(session: Session, organisation: str, person_id: int, now: datetime) -> bool:
    """Let the pushes stand still. Return False where they do already: whoever was first stays on record."""
    once = insert(Hold).on_conflict_do_nothing()
    begun = session.exec(once.values(organisation=organisation, held_by=person_id, held_at=now)).rowcount == 1
    if begun:
        journal.write(session, at=now, act="held", organisation=organisation, person_id=person_id)
    return begun


def release(session: Session, organisation: str, person_id: int, now: datetime) -> Waiting | None:
    """Let the pushes go on: one newest message of each kind a chat. Return what waited, None where nothing was held."""
    waited = waiting(session, organisation)
    if session.exec(delete(Hold).where(col(Hold.organisation) == organisation)).rowcount == 0:
        return None
    session.expire_all()
    outbox.drop_waiting(session, organisation)
    outbox.merge_waiting(session, organisation)
    journal.write(session, at=now, act="resumed", organisation=organisation, person_id=person_id, count=waited.chats)
    return waited


def waiting(session: Session, organisation: str) -> Waiting:
    """Count what waits to be pushed."""
    wanted = (
        select(col(Outbox.kind).in_(outbox.DROPPED), Outbox.chat_id)
        .where(Outbox.organisation == organisation, Outbox.state == OutboxState.WAITING, Outbox.part == 0)
        .where(outbox.is_push(Outbox))
    )
    found = list(session.exec(wanted))
    return Waiting(len({chat for dropped, chat in found if not dropped}), sum(dropped for dropped, _ in found))
