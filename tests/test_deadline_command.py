from __future__ import annotations

import json
import unicodedata
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine
import typer
import yaml
from typer.testing import CliRunner

from bot.commands.deadline import deadline

app = typer.Typer()
app.command()(deadline)
runner = CliRunner()
PUBLIC = yaml.safe_load((Path(__file__).parent / "data" / "phrases.yaml").read_text("utf-8"))["phrases"]


def answered(*arguments: str) -> dict[str, Any]:
    result = runner.invoke(app, [*arguments, "--format", "json"])
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert isinstance(found, dict)
    return found


def test_json_says_how_a_phrase_is_read() -> None:
    assert answered("trước ngày 07/5/2026", "--on", "2026-04-28") == {
        "type": "deadline",
        "named_date": "2026-05-07",
        "boundary": "exclusive",
        "last_day": "2026-05-06",
        "last_day_weekday": "thứ Tư",
        "last_working_day": "2026-05-06",
    }


def test_each_line_of_standard_input_is_answered_with_a_line() -> None:
    asked = [{"phrase": row["phrase"], "on": row["reference_date"]} for row in PUBLIC]
    result = runner.invoke(app, ["-"], input="".join(json.dumps(line) + "\n" for line in asked))
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [line["type"] for line in lines] == [row["expect"]["type"] for row in PUBLIC]


@pytest.mark.parametrize(
    "bad",
    [
        "{",
        "[]",
        '"a"',
        "5",
        '{"on": "2026-05-04"}',
        '{"phrase": 5}',
        '{"phrase": "a", "on": "ngày mai"}',
        "[" * 100_000,
    ],
    ids=lambda line: line[:20],
)
def test_a_bad_line_is_told_and_the_rest_goes_on(bad: str) -> None:
    good = json.dumps({"phrase": "trong tháng 6/2026", "on": "2026-05-04"})
    result = runner.invoke(app, ["-"], input=f"{bad}\n\n{good}\n")
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert result.exit_code == 1
    assert list(first) == ["error"]
    assert second["end"] == "2026-06-30"


def test_a_line_that_is_no_text_is_told() -> None:
    result = runner.invoke(app, ["-"], input=b'\xff\xfe{"phrase"\n')
    assert (result.exit_code, list(json.loads(result.stdout))) == (1, ["error"])


def test_decomposed_letters_are_read() -> None:
    assert (
        answered(unicodedata.normalize("NFD", "Trước ngày 08/5/2026"), "--on", "2026-05-04")["last_day"] == "2026-05-07"
    )


def test_today_is_vietnams_day() -> None:
    with time_machine.travel(datetime.fromisoformat("2026-05-04T18:00:00+00:00"), tick=False):
        assert answered("hôm nay")["last_day"] == "2026-05-05"


@pytest.mark.parametrize("on", ["04/5/2026", "2026-02-30", "x"])
def test_a_day_that_is_none_is_refused(on: str) -> None:
    assert runner.invoke(app, ["trước ngày 07/5/2026", "--on", on]).exit_code == 2


@pytest.mark.parametrize(
    ("phrase", "shown"),
    [
        ("trước ngày 07/5/2026 (thứ Sáu)", ["thứ Tư 06/5/2026", "không tính ngày đó", "thứ Sáu 08/5/2026"]),
        ("trước 17 giờ ngày 08/5/2026", ["17:00 thứ Sáu 08/5/2026"]),
        ("Tuần 4 tháng 4/2026", ["thứ Sáu 24/4/2026", "thứ Tư 22/4/2026 – thứ Ba 28/4/2026", "xác nhận"]),
        ("Quý I và quý III/2026", ["thứ Tư 01/7/2026 – thứ Tư 30/9/2026"]),
        ("trước ngày 20 hằng tháng", ["FREQ=MONTHLY;BYMONTHDAY=19"]),
        ("trong vòng 05 ngày làm việc kể từ ngày nhận được văn bản này", ["5 ngày làm việc sau mốc"]),
        ("trước Hội nghị 03 ngày", ["3 ngày trước mốc"]),
        ("14 giờ 00 phút, ngày 05/5/2026 (thứ Ba)", ["14:00", "thứ Ba 05/5/2026"]),
        ("thường xuyên", ["việc thường xuyên"]),
        ("từ ngày 01/7/2025 đến nay", ["thời kỳ được tổng kết"]),
        ("trước kỳ họp thứ nhất của HĐND", ["sự kiện chưa biết ngày"]),
        ("trước ngày 31/4/2026", ["không có thật"]),
        ("[in đậm] trước ngày 28/4/2026", ["[in đậm]", "không nhắc"]),
    ],
)
def test_people_see_what_it_means(phrase: str, shown: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    result = runner.invoke(app, [phrase, "--on", "2026-05-04"])
    assert result.exit_code == 0, result.output
    assert [part for part in shown if part not in result.stdout] == []
