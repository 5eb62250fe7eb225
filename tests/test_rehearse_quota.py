"""``rehearse`` says what each month takes of a Zalo bot's quota, and what gives way where it is too much."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from bot.__main__ import app
from tests.small_plans import SMALL

WINDOW = ["--from", "2026-04-15", "--to", "2026-05-12"]
OTHER = (
    SMALL.replace("version: 1\norganisations:\n", "").replace("tinh-thu", "tinh-hai").replace("tỉnh Thử", "tỉnh Hai")
)
MAY = "Zalo, tháng 5/2026, Ủy ban nhân dân tỉnh Thử: cần"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("ZALO_BOT_TOKEN", raising=False)
    made = tmp_path / "plans.yaml"
    made.write_text(SMALL, "utf-8")
    return made


def rehearsed(file: Path, *more: str, quota: int = 3000, **tokens: str) -> Result:
    environment = {"ZALO_MONTHLY_QUOTA": str(quota)} | tokens
    result = CliRunner().invoke(app, ["rehearse", str(file), *WINDOW, *more], env=environment)
    assert result.exit_code == 0, result.output
    return result


def needs(text: str) -> list[str]:
    """Return what is said of Zalo, each month of a bot apart."""
    told = text.partition("không đơn vị nào nộp sớm):\n")[2]
    return [part.strip() for part in re.split(r"^(?=Zalo, )", told, flags=re.MULTILINE) if part]


def test_whole_months_are_counted(file: Path) -> None:
    april, may = needs(rehearsed(file).stdout)
    assert "Zalo, tháng 4/2026, Ủy ban nhân dân tỉnh Thử: cần 3 / 3.000 tin" in april
    # 04/5, 06/5 and 08/5 twice, 07/5, 11/5 to 15/5, and weekly: 20/5, 22/5, 27/5, 29/5
    assert may.startswith(f"{MAY} 15 / 3.000 tin")
    assert "vượt" not in may


def test_too_much_names_what_gives_way(file: Path) -> None:
    _, may = needs(rehearsed(file, quota=5).stdout)
    assert may.startswith(f"{MAY} 15 / 5 tin")
    assert "vượt 10 tin" in may
    # 04/5 with 06/5, the last days 06/5 and 08/5, 07/5, 11/5 with three days, 15/5, 20/5 with 22/5, 27/5 with 29/5
    assert "còn cần 8 tin" in may
    assert "Vẫn vượt 3 tin. Sẽ bớt:\n– nhắc sát hạn 1\n– nhắc quá hạn 2" in may


def test_saving_may_be_enough(file: Path) -> None:
    _, may = needs(rehearsed(file, quota=12).stdout)
    assert "vượt 3 tin" in may
    assert "như vậy đủ hạn mức." in may


def test_lines_of_json_stay_pure(file: Path) -> None:
    result = rehearsed(file, "--format", "jsonl")
    assert all(json.loads(line) for line in result.stdout.splitlines())
    assert len(needs(result.stderr)) == 2


def test_without_a_quota_nothing_is_said(file: Path) -> None:
    result = rehearsed(file, quota=0)
    assert "Zalo" not in result.output


@pytest.mark.parametrize(
    ("tokens", "whose"),
    [
        ({}, ["Ủy ban nhân dân tỉnh Hai", "Ủy ban nhân dân tỉnh Thử"]),
        ({"ZALO_BOT_TOKEN": "1:A"}, ["bot chung"]),
        ({"ZALO_BOT_TOKEN__TINH_HAI": "2:B"}, ["Ủy ban nhân dân tỉnh Hai"]),
        ({"ZALO_BOT_TOKEN": "1:A", "ZALO_BOT_TOKEN__TINH_HAI": "2:B"}, ["Ủy ban nhân dân tỉnh Hai", "bot chung"]),
    ],
    ids=["each-its-own", "one-for-all", "only-one-has-a-bot", "one-of-its-own"],
)
def test_each_bot_has_its_own_quota(file: Path, tokens: dict[str, str], whose: list[str]) -> None:
    file.write_text(SMALL + OTHER, "utf-8")
    may = [one for one in needs(rehearsed(file, **tokens).stdout) if "tháng 5" in one]
    assert sorted(one.split(": cần")[0].removeprefix("Zalo, tháng 5/2026, ") for one in may) == sorted(whose)
    if whose == ["bot chung"]:
        assert "cần 30 / 3.000" in may[0]
