from __future__ import annotations

from datetime import date, datetime, time

import pytest

from schedules.deadline import VIETNAM
from schedules.typed_dates import Prefer, read_document_mark, read_typed

NOW = datetime(2026, 5, 5, 9, 0, tzinfo=VIETNAM)  # a Tuesday


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("thứ 6", "2026-05-08"),
        ("thu 6", "2026-05-08"),
        ("t6", "2026-05-08"),
        ("thứ 2", "2026-05-11"),
        ("cn", "2026-05-10"),
        ("hôm nay", "2026-05-05"),
        ("hnay", "2026-05-05"),
        ("mai", "2026-05-06"),
        ("Ngày mai", "2026-05-06"),
        ("mốt", "2026-05-07"),
        ("mot", "2026-05-07"),
        ("hôm qua", "2026-05-04"),
        ("hôm kia", "2026-05-03"),
        ("3 ngày nữa", "2026-05-08"),
        ("3 bữa nữa", "2026-05-08"),
        ("thứ 6 tuần sau", "2026-05-15"),
        ("8/5", "2026-05-08"),
        ("ngày 06/5", "2026-05-06"),
        ("28/4", "2026-04-28"),
        ("20/12", "2025-12-20"),
        ("8/5/26", "2026-05-08"),
        ("ngày 8 tháng 5", "2026-05-08"),
        ("đến 12/5", "2026-05-12"),
        ("chiều nay", "2026-05-05"),
        ("sáng mai", "2026-05-06"),
        ("24h", "2026-05-05"),  # the end of the day
        ("24h ngày 10/5", "2026-05-10"),
        ("đến 24h ngày 10/5", "2026-05-10"),
        ("24 giờ hôm qua", "2026-05-04"),
        ("24:00 10/5", "2026-05-10"),
    ],
)
def test_days_that_people_type(typed: str, day: str) -> None:
    found = read_typed(typed, NOW)
    assert found
    assert (found.day.isoformat(), found.at, found.sure) == (day, None, True)


@pytest.mark.parametrize(
    ("typed", "day", "hour"),
    [
        ("17h ngày 8/5", "2026-05-08", time(17)),
        ("15 giờ 00 ngày 08/5/2026", "2026-05-08", time(15)),
        ("13h30", "2026-05-05", time(13, 30)),
        ("tới 8h tối", "2026-05-05", time(20)),
        ("10h sáng mai", "2026-05-06", time(10)),
    ],
)
def test_hours_that_people_type(typed: str, day: str, hour: time) -> None:
    found = read_typed(typed, NOW)
    assert found
    assert (found.day.isoformat(), found.at) == (day, hour)


@pytest.mark.parametrize(
    ("typed", "day"), [("tomorrow", "2026-05-06"), ("2 tuần trước", "2026-04-21"), ("8 May 2026", "2026-05-08")]
)
def test_what_only_the_second_reader_knows_is_not_sure(typed: str, day: str) -> None:
    found = read_typed(typed, NOW)
    assert found
    assert (found.day.isoformat(), found.sure) == (day, False)


@pytest.mark.parametrize(
    "typed",
    [
        "4",  # dateparser: the fourth
        "15",
        "5/13/2026",  # dateparser: 13 May
        "31/4",
        "30/02",
        "thứ 5 ngày 8/5",  # a Friday
        "1/1/2030",
        "tuần sau",
        "cuối tháng",
        "hằng tháng",
        "chưa biết",
        "",
        "   ",
        "8/5 " * 100,
    ],
)
def test_what_is_no_day_is_not_guessed(typed: str) -> None:
    assert read_typed(typed, NOW) is None


@pytest.mark.parametrize(("prefer", "day"), [("near", "2025-12-20"), ("future", "2026-12-20"), ("past", "2025-12-20")])
def test_a_year_that_is_not_typed(prefer: Prefer, day: str) -> None:
    found = read_typed("20/12", NOW, prefer)
    assert found
    assert found.day.isoformat() == day


def test_the_day_is_vietnams() -> None:
    late = datetime.fromisoformat("2026-05-05T18:30:00+00:00")  # already Wednesday in Vietnam
    found = read_typed("hôm nay", late)
    assert found
    assert found.day == date(2026, 5, 6)


@pytest.mark.parametrize(
    ("typed", "number", "day"),
    [
        ("45/BC-UBND ngày 06/5", "45/BC-UBND", "2026-05-06"),
        ("số 92/BC-UBND ngày 29/4/2026", "92/BC-UBND", "2026-04-29"),
        ("110-BC/ĐU ngày 04/5", "110-BC/ĐU", "2026-05-04"),
        ("33/BC-UBND", "33/BC-UBND", None),
        ("so 45/BC-UBND ngay 6/5", "45/BC-UBND", "2026-05-06"),
        ("số: 45 / BC-UBND ngày 5 tháng 5 năm 2026", "45/BC-UBND", "2026-05-05"),
        ("2482/SNV-TCBC&CTTN ngày 18/4", "2482/SNV-TCBC&CTTN", "2026-04-18"),
        ("240/BC-STC từ 28/4", "240/BC-STC", "2026-04-28"),
        ("12/2026/NQ-HĐND", "12/2026/NQ-HĐND", None),
        ("45", "45", None),
        ("số 45 ngày 6/5", "45", "2026-05-06"),
        ("ngày 06/5", None, "2026-05-06"),
        ("45/BC-UBND ngày 12/5", "45/BC-UBND", "2026-05-12"),  # a week ahead may be
        ("45/BC-UBND ngày 13/5", "45/BC-UBND", "2025-05-13"),  # further ahead must be last year's
        ("45/BC-UBND ngày 30/12", "45/BC-UBND", "2025-12-30"),
        ("45/BC-UBND ngày 31/4", "45/BC-UBND", None),
        ("bỏ qua", None, None),
        ("đã nộp hôm qua", None, None),  # the day of handing in is not the document's
    ],
)
def test_number_and_date_of_a_document(typed: str, number: str | None, day: str | None) -> None:
    assert read_document_mark(typed, NOW) == (number, date.fromisoformat(day) if day else None)
