"""Look into the outbox: what waits, what went wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, func, or_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from storage.tables import Chat, Outbox, OutboxState, Person, Role

LONG_TRIED = 8  # tries after which a message that is still refused for the moment is a trouble: some four minutes


@dataclass(frozen=True, slots=True)
class Trouble:
    """A message that did not reach its chat, for a unit that the chat's person serves ("" for none)."""

    unit: str
    person: Person | None
    chat: Chat
    row: Outbox


def waiting_about(session: Session, organisation: str) -> list[Outbox]:
    """List what waits to be sent for an organisation, with what it is about."""
    waiting = select(Outbox).where(Outbox.organisation == organisation, Outbox.state == OutboxState.WAITING)
    return list(session.exec(waiting.order_by(col(Outbox.urgent_at), col(Outbox.id))))


def counts(session: Session) -> dict[OutboxState, int]:
    """Return how many rows are in each state, 0 included."""
    found = session.exec(select(col(Outbox.state), func.count()).group_by(col(Outbox.state)))
    return dict.fromkeys(OutboxState, 0) | dict(found.all())


def troubles(session: Session, organisation: str) -> list[Trouble]:
    """List the messages that failed, are uncertain or were refused again and again, newest first.

    A trouble is over as soon as a later message has reached the same chat.
    """
    later = aliased(Outbox)
    reached_since = exists().where(
        col(later.chat_id) == Outbox.chat_id, col(later.state) == OutboxState.SENT, col(later.id) > col(Outbox.id)
    )
    wanted = (
        select(Role.unit, Person, Chat, Outbox)
        .select_from(Outbox)
        .join(Chat, col(Chat.id) == Outbox.chat_id)
        .outerjoin(Person, col(Person.id) == Chat.person_id)
        .outerjoin(Role, _live_role_of_chat())
        .where(
            Outbox.organisation == organisation,
            _did_not_arrive(),
            ~reached_since,
        )
    )
    found = session.exec(wanted.order_by(col(Outbox.id).desc(), col(Role.unit)))
    return [Trouble(unit or "", person, chat, row) for unit, person, chat, row in found]


def next_due(session: Session) -> datetime | None:
    """Return the moment at which the first waiting message is due, in the domain's time."""
    return session.exec(select(func.min(Outbox.not_before)).where(Outbox.state == OutboxState.WAITING)).one()


def _did_not_arrive() -> ColumnElement[bool]:
    long_tried = and_(col(Outbox.state) == OutboxState.WAITING, col(Outbox.tries) >= LONG_TRIED)
    return or_(col(Outbox.state).in_((OutboxState.FAILED, OutboxState.UNCERTAIN)), long_tried)


def _live_role_of_chat() -> ColumnElement[bool]:
    same = (col(Role.person_id) == Chat.person_id) & (col(Role.organisation) == Outbox.organisation)
    return same & col(Role.ended_at).is_(None)
