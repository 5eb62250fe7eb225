"""What is one day, or one document, and nothing else: only that is taken at its word."""

from __future__ import annotations

import pytest

from handlers.spelling import is_only_a_day, is_only_a_document, plain


@pytest.mark.parametrize(
    "said",
    [
        "15/5",
        "15/5 nhé",
        "đến 15/5/2026 ạ",
        "đồng ý đến 15/5",
        "cho đến hết ngày 15/5",
        "thứ sáu tuần sau",
        "thứ Sáu, ngày 15/5",
        "ngày 8 tháng 5 năm 2026",
        "thêm 3 ngày làm việc",
        "17h ngày 8/5",
        "24:00 10/5",
        "chiều mai",
        "đã nộp hôm qua rồi ạ",
        "cuối tháng",
        "mai",
    ],
)
def test_a_day_alone(said: str) -> None:
    assert is_only_a_day(said)


@pytest.mark.parametrize(
    "said",
    [
        "15/5 không được",
        "15/5?",
        "không được đến 15/5",
        "10/5 thì muộn quá",
        "ngày mai tôi xem",
        "để thứ 6 họp rồi quyết",
        "thứ 6 tôi mới có ý kiến",
        "chờ đến thứ 6",
        "chưa nộp ngày 6/5",
        "không phải ngày 5/5",
        "ngày 6/5 chưa xong",
        "tôi không nhớ, hình như 5/5",
        "hôm qua chưa nộp",
        "",
    ],
)
def test_a_day_among_other_words(said: str) -> None:
    assert not is_only_a_day(said)


@pytest.mark.parametrize(
    ("said", "only"),
    [
        ("45/BC-UBND ngày 06/5 ạ", True),
        ("số 45/BC-UBND, ngày 6/5/2026 nhé", True),
        ("vb số 45/BC-UBND", True),
        ("đã gửi báo cáo số 110-BC/ĐU ngày 04/5 qua trục liên thông", True),
        ("45/BC-UBND của UBND xã Bình Thử", True),
        ("không phải 45/BC-UBND", False),
        ("45/BC-UBND chưa phát hành", False),
        ("chưa có số, mai mới ký 45/BC-UBND", False),
        ("số 45/BC-UBND là của xã khác", False),
        ("theo công văn 1234/SNV-XDCQ", False),
    ],
)
def test_a_document_alone(said: str, only: bool) -> None:
    assert is_only_a_document(said, plain("UBND xã Bình Thử")) is only
