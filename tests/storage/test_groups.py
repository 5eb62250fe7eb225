"""Whose group a chat is, who hears in it, and what is asked of one member only."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import Session, col, select

from storage import forgetting, groups, outbox, people, questions
from storage.tables import Chat, GroupLink, Outbox, OutboxState, RoleKind
from tests.storage.conftest import GIA_LAI, NOW, Office, join, message

UNIT = "21607"


@pytest.fixture
def group(session: Session) -> Chat:
    return people.chat_of(session, "telegram", "", "-100", "group")


def link(session: Session, group: Chat, office: Office, *, coordinators: bool = False) -> GroupLink:
    assert office.em.person_id is not None
    return groups.link(session, group, GIA_LAI, UNIT, office.em.person_id, NOW, coordinators=coordinators)


def test_a_linked_group_hears_beside_the_officers(session: Session, office: Office, group: Chat) -> None:
    link(session, group, office)
    assert (UNIT, group) not in people.chats_of_units(session, GIA_LAI)
    heard = people.chats_of_units(session, GIA_LAI, [UNIT], with_groups=True)
    assert heard == [(UNIT, office.em), (UNIT, group)]
    assert people.chats_of_units(session, GIA_LAI, ["so-noi-vu"], with_groups=True) == people.chats_of_units(
        session, GIA_LAI, ["so-noi-vu"]
    )
    assert people.chats_of_units(session, "lao-cai", with_groups=True) == []


@pytest.mark.parametrize("why", ["coordinators", "removed", "unlinked"])
def test_who_does_not_hear(session: Session, office: Office, group: Chat, why: str) -> None:
    made = link(session, group, office, coordinators=why == "coordinators")
    if why == "removed":
        people.mark_unreachable(session, group, "kicked", NOW)
    if why == "unlinked":
        groups.unlink(session, made, made.linked_by, NOW)
    assert people.chats_of_units(session, GIA_LAI, [UNIT], with_groups=True) == [(UNIT, office.em)]


@pytest.mark.parametrize("removed", [False, True], ids=["unlinked", "bot removed"])
def test_what_waits_for_a_group_goes_with_its_link(
    session: Session, office: Office, group: Chat, removed: bool
) -> None:
    made = link(session, group, office)
    outbox.put_many(session, [message(group), message(office.em)])
    if removed:
        groups.end_removed(session, made, NOW)
    else:
        groups.unlink(session, made, made.linked_by, NOW)
    states = dict(session.exec(select(Outbox.chat_id, Outbox.state)).all())
    assert states == {group.id: OutboxState.WITHDRAWN, office.em.id: OutboxState.WAITING}


@pytest.mark.parametrize("coordinators", [False, True], ids=["the unit's", "the coordinators'"])
def test_a_group_stays_while_its_linker_serves_in_another_role(
    session: Session, office: Office, group: Chat, coordinators: bool
) -> None:
    role = join(session, "Em Thu", UNIT, RoleKind.LEADER) and people.roles_of(session, office.em.person_id or 0)[0]
    link(session, group, office, coordinators=coordinators)
    role.ended_at = NOW
    session.flush()
    groups.end_left_behind(session, role, role.person_id, NOW)
    assert (groups.link_of(session, group) is None) is coordinators


def test_a_group_is_linked_once(session: Session, office: Office, group: Chat) -> None:
    first = link(session, group, office)
    with pytest.raises(groups.AlreadyLinked) as known:
        link(session, group, office, coordinators=True)
    assert known.value.link is first
    assert not first.coordinators


def test_a_link_moves_with_its_group(session: Session, office: Office, group: Chat) -> None:
    link(session, group, office)
    people.chat_of(session, "telegram", "", "-100200", "group")  # somebody has spoken there already
    kept = people.move_chat(session, group, "-100200")
    known = groups.link_of(session, kept)
    assert known is not None
    assert known.unit == UNIT


def test_a_link_made_at_the_new_address_is_kept(session: Session, office: Office, group: Chat) -> None:
    new = people.chat_of(session, "telegram", "", "-100200", "group")
    link(session, new, office)
    session.expunge_all()
    kept = people.move_chat(session, group, "-100200")
    known = groups.link_of(session, kept)
    assert known is not None
    assert known.unit == UNIT


def test_who_speaks_is_known_by_the_private_chat(session: Session, office: Office, group: Chat) -> None:
    speaker = groups.speaker_of(session, group, office.em.address)
    assert speaker is not None
    assert speaker.id == office.em.person_id
    assert groups.speaker_of(session, group, "nobody") is None
    assert groups.speaker_of(session, group, "") is None
    assert groups.speaker_of(session, group, group.address) is None


def test_each_member_is_asked_apart(session: Session, group: Chat) -> None:
    one, two = (groups.side_of(session, group, sender) for sender in ("7", "8"))
    elsewhere = groups.side_of(session, people.chat_of(session, "telegram", "", "-1", "group"), "8")
    questions.ask(session, one, "document", {"submission": 1}, NOW)
    assert groups.side_of(session, group, "7") is one
    assert questions.pending(session, two, NOW) is None
    assert groups.others_are_asked(session, two, NOW)
    assert not groups.others_are_asked(session, one, NOW)
    assert not groups.others_are_asked(session, elsewhere, NOW)
    assert not groups.others_are_asked(session, two, NOW + timedelta(days=1))


def test_the_sides_of_who_is_forgotten_go(session: Session, office: Office, group: Chat) -> None:
    mine = groups.side_of(session, group, office.em.address)
    other = groups.side_of(session, group, f"1{office.em.address}")
    questions.ask(session, mine, "document", {"submission": 1}, NOW)
    assert office.em.person_id is not None
    forgetting.forget(session, office.em.person_id, NOW)
    assert session.exec(select(Chat.id).where(col(Chat.kind) == groups.SIDE)).all() == [other.id]
