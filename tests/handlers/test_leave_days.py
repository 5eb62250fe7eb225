"""How days of leave are read: as people type them, seen from thứ Ba 05/5/2026."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from handlers.contacts.leave_days import leave_days, says_back
from schedules.deadline import VIETNAM

TUESDAY = datetime(2026, 5, 5, 9, 0, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("từ 11/5 đến 15/5", date(2026, 5, 11), date(2026, 5, 15)),
        ("tu 11/5 den het 15/5", date(2026, 5, 11), date(2026, 5, 15)),
        ("từ ngày 11/5/2026 đến ngày 15/5/2026", date(2026, 5, 11), date(2026, 5, 15)),
        ("xin nghỉ phép từ 11 đến 15/5", date(2026, 5, 11), date(2026, 5, 15)),
        ("11-15/5", date(2026, 5, 11), date(2026, 5, 15)),
        ("11/5 - 15/5", date(2026, 5, 11), date(2026, 5, 15)),
        ("11/5 tới 15/5", date(2026, 5, 11), date(2026, 5, 15)),
        ("mai", date(2026, 5, 6), date(2026, 5, 6)),
        ("nghỉ hôm nay", date(2026, 5, 5), date(2026, 5, 5)),
        ("từ mai đến thứ 6", date(2026, 5, 6), date(2026, 5, 8)),
        ("từ 4/5 đến 8/5", date(2026, 5, 4), date(2026, 5, 8)),  # began yesterday
        ("thứ 2 đến thứ 4 tuần sau", date(2026, 5, 11), date(2026, 5, 13)),
        ("thứ 2 tuần tới đến thứ 4", date(2026, 5, 11), date(2026, 5, 13)),
        ("t2 den t4 tuan sau", date(2026, 5, 11), date(2026, 5, 13)),
        ("thứ 6 đến thứ 2 tuần sau", date(2026, 5, 8), date(2026, 5, 11)),
        ("từ 24 đến 26 tháng 12", date(2026, 12, 24), date(2026, 12, 26)),
        ("từ ngày 24 đến ngày 26 tháng 12 năm 2026", date(2026, 12, 24), date(2026, 12, 26)),
        ("24/12 đến 26", date(2026, 12, 24), date(2026, 12, 26)),
        ("24 tháng 12 đến 26", date(2026, 12, 24), date(2026, 12, 26)),
        ("28/12 đến 5/1", date(2026, 12, 28), date(2027, 1, 5)),
    ],
)
def test_days(said: str, first: date, last: date) -> None:
    assert leave_days(said, TUESDAY) == (first, last)


@pytest.mark.parametrize(
    "said",
    [
        *("", "nghỉ", "từ 15/5 đến 11/5", "31/4", "từ 1 đến 2 đến 3", "x" * 300, "24/12 đến 3", "từ 24 đến 26"),
        *("3 ngày", "nghỉ ba ngày", "xin nghỉ 2 tuần", "1 tháng", "nửa ngày", "3 ngày tới", "từ mai 3 ngày"),
    ],
)
def test_no_days(said: str) -> None:
    assert leave_days(said, TUESDAY) is None


@pytest.mark.parametrize("said", ["hủy", "Huy.", "đã về", "đi làm lại"])
def test_back(said: str) -> None:
    assert says_back(said)


def test_not_back() -> None:
    assert not says_back("mai về")
