"""Asking for a section in free words, in several plans, for a unit that leads some: what is shown, what is offered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handlers.outlines.outline import asked
from handlers.outlines.sections import find_form, find_sections, forms_titled, nearest_sections
from handlers.vocabulary import Message, Turn
from schedules.plan import Form, Outline, Section
from storage import people
from storage.database import unit_of_work
from tests.handlers.conversation import Conversation, Seen, seen
from tests.handlers.documents import shipped
from tests.handlers.small_plans import HANG_THANG, SO_KET, TAI_CHINH, THU_NGHIEM, VI_DU, small_plans
from tests.handlers.test_sections import PRINTED

MONTHLY = Outline(
    "Đề cương báo cáo tháng",
    (
        Section("I", "I", "Cải cách thể chế"),
        Section("II", "II", "Tổ chức bộ máy hành chính", lead_unit_ids=(THU_NGHIEM,)),
    ),
)
WRITINGS = [
    ("phần 3", ["III"]),
    ("phần II mục 1", ["B.II.1"]),
    ("muc 1 phan ii", ["B.II.1"]),
    ("mục 2.1", ["B.II.1"]),
    ("mục II/1", ["B.II.1"]),
    ("phần thứ hai", ["2"]),
    ("phần B", ["B"]),
    ("mục IX", []),
    ("tuyên truyền", ["B.II.1"]),
    ("tuyen truyn", ["B.II.1"]),
    ("phần thủ tục hành chính", ["III.4.4.1"]),
    ("trung thực", ["A.1"]),
]


@pytest.mark.parametrize(("words", "paths"), WRITINGS, ids=[words for words, _ in WRITINGS])
def test_any_writing(words: str, paths: list[str]) -> None:
    assert [placed.section.path for placed in find_sections(PRINTED, words)] == paths


@pytest.mark.parametrize(
    ("id", "words", "titles"),
    [
        ("an-giang", "phần III", ["KẾT QUẢ SAU 01 NĂM VẬN HÀNH"]),
        ("an-giang", "IV.1", ["Ưu điểm, nguyên nhân (khách quan, chủ quan)"]),
        ("an-giang", "phan 2", ["CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO"]),
        ("gia-lai", "chuyển đổi số", ["Về hạ tầng công nghệ, chuyển đổi số"]),
        ("gia-lai", "chuyen doj so", ["Về hạ tầng công nghệ, chuyển đổi số"]),
        ("binh-thanh", "thu tuc hanh chinh", ["Thủ tục hành chính"]),
    ],
)
def test_the_shipped_outlines(id: str, words: str, titles: list[str]) -> None:
    _, plan = shipped(id)
    assert plan.outline is not None
    assert [placed.section.title for placed in find_sections(plan.outline, words)] == titles


def test_what_is_nearest() -> None:
    assert [placed.section.path for placed in nearest_sections(PRINTED, "B.II.7")] == ["B.II"]
    assert [placed.section.path for placed in nearest_sections(PRINTED, "thủ tục cấp đất")][:1] == ["III.4.4.1"]
    assert nearest_sections(PRINTED, "xyz") == []


def test_forms_by_number_in_any_writing_and_by_title() -> None:
    forms = {"II": Form("II", "Thu chi ngân sách", True), "05": Form("05", "Biên chế", True)}
    plan = replace(SO_KET, forms=forms)
    assert find_form(plan, "phụ lục 2") is forms["II"]
    assert find_form(plan, "Biểu mẫu số 5") is forms["05"]
    assert find_form(plan, "mục 5") is None
    assert forms_titled(plan, "biểu bien che") == [forms["05"]]


def say(conversation: Conversation, who: str, section: str, said: str) -> Seen:
    """Ask as the understanding of free text does: with the slot, in the whole message."""
    message = Message("telegram", "", "free", who, "private", who, who, said=said)
    with unit_of_work(conversation.engine) as session:
        chat = people.chat_of(session, "telegram", "", who)
        person = people.person_of(session, chat)
        assert person is not None
        roles = tuple(people.roles_of(session, person.id or 0))
        turn = Turn(message, "", conversation.now, conversation.plans, session, chat, person, roles)
        return seen(asked(turn, section))


def test_a_slot_that_is_only_a_number_is_read_in_its_message(conversation: Conversation) -> None:
    conversation.join("tai", "Đỗ Thị Tài", "officer", VI_DU, TAI_CHINH)
    assert "II. Kết quả thực hiện" in say(conversation, "tai", "2", "phan 2 viet gi").words
    assert say(conversation, "tai", "2", "mục 2 viết gì").keys == ["outline-several"]
    assert "Tài chính, tài sản công" in say(conversation, "tai", "II.2", "phần II mục 2 cần gì").words
    assert say(conversation, "tai", "3B", "biểu 3B lấy ở đâu").keys == ["form-heading", "form-cited", "form-note"]
    assert say(conversation, "tai", "", "xin đề cương").keys[0] == "outline-title"


def test_a_form_that_there_is_not_is_said_to_be_none(conversation: Conversation) -> None:
    conversation.join("tai", "Đỗ Thị Tài", "officer", VI_DU, TAI_CHINH)
    for nearest in (say(conversation, "tai", "2", "bieu 2 trong de cuong"), conversation.say("tai", "/decuong biểu 2")):
        assert nearest.keys == ["outline-no-form", "outline-several"]
        assert nearest.words.startswith("Không có Biểu 2; gần nhất:")
    assert say(conversation, "tai", "9", "biểu 9 lấy ở đâu").keys == ["outline-not-found"]


def test_several_plans_are_all_looked_through_and_named(conversation: Conversation) -> None:
    conversation.plans = small_plans(replace(HANG_THANG, outline=MONTHLY))
    conversation.join("thu", "Bùi Thử Việc", "officer", VI_DU, THU_NGHIEM)
    both = conversation.say("thu", "/decuong tổ chức bộ máy")
    assert both.keys == ["outline-several", "plan-basis", "plan-basis"]
    assert "12/KH-UBND" in both.words
    led_first = ["II. Tổ chức bộ máy hành chính", "II.1. Tổ chức bộ máy"]
    assert [label for label, _ in both.buttons] == led_first
    assert all(len(label) <= 34 for label, _ in both.buttons)
    one = conversation.say("thu", "/decuong thể chế")
    assert one.keys == ["section-heading", "outline-of-plan"]
    assert "Báo cáo định kỳ cải cách hành chính" in one.words
    assert conversation.say("thu", "/decuong").keys == ["outline-choose"]
