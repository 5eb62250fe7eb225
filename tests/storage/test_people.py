"""Who can be told something, and who cannot."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlmodel import Session, select

from schedules.plan import AssignmentId
from storage import assignments, invites, outbox, people, questions, waves
from storage.tables import Chat, Outbox, OutboxState, Person, RoleKind
from tests.storage.conftest import GIA_LAI, NOW, Office, join, message

OFFICER = RoleKind.OFFICER


def test_a_chat_is_noted_once(session: Session) -> None:
    first = people.chat_of(session, "telegram", "", "1")
    assert people.chat_of(session, "telegram", "", "1") is first
    others = [("telegram", GIA_LAI, "1"), ("zalo", "", "1"), ("telegram", "", "2")]
    assert len({people.chat_of(session, *other).id for other in others} | {first.id}) == 4


def test_a_stranger_is_nobody(session: Session) -> None:
    assert people.person_of(session, people.chat_of(session, "telegram", "", "1")) is None


def test_roles_are_the_live_ones(session: Session, office: Office) -> None:
    join(session, "Binh Thu", "21607")
    assert office.person.id is not None
    old, new = people.roles_of(session, office.person.id)
    old.ended_at = NOW
    assert people.roles_of(session, office.person.id) == [new]
    assert people.roles_of(session, office.person.id, "lao-cai") == []


@pytest.mark.parametrize(
    ("units", "kinds", "expected"),
    [
        (None, (RoleKind.OFFICER,), ["21607 Em", "so-noi-vu Binh", "so-noi-vu Chi"]),
        (["so-noi-vu"], (RoleKind.OFFICER,), ["so-noi-vu Binh", "so-noi-vu Chi"]),
        (["so-noi-vu"], (RoleKind.OFFICER, RoleKind.LEADER), ["so-noi-vu Binh", "so-noi-vu Chi", "so-noi-vu Dung"]),
        (["so-tu-phap"], (RoleKind.OFFICER,), []),
        ([], (RoleKind.OFFICER,), []),
    ],
    ids=["every unit", "one unit", "with its leader", "a unit with nobody", "no unit"],
)
def test_chats_of_units(
    session: Session, office: Office, units: list[str] | None, kinds: tuple[RoleKind, ...], expected: list[str]
) -> None:
    found = people.chats_of_units(session, GIA_LAI, units, kinds)
    assert [f"{unit} {chat.address.split()[0]}" for unit, chat in found] == expected


def test_a_person_of_two_units_stands_under_both(session: Session, office: Office) -> None:
    join(session, "Binh Thu", "21607")
    join(session, "Binh Thu", "so-noi-vu", RoleKind.LEADER)
    every = people.chats_of_units(session, GIA_LAI, None, (RoleKind.OFFICER, RoleKind.LEADER))
    assert [unit for unit, chat in every if chat == office.binh] == ["21607", "so-noi-vu"]
    assert people.chats_of_role(session, GIA_LAI, RoleKind.OFFICER).count(office.binh) == 1


BOTH = (("telegram", ""), ("zalo", ""))


@pytest.mark.parametrize(
    ("linked", "preferred", "unreachable", "expected"),
    [
        pytest.param(BOTH, None, (), 0, id="the one they joined on"),
        pytest.param(BOTH[::-1], None, (), 0, id="the one they joined on, be it zalo"),
        pytest.param(BOTH, "zalo", (), 1, id="the preferred one"),
        pytest.param(BOTH, "zalo", (1,), 0, id="the other, when the preferred one is lost"),
        pytest.param(BOTH, None, (0,), 1, id="the other, when the first is lost"),
        pytest.param(BOTH, "viber", (), 0, id="the preferred one is not linked"),
        pytest.param(BOTH, "zalo", (0, 1), None, id="nobody to be reached"),
        pytest.param((("telegram", ""), ("zalo", "lao-cai")), "zalo", (), 0, id="another organisation's bot"),
        pytest.param((("telegram", ""), ("zalo", GIA_LAI)), "zalo", (), 1, id="the organisation's own bot"),
        pytest.param((("telegram", ""), ("telegram", GIA_LAI)), "telegram", (), 0, id="twice the same channel"),
    ],
)
def test_a_person_is_told_in_one_chat(
    session: Session,
    linked: tuple[tuple[str, str], ...],
    preferred: str | None,
    unreachable: tuple[int, ...],
    expected: int | None,
) -> None:
    join(session, "Ai Khac", "so-noi-vu")  # somebody else, on one channel
    chats = [people.chat_of(session, channel, bot, "Binh Thu") for channel, bot in linked]
    invites.accept(session, chats[0], "Binh Thu", invites.make_invite(session, GIA_LAI, "21607", OFFICER, NOW), NOW)
    join_also(session, chats[0], "21608")
    for chat in chats[1:]:
        chat.person_id = chats[0].person_id
    session.get_one(Person, chats[0].person_id).preferred = preferred
    for number in unreachable:
        people.mark_unreachable(session, chats[number], "blocked", NOW)
    told = [] if expected is None else [chats[expected]]
    found = people.chats_of_units(session, GIA_LAI, ["21607", "21608"])
    assert found == [(unit, chat) for unit in ("21607", "21608") for chat in told]
    assert [chat for chat in people.chats_of_role(session, GIA_LAI, OFFICER) if chat.address == "Binh Thu"] == told
    assert people.units_without_chat(session, GIA_LAI, ["21607"]) == (set() if told else {"21607"})


def test_two_officers_of_a_unit_are_each_told_on_their_own_channel(session: Session, office: Office) -> None:
    office.chi.channel = "zalo"
    session.flush()
    found = people.chats_of_units(session, GIA_LAI, ["so-noi-vu"])
    assert [chat.channel for _, chat in found] == ["telegram", "zalo"]


def join_also(session: Session, chat: Chat, unit: str) -> None:
    code = invites.make_invite(session, GIA_LAI, unit, OFFICER, NOW)
    invites.accept(session, chat, "Binh Thu", code, NOW)


def test_a_chat_of_another_organisations_bot_is_not_used(session: Session, office: Office) -> None:
    office.binh.bot = "lao-cai"
    session.flush()
    assert [chat for _, chat in people.chats_of_units(session, GIA_LAI, ["so-noi-vu"])] == [office.chi]


def test_who_blocked_the_bot_is_not_told(session: Session, office: Office) -> None:
    people.mark_unreachable(session, office.em, "blocked", NOW)
    assert people.units_without_chat(session, GIA_LAI, ["21607", "so-noi-vu", "so-tu-phap"]) == {"21607", "so-tu-phap"}
    assert office.em.unreachable_why == "blocked"
    people.mark_reachable(session, office.em)
    assert people.units_without_chat(session, GIA_LAI, ["21607"]) == set()


def test_what_waits_for_a_lost_chat_fails_at_once(session: Session, office: Office) -> None:
    outbox.put_many(session, [message(office.em), message(office.binh)])
    people.mark_unreachable(session, office.em, "blocked", NOW)
    assert [trouble.unit for trouble in outbox.troubles(session, GIA_LAI)] == ["21607"]
    assert outbox.counts(session)[OutboxState.WAITING] == 1


def test_a_moved_chat_keeps_its_id(session: Session, office: Office) -> None:
    people.mark_unreachable(session, office.em, "moved", NOW)
    moved = people.move_chat(session, office.em, "-100200")
    assert (moved.id, moved.address, moved.unreachable_at) == (office.em.id, "-100200", None)
    assert people.chat_of(session, "telegram", "", "-100200") is moved
    assert people.move_chat(session, moved, "-100200") is moved  # told twice, moved once


def test_a_moved_chat_takes_in_the_one_that_was_first_at_its_new_address(session: Session, office: Office) -> None:
    old, new = office.em, people.chat_of(session, "telegram", "", "-100200", "group")
    number = assignments.number(session, AssignmentId(GIA_LAI, "so-ket", "bao-cao", "21607"))
    outbox.put_many(session, [message(old, "both"), message(new, "both"), message(new, "only new")])
    assert old.id is not None
    assert new.id is not None
    waves.tell(
        session,
        [
            waves.ToldStep(old.id, number, "both", "e", NOW),
            waves.ToldStep(new.id, number, "both", "e", NOW),
            waves.ToldStep(new.id, number, "only new", "e", NOW),
        ],
    )
    questions.ask(session, new, "document", {"submission": 1}, NOW)
    session.expunge_all()

    kept = people.move_chat(session, old, "-100200")

    assert (kept.id, kept.address) == (old.id, "-100200")
    assert session.get(Chat, new.id) is None
    assert {(row.chat_id, row.cause) for row in session.exec(select(Outbox))} == {
        (old.id, "both"),
        (old.id, "only new"),
    }
    assert {step for _, _, step, _ in waves.already_told(session, [old.id], [number])} == {"both", "only new"}
    pending = questions.pending(session, kept, NOW + timedelta(hours=1))
    assert pending is not None
    assert pending.about == {"submission": 1}
    assert session.connection().execute(text("PRAGMA foreign_key_check")).all() == []


def test_what_was_told_in_one_chat_is_told_to_the_person(session: Session, office: Office) -> None:
    """After the preference has changed nothing is news that was told in the other chat."""
    zalo = people.chat_of(session, "zalo", "", "Em Thu")
    zalo.person_id = office.em.person_id
    number = assignments.number(session, AssignmentId(GIA_LAI, "so-ket", "bao-cao", "21607"))
    assert office.em.id is not None
    assert zalo.id is not None
    assert office.binh.id is not None
    steps = [
        waves.ToldStep(zalo.id, number, "assigned", "later", NOW + timedelta(hours=1)),
        waves.ToldStep(office.em.id, number, "before-5", "earlier", NOW),
    ]
    waves.tell(session, steps)
    for chat in (office.em.id, zalo.id):
        told = waves.already_told(session, [chat, office.binh.id], [number])
        assert told == {(chat, number, "assigned", "later"), (chat, number, "before-5", "earlier")}
        assert waves.last_told(session, [chat, office.binh.id], [number]) == {(chat, number): "later"}
