"""``understand``: one message, a line each, a table for people."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from tests.commanding import SHIPPED

runner = CliRunner()


@pytest.fixture(autouse=True)
def _plans(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANS_FILE", str(SHIPPED))
    monkeypatch.setenv("COLUMNS", "120")


def test_json_says_what_is_wanted() -> None:
    said = "trả lại bc của so xay dung vì thiếu biểu"
    as_json = ["--on", "2026-05-05", "--format", "json"]
    result = runner.invoke(app, ["understand", said, "--role", "coordinator", *as_json])
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {
        "intent": "return_submission",
        "slots": {"unit": "Sở Xây dựng", "reason": "thiếu biểu"},
    }


def test_people_see_a_table() -> None:
    result = runner.invoke(app, ["understand", "[x] xin lùi đến 12/5 vì mất điện", "--on", "2026-05-05"])
    assert result.exit_code == 0, result.output
    assert [
        part for part in ("[x] xin lùi", "đề nghị gia hạn", "2026-05-12", "mất điện") if part not in result.stdout
    ] == []


def test_what_is_nearly_as_likely_is_shown() -> None:
    result = runner.invoke(app, ["understand", "em gửi báo cáo ạ", "--on", "2026-05-05"])
    assert "Cũng có thể là" in result.stdout
    assert "xác nhận đã nộp" in result.stdout


def test_each_line_of_standard_input_is_answered_with_a_line() -> None:
    asked = [
        {"text": "mai nhắc em", "role": "unit", "on": "2026-05-05"},
        {"text": "xã Bình Lư nộp chưa", "role": "coordinator", "on": "2026-05-05"},
        {"text": "đã nộp \ud800", "role": "unit", "on": "2026-05-05"},
    ]
    result = runner.invoke(app, ["understand", "-"], input="".join(json.dumps(line) + "\n" for line in asked))
    assert result.exit_code == 0
    assert [json.loads(line) for line in result.stdout.splitlines()][:2] == [
        {"intent": "snooze", "slots": {"when": "2026-05-06"}},
        {"intent": "status", "slots": {"unit": "xã Bình Lư"}},
    ]


@pytest.mark.parametrize(
    "bad",
    [
        "{",
        "[]",
        '"a"',
        "5",
        "{}",
        '{"text": 5}',
        '{"text": "a", "on": "mai"}',
        '{"text": "a", "role": "sếp"}',
        '{"text": "a", "role": []}',
    ],
)
def test_a_bad_line_is_told_and_the_rest_goes_on(bad: str) -> None:
    result = runner.invoke(app, ["understand", "-"], input=f'{bad}\n\n{{"text": "hi b"}}\n')
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert (result.exit_code, list(first), second["intent"]) == (1, ["error"], "greeting")


@pytest.mark.parametrize("on", ["05/5/2026", "2026-02-30", "x"])
def test_a_day_that_is_none_is_refused(on: str) -> None:
    assert runner.invoke(app, ["understand", "hi", "--on", on]).exit_code == 2


def test_without_plans_no_name_is_known_and_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANS_FILE", str(tmp_path / "none.yaml"))
    result = runner.invoke(app, ["understand", "còn nợ gì", "--format", "json"])
    assert (result.exit_code, json.loads(result.stdout)["intent"]) == (0, "outstanding_tasks")
    assert "none.yaml" in result.stderr
