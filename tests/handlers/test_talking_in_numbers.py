"""Whole conversations without buttons: what is recorded by a number, and above all what is not."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from sqlmodel import select

from handlers.answering import hear
from handlers.vocabulary import Message, Shows
from storage.choices import LIVE
from storage.database import open_database, unit_of_work
from storage.tables import Choice, Submission
from tests.handlers.conftest import MONDAY
from tests.handlers.conversation import NO_BUTTONS, Conversation, Seen
from tests.handlers.small_plans import AN_MAU, BINH_THU, VI_DU


@pytest.fixture
def zalo(conversation: Conversation) -> Conversation:
    """Give an officer without buttons; what she owes is numbered 1 and 2, the outline 3."""
    conversation.channel, conversation.shows = "zalo", NO_BUTTONS
    conversation.join("nghiem", "Nguyễn Thử Nghiệm", "officer", VI_DU, BINH_THU)
    return conversation


def recorded(conversation: Conversation) -> int:
    with unit_of_work(conversation.engine) as session:
        return len(session.exec(select(Submission).where(Submission.withdrawn_at == None)).all())  # noqa: E711


def last_paragraph(seen: Seen) -> str:
    return seen.words.rpartition("\n\n")[2]


def test_a_whole_conversation_in_numbers(zalo: Conversation) -> None:
    assert last_paragraph(zalo.phones["nghiem"][-1]) == (
        "Gửi số tương ứng để chọn:\n"
        "[1] Đã nộp: Báo cáo sơ kết 01 năm thí điểm\n"
        "[2] Đã hoàn thành: Tổ chức hội nghị sơ kết\n"
        "[3] Đề cương"
    )
    shown = zalo.say("nghiem", "1")
    assert shown.keys == ["submitted", "document-ask", "choices-heading"]
    assert last_paragraph(shown).endswith(":\n[4] Bỏ qua\n[5] Rút lại")
    assert zalo.say("nghiem", "45/BC-UBND ngày 04/5").keys[0] == "submitted"
    shown = zalo.say("nghiem", "/viec")
    assert "7. Tổ chức hội nghị sơ kết" in shown.words
    assert "[7] Đã hoàn thành: Tổ chức hội nghị sơ kết" in shown.words
    assert zalo.say("nghiem", "đã hoàn thành").keys == ["choice-to-confirm"]
    assert recorded(zalo) == 1
    assert zalo.say("nghiem", "7").keys[0] == "submitted"
    assert recorded(zalo) == 2


def test_the_second_of_a_list_is_not_taken_for_the_documents_number(zalo: Conversation) -> None:
    zalo.say("nghiem", "1")
    shown = zalo.say("nghiem", "2")
    assert last_paragraph(shown).endswith(":\n[6] Số văn bản: 2\n[7] Đã hoàn thành: Tổ chức hội nghị sơ kết")
    assert recorded(zalo) == 1
    assert "Tổ chức hội nghị sơ kết" in zalo.say("nghiem", "7").words
    assert recorded(zalo) == 2


def test_a_bare_number_that_is_the_documents(zalo: Conversation) -> None:
    zalo.say("nghiem", "1")
    zalo.say("nghiem", "2")
    assert "Văn bản: số 2" in zalo.say("nghiem", "6").words
    assert recorded(zalo) == 1
    assert zalo.say("nghiem", "xin chào").keys[0] == "greeted"


def test_a_forged_document_number_is_refused(zalo: Conversation) -> None:
    zalo.say("nghiem", "1")
    for press in ("sovb:1:", "sovb:1:x", "sovb:9:1", "sovb:"):
        assert zalo.press_raw("nghiem", press).keys == ["refused-button"]


def test_a_stale_number_at_a_newer_question(zalo: Conversation) -> None:
    zalo.now = MONDAY + LIVE
    shown = zalo.say("nghiem", "/nop")
    assert "[4] Đã nộp: Báo cáo sơ kết" in shown.words
    refused = zalo.say("nghiem", "1")
    assert refused.keys == ["choice-expired", "choices-heading"]
    assert last_paragraph(refused) == last_paragraph(shown)
    assert recorded(zalo) == 0


def test_a_sections_own_number(zalo: Conversation) -> None:
    zalo.say("nghiem", "3")
    shown = zalo.say("nghiem", "II. Kết quả thực hiện")
    assert "1. Tổ chức bộ máy" in last_paragraph(shown)
    asked = zalo.say("nghiem", "1")
    assert asked.keys == ["choice-unclear", "choices-heading"]
    both = re.findall(r"\[(\d+)\] (.*)", last_paragraph(asked))
    assert [label for _, label in both] == ["Đã nộp: Báo cáo sơ kết 01 năm thí điểm", "1. Tổ chức bộ máy"]
    assert recorded(zalo) == 0
    assert "Số lượng tổ chức trước và sau" in zalo.say("nghiem", both[1][0]).words
    assert recorded(zalo) == 0
    assert zalo.say("nghiem", both[0][0]).keys[0] == "submitted"


def test_a_reminder_is_answered_by_number_after_a_restart(zalo: Conversation) -> None:
    items = [
        {
            "assignment": 1,
            "step": "before-2",
            "kind": "before",
            "working_days": 2,
            "ends_at": "2026-05-07T00:00:00+07:00",
            "at": MONDAY.isoformat(),
        }
    ]
    zalo.owe("nghiem", {"items": items}, VI_DU)
    told = zalo.deliver()["nghiem"][0]
    assert ":\n[4] Đã nộp: Báo cáo sơ kết 01 năm thí điểm\n[5] Đã nhận" in last_paragraph(told)
    url = zalo.engine.url
    zalo.engine.dispose()
    zalo.engine = open_database(url.render_as_string())
    for said in ("sắp nộp", "mai nộp", "chưa nộp", "đã nộp", "đã nộp chưa?"):
        zalo.say("nghiem", said)
        assert recorded(zalo) == 0, said
    assert zalo.say("nghiem", "[4]").keys[0] == "submitted"
    zalo.engine.dispose()


def test_the_second_officer_hears_that_it_is_done(zalo: Conversation) -> None:
    zalo.join("du", "Trần Ví Dụ", "officer", VI_DU, BINH_THU)
    zalo.say("nghiem", "1")
    assert last_paragraph(zalo.deliver()["du"][0]).endswith(":\n[4] Rút lại")
    assert zalo.say("du", "1").keys[0] == "already-submitted"
    assert recorded(zalo) == 1


def test_a_number_is_of_ones_own_chat(zalo: Conversation) -> None:
    zalo.join("mau", "Hoàng Văn Mẫu", "officer", VI_DU, AN_MAU)
    assert "UBND xã An Mẫu" in zalo.say("mau", "1").words


def test_commands_are_never_choices_and_help_tells_of_numbers(zalo: Conversation) -> None:
    assert zalo.say("nghiem", "/1").keys[0] == "not-understood"
    assert zalo.say("nghiem", "/trogiup").keys == ["help-heading", "help-outline", "help-confirm", "help-numbers"]
    zalo.shows = Shows()
    assert zalo.say("nghiem", "/trogiup").keys == ["help-heading", "help-outline", "help-confirm", "help-group"]


def test_a_repeated_update_offers_nothing_twice(zalo: Conversation) -> None:
    message = Message("zalo", "", "a1", "nghiem", "private", "nghiem", "Nguyễn Thử Nghiệm", said="/viec")
    answers = []
    for _ in range(2):
        with unit_of_work(zalo.engine) as session:
            answers.append(hear(session, message, zalo.plans, zalo.now, NO_BUTTONS).reply)
            numbers = session.exec(select(Choice.number)).all()
            assert sorted(numbers) == [1, 2, 3, 4, 5, 6]
    assert answers[0] == answers[1]


def test_a_number_repeated_by_the_platform_records_once(zalo: Conversation) -> None:
    message = Message("zalo", "", "a1", "nghiem", "private", "nghiem", "Nguyễn Thử Nghiệm", said="1")
    for _ in range(2):
        with unit_of_work(zalo.engine) as session:
            assert hear(session, message, zalo.plans, zalo.now, NO_BUTTONS).reply.texts[1].key == "document-ask"
    assert recorded(zalo) == 1


def test_what_is_no_text_is_answered_and_leaves_all_as_it_was(zalo: Conversation) -> None:
    zalo.say("nghiem", "1")
    picture = Message("zalo", "", "p1", "nghiem", "private", "nghiem", "Nguyễn Thử Nghiệm", event="unreadable")
    for message, keys in (
        (picture, ["unreadable"]),
        (replace(picture, update_id="p2", address="la"), ["greeting", "unreadable"]),
        (replace(picture, update_id="p3", address="nhom", chat_kind="group"), []),
    ):
        with unit_of_work(zalo.engine) as session:
            assert [text.key for text in hear(session, message, zalo.plans, zalo.now, NO_BUTTONS).reply.texts] == keys
    assert zalo.say("nghiem", "45/BC-UBND").keys[0] == "submitted"


@pytest.mark.parametrize("said", ["xem 1", "xem việc 1", "mở số 1", "em xin số 1 ạ"])
def test_asking_to_see_what_a_number_names_confirms_nothing(zalo: Conversation, said: str) -> None:
    assert zalo.say("nghiem", said).keys == ["choice-to-confirm"]
    assert recorded(zalo) == 0


@pytest.mark.parametrize("said", ["1\u200b", "[1] Đã nộp: Báo cáo sơ kết 01 năm thí điểm"])
def test_a_number_or_a_line_copied_from_the_phone(zalo: Conversation, said: str) -> None:
    assert zalo.say("nghiem", said).keys[0] == "submitted"


@pytest.mark.parametrize("before", [["1"], ["/nop 45/BC-UBND ngày 04/5"]], ids=["document", "which"])
def test_a_code_is_a_code_whatever_was_asked(zalo: Conversation, before: list[str]) -> None:
    for said in before:
        zalo.say("nghiem", said)
    code = zalo.invite("officer", VI_DU, AN_MAU)
    assert zalo.say("nghiem", f"{code[:4]} {code[4:8]} {code[8:]}").keys[0] == "joined"
