"""Put messages into the outbox: each once per chat, kind and cause."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session, col, select

from storage.listed import listed
from storage.outbox.repeating import gap
from storage.tables import Chat, Outbox


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxRow:
    """A message to put: once per chat, kind and cause. ``about`` is what JSON can hold."""

    chat_id: int
    organisation: str
    kind: str
    cause: str
    about: dict[str, Any]
    urgent_at: datetime
    not_before: datetime


def put(
    session: Session,
    *,
    chat_id: int,
    organisation: str,
    kind: str,
    cause: str,
    about: dict[str, Any],
    urgent_at: datetime,
    not_before: datetime,
) -> bool:
    """Put one message. Return False when that chat was put one of this kind and cause before."""
    row = OutboxRow(
        chat_id=chat_id,
        organisation=organisation,
        kind=kind,
        cause=cause,
        about=about,
        urgent_at=urgent_at,
        not_before=not_before,
    )
    return put_many(session, [row]) == 1


def put_many(session: Session, rows: Iterable[OutboxRow]) -> int:
    """Put many messages, those put before left as they were. Return how many were new."""
    names = [field.name for field in fields(OutboxRow)]
    values = [{name: getattr(row, name) for name in names} for row in rows]
    if not values:
        return 0
    wanted = select(Chat.id, Chat.channel, Chat.bot).where(col(Chat.id).in_(listed({one["chat_id"] for one in values})))
    sent_by = {chat: {"channel": channel, "bot": bot} for chat, channel, bot in session.exec(wanted)}
    values = [{**one, **sent_by.get(one["chat_id"], {"channel": "", "bot": ""})} for one in values]
    if unknown := gap(session):  # after a restore: what may have been sent before says so
        for one in values:
            one["unknown_outcomes"] = int(unknown.may_have_gone(one["kind"], one["about"]))
    once = insert(Outbox).on_conflict_do_nothing(index_elements=["chat_id", "kind", "cause", "part"])
    return session.connection().execute(once, values).rowcount
