from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
import yaml

from schedules.deadline import VIETNAM, Deadline
from schedules.periods import deadlines, ends
from schedules.phrases import read
from schedules.plan import CalendarChanges, Due
from schedules.working_days import national

ON = date(2026, 1, 15)
PUBLIC = yaml.safe_load((Path(__file__).parent / "data" / "phrases.yaml").read_text("utf-8"))["phrases"]


def due(phrase: str, on: date = ON, **answers: date) -> Due:
    return Due(("so-noi-vu",), read(phrase, on), **answers)


def end(one: Due, closes: time | None = None) -> Deadline | None:
    return ends(one.reading, one, closes)


def at(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("phrase", "last_day", "ends_at"),
    [
        ("trước ngày 08/5/2026", "2026-05-07", "2026-05-08T00:00"),
        ("chậm nhất ngày 08/5/2026", "2026-05-08", "2026-05-09T00:00"),
        ("trước 17 giờ ngày 08/5/2026", "2026-05-08", "2026-05-08T17:00"),
        ("chậm nhất 17 giờ ngày 08/5/2026", "2026-05-08", "2026-05-08T17:01"),
        ("trước 24 giờ ngày 08/5/2026", "2026-05-08", "2026-05-09T00:00"),
        ("chậm nhất 24 giờ ngày 08/5/2026", "2026-05-08", "2026-05-09T00:00"),
        ("trước 0 giờ ngày 08/5/2026", "2026-05-07", "2026-05-08T00:00"),
        ("buổi sáng ngày 08/5/2026", "2026-05-08", "2026-05-08T11:30"),
        ("trong tháng 6/2026", "2026-06-30", "2026-07-01T00:00"),
        ("từ ngày 11/5 đến hết ngày 22/5/2026", "2026-05-22", "2026-05-23T00:00"),
        ("từ 7h30 ngày 11/5 đến 17h00 ngày 22/5/2026", "2026-05-22", "2026-05-22T17:01"),
        ("trước ngày 01/01/2027", "2026-12-31", "2027-01-01T00:00"),
        ("chậm nhất 42 ngày trước ngày bầu cử", "2026-02-01", "2026-02-02T00:00"),
    ],
)
def test_one_off_phrases_end(phrase: str, last_day: str, ends_at: str) -> None:
    assert end(due(phrase)) == Deadline(phrase, date.fromisoformat(last_day), at(ends_at))


def test_a_named_date_is_never_moved() -> None:
    found = end(due("chậm nhất ngày 31/5/2026"))
    assert found
    assert found.last_day == date(2026, 5, 31), "a Sunday"


@pytest.mark.parametrize(
    ("phrase", "ends_at"),
    [
        ("trước ngày 08/5/2026", "2026-05-07T17:00"),
        ("trong tháng 6/2026", "2026-06-30T17:00"),
        ("trước 10 giờ ngày 08/5/2026", "2026-05-08T10:00"),  # the phrase's own hour holds
    ],
)
def test_a_plan_may_close_its_days_earlier(phrase: str, ends_at: str) -> None:
    found = end(due(phrase), time(17))
    assert found
    assert found.ends_at == at(ends_at)


@pytest.mark.parametrize(
    ("phrase", "counts_from", "last_day"),
    [
        ("trong vòng 05 ngày làm việc kể từ ngày nhận được văn bản này", "2026-04-28", "2026-05-07"),
        ("chậm nhất 15 ngày kể từ ngày ký", "2026-05-04", "2026-05-19"),
        ("trong 30 ngày kể từ ngày kết thúc kiểm tra", "2026-05-22", "2026-06-22"),  # 21/6 is a Sunday
        ("trong 01 tháng kể từ ngày ký", "2026-01-31", "2026-03-02"),  # 28/02 is a Saturday
        ("trong 03 tháng kể từ ngày ban hành", "2026-05-04", "2026-08-04"),
        ("trong 01 năm kể từ ngày ban hành", "2024-02-29", "2025-02-28"),
        ("trong 02 tuần kể từ ngày ký", "2026-04-16", "2026-05-04"),  # 30/4 is off, 01/5 too
        ("trong vòng 24 giờ kể từ khi nhận được thông tin", "2026-05-08", "2026-05-09"),
        ("chậm nhất sau 05 ngày kể từ ngày kết thúc đợt kiểm tra", "2026-05-22", "2026-05-27"),
        ("trước Hội nghị 03 ngày", "2026-05-13", "2026-05-10"),  # backwards nothing moves, though a Sunday
        ("trước Hội nghị 03 ngày làm việc", "2026-05-05", "2026-04-28"),
        ("sau 10 ngày kể từ ngày ký", "2026-05-04", "2026-05-14"),
    ],
)
def test_periods_are_counted_by_the_civil_code(phrase: str, counts_from: str, last_day: str) -> None:
    found = end(due(phrase, counts_from=date.fromisoformat(counts_from)))
    assert found
    assert found.last_day == date.fromisoformat(last_day)


