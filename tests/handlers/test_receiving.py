"""Receipts of bundles of any size, and the states that /viec shows."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from sqlmodel import select

from handlers.handing_in.receiving import received_button
from handlers.handing_in.standing_words import State, state_of, states
from storage import assignments, receipts, returns, submissions, waves
from storage.database import unit_of_work
from storage.people import chat_of
from storage.tables import Receipt
from tests.handlers.conversation import Conversation
from tests.handlers.small_plans import BINH_THU, SMALL, VI_DU

ORGANISATION = SMALL.organisations[VI_DU]
MANY = tuple(range(100_000, 100_040))


@pytest.fixture
def officer(conversation: Conversation) -> Conversation:
    conversation.join("nghiem", "Nguyễn Thử Nghiệm", "officer", VI_DU, BINH_THU)
    return conversation


def kept(conversation: Conversation) -> list[tuple[str, datetime]]:
    with unit_of_work(conversation.engine) as session:
        found = session.exec(select(Receipt)).all()
        named = assignments.named_many(session, {one.assignment_id for one in found})
        return [(named[one.assignment_id].task, one.lapses_at) for one in found]


@pytest.mark.parametrize("numbers", [(1,), (8, 9), MANY[:9], MANY], ids=["one", "two", "nine", "forty"])
def test_a_press_fits_however_many_it_names(numbers: tuple[int, ...], conversation: Conversation) -> None:
    press = received_button(ORGANISATION, numbers, conversation.now).press
    assert len(press.encode()) <= 64
    assert press.startswith("nhanviec:@") is (len(numbers) > 9)


def test_one_press_for_a_bundle_too_long_to_name(officer: Conversation) -> None:
    """It is about all that the person was told by the moment of the message, not what came later."""
    report, meeting = (
        next(press.partition(":")[2] for label, press in officer.say("nghiem", "/viec").buttons if task in label)
        for task in ("Báo cáo sơ kết", "Tổ chức hội nghị")
    )
    with unit_of_work(officer.engine) as session:
        chat = chat_of(session, "telegram", "", "nghiem").id or 0
        tell = [(report, officer.now), (meeting, officer.now + timedelta(hours=1))]
        waves.tell(session, [waves.ToldStep(chat, int(number), "before-2", "x", at) for number, at in tell])
    press = received_button(ORGANISATION, MANY, officer.now).press
    assert officer.press_raw("nghiem", press).keys == ["received"]
    lapses_at = officer.now + timedelta(days=2)
    assert kept(officer) == [("bao-cao", lapses_at)]


def test_two_working_days_over_a_weekend(officer: Conversation) -> None:
    officer.now += timedelta(days=4)  # Friday 08/5
    officer.say("nghiem", "/danhan")
    assert {lapses_at for _, lapses_at in kept(officer)} == {officer.now + timedelta(days=4)}


def test_the_four_states(officer: Conversation) -> None:
    officer.say("nghiem", "/viec")
    organisation, now = ORGANISATION, officer.now

    def state() -> str:
        with unit_of_work(officer.engine) as session:
            found = states(session, organisation.id, BINH_THU, [report], now)[report]
            return state_of(found).key

    with unit_of_work(officer.engine) as session:
        report = next(id for id in assignments.named_many(session, range(10)).values() if id.task == "bao-cao")
    assert state() == "state-unsent"
    with unit_of_work(officer.engine) as session:
        receipts.record(session, {report: now + timedelta(days=2)}, 1, now)
    assert state() == "state-received"
    with unit_of_work(officer.engine) as session:
        submission = submissions.record(session, report, 1, now)
    assert state() == "state-submitted"
    with unit_of_work(officer.engine) as session:
        session.add(submission)
        returns.send_back(session, report, submission, "thiếu phụ lục", date(2026, 5, 12), 1, now)
    assert state() == "state-returned"
    told = "đã trả lại để bổ sung lúc 08:00 thứ Hai 04/5/2026; lý do: thiếu phụ lục"
    assert told in officer.say("nghiem", "/viec").words
    with unit_of_work(officer.engine) as session:
        again = submissions.record(session, report, 1, now)
        again.accepted_at, again.accepted_by = now, 1
    assert state() == "state-accepted"
    assert "được cơ quan thường trực chấp nhận lúc" in officer.say("nghiem", "/viec").words


def test_a_reminder_that_arrived_is_a_state(conversation: Conversation) -> None:
    assert state_of(State(sent_at=conversation.now)).key == "state-sent"
