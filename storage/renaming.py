"""Carry what is known of a task or a unit over to its new id."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col

from schedules.differing.differences import Rename
from storage.assignments import rename_task
from storage.tables import Assignment, GroupLink, Invite, JournalEntry, Role

OF_UNIT = (Assignment, Role, Invite, GroupLink, JournalEntry)


def carry_over(session: Session, renames: Iterable[Rename], now: datetime) -> None:
    """Give tasks and units their new ids, with all that was handed in, told and agreed."""
    for one in renames:
        if one.plan:
            rename_task(session, one.organisation, one.plan, one.was, one.now_called)
        else:
            rename_unit(session, one.organisation, one.was, one.now_called, now)


def rename_unit(session: Session, organisation: str, was: str, now_called: str, now: datetime) -> None:
    """Carry what is known of a unit over to its new id; what the new id has already stays as it is."""
    for table in OF_UNIT:
        renamed = (
            update(table)
            .prefix_with("OR IGNORE")
            .where(col(table.organisation) == organisation, col(table.unit) == was)
        )
        session.exec(renamed.values(unit=now_called), execution_options={"synchronize_session": False})
    # Whoever served both ids at once has the one role that counts already.
    left = update(Role).where(
        col(Role.organisation) == organisation, col(Role.unit) == was, col(Role.ended_at).is_(None)
    )
    session.exec(left.values(ended_at=now), execution_options={"synchronize_session": False})
    session.expire_all()
