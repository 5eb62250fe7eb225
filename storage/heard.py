"""What has been heard: each update of a platform is handled once, and its reply kept until it is sent."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import delete
from sqlmodel import Session, col, select

from storage.tables import Heard


def known(session: Session, channel: str, bot: str, update_id: str) -> Heard | None:
    """Return the update as it was handled, None if it is new."""
    wanted = select(Heard).where(Heard.channel == channel, Heard.bot == bot, Heard.update_id == update_id)
    return session.exec(wanted).first()


def keep(
    session: Session,
    channel: str,
    bot: str,
    update_id: str,
    reply: dict[str, Any] | None,
    now: datetime,
    address: str = "",
) -> Heard:
    """Note an update in the transaction that handles it.

    Args:
        reply: the reply as JSON can hold it, None when nothing is to be said.
        address: the chat's id on its platform, to send the reply to after a crash.

    Raises:
        IntegrityError: it has been kept before; the whole transaction must go.
    """
    heard = Heard(channel=channel, bot=bot, update_id=update_id, address=address, heard_at=now, reply=reply)
    session.add(heard)
    session.flush()
    return heard


def answered(session: Session, heard: Heard, now: datetime) -> None:
    """Note that the reply has reached its platform."""
    session.get_one(Heard, heard.id).answered_at = now
    session.flush()


def forget_before(session: Session, moment: datetime) -> int:
    """Remove what was heard before ``moment``; no platform repeats an update after a day. Return how many."""
    return session.exec(delete(Heard).where(col(Heard.heard_at) < moment)).rowcount
