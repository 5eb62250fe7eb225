"""What a typed number means in a chat whose channel has no buttons: one thing, over all its messages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, literal_column
from sqlmodel import Session, col, select

from storage.tables import Chat, Choice

LIVE = timedelta(days=7)  # how long a number can be answered
KEPT = timedelta(days=30)  # how long it is known what it meant: so long nothing else is meant by it
ANSWER = "heard "  # begins the name of an offer that answers somebody
# Two messages of one moment are told apart by SQLite's own count of rows: a later row has a higher one.
ROWID: ColumnElement[int] = literal_column("rowid")
LAST = 99  # beyond it numbers begin again at 1, once the low ones have been forgotten


def offer(session: Session, chat: Chat, offer: str, choices: Sequence[tuple[str, str]], now: datetime) -> int:
    """Give the choices of one message consecutive numbers and return the first.

    Args:
        offer: names the message; one that is worded anew keeps its numbers where they are enough.
        choices: (label as it is shown, press).
    """
    assert chat.id is not None
    first = first_number(session, chat, offer, len(choices), now)
    for former in _of_offer(session, chat.id, offer):
        session.delete(former)
    session.flush()
    session.add_all(
        Choice(
            chat_id=chat.id,
            number=number,
            offer=offer,
            label=label,
            press=press,
            offered_at=now,
            expires_at=now + LIVE,
        )
        for number, (label, press) in enumerate(choices, first)
    )
    session.flush()
    return first


def first_number(session: Session, chat: Chat, offer: str, count: int, now: datetime) -> int:
    """Return the number that ``offer`` would give to the first of ``count`` choices."""
    assert chat.id is not None
    _forget(session, chat.id, now - KEPT)
    former = _of_offer(session, chat.id, offer)
    return former[0].number if len(former) >= count > 0 else _fresh(session, chat.id, count)


def at(session: Session, chat: Chat, number: int) -> Choice | None:
    """Return what a number means or meant, None where it is not known (any more)."""
    return session.get(Choice, (chat.id, number))


def newest(session: Session, chat: Chat, now: datetime) -> list[Choice]:
    """List the choices of the message that offered some last, by number; none where they have expired."""
    assert chat.id is not None
    return [choice for choice in _latest(session, chat.id) if now < choice.expires_at]


def newest_answer(session: Session, chat: Chat, now: datetime) -> list[Choice]:
    """List the choices of the latest answer to what the person said, whatever was pushed since."""
    assert chat.id is not None
    wanted = select(Choice.offer).where(Choice.chat_id == chat.id, col(Choice.offer).startswith(ANSWER))
    offer = session.exec(wanted.order_by(col(Choice.offered_at).desc(), ROWID.desc()).limit(1)).first()
    return [one for one in _of_offer(session, chat.id, offer) if now < one.expires_at] if offer else []


def forget_before(session: Session, moment: datetime) -> int:
    """Remove the choices offered before ``moment``, which makes their numbers free. Return how many."""
    return session.exec(delete(Choice).where(col(Choice.offered_at) < moment)).rowcount


def _forget(session: Session, chat_id: int, moment: datetime) -> None:
    session.exec(delete(Choice).where(col(Choice.chat_id) == chat_id, col(Choice.offered_at) < moment))


def _fresh(session: Session, chat_id: int, count: int) -> int:
    """Find so many numbers in a row that mean nothing: after the last, else from 1, else after the highest."""
    taken = set(session.exec(select(Choice.number).where(Choice.chat_id == chat_id)))
    last = max((choice.number for choice in _latest(session, chat_id)), default=0)
    first = last + 1 if last + count <= LAST else 1
    return first if taken.isdisjoint(range(first, first + count)) else max(taken) + 1


def _latest(session: Session, chat_id: int) -> list[Choice]:
    """List the choices of the latest offer, live or not."""
    wanted = select(Choice.offer).where(Choice.chat_id == chat_id)
    offer = session.exec(wanted.order_by(col(Choice.offered_at).desc(), ROWID.desc()).limit(1)).first()
    return _of_offer(session, chat_id, offer) if offer is not None else []


def _of_offer(session: Session, chat_id: int, offer: str) -> list[Choice]:
    wanted = select(Choice).where(Choice.chat_id == chat_id, Choice.offer == offer)
    return list(session.exec(wanted.order_by(col(Choice.number))))
