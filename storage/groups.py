"""Group chats: whose group one is, and each member's own side of the conversation in it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import Session, SQLModel, col, select

from storage import journal, people
from storage.tables import Chat, GroupLink, Outbox, OutboxState, Person, Question, Role, RoleKind

GROUP, SIDE = "group", "side"  # kinds of chats
OF_A_UNIT = {RoleKind.OFFICER, RoleKind.DEPUTY, RoleKind.LEADER}  # roles in which a unit's group is linked
OF_A_SIDE = ("question", "choice", "joinattempt")  # what may be kept of a member's side


class AlreadyLinked(Exception):
    """The chat is a group of somebody already."""

    def __init__(self, link: GroupLink) -> None:
        super().__init__(link.unit)
        self.link = link


def link_of(session: Session, chat: Chat) -> GroupLink | None:
    """Return whose group a chat is, None where it is nobody's."""
    return session.get(GroupLink, chat.id)


def link(
    session: Session, chat: Chat, organisation: str, unit: str, person_id: int, now: datetime, *, coordinators: bool
) -> GroupLink:
    """Make a chat the group of a unit, or of the coordinators of an office.

    Raises:
        AlreadyLinked: it is a group already; nothing is changed.
    """
    if known := link_of(session, chat):
        raise AlreadyLinked(known)
    made = GroupLink(
        chat_id=chat.id or 0,
        organisation=organisation,
        unit=unit,
        coordinators=coordinators,
        linked_by=person_id,
        linked_at=now,
    )
    session.add(made)
    session.flush()
    _note(session, made, "group-linked", person_id, now)
    return made


def unlink(session: Session, link: GroupLink, person_id: int, now: datetime) -> None:
    """End a link."""
    _note(session, link, "group-unlinked", person_id, now)
    _end(session, link)


def end_removed(session: Session, link: GroupLink, now: datetime) -> None:
    """End the link of a group that the bot was taken out of."""
    _note(session, link, "group-left", None, now)
    _end(session, link)


def of_unit(session: Session, organisation: str, unit: str) -> list[GroupLink]:
    """List the groups of a unit, and of the coordinators of an office, the longest linked first."""
    wanted = select(GroupLink).where(GroupLink.organisation == organisation, GroupLink.unit == unit)
    return list(session.exec(wanted.order_by(col(GroupLink.linked_at), col(GroupLink.chat_id))))


def end_left_behind(session: Session, role: Role, by: int, now: datetime) -> None:
    """End the groups that a person had linked in a role that has ended, where no role of theirs stands for them now."""
    left = {one.kind for one in people.roles_of(session, role.person_id, role.organisation) if one.unit == role.unit}
    for link in of_unit(session, role.organisation, role.unit):
        needed = {RoleKind.COORDINATOR} if link.coordinators else OF_A_UNIT
        if link.linked_by == role.person_id and not left & needed:
            unlink(session, link, by, now)


def speaker_of(session: Session, chat: Chat, sender: str) -> Person | None:
    """Return who speaks in a group: known by the private chat with the same bot, whose address is the sender's id."""
    private = people.known_chat(session, chat.channel, chat.bot, sender) if sender else None
    return people.person_of(session, private) if private and private.kind == "private" else None


def side_of(session: Session, chat: Chat, sender: str) -> Chat:
    """Return one member's side of a group: what is asked there is asked of nobody else.

    Nothing is ever sent to it. It is named by the group's number, so that it goes on when the group moves.
    """
    return people.chat_of(session, chat.channel, chat.bot, f"{chat.id}/{sender}", SIDE)


def others_are_asked(session: Session, side: Chat, now: datetime) -> bool:
    """Say whether another member of the same group has been asked something that waits for an answer."""
    group = side.address.partition("/")[0]
    waiting = (
        select(Question.chat_id)
        .join(Chat, col(Chat.id) == Question.chat_id)
        .where(Chat.kind == SIDE, col(Chat.address).startswith(f"{group}/"), col(Question.expires_at) > now)
        .where(Chat.channel == side.channel, Chat.bot == side.bot, Chat.id != side.id)
    )
    return session.exec(waiting).first() is not None


def forget_sides(session: Session, private: Chat) -> None:
    """Drop the sides that the person of a private chat has in groups."""
    sides = select(Chat.id).where(
        Chat.channel == private.channel,
        Chat.bot == private.bot,
        Chat.kind == SIDE,
        col(Chat.address).endswith(f"/{private.address}", autoescape=True),
    )
    gone = [id for id in session.exec(sides) if id is not None]
    for name in OF_A_SIDE:
        table = SQLModel.metadata.tables[name]
        session.connection().execute(delete(table).where(table.c.chat_id.in_(gone)))
    session.exec(delete(Chat).where(col(Chat.id).in_(gone)))


def _end(session: Session, link: GroupLink) -> None:
    """Remove a link and withdraw what waits for the group, words that were fixed for it before included."""
    waiting = update(Outbox).where(col(Outbox.chat_id) == link.chat_id, col(Outbox.state) == OutboxState.WAITING)
    session.exec(waiting.values(state=OutboxState.WITHDRAWN), execution_options={"synchronize_session": False})
    session.delete(link)
    session.flush()


def _note(session: Session, link: GroupLink, act: str, person_id: int | None, now: datetime) -> None:
    journal.write(
        session,
        at=now,
        act=act,
        organisation=link.organisation,
        person_id=person_id,
        unit=link.unit,
        coordinators=link.coordinators,
    )
