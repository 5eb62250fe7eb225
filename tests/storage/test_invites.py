"""Nobody becomes anything without a code that is theirs, unused and in time."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from sqlalchemy import Engine, text
from sqlmodel import Session

from storage import invites, journal, people
from storage.database import reading, unit_of_work
from storage.invites import ExpiredCode, InviteError, TooManyAttempts, UnknownCode, UsedCode
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
