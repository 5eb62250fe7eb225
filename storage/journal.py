"""The journal: who did what when. It is only ever added to."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col, select

from storage.tables import JournalEntry


def write(
    session: Session,
    *,
    at: datetime,
    act: str,
    organisation: str,
    person_id: int | None = None,
    unit: str = "",
    assignment_id: int | None = None,
    **detail: object,
) -> None:
    """Add one entry, kept or lost together with the transaction that it tells of.

    Args:
        act: a word ("joined", "submitted"); its wording is a text of the bot's.
        detail: what else was said; values that JSON can hold.
    """
    session.add(
        JournalEntry(
            at=at,
            act=act,
            organisation=organisation,
            person_id=person_id,
            unit=unit,
            assignment_id=assignment_id,
            detail=detail,
        )
    )


def entries(
    session: Session,
    organisation: str,
    unit: str | None = None,
    assignment_id: int | None = None,
    limit: int = 50,
) -> list[JournalEntry]:
    """List the latest entries, newest first, of an organisation, of one of its units, or of one assignment."""
    wanted = select(JournalEntry).where(JournalEntry.organisation == organisation)
    if unit is not None:
        wanted = wanted.where(JournalEntry.unit == unit)
    if assignment_id is not None:
        wanted = wanted.where(JournalEntry.assignment_id == assignment_id)
    newest_first = wanted.order_by(col(JournalEntry.at).desc(), col(JournalEntry.id).desc())
    return list(session.exec(newest_first.limit(limit)))
