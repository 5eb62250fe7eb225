"""What the five shipped plans send from 15/4 to 15/6/2026, stated by hand from the documents and the calendar."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.__main__ import app

Line = dict[str, Any]
QUY_NHON, BAT_XAT, DOAN_KET, LONG_XUYEN = "21583", "02683", "03388", "30307"


@pytest.fixture(scope="module")
def lines() -> list[Line]:
    window = ["--from", "2026-04-15", "--to", "2026-06-15", "--format", "jsonl"]
    result = CliRunner().invoke(app, ["rehearse", "plans.yaml", *window])
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def climb(lines: list[Line], organisation: str, task: str, unit: str) -> list[str]:
    """Write a unit's steps as "24/4 07:30 before 5"."""
    found = [line for line in lines if (line["organisation"], line["task"], line["unit"]) == (organisation, task, unit)]
    return [f"{_day(line['at'])} {line['step']} {line['working_days']}" for line in found]


def _day(at: str) -> str:
    return f"{at[8:10]}/{int(at[5:7])} {at[11:16]}"


@pytest.mark.parametrize(
    ("organisation", "task", "unit", "first_steps"),
    [
        pytest.param(
            "gia-lai",
            "bao-cao",
            QUY_NHON,
            [
                "22/4 07:30 assigned None",
                "24/4 07:30 before 5",  # 27/4, 30/4 and 1/5 are off
                "04/5 07:30 before 2",
                "06/5 07:30 last_day 0",
                "06/5 13:30 last_day 0",
                "07/5 07:30 overdue 1",
                "08/5 07:30 overdue 2",
                "11/5 07:30 overdue 3",
                "12/5 07:30 overdue 4",
                "13/5 07:30 overdue 5",
                "20/5 07:30 overdue 10",
            ],
            id="gia-lai-commune-report",
        ),
        pytest.param(
            "gia-lai",
            "so-ket-cap-tinh",  # the last day, 09/5, is a Saturday
            "so-noi-vu",
            [
                "22/4 07:30 assigned None",
                "29/4 07:30 before 5",
                "06/5 07:30 before 2",
                "08/5 07:30 last_day 0",
                "08/5 13:30 last_day 0",
                "11/5 07:30 overdue 1",
            ],
            id="gia-lai-province-review",
        ),
        pytest.param(
            "gia-lai",
            "bao-cao-bo-noi-vu",
            "so-noi-vu",
            [
                "22/4 07:30 assigned None",
                "07/5 07:30 before 5",
                "12/5 07:30 before 2",
                "14/5 07:30 last_day 0",
                "14/5 13:30 last_day 0",
                "15/5 07:30 overdue 1",
            ],
            id="gia-lai-to-the-ministry",
        ),
        pytest.param(
            "lai-chau",
            "bao-cao",
            DOAN_KET,
            [
                "22/4 07:30 assigned None",
                "28/4 07:30 before 5",
                "05/5 07:30 before 2",
                "07/5 07:30 last_day 0",
                "07/5 13:30 last_day 0",
                "08/5 07:30 overdue 1",
            ],
            id="lai-chau-commune-report",
        ),
        pytest.param(
            "lao-cai",
            "bao-cao-xa-phuong",  # issued on 04/5: five working days before the 07/5 would have been 28/4
            BAT_XAT,
            [
                "04/5 07:30 assigned None",
                "05/5 07:30 before 2",
                "07/5 07:30 last_day 0",
                "07/5 13:30 last_day 0",
                "08/5 07:30 overdue 1",
            ],
            id="lao-cai-commune-report",
        ),
        pytest.param(
            "lao-cai",
            "bao-cao-bo-noi-vu",
            "so-noi-vu",
            ["04/5 07:30 assigned None", "07/5 07:30 before 5", "12/5 07:30 before 2", "14/5 07:30 last_day 0"],
            id="lao-cai-to-the-ministry",
        ),
        pytest.param(
            "binh-thanh",
            "bao-cao",
            "phong-kinh-te",
            [
                "20/4 07:30 assigned None",
                "21/4 07:30 last_day 0",
                "21/4 13:30 last_day 0",
                "22/4 07:30 overdue 1",
                "23/4 07:30 overdue 2",
                "24/4 07:30 overdue 3",
                "28/4 07:30 overdue 4",  # Monday 27/4 is off for Giỗ Tổ
                "29/4 07:30 overdue 5",
                "06/5 07:30 overdue 8",
            ],
            id="binh-thanh-report",
        ),
        pytest.param(
            "binh-thanh",
            "bao-cao-tong-hop",  # two working days before 22/4 is the day on which it is assigned: one message
            "phong-van-hoa-xa-hoi",
            ["20/4 07:30 before 2", "22/4 07:30 last_day 0", "22/4 13:30 last_day 0", "23/4 07:30 overdue 1"],
            id="binh-thanh-summary",
        ),
        pytest.param(
            "binh-thanh",
            "gui-bao-cao",
            "phong-van-hoa-xa-hoi",
            ["20/4 07:30 assigned None", "21/4 07:30 before 2", "23/4 07:30 last_day 0"],
            id="binh-thanh-sends-up",
        ),
        pytest.param(
            "an-giang",
            "tham-luan",
            LONG_XUYEN,
            ["20/5 07:30 assigned None", "22/5 07:30 before 2", "26/5 07:30 last_day 0", "26/5 13:30 last_day 0"],
            id="an-giang-speech",
        ),
        pytest.param(
            "an-giang",
            "bao-cao",
            LONG_XUYEN,
            ["20/5 07:30 assigned None", "21/5 07:30 before 5", "26/5 07:30 before 2", "28/5 07:30 last_day 0"],
            id="an-giang-report",
        ),
    ],
)
def test_steps(lines: list[Line], organisation: str, task: str, unit: str, first_steps: list[str]) -> None:
    assert climb(lines, organisation, task, unit)[: len(first_steps)] == first_steps


