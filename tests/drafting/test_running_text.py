"""What a document's sentences say of each other's receivers, and how long names and titles are; all invented."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.drafting.drafting import draft
from schedules.drafting.duties.obligations import obligations
from schedules.drafting.duties.owners import subjects
from schedules.drafting.duties.receivers import receiver
from schedules.drafting.duties.statements import Context
from schedules.drafting.items import Item, Part
from schedules.drafting.words import joining
from schedules.drafting.words.bodies import bodies
from tests.drafting.reading import document

ON = date(2026, 5, 4)
HEAD = ("KẾ HOẠCH", "Sơ kết công tác thử nghiệm")


def title(text: str) -> str:
    """Return the title of the one piece of work in a text."""
    (found,) = obligations(Item(text, "", "mục 1", Part.BODY, 1, ()), Context(ON, ()))
    return found.title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Các sở: Nội vụ, Tài chính, Y tế và UBND các xã, phường",
            ("Sở Nội vụ", "Sở Tài chính", "Sở Y tế", "UBND các xã, phường"),
        ),
        ("Các Sở: Nội vụ, Tư pháp", ("Sở Nội vụ", "Sở Tư pháp")),
    ],
)
def test_a_shared_noun_ends_before_a_group_of_another(text: str, expected: tuple[str, ...]) -> None:
    assert bodies(text) == expected
    assert subjects(f"{text} gửi báo cáo.")[0].units == expected


def test_a_department_that_no_list_knows_keeps_its_second_field() -> None:
    (found,) = subjects("Sở Thủy sản và Hải đảo gửi báo cáo.")
    assert found.units == ("Sở Thủy sản và Hải đảo",)
    assert subjects("Sở Nội vụ và Công an tỉnh gửi báo cáo.")[0].units == ("Sở Nội vụ", "Công an tỉnh")


@pytest.mark.parametrize("paper", ["Báo cáo kết quả rà soát", "dự thảo Kế hoạch", "Tờ trình về kinh phí", "Đề án"])
def test_a_receiver_ends_before_what_is_handed_up(paper: str) -> None:
    text = f"Sở Nội vụ trình Ủy ban nhân dân tỉnh {paper} trước ngày 20/5/2026."
    found = receiver(text, text.index(" trước"))
    assert found is not None
    assert found.send_to == "Ủy ban nhân dân tỉnh"


def test_who_tells_it_on_receives_it() -> None:
    text = "Sở Tài chính trình UBND tỉnh báo cáo HĐND tỉnh trước ngày 20/5/2026."
    found = receiver(text, text.index(" trước"))
    assert found is not None
    assert found.send_to == "UBND tỉnh"


def test_the_receiver_may_stand_once_behind_both_groups() -> None:
    drafted = draft(
        document(
            *HEAD,
            "I. GỬI BÁO CÁO",
            "- Nhóm 1 (các Sở: Tài chính, Y tế): gửi báo cáo chuyên đề trước ngày 20/5/2026.",
            "- Nhóm 2 (UBND các xã, phường): gửi báo cáo sơ kết trước ngày 22/5/2026.",
            "Báo cáo của hai nhóm gửi về Ủy ban nhân dân tỉnh (qua Sở Nội vụ).",
        ),
        ON,
    ).obligations
    assert [(one.units, one.send_to, one.via) for one in drafted] == [
        (("Sở Tài chính", "Sở Y tế"), "Ủy ban nhân dân tỉnh", "Sở Nội vụ"),
        (("UBND các xã, phường",), "Ủy ban nhân dân tỉnh", "Sở Nội vụ"),
    ]


def test_the_lines_of_a_lead_in_go_where_it_says() -> None:
    drafted = draft(
        document(
            *HEAD,
            "1. Hồ sơ quyết toán gửi về Sở Tài chính như sau:",
            "- Các sở, ban, ngành: trước ngày 20/5/2026.",
            "- UBND các xã, phường: trước ngày 25/5/2026.",
        ),
        ON,
    ).obligations
    assert [one.send_to for one in drafted] == ["Sở Tài chính", "Sở Tài chính"]


def test_a_heading_of_regular_reports_is_no_task_of_its_own() -> None:
    below = "UBND các xã, phường gửi báo cáo về Sở Nội vụ trước ngày 20 hằng tháng."
    drafted = draft(document(*HEAD, "1. Nội dung", "Rà soát.", "2. Báo cáo hằng tháng", f"a) {below}"), ON).obligations
    assert [one.units for one in drafted] == [("UBND các xã, phường",)]


def test_a_title_does_not_say_where_it_goes() -> None:
    assert title("UBND các xã lập danh sách hộ thiếu nước, gửi về Sở Xây dựng trước ngày 20/5/2026.") == (
        "Lập danh sách hộ thiếu nước"
    )
    assert title("UBND các xã gửi báo cáo sơ kết về Sở Nội vụ trước ngày 20/5/2026.") == (
        "Gửi báo cáo sơ kết về Sở Nội vụ"
    )


def test_a_line_that_opens_a_bracket_of_a_room_goes_on() -> None:
    assert joining.goes_on("gửi về Ủy ban nhân dân tỉnh (qua", "Sở Nội vụ) trước ngày 20/5/2026.")
    assert not joining.goes_on("gửi về Ủy ban nhân dân tỉnh (qua Sở Nội vụ)", "Sở Y tế tổng hợp.")


def test_a_contract_to_be_signed_has_a_deadline_and_a_refused_day_has_none() -> None:
    signed = "Văn phòng UBND phường chọn đơn vị chỉnh lý, ký hợp đồng không muộn hơn ngày 15/5/2026."
    refused = "Đề nghị của nhà thầu được lùi thời hạn hoàn thành đến ngày 20/6/2026: không đồng ý."
    items = [Item(text, "", "mục 1", Part.BODY, 1, ()) for text in (signed, refused)]
    first, second = (obligations(item, Context(ON, ())) for item in items)
    assert ([one.reading.last_day for one in first], second) == ([date(2026, 5, 15)], ())
