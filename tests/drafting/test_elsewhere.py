"""Check what a table leaves to the body: where its reports go, which rows are meetings; and where meetings are held."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.drafting.drafting import draft
from schedules.drafting.files.scan_flaws import without_page_numbers
from tests.drafting.reading import document

ON = date(2026, 4, 20)
HEAD = ("ỦY BAN NHÂN DÂN", "TỈNH LỘC AN", "Số: 15/KH-UBND", "Lộc An, ngày 20 tháng 4 năm 2026", "KẾ HOẠCH")
COLUMNS = "TT\tNội dung\tĐơn vị thực hiện\tThời hạn"
ROWS = {
    "one receiver for all reports": (
        "Báo cáo của các đơn vị gửi về Ủy ban nhân dân tỉnh qua Sở Nội vụ.",
        "1\tBáo cáo kết quả cải cách hành chính\tSở Tư pháp\tTrước ngày 10/5/2026",
        ("Ủy ban nhân dân tỉnh", "Sở Nội vụ"),
    ),
    "what is no report stays without": (
        "Báo cáo của các đơn vị gửi về Ủy ban nhân dân tỉnh qua Sở Nội vụ.",
        "1\tTrang trí hội trường\tSở Tư pháp\tTrước ngày 10/5/2026",
        (None, None),
    ),
    "a row's own receiver holds": (
        "Báo cáo của các đơn vị gửi về Ủy ban nhân dân tỉnh qua Sở Nội vụ.",
        "1\tBáo cáo thu, chi gửi Sở Tài chính\tSở Tư pháp\tTrước ngày 10/5/2026",
        ("Sở Tài chính", None),
    ),
    "a unit's own sentence": (
        "Sở Y tế: thống kê số ca bệnh, gửi Văn phòng Ủy ban nhân dân tỉnh.",
        "1\tThống kê số ca bệnh\tSở Y tế\tTrước ngày 10/5/2026",
        ("Văn phòng Ủy ban nhân dân tỉnh", None),
    ),
    "another unit's sentence is not its own": (
        "Sở Y tế: thống kê số ca bệnh, gửi Văn phòng Ủy ban nhân dân tỉnh.",
        "1\tThống kê số ca bệnh\tSở Tài chính\tTrước ngày 10/5/2026",
        (None, None),
    ),
}


@pytest.mark.parametrize(("said", "row", "expected"), ROWS.values(), ids=ROWS)
def test_rows_take_the_receiver_that_the_body_prints(
    said: str, row: str, expected: tuple[str | None, str | None]
) -> None:
    drafted = draft(document(*HEAD, "I. PHÂN CÔNG", said, "II. TIẾN ĐỘ", COLUMNS, row), ON).obligations
    assert [(one.send_to, one.via) for one in drafted] == [expected]


def test_a_conference_in_a_table_is_a_meeting_and_its_report_is_work() -> None:
    found = draft(
        document(
            *HEAD,
            "I. TIẾN ĐỘ",
            COLUMNS,
            "1\tHội nghị tổng kết cấp tỉnh\tSở Nội vụ\tNgày 25/5/2026 (dự kiến)",
            "2\tHội nghị tổng kết tại địa phương\tUBND các xã, phường\tTrước ngày 15/5/2026",
            "3\tHội nghị biểu dương\tVăn phòng\tNgày 26/5/2026",
        ),
        ON,
    )
    assert [one.title for one in found.meetings] == ["Hội nghị tổng kết cấp tỉnh"]
    assert [one.reading.phrase for one in found.obligations] == ["Trước ngày 15/5/2026", "Ngày 26/5/2026"]


HELD = {
    "in its sentence": (
        ("Hội nghị tổ chức lúc 14 giờ 00 ngày 07/5/2026 tại Hội trường huyện cũ; thành phần theo giấy mời.",),
        "Hội trường huyện cũ",
    ),
    "on a line of its own": (
        ("Hội nghị sơ kết:", "- Thời gian: 08 giờ 00 ngày 07/5/2026.", "- Địa điểm: Phòng họp số 3, tầng 2."),
        "Phòng họp số 3, tầng 2",
    ),
    "not said": (("Hội nghị tổ chức lúc 14 giờ 00 ngày 07/5/2026.",), ""),
}


@pytest.mark.parametrize(("lines", "venue"), HELD.values(), ids=HELD)
def test_a_meeting_keeps_where_it_is_held(lines: tuple[str, ...], venue: str) -> None:
    meetings = draft(document(*HEAD, "I. HỘI NGHỊ", *lines), ON).meetings
    assert [one.venue for one in meetings] == [venue]


PAGES = {
    "inside a deadline": (
        ["nộp danh sách trước ngày", "3", "", "15/5/2026."],
        ["nộp danh sách trước ngày", "15/5/2026."],
    ),
    "inside a name": (["gửi về Ban Dân", "      - 2 -", "vận trước ngày 15/5/2026."], None),
    "the day itself stays": (["nộp danh sách trước ngày", "15", "tháng 5 năm 2026."], ...),
    "between two sentences": (["Đã có kết quả tốt.", "2", "Các xã báo cáo."], ...),
}


@pytest.mark.parametrize(("lines", "kept"), PAGES.values(), ids=PAGES)
def test_page_numbers_that_cut_a_sentence_go(lines: list[str], kept: object) -> None:
    expected = lines if kept is ... else kept or [lines[0], lines[-1]]
    assert without_page_numbers(lines) == expected
