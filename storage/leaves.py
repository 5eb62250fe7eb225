"""Leave: the days on which somebody is away, and who therefore is not told."""

from __future__ import annotations

from datetime import date, datetime

from sqlmodel import Session, col, select

from schedules.deadline import VIETNAM
from storage.tables import Leave, Role, RoleKind


def take(session: Session, person_id: int, first_on: date, last_on: date, now: datetime) -> Leave:
    """Note a leave, in place of what the person had noted for days to come."""
    for former in kept(session, person_id, now):
        former.ended_at = now
    leave = Leave(person_id=person_id, first_on=first_on, last_on=last_on, made_at=now)
    session.add(leave)
    session.flush()
    return leave


def kept(session: Session, person_id: int, now: datetime) -> list[Leave]:
    """List a person's leaves that last or are to come, the first day first."""
    lasting = select(Leave).where(
        Leave.person_id == person_id, col(Leave.ended_at).is_(None), col(Leave.last_on) >= _today(now)
    )
    return list(session.exec(lasting.order_by(col(Leave.first_on))))


def end(session: Session, person_id: int, now: datetime) -> int:
    """End what lasts or is to come: the person is back. Return how many leaves that were."""
    ended = kept(session, person_id, now)
    for one in ended:
        one.ended_at = now
    session.flush()
    return len(ended)


def away(session: Session, organisation: str, now: datetime) -> set[tuple[str, int, RoleKind]]:
    """Return (unit, person, role) of all who are on leave today, in one query."""
    today = _today(now)
    wanted = (
        select(Role.unit, Role.person_id, col(Role.kind))
        .join(Leave, col(Leave.person_id) == Role.person_id)
        .where(Role.organisation == organisation, col(Role.ended_at).is_(None), col(Leave.ended_at).is_(None))
        .where(col(Leave.first_on) <= today, col(Leave.last_on) >= today)
    )
    return {(unit, person, RoleKind(kind)) for unit, person, kind in session.exec(wanted)}


def is_away(leave: Leave, now: datetime) -> bool:
    """Say whether a leave lasts today."""
    return leave.ended_at is None and leave.first_on <= _today(now) <= leave.last_on


def _today(now: datetime) -> date:
    return now.astimezone(VIETNAM).date()
