"""What a document says of itself: number, day, issuer, title; blanks stay blank."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.drafting.draft import Head
from schedules.drafting.heads.heading import head
from tests.drafting.reading import document

NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
LETTER = (
    *("UBND TỈNH LỘC AN", "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Số: 118 /SKHCN-CĐS", "V/v báo cáo chuyển đổi số", "quý II/2026"),
    *(*NATION, "Lộc An, ngày 09 tháng 6 năm 2026", "", "Kính gửi: Ủy ban nhân dân các xã, phường.", ""),
    "Thực hiện chương trình năm, Sở đề nghị các xã, phường báo cáo trước ngày 15/6/2026.",
)
PLAN = (
    *("ỦY BAN NHÂN DÂN", "XÃ LỘC AN", "Số:       /KH-UBND", *NATION, "Lộc An, ngày      tháng 5 năm 2026", ""),
    *("KẾ HOẠCH", "Rà soát hồ sơ lưu trữ", "trên địa bàn xã Lộc An", ""),
    "Căn cứ Luật Lưu trữ ngày 21/6/2024, Ủy ban nhân dân xã Lộc An ban hành Kế hoạch như sau:",
)
PARTY = (
    *("TỈNH ỦY LỘC AN", "BAN TỔ CHỨC", "*", "Số 15-HD/BTCTU", "ĐẢNG CỘNG SẢN VIỆT NAM"),
    *("Lộc An, ngày 12/10/2026", "", "HƯỚNG DẪN", "kiểm điểm cuối năm", "-----"),
    "Căn cứ Quy định của Bộ Chính trị; Ban Tổ chức Tỉnh ủy Lộc An hướng dẫn như sau:",
)
HEADLESS = (
    *("KẾ HOẠCH", "Tổ chức hội nghị tổng kết", ""),
    "Thực hiện nhiệm vụ năm, UBND xã ban hành Kế hoạch tổ chức hội nghị trên địa bàn xã Lộc An như sau:",
    *(
        "I. NỘI DUNG",
        "Nơi nhận:",
        "- Lưu: VT.",
        "",
        "PHỤ LỤC",
        "(Kèm theo Kế hoạch số 31/KH-UBND ngày 02/4/2026 của UBND xã)",
    ),
)
DECISION = (
    *("ỦY BAN NHÂN DÂN", "TỈNH LỘC AN", "Số: 905/2026/QĐ-UBND", *NATION, "Lộc An, ngày 27 tháng 3 năm 2O26", ""),
    *(
        "QUYẾT ĐỊNH",
        "Về việc kiện toàn Ban Chỉ đạo",
        "",
        "ỦY BAN NHÂN DÂN TỈNH LỘC AN",
        "",
        "Căn cứ Luật Tổ chức;",
        "QUYẾT ĐỊNH:",
    ),
)

HEADS = {
    "a letter of a department": (
        LETTER,
        (
            "Công văn",
            "118/SKHCN-CĐS",
            date(2026, 6, 9),
            "Sở Khoa học và Công nghệ tỉnh Lộc An",
            "V/v báo cáo chuyển đổi số quý II/2026",
        ),
    ),
    "blanks": (
        PLAN,
        ("Kế hoạch", None, None, "Ủy ban nhân dân xã Lộc An", "Rà soát hồ sơ lưu trữ trên địa bàn xã Lộc An"),
    ),
    "the Party's": (
        PARTY,
        ("Hướng dẫn", "15-HD/BTCTU", date(2026, 10, 12), "Ban Tổ chức Tỉnh ủy Lộc An", "Kiểm điểm cuối năm"),
    ),
    "no head but an annex that names the document": (
        HEADLESS,
        ("Kế hoạch", "31/KH-UBND", date(2026, 4, 2), "Ủy ban nhân dân xã Lộc An", "Tổ chức hội nghị tổng kết"),
    ),
    "a scanned year, and who decides is no title": (
        DECISION,
        (
            "Quyết định",
            "905/2026/QĐ-UBND",
            date(2026, 3, 27),
            "Ủy ban nhân dân tỉnh Lộc An",
            "Về việc kiện toàn Ban Chỉ đạo",
        ),
    ),
}

# A letterhead's lines, and the issuer that they name.
ISSUERS = {
    "a school": (("SỞ GD&ĐT TỈNH LỘC AN", "TRƯỜNG THPT LÊ THỬ"), "Trường THPT Lê Thử"),
    "a hospital": (("SỞ Y TẾ TỈNH LỘC AN", "BỆNH VIỆN ĐA KHOA TỈNH"), "Bệnh viện Đa khoa tỉnh Lộc An"),
    "an inspectorate": (("UBND TỈNH LỘC AN", "THANH TRA TỈNH"), "Thanh tra tỉnh Lộc An"),
    "a commune's office": (("UBND XÃ LỘC AN", "VĂN PHÒNG HĐND VÀ UBND"), "Văn phòng HĐND và UBND xã Lộc An"),
    "a commune's room": (("UBND XÃ LỘC AN", "PHÒNG VĂN HÓA - XÃ HỘI"), "Phòng Văn hóa - Xã hội xã Lộc An"),
    "a ministry's bureau": (("BỘ TÀI CHÍNH", "CỤC QUẢN LÝ GIÁ"), "Cục Quản lý giá"),
    "a steering board": (("UBND TỈNH LỘC AN", "BAN CHỈ ĐẠO", "CHUYỂN ĐỔI SỐ"), "Ban Chỉ đạo chuyển đổi số tỉnh Lộc An"),
    "a committee of a council": (
        ("HỘI ĐỒNG NHÂN DÂN", "TỈNH LỘC AN", "BAN PHÁP CHẾ"),
        "Ban Pháp chế Hội đồng nhân dân tỉnh Lộc An",
    ),
    "the Youth Union": (("BAN CHẤP HÀNH TỈNH ĐOÀN LỘC AN",), "Tỉnh đoàn Lộc An"),
    "a union's standing committee": (
        ("LIÊN ĐOÀN LAO ĐỘNG TỈNH LỘC AN", "BAN THƯỜNG VỤ"),
        "Liên đoàn Lao động tỉnh Lộc An",
    ),
    "the Party's committee stays": (("TỈNH ỦY LỘC AN", "ỦY BAN KIỂM TRA"), "Ủy ban Kiểm tra Tỉnh ủy Lộc An"),
    "of the government's Party": (("ĐẢNG BỘ TỈNH LỘC AN", "ĐẢNG ỦY UBND TỈNH"), "Đảng ủy UBND tỉnh Lộc An"),
    "a company": (("CÔNG TY TNHH MTV CẤP NƯỚC", "LỘC AN"), "Công ty TNHH MTV cấp nước lộc an"),
    "an enforcement office": (("BỘ TƯ PHÁP", "THI HÀNH ÁN DÂN SỰ", "TỈNH LỘC AN"), "Thi hành án dân sự tỉnh Lộc An"),
    "a council's delegation": (
        ("HỘI ĐỒNG NHÂN DÂN", "TỈNH LỘC AN", "ĐOÀN GIÁM SÁT"),
        "Đoàn giám sát Hội đồng nhân dân tỉnh Lộc An",
    ),
    "a council's standing body": (
        ("HỘI ĐỒNG NHÂN DÂN XÃ LỘC AN", "THƯỜNG TRỰC"),
        "Thường trực Hội đồng nhân dân xã Lộc An",
    ),
    "the chairman": (("ỦY BAN NHÂN DÂN TỈNH LỘC AN", "CHỦ TỊCH"), "Chủ tịch Ủy ban nhân dân tỉnh Lộc An"),
    "a bank's branch": (
        ("NGÂN HÀNG CHÍNH SÁCH XÃ HỘI", "CHI NHÁNH TỈNH LỘC AN"),
        "Ngân hàng Chính sách xã hội - Chi nhánh tỉnh Lộc An",
    ),
    "a board of the Party": (("TỈNH ỦY LỘC AN", "TIỂU BAN VĂN KIỆN"), "Tiểu ban Văn kiện tỉnh Lộc An"),
    "the Party of a committee": (("TỈNH ỦY LỘC AN", "ĐẢNG ỦY UBND TỈNH"), "Đảng ủy UBND tỉnh Lộc An"),
    "below a name that is whole": (
        ("TẬP ĐOÀN BƯU CHÍNH VIỄN THÔNG VIỆT NAM", "VIỄN THÔNG LỘC AN"),
        "Viễn thông Lộc An",
    ),
    "a numbered region": (("CỤC HẢI QUAN", "CHI CỤC HẢI QUAN KHU VỰC V"), "Chi cục Hải quan khu vực V"),
    "misread by a scanner": (("UBND TÍNH LỘC AN", "SỚ NỘI VỤ"), "Sở Nội vụ tỉnh Lộc An"),
}


@pytest.mark.parametrize("case", ISSUERS)
def test_an_issuer_is_named_in_full(case: str) -> None:
    lines, issuer = ISSUERS[case]
    found = head(document(*lines, "Số: 15/CV", *NATION, "Lộc An, ngày 09 tháng 6 năm 2026", "", "Kính gửi: Các thôn"))
    assert (found.issuer or "").casefold() == issuer.casefold()


DAYS = {
    "Lộc An, ngày 20 tháng 4 năm 2026": date(2026, 4, 20),
    "Lộc An, ngày 20/4/2026": date(2026, 4, 20),
    "Lộc An, ngày 31 / 8 /2026": date(2026, 8, 31),
    "Lộc An, ngày 18-6-2026": date(2026, 6, 18),
    "Lộc An ngày 06 tháng 01 năm 2026": date(2026, 1, 6),
    "Lộc An, 05/02/2026": date(2026, 2, 5),
    "Lộc An, ngảy l2 tháng O5 năm 2O26": date(2026, 5, 12),
    "Lộc An, ngày 20 tháng 4 năm 2026 _____": date(2026, 4, 20),
    "Lộc An, ngày      tháng 4 năm 2026": None,
    "Lộc An, ngày .../4/2026": None,
}


@pytest.mark.parametrize("line", DAYS)
def test_the_day_is_read_as_it_is_printed(line: str) -> None:
    assert (
        head(document("UBND XÃ LỘC AN", "Số: 5/UBND", *NATION, line, "", "Kính gửi: Các thôn")).issued_on == DAYS[line]
    )


def test_without_a_letterhead_number_day_and_issuer_stand_in_one_line() -> None:
    found = head(
        document(
            *("THÔNG BÁO", "Về việc tạm dừng phà", "(Số: 77/TB-SXD, Lộc An, ngày 03/3/2026 - Sở Xây dựng tỉnh Lộc An)"),
            *("", "Sở Xây dựng thông báo:"),
        )
    )
    assert (found.number, found.issued_on, found.issuer) == ("77/TB-SXD", date(2026, 3, 3), "Sở Xây dựng tỉnh Lộc An")


def test_a_bulletin_has_its_heading_for_a_title_and_who_compiles_it() -> None:
    found = head(document("# Chính sách mới từ tháng 7", "", "Bản tin số 3 - Phòng Tư pháp xã Lộc An biên soạn", ""))
    assert (found.title, found.issuer) == ("Chính sách mới từ tháng 7", "Phòng Tư pháp xã Lộc An")
    assert (found.kind, found.number, found.issued_on) == ("", None, None)


SUBJECTS = {
    "over several lines": (
        ("V/v tăng cường giám sát", "Bệnh tay chân miệng"),
        "V/v tăng cường giám sát Bệnh tay chân miệng",
    ),
    "of the Party, without V/v": (("về rà soát quy hoạch",), "về rà soát quy hoạch"),
}


@pytest.mark.parametrize("case", SUBJECTS)
def test_a_subject_is_read_to_its_end(case: str) -> None:
    lines, title = SUBJECTS[case]
    found = head(
        document("TỈNH ỦY LỘC AN", "Số 27-CV/TU", *lines, *NATION, "Lộc An, ngày 20/4/2026", "", "Kính gửi: X")
    )
    assert (found.title, found.number) == (title, "27-CV/TU")


@pytest.mark.parametrize("case", HEADS)
def test_the_head_is_read(case: str) -> None:
    lines, (kind, number, issued_on, issuer, title) = HEADS[case]
    found = head(document(*lines))
    assert found == Head(kind, number, issued_on, issuer, title, None, found.words)
    assert {"title", "issuer"} <= set(found.words)


@pytest.mark.parametrize("stamp", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
def test_a_stamp_of_secrecy_is_seen(stamp: str) -> None:
    assert head(document(*PLAN[:3], stamp, *PLAN[3:])).secrecy == stamp.capitalize()
    assert head(document(*PLAN)).secrecy is None


def test_the_committee_of_a_union_issues_what_bears_its_letters() -> None:
    lines = ("HỘI LHPN VIỆT NAM", "BAN THƯỜNG VỤ HỘI LHPN TỈNH LỘC AN", "Số: 96/KH-BTV", *NATION)
    found = head(document(*lines, "Lộc An, ngày 09 tháng 3 năm 2026", "", "KẾ HOẠCH", "Tổ chức hội thi"))
    assert found.issuer == "Ban Thường vụ Hội LHPN tỉnh Lộc An"


def test_a_telegram_has_its_number_below_those_whom_it_addresses() -> None:
    lines = ("ỦY BAN NHÂN DÂN TỈNH LỘC AN", "CHỦ TỊCH", "", "CÔNG ĐIỆN", "Về phòng cháy rừng", "")
    listed = ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LỘC AN điện:", "", "- Chủ tịch UBND các xã;", "- Giám đốc Sở Y tế.", "")
    found = head(document(*lines, *listed, "Số: 06/CĐ-UBND, ngày 14 tháng 4 năm 2026", "", "Từ đầu mùa khô đến nay …"))
    assert (found.number, found.issued_on) == ("06/CĐ-UBND", date(2026, 4, 14))


def test_the_text_below_a_title_is_none_of_it() -> None:
    for first in (
        "Ngày 17/4/2026, tại Trụ sở UBND tỉnh, đồng chí Chủ tịch chủ trì họp nghe",
        "Trong năm 2025, tỉnh đạt kết quả",
    ):
        found = head(document(*DECISION[:6], "THÔNG BÁO", "Kết luận cuộc họp về quản lý tài khoản", "", first, ""))
        assert found.title == "Kết luận cuộc họp về quản lý tài khoản"


def test_a_number_may_join_two_rooms() -> None:
    found = head(document(*LETTER[:2], "Số: 512/SKHCN-KT+AT", *LETTER[3:]))
    assert found.number == "512/SKHCN-KT+AT"


# A name that only begins on its line goes on below, whatever the next line begins with.
TORN = {
    "a bureau": (("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG TỈNH LỘC AN", "CHI CỤC", "KIỂM LÂM"), "Chi cục Kiểm lâm tỉnh Lộc An"),
    "a department": (("UBND TỈNH LỘC AN", "SỞ", "KHOA HỌC VÀ CÔNG NGHỆ"), "Sở Khoa học và Công nghệ tỉnh Lộc An"),
    "a board": (("UBND TỈNH LỘC AN", "BAN QUẢN LÝ", "KHU KINH TẾ"), "Ban Quản lý Khu kinh tế tỉnh Lộc An"),
    "a school": (("UBND XÃ LỘC AN", "TRƯỜNG THCS", "LÊ THỬ"), "Trường THCS Lê Thử"),
}


@pytest.mark.parametrize("case", TORN)
def test_a_torn_name_is_put_together(case: str) -> None:
    lines, issuer = TORN[case]
    assert head(document(*lines, "Số: 15/CV", *NATION, "Lộc An, ngày 09 tháng 6 năm 2026")).issuer == issuer
