"""People, their chats and what they are: who can be told something, and who cannot."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import Session, SQLModel, col, select

from storage import outbox
from storage.listed import listed
from storage.preferring import first_choice
from storage.tables import Chat, Person, Role, RoleKind

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
    session: Session, organisation: str, units: Iterable[str] | None = None, kinds: Iterable[RoleKind] = (OFFICER,)
) -> list[tuple[str, Chat]]:
    """List (unit, chat) of everybody who can be told something for a unit, in one query.

    A person is told in one chat: on the preferred channel, else in the chat that they joined in first. It stands once
    for each unit that the person serves. Chats held by another organisation's bot are left out, and those that cannot
    be reached.

    Args:
        units: only these; None for all.
    """
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


def chats_of_role(session: Session, organisation: str, kind: RoleKind) -> list[Chat]:
    """List the reachable chats of everybody who is ``kind`` in an organisation, each once."""
    chats = {chat.id: chat for _, chat in chats_of_units(session, organisation, None, (kind,))}
    return list(chats.values())


def officers_of(session: Session, organisation: str, unit: str) -> list[tuple[Person, Chat]]:
    """List the officers of one unit who can be reached, with their chats."""
    chats = chats_of_units(session, organisation, [unit])
    return [(session.get_one(Person, chat.person_id), chat) for _, chat in chats]


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
    names = ("told", "outbox", "question", "joinattempt", "choice")
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
