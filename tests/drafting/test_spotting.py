"""Which phrases of time in a text are deadlines, and how far each reaches."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.drafting.duties.spotting import spot

ON = date(2026, 5, 4)

PHRASES = {
    "Gửi báo cáo về Sở Nội vụ trước ngày 08/5/2026 để tổng hợp.": ["trước ngày 08/5/2026"],
    "Gửi hồ sơ chậm nhất 17 giờ 00 phút ngày 15/5/2026.": ["chậm nhất 17 giờ 00 phút ngày 15/5/2026"],
    "Gửi báo cáo trước 17h00, thứ Sáu, ngày 15/5/2026.": ["trước 17h00, thứ Sáu, ngày 15/5/2026"],
    "Báo cáo định kỳ trước ngày 20 hằng tháng.": ["định kỳ trước ngày 20 hằng tháng"],
    "Sở Y tế hoàn thành việc này trong tháng 6/2026.": ["trong tháng 6/2026"],
    "Tổng hợp, xong trước ngày 23/5/2026.": ["xong trước ngày 23/5/2026"],
    "Thời gian hoàn thành: Quý II/2026": ["Thời gian hoàn thành: Quý II/2026"],
    "Cho ý kiến trong vòng 05 ngày làm việc kể từ ngày nhận được văn bản này, gửi Sở.": [
        "trong vòng 05 ngày làm việc kể từ ngày nhận được văn bản này"
    ],
    "Báo cáo hằng quý trước ngày 15 tháng cuối quý.": ["hằng quý trước ngày 15 tháng cuối quý"],
    "Báo cáo định kỳ 6 tháng (trước ngày 15/6), năm (trước ngày 15/12).": [
        "định kỳ 6 tháng (trước ngày 15/6), năm (trước ngày 15/12)"
    ],
    "Báo cáo quý trước ngày 15 của tháng cuối quý; báo cáo năm trước ngày 15/12 hằng năm.": [
        "trước ngày 15 của tháng cuối quý",
        "trước ngày 15/12 hằng năm",
    ],
    "Báo cáo định kỳ 6 tháng trước ngày 15/6, năm trước ngày 15/12.": [
        "định kỳ 6 tháng trước ngày 15/6, năm trước ngày 15/12"
    ],
    "Báo cáo 6 tháng trước ngày 15/6, báo cáo năm trước ngày 15/12 hằng năm.": [
        "6 tháng trước ngày 15/6, báo cáo năm trước ngày 15/12 hằng năm"
    ],
    "Báo cáo 6 tháng trước ngày 15/6/2026, báo cáo năm trước ngày 15/12/2026.": [
        "trước ngày 15/6/2026",
        "trước ngày 15/12/2026",
    ],
    "Hằng tuần tổng hợp tiến độ, báo cáo Sở trước 15 giờ thứ Sáu hằng tuần.": ["trước 15 giờ thứ Sáu hằng tuần"],
    "Trực 24/24 giờ; hằng ngày trước 17 giờ báo cáo Văn phòng.": ["hằng ngày trước 17 giờ"],
    "Gửi trong 10 ngày kể từ ngày Nghị quyết được thông qua.": ["trong 10 ngày kể từ ngày Nghị quyết được thông qua"],
    "Chuyển tiền trong vòng 05 ngày làm việc kể từ ngày thu.": ["trong vòng 05 ngày làm việc kể từ ngày thu"],
    "Gửi tài liệu trước phiên họp 03 ngày làm việc.": ["trước phiên họp 03 ngày làm việc"],
    "Báo cáo trước 16 giờ hằng ngày.": ["trước 16 giờ hằng ngày"],
    "Gửi trước ngày 1O/6/2026.": ["trước ngày 1O/6/2026"],
    "Báo cáo theo kỳ: tháng (trước ngày 20), năm (trước ngày 15/12).": [
        "tháng (trước ngày 20)",
        "năm (trước ngày 15/12)",
    ],
    "Gửi trước ngày 05/01 của năm sau.": ["trước ngày 05/01 của năm sau"],
    "Gửi báo cáo trước ngày kiểm tra ít nhất 05 ngày làm việc.": ["trước ngày kiểm tra ít nhất 05 ngày làm việc"],
    "Báo cáo chậm nhất 60 phút sau khi kết thúc buổi thi.": ["chậm nhất 60 phút sau khi kết thúc buổi thi"],
    "Các đơn vị hoàn thành hỗ trợ 100% hộ nói trên đến hết ngày 31.5.2026.": ["đến hết ngày 31.5.2026"],
    "Tổ chức Lễ phát động ở cấp mình từ ngày 25/5 đến ngày 10/6/2026.": ["từ ngày 25/5 đến ngày 10/6/2026"],
    "Báo cáo trước ngày 15 tháng 6 và trước ngày 30 tháng 11 năm 2026.": [
        "trước ngày 15 tháng 6",
        "trước ngày 30 tháng 11 năm 2026",
    ],
}


@pytest.mark.parametrize("text", PHRASES)
def test_phrases(text: str) -> None:
    found = spot(text, ON)
    assert [one.phrase for one in found] == PHRASES[text]
    assert [text[one.start : one.end] for one in found] == PHRASES[text]


NONE = {
    "since the year began": "Từ đầu năm đến ngày 30/4/2026, toàn tỉnh thu ngân sách đạt 38% dự toán.",
    "from before a day": "Hỗ trợ hộ có gia súc chết từ trước ngày 30/4/2026.",
    "a medicine's date": "Số vắc xin trong kho có hạn dùng đến ngày 30/11/2026.",
    "a card that ends": "Thẻ hết hạn sử dụng trước ngày 01/6/2026 được gia hạn tự động.",
    "a term of office": "Việc bổ nhiệm lại cán bộ hết thời hạn giữ chức vụ trước ngày 30/6/2026 theo quy định.",
    "an estimate": "Đánh giá số ước thực hiện đến ngày 31/12/2026.",
    "a reader's question": "Hỏi: Có được yêu cầu nộp bản cam kết trước ngày 30 hằng tháng không?",
    "a moment of figures": "Xác định đúng số hộ nghèo có đến thời điểm 31/10/2026.",
    "a timetable": "Thời gian lấy nước đợt 2: từ ngày 20/5 đến ngày 30/5/2026, có lịch riêng gửi từng xã.",
    "what was once asked": "Việc lắp đặt chậm so với yêu cầu (hoàn thành trước ngày 30/4/2026).",
    "a superior's target": "Bộ Y tế đã giao chỉ tiêu tiêm chủng trước ngày 30/6/2026.",
    "a forecast": "Dự án khởi công năm ngoái, dự kiến hoàn thành trước ngày 30/6/2027.",
    "a threat": "Người đứng đầu chịu trách nhiệm nếu không hoàn thành trước ngày 30/6/2026.",
    "a day of action": 'Tổ chức "Ngày Chủ nhật xanh" đồng loạt vào sáng ngày 10/5/2026.',
    "holidays": "Kỳ nghỉ hè bắt đầu từ ngày 01/6/2026 đến ngày 31/7/2026.",
    "households' term": "Thời hạn nộp tờ khai quý II của hộ kinh doanh là ngày cuối cùng của tháng đầu quý tiếp theo.",
    "a superior's term": "Theo Công văn số 12/BNV-TH của Bộ Nội vụ, thời hạn báo cáo của tỉnh là trước ngày 30/6/2026.",
    "an order told": "Dự án được Bộ Xây dựng yêu cầu hoàn thành trước ngày 02/9/2026.",
    "a paper received": "Sở nhận được Công văn số 12/UBND-TH của UBND tỉnh về việc báo cáo trước ngày 20/5/2026.",
    "when a place is open": "Vận động nhân dân làm thẻ tại Nhà văn hóa thôn (từ ngày 23/5 đến ngày 24/5/2026).",
    "another calendar": "Lễ hội diễn ra ba ngày, tức ngày 02 đến ngày 04 tháng 6 năm Bính Ngọ.",
    "an inspection to come": "Bộ Nội vụ sẽ kiểm tra từ ngày 10/6/2026 đến ngày 15/6/2026.",
    "a contract's term": "Hợp đồng số 12 có thời hạn đến ngày 31/12/2026.",
    "how long the plan runs": "Thời gian thực hiện Kế hoạch: từ tháng 5/2026 đến hết tháng 12/2026.",
    "pupils": "Học sinh lớp 1 của tỉnh tựu trường trước ngày 22/8/2026.",
    "time to speak": "Mỗi đại biểu phát biểu không quá 07 phút.",
    "prices": "Giao Sở công bố giá vật liệu hằng tháng; việc khác báo cáo khi có yêu cầu.",
    "voters": "Cử tri kiểm tra danh sách tại trụ sở trước ngày 15/5/2026.",
}


@pytest.mark.parametrize("case", NONE)
def test_what_only_looks_like_a_deadline(case: str) -> None:
    assert spot(NONE[case], ON) == ()


def test_the_work_may_stand_between_the_rhythm_and_the_day() -> None:
    text = "Hằng tháng gửi báo cáo về Văn phòng Sở trước ngày 18."
    (found,) = spot(text, ON)
    assert found.reading.rrule_last_day == "FREQ=MONTHLY;BYMONTHDAY=17"
    assert text[found.start : found.end] == "trước ngày 18"


def test_a_report_may_be_called_by_its_rhythm() -> None:
    found = spot("Báo cáo tuần: trước 14 giờ thứ Năm; báo cáo tháng: gửi trước ngày 20.", ON)
    assert [one.reading.rrule_last_day for one in found] == [
        "FREQ=WEEKLY;BYDAY=TH;BYHOUR=14",
        "FREQ=MONTHLY;BYMONTHDAY=19",
    ]


@pytest.mark.parametrize(
    ("cell", "end"),
    [
        ("Quý II/2026", "2026-06-30"),
        ("Tháng 6", "2026-06-30"),
        ("15/6/2026", "2026-06-15"),
        ("Trước 15/6", "2026-06-14"),
    ],
)
def test_a_cell_may_be_nothing_but_a_time(cell: str, end: str) -> None:
    (found,) = spot(cell, ON)
    assert (found.reading.last_day or found.reading.end or ON).isoformat() == end


@pytest.mark.parametrize("cell", ["Thường xuyên", "Theo quy định", "Sở Nội vụ", ""])
def test_a_cell_without_a_day_is_none(cell: str) -> None:
    assert spot(cell, ON) == ()


def test_a_hostile_text_is_read_in_bounded_time() -> None:
    assert len(spot("trước ngày 15/5/2026 " * 5_000, ON)) < 1_000
