"""The chats of one person: on which channels they can be told, which of them first, and how one is taken away."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, SQLModel, col, select

from storage import marks, outbox
from storage.preferring import first_choice
from storage.tables import Chat, Outbox, OutboxState, Person

OFFERED = "channels"  # mark: the channels on which a bot of this database runs
BOTH = ("telegram", "zalo")


def offer(session: Session, channels: Iterable[str]) -> None:
    """Note on which channels bots run, so that nobody is sent to one that has none."""
    marks.set_mark(session, OFFERED, " ".join(sorted(set(channels))))


def offered(session: Session) -> tuple[str, ...]:
    """Return the channels on which people can be reached."""
    noted = marks.get_mark(session, OFFERED)
    return BOTH if noted is None else tuple(noted.split())


def chats_of(session: Session, person_id: int) -> list[Chat]:
    """List a person's chats, the oldest first."""
    return list(session.exec(select(Chat).where(Chat.person_id == person_id).order_by(col(Chat.id))))


def prefer(session: Session, person_id: int, channel: str) -> None:
    """Note on which channel a person wants to be told first."""
    session.get_one(Person, person_id).preferred = channel
    session.flush()


def unlink(session: Session, chat: Chat, kept: Chat, now: datetime) -> None:
    """Take a chat away from its person: what waits for it, and what it has been told, goes over to ``kept``.

    So does what is being sent just now: should it fail, nobody would know any more whose it was.

    Args:
        kept: another chat of the same person.
    """
    owed = select(Outbox).where(Outbox.chat_id == chat.id, col(Outbox.state).in_(outbox.ON_THE_WAY))
    for row in session.exec(owed.order_by(col(Outbox.id))).all():
        outbox.put_elsewhere(session, row, now)
        if row.state is OutboxState.WAITING:
            outbox.withdraw(session, row)
    told = SQLModel.metadata.tables["told"]
    moved = update(told).prefix_with("OR IGNORE").where(told.c.chat_id == chat.id).values(chat_id=kept.id)
    session.connection().execute(moved)
    person = session.get_one(Person, chat.person_id)
    chat.person_id = None
    session.flush()
    if person.preferred not in {other.channel for other in chats_of(session, person.id or 0)}:
        person.preferred = None
        session.flush()


def told_in(session: Session, person_id: int, organisation: str) -> list[Chat]:
    """Return the one chat in which an organisation tells a person something; nothing where there is none."""
    fit = [
        chat
        for chat in chats_of(session, person_id)
        if chat.bot in ("", organisation) and chat.unreachable_at is None and chat.kind == "private"
    ]
    return [first_choice(fit, session.get_one(Person, person_id).preferred)] if fit else []
