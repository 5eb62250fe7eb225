"""The reminder as the phone shows it: tone by step, honest at the moment of sending, most urgent first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from handlers.pushes.bundles import Reminded, bundle_reply
from schedules.deadline import VIETNAM
from schedules.ladder import StepKind
from schedules.owing import Owed, owed
from tests.handlers.conversation import Conversation, seen
from tests.handlers.small_plans import (
    AN_MAU,
    BINH_THU,
    FORMS,
    OUTLINE,
    SO_KET,
    TAI_CHINH,
    VI_DU,
    small_plans,
)

ORGANISATION = small_plans().organisations[VI_DU]


def at(day: int, hour: str = "07:30", month: int = 5) -> datetime:
    return datetime.fromisoformat(f"2026-{month:02}-{day:02} {hour}").replace(tzinfo=VIETNAM)


def owing(unit: str, task: str) -> Owed:
    return next(one for one in owed(ORGANISATION, at(4), unit) if one.task.id == task)


def reminded(
    unit: str, task: str, kind: str, working_days: int | None = None, *, late: bool = False, number: int = 1
) -> Reminded:
    return Reminded(owing(unit, task), StepKind(kind), working_days, late, number)


TONES = [
    ("assigned", None, at(22, month=4), "Việc được giao: Báo cáo sơ kết", "– còn 14 ngày"),
    ("before", 5, at(24, month=4), "Xin nhắc: Báo cáo sơ kết", "– còn 5 ngày làm việc"),
    ("before", 2, at(4), "Đề nghị quan tâm hoàn thành đúng hạn: Báo cáo sơ kết", "– còn 2 ngày làm việc"),
    ("last_day", 0, at(6), "Hạn cuối là hôm nay: Báo cáo sơ kết", "Đề nghị quý đơn vị hoàn thành trước khi hết hạn."),
    ("overdue", 1, at(7), "Đến nay chưa nhận được xác nhận đã nộp: Báo cáo", "– quá hạn 1 ngày làm việc"),
]


@pytest.mark.parametrize(("kind", "days", "now", "tone", "left"), TONES, ids=[f"{tone[0]}-{tone[1]}" for tone in TONES])
def test_tone_of_each_step(kind: str, days: int | None, now: datetime, tone: str, left: str) -> None:
    words = seen(bundle_reply(ORGANISATION, [reminded(BINH_THU, "bao-cao", kind, days)], now)).words
    assert words.startswith("Kính gửi: UBND xã Bình Thử\n\nTheo Kế hoạch số 12/KH-UBND ngày 22/4/2026 của ")
    assert tone in words
    assert left in words
    assert "“trước ngày 07/5/2026” (hết thứ Tư 06/5/2026)" in words
    assert "Nơi nhận: Ủy ban nhân dân tỉnh (qua Sở Nội vụ)" in words
    assert "Trường hợp đã gửi, đề nghị thông tin lại" in words


def test_a_step_that_comes_after_the_deadline_is_worded_as_overdue() -> None:
    late = reminded(BINH_THU, "bao-cao", "last_day", 0, late=True)
    words = seen(bundle_reply(ORGANISATION, [late], at(8))).words
    assert "(nhắc muộn)\nĐến nay chưa nhận được xác nhận đã nộp" in words
    assert "quá hạn 2 ngày" in words
    assert "Hạn cuối là hôm nay" not in words


def test_a_late_step_counts_the_days_that_are_left_now() -> None:
    words = seen(bundle_reply(ORGANISATION, [reminded(BINH_THU, "bao-cao", "before", 5, late=True)], at(4))).words
    assert "còn 2 ngày" in words
    assert "ngày làm việc" not in words


def test_most_urgent_first_with_a_button_each() -> None:
    items = [reminded(BINH_THU, "hoi-nghi", "assigned", number=8), reminded(BINH_THU, "bao-cao", "before", 2, number=9)]
    shown = seen(bundle_reply(ORGANISATION, items, at(4)))
    assert shown.words.index("Báo cáo sơ kết 01 năm") < shown.words.index("Tổ chức hội nghị sơ kết")
    assert shown.buttons == [
        ("Đã nộp: Báo cáo sơ kết 01 năm thí điểm", "nop:9"),
        ("Đã hoàn thành: Tổ chức hội nghị sơ kết", "nop:8"),
        ("Đã nhận", "nhanviec:8.9"),
        ("Nhắc lại sau", "nhacsau:"),
    ]
    assert shown.words.count("Theo Kế hoạch số 12/KH-UBND") == 1


def test_a_person_of_two_units_gets_a_heading_each() -> None:
    items = [reminded(AN_MAU, "bao-cao", "before", 2), reminded(BINH_THU, "bao-cao", "before", 2, number=2)]
    shown = seen(bundle_reply(ORGANISATION, items, at(4)))
    assert shown.keys == [*["bundle-to", "plan-basis", "bundle-soon"] * 2, "bundle-receipt", "bundle-closing"]
    assert [label.split(" – ")[1] for label, _ in shown.buttons[:2]] == ["UBND xã An Mẫu", "UBND xã Bình Thử"]


def test_topic_and_led_sections_stand_in_the_own_assignments_only() -> None:
    words = seen(bundle_reply(ORGANISATION, [reminded(TAI_CHINH, "tham-luan", "before", 2)], at(4))).words
    assert "Nội dung tham luận: Quản lý tài sản công sau sắp xếp" in words
    assert "chủ trì" not in words
    words = seen(bundle_reply(ORGANISATION, [reminded(TAI_CHINH, "bao-cao", "before", 2)], at(4))).words
    assert "Các mục đơn vị chủ trì trong đề cương:\n2. Tài chính, tài sản công" in words


def test_a_plan_without_a_number_is_cited_by_its_title() -> None:
    item = reminded(BINH_THU, "bao-cao", "before", 2)
    plan = replace(SO_KET, number=None, issued_on=None, outline=OUTLINE, forms=FORMS)
    words = seen(bundle_reply(ORGANISATION, [replace(item, owed=replace(item.owed, plan=plan))], at(4))).words
    assert "Theo Kế hoạch “Tổ chức sơ kết 01 năm thí điểm” của Ủy ban nhân dân tỉnh Ví Dụ:" in words


def bundle_of(conversation: Conversation, who: str, *tasks: str) -> dict[str, object]:
    """Return what a round puts for somebody: the numbers that the buttons of /viec bear."""
    buttons = conversation.say(who, "/viec").buttons
    items = []
    for task in tasks:
        number = next(int(press.split(":")[1]) for label, press in buttons if task in label)
        ends_at = at(7, "00:00") if "Báo cáo" in task else at(10, "00:00")
        items.append(
            {
                "assignment": number,
                "step": "before-2",
                "kind": "before",
                "working_days": 2,
                "ends_at": ends_at.isoformat(),
                "at": at(5, "07:30").isoformat(),
            }
        )
    return {"items": items}


def test_only_what_is_still_owed_when_its_turn_comes_is_said(conversation: Conversation) -> None:
    conversation.join("nghiem", "Nguyễn Thử Nghiệm", "officer", VI_DU, BINH_THU)
    about = bundle_of(conversation, "nghiem", "Báo cáo sơ kết", "Tổ chức hội nghị")
    conversation.owe("nghiem", about, VI_DU)
    conversation.press("nghiem", "Đã nộp việc 1")
    told = conversation.deliver()["nghiem"][0]
    assert "Báo cáo sơ kết" not in told.words
    assert [label for label, _ in told.buttons] == ["Đã hoàn thành: Tổ chức hội nghị sơ kết", "Đã nhận", "Nhắc lại sau"]


def test_nothing_left_to_say_says_nothing(conversation: Conversation) -> None:
    conversation.join("nghiem", "Nguyễn Thử Nghiệm", "officer", VI_DU, BINH_THU)
    about = bundle_of(conversation, "nghiem", "Báo cáo sơ kết")
    conversation.owe("nghiem", about, VI_DU)
    conversation.press("nghiem", "Đã nộp việc 1")
    assert conversation.deliver() == {}


@pytest.mark.parametrize(
    "changed",
    [
        replace(SO_KET, tasks={id: task for id, task in SO_KET.tasks.items() if id != "bao-cao"}),
        replace(SO_KET, closed_on=date(2026, 5, 4)),
    ],
    ids=["task removed", "plan closed"],
)
def test_a_changed_plan_withdraws_what_no_longer_holds(conversation: Conversation, changed: object) -> None:
    conversation.join("nghiem", "Nguyễn Thử Nghiệm", "officer", VI_DU, BINH_THU)
    conversation.owe("nghiem", bundle_of(conversation, "nghiem", "Báo cáo sơ kết"), VI_DU)
    conversation.plans = small_plans(changed)  # type: ignore[arg-type]
    assert conversation.deliver() == {}


def test_a_moved_deadline_withdraws_the_step_that_counted_to_the_old_one(conversation: Conversation) -> None:
    conversation.join("nghiem", "Nguyễn Thử Nghiệm", "officer", VI_DU, BINH_THU)
    about = bundle_of(conversation, "nghiem", "Báo cáo sơ kết")
    about["items"][0]["ends_at"] = at(6, "00:00").isoformat()  # type: ignore[index]
    conversation.owe("nghiem", about, VI_DU)
    assert conversation.deliver() == {}


def test_a_bundles_button_records(conversation: Conversation) -> None:
    conversation.join("nghiem", "Nguyễn Thử Nghiệm", "officer", VI_DU, BINH_THU)
    conversation.owe("nghiem", bundle_of(conversation, "nghiem", "Báo cáo sơ kết"), VI_DU)
    conversation.deliver()
    shown = conversation.press("nghiem", "Đã nộp: Báo cáo sơ kết")
    assert shown.keys == ["submitted", "document-ask"]
    assert shown.reply.toast is not None
