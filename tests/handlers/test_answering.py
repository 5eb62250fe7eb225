"""One update is answered once, whatever the platform repeats; groups, blocked chats and joining at the handlers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import select

from handlers import kept_replies
from handlers.answering import hear
from handlers.contacts.joining import looks_like_code
from handlers.helping import menu
from handlers.vocabulary import Attachment, Button, Message, Place, Reply, Text
from schedules.deadline import VIETNAM, Deadline
from storage import heard, waves
from storage.database import unit_of_work
from storage.tables import Chat, JournalEntry, Outbox, RoleKind, Submission, Told
from tests.handlers.conversation import Conversation
from tests.handlers.small_plans import BINH_THU, HANG_THANG, SO_KET, THU_NGHIEM, VI_DU, small_plans

NGHIEM = Message("telegram", "", "77", "nghiem", "private", "nghiem", "Nguyễn Thử Nghiệm")


def test_a_repeated_update_gets_the_same_reply_and_records_once(conversation: Conversation) -> None:
    conversation.join("nghiem", "Nguyễn Thử Nghiệm", "officer", VI_DU, BINH_THU)
    press = next(press for label, press in conversation.phones["nghiem"][-1].buttons if "việc 1" in label)
    message = replace(NGHIEM, pressed=press)
    with unit_of_work(conversation.engine) as session:
        first = hear(session, message, conversation.plans, conversation.now)
    with unit_of_work(conversation.engine) as session:
        again = hear(session, message, conversation.plans, conversation.now + timedelta(minutes=5))
        assert again == first
        assert len(session.exec(select(Submission)).all()) == 1
        assert [entry.act for entry in session.exec(select(JournalEntry))] == ["joined", "submitted"]


def test_an_update_that_was_answered_says_so(conversation: Conversation) -> None:
    message = replace(NGHIEM, said="/start")
    with unit_of_work(conversation.engine) as session:
        hear(session, message, conversation.plans, conversation.now)
        known = heard.known(session, "telegram", "", "77")
        assert known is not None
        heard.answered(session, known, conversation.now)
    with unit_of_work(conversation.engine) as session:
        assert hear(session, message, conversation.plans, conversation.now).already_answered


def test_a_group_that_nobody_has_linked_gets_no_answer(conversation: Conversation) -> None:
    conversation.join("nghiem", "Nguyễn Thử Nghiệm", "officer", VI_DU, BINH_THU)
    assert conversation.say("-100", "/viec", chat_kind="group", sender="nghiem").keys == []
    assert conversation.say("-100", "xin chào", chat_kind="group", sender="nghiem").keys == []
    code = conversation.invite("officer", VI_DU, BINH_THU)
    assert conversation.say("-100", f"/start {code}", chat_kind="group").keys == []
    assert conversation.say("-100", code, chat_kind="group").keys == []


def test_a_blocked_chat_is_reachable_again_when_it_speaks(conversation: Conversation) -> None:
    conversation.join("nghiem", "Nguyễn Thử Nghiệm", "officer", VI_DU, BINH_THU)
    assert conversation.say("nghiem", None, event="blocked").keys == []  # type: ignore[arg-type]
    assert _chat(conversation).unreachable_why == "blocked"
    conversation.say("nghiem", "/viec")
    assert _chat(conversation).unreachable_at is None


def test_what_a_newcomer_heard_counts_as_told(conversation: Conversation) -> None:
    before = datetime(2026, 4, 21, 8, 0, tzinfo=VIETNAM)
    with unit_of_work(conversation.engine) as session:
        for task in SO_KET.tasks:
            waves.arm(session, VI_DU, "so-ket", task, before, armed=True)
    conversation.join("nghiem", "Nguyễn Thử Nghiệm", "officer", VI_DU, BINH_THU)
    with unit_of_work(conversation.engine) as session:
        told = {(one.step, one.ends_at) for one in session.exec(select(Told))}
    assert told == {("before-2", "2026-05-07T00:00:00+07:00"), ("before-5", "2026-05-10T00:00:00+07:00")}


def test_what_waits_for_the_admins_yes_is_not_told(conversation: Conversation) -> None:
    conversation.join("nghiem", "Nguyễn Thử Nghiệm", "officer", VI_DU, BINH_THU)
    with unit_of_work(conversation.engine) as session:
        assert session.exec(select(Told)).all() == []


def test_only_the_other_officers_of_the_unit_are_told(conversation: Conversation) -> None:
    for who, kind, unit in [
        ("nghiem", "officer", BINH_THU),
        ("du", "officer", BINH_THU),
        ("lan", "leader", BINH_THU),
        ("mau", "officer", THU_NGHIEM),
    ]:
        conversation.join(who, who, kind, VI_DU, unit)
    conversation.press("nghiem", "Đã nộp việc 1")
    with unit_of_work(conversation.engine) as session:
        rows = session.exec(select(Outbox)).all()
        assert [session.get_one(Chat, row.chat_id).address for row in rows] == ["du"]
        assert [(row.kind, row.cause) for row in rows] == [("notice", "submitted-1")]
        assert rows[0].not_before == conversation.now.astimezone(UTC)


def test_a_notice_that_is_no_longer_true_is_not_said(conversation: Conversation) -> None:
    for who in ("nghiem", "du"):
        conversation.join(who, who, "officer", VI_DU, BINH_THU)
    conversation.press("nghiem", "Đã nộp việc 1")
    conversation.press("nghiem", "Rút lại")
    conversation.press("nghiem", "Rút lại")
    told = conversation.deliver()
    assert [message.keys for message in told["du"]] == [["notice-withdrawn"]]


@pytest.mark.parametrize(
    ("changed", "answered"),
    [
        (replace(SO_KET, tasks={}), "refused-removed"),
        (replace(SO_KET, closed_on=date(2026, 5, 4)), "refused-closed"),
    ],
    ids=["task removed", "plan closed"],
)
def test_a_button_of_a_changed_plan_is_refused(conversation: Conversation, changed: object, answered: str) -> None:
    conversation.join("nghiem", "Nguyễn Thử Nghiệm", "officer", VI_DU, BINH_THU)
    conversation.plans = small_plans(changed)  # type: ignore[arg-type]
    assert conversation.press("nghiem", "Đã nộp việc 1").keys == [answered]


def test_a_button_of_a_period_long_ago_asks_which_is_meant(conversation: Conversation) -> None:
    conversation.join("thu", "Bùi Thử Việc", "officer", VI_DU, THU_NGHIEM)
    conversation.now = datetime(2027, 3, 1, 8, 0, tzinfo=VIETNAM)
    assert conversation.press("thu", "Đã nộp việc 1").keys == ["nop-ask-period"]


def test_the_plan_of_a_unit_that_left_is_no_longer_shown(conversation: Conversation) -> None:
    conversation.join("thu", "Bùi Thử Việc", "officer", VI_DU, THU_NGHIEM)
    task = replace(HANG_THANG.tasks["dinh-ky"], dues=())
    conversation.plans = small_plans(replace(HANG_THANG, tasks={"dinh-ky": task}))
    assert "Báo cáo tháng" not in conversation.say("thu", "/viec").words


def test_a_kept_reply_is_read_back_as_it_was() -> None:
    deadline = Deadline("trước ngày 07/5/2026", date(2026, 5, 6), datetime(2026, 5, 7, tzinfo=VIETNAM))
    values = {
        "deadline": deadline,
        "moment": datetime(2026, 5, 4, 8, 0, tzinfo=VIETNAM),
        "day": date(2026, 5, 4),
        "count": 3,
        "percent": 33.3,
        "name": "UBND xã <An> & Mẫu",
        "nothing": None,
        "place": Place(2),
        "lines": (Text("lines", {"lines": (Text("a"), Text("b"))}),),
    }
    reply = Reply(
        (Text("submitted", values),),
        ((Button(Text("button-undo"), "rut:1"), Button(Text("button-skip"), "boqua:1")),),
        edits=True,
        toast=Text("toast-recorded"),
        attachments=(Attachment("a.txt", b"\x00\xff", "text/plain"),),
    )
    assert kept_replies.from_json(kept_replies.to_json(reply)) == reply
    assert kept_replies.to_json(Reply()) is None
    assert kept_replies.from_json(None) == Reply()


@pytest.mark.parametrize(
    ("kinds", "first", "missing"),
    [
        (set(), "trogiup", "viec"),
        ({RoleKind.OFFICER}, "viec", "start"),
        ({RoleKind.LEADER}, "viec", "start"),
        ({RoleKind.COORDINATOR, RoleKind.OFFICER}, "tiendo", "start"),
        ({RoleKind.ADMIN}, "tiendo", "nop"),
    ],
    ids=["stranger", "officer", "leader", "coordinator", "admin"],
)
def test_menu_by_role(kinds: set[RoleKind], first: str, missing: str) -> None:
    commands = [command for command, _ in menu(kinds)]
    assert commands[0] == first
    assert missing not in commands
    assert commands[-1] == "trogiup"
    assert all(command.isascii() and command.islower() and len(command) <= 32 for command in commands)


def _chat(conversation: Conversation) -> Chat:
    with unit_of_work(conversation.engine) as session:
        return session.exec(select(Chat).where(Chat.address == "nghiem")).one()


def test_a_closed_plan_keeps_its_figures(conversation: Conversation) -> None:
    conversation.join("phoi", "Lê Điều Phối", "coordinator", VI_DU, "so-noi-vu")
    conversation.join("nghiem", "Nguyễn Thử Nghiệm", "officer", VI_DU, BINH_THU)
    conversation.press("nghiem", "Đã nộp việc 1")
    conversation.plans = small_plans(replace(SO_KET, closed_on=date(2026, 5, 4)))
    assert conversation.say("nghiem", "/viec").keys == ["outstanding-none"]
    conversation.say("phoi", "/tiendo")
    assert "Đã nộp 1/4 (25%)" in conversation.press("phoi", "Tổ chức sơ kết").words


@pytest.mark.parametrize(
    ("said", "is_code"),
    [
        ("ABCDEFGH2345", True),
        ("abcd-efgh-2345", True),
        ("ABCD EFGH 2345", True),
        ("ABCDEFGH234", False),
        ("ABCDEFGH2340", False),
        ("xem hen nay ra", False),
        ("a b c d e f g h j k m n", False),
        ("", False),
    ],
)
def test_what_can_be_a_code(said: str, is_code: bool) -> None:
    assert looks_like_code(said) is is_code
