"""Tables of work: who owes what by when, whatever their columns are called; lists and programmes oblige nobody."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.drafting.document import Table
from schedules.drafting.draft import Obligation
from schedules.drafting.items import Item, Part
from schedules.drafting.work_tables import tables

ON = date(2026, 3, 2)


def item(*rows: str, part: Part = Part.ANNEX, above: tuple[str, ...] = ()) -> Item:
    """Return a table whose rows are written with "|" between the cells."""
    cells = [tuple(cell.strip().replace("//", "\n") for cell in row.split("|")) for row in rows]
    return Item("", "", "Phụ lục 1", part, 9, above, Table(tuple(cells), 9))


def read(*rows: str) -> tuple[Obligation, ...]:
    return tables.obligations(item(*rows), ON)


def days(found: tuple[Obligation, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [
        (one.reading.phrase, str(one.reading.last_day or one.reading.end or one.reading.rrule_last_day), one.units)
        for one in found
    ]


def test_a_table_under_two_rows_of_headings_with_groups_and_merged_cells() -> None:
    found = read(
        "STT|Nội dung công việc|Cơ quan thực hiện|Cơ quan thực hiện|Thời hạn|Sản phẩm",
        "STT|Nội dung công việc|Chủ trì|Phối hợp|Thời hạn|Sản phẩm",
        "(1)|(2)|(3)|(4)|(5)|(6)",
        "I|LĨNH VỰC NỘI VỤ|LĨNH VỰC NỘI VỤ|LĨNH VỰC NỘI VỤ|LĨNH VỰC NỘI VỤ|LĨNH VỰC NỘI VỤ",
        "1|Rà soát văn bản|Sở Nội vụ|Sở Tư pháp; UBND các xã|Trước ngày 15/6/2026|Báo cáo gửi Sở Tư pháp",
        "2|Tập huấn cấp xã|Sở Nội vụ||Quý III/2026|Hội nghị",
        "3|Tuyên truyền|Các sở, ban, ngành||Thường xuyên|Tin, bài",
        "4|Xây dựng Đề án|Sở Y tế, Sở Tài chính||30/6|Đề án",
    )
    assert days(found) == [
        ("Trước ngày 15/6/2026", "2026-06-14", ("Sở Nội vụ",)),
        ("Quý III/2026", "2026-09-30", ("Sở Nội vụ",)),
        ("30/6", "2026-06-30", ("Sở Y tế", "Sở Tài chính")),
    ]
    first = found[0]
    assert (first.send_to, first.kind, first.places) == ("Sở Tư pháp", "report", ("Phụ lục 1, dòng 1",))
    assert first.cooperating == ("Sở Tư pháp", "UBND các xã")
    assert [one.kind for one in found] == ["report", "hold", "prepare"]
    assert [doubt.key for doubt in found[2].doubts] == ["year-inferred"]


HEADINGS = {
    "time first": ("Thời gian|Nội dung công việc|Đơn vị thực hiện", "25/5/2026|Lập danh mục|Văn phòng"),
    "owner first": ("Cơ quan, đơn vị chủ trì|Nhiệm vụ|Tiến độ hoàn thành", "Văn phòng|Lập danh mục|25/5/2026"),
    "of a commune": ("TT|Công việc|Người, bộ phận phụ trách|Hạn nộp", "1|Lập danh mục|Văn phòng|25/5/2026"),
    "with a unit of measure": (
        "TT|Tên nhiệm vụ|ĐVT|Đầu mối|Thời hạn hoàn thành",
        "1|Lập danh mục|bộ|Văn phòng|25/5/2026",
    ),
    "who sends, to whom": ("STT|Báo cáo|Đơn vị gửi|Nơi nhận|Thời hạn", "1|Lập danh mục|Văn phòng|UBND xã|25/5/2026"),
    "who hands in": ("TT|Hồ sơ|Cơ quan nộp|Gửi về|Hạn chót", "1|Lập danh mục|Văn phòng|UBND xã|25/5/2026"),
    "in plain words": ("Bước|Việc|Ai làm|Nộp cho|Hạn", "1|Lập danh mục|Văn phòng|UBND xã|25/5/2026"),
    "a field before the task": (
        "Lĩnh vực|Nhiệm vụ|Lãnh đạo phụ trách|Đơn vị|Thời hạn",
        "Văn hóa|Lập danh mục|Phó Chủ tịch|Văn phòng|25/5/2026",
    ),
    "from and to": ("Nhiệm vụ|Bắt đầu|Kết thúc|Đơn vị", "Lập danh mục|01/5/2026|25/5/2026|Văn phòng"),
    "lead and others in one": (
        "TT|Nội dung|Cơ quan chủ trì/phối hợp|Hoàn thành",
        "1|Lập danh mục|Chủ trì: Văn phòng; phối hợp: Công an xã|25/5/2026",
    ),
    "with a second day": ("TT|Việc|Phòng|Bắt đầu|Kết thúc|Hoàn thành", "1|Lập danh mục|Văn phòng|01/5/2026||25/5/2026"),
}


@pytest.mark.parametrize("case", HEADINGS)
def test_columns_are_known_by_many_headings(case: str) -> None:
    assert days(read(*HEADINGS[case], HEADINGS[case][1].replace("25/5", "26/5"))) == [
        ("25/5/2026", "2026-05-25", ("Văn phòng",)),
        ("26/5/2026", "2026-05-26", ("Văn phòng",)),
    ]


def test_several_days_and_a_period_of_its_own_column() -> None:
    found = read(
        "TT|Tên báo cáo|Đơn vị báo cáo|Nơi nhận|Thời hạn gửi",
        "1|Báo cáo chuyên đề|UBND các xã|Sở Nội vụ|6 tháng: trước ngày 10/6/2026//Năm: trước ngày 05/12/2026",
        "2|Báo cáo công tác|UBND các xã|Sở Nội vụ|Trước ngày 20 hằng tháng",
    )
    assert [(day, units) for _, day, units in days(found)] == [
        ("2026-06-09", ("UBND các xã",)),
        ("2026-12-04", ("UBND các xã",)),
        ("FREQ=MONTHLY;BYMONTHDAY=19", ("UBND các xã",)),
    ]
    assert {one.send_to for one in found} == {"Sở Nội vụ"}
    assert found[0].title == "Báo cáo chuyên đề (6 tháng)"


CELLS = {
    "behind what each is for": (
        "Quý I: 15/3/2026; quý III: trước ngày 15/9/2026",
        [("15/3/2026", "Quý I"), ("trước ngày 15/9/2026", "quý III")],
    ),
    "on lines": ("Lần 1: 10/6/2026//Lần 2: 10/12/2026", [("10/6/2026", "Lần 1"), ("10/12/2026", "Lần 2")]),
    "one that recurs and one that does not": (
        "Tháng: ngày 20 hằng tháng; năm: 10/12/2026",
        [("ngày 20 hằng tháng", "Tháng"), ("10/12/2026", "năm")],
    ),
}


@pytest.mark.parametrize("case", CELLS)
def test_each_day_of_a_cell_is_a_task(case: str) -> None:
    cell, wanted = CELLS[case]
    found = read("TT|Tên báo cáo|Đơn vị|Thời hạn", f"1|Báo cáo dân tộc|Các thôn|{cell}", "2|Khác|Các thôn|")
    assert [(one.reading.phrase, one.title) for one in found] == [
        (phrase, f"Báo cáo dân tộc ({label})") for phrase, label in wanted
    ]


@pytest.mark.parametrize(
    "cell",
    [
        *("Từ tháng 3/2026", "Từ quý II", "Giai đoạn 2026 - 2030", "Đã hoàn thành ngày 10/2/2026", "Thường xuyên"),
        *("Đến 31/12/2026 đạt 95%", "Khi có yêu cầu", "Cả năm", "Trước kỳ họp giữa năm", "Theo kế hoạch của tỉnh"),
    ],
)
def test_a_time_without_an_end_makes_no_deadline(cell: str) -> None:
    assert read("TT|Nhiệm vụ|Đơn vị|Thời gian", f"1|Rà soát|Các thôn|{cell}", "2|Khác|Các thôn|") == ()


@pytest.mark.parametrize(
    ("cell", "last_day"),
    [
        ("15/6/2026//(thứ Hai)", "2026-06-15"),
        ("Trước ngày//15/6/2026", "2026-06-14"),
        ("Từ 20/4/2026//đến 30/5/2026", "2026-05-30"),
    ],
)
def test_a_day_over_two_lines_of_a_cell_is_one(cell: str, last_day: str) -> None:
    found = read("TT|Nhiệm vụ|Đơn vị|Thời gian", f"1|Rà soát|Các thôn|{cell}", "2|Khác|Các thôn|")
    assert [day for _, day, _ in days(found)] == [last_day]


RECEIVERS = {
    "Sở Tài chính (Phòng Ngân sách)": ("Sở Tài chính", "Phòng Ngân sách"),
    "Sở Tài chính (qua Phòng Ngân sách)": ("Sở Tài chính", "Phòng Ngân sách"),
    "Phòng Ngân sách, Sở Tài chính": ("Sở Tài chính", "Phòng Ngân sách"),
    "Sở Công Thương qua Phòng Công nghiệp": ("Sở Công Thương", "Phòng Công nghiệp"),
    "Cụm trưởng": ("Cụm trưởng", None),
    "Văn phòng HĐND và UBND": ("Văn phòng HĐND và UBND", None),
}


@pytest.mark.parametrize("cell", RECEIVERS)
def test_a_cell_says_who_receives_and_through_whom(cell: str) -> None:
    (found, _) = read(
        "TT|Báo cáo|Đơn vị gửi|Nơi nhận|Hạn", f"1|Số liệu|Các thôn|{cell}|25/5/2026", "2|X|Y|nt|26/5/2026"
    )
    assert (found.send_to, found.via) == RECEIVERS[cell]


def test_a_cell_that_says_the_same_as_above() -> None:
    found = read("TT|Báo cáo|Đơn vị nộp|Gửi về|Hạn", "1|A|Các thôn|UBND xã|25/5/2026", '2|B|Như trên|nt|"')
    assert [(one.units, one.send_to, one.reading.phrase) for one in found] == [
        (("Các thôn",), "UBND xã", "25/5/2026")
    ] * 2


KINDS = {
    ("Dự toán chi năm 2027", ""): "report",
    ("Nhu cầu kinh phí", ""): "report",
    ("Hồ sơ đề nghị khen thưởng", ""): "submit_up",
    ("Xây dựng chính sách, trình HĐND tỉnh", ""): "submit_up",
    ("Thẩm định, tham mưu phân bổ vốn", "Tờ trình"): "submit_up",
    ("Tổng hợp, báo cáo UBND tỉnh", ""): "report",
    ("Hoàn thành dự thảo báo cáo của Đảng ủy", ""): "prepare",
    ("Thành lập tổ rà soát", ""): "prepare",
    ("Họp dân thống nhất kết quả", ""): "hold",
    ("Diễn tập chữa cháy", ""): "hold",
    ("Phóng sự về gương xây dựng nông thôn mới", "01 phóng sự"): "other",
    ("Công nhận sản phẩm", "Quyết định công nhận"): "other",
    ("Lập danh sách hộ, nộp về Phòng Kinh tế", ""): "other",
    ("Đăng ký thi đua", ""): "other",
}


@pytest.mark.parametrize(("task", "product"), KINDS)
def test_the_kind_is_told_by_the_row(task: str, product: str) -> None:
    found = read(
        "TT|Việc|Đơn vị|Nơi nhận|Sản phẩm|Hạn", f"1|{task}|Các thôn|UBND xã|{product}|25/5/2026", "2|X|Y||Z|26/5"
    )
    assert found[0].kind == KINDS[task, product]


def test_parts_of_one_report_share_the_day_that_is_printed_once() -> None:
    found = read(
        "STT|Tên công việc|Cơ quan chủ trì|Thời gian",
        "1|Xây dựng Kế hoạch|Sở Nội vụ|Trước ngày 28/4/2026",
        "2.1|- Tổ chức bộ máy|Sở Nội vụ|",
        "2.2|- Về nhà ở|Sở Xây dựng|Trước ngày 08/5/2026",
        "2.3|- Khó khăn, vướng mắc|Trung tâm Phục vụ hành chính công|",
    )
    assert days(found)[1:] == [
        ("Trước ngày 08/5/2026", "2026-05-07", ("Sở Nội vụ", "Sở Xây dựng", "Trung tâm Phục vụ hành chính công"))
    ]


def test_an_owner_printed_once_holds_for_the_rows_below_in_its_group() -> None:
    found = read(
        "TT|Nhiệm vụ|Đơn vị|Thời gian",
        "I|PHẦN MỘT||",
        "1|Rà soát|Phòng Kinh tế|05/5/2026",
        "2|Tổng hợp||10/5/2026",
        "II|PHẦN HAI||",
        "3|Lưu hồ sơ||15/5/2026",
    )
    assert [one.units for one in found] == [("Phòng Kinh tế",), ("Phòng Kinh tế",), ()]
    assert [doubt.key for doubt in found[2].doubts] == ["no-unit"]


NOTHING = {
    "a form": item("TT|Nội dung|Đơn vị|Thời gian", "1|x|Sở A|05/5/2026", part=Part.FORM),
    "a programme": item(
        "Thời gian|Nội dung|Người thực hiện", "05/5/2026|Khai mạc|Chủ tịch", above=("Chương trình Hội nghị",)
    ),
    "a calendar of meetings": item("TT|Đơn vị|Địa điểm|Thời gian", "1|Sở Y tế|Hội trường|05/5/2026"),
    "who is inspected when": item("STT|Đơn vị được kiểm tra|Thời kỳ kiểm tra", "1|Sở Y tế|05/5/2026"),
    "when each is visited": item("TT|Đơn vị|Thời gian giám sát", "1|Thôn Một|14/4/2026", "2|Thôn Hai|15/4/2026"),
    "who is on duty": item("TT|Ngày trực|Cán bộ trực|Điện thoại", "1|14/02/2026|Lê Thử Ba|0900"),
    "goals of a year": item("TT|Chỉ tiêu|ĐVT|Đến 31/12/2026|Đơn vị theo dõi", "1|Hộ nghèo|%|3|Phòng Kinh tế"),
    "documents with their days": item(
        "TT|Tên văn bản|Ngày ban hành|Cơ quan ban hành", "1|Quyết định 5|05/5/2026|UBND tỉnh"
    ),
    "no heading": item("a|b", "c|d"),
}


@pytest.mark.parametrize("case", NOTHING)
def test_what_obliges_nobody(case: str) -> None:
    assert tables.obligations(NOTHING[case], ON) == ()


def test_lists_of_units_and_of_papers() -> None:
    papers = item("TT|Đơn vị|Nội dung tham luận", "1|Công an xã|Dữ liệu dân cư", "2|Phòng Kinh tế|Đất đai")
    assert tables.roster(papers) == ("Công an xã", "Phòng Kinh tế")
    assert tables.topics(papers) == {"Công an xã": "Dữ liệu dân cư", "Phòng Kinh tế": "Đất đai"}
    assert tables.roster(item("TT|Tên đơn vị", "1|Sở Y tế", "2|Sở Tài chính")) == ("Sở Y tế", "Sở Tài chính")
    assert tables.roster(item("TT|Nhiệm vụ|Đơn vị|Thời gian", "1|Rà soát|Sở Y tế|05/5/2026")) == ()


# A heading of a column of days, a cell below it, and what both say together.
BOUNDED = {
    "strictly before": ("Hoàn thành trước ngày", "20/5/2026", "trước ngày 20/5/2026", "2026-05-19"),
    "nothing but before": ("Trước ngày", "20/5", "trước ngày 20/5", "2026-05-19"),
    "before, with the day's own word": ("Xong trước", "Ngày 20/5/2026", "trước ngày 20/5/2026", "2026-05-19"),
    "at the latest": ("Gửi chậm nhất", "20/5/2026", "chậm nhất ngày 20/5/2026", "2026-05-20"),
    "an hour": ("Hạn nộp (trước 16h00)", "20/5/2026", "trước 16h00 ngày 20/5/2026", "2026-05-20"),
    "the cell has its own hour": (
        "Hạn nộp (trước 16h00)",
        "10 giờ 30 ngày 20/5/2026",
        "trước 10 giờ 30 ngày 20/5/2026",
        "2026-05-20",
    ),
    "the whole day": ("Thời hạn (đến hết ngày)", "20/5/2026", "đến hết ngày 20/5/2026", "2026-05-20"),
    "a weekday": ("Báo cáo trước ngày", "thứ Tư, 20/5/2026", "trước thứ Tư, 20/5/2026", "2026-05-19"),
    "the cell has its own words": ("Thời hạn (trước ngày)", "Chậm nhất 20/5/2026", "Chậm nhất 20/5/2026", "2026-05-20"),
    "a quarter ends by itself": ("Hoàn thành trước ngày", "Quý II/2026", "Quý II/2026", "2026-06-30"),
    "a day of every month": (
        "Không muộn hơn",
        "Ngày 20 hằng tháng",
        "không muộn hơn ngày 20 hằng tháng",
        "FREQ=MONTHLY;BYMONTHDAY=20",
    ),
    "every month": (
        "Gửi trước ngày (hằng tháng)",
        "20",
        "trước ngày 20 hằng tháng",
        "FREQ=MONTHLY;BYMONTHDAY=19",
    ),
    "the month in the heading": ("Ngày hoàn thành (tháng 5/2026)", "20", "ngày 20/5/2026", "2026-05-20"),
    "a mark below a day": ("Báo cáo đợt 1 (trước 20/5/2026)", "x", "trước 20/5/2026", "2026-05-19"),
    "an hour where things are handed in": (
        "Hạn nộp",
        "16h00 ngày 20/5/2026",
        "đến 16h00 ngày 20/5/2026",
        "2026-05-20",
    ),
    "before something that is no day": ("Thời hạn trước sắp xếp", "20/5/2026", "20/5/2026", "2026-05-20"),
}


@pytest.mark.parametrize("case", BOUNDED)
def test_the_heading_of_a_column_bounds_its_days(case: str) -> None:
    heading, cell, phrase, last = BOUNDED[case]
    found = read(f"STT|Nhiệm vụ|Chủ trì|{heading}", f"1|Rà soát hồ sơ|Sở Nội vụ|{cell}")
    assert days(found) == [(phrase, last, ("Sở Nội vụ",))]


def test_two_days_under_one_heading_are_two_obligations() -> None:
    found = read(
        "STT|Nội dung|Đơn vị chủ trì|Thời hạn|Thời hạn",
        "STT|Nội dung|Đơn vị chủ trì|Dự thảo|Trình",
        "1|Quy chế mẫu|Sở Nội vụ|15/5/2026|30/5/2026",
    )
    assert [day for _, day, _ in days(found)] == ["2026-05-15", "2026-05-30"]


def test_who_sends_beside_who_receives() -> None:
    (found,) = read("STT|Tên báo cáo|Hạn gửi|Nơi gửi|Nơi nhận", "1|Báo cáo giải ngân|25/5/2026|Sở Y tế|Sở Tài chính")
    assert (found.units, found.send_to) == (("Sở Y tế",), "Sở Tài chính")


def test_a_moved_day_holds_and_what_is_done_is_not_asked_again() -> None:
    found = read(
        "STT|Nhiệm vụ|Đơn vị|Thời hạn|Kết quả|Hạn mới",
        "1|Cập nhật phần mềm|Sở Y tế|30/3/2026|Chậm|15/4/2026",
        "2|Rà soát hạ tầng|Sở Xây dựng|31/3/2026|Đã hoàn thành|",
        "3|Kiểm kê máy tính|Sở Nội vụ|31/3/2026|Đang làm|",
    )
    assert [(day, units) for _, day, units in days(found)] == [
        ("2026-04-15", ("Sở Y tế",)),
        ("2026-03-31", ("Sở Nội vụ",)),
    ]
