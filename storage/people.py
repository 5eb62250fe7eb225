"""People, their chats and what they are: who can be told something, and who cannot."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import Session, SQLModel, col, select

from storage import leaves, outbox
from storage.listed import listed
from storage.preferring import first_choice
from storage.tables import Chat, GroupLink, Person, Role, RoleKind

OFFICER = RoleKind.OFFICER


def chat_of(session: Session, channel: str, bot: str, address: str, kind: str = "private") -> Chat:
    """Return a conversation, noted at first sight.

    Args:
        bot: id of the organisation whose bot holds it, "" for the shared bot.
        address: the chat's id on its platform.
    """
    chat = _chat_at(session, channel, bot, address)
    if chat is None:
        chat = Chat(channel=channel, bot=bot, address=address, kind=kind)
        session.add(chat)
        session.flush()
    return chat


def known_chat(session: Session, channel: str, bot: str, address: str) -> Chat | None:
    """Return a conversation that has been noted, None where none has: nothing is noted by asking."""
    return _chat_at(session, channel, bot, address)


def person_of(session: Session, chat: Chat) -> Person | None:
    """Return whose chat it is, None for a stranger's."""
    return session.get(Person, chat.person_id) if chat.person_id is not None else None


def roles_of(session: Session, person_id: int, organisation: str | None = None) -> list[Role]:
    """List what a person is now, in one organisation or in all."""
    live = select(Role).where(Role.person_id == person_id, col(Role.ended_at).is_(None))
    if organisation is not None:
        live = live.where(Role.organisation == organisation)
    return list(session.exec(live.order_by(col(Role.id))))


def chats_of_units(
    session: Session,
    organisation: str,
    units: Iterable[str] | None = None,
    kinds: Iterable[RoleKind] = (OFFICER,),
    now: datetime | None = None,
    *,
    with_groups: bool = False,
) -> list[tuple[str, Chat]]:
    """List (unit, chat) of everybody who can be told something for a unit.

    A person is told in one chat: on the preferred channel, else in the chat that they joined in first. It stands once
    for each unit that the person serves. Chats held by another organisation's bot are left out, and those that cannot
    be reached.

    Args:
        units: only these; None for all.
        now: given, an officer who is on leave today is left out where a deputy of the unit or another officer hears.
        with_groups: the units' groups hear as well, beside the people.
    """
    kinds, units = tuple(kinds), None if units is None else set(units)
    found = _chats_of_roles(session, organisation, units, kinds)
    away = leaves.away(session, organisation, now) if now and kinds == (OFFICER,) else set()
    away = {one for one in away if units is None or one[0] in units}
    found = _with_deputies(session, organisation, found, away) if away else found
    return found + _groups_of_units(session, organisation, units) if with_groups else found


def _groups_of_units(session: Session, organisation: str, units: Iterable[str] | None) -> list[tuple[str, Chat]]:
    """List (unit, chat) of the units' groups that can be reached; a coordinators' group is no unit's."""
    wanted = (
        select(GroupLink.unit, Chat)
        .join(Chat, col(Chat.id) == GroupLink.chat_id)
        .where(GroupLink.organisation == organisation, col(GroupLink.coordinators).is_(False))
        .where(col(Chat.bot).in_(("", organisation)), col(Chat.unreachable_at).is_(None))
    )
    if units is not None:
        wanted = wanted.where(col(GroupLink.unit).in_(listed(units)))
    return list(session.exec(wanted.order_by(col(GroupLink.unit), col(Chat.id))))


def _chats_of_roles(
    session: Session, organisation: str, units: Iterable[str] | None, kinds: Iterable[RoleKind]
) -> list[tuple[str, Chat]]:
    wanted = (
        select(Role.unit, Chat, Person.preferred)
        .join(Chat, col(Chat.person_id) == Role.person_id)
        .join(Person, col(Person.id) == Role.person_id)
        .where(Role.organisation == organisation, col(Role.ended_at).is_(None), col(Role.kind).in_(list(kinds)))
        .where(col(Chat.bot).in_(("", organisation)), col(Chat.unreachable_at).is_(None))
    )
    if units is not None:
        wanted = wanted.where(col(Role.unit).in_(listed(units)))
    found = session.exec(wanted.distinct().order_by(col(Role.unit), col(Chat.id))).all()
    chosen: dict[int | None, Chat] = {}
    for _, chat, preferred in found:
        chosen[chat.person_id] = first_choice((chosen.get(chat.person_id, chat), chat), preferred)
    return [(unit, chat) for unit, chat, _ in found if chat is chosen[chat.person_id]]


