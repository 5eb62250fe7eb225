"""Long lists are recorded at once; what changes under an open dialogue is never recorded on an old word."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from handlers.answering import turn_of
from handlers.belonging import Followed
from handlers.figures.status_state import state_of
from handlers.figures.table_of_figures import table
from handlers.recordings.recording import asked
from handlers.returns import accepting, returning
from handlers.spelling import plain
from handlers.vocabulary import Message, Reply, Turn
from schedules.loading.loader import load
from schedules.plan import AssignmentId, Plans
from storage import extensions, people
from storage.database import unit_of_work
from storage.tables import JournalEntry, Outbox, Submission
from tests.handlers.conversation import Conversation
from tests.handlers.small_plans import SO_KET, VI_DU, small_plans

SHIPPED = Path(__file__).parent.parent.parent / "plans.yaml"
GIA_LAI = "gia-lai"


@pytest.fixture(scope="module")
def shipped() -> Plans:
    plans = load(SHIPPED).plans
    assert plans
    return plans


@pytest.fixture
def province(conversation: Conversation, shipped: Plans) -> Conversation:
    conversation.plans = shipped
    office = shipped.organisations[GIA_LAI].standing_office_id
    conversation.join("phoi", "Lê Điều Phối", "coordinator", GIA_LAI, office)
    return conversation


@pytest.fixture
def small(conversation: Conversation) -> Conversation:
    conversation.join("phoi", "Lê Điều Phối", "coordinator", VI_DU, "so-noi-vu")
    conversation.join("nghiem", "Nguyễn Thử Nghiệm", "officer", VI_DU, "90001")
    return conversation


def communes(plans: Plans) -> list[str]:
    return [unit.name for unit in plans.organisations[GIA_LAI].units.values() if unit.id.isdecimal()]


def recorded(conversation: Conversation) -> list[Submission]:
    with unit_of_work(conversation.engine) as session:
        found = list(session.exec(select(Submission).where(Submission.withdrawn_at == None)))  # noqa: E711
        session.expunge_all()
        return found


def entered(conversation: Conversation, ask: Callable[[Turn], Reply]) -> Reply:
    """Call an entry point as the router does for free text of the coordinator."""
    message = Message("telegram", "", "free", "phoi", "private", "phoi", "Lê Điều Phối", said="…")
    with unit_of_work(conversation.engine) as session:
        chat = people.chat_of(session, "telegram", "", "phoi")
        return ask(turn_of(session, chat, message, conversation.plans, conversation.now))


def choose_first_task(conversation: Conversation) -> None:
    seen = conversation.phones["phoi"][-1]
    if seen.keys == ["record-choose-task"]:
        conversation.press_raw("phoi", seen.buttons[0][1])


@pytest.mark.parametrize("written", [str, plain], ids=["as printed", "without diacritics"])
def test_a_whole_province_in_two_messages(province: Conversation, written: Callable[[str], str]) -> None:
    lines = [f"{place}. {written(name)}" for place, name in enumerate(communes(province.plans), 1)]
    assert len(lines) == 135
    began = time.perf_counter()
    province.say("phoi", "/ghinhan " + "\n".join(lines[:100]))
    choose_first_task(province)
    preview = province.say("phoi", "\n".join(lines[100:]))
    done = province.press("phoi", "Đúng, ghi nhận")
    took = time.perf_counter() - began
    assert preview.keys[:2] == ["record-preview", "record-ready"]
    assert done.keys[0] == "recorded-for-units"
    assert len(recorded(province)) == 135
    assert {one.by_office for one in recorded(province)} == {True}
    assert took < 6  # some 0.5 s alone; the machine may be busy
    undone = province.press("phoi", "Hoàn tác ghi nhận")
    assert undone.keys == ["recording-undone"]
    assert recorded(province) == []


def test_every_name_of_the_rosters_is_recognised(province: Conversation) -> None:
    names = [unit.name for unit in province.plans.organisations[GIA_LAI].units.values()]
    province.say("phoi", "/ghinhan " + "\n".join(names))
    choose_first_task(province)
    assert "record-unknown" not in province.phones["phoi"][-1].keys


def test_a_unit_that_submits_meanwhile_is_not_recorded_again(small: Conversation) -> None:
    small.say("phoi", "/ghinhan Bình Thử\nAn Mẫu")
    small.press("phoi", "Báo cáo sơ kết")
    small.press("nghiem", "Đã nộp việc 1")
    done = small.press("phoi", "Đúng, ghi nhận 2")
    assert done.keys == ["recorded-for-units", "record-already"]
    assert "Đã ghi nhận 1 đơn vị" in done.words
    assert "Bình Thử" not in small.deliver().get("phoi", [done])[0].words.split("không ghi lại")[0]


def test_a_task_that_was_removed_meanwhile_is_refused(small: Conversation) -> None:
    small.say("phoi", "/ghinhan Bình Thử")
    small.press("phoi", "Báo cáo sơ kết")
    tasks = {id: task for id, task in SO_KET.tasks.items() if id != "bao-cao"}
    small.plans = small_plans(replace(SO_KET, tasks=tasks))
    assert small.press("phoi", "Đúng, ghi nhận").keys == ["refused-removed-office"]
    assert recorded(small) == []


def test_an_older_preview_is_refused_after_the_list_has_grown(small: Conversation) -> None:
    small.say("phoi", "/ghinhan Bình Thử")
    preview = small.press("phoi", "Báo cáo sơ kết")
    small.say("phoi", "An Mẫu")
    press = next(press for label, press in preview.buttons if "ghi nhận" in label)
    assert small.press_raw("phoi", press).keys == ["refused-list-changed"]
    assert recorded(small) == []


def test_a_stated_day_decides_whether_it_was_in_time(small: Conversation) -> None:
    small.now += timedelta(days=4)  # 08/5, after the deadline of 06/5
    small.say("phoi", "/ghinhan Bình Thử nhận ngày 05/5\nAn Mẫu")
    preview = small.press("phoi", "Báo cáo sơ kết")
    assert "đúng hạn 1, muộn 1" in preview.words
    small.press("phoi", "Đúng, ghi nhận 2")
    assert [str(one.handed_in_on) for one in recorded(small)] == ["2026-05-05", "None"]
    with unit_of_work(small.engine) as session:
        organisation = small.plans.organisations[VI_DU]
        plan = organisation.plans["so-ket"]
        shown = state_of(session, Followed(organisation, plan), small.now).figures
        assert shown == table(session, organisation, plan, small.now).figures
    assert (shown.on_time, shown.late, shown.by_word) == (1, 1, 0), "the office's own word is no unit's"


def test_an_undone_record_that_nobody_heard_of_is_told_to_nobody(small: Conversation) -> None:
    small.say("phoi", "/ghinhan Bình Thử")
    small.press("phoi", "Báo cáo sơ kết")
    small.press("phoi", "Đúng, ghi nhận")
    small.press("phoi", "Hoàn tác ghi nhận")
    assert small.deliver() == {}
    with unit_of_work(small.engine) as session:
        assert len(list(session.exec(select(Outbox).where(Outbox.kind == "notice")))) == 1


def test_a_unit_may_take_the_office_s_record_back_and_the_office_hears(small: Conversation) -> None:
    small.say("phoi", "/ghinhan Bình Thử")
    small.press("phoi", "Báo cáo sơ kết")
    small.press("phoi", "Đúng, ghi nhận")
    small.deliver()
    asked = small.press("nghiem", "Rút lại")
    assert "Lê Điều Phối (do cơ quan thường trực ghi)" in asked.words
    small.press("nghiem", "Rút lại")
    assert "Nguyễn Thử Nghiệm rút lại xác nhận" in small.deliver()["phoi"][0].words


def test_one_unit_by_free_text(small: Conversation) -> None:
    reply = entered(small, lambda turn: asked(turn, "binh thu", "45/BC-UBND", "2026-05-03"))
    assert [text.key for text in reply.texts] == ["record-choose-task"]
    words = small.press_raw("phoi", reply.buttons[0][0].press).words
    assert "số 45/BC-UBND ngày 03/5/2026" in words


def test_the_journal_keeps_each_act(small: Conversation) -> None:
    small.say("phoi", "/ghinhan Bình Thử 45/BC-UBND ngày 03/5")
    small.press("phoi", "Báo cáo sơ kết")
    small.press("phoi", "Đúng, ghi nhận")
    small.press("phoi", "Hoàn tác ghi nhận")
    with unit_of_work(small.engine) as session:
        acts = [(one.act, one.unit) for one in session.exec(select(JournalEntry)) if one.act != "joined"]
    assert acts == [("recorded_for_unit", "90001"), ("recording_undone", "90001")]


def test_a_return_by_free_text_asks_only_for_what_is_missing(small: Conversation) -> None:
    small.press("nghiem", "Đã nộp việc 1")
    reply = entered(small, lambda turn: returning.asked(turn, "binh thu", "thiếu phụ lục"))
    assert [text.key for text in reply.texts] == ["return-ask-day"]
    reply = entered(small, lambda turn: returning.asked(turn, "Bình Thử", ""))
    assert [text.key for text in reply.texts] == ["return-ask-reason"]
    reply = entered(small, lambda turn: returning.asked(turn, "", "thiếu phụ lục"))
    assert [text.key for text in reply.texts] == ["return-choose", "return-type-unit"]
    assert small.press_raw("phoi", reply.buttons[0][0].press).keys == ["return-ask-day"]


def test_a_return_of_a_name_that_is_only_alike_is_chosen_first(small: Conversation) -> None:
    small.press("nghiem", "Đã nộp việc 1")
    assert small.say("phoi", "/tralai Bình Thơm").keys == ["return-choose-near", "return-type-unit"]


def test_a_return_undone_before_anybody_heard_is_told_to_nobody(small: Conversation) -> None:
    small.press("nghiem", "Đã nộp việc 1")
    small.say("phoi", "/tralai Bình Thử thiếu phụ lục")
    small.press("phoi", "Hết thứ Năm")
    small.press("phoi", "Đúng, trả lại")
    small.press("phoi", "Hoàn tác trả lại")
    assert small.deliver() == {}


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("trước 9/5", "hết thứ Sáu 08/5/2026"),
        ("nộp lại trước ngày 9/5", "hết thứ Sáu 08/5/2026"),
        ("chậm nhất 9/5", "hết thứ Bảy 09/5/2026"),
        ("thứ 6", "hết thứ Sáu 08/5/2026"),
        ("3 ngày", "hết thứ Năm 07/5/2026"),
        ("trước thứ 6", "hết thứ Năm 07/5/2026"),
    ],
)
def test_the_day_of_a_return_is_read_as_that_of_an_extension(small: Conversation, typed: str, day: str) -> None:
    small.press("nghiem", "Đã nộp việc 1")
    small.say("phoi", "/tralai Bình Thử thiếu phụ lục")
    assert f"Hạn mới: {day}" in small.say("phoi", typed).words


def test_a_day_of_a_return_that_cannot_be_read_is_asked_again(small: Conversation) -> None:
    small.press("nghiem", "Đã nộp việc 1")
    small.say("phoi", "/tralai Bình Thử thiếu phụ lục")
    assert small.say("phoi", "trước 3 ngày").keys == ["return-day-unread"]


def test_an_old_yes_returns_on_no_other_day_than_it_shows(small: Conversation) -> None:
    small.press("nghiem", "Đã nộp việc 1")
    small.say("phoi", "/tralai Bình Thử thiếu phụ lục")
    old = small.say("phoi", "8/5").buttons[0][1]
    small.press("phoi", "ngày khác")
    newer = small.say("phoi", "20/5").buttons[0][1]
    assert small.press_raw("phoi", old).keys == ["refused-button"]
    assert "Hạn mới: hết thứ Tư 20/5/2026" in small.press_raw("phoi", newer).words


def test_a_yes_to_a_return_after_its_day_has_come_asks_for_another_day(small: Conversation) -> None:
    small.press("nghiem", "Đã nộp việc 1")
    small.now = small.now.replace(day=7, hour=22)
    small.say("phoi", "/tralai Bình Thử thiếu phụ lục")
    yes = small.say("phoi", "8/5").buttons[0][1]
    small.now += timedelta(hours=3)
    assert small.press_raw("phoi", yes).keys == ["return-day-past"]
    assert len(recorded(small)) == 1
    assert small.say("phoi", "11/5").keys == ["return-preview", "return-effect"]


def test_the_office_s_record_ends_an_open_request_for_more_time(small: Conversation) -> None:
    id = AssignmentId(VI_DU, "so-ket", "bao-cao", "90001")
    with unit_of_work(small.engine) as session:
        extensions.ask(session, id, 2, small.now, small.now.date() + timedelta(days=9), "chờ số liệu")
    small.say("phoi", "/ghinhan Bình Thử")
    small.press("phoi", "Báo cáo sơ kết")
    small.press("phoi", "Đúng, ghi nhận")
    with unit_of_work(small.engine) as session:
        assert extensions.waiting(session, VI_DU) == []


def test_what_is_taken_back_in_two_parts_is_told_twice(small: Conversation) -> None:
    small.say("nghiem", "/start " + small.invite("officer", VI_DU, "90002"))
    small.say("phoi", "/ghinhan Bình Thử; An Mẫu")
    small.press("phoi", "Báo cáo sơ kết")
    undo = small.press("phoi", "Đúng, ghi nhận 2").buttons[0][1]
    first = recorded(small)[0].id
    small.deliver()
    small.press_raw("phoi", f"nhan:{first}")
    small.press_raw("phoi", undo)
    assert "An Mẫu" in small.deliver()["nghiem"][-1].words
    small.press_raw("phoi", f"nhanhuy:{first}:{first}")
    small.deliver()
    small.now += timedelta(minutes=1)
    small.press_raw("phoi", undo)
    assert [seen.keys for seen in small.deliver()["nghiem"]] == [["notice-recording-undone"]]


def test_an_undone_acceptance_is_told_even_if_its_first_was_returned_meanwhile(small: Conversation) -> None:
    small.join("mau", "Trần An Mẫu", "officer", VI_DU, "90002")
    for who in ("nghiem", "mau"):
        small.press(who, "Đã nộp việc 1")
    small.say("phoi", "/nhan")
    small.press("phoi", "Chấp nhận cả 2")
    undo = small.press("phoi", "Đúng, chấp nhận 2").buttons[0][1]
    small.deliver()
    small.say("phoi", "/tralai Bình Thử thiếu phụ lục")
    small.press("phoi", "Hết thứ Năm")
    small.press("phoi", "Đúng, trả lại")
    small.deliver()
    small.press_raw("phoi", undo)
    told = small.deliver()
    assert [seen.keys for seen in told["mau"]] == [["notice-acceptance-undone"]]
    assert "nghiem" not in told


def test_what_a_unit_has_waiting_beyond_a_page_is_counted(small: Conversation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accepting, "PAGE", 1)
    small.press("nghiem", "Đã nộp việc 1")
    small.say("nghiem", "/nop")
    assert small.say("phoi", "/nhan Bình Thử").keys == ["accept-item", "accept-more-of"]


def test_a_number_that_no_database_holds_shows_nothing(small: Conversation) -> None:
    assert small.press_raw("phoi", "mc:" + "9" * 40).keys == ["refused-button"]
