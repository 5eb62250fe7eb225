"""Reminders that people asked for themselves: rows of the outbox that wait, at most one moment a chat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from storage import outbox
from storage.outbox import OutboxRow
from storage.tables import Chat, Outbox, OutboxState

KIND = "snooze"


def put(
    session: Session, chat: Chat, cause: str, at: datetime, items: Mapping[str, Sequence[int]], now: datetime
) -> int:
    """Remind a chat at a moment, in place of what it waits for; return the number of the row.

    Args:
        cause: what was heard that asks for it: once for each.
        items: by organisation, the assignments to speak of; none of them for all that are outstanding then.
    """
    assert chat.id is not None
    withdraw(session, chat)
    rows = [
        OutboxRow(
            chat_id=chat.id,
            organisation=organisation,
            kind=KIND,
            cause=f"{cause} {organisation}",
            about={"assignments": list(numbers), "asked_at": now.isoformat()},
            urgent_at=at,
            not_before=at,
        )
        for organisation, numbers in items.items()
    ]
    outbox.put_many(session, rows)
    return min(row.id or 0 for row in waiting(session, chat))


def waiting(session: Session, chat: Chat) -> list[Outbox]:
    """List the reminders that a chat has asked for and not got yet."""
    wanted = select(Outbox).where(
        Outbox.chat_id == chat.id, Outbox.state == OutboxState.WAITING, Outbox.kind == KIND, Outbox.part == 0
    )
    return list(session.exec(wanted.order_by(col(Outbox.id))))


def withdraw(session: Session, chat: Chat) -> list[Outbox]:
    """Take back what a chat has asked for and not got yet; return what that was."""
    rows = waiting(session, chat)
    return [row for row in rows if outbox.withdraw(session, row)]
