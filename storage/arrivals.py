"""Updates that have come and are not handled yet, for a platform that gives each only once."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import delete, func
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session, col, select

from storage.tables import Arrival


def keep(session: Session, channel: str, bot: str, update_id: str, payload: dict[str, Any], now: datetime) -> bool:
    """Store an update as it came. Return False if it waits already.

    Args:
        now: real time.
    """
    last = session.exec(select(func.max(Arrival.place))).one() or 0
    row = {"channel": channel, "bot": bot, "update_id": update_id}
    values = {**row, "place": last + 1, "payload": payload, "arrived_at": now}
    return session.exec(insert(Arrival).on_conflict_do_nothing().values(**values)).rowcount == 1


def waiting(session: Session, channel: str, bot: str) -> list[Arrival]:
    """List what one bot has not handled, in the order of arrival."""
    wanted = select(Arrival).where(Arrival.channel == channel, Arrival.bot == bot)
    return list(session.exec(wanted.order_by(col(Arrival.place))))


def done(session: Session, channel: str, bot: str, update_id: str) -> None:
    """Remove an update that has been handled, and with it what was said."""
    session.exec(
        delete(Arrival).where(
            col(Arrival.channel) == channel, col(Arrival.bot) == bot, col(Arrival.update_id) == update_id
        )
    )
