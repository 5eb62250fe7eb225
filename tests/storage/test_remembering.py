"""The small memories: waves, what was heard, asked, written down, marked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from schedules.plan import AssignmentId
from storage import assignments, heard, journal, marks, people, plan_versions, questions, waves
from storage.database import unit_of_work
from storage.plan_versions import Version
from storage.tables import Chat, VersionState
from tests.storage.conftest import GIA_LAI, NOW

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
ENDS = "2026-05-07T00:00:00+07:00"


@pytest.fixture
def chat(session: Session) -> Chat:
    return people.chat_of(session, "telegram", "", "Binh Thu")


# Waves


def test_a_task_is_armed_at_its_first_load(session: Session) -> None:
    first = waves.arm(session, GIA_LAI, "so-ket", "bao-cao", NOW, armed=True)
    again = waves.arm(session, GIA_LAI, "so-ket", "bao-cao", NOW + HOUR, armed=False)
    assert again is first
    assert (first.seen_at, first.armed_at) == (NOW, NOW)
    assert waves.armings(session) == {(GIA_LAI, "so-ket", "bao-cao"): first}


@pytest.mark.parametrize(("plan", "armed"), [("so-ket", {"so-ket"}), (None, {"so-ket", "tong-ket"})])
def test_what_waits_is_armed_by_a_yes(session: Session, plan: str | None, armed: set[str]) -> None:
    for one in ("so-ket", "tong-ket"):
        assert waves.arm(session, GIA_LAI, one, "bao-cao", NOW, armed=False).armed_at is None
    waves.arm(session, "lao-cai", "so-ket", "bao-cao", NOW, armed=False)
    assert waves.approve(session, GIA_LAI, plan, NOW + HOUR) == len(armed)
    assert waves.approve(session, GIA_LAI, plan, NOW + 2 * HOUR) == 0
    moments = {key: one.armed_at for key, one in waves.armings(session).items()}
    assert {key for key, moment in moments.items() if moment} == {(GIA_LAI, one, "bao-cao") for one in armed}
    assert set(moments.values()) <= {None, NOW + HOUR}


def test_a_wave_is_put_once(session: Session) -> None:
    wave = (GIA_LAI, "so-ket", "bao-cao", "", "before-5", ENDS)
    assert waves.wave_put(session, *wave, NOW)
    assert not waves.wave_put(session, *wave, NOW + HOUR)
    assert waves.waves(session) == {wave}


def test_a_step_is_told_once_until_its_deadline_changes(session: Session, chat: Chat) -> None:
    assert chat.id is not None
    number = assignments.number(session, AssignmentId(GIA_LAI, "so-ket", "bao-cao", "21607"))
    told = waves.ToldStep(chat.id, number, "before-5", ENDS, NOW)
    assert [waves.tell(session, rows) for rows in ([told], [told], [])] == [1, 1, 0]
    moved = "2026-05-14T00:00:00+07:00"
    waves.tell(session, [waves.ToldStep(chat.id, number, "before-5", moved, NOW + HOUR)])
    assert waves.last_told(session, [chat.id], [number]) == {(chat.id, number): moved}
    waves.tell(session, [waves.ToldStep(chat.id, number, "before-5", ENDS, NOW + 2 * HOUR)])
    assert waves.last_told(session, [chat.id], [number]) == {(chat.id, number): ENDS}
    assert waves.already_told(session, [chat.id, 99], [number]) == {
        (chat.id, number, "before-5", ENDS),
        (chat.id, number, "before-5", moved),
    }
    assert waves.already_told(session, [99], [number]) == set()


# Heard


def test_an_update_is_known_by_channel_bot_and_id(session: Session) -> None:
    kept = heard.keep(session, "telegram", "", "7", {"texts": ["đã ghi"]}, NOW, address="1")
    assert heard.known(session, "telegram", "", "7") is kept
    assert heard.known(session, "telegram", GIA_LAI, "7") is None
    assert (kept.reply, kept.address) == ({"texts": ["đã ghi"]}, "1")


def test_an_update_handled_twice_takes_its_transaction_down(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        heard.keep(session, "telegram", "", "7", None, NOW)
    with pytest.raises(IntegrityError), unit_of_work(engine) as session:
        heard.keep(session, "telegram", "", "7", None, NOW)


def test_a_reply_that_was_sent_is_noted(session: Session) -> None:
    one, other = (heard.keep(session, "telegram", "", id, {"a": 1}, NOW) for id in "12")
    heard.answered(session, one, NOW + MINUTE)
    assert (one.answered_at, other.answered_at) == (NOW + MINUTE, None)


def test_old_updates_are_forgotten(session: Session) -> None:
    heard.keep(session, "telegram", "", "1", None, NOW)
    heard.keep(session, "telegram", "", "2", None, NOW + HOUR)
    assert heard.forget_before(session, NOW + HOUR) == 1
    assert heard.known(session, "telegram", "", "1") is None
    assert heard.known(session, "telegram", "", "2")


# Questions


def test_a_chat_is_asked_one_question_at_a_time(session: Session, chat: Chat) -> None:
    questions.ask(session, chat, "submit", {"assignment": 1}, NOW)
    questions.ask(session, chat, "document", {"submission": 2}, NOW + MINUTE)
    pending = questions.pending(session, chat, NOW + HOUR)
    assert pending is not None
    assert (pending.word, pending.about, pending.asked_at) == ("document", {"submission": 2}, NOW + MINUTE)
    questions.drop(session, chat)
    questions.drop(session, chat)
    assert questions.pending(session, chat, NOW + HOUR) is None


@pytest.mark.parametrize(("after", "stands"), [(12 * HOUR - MINUTE, True), (12 * HOUR, False)])
def test_a_question_expires(session: Session, chat: Chat, after: timedelta, stands: bool) -> None:
    questions.ask(session, chat, "submit", {}, NOW)
    assert (questions.pending(session, chat, NOW + after) is not None) is stands


# Journal, versions, marks


def test_the_journal_is_read_newest_first(session: Session) -> None:
    number = assignments.number(session, AssignmentId(GIA_LAI, "so-ket", "bao-cao", "21607"))
    journal.write(session, at=NOW, act="first", organisation=GIA_LAI, unit="21607", assignment_id=number)
    journal.write(session, at=NOW, act="second", organisation=GIA_LAI, unit="21608", tên="Nhơn Châu")
    journal.write(session, at=NOW, act="elsewhere", organisation="lao-cai")
    assert [entry.act for entry in journal.entries(session, GIA_LAI)] == ["second", "first"]
    assert [entry.detail for entry in journal.entries(session, GIA_LAI, limit=1)] == [{"tên": "Nhơn Châu"}]
    assert [entry.act for entry in journal.entries(session, GIA_LAI, "21607")] == ["first"]
    assert [entry.act for entry in journal.entries(session, GIA_LAI, assignment_id=number)] == ["first"]


def test_the_running_version_outlives_a_refused_one(session: Session) -> None:
    assert plan_versions.running(session) is None
    plan_versions.keep(session, Version("aa", NOW, VersionState.RAN, texts={"plans.yaml": "version: 1"}))
    plan_versions.keep(session, Version("bb", NOW + MINUTE, VersionState.REFUSED, problems=3))
    running = plan_versions.running(session)
    assert running is not None
    assert (running.digest, running.texts) == ("aa", {"plans.yaml": "version: 1"})
    assert [(one.digest, one.state, one.problems) for one in plan_versions.history(session)] == [
        ("bb", "refused", 3),
        ("aa", "ran", 0),
    ]


def test_a_version_that_comes_takes_the_place_of_one_that_waits(session: Session) -> None:
    plan_versions.keep(session, Version("aa", NOW, VersionState.WAITING))
    plan_versions.keep(session, Version("bb", NOW + MINUTE, VersionState.APPROVED))
    coming = plan_versions.coming(session)
    assert coming is not None
    assert coming.digest == "bb"
    assert [one.state for one in plan_versions.history(session)] == ["approved", "superseded"]


def test_a_mark_is_the_last_one_set(session: Session) -> None:
    assert marks.get_mark(session, "round") is None
    for value in ("1", "2"):
        marks.set_mark(session, "round", value)
    assert marks.get_mark(session, "round") == "2"