EXAMPLES = [row for row in PUBLIC if "result" in row["expect"].get("example", {})]


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: row["id"])
def test_the_examples_of_the_reference(row: dict[str, Any]) -> None:
    example = row["expect"]["example"]
    anchor = next(
        (date.fromisoformat(example[key]) for key in ("received", "signed", "anchor") if key in example), None
    )
    one = Due(("so-noi-vu",), read(row["phrase"], date.fromisoformat(row["reference_date"])), counts_from=anchor)
    found = end(one)
    assert found
    assert found.last_day.isoformat() == example["result"]


def test_a_period_counts_the_days_of_its_organisation() -> None:
    own = national().with_changes(CalendarChanges(days_off=(date(2026, 5, 5),)))
    one = due("trong vòng 05 ngày làm việc kể từ ngày nhận được văn bản này", counts_from=date(2026, 4, 28))
    found = ends(one.reading, one, None, own)
    assert found
    assert found.last_day == date(2026, 5, 8)


@pytest.mark.parametrize(
    "phrase",
    [
        "trong vòng 05 ngày làm việc kể từ ngày nhận được văn bản này",
        "sau 10 ngày kể từ ngày ký",
        "Tuần 4 tháng 4/2026",
        "trước Tết Nguyên đán",
        "khẩn trương",
        "thường xuyên",
        "từ ngày 01/7/2025 đến nay",
        "trước ngày 31/4/2026",
        "trước ngày 20 hằng tháng",
        "ngày 01/6/2026 (thứ Hai)",
    ],
)
def test_what_awaits_an_answer_or_is_no_deadline_does_not_end(phrase: str) -> None:
    assert end(due(phrase)) is None


@pytest.mark.parametrize(
    ("phrase", "answer", "ends_at"),
    [
        ("Tuần 4 tháng 4/2026", "2026-04-24", "2026-04-25T00:00"),
        ("khẩn trương", "2026-04-24", "2026-04-25T00:00"),
        ("trước 17 giờ ngày 08/5/2026", "2026-05-12", "2026-05-12T17:00"),
        ("định kỳ hằng quý báo cáo", "2026-06-15", "2026-06-16T00:00"),
    ],
)
def test_the_coordinators_answer_holds(phrase: str, answer: str, ends_at: str) -> None:
    day = date.fromisoformat(answer)
    one = due(phrase, confirmed_last_day=day)
    expected = Deadline(phrase, day, at(ends_at))
    assert end(one) == expected
    assert list(deadlines(one, national(), date.min, date.max, None)) == [("", expected)]


def periods(phrase: str, first: str, last: str, on: date = ON) -> list[tuple[str, str]]:
    found = deadlines(due(phrase, on), national(), date.fromisoformat(first), date.fromisoformat(last), None)
    return [(period, deadline.last_day.isoformat()) for period, deadline in found]


