"""A reason for a return that states the new day too."""

from __future__ import annotations

from datetime import datetime

import pytest

from handlers.returns.day_in_reason import parted
from schedules.deadline import VIETNAM

NOW = datetime(2026, 11, 17, 9, tzinfo=VIETNAM)  # a Tuesday


@pytest.mark.parametrize(
    ("said", "reason", "day"),
    [
        ("thiếu biểu số 2, hạn 20/11", "thiếu biểu số 2", "2026-11-20"),
        ("thiếu biểu số 2 hạn 20/11", "thiếu biểu số 2", "2026-11-20"),
        ("thiếu biểu số 2, hạn trước ngày 20/11", "thiếu biểu số 2", "2026-11-19"),
        ("thiếu biểu số 2, nộp lại trước 20/11/2026", "thiếu biểu số 2", "2026-11-19"),
        ("thieu bieu so 2. han nop lai thu sau tuan nay nhé", "thieu bieu so 2", "2026-11-20"),
        ("thiếu chữ ký, đề nghị nộp lại chậm nhất ngày 20 tháng 11", "thiếu chữ ký", "2026-11-20"),
        ("thiếu chữ ký; trước 25/11", "thiếu chữ ký", "2026-11-24"),
        ("hạn 20/11", "", "2026-11-20"),
        ("ghi sai hạn 20/11", "ghi sai hạn 20/11", None),
        ("số liệu mới đến 30/10", "số liệu mới đến 30/10", None),
        ("thiếu phụ lục số 02", "thiếu phụ lục số 02", None),
        ("thiếu biểu ngày 20/11", "thiếu biểu ngày 20/11", None),
        ("thiếu chữ ký, hạn 31/2", "thiếu chữ ký, hạn 31/2", None),
    ],
)
def test_the_day_is_told_from_the_reason(said: str, reason: str, day: str | None) -> None:
    found, on = parted(said, NOW)
    assert (found, on.isoformat() if on else None) == (reason, day)