@pytest.mark.parametrize(
    ("organisation", "task", "units", "phrase", "last_day"),
    [
        ("gia-lai", "so-ket", 150, "trước ngày 07/5/2026", "2026-05-06"),
        ("gia-lai", "bao-cao", 150, "trước ngày 07/5/2026", "2026-05-06"),
        ("gia-lai", "so-ket-cap-tinh", 1, "trước ngày 10/5/2026", "2026-05-09"),
        ("gia-lai", "bao-cao-bo-noi-vu", 1, "trước ngày 15/5/2026", "2026-05-14"),
        ("lai-chau", "so-ket", 53, "Trước ngày 07/5/2026", "2026-05-06"),
        ("lai-chau", "bao-cao", 53, "trước ngày 08/5/2026", "2026-05-07"),
        ("lao-cai", "bao-cao-xa-phuong", 99, "trước ngày 08/5/2026", "2026-05-07"),
        ("lao-cai", "bao-cao-bo-noi-vu", 1, "trước ngày 15/5/2026", "2026-05-14"),
        ("binh-thanh", "bao-cao", 6, "trước ngày 22/4/2026", "2026-04-21"),
        ("binh-thanh", "tham-luan", 6, "trước ngày 22/4/2026", "2026-04-21"),
        ("binh-thanh", "bao-cao-tong-hop", 1, "xong trước ngày 23/4/2026", "2026-04-22"),
        ("binh-thanh", "gui-bao-cao", 1, "trước ngày 24/4/2026", "2026-04-23"),
        ("an-giang", "bao-cao", 113, "trước ngày 29/5/2026", "2026-05-28"),
        ("an-giang", "tham-luan", 9, "trước ngày 27/5/2026", "2026-05-26"),
    ],
)
def test_every_unit_of_every_obligation(
    lines: list[Line], organisation: str, task: str, units: int, phrase: str, last_day: str
) -> None:
    mine = [line for line in lines if (line["organisation"], line["task"]) == (organisation, task)]
    assert len({line["unit"] for line in mine}) == units
    assert {(line["deadline"]["phrase"], line["deadline"]["last_day"]) for line in mine} == {(phrase, last_day)}


def test_what_was_past_at_issue_is_not_reminded(lines: list[Line]) -> None:
    assert not [line for line in lines if (line["organisation"], line["task"]) == ("lao-cai", "ke-hoach")]


def test_lines_have_the_agreed_form(lines: list[Line]) -> None:
    first = next(line for line in lines if (line["organisation"], line["unit"]) == ("gia-lai", QUY_NHON))
    assert first == {
        "at": "2026-04-22T07:30:00+07:00",
        "organisation": "gia-lai",
        "plan": "so-ket-01-nam",
        "task": "so-ket",
        "unit": QUY_NHON,
        "unit_name": "UBND phường Quy Nhơn",
        "step": "assigned",
        "working_days": None,
        "deadline": {
            "phrase": "trước ngày 07/5/2026",
            "last_day": "2026-05-06",
            "ends_at": "2026-05-07T00:00:00+07:00",
        },
    }


def test_in_the_order_of_time_and_never_twice(lines: list[Line]) -> None:
    assert [line["at"] for line in lines] == sorted(line["at"] for line in lines)
    seen: dict[tuple[str, ...], int] = defaultdict(int)
    for line in lines:
        seen[line["organisation"], line["plan"], line["task"], line["unit"], line["at"]] += 1
    assert set(seen.values()) == {1}
