"""The journal: who did what when. It is only ever added to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from storage.listed import listed
from storage.tables import JournalEntry, Person, Role


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
    offset: int = 0,
    assignments: Iterable[int] | None = None,
) -> list[JournalEntry]:
    """List the latest entries, newest first, of an organisation, of one of its units, or of assignments.

    Args:
        assignments: only what was done about one of these.
        offset: how many of the latest are left out.
    """
    wanted = select(JournalEntry).where(JournalEntry.organisation == organisation)
    if unit is not None:
        wanted = wanted.where(JournalEntry.unit == unit)
    if assignment_id is not None:
        wanted = wanted.where(JournalEntry.assignment_id == assignment_id)
    if assignments is not None:
        wanted = wanted.where(col(JournalEntry.assignment_id).in_(listed(assignments)))
    newest_first = wanted.order_by(col(JournalEntry.at).desc(), col(JournalEntry.id).desc())
    return list(session.exec(newest_first.offset(offset).limit(limit)))


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody whom the journal speaks of, and the units that they served at any time."""

    name: str
    units: tuple[str, ...]


def people_of(session: Session, entries: Iterable[JournalEntry]) -> dict[int, Actor]:
    """Return by id the people whom some entries of one organisation speak of."""
    entries = list(entries)
    ids = {id for one in entries for id in (one.person_id, one.detail.get("other")) if isinstance(id, int)}
    organisations = {one.organisation for one in entries}
    served = select(Role.person_id, Role.unit).where(
        col(Role.person_id).in_(listed(ids)), col(Role.organisation).in_(listed(organisations))
    )
    units: dict[int, list[str]] = defaultdict(list)
    for person, unit in session.exec(served.order_by(col(Role.id))):
        units[person].append(unit)
    found = session.exec(select(Person).where(col(Person.id).in_(listed(ids))))
    return {one.id: Actor(one.display_name, tuple(filter(None, units[one.id]))) for one in found if one.id is not None}
