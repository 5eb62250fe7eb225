"""Invites: single-use codes that make a person what the code says. Nobody becomes anything without one."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, update
from sqlmodel import Session, col, select

from storage import hand_overs, journal
from storage.tables import Chat, Invite, JoinAttempt, Person, Role, RoleKind

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that a person takes for another: no I, O, 0, 1
LENGTH = 12  # 60 bits: cannot be guessed, nor found from its hash within its lifetime
LIFETIME = timedelta(days=14)
CHAT_LIFETIME = timedelta(days=1)  # of a code that adds a chat: the person has both phones at hand
MOST_WRONG = 5  # codes of one chat within WRONG_WINDOW
WRONG_WINDOW = timedelta(hours=1)


class InviteError(Exception):
    """The code makes nobody anything."""


class UnknownCode(InviteError):
    """There is no such code, or not for this bot."""


class UsedCode(InviteError):
    """Somebody has used it."""


class ExpiredCode(InviteError):
    """Its time is over, or it was taken back."""


class OwnCode(InviteError):
    """The code hands a contact over, and it is the person's own that would be handed over."""


class TakenChat(InviteError):
    """The code would add this chat to a person, but the chat is somebody's already."""


class TakenChannel(InviteError):
    """The code would add this chat to a person who has one on the same channel."""


class TooManyAttempts(InviteError):
    """This chat has sent too many wrong codes; it may try again at ``wait_until``."""

    def __init__(self, wait_until: datetime) -> None:
        super().__init__(f"wait until {wait_until.isoformat()}")
        self.wait_until = wait_until


def make_invite(
    session: Session, organisation: str, unit: str, kind: RoleKind, now: datetime, lifetime: timedelta = LIFETIME
) -> str:
    """Make one code and return it; only its hash is kept, so it cannot be shown again.

    Args:
        unit: "" for an admin.
    """
    return make_invites(session, organisation, [(unit, kind)], now, lifetime)[0]


def make_invites(
    session: Session,
    organisation: str,
    wanted: Iterable[tuple[str, RoleKind]],
    now: datetime,
    lifetime: timedelta = LIFETIME,
) -> list[str]:
    """Make a code for each (unit, kind), in their order."""
    wanted = list(wanted)
    codes = ["".join(secrets.choice(LETTERS) for _ in range(LENGTH)) for _ in wanted]
    rows = [
        {
            "code_hash": _hash(code),
            "organisation": organisation,
            "unit": unit,
            "kind": kind,
            "created_at": now,
            "expires_at": now + lifetime,
        }
        for code, (unit, kind) in zip(codes, wanted, strict=True)
    ]
    if rows:
        session.connection().execute(insert(Invite), rows)
    return codes


def make_hand_over(session: Session, organisation: str, unit: str, kind: RoleKind, succeeds: int, now: datetime) -> str:
    """Make a code whose user takes over from a person, and return it; the one made before works no more."""
    hand_overs.void(session, succeeds, organisation, unit, kind)
    code = make_invite(session, organisation, unit, kind, now)
    session.exec(update(Invite).where(col(Invite.code_hash) == _hash(code)).values(succeeds=succeeds))
    return code


def handed_over_by(session: Session, code: str, now: datetime) -> int | None:
    """Return whose contact a code has just handed over; None for another code, or one that was sent again."""
    invite = session.exec(select(Invite).where(Invite.code_hash == _hash(code))).first()
    return invite.succeeds if invite and invite.used_at == now else None


def make_chat_code(session: Session, person_id: int, now: datetime) -> str:
    """Make a code that adds one more chat to a person, and return it; the one made before works no more."""
    unused = update(Invite).where(col(Invite.for_person) == person_id, col(Invite.used_at).is_(None))
    session.exec(unused.values(voided=True))
    code = make_invite(session, "", "", RoleKind.OFFICER, now, CHAT_LIFETIME)  # the kind says nothing here
    session.exec(update(Invite).where(col(Invite.code_hash) == _hash(code)).values(for_person=person_id))
    return code


def accept(session: Session, chat: Chat, sender_name: str, code: str, now: datetime) -> Role | Person:
    """Make the chat's person what the code says, and return that role.

    The person is made at the first invite; a second invite gives the same person a second role. An invite for a role
    that the person has already, or the same code sent twice by the same person, returns the role that is there.
    A code that adds a chat to a person gives the chat to that person, who is returned.

    A wrong code counts against the chat: the caller answers the error, but lets the transaction stand.

    Raises:
        UnknownCode, UsedCode, ExpiredCode: nothing has changed but the count of wrong codes.
        TakenChat, TakenChannel: the code is right, and can still be used in another chat.
        OwnCode: the code is right, and can still be used by somebody else.
        TooManyAttempts: not even a right code is looked at.
    """
    _check_attempts(session, chat, now)
    try:
        invite = _usable(session, chat, code, now)
    except InviteError:
        session.add(JoinAttempt(chat_id=_id_of(chat), tried_at=now))
        session.flush()
        raise
    if invite.for_person is not None:
        return _add_chat(session, chat, invite, invite.for_person, now)
    if invite.succeeds is not None and invite.succeeds == chat.person_id:
        raise OwnCode
    person = _person_of(session, chat, sender_name, now)
    role = _live_role(session, person, invite)
    if role is None:
        role = _begin_role(session, person, invite, now)
    if invite.used_at is None:
        invite.used_at, invite.used_by = now, person.id
        if invite.succeeds is not None:
            hand_overs.take_over(session, invite, role, now)
    session.flush()
    return role


