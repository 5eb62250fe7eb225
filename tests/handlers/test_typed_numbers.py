"""What is the number of a choice, what is a number of something else, and what only mentions some."""

from __future__ import annotations

import pytest

from handlers.typed_numbers import Foreign, asks_to_see, mentioned_numbers, typed_number


@pytest.mark.parametrize(
    ("said", "number"),
    [
        *((said, 7) for said in ("7", " 7 ", "07", "7.", "7)", "(7)", "[7]", "[7].", "7,", "#7", "“7”", "7 .")),
        *((said, 7) for said in ("số 7", "so 7", "Số: 7", "câu 7", "cau 7", "chọn 7", "chọn số 7", "CHON [7]")),
        *(
            (said, 7)
            for said in ("việc 7", "viec 7", "viec so 7", "việc7", "lựa chọn 7", "em chọn 7 ạ", "dạ 7", "7 nhé")
        ),
        *((said, 123) for said in ("123", "xem 123", "mở số 123")),
        *((said, None) for said in ("1/5", "45/BC", "1.2", "II.1", "1-2", "-1", "+1", "7?", "số 7?", "7 8", "1,2")),
        *(
            (said, None)
            for said in ("", "bảy", "mục 7", "biểu 7", "đã nộp 7", "nộp 7", "7 ngày", "7h", "lúc 7", "ngày 7")
        ),
        *((said, None) for said in ("0912345678", "20262", "không 7", "chưa nộp 7", "7a", "3B", "số 45/BC-UBND", "/7")),
    ],
)
def test_what_is_a_number(said: str, number: int | None) -> None:
    found = typed_number(said)
    assert found == number
    assert not isinstance(found, Foreign)


@pytest.mark.parametrize("said", ["７", "số ７", "①", "1️⃣", "٧", "②.", "½", "[七]"])
def test_digits_that_are_not_the_usual_ones(said: str) -> None:
    assert typed_number(said) == Foreign(said)


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("1, 2", [1, 2]),
        ("1 và 2", [1, 2]),
        ("chọn 1 2 3", [1, 2, 3]),
        ("đã nộp việc 7", [7]),
        ("da nop 7 roi", [7]),
        ("xong 7", [7]),
        ("chưa nộp 7", []),
        ("mai nộp 7", []),
        ("nộp 7 báo cáo", []),
        ("nộp 7 chưa", []),
        ("7", []),
        ("ngày 1, 2", []),
    ],
)
def test_numbers_that_are_only_mentioned(said: str, numbers: list[int]) -> None:
    assert mentioned_numbers(said) == numbers


@pytest.mark.parametrize(
    ("said", "asks"),
    [("xem 1", True), ("mở số 1", True), ("em xin số 1 ạ", True), ("1", False), ("việc 1", False), ("chọn 1", False)],
)
def test_what_only_asks_to_see(said: str, asks: bool) -> None:
    assert asks_to_see(said) is asks
