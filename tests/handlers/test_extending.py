"""Extensions where a dialogue would not reach: a plan that changes meanwhile, namesakes, days as people type them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from handlers.extensions.extending_days import Wanted, read_day, split
from schedules.deadline import VIETNAM
from schedules.plan import Plans
from storage import extension_batches, questions
from storage.database import unit_of_work
from storage.tables import Chat
from tests.handlers.conversation import Conversation
from tests.handlers.small_plans import SO_KET, VI_DU, small_plans

NOW = datetime(2026, 5, 5, 8, 0, tzinfo=VIETNAM)  # a Tuesday


@pytest.mark.parametrize(
    ("typed", "day", "reason"),
    [
        ("15/5", "2026-05-15", ""),
        ("15-5 lũ quét", "2026-05-15", "lũ quét"),
        ("đến 12/5/2026 vì họp tỉnh", "2026-05-12", "họp tỉnh"),
        ("trước 15/5", "2026-05-14", ""),
        ("thứ 6", "2026-05-08", ""),
        ("sang thứ hai do chờ ký", "2026-05-11", "chờ ký"),
        ("thu 4 tuan sau cho so lieu", "2026-05-13", "cho so lieu"),
        ("thêm 3 ngày, mất điện", "P3D", "mất điện"),
        ("2 ngày làm việc lý do: họp", "P2B", "họp"),
        ("một tuần", "P1W", ""),
        ("2 ngày nữa", "2026-05-07", ""),
        ("mốt", "2026-05-07", ""),
        ("cuối tháng 5", "2026-05-31", ""),
        ("hết tháng này do dịch", "2026-05-31", "dịch"),
        ("chờ số liệu 3 trường", "", "chờ số liệu 3 trường"),
        ("lý do khác", "", "lý do khác"),
        ("tháng 5 chưa chốt số liệu", "", ""),
        ("31/4", "", ""),
        ("tuần sau", "", ""),
        ("15", "", ""),
        ("", "", ""),
    ],
)
def test_a_day_and_a_reason_are_parted(typed: str, day: str, reason: str) -> None:
    wanted = split(typed, NOW)
    assert (wanted.day, wanted.reason) == (day, reason)


@pytest.mark.parametrize(("typed", "sure"), [("thứ sáu", True), ("ngày 15", False)])
def test_a_day_that_is_only_guessed_is_marked(typed: str, sure: bool) -> None:
    read = read_day(typed, NOW)
    assert read
    assert read.sure is sure


@pytest.mark.parametrize("typed", ["đợi chút", "30/2", "4", "?", "x" * 500])
def test_what_is_no_day(typed: str) -> None:
    assert read_day(typed, NOW) is None


@pytest.fixture
def asking(conversation: Conversation) -> Conversation:
    """Let a unit ask until 15/5 for its report, which is due on 06/5."""
    conversation.join("nghiem", "Nguyễn Thử Nghiệm", "officer", VI_DU, "90001")
    conversation.join("phoi", "Lê Điều Phối", "coordinator", VI_DU, "so-noi-vu")
    conversation.say("nghiem", "/giahan 15/5 chờ số liệu")
    conversation.press("nghiem", "Báo cáo sơ kết")
    return conversation


def without_report(conversation: Conversation) -> None:
    tasks = {id: task for id, task in SO_KET.tasks.items() if id != "bao-cao"}
    conversation.plans = small_plans(replace(SO_KET, tasks=tasks))


def later_report(conversation: Conversation) -> None:
    """Let the plan give everybody until 15/5 by itself."""
    report, total = SO_KET.tasks["bao-cao"], SO_KET.tasks["tong-hop"]  # one until 06/5, one until 14/5
    later = replace(report.dues[0], reading=total.dues[0].reading)
    tasks = {**SO_KET.tasks, "bao-cao": replace(report, dues=(later,))}
    conversation.plans = small_plans(replace(SO_KET, tasks=tasks))


def test_a_task_removed_before_the_request_is_sent(asking: Conversation) -> None:
    without_report(asking)
    assert asking.press("nghiem", "Gửi đề nghị").keys == ["refused-removed"]
    assert asking.deliver() == {}


def test_a_task_removed_before_the_decision(asking: Conversation) -> None:
    asking.press("nghiem", "Gửi đề nghị")
    asking.deliver()
    without_report(asking)
    assert asking.press("phoi", "Đồng ý đến").keys == ["refused-button"]
    assert asking.say("phoi", "/giahan").keys == ["extension-none-waits"]


def test_a_task_removed_before_the_coordinator_is_told(asking: Conversation) -> None:
    asking.press("nghiem", "Gửi đề nghị")
    without_report(asking)
    assert asking.deliver() == {}


def test_a_plan_that_gave_as_much_time_meanwhile(asking: Conversation) -> None:
    asking.say("nghiem", "/giahan 13/5 chờ số liệu")
    asking.press("nghiem", "Báo cáo sơ kết")
    asking.press("nghiem", "Gửi đề nghị")
    asking.deliver()
    later_report(asking)
    shown = asking.press("phoi", "Đồng ý đến")
    assert shown.keys == ["extension-day-not-later", "extension-ask-other-day"]


def test_a_yes_that_comes_after_the_question_has_ended(asking: Conversation) -> None:
    asking.now += timedelta(hours=13)
    assert asking.press("nghiem", "Gửi đề nghị").keys == ["refused-button"]


def test_a_button_of_one_request_does_not_send_another(asking: Conversation) -> None:
    old = next(press for label, press in asking.phones["nghiem"][-1].buttons if label == "Gửi đề nghị")
    asking.say("nghiem", "/giahan 20/5 lý do mới")
    asking.press("nghiem", "Báo cáo sơ kết")
    assert asking.press_raw("nghiem", old).keys == ["refused-button"]


def test_pressed_twice_is_sent_once(asking: Conversation) -> None:
    press = next(press for label, press in asking.phones["nghiem"][-1].buttons if label == "Gửi đề nghị")
    assert asking.press_raw("nghiem", press).keys == ["extension-sent"]
    assert asking.press_raw("nghiem", press).keys == ["refused-button"]
    assert [len(seen) for seen in asking.deliver().values()] == [1]


def test_two_coordinators_give_all_more_time_at_once(conversation: Conversation) -> None:
    for who in ("phoi", "hop"):
        conversation.join(who, f"Lê Thử {who}", "coordinator", VI_DU, "so-noi-vu")
        conversation.say(who, "/giahanchung 12/5 chờ hướng dẫn")
        assert conversation.press(who, "Báo cáo sơ kết").keys == ["extend-all-show"]
    assert conversation.press("phoi", "Đúng, xác nhận").keys == ["extend-all-given"]
    second = conversation.press("hop", "Đúng, xác nhận")
    assert second.keys == ["extension-day-not-later"]


def test_nobody_but_the_office_takes_back(asking: Conversation) -> None:
    asking.say("phoi", "/giahan binh thu 15/5 mưa lũ")
    asking.press("phoi", "Báo cáo sơ kết")
    press = next(press for label, press in asking.press("phoi", "Đúng").buttons if label.startswith("Hủy"))
    assert asking.press_raw("nghiem", press).keys == ["refused-other-unit"]
    assert asking.press_raw("phoi", press).keys == ["extension-undone"]
    assert asking.press_raw("phoi", press).keys == ["extension-undone-before"]
    assert asking.deliver() == {}, "nobody had heard of it yet"


def test_a_yes_is_for_what_was_shown(conversation: Conversation) -> None:
    conversation.join("phoi", "Lê Điều Phối", "coordinator", VI_DU, "so-noi-vu")
    conversation.say("phoi", "/giahan binh thu 15/5 mưa lũ")
    old = next(press for _, press in conversation.press("phoi", "Báo cáo sơ kết").buttons)
    conversation.say("phoi", "/giahanchung 15/5 chờ hướng dẫn")
    conversation.press("phoi", "Báo cáo sơ kết")
    assert conversation.press_raw("phoi", old).keys == ["refused-button"]
    with unit_of_work(conversation.engine) as session:
        assert extension_batches.of_batch(session, "") == []


def with_namesakes() -> Plans:
    """Return the plans with two units that differ in a mark only."""
    plans = small_plans()
    vi_du = plans.organisations[VI_DU]
    units = dict(vi_du.units) | {"90002": replace(vi_du.units["90002"], name="UBND xã Bình Thư")}
    return replace(plans, organisations=dict(plans.organisations) | {VI_DU: replace(vi_du, units=units)})


def test_namesakes_are_asked_about(conversation: Conversation) -> None:
    conversation.plans = with_namesakes()
    conversation.join("phoi", "Lê Điều Phối", "coordinator", VI_DU, "so-noi-vu")
    shown = conversation.say("phoi", "/giahan binh thu 15/5 mưa lũ")
    assert shown.keys == ["extension-which-unit"]
    chosen = conversation.press("phoi", "UBND xã Bình Thư")
    assert chosen.keys == ["extend-one-choose"]
    assert "UBND xã Bình Thư" in chosen.words
    assert conversation.press_raw("phoi", "ghdv:1").keys == ["refused-button"], "the question has gone on"
    with unit_of_work(conversation.engine) as session:
        chat = session.get_one(Chat, 1)
        question = questions.pending(session, chat, conversation.now)
        assert question
        assert Wanted(question.about["day"], question.about["reason"]) == Wanted("2026-05-15", "mưa lũ")


def test_one_more_day_is_counted_from_the_deadline(asking: Conversation) -> None:
    asking.say("nghiem", "/giahan thêm 1 ngày vì mất điện")
    shown = asking.press("nghiem", "Báo cáo sơ kết")
    assert "đến: thứ Năm 07/5/2026" in shown.words
