"""Hand-overs: a code of its own kind, by which a unit's contact goes over from one person to another."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from storage import groups, journal
from storage.tables import Invite, Role, RoleKind


def void(
    session: Session, person_id: int, organisation: str | None = None, unit: str = "", kind: RoleKind | None = None
) -> int:
    """Take back the unused codes that hand a person's contact over, of one unit, or one role there, or of all.

    Return how many there were.
    """
    unused = update(Invite).where(
        col(Invite.succeeds) == person_id, col(Invite.used_at).is_(None), col(Invite.voided).is_(False)
    )
    if organisation is not None:
        unused = unused.where(col(Invite.organisation) == organisation, col(Invite.unit) == unit)
    if kind is not None:
        unused = unused.where(col(Invite.kind) == kind)
    return session.exec(unused.values(voided=True)).rowcount


def take_over(session: Session, invite: Invite, role: Role, now: datetime) -> None:
    """End the role of the one who hands over; nothing where it has ended before."""
    former = session.exec(
        select(Role).where(
            Role.person_id == invite.succeeds,
            Role.organisation == invite.organisation,
            Role.unit == invite.unit,
            Role.kind == invite.kind,
            col(Role.ended_at).is_(None),
        )
    ).first()
    if former is None:
        return
    former.ended_at = now
    session.flush()
    journal.write(
        session,
        at=now,
        act="took-over",
        organisation=role.organisation,
        person_id=role.person_id,
        unit=role.unit,
        kind=role.kind.value,
        other=invite.succeeds,
    )
    groups.end_left_behind(session, former, role.person_id, now)