def is_open(session: Session, code: str, now: datetime) -> bool:
    """Say whether a code could be used now; looking counts as no attempt."""
    invite = session.exec(select(Invite).where(Invite.code_hash == _hash(code))).first()
    return invite is not None and invite.used_at is None and not invite.voided and now < invite.expires_at


def void(session: Session, organisation: str, unit: str) -> int:
    """Take back the unused invites of a unit. Return how many there were."""
    unused = (
        update(Invite)
        .where(col(Invite.organisation) == organisation, col(Invite.unit) == unit)
        .where(col(Invite.used_at).is_(None), col(Invite.voided).is_(False))
    )
    return session.exec(unused.values(voided=True)).rowcount


def _hash(code: str) -> str:
    return hashlib.sha256(re.sub(r"[\W_]", "", code).upper().encode()).hexdigest()


def _id_of(chat: Chat) -> int:
    assert chat.id is not None, "a chat is kept before it joins"
    return chat.id


def _check_attempts(session: Session, chat: Chat, now: datetime) -> None:
    tried = col(JoinAttempt.tried_at)
    session.exec(delete(JoinAttempt).where(col(JoinAttempt.chat_id) == chat.id, tried <= now - WRONG_WINDOW))
    latest_first = select(JoinAttempt.tried_at).where(JoinAttempt.chat_id == chat.id).order_by(tried.desc())
    wrong = session.exec(latest_first).all()
    if len(wrong) >= MOST_WRONG:
        raise TooManyAttempts(wrong[MOST_WRONG - 1] + WRONG_WINDOW)


def _usable(session: Session, chat: Chat, code: str, now: datetime) -> Invite:
    invite = session.exec(select(Invite).where(Invite.code_hash == _hash(code))).first()
    if invite is None or not _is_for_bot(session, invite, chat.bot):
        raise UnknownCode
    if invite.used_at is not None:
        if invite.used_by != chat.person_id or not _still_holds(session, invite):
            raise UsedCode
    elif invite.voided or invite.expires_at <= now:
        raise ExpiredCode
    return invite


def _is_for_bot(session: Session, invite: Invite, bot: str) -> bool:
    """Tell whether a bot may take a code: one of an organisation knows only the people of that organisation."""
    if bot == "" or invite.for_person is None:
        return bot in ("", invite.organisation)
    live = select(Role.id).where(Role.person_id == invite.for_person, col(Role.ended_at).is_(None))
    return session.exec(live.where(Role.organisation == bot)).first() is not None


def _still_holds(session: Session, invite: Invite) -> bool:
    if invite.for_person is not None:
        return invite.used_by == invite.for_person
    person = session.get(Person, invite.used_by)
    return person is not None and _live_role(session, person, invite) is not None


def _person_of(session: Session, chat: Chat, sender_name: str, now: datetime) -> Person:
    kept = session.get_one(Chat, chat.id)
    if kept.person_id is not None:
        return session.get_one(Person, kept.person_id)
    person = Person(display_name=sender_name, created_at=now)
    session.add(person)
    session.flush()
    kept.person_id = chat.person_id = person.id
    return person


def _add_chat(session: Session, chat: Chat, invite: Invite, person_id: int, now: datetime) -> Person:
    """Give a chat of nobody to a person; each channel once, or it would be unclear where they are told."""
    if invite.used_at is not None:  # sent twice by the same person
        return session.get_one(Person, person_id)
    if chat.person_id not in (None, person_id):
        raise TakenChat
    same = select(Chat.id).where(Chat.person_id == person_id, Chat.channel == chat.channel)
    if session.exec(same.where(col(Chat.unreachable_at).is_(None))).first() is not None:
        raise TakenChannel
    kept = session.get_one(Chat, chat.id)
    kept.person_id = chat.person_id = person_id
    invite.used_at, invite.used_by = now, person_id
    session.flush()
    return session.get_one(Person, person_id)


def _live_role(session: Session, person: Person, invite: Invite) -> Role | None:
    wanted = select(Role).where(
        Role.person_id == person.id,
        Role.organisation == invite.organisation,
        Role.unit == invite.unit,
        Role.kind == invite.kind,
        col(Role.ended_at).is_(None),
    )
    return session.exec(wanted).first()


def _begin_role(session: Session, person: Person, invite: Invite, now: datetime) -> Role:
    assert person.id is not None
    role = Role(person_id=person.id, organisation=invite.organisation, unit=invite.unit, kind=invite.kind, since_at=now)
    session.add(role)
    journal.write(
        session,
        at=now,
        act="joined",
        organisation=role.organisation,
        person_id=person.id,
        unit=role.unit,
        kind=role.kind.value,
    )
    return role
