"""Keep an outage, or a hold, from ending in a backlog: what a newer message says, an older one leaves out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, col, select

from storage.outbox.held import DROPPED, HELD_BACK, MERGED
from storage.outbox.settling import withdraw
from storage.tables import Chat, Outbox, OutboxState

SAYS_SO = (OutboxState.WAITING, OutboxState.SENT, OutboxState.UNCERTAIN)
# What makes up for a message of each kind: a ladder's step says what a chase has asked for, not the other way round.
SAID_BY = {"bundle": ("bundle",), "chase": ("bundle", "chase")}


def leave_to_newer(session: Session, row: Outbox) -> None:
    """Take out of a claimed bundle, or chase, the assignments that a newer one for the same person speaks of.

    Newer is what tells a later step: a copy for another channel is put later than what it is a copy of.
    """
    said: dict[tuple[Any, Any], str] = {}
    for item in _said_since(session, row):
        said[_what(item)] = max(_step_at(item), said.get(_what(item), ""))
    kept = [item for item in row.about["items"] if said.get(_what(item), "") <= _step_at(item)]
    if len(kept) < len(row.about["items"]):
        row.about = {**row.about, "items": kept}


def drop_waiting(session: Session, organisation: str) -> int:
    """Withdraw what waits of an organisation and is not made up for after a hold. Return how many rows."""
    waiting = update(Outbox).where(
        col(Outbox.organisation) == organisation,
        col(Outbox.kind).in_(DROPPED),
        col(Outbox.state) == OutboxState.WAITING,
    )
    dropped = waiting.values(state=OutboxState.WITHDRAWN, trouble=HELD_BACK)
    return session.exec(dropped, execution_options={"synchronize_session": False}).rowcount


def merge_waiting(session: Session, organisation: str) -> int:
    """Put all that waits of one kind for one chat into its newest message; return how many were withdrawn for that.

    What may have arrived is sent again as it was.
    """
    waiting = select(Outbox).where(
        Outbox.organisation == organisation,
        col(Outbox.kind).in_(MERGED),
        Outbox.state == OutboxState.WAITING,
        Outbox.part == 0,
        Outbox.unknown_outcomes == 0,
    )
    alike: dict[tuple[int, str], list[Outbox]] = defaultdict(list)
    for row in session.exec(waiting.order_by(col(Outbox.id))):
        alike[row.chat_id, row.kind].append(row)
    return sum(_merge(session, rows) for rows in alike.values() if len(rows) > 1)


def _merge(session: Session, rows: Sequence[Outbox]) -> int:
    """Keep the newest item of each assignment in the newest row, which is as urgent as the most urgent of them."""
    *older, newest = rows
    items: dict[tuple[Any, Any], dict[str, Any]] = {}
    for item in (item for row in rows for item in row.about["items"]):
        before = items.get(place := (item["assignment"], item.get("level")))
        if before is None or _step_at(before) <= _step_at(item):
            items[place] = item
    newest.about = {**newest.about, "items": list(items.values())}
    newest.urgent_at = min(row.urgent_at for row in rows)
    session.flush()
    for row in older:
        withdraw(session, row)
    return len(older)


def _said_since(session: Session, row: Outbox) -> Iterator[dict[str, Any]]:
    """Yield the items of the bundles that were put since for the same person."""
    chats, first = _where_and_since(session, row)
    others = select(Outbox.about).where(
        col(Outbox.chat_id).in_(chats),
        Outbox.organisation == row.organisation,
        col(Outbox.kind).in_(SAID_BY[row.kind]),
        Outbox.cause != row.cause,
        Outbox.part == 0,
        col(Outbox.id) > first,
        col(Outbox.state).in_(SAYS_SO),
    )
    for about in session.exec(others):
        yield from about["items"]


def _where_and_since(session: Session, row: Outbox) -> tuple[list[int], int]:
    """Return the chats to look into, and the row from which on: a copy's is the row that it is a copy of.

    Where that was sent and had no receipt, nothing else in its chat is known to have been read: it does not count.
    """
    chats, first = _chats_of_person(session, row), row.id or 0
    if len(chats) == 1:
        return chats, first
    alike = select(Outbox.id, Outbox.chat_id, Outbox.state).where(
        col(Outbox.chat_id).in_(chats), Outbox.kind == row.kind, Outbox.cause == row.cause, Outbox.part == 0
    )
    for id, chat, state in session.exec(alike):
        first = min(first, id or 0)
        if state is OutboxState.SENT and chat != row.chat_id:
            chats.remove(chat)
    return chats, first


def _chats_of_person(session: Session, row: Outbox) -> list[int]:
    person = session.get_one(Chat, row.chat_id).person_id
    if person is None:
        return [row.chat_id]
    return [chat or 0 for chat in session.exec(select(Chat.id).where(Chat.person_id == person))]


def _what(item: dict[str, Any]) -> tuple[Any, Any]:
    """Name what an item tells: another deadline of the same assignment is something else."""
    return item["assignment"], item.get("ends_at")


def _step_at(item: dict[str, Any]) -> str:
    return str(item.get("at", ""))
