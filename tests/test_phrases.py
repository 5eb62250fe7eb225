from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from schedules.deadline import Boundary, Reading, ReadingType
from schedules.phrases import read, weekday_holds
from schedules.reading_json import expect
from schedules.working_days import national

DATA = Path(__file__).parent / "data"
FLAGS = {"needs_confirmation", "year_inferred", "status", "clock_inclusive"}
# What the reference says in prose: how it came to its reading, in its own words.
PROSE = {"reason", "anchor", "example", "needs", "note", "meaning", "tentative"}


def load(name: str) -> Any:
    return yaml.safe_load((DATA / name).read_text("utf-8"))


PUBLIC = load("phrases.yaml")["phrases"]
MORE = [
    (row["phrase"], row.get("issued", group["issued"]), row["expect"])
    for group in load("more_phrases.yaml")
    for row in group["phrases"]
]
ALL = [(row["phrase"], row["reference_date"]) for row in PUBLIC] + [(phrase, on) for phrase, on, _ in MORE]


def plain(value: Any) -> Any:
    """Undo what YAML makes of an unquoted moment."""
    return value.isoformat(timespec="minutes") if hasattr(value, "hour") else value


def answer(phrase: str, on: str) -> dict[str, Any]:
    return expect(read(phrase, date.fromisoformat(on)), national())


@pytest.mark.parametrize("row", PUBLIC, ids=lambda row: f"{row['id']}-{row['category']}")
def test_public_phrases_are_read_as_the_reference_says(row: dict[str, Any]) -> None:
    found = answer(row["phrase"], row["reference_date"])
    expected = {key: plain(value) for key, value in row["expect"].items() if key not in PROSE}
    assert {key: found.get(key) for key in expected} == expected
    assert {flag for flag in FLAGS - {"clock_inclusive"} if flag in found} == FLAGS & expected.keys()


@pytest.mark.parametrize("row", [row for row in PUBLIC if "reason" in row["expect"]], ids=lambda row: row["id"])
def test_reasons_are_those_of_the_reference(row: dict[str, Any]) -> None:
    assert answer(row["phrase"], row["reference_date"])["reason"] == row["expect"]["reason"]


@pytest.mark.parametrize(("phrase", "on", "expected"), MORE, ids=[phrase for phrase, _, _ in MORE])
def test_further_phrases(phrase: str, on: str, expected: dict[str, Any]) -> None:
    found = answer(phrase, on)
    assert {key: found.get(key) for key in expected} == expected
    assert {flag for flag in FLAGS if flag in found} == FLAGS & expected.keys()


def test_there_are_many_further_phrases() -> None:
    assert len(MORE) >= 120


@pytest.mark.parametrize(("phrase", "on"), ALL, ids=[phrase for phrase, _ in ALL])
def test_writing_does_not_matter(phrase: str, on: str) -> None:
    """Decomposed letters, as scanners and Macs write them, and marks of emphasis change nothing."""
    expected = answer(phrase, on)
    assert answer(unicodedata.normalize("NFD", phrase), on) == expected
    assert answer(f"**{phrase}**", on) == expected
    assert answer(f" {phrase} ", on) == expected


@pytest.mark.parametrize(
    ("phrase", "last_day", "boundary"),
    [
        ("trước ngày 07/5/2026", date(2026, 5, 7), Boundary.INCLUSIVE),
        ("chậm nhất ngày 07/5/2026", date(2026, 5, 7), Boundary.INCLUSIVE),
        ("trước 17 giờ ngày 07/5/2026", date(2026, 5, 7), Boundary.CLOCK),
    ],
)
def test_an_organisation_may_count_the_named_day(phrase: str, last_day: date, boundary: Boundary) -> None:
    reading = read(phrase, date(2026, 5, 4), before_inclusive=True)
    assert (reading.last_day, reading.boundary) == (last_day, boundary)


def test_an_organisation_may_count_the_named_day_of_a_recurring_duty() -> None:
    reading = read("trước ngày 20 hằng tháng", date(2026, 5, 4), before_inclusive=True)
    assert reading.rrule_last_day == "FREQ=MONTHLY;BYMONTHDAY=20"


def test_a_wrong_weekday_may_hold() -> None:
    held = weekday_holds(read("trước ngày 07/5/2026 (thứ Sáu)", date(2026, 5, 4)))
    assert (held.named_date, held.last_day, held.weekday_check) == (date(2026, 5, 8), date(2026, 5, 7), "ok")


def test_a_right_weekday_changes_nothing() -> None:
    reading = read("trước ngày 07/5/2026 (thứ Năm)", date(2026, 5, 4))
    assert weekday_holds(reading) == reading


PHRASES_OF_NOW = ("trong tuần này", "hôm nay", "tuần sau", "trước 30/8", "3 ngày nữa", "từ nay đến cuối năm")


@pytest.mark.parametrize("on", [date.min, date(1, 1, 3), date(9999, 12, 31), date.max])
@pytest.mark.parametrize("phrase", PHRASES_OF_NOW)
def test_days_at_the_ends_of_the_calendar_are_errors(phrase: str, on: date) -> None:
    assert read(phrase, on).type is ReadingType.ERROR


DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
WRITINGS = ("{:%d/%m/%Y}", "{:%d-%m-%Y}", "{:%d.%m.%Y}", "{0.day} tháng {0.month} năm {0.year}")
WORDS = sorted({word for phrase, _ in ALL for word in phrase.split()})


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=12), st.dates(date(2020, 1, 1), date(2030, 12, 31))
)
def test_no_text_makes_it_fail(words: list[str], on: date) -> None:
    phrase = " ".join(words)
    reading = read(phrase, on)
    assert isinstance(reading, Reading)
    assert reading.phrase == phrase
    assert expect(reading, national())["type"] == reading.type.value


@settings(max_examples=100, deadline=None)
@given(DAYS, st.sampled_from(WRITINGS))
def test_every_real_day_is_read_in_every_writing(day: date, writing: str) -> None:
    reading = read(f"chậm nhất ngày {writing.format(day)}", date(2025, 1, 1))
    assert (reading.type, reading.last_day, reading.year_inferred) == (ReadingType.DEADLINE, day, False)


def test_a_very_long_text_is_no_phrase() -> None:
    assert read("trước ngày 07/5/2026 " * 1000, date(2026, 5, 4)).type is ReadingType.ERROR
