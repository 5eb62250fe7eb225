"""Forget a person: what the office's record needs stays, and names nobody any more."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import String, cast, delete, text, update
from sqlmodel import Session, SQLModel, col, select

from storage import groups, hand_overs
from storage.tables import (
    Arrival,
    Chat,
    Heard,
    Invite,
    Leave,
    Outbox,
    OutboxState,
    Person,
    Role,
    Summary,
)

FORGOTTEN = "(đã xóa)"  # stands where the name stood; the journal says "một cán bộ của <đơn vị>"
SHORTEST = 6  # letters of a name that is not found in other words too
NAMED_IN = (("outbox", "text", False), ("choice", "label", False), ("heard", "reply", True))  # table, column, JSON?
DROPPED = ("question", "choice", "joinattempt")  # what is kept of a chat and says nothing of a unit


def forget(session: Session, person_id: int, now: datetime, official: Iterable[str] = ()) -> list[Role]:
    """Forget a person in every organisation and on every channel; return the roles that have ended by it.

    Submissions, receipts and the journal go on pointing at the record, which has no name and no address left. The
    chats keep their rows, because what was sent is counted by them, under an address that no platform has.

    Parameters:
        official: names of units, plans and organisations: what stands in one of them is not taken out of any words.
    """
    ended = _end_roles(session, person_id, now)
    session.exec(delete(Leave).where(col(Leave.person_id) == person_id))
    for chat in session.exec(select(Chat).where(Chat.person_id == person_id)).all():
        _forget_chat(session, chat, now)
    _void_codes(session, person_id)
    person = session.get_one(Person, person_id)
    if _is_one_s_own(session, person, official):
        _forget_name(session, person.display_name)
    person.display_name, person.preferred = FORGOTTEN, None
    session.flush()
    return ended


def _end_roles(session: Session, person_id: int, now: datetime) -> list[Role]:
    live = session.exec(select(Role).where(Role.person_id == person_id, col(Role.ended_at).is_(None))).all()
    for role in live:
        role.ended_at = now
    session.flush()
    for role in live:
        groups.end_left_behind(session, role, person_id, now)
    return list(live)


def _forget_chat(session: Session, chat: Chat, now: datetime) -> None:
    _forget_words(session, chat)
    session.exec(delete(Summary).where(col(Summary.chat_id) == chat.id))
    for name in DROPPED:
        table = SQLModel.metadata.tables[name]
        session.connection().execute(delete(table).where(table.c.chat_id == chat.id))
    groups.forget_sides(session, chat)
    chat.person_id = None
    chat.address = f"forgotten {chat.id}"
    chat.heard_at = None
    chat.unreachable_at, chat.unreachable_why = now, "forgotten"
    session.flush()


def _forget_words(session: Session, chat: Chat) -> None:
    """Drop what was said in a chat: what waits to be sent or handled, and the words of what was sent or answered."""
    rows = update(Outbox).where(col(Outbox.chat_id) == chat.id)
    session.exec(rows.where(col(Outbox.state) == OutboxState.WAITING).values(state=OutboxState.WITHDRAWN))
    session.exec(rows.where(col(Outbox.text).is_not(None)).values(text="", buttons=None))
    at = (chat.channel, chat.bot, chat.address)
    # The update's id stays: should the platform repeat it, it is not handled again.
    heard = update(Heard).where(col(Heard.channel) == at[0], col(Heard.bot) == at[1], col(Heard.address) == at[2])
    session.exec(heard.values(reply=None, address=""))
    session.exec(
        delete(Arrival).where(
            col(Arrival.channel) == at[0],
            col(Arrival.bot) == at[1],
            cast(col(Arrival.payload), String).contains(f'"{chat.address}"', autoescape=True),
        ),
        execution_options={"synchronize_session": False},
    )


def _is_one_s_own(session: Session, person: Person, official: Iterable[str]) -> bool:
    """Say whether a name means nobody and nothing else: a short word, a unit's name and a namesake's stay."""
    name = person.display_name
    if len(name.split()) < 2 or len(name) < SHORTEST or name == FORGOTTEN:
        return False
    if any(name.casefold() in one.casefold() for one in official):
        return False
    namesake = select(Person.id).where(Person.display_name == name, Person.id != person.id)
    return session.exec(namesake).first() is None


def _forget_name(session: Session, name: str) -> None:
    """Take a name out of the words that others were told."""
    session.flush()
    run = session.connection().execute
    for table, column, is_json in NAMED_IN:
        values = {"old": _as_json(name) if is_json else name, "new": _as_json(FORGOTTEN) if is_json else FORGOTTEN}
        run(text(f"UPDATE {table} SET {column} = replace({column}, :old, :new) WHERE instr({column}, :old)"), values)


def _as_json(words: str) -> str:
    return json.dumps(words)[1:-1]


def _void_codes(session: Session, person_id: int) -> None:
    hand_overs.void(session, person_id)
    own = update(Invite).where(col(Invite.for_person) == person_id, col(Invite.used_at).is_(None))
    session.exec(own.values(voided=True))
