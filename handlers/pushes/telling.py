"""Tell somebody else what has just happened: put into the outbox in the transaction that it tells of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlmodel import Session

from schedules.plan import Organisation, Plan
from storage import outbox, people
from storage.tables import Chat, RoleKind


def officers(
    session: Session, organisation: str, unit: str, but_not: int | None = None, now: datetime | None = None
) -> list[Chat]:
    """List the chats of a unit's officers who can be reached, without those of one person.

    Parameters:
        now: given, deputies hear for an officer who is on leave today.
    """
    found = people.chats_of_units(session, organisation, [unit], now=now)
    return [chat for _, chat in found if chat.person_id != but_not]


def coordinators(
    session: Session, organisation: Organisation, plan: Plan | None = None, but_not: int | None = None
) -> list[Chat]:
    """List the chats of the coordinators of the office that follows a plan, or of the organisation's."""
    office = (plan.standing_office_id if plan else "") or organisation.standing_office_id
    found = people.chats_of_units(session, organisation.id, [office], (RoleKind.COORDINATOR,))
    return [chat for _, chat in found if chat.person_id != but_not]


def tell(
    session: Session, chats: Iterable[Chat], organisation: str, cause: str, about: dict[str, Any], now: datetime
) -> None:
    """Put a notice for each chat, once for each cause; worded when its turn comes (``handlers/pushes/notices.py``).

    Parameters:
        about: what it tells of: ``what`` names the wording, the rest is what JSON can hold, ids rather than words.
    """
    rows = [
        outbox.OutboxRow(
            chat_id=chat.id,
            organisation=organisation,
            kind="notice",
            cause=cause,
            about=about,
            urgent_at=now,
            not_before=now,
        )
        for chat in chats
        if chat.id is not None
    ]
    outbox.put_many(session, rows)
