"""Look into the outbox: what waits, what went wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, or_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from storage.listed import listed
from storage.tables import Chat, Outbox, OutboxState, Person, Role

LONG_TRIED = 8  # tries after which a message that is still refused for the moment is a trouble: some four minutes


@dataclass(frozen=True, slots=True)
class Trouble:
    """A message that did not reach its chat, for a unit that the chat's person serves ("" for none)."""

    unit: str
    person: Person | None
    chat: Chat
    row: Outbox


def waiting_on(session: Session, channel: str, bot: str) -> list[tuple[int, int, str, dict[str, Any]]]:
    """List what waits to be sent by one bot, as (row, part, kind, what it is about)."""
    waiting = select(Outbox.id, Outbox.part, Outbox.kind, Outbox.about).where(
        Outbox.state == OutboxState.WAITING, Outbox.channel == channel, Outbox.bot == bot
    )
    return [(id or 0, part, kind, dict(about)) for id, part, kind, about in session.exec(waiting)]


def counts(session: Session) -> dict[OutboxState, int]:
    """Return how many rows are in each state, 0 included."""
    found = session.exec(select(col(Outbox.state), func.count()).group_by(col(Outbox.state)))
    return dict.fromkeys(OutboxState, 0) | dict(found.all())


def troubles(session: Session, organisation: str) -> list[Trouble]:
    """List the messages that failed, are uncertain or were refused again and again, newest first.

    A trouble is over as soon as the message itself, or a later one, has reached the person on any channel.
    """
    wanted = (
        select(Role.unit, Person, Chat, Outbox)
        .select_from(Outbox)
        .join(Chat, col(Chat.id) == Outbox.chat_id)
        .outerjoin(Person, col(Person.id) == Chat.person_id)
        .outerjoin(Role, _live_role_of_chat())
        .where(
            Outbox.organisation == organisation,
            col(Chat.person_id).is_not(None),
            _did_not_arrive(),
            ~_reached_since(),
        )
    )
    found = session.exec(wanted.order_by(col(Outbox.id).desc(), col(Role.unit)))
    return [Trouble(unit or "", person, chat, row) for unit, person, chat, row in found]


def told_chats(session: Session, chats: Iterable[int], cause: str) -> set[int]:
    """Return those of the chats to which the notice of a cause has gone out, or may have."""
    gone = (OutboxState.CLAIMED, OutboxState.SENT, OutboxState.UNCERTAIN)
    wanted = select(Outbox.chat_id).where(
        col(Outbox.chat_id).in_(listed(chats)), Outbox.kind == "notice", Outbox.cause == cause
    )
    return set(session.exec(wanted.where(col(Outbox.state).in_(gone))))


def _did_not_arrive() -> ColumnElement[bool]:
    long_tried = and_(col(Outbox.state) == OutboxState.WAITING, col(Outbox.tries) >= LONG_TRIED)
    return or_(col(Outbox.state).in_((OutboxState.FAILED, OutboxState.UNCERTAIN)), long_tried)


def _reached_since() -> ColumnElement[bool]:
    reached, own = aliased(Outbox), aliased(Chat)
    # Not a join: it would read all that was ever sent.
    of_person = select(own.id).where(own.person_id == Chat.person_id).correlate(Chat)
    same_message = and_(col(reached.kind) == Outbox.kind, col(reached.cause) == Outbox.cause)
    elsewhere = and_(same_message, col(reached.chat_id) != Outbox.chat_id)
    return exists().where(
        col(reached.chat_id).in_(of_person),
        col(reached.state) == OutboxState.SENT,
        or_(col(reached.id) > col(Outbox.id), elsewhere),
    )


def _live_role_of_chat() -> ColumnElement[bool]:
    same = (col(Role.person_id) == Chat.person_id) & (col(Role.organisation) == Outbox.organisation)
    return same & col(Role.ended_at).is_(None)
