"""Who wants the figures without asking, at which hour, and what they were told last."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import or_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from storage import people
from storage.listed import listed
from storage.tables import Chat, GroupLink, Role, RoleKind, Summary

OFF = 0  # the hour of a summary that is not wanted
USUAL = 8


def kept(session: Session, organisation: str, chats: Iterable[int]) -> dict[tuple[int, bool], Summary]:
    """Return what is known of some chats, by (chat, weekly); one that never changed or heard anything is missing.

    What is known of another chat of the same person holds for a chat of which nothing is.
    """
    own, other = aliased(Chat), aliased(Chat)
    same_person = or_(col(own.id) == other.id, col(own.person_id) == other.person_id)
    wanted = (
        select(own.id, Summary)
        .join(other, same_person)
        .join(Summary, col(Summary.chat_id) == other.id)
        .where(Summary.organisation == organisation, col(own.id).in_(listed(chats)))
        .order_by(col(own.id) == other.id)
    )
    return {(chat or 0, one.weekly): one for chat, one in session.exec(wanted)}


def choose(
    session: Session, chats: Iterable[int], organisation: str, *, weekly: bool, hour: int, ranking: bool
) -> None:
    """Keep what a person wants, the same in all their chats; what was told stays as it is."""
    for chat in chats:
        one = _of(session, chat, organisation, weekly)
        one.hour, one.ranking = hour, ranking
    session.flush()


def note_day(session: Session, chat: int, organisation: str, *, weekly: bool, on: date) -> None:
    """Note that a chat's summary of a day has been looked at: it is not put again."""
    _of(session, chat, organisation, weekly).told_on = on
    session.flush()


def note_told(session: Session, chat: int, organisation: str, *, weekly: bool, told: str) -> None:
    """Note the figures that a chat is being told."""
    _of(session, chat, organisation, weekly).told = told
    session.flush()


def chats_of(session: Session, person_id: int) -> list[int]:
    """List all chats of a person."""
    return [id for id in session.exec(select(Chat.id).where(Chat.person_id == person_id)) if id is not None]


def hearers(
    session: Session, organisation: str, offices: Iterable[str], kind: RoleKind, before: datetime
) -> list[Chat]:
    """List the chats of those who have been ``kind`` in some offices since before a moment, each once."""
    since = select(Role.person_id).where(
        Role.organisation == organisation, Role.kind == kind, col(Role.ended_at).is_(None), Role.since_at < before
    )
    joined = set(session.exec(since))
    chats = people.chats_of_units(session, organisation, offices, (kind,))
    return list({chat.id: chat for _, chat in chats if chat.person_id in joined}.values())


def groups(session: Session, organisation: str, before: datetime) -> list[Chat]:
    """List the coordinators' groups of an organisation that were linked before a moment."""
    wanted = (
        select(Chat)
        .join(GroupLink, col(GroupLink.chat_id) == Chat.id)
        .where(GroupLink.organisation == organisation, col(GroupLink.coordinators), GroupLink.linked_at < before)
        .where(col(Chat.unreachable_at).is_(None))
    )
    return list(session.exec(wanted))


def offices_of(session: Session, chat: Chat, organisation: str, kinds: Iterable[RoleKind]) -> set[str]:
    """Return for which offices a chat hears the figures: those of its person's roles, or of its group."""
    if chat.person_id is None:
        link = session.get(GroupLink, chat.id)
        return {link.unit} if link and link.coordinators and link.organisation == organisation else set()
    wanted = set(kinds)
    return {role.unit for role in people.roles_of(session, chat.person_id, organisation) if role.kind in wanted}


def _of(session: Session, chat: int, organisation: str, weekly: bool) -> Summary:
    one = session.get(Summary, (chat, organisation, weekly))
    if one is None:
        known = kept(session, organisation, [chat]).get((chat, weekly))
        one = Summary(chat_id=chat, organisation=organisation, weekly=weekly, hour=known.hour if known else USUAL)
        if known:
            one.ranking, one.told, one.told_on = known.ranking, known.told, known.told_on
        session.add(one)
    return one
