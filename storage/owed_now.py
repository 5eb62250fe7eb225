"""What units owe at a moment, with the deadlines that extensions and returns have moved."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from schedules.owing import Owed, owed
from schedules.plan import Organisation
from storage.moves import changes


def owed_now(
    session: Session, organisation: Organisation, now: datetime, unit: str | None = None, plan: str | None = None
) -> list[Owed]:
    """List what is owed by ``now``, submitted or not, most urgent first.

    Args:
        unit, plan: only of this unit, only under this plan; None for all.
    """
    return owed(organisation, now, unit, plan, changes(session, organisation.id, plan, unit))
