"""What one paragraph obliges whom to do by when; every text here is invented."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.deadline import Reading
from schedules.drafting.draft import Obligation
from schedules.drafting.duties.obligations import obligations
from schedules.drafting.duties.statements import Context
from schedules.drafting.items import Item, Part

ON = date(2026, 5, 4)
LETTER = ("Các sở, ban, ngành tỉnh", "UBND các xã, phường")


def read(text: str, above: tuple[str, ...] = (), addressees: tuple[str, ...] = ()) -> tuple[Obligation, ...]:
    """Read one paragraph."""
    item = Item(text, "", "mục 1", Part.BODY, 1, above)
    return obligations(item, Context(ON, addressees))


def ends(reading: Reading) -> str:
    """Return the day a reading ends on, or its rule, or its kind."""
    end = reading.last_day or reading.end
    return end.isoformat() if end else reading.rrule_last_day or reading.type.value


Expected = tuple[str, tuple[str, ...], str | None, str | None]  # day or rule, units, receiver, through whom
ASKED: dict[str, tuple[str, list[Expected]]] = {
    "asked by name, sent through an office": (
        "Đề nghị các sở, ban, ngành tỉnh gửi báo cáo về Ủy ban nhân dân tỉnh (qua Sở Nội vụ) trước ngày 20/5/2026.",
        [("2026-05-19", ("các sở, ban, ngành tỉnh",), "Ủy ban nhân dân tỉnh", "Sở Nội vụ")],
    ),
    "the issuer asks others": (
        "Để có cơ sở tổng hợp, báo cáo Bộ Nội vụ, Sở Nội vụ đề nghị UBND các xã, phường rà soát, gửi"
        " kết quả về Sở Nội vụ"
        " chậm nhất ngày 22/5/2026.",
        [("2026-05-22", ("UBND các xã, phường",), "Sở Nội vụ", None)],
    ),
    "two offices in turn": (
        "Các sở, ngành gửi báo cáo về Sở Tài chính trước ngày 10/6/2026; Sở Tài chính tổng hợp,"
        " trình UBND tỉnh trước ngày"
        " 15/6/2026.",
        [
            ("2026-06-09", ("Các sở, ngành",), "Sở Tài chính", None),
            ("2026-06-14", ("Sở Tài chính",), "UBND tỉnh", None),
        ],
    ),
    "the receiver goes on": (
        "Báo cáo gửi về Sở Nội vụ trước ngày 10/6/2026 để tổng hợp, báo cáo UBND tỉnh trước ngày 20/6/2026.",
        [("2026-06-09", LETTER, "Sở Nội vụ", None), ("2026-06-19", ("Sở Nội vụ",), "UBND tỉnh", None)],
    ),
    "an alternative recipient's room in brackets": (
        "Ban Nội chính Tỉnh ủy gửi báo cáo về Văn phòng Tỉnh ủy (Phòng Tổng hợp) trước ngày 15-5-2026.",
        [("2026-05-14", ("Ban Nội chính Tỉnh ủy",), "Văn phòng Tỉnh ủy", "Phòng Tổng hợp")],
    ),
    "who does a passive work": (
        "Tài liệu sinh hoạt do Ban Tuyên giáo cung cấp, đăng tải trước ngày 01 hằng tháng.",
        [("FREQ=MONTHLY;BYMONTHDAY=-1", ("Ban Tuyên giáo",), None, None)],
    ),
    "those who owe stand behind the colon": (
        "Báo cáo 6 tháng trước ngày 15/6, báo cáo năm trước ngày 15/12 hằng năm: các chi bộ gửi về Đảng ủy phường.",
        [("FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=14", ("các chi bộ",), "Đảng ủy phường", None)],
    ),
    "a body within the work is not asked": (
        "Lập hồ sơ giới thiệu một gương điển hình đề nghị Tỉnh đoàn tuyên dương trước ngày 20/5/2026.",
        [("2026-05-19", LETTER, None, None)],
    ),
    "one asked, others only named": (
        "Để có số liệu, Bộ Nội vụ đề nghị UBND các tỉnh báo cáo kết quả bầu Hội đồng nhân dân, Ủy ban nhân dân các cấp,"
        " gửi về Bộ Nội vụ trước ngày 15/5/2026.",
        [("2026-05-14", ("UBND các tỉnh",), "Bộ Nội vụ", None)],
    ),
    "a work of its own behind a rhythm": (
        "UBND các xã báo cáo, gửi Sở Nội vụ trước ngày 20/5/2026; định kỳ trước ngày 25 hằng tháng cập nhật phần mềm.",
        [
            ("2026-05-19", ("UBND các xã",), "Sở Nội vụ", None),
            ("FREQ=MONTHLY;BYMONTHDAY=24", ("UBND các xã",), None, None),
        ],
    ),
    "a purpose is no receiver": (
        "UBND các xã báo cáo số liệu trước ngày 15/6/2026 để Sở tổng hợp, báo cáo Bộ Nội vụ trước ngày 30/6/2026.",
        [("2026-06-14", ("UBND các xã",), None, None), ("2026-06-29", ("Sở",), "Bộ Nội vụ", None)],
    ),
    "cooperating bodies owe nothing": (
        "Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính, Công an tỉnh xây dựng kế hoạch, trình UBND"
        " tỉnh ban hành trong"
        " tháng 6/2026.",
        [("2026-06-30", ("Sở Y tế",), "UBND tỉnh", None)],
    ),
    "time first": (
        "Trước ngày 25/5/2026, UBND các xã, phường hoàn thành việc niêm yết danh sách.",
        [("2026-05-24", ("UBND các xã, phường",), None, None)],
    ),
    "the deadline in the next sentence": (
        "Sở Xây dựng rà soát quỹ nhà ở xã hội trên địa bàn tỉnh. Thời gian hoàn thành: trước ngày 30/6/2026.",
        [("2026-06-29", ("Sở Xây dựng",), None, None)],
    ),
    "the receiver in the next sentence": (
        "Các phòng chuyên môn hoàn thành báo cáo trước ngày 12/6/2026. Báo cáo gửi về Văn phòng HĐND"
        " và UBND xã để tổng hợp.",
        [("2026-06-11", ("Các phòng chuyên môn",), "Văn phòng HĐND và UBND xã", None)],
    ),
    "monthly": (
        "Định kỳ trước ngày 20 hằng tháng, các cơ quan, đơn vị, địa phương báo cáo kết quả về Sở Nội vụ.",
        [("FREQ=MONTHLY;BYMONTHDAY=19", LETTER, "Sở Nội vụ", None)],
    ),
    "counted from receipt": (
        "Đề nghị Quý cơ quan có ý kiến bằng văn bản gửi Sở Tư pháp trong thời hạn 05 ngày làm việc"
        " kể từ ngày nhận được công"
        " văn này.",
        [("relative", LETTER, "Sở Tư pháp", None)],
    ),
    "heads of bodies": (
        "Yêu cầu Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã, phường nghiêm túc thực hiện,"
        " báo cáo UBND tỉnh kết quả"
        " trước 17 giờ 00 ngày 29/5/2026.",
        [("2026-05-29", ("các sở, ban, ngành", "UBND các xã, phường"), "UBND tỉnh", None)],
    ),
    "named bodies": (
        "Các Sở: Nội vụ, Tài chính, Giáo dục và Đào tạo cử công chức tham gia Tổ công tác, gửi danh"
        " sách về Văn phòng UBND"
        " tỉnh trước ngày 11/5/2026.",
        [
            (
                "2026-05-10",
                ("Sở Nội vụ", "Sở Tài chính", "Sở Giáo dục và Đào tạo"),
                "Văn phòng UBND tỉnh",
                None,
            )
        ],
    ),
    "two rounds of one report": (
        "Sở Công Thương báo cáo Bộ Công Thương kết quả 6 tháng trước ngày 10/6/2026, cả năm trước ngày 05/12/2026.",
        [
            ("2026-06-09", ("Sở Công Thương",), "Bộ Công Thương", None),
            ("2026-12-04", ("Sở Công Thương",), "Bộ Công Thương", None),
        ],
    ),
    "a scanned figure": (
        "Đề nghị Công an tỉnh gửi số liệu về Sở Tư pháp trước ngày 1O/6/2026.",
        [("2026-06-09", ("Công an tỉnh",), "Sở Tư pháp", None)],
    ),
    "a range of work": (
        "Sở Nội vụ tổ chức kiểm tra công vụ tại 12 xã, phường từ ngày 11/5/2026 đến hết ngày 22/5/2026.",
        [("2026-05-22", ("Sở Nội vụ",), None, None)],
    ),
    "an extended deadline": (
        "Gia hạn thời gian gửi báo cáo nêu trên đến hết ngày 28/5/2026.",
        [("2026-05-28", LETTER, None, None)],
    ),
    "a corrected deadline": (
        "Đính chính thời hạn gửi báo cáo: trước ngày 18/5/2026 thay cho trước ngày 15/5/2026.",
        [("2026-05-17", LETTER, None, None)],
    ),
    "party bodies": (
        "Ban thường vụ các đảng ủy trực thuộc Tỉnh ủy chỉ đạo tổ chức sinh hoạt chi bộ, gửi báo cáo"
        " về Ban Tổ chức Tỉnh ủy"
        " trước ngày 15-6-2026.",
        [("2026-06-14", ("Ban thường vụ các đảng ủy trực thuộc Tỉnh ủy",), "Ban Tổ chức Tỉnh ủy", None)],
    ),
    "a list after a colon": (
        "Sở Khoa học và Công nghệ: Hướng dẫn các địa phương cập nhật dữ liệu, hoàn thành trước ngày 31/7/2026.",
        [("2026-07-30", ("Sở Khoa học và Công nghệ",), None, None)],
    ),
    "responsible for": (
        "Chánh Văn phòng UBND tỉnh, Giám đốc Sở Nội vụ chịu trách nhiệm tham mưu, trình Chủ tịch"
        " UBND tỉnh xem xét trước ngày"
        " 30/5/2026.",
        [("2026-05-29", ("Văn phòng UBND tỉnh", "Sở Nội vụ"), "Chủ tịch UBND tỉnh", None)],
    ),
    "an impossible day is asked about": (
        "Sở Y tế gửi kế hoạch về UBND tỉnh trước ngày 31/6/2026.",
        [("error", ("Sở Y tế",), "UBND tỉnh", None)],
    ),
    "sent to several": (
        "UBND xã gửi báo cáo về Sở Nội vụ và Sở Tài chính trước ngày 09/6/2026.",
        [("2026-06-08", ("UBND xã",), "Sở Nội vụ và Sở Tài chính", None)],
    ),
    "through an office, without brackets": (
        "Các đơn vị trực thuộc Sở đăng ký nhu cầu với Sở qua Phòng Kế hoạch - Tài chính chậm nhất ngày 14/5/2026.",
        [("2026-05-14", ("Các đơn vị trực thuộc Sở",), "Sở", "Phòng Kế hoạch - Tài chính")],
    ),
    "assigned": (
        "Phân công Trung tâm Phục vụ hành chính công tỉnh công khai danh mục thủ tục, xong trong tháng 5/2026.",
        [("2026-05-31", ("Trung tâm Phục vụ hành chính công tỉnh",), None, None)],
    ),
    "who sends stands behind what is sent": (
        "Danh sách lập theo Mẫu số 02, các trường THPT gửi Phòng Khảo thí trước 16 giờ 00 ngày 08/6/2026.",
        [("2026-06-08", ("các trường THPT",), "Phòng Khảo thí", None)],
    ),
    "a bracket says who does it": (
        "Tặng quà người có công; hoàn thành trước ngày 24/7/2026 (Sở Nội vụ hướng dẫn, Công an tỉnh thực hiện).",
        [("2026-07-23", LETTER, None, None)],
    ),
    "each has to give one": (
        "Văn phòng chuẩn bị hội trường; tổng hợp ý kiến (mỗi khoa 01 bài, gửi về Văn phòng trước ngày 14/9/2026).",
        [("2026-09-13", ("mỗi khoa",), "Văn phòng", None)],
    ),
    "the room behind the deadline": (
        "Các bệnh viện báo cáo Sở Y tế trước 15h00 ngày 12/6/2026 (qua Phòng Nghiệp vụ Y).",
        [("2026-06-12", ("Các bệnh viện",), "Sở Y tế", "Phòng Nghiệp vụ Y")],
    ),
    "sent back": (
        "Các trường hoàn thiện hồ sơ, gửi lại Đoàn kiểm tra trước ngày 12/6/2026.",
        [("2026-06-11", ("Các trường",), "Đoàn kiểm tra", None)],
    ),
    "advised, not sent": (
        "Ban Chỉ huy Quân sự xã tham mưu cho Hội đồng nghĩa vụ quân sự tổ chức sơ tuyển trước ngày 23/10/2026.",
        [("2026-10-22", ("Ban Chỉ huy Quân sự xã",), None, None)],
    ),
    "another case's receiver": (
        "Các xí nghiệp sửa chữa xong trước ngày 30/5/2026; trường hợp vượt khả năng báo cáo Công ty.",
        [("2026-05-29", ("Các xí nghiệp",), None, None)],
    ),
    "for the time being": (
        "Trước mắt, trong tháng 5/2026, Công an tỉnh mở đợt tuần tra cao điểm.",
        [("2026-05-31", ("Công an tỉnh",), None, None)],
    ),
    "where the work is led from": (
        "Sở Tài chính là cơ quan đầu mối, chủ trì phân bổ kinh phí; báo cáo Bộ Tài chính trước ngày 15/11/2026.",
        [("2026-11-14", ("Sở Tài chính",), "Bộ Tài chính", None)],
    ),
    "for whom": (
        "Đối với UBND các xã, phường: gửi biểu tổng hợp về Sở Tài chính trước ngày 08/6/2026.",
        [("2026-06-07", ("UBND các xã, phường",), "Sở Tài chính", None)],
    ),
    "the last quarter's month": (
        "Hằng quý, trước ngày 15 của tháng cuối quý, các doanh nghiệp nhà nước báo cáo Sở Tài chính.",
        [("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=14", ("các doanh nghiệp nhà nước",), "Sở Tài chính", None)],
    ),
}


@pytest.mark.parametrize("name", ASKED)
def test_asked(name: str) -> None:
    text, expected = ASKED[name]
    found = [(ends(one.reading), one.units, one.send_to, one.via) for one in read(text, addressees=LETTER)]
    assert found == expected


NOT_ASKED = {
    "figures are counted to a day": "Số liệu báo cáo tính đến hết ngày 31/5/2026.",
    "a period under review": "Báo cáo đánh giá kết quả thực hiện từ ngày 01/7/2025 đến ngày 30/6/2026.",
    "cases left over": "Rà soát số hồ sơ tồn đọng trước ngày 31/5/2026 và nêu rõ nguyên nhân.",
    "a cited document": "Thực hiện Quyết định số 12/QĐ-UBND ngày 15/5/2026 của UBND tỉnh.",
    "effect": "Quyết định này có hiệu lực thi hành kể từ ngày 01/6/2026.",
    "a date of effect counted": "Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký.",
    "done already": "Các xã, phường đã hoàn thành việc bàn giao trước ngày 30/4/2026.",
    "a target": "Phấn đấu đến hết năm 2026, 100% hồ sơ được giải quyết trực tuyến.",
    "a target of years": "Đến năm 2030, tỉnh thuộc nhóm 20 địa phương dẫn đầu cả nước.",
    "a programme": "Tiếp tục thực hiện Chương trình cải cách hành chính giai đoạn 2026 - 2030.",
    "a feast": "Tổ chức tuyên truyền kỷ niệm 51 năm Ngày giải phóng miền Nam 30/4/2026.",
    "no day": "Các cơ quan, đơn vị thường xuyên báo cáo kịp thời theo quy định.",
    "applicants": "Thí sinh nộp hồ sơ dự tuyển trước ngày 15/6/2026.",
    "a rule for citizens": "Người lao động nộp hồ sơ trong thời hạn 03 tháng kể từ ngày chấm dứt hợp đồng.",
    "a meeting": "Hội nghị tổ chức vào ngày 15/6/2026 tại Hội trường UBND tỉnh.",
    "an older order": "Ngày 10/4/2026, Sở Nội vụ có Công văn số 812/SNV-CCHC đề nghị các đơn vị gửi báo cáo trước"
    " ngày 28/4/2026.",
    "the state of things": "Đến ngày 02/5/2026, mới có 35/96 xã, phường gửi báo cáo.",
    "entered service": "Cán bộ được tuyển dụng trước ngày 01/7/2025 giữ nguyên ngạch hiện hưởng.",
}


@pytest.mark.parametrize("name", NOT_ASKED)
def test_not_asked(name: str) -> None:
    assert [one.reading.phrase for one in read(NOT_ASKED[name], addressees=LETTER)] == []


def test_the_nearest_heading_owes() -> None:
    above = ("IV. TỔ CHỨC THỰC HIỆN", "2. Các sở, ban, ngành thuộc UBND tỉnh")
    (found,) = read("Xây dựng báo cáo, gửi Sở Nội vụ trước ngày 20/5/2026.", above, LETTER)
    assert found.units == ("Các sở, ban, ngành thuộc UBND tỉnh",)


def test_a_heading_may_say_that_they_are_responsible() -> None:
    (found,) = read("Rà soát hộ nghèo, xong trước ngày 20/5/2026.", ("2. Các thôn có trách nhiệm:",), LETTER)
    assert found.units == ("Các thôn",)


def test_where_nobody_else_is_named_a_bracket_says_who_does_it() -> None:
    (found,) = read("Tặng quà, xong trước ngày 24/7/2026 (Sở Nội vụ hướng dẫn, UBND các xã, phường thực hiện).")
    assert found.units == ("UBND các xã, phường",)


def test_a_lead_in_asks_for_its_list() -> None:
    above = ("Chủ tịch UBND tỉnh yêu cầu Sở Tài chính, Sở Xây dựng thực hiện các nội dung sau:",)
    (found,) = read("Báo cáo kết quả rà soát về UBND tỉnh trước ngày 20/5/2026.", above, LETTER)
    assert found.units == ("Sở Tài chính", "Sở Xây dựng")


def test_without_anybody_named_it_is_asked() -> None:
    (found,) = read("Hoàn thành việc sơ kết trước ngày 20/5/2026.")
    assert (found.units, [doubt.key for doubt in found.doubts]) == ((), ["no-unit"])


def test_holding_a_review_and_sending_its_report_are_two() -> None:
    found = read(
        "UBND các xã, phường tổ chức hội nghị sơ kết phù hợp với tình hình thực tế; hoàn thành và"
        " gửi báo cáo về Sở Nội vụ"
        " trước ngày 29/5/2026."
    )
    assert [(one.kind, one.send_to) for one in found] == [("hold", None), ("report", "Sở Nội vụ")]


def test_cooperating_bodies_are_kept() -> None:
    (found,) = read(
        "Sở Y tế chủ trì, phối hợp với Sở Tài chính và Công an tỉnh kiểm tra, báo cáo UBND tỉnh trước ngày 20/5/2026."
    )
    assert (found.units, found.cooperating) == (("Sở Y tế",), ("Sở Tài chính", "Công an tỉnh"))
