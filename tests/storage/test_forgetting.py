"""To be forgotten: nothing names the person any more, and the unit's acts stand."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlmodel import Session, select

from schedules.plan import AssignmentId
from storage import (
    arrivals,
    choices,
    forgetting,
    heard,
    invites,
    journal,
    leaves,
    outbox,
    people,
    questions,
    submissions,
)
from storage.tables import Heard, Outbox, OutboxState, Person, RoleKind, Submission
from tests.storage.conftest import GIA_LAI, NOW, Office, join, message

REPORT = AssignmentId(GIA_LAI, "so-ket", "bao-cao", "so-noi-vu")
NAME, ADDRESS, SAID = "Binh Thu", "Binh Thu", "bí mật của Bình"


@pytest.fixture
def person(session: Session, office: Office) -> int:
    """Return the officer after they have used everything that is kept of a chat."""
    assert office.person.id is not None
    at = ("telegram", "")
    submissions.record(session, REPORT, office.person.id, NOW)
    outbox.put_many(session, [message(office.binh), message(office.binh, "sent")])
    row = session.exec(select(Outbox).where(Outbox.cause == "sent")).one()
    row.text, row.state = SAID, OutboxState.SENT
    outbox.put_many(session, [message(office.em, "colleague")])
    told = session.exec(select(Outbox).where(Outbox.cause == "colleague")).one()
    told.text, told.state = f"{NAME} xác nhận UBND xã đã nộp", OutboxState.SENT
    questions.ask(session, office.binh, "document", {"words": SAID}, NOW)
    choices.offer(session, office.binh, "heard 1", [(SAID, "nop:1")], NOW)
    heard.keep(session, *at, "1", {"texts": [SAID]}, NOW, ADDRESS)
    heard.keep(session, *at, "2", {"texts": ["của Em"], "names": [NAME]}, NOW, "Em Thu")
    choices.offer(session, office.em, "heard 2", [(f"Bỏ liên kết: {NAME}", "dvbo:1")], NOW)
    arrivals.keep(session, *at, "3", {"chat": {"id": ADDRESS}, "text": SAID}, NOW)
    arrivals.keep(session, *at, "4", {"chat": {"id": "Em Thu"}, "text": "của Em"}, NOW)
    leaves.take(session, office.person.id, NOW.date(), NOW.date(), NOW)
    invites.make_chat_code(session, office.person.id, NOW)
    session.flush()
    return office.person.id


def everything(session: Session) -> str:
    """Return all values of all tables as one text."""
    tables = session.connection().execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
    rows = [session.connection().execute(text(f'SELECT * FROM "{table}"')).all() for table in tables]
    return repr(rows)


def test_nothing_names_the_person(session: Session, person: int) -> None:
    assert NAME in everything(session)
    assert SAID in everything(session)
    forgetting.forget(session, person, NOW)
    session.flush()
    assert NAME not in everything(session)
    assert SAID not in everything(session)


@pytest.mark.parametrize("whose", ["a namesake", "a short name"])
def test_a_name_that_may_mean_somebody_else_stays(session: Session, person: int, whose: str) -> None:
    if whose == "a namesake":
        session.add(Person(display_name=NAME, created_at=NOW))
        name = NAME
    else:
        name = session.get_one(Person, person).display_name = "Bo An"
    told = session.exec(select(Outbox).where(Outbox.cause == "colleague")).one()
    told.text = f"{name} xác nhận"
    session.flush()
    forgetting.forget(session, person, NOW)
    session.expire_all()
    assert told.text == f"{name} xác nhận"


def test_what_is_others_stays(session: Session, person: int, office: Office) -> None:
    forgetting.forget(session, person, NOW)
    assert [one.update_id for one in arrivals.waiting(session, "telegram", "")] == ["4"]
    kept = session.exec(select(Heard).where(Heard.address == "Em Thu")).one()
    session.refresh(kept)
    assert kept.reply == {"texts": ["của Em"], "names": [forgetting.FORGOTTEN]}
    told = session.exec(select(Outbox).where(Outbox.cause == "colleague")).one()
    session.refresh(told)
    assert told.text == f"{forgetting.FORGOTTEN} xác nhận UBND xã đã nộp"
    assert people.roles_of(session, office.em.person_id or 0) != []


def test_the_unit_s_acts_stand(session: Session, person: int) -> None:
    forgetting.forget(session, person, NOW)
    standing = session.exec(select(Submission)).one()
    assert standing.recorded_by == person
    assert submissions.standing_of(session, REPORT) is not None
    assert [entry.act for entry in journal.entries(session, GIA_LAI, "so-noi-vu")][-1] == "joined"
    assert session.get_one(Person, person).display_name == forgetting.FORGOTTEN
    entries = journal.entries(session, GIA_LAI, "so-noi-vu")
    assert journal.people_of(session, entries)[person] == journal.Actor(forgetting.FORGOTTEN, ("so-noi-vu",))


def test_roles_end_and_are_returned(session: Session, person: int) -> None:
    ended = forgetting.forget(session, person, NOW)
    assert [(role.unit, role.kind, role.ended_at) for role in ended] == [("so-noi-vu", RoleKind.OFFICER, NOW)]
    assert people.roles_of(session, person) == []
    assert leaves.kept(session, person, NOW) == []


def test_a_repeated_update_is_not_handled_again(session: Session, person: int) -> None:
    forgetting.forget(session, person, NOW)
    known = heard.known(session, "telegram", "", "1")
    assert known is not None
    assert known.reply is None


def test_what_waited_is_not_sent(session: Session, person: int, office: Office) -> None:
    forgetting.forget(session, person, NOW)
    states = session.exec(select(Outbox.state).where(Outbox.chat_id == office.binh.id)).all()
    assert set(states) == {OutboxState.WITHDRAWN, OutboxState.SENT}


def test_codes_are_void(session: Session, office: Office) -> None:
    assert office.person.id is not None
    code = invites.make_chat_code(session, office.person.id, NOW)
    over = invites.make_hand_over(session, GIA_LAI, "so-noi-vu", RoleKind.OFFICER, office.person.id, NOW)
    forgetting.forget(session, office.person.id, NOW)
    newcomer = people.chat_of(session, "zalo", "", "n")
    for void in (code, over):
        with pytest.raises((invites.ExpiredCode, invites.UsedCode)):
            invites.accept(session, newcomer, "Người Mới", void, NOW)


def test_afterwards_the_person_is_a_stranger_and_may_join_anew(session: Session, person: int) -> None:
    forgetting.forget(session, person, NOW)
    again = people.chat_of(session, "telegram", "", ADDRESS)
    assert people.person_of(session, again) is None
    joined = join(session, NAME, "21607")
    assert joined.person_id != person


def test_twice_ends_nothing_more(session: Session, person: int) -> None:
    assert len(forgetting.forget(session, person, NOW)) == 1
    assert forgetting.forget(session, person, NOW + timedelta(minutes=1)) == []
