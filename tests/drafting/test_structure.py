"""Statements with their places, parts and the headings above them; whom a letter addresses."""

from __future__ import annotations

from schedules.drafting.drafting import draft
from schedules.drafting.items import Item, Part
from schedules.drafting.parts.structure import addressees, items
from tests.drafting.reading import document

PLAN = document(
    *("KẾ HOẠCH", "Rà soát hồ sơ", "", "Căn cứ Luật Lưu trữ; UBND xã ban hành Kế hoạch như sau:", ""),
    *("I. MỤC ĐÍCH", "", "Nâng cao chất lượng.", "", "II. THỰC HIỆN", "", "1. Thời gian", ""),
    *("- Các phòng tổ chức rà soát trong năm.", "", "Gửi báo cáo về Văn phòng.", "", "2. Phân công", ""),
    *(
        "2.1. Văn phòng",
        "",
        "Thực hiện các việc sau:",
        "",
        "a) Đôn đốc.",
        "",
        "b) Tổng hợp:",
        "",
        "+ Lập danh mục.",
        "",
    ),
    *("2.2. Các phòng: rà soát.", "", "Trên đây là Kế hoạch, đề nghị các phòng thực hiện./.", ""),
    *("Nơi nhận:", "- Các phòng;", "- Lưu: VT.", "", "CHỦ TỊCH", "", "Nguyễn Thử Nhất", ""),
    *(
        "PHỤ LỤC 1",
        "DANH MỤC CÔNG VIỆC",
        "",
        "TT\tViệc\tHạn",
        "1\tRà soát\t05/6",
        "",
        "ĐỀ CƯƠNG",
        "BÁO CÁO RÀ SOÁT",
        "",
    ),
    *("I. KẾT QUẢ", "", "Biểu 2A", "TỔNG HỢP HỒ SƠ", "", "TT\tLoại\tSố", "1\tGiấy\t"),
)


def said(text: str) -> Item:
    return next(item for item in items(PLAN) if item.text.startswith(text))


def test_places_are_cited_as_a_reader_would() -> None:
    places = {text: said(text).place for text in ("Nâng cao", "Các phòng tổ", "Đôn đốc", "Các phòng: rà", "Trên đây")}
    assert places == {
        "Nâng cao": "mục I",
        "Các phòng tổ": "mục II.1",
        "Đôn đốc": "mục II.2.1.a",
        "Các phòng: rà": "mục II.2.2",
        "Trên đây": f"đoạn {said('Trên đây').number}",
    }


def test_headings_and_lead_ins_stand_above() -> None:
    assert said("Đôn đốc").above == ("THỰC HIỆN", "Phân công", "Văn phòng", "Thực hiện các việc sau:")
    assert said("Lập danh mục").above[-1] == "Tổng hợp:"
    assert said("Các phòng: rà").above == ("THỰC HIỆN", "Phân công")
    assert (
        said("Gửi báo cáo").above[-1] == "Các phòng tổ chức rà soát trong năm."
    )  # the paragraph goes on with that work
    assert said("Trên đây").above == ()


def test_each_part_is_told() -> None:
    parts = {item.text or "table": item.part for item in items(PLAN)}
    assert parts["Rà soát hồ sơ"] is Part.HEAD
    assert parts["Căn cứ Luật Lưu trữ; UBND xã ban hành Kế hoạch như sau:"] is Part.BASIS
    assert parts["Đôn đốc."] is Part.BODY
    assert parts["Các phòng;"] is parts["Nguyễn Thử Nhất"] is Part.ADDRESSEES
    assert parts["KẾT QUẢ"] is Part.OUTLINE
    tables = [(item.part, item.place) for item in items(PLAN) if item.table]
    assert tables == [(Part.ANNEX, "Phụ lục 1"), (Part.FORM, "Biểu 2A")]


def test_articles_and_clauses() -> None:
    found = items(
        document(
            "QUYẾT ĐỊNH:",
            "Điều 1. Ban hành Quy chế.",
            "Điều 2. Trách nhiệm",
            "1. Sở A:",
            "b) Báo cáo.",
            "Điều 3. Hiệu lực.",
        )
    )
    assert [item.place for item in found][1:] == [
        "Điều 1",
        "Điều 2",
        "khoản 1 Điều 2",
        "điểm b khoản 1 Điều 2",
        "Điều 3",
    ]


def test_a_letter_names_whom_it_addresses() -> None:
    head = ("SỞ NỘI VỤ", "Số: 5/SNV", "V/v báo cáo", "")
    listed = items(
        document(
            *head,
            "Kính gửi:",
            "- Các sở, ban, ngành tỉnh;",
            "- UBND các xã, phường.",
            "",
            "Thực hiện Công văn, đề nghị báo cáo:",
            "- Kết quả.",
        )
    )
    assert addressees(listed) == ("Các sở, ban, ngành tỉnh", "UBND các xã, phường")
    assert [item.part for item in listed][-2:] == [Part.BODY, Part.BODY]
    assert addressees(items(document(*head, "Kính gửi: Sở Tài chính; Sở Y tế.", "", "Đề nghị báo cáo."))) == (
        "Sở Tài chính",
        "Sở Y tế",
    )
    assert addressees(items(PLAN)) == ()


def test_an_order_in_the_first_sentence_is_body() -> None:
    letter = (
        "Số: 5/UBND",
        "",
        "Kính gửi: Các sở.",
        "",
        "Thực hiện Công văn số 9/BNV ngày 02/3/2026, UBND tỉnh yêu cầu các sở báo cáo trước ngày 08/5/2026.",
    )
    assert items(document(*letter))[-1].part is Part.BODY


def test_a_heading_knows_that_work_stands_under_it() -> None:
    found = items(
        document(
            *("KẾ HOẠCH", "Số hóa", "", "UBND xã ban hành Kế hoạch như sau:", "", "1. Quý I", ""),
            *("a) Văn phòng lập danh mục trước ngày 15/3/2026.", "", "2. Quý II: Công an xã rà soát.", ""),
        )
    )
    assert [(item.text, item.heads) for item in found if item.marker in ("1", "a", "2")] == [
        ("Quý I", True),
        ("Văn phòng lập danh mục trước ngày 15/3/2026.", False),
        ("Quý II: Công an xã rà soát.", False),
    ]


def test_the_name_of_a_period_over_work_is_no_deadline() -> None:
    lines = (
        "KẾ HOẠCH",
        "Số hóa",
        "",
        "UBND xã ban hành Kế hoạch như sau:",
        "",
        "1. {}",
        "",
        "- Văn phòng lập danh mục.",
    )
    for heading in ("Quý I", "Tháng 4 năm 2026", "Nhiệm vụ quý III/2026", "6 tháng đầu năm 2026", "Tuần 2"):
        assert draft(document(*(line.format(heading) for line in lines), "")).obligations == (), heading
