"""What the tests of the outbox share: a sender that claims, in two kinds of time."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import Session, select

from storage import outbox, people
from storage.tables import Chat, Outbox, OutboxState
from tests.storage.conftest import NOW

SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
LEASE = timedelta(seconds=90)
REAL = datetime.fromisoformat("2026-11-20T09:00:00+00:00")  # a rehearsal: the domain's time is another
WAITING, CLAIMED, SENT = OutboxState.WAITING, OutboxState.CLAIMED, OutboxState.SENT
UNCERTAIN, FAILED, WITHDRAWN = OutboxState.UNCERTAIN, OutboxState.FAILED, OutboxState.WITHDRAWN


def chats(session: Session, count: int) -> list[Chat]:
    return [people.chat_of(session, "telegram", "", f"chat-{number:03}") for number in range(count)]


def claim(
    session: Session, worker: str = "one", limit: int = 10, after: timedelta = 0 * SECOND, **filters: object
) -> list[Outbox]:
    """Claim at NOW, ``after`` real time has passed."""
    return outbox.claim(session, worker, NOW, REAL + after, LEASE, limit, **filters)


def claim_and_fix(session: Session, *parts: str, **how: object) -> Outbox:
    [row] = claim(session, **how)
    if row.text is None:
        outbox.fix_words(session, row, parts or ("Còn 2 ngày làm việc",), [[["Đã nộp", "nop:1"]]])
    return row


def states(session: Session) -> list[OutboxState]:
    session.expire_all()
    return [row.state for row in session.exec(select(Outbox).order_by(Outbox.id))]
