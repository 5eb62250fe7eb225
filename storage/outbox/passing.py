"""Pass a message on to the person's other channel: what failed on one is tried once on the other, never back again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col, select

from storage.outbox.putting import OutboxRow, put_many
from storage.preferring import first_choice
from storage.tables import Chat, Outbox, OutboxState, Person, Told

NOT_REACHED = (OutboxState.FAILED, OutboxState.UNCERTAIN)


def pass_on(session: Session, row: Outbox, now: datetime) -> bool:
    """Put a message that has failed, or is uncertain, for its person's chat on another channel.

    The whole message goes there, also when only a further part of it failed. One that goes nowhere leaves the steps
    that it took along to their own time. A row in any other state is left alone, so that it can be called after every
    settlement.

    Returns:
        Whether it was put: False too where the person has no other chat, or the message has been to two already.
    """
    kept = session.get(Outbox, row.id, populate_existing=True)
    if kept is None or kept.state not in NOT_REACHED:
        return False
    passed = put_elsewhere(session, kept, now)
    if not passed and kept.kind == "bundle":
        untell_early(session, kept)
    return passed


def put_elsewhere(session: Session, row: Outbox, now: datetime) -> bool:
    """Put the same message for its person's chat on another channel; False where there is none to put it for."""
    chat = other_chat(session, row)
    return chat is not None and put_many(session, [copy_for(chat.id or 0, row, now)]) == 1


def copy_for(chat_id: int, row: Outbox, now: datetime) -> OutboxRow:
    """Return the same message for another chat, to be worded anew; due now, unless it was meant for later."""
    return OutboxRow(
        chat_id=chat_id,
        organisation=row.organisation,
        kind=row.kind,
        cause=row.cause,
        about=row.about,
        urgent_at=row.urgent_at,
        not_before=max(now, row.not_before),
    )


def other_chat(session: Session, row: Outbox) -> Chat | None:
    """Return the chat on another channel that a message may go to; None when another chat has had it before.

    It is the person's, can be reached, and its bot may speak for the organisation; the preferred channel comes first.
    """
    chat = session.get_one(Chat, row.chat_id)
    if chat.person_id is None or _has_been_elsewhere(session, chat, row):
        return None
    others = select(Chat).where(
        Chat.person_id == chat.person_id,
        Chat.channel != chat.channel,
        col(Chat.unreachable_at).is_(None),
        col(Chat.bot).in_(("", row.organisation)),
    )
    found = session.exec(others).all()
    return first_choice(found, session.get_one(Person, chat.person_id).preferred) if found else None


def untell_early(session: Session, row: Outbox) -> None:
    """Forget that a bundle told steps before their time: it did not, on any channel."""
    own = session.get_one(Chat, row.chat_id)
    of_person = select(Chat.id).where(col(Chat.person_id).is_not(None), Chat.person_id == own.person_id)
    for item in row.about["items"]:
        if isinstance(item, dict) and item.get("early"):
            told = delete(Told).where(
                (col(Told.chat_id) == own.id) | col(Told.chat_id).in_(of_person),
                col(Told.assignment_id) == item["assignment"],
                col(Told.step) == item["step"],
                col(Told.ends_at) == item["ends_at"],
            )
            session.exec(told, execution_options={"synchronize_session": False})


def _has_been_elsewhere(session: Session, chat: Chat, row: Outbox) -> bool:
    others = select(Chat.id).where(Chat.person_id == chat.person_id, Chat.id != chat.id)
    copies = select(Outbox.id).where(
        col(Outbox.chat_id).in_(others), Outbox.kind == row.kind, Outbox.cause == row.cause
    )
    return session.exec(copies).first() is not None
