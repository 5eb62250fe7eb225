"""Summaries: at the hour, once, inside the hours, only when something is new; worded as it stands when it is sent."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import event
from sqlmodel import Session, select

from bot.summaries import summarise
from bot.wording import wording
from handlers.figures.summary_settings import hours_of
from handlers.pushes.pushing import reply_for
from schedules.deadline import VIETNAM
from schedules.plan import AssignmentId
from storage import people, submissions, summaries
from storage.database import unit_of_work
from storage.tables import Chat, GroupLink, JournalEntry, Outbox, OutboxState, Role, Summary
from tests.handlers.conversation import Conversation
from tests.handlers.small_plans import BINH_THU, VI_DU

OFFICE = "so-noi-vu"


def at(words: str) -> datetime:
    return datetime.fromisoformat(f"2026-05-{words}").replace(tzinfo=VIETNAM)


@pytest.fixture
def office(conversation: Conversation) -> Conversation:
    conversation.now = at("04 10:00")
    conversation.join("phoi", "Lê Điều Phối", "coordinator", VI_DU, OFFICE)
    return conversation


def put(talk: Conversation, words: str) -> int:
    talk.now = at(words)
    with unit_of_work(talk.engine) as session:
        return summarise(session, talk.plans, talk.now)


def submit(session: Session, talk: Conversation, unit: str = BINH_THU) -> None:
    person = session.exec(select(Chat.person_id).where(Chat.address == "phoi")).one()
    assert person
    submissions.record(session, AssignmentId(VI_DU, "so-ket", "bao-cao", unit), person, talk.now)


@pytest.mark.parametrize(
    ("moment", "count"),
    [
        ("04 16:00", 0),
        ("05 07:59", 0),
        ("05 08:00", 1),
        ("05 10:59", 1),
        ("05 11:30", 0),
        ("05 13:30", 0),
        ("09 08:00", 0),
    ],
    ids=["on the day of joining", "before", "at the hour", "late", "at noon", "too late", "on Saturday"],
)
def test_at_its_hour(office: Conversation, moment: str, count: int) -> None:
    assert put(office, moment) == count


def test_once_a_day_and_only_when_something_is_new(office: Conversation) -> None:
    assert put(office, "05 08:00") == 1
    assert list(office.deliver()) == ["phoi"]
    assert [put(office, moment) for moment in ("05 08:01", "05 08:15", "05 09:00")] == [0, 0, 0]
    assert put(office, "05 23:00") == 0
    with unit_of_work(office.engine) as session:
        submit(session, office)
    assert put(office, "06 08:00") == 1
    (told,) = office.deliver()["phoi"]
    assert "Mới nộp (1): UBND xã Bình Thử" in told.words
    assert put(office, "06 09:00") == 0


def test_a_round_between_quarters_asks_one_thing(office: Conversation) -> None:
    put(office, "05 08:00")
    asked: list[str] = []
    event.listen(office.engine, "before_cursor_execute", lambda *seen: asked.append(seen[2]))
    put(office, "05 08:14")
    assert len([one for one in asked if one.startswith("SELECT")]) == 1


def test_words_are_those_of_the_moment_and_the_same_again(office: Conversation) -> None:
    put(office, "05 08:00")
    with unit_of_work(office.engine) as session:
        submit(session, office)
        row = session.exec(select(Outbox)).one()
        said = [reply_for(session, office.plans, row, office.now) for _ in range(2)]
    assert said[0] is not None
    assert said[0] == said[1]
    assert "Đã nộp 1/9" in wording("vi").words(said[0]).text


def test_nothing_late_on_the_day_after(office: Conversation) -> None:
    put(office, "05 08:00")
    with unit_of_work(office.engine) as session:
        row = session.exec(select(Outbox)).one()
        assert reply_for(session, office.plans, row, at("06 07:30")) is None


def test_whoever_is_no_coordinator_any_more_hears_nothing(office: Conversation) -> None:
    put(office, "05 08:00")
    with unit_of_work(office.engine) as session:
        session.exec(select(Role)).one().ended_at = office.now
    assert office.deliver() == {}
    with unit_of_work(office.engine) as session:
        assert session.exec(select(Outbox.state)).one() is OutboxState.WITHDRAWN


def test_what_was_chosen_holds_in_every_chat_of_a_person(office: Conversation) -> None:
    office.say("phoi", "/tomtat tat")
    with unit_of_work(office.engine) as session:
        other = people.chat_of(session, "zalo", "", "phoi-zalo")
        person = session.exec(select(Chat.person_id).where(Chat.address == "phoi")).one()
        other.person_id = person
        people.person_of(session, other).preferred = "zalo"  # type: ignore[union-attr]
        acts = session.exec(select(JournalEntry.act)).all()
    assert put(office, "05 08:00") == 0
    assert "summary-chosen" in acts


def test_a_coordinators_group_hears_it_too(office: Conversation) -> None:
    with unit_of_work(office.engine) as session:
        group = people.chat_of(session, "telegram", "", "-100", "group")
        by = session.exec(select(Role.person_id)).one()
        link = {"organisation": VI_DU, "unit": OFFICE, "coordinators": True, "linked_by": by}
        session.add(GroupLink(chat_id=group.id or 0, linked_at=at("04 10:00"), **link))
    assert put(office, "05 08:00") == 2
    told = office.deliver()
    assert set(told) == {"phoi", "-100"}
    assert told["-100"][0].buttons == []


def test_the_hours_that_can_be_chosen_lie_in_those_of_the_office(office: Conversation) -> None:
    hours = hours_of(office.plans.organisations[VI_DU], office.now)
    assert [f"{moment:%H:%M}" for moment in sorted(hours.values())] == [
        "07:30",
        "08:00",
        "09:00",
        "10:00",
        "13:30",
        "14:00",
        "15:00",
        "16:00",
    ]


def test_an_hour_of_the_afternoon(office: Conversation) -> None:
    office.say("phoi", "/tomtat 13")
    assert put(office, "05 08:00") == 0
    assert put(office, "05 13:30") == 1
    with unit_of_work(office.engine) as session:
        known = session.exec(select(Summary)).all()
    assert {(one.weekly, one.hour) for one in known} == {(False, 13), (True, summaries.OFF)}
    assert put(office, "05 13:30") == 0
