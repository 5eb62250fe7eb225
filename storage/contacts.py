"""Who is linked in which unit: for those who answer for the contacts of an organisation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select

from storage.listed import listed
from storage.tables import Chat, Invite, Person, Role, RoleKind


@dataclass(frozen=True, slots=True)
class Contact:
    """One person in one role, with the chats by which the organisation's bot can speak to them."""

    role: Role
    person: Person
    chats: tuple[Chat, ...]

    @property
    def is_lost(self) -> bool:
        """Tell whether nothing can be sent to any of the chats."""
        return all(chat.unreachable_at is not None for chat in self.chats)


def contacts(session: Session, organisation: str, units: Iterable[str] | None = None) -> list[Contact]:
    """List everybody with a live role in an organisation, or in some of its units, the longest there first."""
    wanted = select(Role, Person).join(Person, col(Person.id) == Role.person_id)
    wanted = wanted.where(Role.organisation == organisation, col(Role.ended_at).is_(None))
    if units is not None:
        wanted = wanted.where(col(Role.unit).in_(listed(units)))
    found = session.exec(wanted.order_by(col(Role.id))).all()
    chats = _chats(session, organisation, {role.person_id for role, _ in found})
    return [Contact(role, person, tuple(chats.get(role.person_id, ()))) for role, person in found]


def names_by_unit(session: Session, organisation: str) -> dict[str, list[tuple[RoleKind, str]]]:
    """Return (role, display name) of everybody with a live role, by unit: light enough for a whole country."""
    wanted = select(Role.unit, col(Role.kind), Person.display_name).join(Person, col(Person.id) == Role.person_id)
    wanted = wanted.where(Role.organisation == organisation, col(Role.ended_at).is_(None))
    found: dict[str, list[tuple[RoleKind, str]]] = defaultdict(list)
    for unit, kind, name in session.exec(wanted.order_by(col(Role.id))):
        found[unit].append((RoleKind(kind), name))
    return found


def lost(session: Session, organisation: str) -> list[tuple[str, int, str, str]]:
    """List (unit, person, display name, why) of those who cannot be reached in any chat."""
    other = aliased(Chat)
    reached = exists().where(
        col(other.person_id) == Person.id,
        col(other.bot).in_(("", organisation)),
        col(other.unreachable_at).is_(None),
    )
    wanted = (
        select(Role.unit, Role.person_id, Person.display_name, Chat.unreachable_why)
        .join(Person, col(Person.id) == Role.person_id)
        .join(Chat, col(Chat.person_id) == Role.person_id)
        .where(Role.organisation == organisation, col(Role.ended_at).is_(None), ~reached)
        .where(col(Chat.bot).in_(("", organisation)), col(Chat.unreachable_at).is_not(None))
    )
    found = session.exec(wanted.order_by(col(Role.unit), col(Chat.id)))
    return [(unit, person, name, why or "") for unit, person, name, why in found]


def contact(session: Session, role_id: int) -> Contact | None:
    """Return one live role with its person; None where it has ended or never was."""
    role = session.get(Role, role_id)
    if role is None or role.ended_at is not None:
        return None
    chats = _chats(session, role.organisation, {role.person_id}).get(role.person_id, [])
    return Contact(role, session.get_one(Person, role.person_id), tuple(chats))


def officers_left(session: Session, organisation: str, unit: str) -> int:
    """Count the officers of a unit who have not left it."""
    live = select(func.count()).where(
        Role.organisation == organisation,
        Role.unit == unit,
        Role.kind == RoleKind.OFFICER,
        col(Role.ended_at).is_(None),
    )
    return session.exec(live).one()


def open_codes(session: Session, organisation: str, unit: str, now: datetime) -> int:
    """Count the codes of a unit that somebody could still use."""
    usable = select(func.count()).where(
        Invite.organisation == organisation,
        Invite.unit == unit,
        col(Invite.used_at).is_(None),
        col(Invite.voided).is_(False),
        col(Invite.for_person).is_(None),
        col(Invite.expires_at) > now,
    )
    return session.exec(usable).one()


def _chats(session: Session, organisation: str, people: set[int]) -> dict[int, list[Chat]]:
    wanted = select(Chat).where(col(Chat.person_id).in_(listed(people)), col(Chat.bot).in_(("", organisation)))
    found: dict[int, list[Chat]] = defaultdict(list)
    for chat in session.exec(wanted.order_by(col(Chat.id))):
        found[chat.person_id or 0].append(chat)
    return found
