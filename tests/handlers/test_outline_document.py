"""The button that gives the outline as a .docx, and what it answers to whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handlers import kept_replies
from schedules.plan import Outline
from tests.handlers.conversation import Conversation
from tests.handlers.documents import head, lines_of, opened
from tests.handlers.small_plans import BINH_THU, OUTLINE, SO_KET, TAI_CHINH, VI_DU, small_plans

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def test_the_button_gives_a_document_for_the_unit(conversation: Conversation) -> None:
    conversation.join("tai", "Đỗ Thị Tài", "officer", VI_DU, TAI_CHINH)
    conversation.say("tai", "/decuong")
    shown = conversation.press("tai", "Tải đề cương (.docx)")
    assert shown.words == (
        "Đề cương theo Kế hoạch số 12/KH-UBND ngày 22/4/2026 của Ủy ban nhân dân tỉnh Ví Dụ, "
        "dạng khung báo cáo để soạn thảo."
    )
    [file] = shown.reply.attachments
    assert (file.name, file.media_type) == ("De-cuong-so-ket.docx", DOCX)
    document = opened(file.content)
    assert head(document) == (
        ["ỦY BAN NHÂN DÂN TỈNH VÍ DỤ", "SỞ TÀI CHÍNH", "", "Số: ....../BC-......"],
        [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "",
            "......, ngày ...... tháng ...... năm ......",
        ],
    )
    assert lines_of(document)[1:5] == [
        "BÁO CÁO",
        "Sơ kết 01 năm thí điểm",
        "(thực hiện Kế hoạch số 12/KH-UBND ngày 22/4/2026 của Ủy ban nhân dân tỉnh Ví Dụ)",
        "Đề cương báo cáo sơ kết",
    ]
    assert "Nội dung tham luận của đơn vị: Quản lý tài sản công sau sắp xếp" in lines_of(document)
    assert "(Chủ trì: Sở Tài chính)" in lines_of(document)
    foot = [line.text for line in document.tables[1].rows[0].cells[0].paragraphs]
    assert foot == ["Nơi nhận:", "- Ủy ban nhân dân tỉnh;", "- Sở Nội vụ;", "- Lưu: ......"]


def test_where_no_file_can_be_given_the_outline_is_told(conversation: Conversation) -> None:
    conversation.join("tai", "Đỗ Thị Tài", "officer", VI_DU, TAI_CHINH)
    in_chat = conversation.say("tai", "/decuong").reply.texts
    [file] = conversation.press("tai", "Tải đề cương").reply.attachments
    assert [text.key for text in file.instead] == [
        "outline-document-not-here",
        *(text.key for text in in_chat),
        "help-outline",
    ]


def test_a_person_of_two_units_gets_a_document_for_each(conversation: Conversation) -> None:
    conversation.join("hai", "Nguyễn Hai Nơi", "officer", VI_DU, TAI_CHINH)
    conversation.join("hai", "Nguyễn Hai Nơi", "officer", VI_DU, BINH_THU)
    conversation.say("hai", "/decuong")
    files = conversation.press("hai", "Tải đề cương").reply.attachments
    assert [file.name for file in files] == ["De-cuong-so-ket-so-tai-chinh.docx", "De-cuong-so-ket-90001.docx"]
    assert [bool(file.instead) for file in files] == [True, False]
    assert head(opened(files[1].content))[0] == ["ỦY BAN NHÂN DÂN", "XÃ BÌNH THỬ", "", "Số: ....../BC-UBND"]


def test_an_admin_gets_it_with_the_name_left_open(conversation: Conversation) -> None:
    conversation.join("quan", "Trần Quản Trị", "admin", VI_DU)
    conversation.say("quan", "/decuong")
    conversation.press("quan", "Tổ chức sơ kết 01 năm")
    [file] = conversation.press("quan", "Tải đề cương").reply.attachments
    assert head(opened(file.content))[0][0] == "." * 24


@pytest.mark.parametrize("outline", [None, replace(OUTLINE, sections=())], ids=["none", "not attached"])
def test_a_plan_that_has_lost_its_outline_says_so(conversation: Conversation, outline: Outline | None) -> None:
    conversation.join("tai", "Đỗ Thị Tài", "officer", VI_DU, TAI_CHINH)
    conversation.say("tai", "/decuong")
    conversation.plans = small_plans(replace(SO_KET, outline=outline))
    assert conversation.press("tai", "Tải đề cương").keys == ["outline-changed"]
    assert "Tải đề cương (.docx)" not in [label for label, _ in conversation.say("tai", "/decuong").buttons]


def test_the_plan_of_others_is_not_given(conversation: Conversation) -> None:
    conversation.join("tai", "Đỗ Thị Tài", "officer", VI_DU, TAI_CHINH)
    conversation.join("khac", "Vũ Thị Vấn", "officer", "tinh-khac", "91001")
    [(_, press)] = [button for button in conversation.say("tai", "/decuong").buttons if "Tải" in button[0]]
    assert conversation.press_raw("khac", press).keys == ["refused-button"]


def test_the_kept_reply_holds_the_same_file(conversation: Conversation) -> None:
    conversation.join("tai", "Đỗ Thị Tài", "officer", VI_DU, TAI_CHINH)
    conversation.say("tai", "/decuong")
    reply = conversation.press("tai", "Tải đề cương").reply
    assert kept_replies.from_json(kept_replies.to_json(reply)) == reply
