"""Settle what became of a claimed message, by the sender that holds it.

Every function that settles returns whether the row was still the sender's own; if not, nothing has changed.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import case, update
from sqlmodel import Session, col

from storage.tables import Chat, Outbox, OutboxState

CLAIMED, WAITING, UNCERTAIN = OutboxState.CLAIMED, OutboxState.WAITING, OutboxState.UNCERTAIN
LOST = "outcome-unknown"  # trouble of a row whose sender was never heard of again


def sent(session: Session, row: Outbox, platform_id: str, now: datetime) -> bool:
    """Settle: it has arrived. Also when the lease has run out meanwhile, unless another sender has taken it since."""
    known = {"state": OutboxState.SENT, "sent_at": now, "platform_id": platform_id, "trouble": None}
    return _settle(session, row, (CLAIMED, WAITING, UNCERTAIN), known | _one_more_try())


def put_back(session: Session, row: Outbox, not_before: datetime, counts: bool, trouble: str) -> bool:
    """Settle: refused for the moment. Its further parts wait with it.

    Args:
        counts: False where it was no attempt at all (a 429).
    """
    tries = _one_more_try() if counts else {}
    settled = _settle(
        session, row, (CLAIMED,), {"state": WAITING, "not_before": not_before, "trouble": trouble} | tries
    )
    if settled:
        _change_later_parts(session, row, {"not_before": not_before})
    return settled


def unknown(session: Session, row: Outbox, trouble: str, not_before: datetime) -> bool:
    """Settle: nobody knows whether it has arrived. Once it is sent again, the second time it is UNCERTAIN."""
    settled = _settle(session, row, (CLAIMED,), _outcome_unknown() | {"trouble": trouble, "not_before": not_before})
    if settled:
        _change_later_parts(session, row, {"not_before": not_before})
    return settled


def failed(session: Session, row: Outbox, trouble: str) -> bool:
    """Settle: refused for ever. Its further parts are withdrawn."""
    return _end(session, row, (CLAIMED,), {"state": OutboxState.FAILED, "trouble": trouble} | _one_more_try())


def withdraw(session: Session, row: Outbox) -> bool:
    """Settle a claimed row, or take back one that waits: nothing of it is still true."""
    return _end(session, row, (CLAIMED, WAITING), {"state": OutboxState.WITHDRAWN})


def give_up_lost(session: Session, real_now: datetime) -> int:
    """Take back the rows whose lease has run out; ``claim`` does so first. Return how many there were.

    One whose words were never fixed was never sent either, so its outcome is known.
    """
    lost = update(Outbox).where(col(Outbox.state) == CLAIMED, col(Outbox.lease_until) < real_now)
    never_sent = session.exec(lost.where(col(Outbox.text).is_(None)).values(state=WAITING)).rowcount
    return never_sent + session.exec(lost.values(**_outcome_unknown(), trouble=LOST)).rowcount


def fail_waiting(session: Session, chat: Chat, trouble: str) -> int:
    """Fail all that waits for a chat which cannot be reached any more. Return how many messages that were."""
    waiting = update(Outbox).where(col(Outbox.chat_id) == chat.id, col(Outbox.state) == WAITING)
    return session.exec(waiting.values(state=OutboxState.FAILED, trouble=trouble)).rowcount


def _one_more_try() -> dict[str, Any]:
    return {"tries": col(Outbox.tries) + 1}


def _outcome_unknown() -> dict[str, Any]:
    times = col(Outbox.unknown_outcomes)
    return {"state": case((times == 0, WAITING), else_=UNCERTAIN), "unknown_outcomes": times + 1} | _one_more_try()


def _settle(session: Session, row: Outbox, states: Collection[OutboxState], values: dict[str, Any]) -> bool:
    """Change a row only as long as it is held as ``row`` has it: somebody else may have taken it since."""
    held_as_before = update(Outbox).where(
        col(Outbox.id) == row.id,
        col(Outbox.state).in_(states),
        col(Outbox.claimed_by) == row.claimed_by,
        col(Outbox.lease_until) == row.lease_until,
    )
    return session.exec(held_as_before.values(**values)).rowcount == 1


def _end(session: Session, row: Outbox, states: Collection[OutboxState], values: dict[str, Any]) -> bool:
    ended = _settle(session, row, states, values)
    if ended:
        _change_later_parts(session, row, {"state": OutboxState.WITHDRAWN})
    return ended


def _change_later_parts(session: Session, row: Outbox, values: dict[str, Any]) -> None:
    later = update(Outbox).where(
        col(Outbox.chat_id) == row.chat_id,
        col(Outbox.kind) == row.kind,
        col(Outbox.cause) == row.cause,
        col(Outbox.part) > row.part,
        col(Outbox.state) == WAITING,
    )
    session.exec(later.values(**values))
