"""Files that people were given links to: each is kept once, until its link ends."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session, col, select

from storage.tables import KeptFile


def keep(session: Session, id: str, name: str, media_type: str, content: bytes, expires_at: datetime) -> bool:
    """Keep a file until ``expires_at``. Return False where it is kept already.

    Args:
        id: made of what the file holds and of its end, so that the same id is always the same file.
        expires_at: aware; the first moment at which it can no longer be found.
    """
    row = {"id": id, "name": name, "media_type": media_type, "content": content, "expires_at": expires_at}
    return session.exec(insert(KeptFile).on_conflict_do_nothing().values(**row)).rowcount == 1


def find(session: Session, id: str, now: datetime) -> KeptFile | None:
    """Return a file, None where it was never kept or its time is over."""
    return session.exec(select(KeptFile).where(KeptFile.id == id, col(KeptFile.expires_at) > now)).first()


def forget_before(session: Session, now: datetime) -> int:
    """Remove the files whose time is over. Return how many."""
    return session.exec(delete(KeptFile).where(col(KeptFile.expires_at) <= now)).rowcount
