"""``invite --all``: a roster as a table or a page to print, complete or not there at all."""

from __future__ import annotations

import asyncio
import csv
import re
from collections.abc import AsyncIterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bot.clock import real_now
from simulator.server import Running, start
from simulator.world import TOKEN, World
from storage.invites import UsedCode
from storage.tables import RoleKind
from tests.commanding import SHIPPED, Shell, join, kept, said

HEADER = ["organisation", "unit", "unit_name", "role", "code", "link"]


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


@pytest.fixture
async def simulator() -> AsyncIterator[Running]:
    running = await start(World())
    yield running
    await running.stop()


async def test_a_code_for_every_unit_of_the_shipped_plans(shell: Shell, simulator: Running) -> None:
    shell.settings |= {"PLANS_FILE": str(SHIPPED), "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": simulator.url}
    to = shell.folder / "ma-moi.csv"
    result = await asyncio.to_thread(shell.run, "invite", "--all", "--to", str(to))
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"Đã ghi 439 mã mời vào {to}.\n"
    with to.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    assert header == HEADER
    assert len({row[4] for row in rows}) == len(rows) == 439
    assert all(row[5] == f"https://t.me/nhacviec_bot?start={row[4]}" for row in rows)
    assert [row[2] for row in rows if row[:2] == ["gia-lai", "21583"]] == ["UBND phường Quy Nhơn"]
    assert len(kept(shell)) == 439
    assert sorted(path.name for path in shell.folder.iterdir() if "ma-moi" in path.name) == ["ma-moi.csv"]

    code = rows[0][4]
    assert join(shell, code, "1", real_now()) == (rows[0][0], rows[0][1], RoleKind.OFFICER)
    with pytest.raises(UsedCode):
        join(shell, code, "2", real_now())


class Page(HTMLParser):
    """Count what a page to print is made of, and collect all that it would fetch."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.fetched: list[str] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.fetched += [value or "" for name, value in attrs if name in ("src", "href", "data", "srcset")]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


async def test_a_page_to_print(shell: Shell, simulator: Running) -> None:
    shell.settings |= {"PLANS_FILE": str(SHIPPED), "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": simulator.url}
    to = shell.folder / "ma-moi.html"
    options = ("--all", "--organisation", "gia-lai", "--to", str(to))
    result = await asyncio.to_thread(shell.run, "invite", *options)
    assert result.exit_code == 0, result.stderr
    text = to.read_text("utf-8")
    page = Page(text)
    units = len(kept(shell))
    assert units == 150
    assert page.tags.count("article") == page.tags.count("svg") == page.tags.count("code") == units
    assert page.fetched == []
    assert not re.search(r"@import|url\(|<script|<link", text)
    assert "UBND phường Quy Nhơn" in page.words
    assert sum("/start" in words for words in page.words) == units


def test_a_page_escapes_names(shell: Shell) -> None:
    plans = shell.folder / "plans.yaml"
    plans.write_text(
        """\
version: 1
organisations:
  - id: tinh-thu
    name: 'Tỉnh <i>Thử</i>'
    standing_office: so-mot
    units:
      - {id: so-mot, name: 'Sở <script>alert(1)</script> & "Một"'}
    plans: []
""",
        "utf-8",
    )
    shell.settings["PLANS_FILE"] = str(plans)
    to = shell.folder / "x.html"
    assert shell.run("invite", "--all", "--to", str(to)).exit_code == 0
    text = to.read_text("utf-8")
    page = Page(text)
    assert "script" not in page.tags
    assert "i" not in page.tags
    assert 'Sở <script>alert(1)</script> & "Một"' in page.words


async def test_each_organisation_is_led_to_its_own_bot(shell: Shell) -> None:
    own = "2000002:OWN-TOKEN"
    simulator = await start(World((TOKEN, f"{own}=khac_bot")))
    try:
        shell.settings |= {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_BOT_TOKEN__TINH_KHAC": own,
            "TELEGRAM_API_URL": simulator.url,
        }
        to = shell.folder / "x.csv"
        await asyncio.to_thread(shell.run, "invite", "--all", "--to", str(to))
    finally:
        await simulator.stop()
    with to.open(encoding="utf-8-sig", newline="") as file:
        bots = {(row["organisation"], row["link"].split("?")[0]) for row in csv.DictReader(file)}
    assert bots == {("tinh-vi-du", "https://t.me/nhacviec_bot"), ("tinh-khac", "https://t.me/khac_bot")}


@pytest.mark.parametrize("place", ["none/x.csv", "file/x.html"], ids=["missing-folder", "a-file-as-folder"])
def test_a_file_that_cannot_be_made_costs_no_codes(shell: Shell, place: str) -> None:
    (shell.folder / "file").write_text("", "utf-8")
    to = shell.folder / place
    result = shell.run("invite", "--all", "--to", str(to))
    assert said(result) == f"Không có thư mục {to.parent}. Chưa có mã mời nào được phát."
    assert result.exit_code == 1
    assert kept(shell) == []


def test_a_folder_in_the_files_place_costs_no_codes(shell: Shell) -> None:
    (shell.folder / "x.csv").mkdir()
    told = said(shell.run("invite", "--all", "--to", str(shell.folder / "x.csv")))
    assert told.startswith("Không ghi được ")
    assert kept(shell) == []
    assert list((shell.folder / "x.csv").iterdir()) == []


def test_no_codes_leave_the_old_roster_alone(shell: Shell) -> None:
    to = shell.folder / "x.csv"
    to.write_text("old", "utf-8")
    shell.settings["DATABASE_URL"] = f"sqlite:///{shell.folder}/none/bot.db"
    result = shell.run("invite", "--all", "--to", str(to))
    assert said(result).startswith("Không dùng được cơ sở dữ liệu: ")
    assert to.read_text("utf-8") == "old"
    assert [path.name for path in shell.folder.iterdir()] == ["x.csv"]