@pytest.mark.parametrize(
    ("phrase", "first", "last", "expected"),
    [
        (
            "trước ngày 20 hằng tháng",
            "2026-03-01",
            "2026-05-31",
            [("2026-03-20", "2026-03-19"), ("2026-04-20", "2026-04-19"), ("2026-05-20", "2026-05-19")],
        ),
        (
            "trước ngày 01 hằng tháng",
            "2026-02-01",
            "2026-04-30",
            [("2026-03-01", "2026-02-28"), ("2026-04-01", "2026-03-31"), ("2026-05-01", "2026-04-30")],
        ),
        (
            "vào ngày 31 hằng tháng",
            "2026-01-01",
            "2026-04-30",
            [(day, day) for day in ("2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30")],
        ),
        (
            "vào ngày 29 hằng tháng",
            "2026-02-01",
            "2026-03-31",
            [(day, day) for day in ("2026-02-28", "2026-03-29")],
        ),
        (
            "vào ngày cuối cùng của tháng",
            "2028-02-01",
            "2028-03-31",
            [(day, day) for day in ("2028-02-29", "2028-03-31")],
        ),
        (
            "ngày 29/02 hằng năm",
            "2026-01-01",
            "2028-12-31",
            [(day, day) for day in ("2026-02-28", "2027-02-28", "2028-02-29")],
        ),
        (
            "chậm nhất ngày 31 của tháng cuối quý",
            "2026-01-01",
            "2026-12-31",
            [(day, day) for day in ("2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31")],
        ),
        (
            "trước ngày 15/6 và 15/12 hằng năm",
            "2026-01-01",
            "2026-12-31",
            [("2026-06-15", "2026-06-14"), ("2026-12-15", "2026-12-14")],
        ),
        (
            "trước ngày 20/6 và 10/12 hằng năm",
            "2026-01-01",
            "2026-12-31",
            [("2026-06-20", "2026-06-19"), ("2026-12-10", "2026-12-09")],
        ),
        ("trước ngày 01/01 hằng năm", "2026-01-01", "2026-12-31", [("2027-01-01", "2026-12-31")]),
        (
            "vào thứ Sáu hằng tuần",  # Friday 01/5 is a holiday: the duty stays, its reminder goes earlier
            "2026-04-27",
            "2026-05-10",
            [("2026-05-01", "2026-05-01"), ("2026-05-08", "2026-05-08")],
        ),
        ("chậm nhất ngày 15/3 năm sau", "2026-01-01", "2027-12-31", [("2027-03-15", "2027-03-15")]),
        (
            "trước ngày 05 tháng sau",
            "2026-01-01",
            "2026-03-31",
            [("2026-02-05", "2026-02-04"), ("2026-03-05", "2026-03-04")],
        ),
        (
            "Quý I và quý III/2026",
            "2026-01-01",
            "2026-12-31",
            [("2026-03-31", "2026-03-31"), ("2026-09-30", "2026-09-30")],
        ),
        ("Quý I và quý III/2026", "2026-04-01", "2026-08-31", []),
        ("trước ngày 07/5/2026", "2026-05-06", "2026-05-06", [("", "2026-05-06")]),
        ("trước ngày 07/5/2026", "2026-05-07", "2026-05-31", []),
        ("định kỳ hằng quý báo cáo", "2026-01-01", "2026-12-31", []),
        ("tháng 5 hằng năm", "2026-01-01", "2026-12-31", []),  # awaits the coordinator's day
        ("vào thứ Năm tuần thứ hai hằng tháng", "2026-01-01", "2026-12-31", []),
    ],
)
def test_one_deadline_a_period(phrase: str, first: str, last: str, expected: list[tuple[str, str]]) -> None:
    assert periods(phrase, first, last) == expected


def test_periods_with_an_hour_end_at_it() -> None:
    one = due("trước 16h00 hằng ngày")
    found = list(deadlines(one, national(), date(2026, 5, 2), date(2026, 5, 3), time(17)))
    assert [(period, deadline.ends_at) for period, deadline in found] == [
        ("2026-05-02", at("2026-05-02T16:00")),
        ("2026-05-03", at("2026-05-03T16:00")),
    ]


def test_a_period_without_an_hour_ends_when_the_plan_closes() -> None:
    one = due("trước ngày 20 hằng tháng")
    ((_, found),) = deadlines(one, national(), date(2026, 5, 1), date(2026, 5, 31), time(17))
    assert found.ends_at == at("2026-05-19T17:00")
