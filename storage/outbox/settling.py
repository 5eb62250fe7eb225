"""Settle what became of a claimed message, by the sender that holds it.

Every function that settles returns whether the row was still the sender's own; if not, nothing has changed.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Update, bindparam, case, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from schedules.forecast import month_of
from storage import spending
from storage.outbox.passing import other_chat, pass_on
from storage.tables import Chat, Outbox, OutboxState

CLAIMED, WAITING, UNCERTAIN = OutboxState.CLAIMED, OutboxState.WAITING, OutboxState.UNCERTAIN
ANY_LOST = select(Outbox.id).where(Outbox.state == CLAIMED, col(Outbox.lease_until) < bindparam("moment")).limit(1)
LOST = "outcome-unknown"  # trouble of a row whose sender was never heard of again


def sent(session: Session, row: Outbox, platform_id: str, now: datetime) -> bool:
    """Settle: it has arrived. Also when the lease has run out meanwhile, unless another sender has taken it since.

    If it was passed on for that, and the copy has not gone out, the copy is withdrawn.
    """
    known = {"state": OutboxState.SENT, "sent_at": now, "platform_id": platform_id, "trouble": None} | _one_more_try()
    if _settle(session, row, (CLAIMED,), known):
        return True
    settled = _settle(session, row, (WAITING, UNCERTAIN), known)
    if settled:
        _withdraw_copies(session, row)
    return settled


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
    known = _outcome_unknown() | {"trouble": trouble}
    if row.unknown_outcomes == 0:
        known["not_before"] = not_before
    settled = _settle(session, row, (CLAIMED,), known)
    if settled:
        _change_later_parts(session, row, {"not_before": not_before})
    return settled


def failed(session: Session, row: Outbox, trouble: str) -> bool:
    """Settle: refused for ever. Its further parts are withdrawn."""
    return _end(session, row, (CLAIMED,), {"state": OutboxState.FAILED, "trouble": trouble} | _one_more_try())


def hand_over(session: Session, row: Outbox, trouble: str, now: datetime) -> bool:
    """Settle: refused for the moment too often here, so it fails and is passed on to the person's other channel.

    Returns:
        False, with the row as it was, where there is no other chat that could have it.
    """
    return other_chat(session, row) is not None and failed(session, row, trouble) and pass_on(session, row, now)


def withdraw(session: Session, row: Outbox) -> bool:
    """Settle a claimed row, or take back one that waits: nothing of it is still true."""
    return _end(session, row, (CLAIMED, WAITING), {"state": OutboxState.WITHDRAWN})


def give_up_lost(session: Session, now: datetime, real_now: datetime) -> int:
    """Take back the rows whose lease has run out; ``claim`` does so first. Return how many there were.

    One whose words were never fixed was never sent either, so its outcome is known. Any other may have arrived, and is
    spent where messages are counted; what is lost for the second time is passed on to the person's other channel.
    """
    if session.execute(ANY_LOST, {"moment": real_now}).first() is None:
        return 0
    lost = update(Outbox).where(col(Outbox.state) == CLAIMED, col(Outbox.lease_until) < real_now)
    never_sent = session.exec(lost.where(col(Outbox.text).is_(None)).values(state=WAITING)).rowcount
    unknown = _changed(session, lost.values(**_outcome_unknown(), trouble=LOST))
    counted = {(one.channel, one.bot) for one in spending.forecasts(session, month_of(now))} if unknown else set()
    for row in unknown:
        chat = session.get_one(Chat, row.chat_id)
        if (chat.channel, chat.bot) in counted:
            spending.spend(session, chat.channel, chat.bot, month_of(now))
        pass_on(session, row, now)
    return never_sent + len(unknown)


def fail_waiting(session: Session, chat: Chat, trouble: str, now: datetime) -> int:
    """Fail all that waits for a chat which cannot be reached any more, and pass it on. Return how many rows."""
    waiting = update(Outbox).where(col(Outbox.chat_id) == chat.id, col(Outbox.state) == WAITING)
    failing = _changed(session, waiting.values(state=OutboxState.FAILED, trouble=trouble))
    for row in failing:
        pass_on(session, row, now)
    return len(failing)


def _changed(session: Session, change: Update) -> list[Outbox]:
    """Change rows, and return them as they are now in the order in which they were put."""
    options = {"synchronize_session": False, "populate_existing": True}
    rows = session.scalars(change.returning(Outbox), execution_options=options)
    return sorted(rows, key=lambda row: row.id or 0)


def _withdraw_copies(session: Session, row: Outbox) -> None:
    """Withdraw what waits of the same message in other chats of its person."""
    own, other = aliased(Chat), aliased(Chat)
    of_person = select(other.id).join(own, col(own.person_id) == other.person_id).where(own.id == row.chat_id)
    copies = update(Outbox).where(
        col(Outbox.chat_id).in_(of_person.where(other.id != row.chat_id)),
        col(Outbox.kind) == row.kind,
        col(Outbox.cause) == row.cause,
        col(Outbox.state) == WAITING,
    )
    session.exec(copies.values(state=OutboxState.WITHDRAWN), execution_options={"synchronize_session": False})


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