def _with_deputies(
    session: Session, organisation: str, found: list[tuple[str, Chat]], away: set[tuple[str, int, RoleKind]]
) -> list[tuple[str, Chat]]:
    """Let the deputies hear for the officers who are away; where nobody else would, these hear themselves."""
    absent = {(unit, person) for unit, person, _ in away}
    short = {unit for unit, _, kind in away if kind is OFFICER}
    deputies = _chats_of_roles(session, organisation, short, (RoleKind.DEPUTY,))
    present = [(unit, chat) for unit, chat in (*found, *deputies) if (unit, chat.person_id) not in absent]
    covered = {unit for unit, chat in present if chat.kind == "private"}
    hearing = {(unit, chat.id): chat for unit, chat in present}
    hearing |= {(unit, chat.id): chat for unit, chat in found if unit not in covered}
    return [(unit, hearing[unit, id]) for unit, id in sorted(hearing, key=lambda one: (one[0], one[1] or 0))]


def chats_of_role(session: Session, organisation: str, kind: RoleKind) -> list[Chat]:
    """List the reachable chats of everybody who is ``kind`` in an organisation, each once."""
    chats = {chat.id: chat for _, chat in chats_of_units(session, organisation, None, (kind,))}
    return list(chats.values())


def units_without_chat(session: Session, organisation: str, units: Iterable[str]) -> set[str]:
    """Return those of the units where no officer can be reached."""
    wanted = set(units)
    return wanted - {unit for unit, _ in chats_of_units(session, organisation, wanted)}


def mark_unreachable(session: Session, chat: Chat, why: str, now: datetime) -> None:
    """Note that nothing can be sent to a chat any more (blocked, deleted, deactivated).

    What waits for it fails at once and is passed on to the person's other channel; without one, the coordinator learns
    of it within minutes.
    """
    kept = session.get_one(Chat, chat.id)
    kept.unreachable_at, kept.unreachable_why = now, why
    session.flush()
    outbox.fail_waiting(session, kept, why, now)


def mark_reachable(session: Session, chat: Chat) -> None:
    """Note that a chat can be sent to again. What failed meanwhile is not sent late."""
    kept = session.get_one(Chat, chat.id)
    kept.unreachable_at = kept.unreachable_why = None
    session.flush()


def move_chat(session: Session, chat: Chat, new_address: str) -> Chat:
    """Give a chat its new address (a group that became a supergroup); it keeps its id, so what is in flight goes on.

    Messages from the new address may have come first, under a chat of its own: that one is merged into this one.
    """
    kept = session.get_one(Chat, chat.id)
    newcomer = _chat_at(session, kept.channel, kept.bot, new_address)
    if newcomer is not None and newcomer is not kept:
        _merge(session, newcomer, kept)
    kept.address = new_address
    kept.unreachable_at = kept.unreachable_why = None
    session.flush()
    return kept


def _chat_at(session: Session, channel: str, bot: str, address: str) -> Chat | None:
    wanted = select(Chat).where(Chat.channel == channel, Chat.bot == bot, Chat.address == address)
    return session.exec(wanted).first()


def _merge(session: Session, gone: Chat, kept: Chat) -> None:
    """Hand all that ``gone`` has to ``kept`` and remove it; what both have stays as ``kept`` has it."""
    names = ("told", "outbox", "question", "joinattempt", "choice", "grouplink", "summary", "chase")
    tables = [SQLModel.metadata.tables[name] for name in names]
    kept.person_id = kept.person_id if kept.person_id is not None else gone.person_id
    kept.greeted_at = kept.greeted_at or gone.greeted_at
    session.flush()
    run = session.connection().execute
    for table in tables:
        run(update(table).prefix_with("OR IGNORE").where(table.c.chat_id == gone.id).values(chat_id=kept.id))
    for table in tables:
        run(delete(table).where(table.c.chat_id == gone.id))
    session.expire_all()
    session.delete(gone)
    session.flush()
