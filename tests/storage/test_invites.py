"""Nobody becomes anything without a code that is theirs, unused and in time."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from sqlalchemy import Engine, text
from sqlmodel import Session

from storage import invites, journal, people
from storage.database import reading, unit_of_work
from storage.invites import (
    ExpiredCode,
    InviteError,
    TakenChannel,
    TakenChat,
    TooManyAttempts,
    UnknownCode,
    UsedCode,
)
from storage.tables import Chat, RoleKind
from tests.storage.conftest import GIA_LAI, NOW

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
OFFICER, LEADER = RoleKind.OFFICER, RoleKind.LEADER


def invite(session: Session, unit: str = "so-noi-vu", kind: RoleKind = OFFICER) -> str:
    return invites.make_invite(session, GIA_LAI, unit, kind, NOW)


def chat(session: Session, name: str = "Binh Thu", bot: str = "") -> Chat:
    return people.chat_of(session, "telegram", bot, name)


def test_a_code_fits_a_start_link_and_is_read_without_doubt(session: Session) -> None:
    codes = invites.make_invites(session, GIA_LAI, [(str(number), OFFICER) for number in range(200)], NOW)
    assert len(set(codes)) == 200
    assert all(re.fullmatch(r"[A-HJ-NP-Z2-9]{12}", code) for code in codes)


def test_the_code_is_stored_nowhere(engine: Engine, file: object) -> None:
    with unit_of_work(engine) as session:
        code = invite(session)
        stored = session.connection().execute(text("SELECT * FROM invite")).one()
    assert code not in str(stored)
    assert len(stored.code_hash) == 64


def test_the_first_invite_makes_the_person(session: Session) -> None:
    binh = chat(session)
    role = invites.accept(session, binh, "Binh Thu", invite(session), NOW)
    person = people.person_of(session, binh)
    assert person is not None
    assert (person.display_name, person.id) == ("Binh Thu", role.person_id)
    assert (role.organisation, role.unit, role.kind, role.since_at) == (GIA_LAI, "so-noi-vu", OFFICER, NOW)
    assert [entry.act for entry in journal.entries(session, GIA_LAI, "so-noi-vu")] == ["joined"]


def test_a_second_invite_gives_the_same_person_a_second_role(session: Session) -> None:
    binh = chat(session)
    first = invites.accept(session, binh, "Binh Thu", invite(session), NOW)
    second = invites.accept(session, binh, "Another name", invite(session, "21607", LEADER), NOW)
    assert people.roles_of(session, first.person_id) == [first, second]
    assert second.person_id == first.person_id


@pytest.mark.parametrize("typed", [str.lower, lambda code: f"  {code[:4]} {code[4:8]}-{code[8:]} \n"])
def test_a_code_is_read_as_people_type_it(session: Session, typed: object) -> None:
    assert invites.accept(session, chat(session), "Binh Thu", typed(invite(session)), NOW)


def test_a_code_is_used_once(session: Session) -> None:
    code = invite(session)
    invites.accept(session, chat(session), "Binh Thu", code, NOW)
    with pytest.raises(UsedCode):
        invites.accept(session, chat(session, "Chi Thu"), "Chi Thu", code, NOW)
    assert people.person_of(session, chat(session, "Chi Thu")) is None


def test_the_same_person_may_press_the_link_twice(session: Session) -> None:
    code, binh = invite(session), chat(session)
    role = invites.accept(session, binh, "Binh Thu", code, NOW)
    assert invites.accept(session, binh, "Binh Thu", code, NOW) == role


def test_a_used_code_does_not_bring_back_a_role_that_ended(session: Session) -> None:
    code, binh = invite(session), chat(session)
    invites.accept(session, binh, "Binh Thu", code, NOW).ended_at = NOW
    with pytest.raises(UsedCode):
        invites.accept(session, binh, "Binh Thu", code, NOW)


def test_a_new_invite_for_a_role_that_one_has_is_used_up(session: Session) -> None:
    binh, second = chat(session), invite(session)
    role = invites.accept(session, binh, "Binh Thu", invite(session), NOW)
    assert invites.accept(session, binh, "Binh Thu", second, NOW) == role
    with pytest.raises(UsedCode):
        invites.accept(session, chat(session, "Chi Thu"), "Chi Thu", second, NOW)


@pytest.mark.parametrize(("later", "works"), [(14 * DAY - MINUTE, True), (14 * DAY, False)])
def test_a_code_expires_after_two_weeks(session: Session, later: timedelta, works: bool) -> None:
    code = invite(session)
    if works:
        assert invites.accept(session, chat(session), "Binh Thu", code, NOW + later)
    else:
        with pytest.raises(ExpiredCode):
            invites.accept(session, chat(session), "Binh Thu", code, NOW + later)


def test_a_voided_code_is_over(session: Session) -> None:
    code, other = invite(session), invite(session, "21607")
    assert invites.void(session, GIA_LAI, "so-noi-vu") == 1
    with pytest.raises(ExpiredCode):
        invites.accept(session, chat(session), "Binh Thu", code, NOW)
    assert invites.accept(session, chat(session), "Binh Thu", other, NOW)


@pytest.mark.parametrize(("bot", "works"), [("", True), (GIA_LAI, True), ("lao-cai", False)])
def test_a_code_works_only_with_a_bot_of_its_organisation(session: Session, bot: str, works: bool) -> None:
    code, binh = invite(session), chat(session, bot=bot)
    if works:
        assert invites.accept(session, binh, "Binh Thu", code, NOW)
    else:
        with pytest.raises(UnknownCode):
            invites.accept(session, binh, "Binh Thu", code, NOW)


def guess(engine: Engine, code: str, minutes: int, name: str = "Ke La") -> type[InviteError] | None:
    """Try a code as the handler does: the error is answered, the transaction stands."""
    with unit_of_work(engine) as session:
        try:
            invites.accept(session, chat(session, name), name, code, NOW + minutes * MINUTE)
        except InviteError as error:
            return type(error)
    return None


def test_five_wrong_codes_and_the_chat_waits_out_the_hour(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        code = invite(session)
    assert [guess(engine, "WRONG", minute) for minute in range(5)] == [UnknownCode] * 5
    assert guess(engine, code, 59) is TooManyAttempts  # a right one is not even looked at
    assert guess(engine, code, 10, "Chi Thu") is None  # nobody else waits
    assert guess(engine, "WRONG", 60) is UnknownCode  # the first is an hour old
    assert guess(engine, "WRONG", 60) is TooManyAttempts


def test_the_chat_is_told_until_when(engine: Engine) -> None:
    for minute in range(5):
        guess(engine, "WRONG", minute)
    with unit_of_work(engine) as session, pytest.raises(TooManyAttempts) as refused:
        invites.accept(session, chat(session, "Ke La"), "Ke La", "WRONG", NOW + 30 * MINUTE)
    assert refused.value.wait_until == NOW + HOUR


def test_a_link_pressed_again_and_again_is_no_wrong_code(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        code = invite(session)
    assert [guess(engine, code, 0) for _ in range(8)] == [None] * 8
    with reading(engine) as session:
        assert session.connection().execute(text("SELECT count(*) FROM role")).scalar() == 1


# One more chat of somebody


def two_chats(session: Session, bot: str = "") -> tuple[Chat, Chat]:
    """Return the chat of somebody who has joined, and one of nobody on the other channel."""
    binh = chat(session)
    invites.accept(session, binh, "Binh Thu", invite(session), NOW)
    return binh, people.chat_of(session, "zalo", bot, "Binh Thu")


def code_for(session: Session, of: Chat) -> str:
    assert of.person_id is not None
    return invites.make_chat_code(session, of.person_id, NOW)


def test_a_code_adds_a_chat_to_a_person(session: Session) -> None:
    binh, zalo = two_chats(session)
    code = code_for(session, binh)
    for _ in range(2):  # sent twice, linked once
        person = invites.accept(session, zalo, "Another name", code, NOW)
        assert (person.id, zalo.person_id) == (binh.person_id, binh.person_id)
    assert [role.unit for role in people.roles_of(session, person.id)] == ["so-noi-vu"]
    assert person.display_name == "Binh Thu"
    with pytest.raises(UsedCode):
        invites.accept(session, chat(session, "Chi Thu"), "Chi Thu", code, NOW)


@pytest.mark.parametrize(("later", "works"), [(DAY - MINUTE, True), (DAY, False)])
def test_such_a_code_lives_for_a_day(session: Session, later: timedelta, works: bool) -> None:
    binh, zalo = two_chats(session)
    code = code_for(session, binh)
    if works:
        assert invites.accept(session, zalo, "Binh Thu", code, NOW + later)
    else:
        with pytest.raises(ExpiredCode):
            invites.accept(session, zalo, "Binh Thu", code, NOW + later)
        assert zalo.person_id is None


def test_only_the_newest_such_code_works(session: Session) -> None:
    binh, zalo = two_chats(session)
    old, other = code_for(session, binh), invite(session, "21607")
    code_for(session, binh)
    with pytest.raises(ExpiredCode):
        invites.accept(session, zalo, "Binh Thu", old, NOW)
    assert invites.accept(session, zalo, "Binh Thu", other, NOW), "invites of units are not touched"


@pytest.mark.parametrize(("bot", "works"), [("", True), (GIA_LAI, True), ("lao-cai", False)])
def test_such_a_code_works_only_with_a_bot_of_the_persons(session: Session, bot: str, works: bool) -> None:
    binh, zalo = two_chats(session, bot)
    code = code_for(session, binh)
    if works:
        assert invites.accept(session, zalo, "Binh Thu", code, NOW)
    else:
        with pytest.raises(UnknownCode):
            invites.accept(session, zalo, "Binh Thu", code, NOW)


def test_somebody_elses_chat_is_not_taken_over(session: Session) -> None:
    binh, zalo = two_chats(session)
    invites.accept(session, zalo, "Chi Thu", invite(session, "21607"), NOW)
    chi = zalo.person_id
    code = code_for(session, binh)
    with pytest.raises(TakenChat):
        invites.accept(session, zalo, "Chi Thu", code, NOW)
    assert zalo.person_id == chi
    free = people.chat_of(session, "zalo", "", "free")
    assert invites.accept(session, free, "Binh Thu", code, NOW), "the code was not used up"


@pytest.mark.parametrize("where", ["Binh Thu", "second phone"])
def test_one_channel_is_linked_once(session: Session, where: str) -> None:
    binh, zalo = two_chats(session)
    code = code_for(session, binh)
    with pytest.raises(TakenChannel):
        invites.accept(session, chat(session, where), "Binh Thu", code, NOW)
    assert invites.accept(session, zalo, "Binh Thu", code, NOW)


def test_a_lost_chat_may_be_replaced_on_its_channel(session: Session) -> None:
    binh, _ = two_chats(session)
    people.mark_unreachable(session, binh, "deactivated", NOW)
    second = chat(session, "second phone")
    assert invites.accept(session, second, "Binh Thu", code_for(session, binh), NOW)
    assert second.person_id == binh.person_id


def test_wrong_codes_count_for_such_a_chat_too(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        binh, _ = two_chats(session)
        code = code_for(session, binh)
    assert [guess(engine, "WRONG", minute, "Ke La") for minute in range(5)] == [UnknownCode] * 5
    assert guess(engine, code, 6, "Ke La") is TooManyAttempts
