from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schedules.plan import CalendarChanges
from schedules.working_days import national

# The whole of 2026, by hand: every weekday off and every Saturday worked.
OFF_WEEKDAYS_2026 = {
    "2026-01-01": "Tết Dương lịch",
    "2026-01-02": "swapped with Saturday 10/01",
    "2026-02-16": "Tết Nguyên đán",
    "2026-02-17": "Tết Nguyên đán",
    "2026-02-18": "Tết Nguyên đán",
    "2026-02-19": "Tết Nguyên đán",
    "2026-02-20": "Tết Nguyên đán",
    "2026-04-27": "for Giỗ Tổ on Sunday 26/4",
    "2026-04-30": "Ngày Chiến thắng",
    "2026-05-01": "Quốc tế Lao động",
    "2026-08-31": "swapped with Saturday 22/8",
    "2026-09-01": "Quốc khánh",
    "2026-09-02": "Quốc khánh",
    "2026-11-24": "Ngày Văn hóa Việt Nam",
}
WORKED_SATURDAYS_2026 = {"2026-01-10", "2026-08-22"}
DAYS = national()
SOME_DAY = st.dates(date(2025, 6, 1), date(2027, 6, 1))


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]


def test_2026_is_right_to_the_day() -> None:
    off = {day.isoformat() for day in days_of(2026) if day.weekday() < 5 and not DAYS.is_working(day)}
    worked = {day.isoformat() for day in days_of(2026) if day.weekday() >= 5 and DAYS.is_working(day)}
    assert off == OFF_WEEKDAYS_2026.keys()
    assert worked == WORKED_SATURDAYS_2026


def test_2026_has_249_working_days() -> None:
    # 261 weekdays - 14 off + 2 Saturdays
    assert DAYS.count(date(2025, 12, 31), date(2026, 12, 31)) == 249


@pytest.mark.parametrize(
    ("day", "before", "after"),
    [
        ("2026-05-06", "2026-05-06", "2026-05-06"),
        ("2026-05-09", "2026-05-08", "2026-05-11"),
        ("2026-05-02", "2026-04-29", "2026-05-04"),
        ("2026-04-27", "2026-04-24", "2026-04-28"),
        ("2026-02-15", "2026-02-13", "2026-02-23"),
        ("2026-08-22", "2026-08-22", "2026-08-22"),
        ("2026-09-02", "2026-08-28", "2026-09-03"),
        ("2026-01-01", "2025-12-31", "2026-01-05"),
        ("2026-01-10", "2026-01-10", "2026-01-10"),
    ],
)
def test_nearest_working_day(day: str, before: str, after: str) -> None:
    assert DAYS.on_or_before(date.fromisoformat(day)) == date.fromisoformat(before)
    assert DAYS.on_or_after(date.fromisoformat(day)) == date.fromisoformat(after)


@pytest.mark.parametrize(
    ("day", "n", "expected"),
    [
        ("2026-05-06", -5, "2026-04-24"),
        ("2026-05-06", -2, "2026-05-04"),
        ("2026-04-28", 5, "2026-05-07"),
        ("2026-05-09", 1, "2026-05-11"),
        ("2026-05-09", -1, "2026-05-08"),
        ("2025-12-31", 1, "2026-01-05"),
        ("2026-01-05", -1, "2025-12-31"),
        ("2026-05-06", 0, "2026-05-06"),
    ],
)
def test_shift(day: str, n: int, expected: str) -> None:
    assert DAYS.shift(date.fromisoformat(day), n) == date.fromisoformat(expected)


@given(SOME_DAY, st.integers(1, 300))
@settings(max_examples=60, deadline=None)
def test_shift_and_count_agree(day: date, n: int) -> None:
    later = DAYS.shift(day, n)
    assert DAYS.is_working(later)
    assert DAYS.count(day, later) == n
    earlier = DAYS.shift(day, -n)
    assert DAYS.is_working(earlier)
    assert DAYS.count(earlier, day - timedelta(days=1)) == n - 1


@given(SOME_DAY, SOME_DAY)
@settings(max_examples=60, deadline=None)
def test_count_is_a_count(after: date, to: date) -> None:
    between = [after + timedelta(days=n) for n in range(1, (to - after).days + 1)]
    assert DAYS.count(after, to) == sum(DAYS.is_working(day) for day in between)


def test_other_years_are_expected_ones() -> None:
    assert not DAYS.is_working(date(2027, 2, 8))  # Tết by the lunar calendar
    assert not DAYS.is_working(date(2027, 9, 2))
    assert not DAYS.is_working(date(2025, 5, 2))  # swapped with Saturday 26/4/2025
    assert DAYS.is_working(date(2025, 4, 26))


def test_an_organisation_has_days_of_its_own() -> None:
    changes = CalendarChanges(days_off=(date(2026, 11, 23),), worked_days=(date(2026, 11, 28), date(2026, 11, 24)))
    own = DAYS.with_changes(changes)
    assert [own.is_working(date(2026, 11, day)) for day in (23, 24, 25, 28)] == [False, True, True, True]
    assert own.on_or_before(date(2026, 11, 23)) == date(2026, 11, 20)
    assert DAYS.is_working(date(2026, 11, 23)), "the national calendar stays"
    assert own is DAYS.with_changes(changes), "built once"
    assert DAYS.with_changes(CalendarChanges()) is DAYS


def test_changes_add_up() -> None:
    first = DAYS.with_changes(CalendarChanges(days_off=(date(2026, 11, 23),)))
    both = first.with_changes(CalendarChanges(days_off=(date(2026, 11, 25),)))
    assert [both.is_working(date(2026, 11, day)) for day in (23, 25, 26)] == [False, False, True]


def test_confirmed_years_need_no_heavy_package() -> None:
    code = (
        "import sys; from datetime import date;"
        "from schedules.working_days import national; from schedules.phrases import read;"
        "national().shift(date(2026, 5, 6), -5); read('trước ngày 07/5/2026', date(2026, 5, 4));"
        "sys.exit(bool({'holidays', 'dateparser', 'dateutil'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
