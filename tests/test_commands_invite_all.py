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
from handlers.contacts.joining import looks_like_code
from simulator.server import Running, start
from simulator.world import TOKEN, ZALO_TOKEN, World
from storage.invites import UsedCode
from storage.tables import RoleKind
from tests.commanding import SHIPPED, Shell, join, kept, said

SHARED = "https://zalo.example/s/2000002"
HEADER = ["organisation", "unit", "unit_name", "role", "code", "link", "zalo_link"]


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
    assert all(row[5:] == [f"https://t.me/nhacviec_bot?start={row[4]}", ""] for row in rows)
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
        self.open: list[str] = []
        self.found: list[tuple[str, str]] = []  # tag, the words directly in it
        self.feed(text)

    def inside_any(self, *tags: str) -> list[tuple[str, str]]:
        return [(tag, words) for tag, words in self.found if tag in tags]

    def inside(self, tag: str) -> list[str]:
        return [words for _, words in self.inside_any(tag)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.open.append(tag)
        self.fetched += [value or "" for name, value in attrs if name in ("src", "href", "data", "srcset")]

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass  # <meta> and <path> are never closed

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        self.found.append((self.open[-1] if self.open else "", data))


@pytest.mark.parametrize(
    ("telegram", "zalo", "scans"),
    [
        pytest.param(True, None, ["Telegram"], id="telegram"),
        pytest.param(False, SHARED, ["Zalo"], id="zalo"),
        pytest.param(True, SHARED, ["Zalo", "Telegram"], id="both"),
        pytest.param(False, "", [], id="zalo-without-its-link"),
    ],
)
async def test_a_page_to_print(
    shell: Shell, simulator: Running, telegram: bool, zalo: str | None, scans: list[str]
) -> None:
    shell.settings |= {"PLANS_FILE": str(SHIPPED), "TELEGRAM_API_URL": simulator.url}
    shell.settings |= {"TELEGRAM_BOT_TOKEN": TOKEN} if telegram else {}
    shell.settings |= {"ZALO_BOT_TOKEN": ZALO_TOKEN} if zalo is not None else {}
    shell.settings |= {"ZALO_BOT_LINK": zalo} if zalo else {}
    to = shell.folder / "ma-moi.html"
    options = ("--all", "--organisation", "gia-lai", "--to", str(to))
    result = await asyncio.to_thread(shell.run, "invite", *options)
    assert result.exit_code == 0, result.stderr
    text = to.read_text("utf-8")
    page = Page(text)
    units = len(kept(shell))
    assert units == 150
    assert page.tags.count("article") == page.tags.count("code") == page.tags.count("ol") == units
    assert page.tags.count("li") == 3 * units
    assert page.tags.count("svg") == len(scans) * units
    assert page.inside("figure") == scans * units
    assert page.fetched == []
    assert not re.search(r"@import|url\(|<script|<link", text)
    codes = page.inside("code")
    assert all(looks_like_code(code) and code.count(" ") == 2 for code in codes)
    assert [words for words in page.inside("li") if words.startswith("Gửi")] == [
        f"Gửi cho bot mã {code}{'; trên Telegram chỉ cần chọn “Bắt đầu”' if telegram else ''}." for code in codes
    ]
    now = real_now()
    assert {join(shell, code, str(number), now, "zalo")[1] for number, code in enumerate(codes[:5])} == {
        "van-phong-ubnd-tinh", "so-noi-vu", "so-tu-phap", "so-tai-chinh", "so-cong-thuong"
    }  # fmt: skip


ROSTERS = """\
version: 1
organisations:
  - id: tinh-thu
    name: Tỉnh Thử
    standing_office: so-mot
    units:
      - {id: so-mot, name: Sở Một}
      - {id: so-hai, name: Sở Hai}
      - {id: so-ba, name: Sở Ba}
      - {id: so-bon, name: Sở Bốn}
    groups:
      - {id: hai-so, name: Hai sở, members: [so-bon, so-hai]}
      - {id: cac-so, name: Các sở, members: [so-hai, so-ba]}
    plans: []
  - id: tinh-khac
    name: Tỉnh Khác
    standing_office: so-nam
    units: [{id: so-nam, name: Sở Năm}]
    plans: []
"""


def test_cards_stand_as_in_the_rosters_two_in_a_row(shell: Shell) -> None:
    (shell.folder / "plans.yaml").write_text(ROSTERS, "utf-8")
    shell.settings["PLANS_FILE"] = str(shell.folder / "plans.yaml")
    to = shell.folder / "x.html"
    assert shell.run("invite", "--all", "--to", str(to)).exit_code == 0
    page = Page(to.read_text("utf-8"))
    assert [words for _, words in page.inside_any("h1", "h2")] == [
        "Tỉnh Thử", "Sở Một",
        "Tỉnh Thử – Hai sở", "Sở Bốn", "Sở Hai",
        "Tỉnh Thử – Các sở", "Sở Ba",
        "Tỉnh Khác", "Sở Năm",
    ]  # fmt: skip
    # Sở Bốn and Sở Hai share a row; a group that follows begins its own.
    assert page.tags.count("article") == 5
    assert to.read_text("utf-8").count('class="row"') == 4


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
            "ZALO_BOT_TOKEN": ZALO_TOKEN,
            "ZALO_BOT_LINK": SHARED,
            "ZALO_BOT_TOKEN__TINH_KHAC": "3000003:OWN-TOKEN",
            "ZALO_BOT_LINK__TINH_KHAC": "https://zalo.example/s/3000003",
        }
        to = shell.folder / "x.csv"
        await asyncio.to_thread(shell.run, "invite", "--all", "--to", str(to))
    finally:
        await simulator.stop()
    with to.open(encoding="utf-8-sig", newline="") as file:
        bots = {(row["organisation"], row["link"].split("?")[0], row["zalo_link"]) for row in csv.DictReader(file)}
    assert bots == {
        ("tinh-vi-du", "https://t.me/nhacviec_bot", SHARED),
        ("tinh-khac", "https://t.me/khac_bot", "https://zalo.example/s/3000003"),
    }


def test_an_organisation_may_have_one_channel_only(shell: Shell) -> None:
    shell.settings |= {"ZALO_BOT_TOKEN__TINH_KHAC": ZALO_TOKEN, "ZALO_BOT_LINK__TINH_KHAC": SHARED}
    to = shell.folder / "x.csv"
    result = shell.run("invite", "--all", "--to", str(to))
    with to.open(encoding="utf-8-sig", newline="") as file:
        links = {(row["organisation"], row["link"], row["zalo_link"]) for row in csv.DictReader(file)}
    assert links == {("tinh-vi-du", "", ""), ("tinh-khac", "", SHARED)}
    assert (
        result.stderr == "Mã mời của tinh-vi-du chưa kèm đường dẫn: chưa đặt ZALO_BOT_TOKEN hoặc TELEGRAM_BOT_TOKEN.\n"
    )


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
