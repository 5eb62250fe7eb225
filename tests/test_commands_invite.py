"""``invite`` for one unit: a code that works, a link, a QR code, and a clear sentence for whatever cannot be."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import real_now
from bot.house import SERVES
from handlers.contacts.joining import looks_like_code
from simulator.server import Running, start
from simulator.world import TOKEN, ZALO_TOKEN, World
from storage.database import open_database, unit_of_work
from storage.invites import LIFETIME, ExpiredCode, UsedCode
from storage.marks import LAST_MOMENT, set_mark
from storage.tables import RoleKind
from tests.commanding import NOBODY_HERE, Shell, join, kept, said

VI_DU = ("--organisation", "tinh-vi-du")
SHARED = "https://zalo.example/s/2000002"  # what the office copied from Zalo Bot Creator
CODE = re.compile(r"\b[A-HJ-NP-Z2-9]{12}\b")


def grouped(code: str) -> str:
    return f"{code[:4]} {code[4:8]} {code[8:]}"


def is_qr(lines: list[str]) -> bool:
    """Say whether lines are a picture of blocks, and high enough for a code."""
    return len(lines) >= 10 and set("".join(lines)) <= set(" ▄▀█")


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


@pytest.fixture
async def simulator() -> AsyncIterator[Running]:
    running = await start(World())
    yield running
    await running.stop()


async def test_one_unit_has_a_code_a_link_a_qr_and_three_lines(shell: Shell, simulator: Running) -> None:
    shell.settings |= {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": simulator.url}
    result = await asyncio.to_thread(shell.run, "invite", "so-tai-chinh", *VI_DU)
    assert (result.exit_code, result.stderr) == (0, "")
    first, link, *qr, open_, send, linked = result.stdout.splitlines()
    (code,) = CODE.findall(first)
    assert first == f"Mã mời cán bộ đầu mối của Sở Tài chính: {code} (dùng một lần, trong 14 ngày)"
    assert link == f"https://t.me/nhacviec_bot?start={code}"
    assert is_qr(qr)
    assert open_ == "1. Mở Telegram, quét mã QR để vào cuộc trò chuyện với bot."
    assert send == f"2. Gửi cho bot mã {grouped(code)}; trên Telegram chỉ cần chọn “Bắt đầu”."
    assert linked.startswith(
        "3. Bot trả lời có tên “Sở Tài chính” là đã liên kết. Mã dùng một lần, trong 14 ngày (trước "
    )
    assert join(shell, code, "1", real_now()) == ("tinh-vi-du", "so-tai-chinh", RoleKind.OFFICER)


def test_over_zalo_the_code_is_typed(shell: Shell) -> None:
    shell.settings |= {"ZALO_BOT_TOKEN": ZALO_TOKEN, "ZALO_BOT_LINK": SHARED}
    result = shell.run("invite", "so-tai-chinh", *VI_DU)
    assert (result.exit_code, result.stderr) == (0, "")
    first, link, *qr, open_, send, _ = result.stdout.splitlines()
    (code,) = CODE.findall(first)
    assert link == SHARED
    assert is_qr(qr)
    assert open_ == "1. Mở Zalo, quét mã QR để vào cuộc trò chuyện với bot."
    assert send == f"2. Gửi cho bot mã {grouped(code)}."
    assert looks_like_code(grouped(code))
    given = ("tinh-vi-du", "so-tai-chinh", RoleKind.OFFICER)
    assert join(shell, grouped(code), "1", real_now(), "zalo") == given


async def test_one_code_for_both_channels_works_once(shell: Shell, simulator: Running) -> None:
    shell.settings |= {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": simulator.url}
    shell.settings |= {"ZALO_BOT_TOKEN": ZALO_TOKEN, "ZALO_BOT_LINK": SHARED}
    result = await asyncio.to_thread(shell.run, "invite", "so-tai-chinh", *VI_DU)
    lines = result.stdout.splitlines()
    (code,) = CODE.findall(lines[0])
    telegram = lines.index("Telegram:")
    assert lines[1:3] == ["Zalo:", SHARED]
    assert is_qr(lines[3:telegram])
    assert lines[telegram + 1] == f"https://t.me/nhacviec_bot?start={code}"
    assert is_qr(lines[telegram + 2 : -3])
    assert lines[-3] == "1. Mở Zalo, quét mã QR “Zalo”; hoặc mở Telegram, quét mã QR “Telegram”."
    assert join(shell, code, "z", real_now(), "zalo")[1] == "so-tai-chinh"
    with pytest.raises(UsedCode):
        join(shell, code, "t", real_now(), "telegram")


@pytest.mark.parametrize(
    ("settings", "lacking"),
    [
        pytest.param({"ZALO_BOT_TOKEN": ZALO_TOKEN}, "ZALO_BOT_LINK", id="shared-bot"),
        pytest.param({"ZALO_BOT_TOKEN__TINH_VI_DU": ZALO_TOKEN}, "ZALO_BOT_LINK__TINH_VI_DU", id="own-bot"),
        pytest.param(
            {"ZALO_BOT_TOKEN__TINH_VI_DU": ZALO_TOKEN, "ZALO_BOT_TOKEN": "3000003:OTHER", "ZALO_BOT_LINK": SHARED},
            "ZALO_BOT_LINK__TINH_VI_DU",
            id="the-link-of-another-bot",
        ),
    ],
)
def test_without_the_bots_share_link_people_search_for_it(shell: Shell, settings: dict[str, str], lacking: str) -> None:
    shell.settings |= settings
    result = shell.run("invite", "90001", *VI_DU)
    assert result.exit_code == 0
    assert result.stderr == (
        f"Mã mời của tinh-vi-du chưa kèm đường dẫn: chưa đặt {lacking} "
        "(đường dẫn chia sẻ của bot, chép từ Zalo Bot Creator).\n"
    )
    first, open_, send, _ = result.stdout.splitlines()
    code = CODE.findall(first)[0]
    assert open_ == "1. Mở Zalo, tìm bot theo tên do cơ quan thông báo."
    assert send == f"2. Gửi cho bot mã {grouped(code)}."
    assert join(shell, code, "1", real_now(), "zalo")[1] == "90001"


@pytest.mark.parametrize(
    ("words", "named", "unit", "role"),
    [
        pytest.param(("90001",), "UBND xã Bình Thử", "90001", RoleKind.OFFICER, id="officer"),
        pytest.param(("90001", "--role", "leader"), "UBND xã Bình Thử", "90001", RoleKind.LEADER, id="leader"),
        pytest.param(("90001", "--role", "deputy"), "UBND xã Bình Thử", "90001", RoleKind.DEPUTY, id="deputy"),
        pytest.param(("--role", "coordinator"), "Sở Nội vụ", "so-noi-vu", RoleKind.COORDINATOR, id="standing-office"),
        pytest.param(("so-noi-vu", "--role", "coordinator"), "Sở Nội vụ", "so-noi-vu", RoleKind.COORDINATOR, id="said"),
        pytest.param(("--role", "admin"), "Ủy ban nhân dân tỉnh Ví Dụ", "", RoleKind.ADMIN, id="admin-of-no-unit"),
    ],
)
def test_roles(shell: Shell, words: tuple[str, ...], named: str, unit: str, role: RoleKind) -> None:
    result = shell.run("invite", *words, *VI_DU)
    assert result.exit_code == 0, result.stderr
    assert f" của {named}: " in result.stdout
    (code,) = set(CODE.findall(result.stdout))
    assert join(shell, code, "1", real_now()) == ("tinh-vi-du", unit, role)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        pytest.param(
            ("90001", "--organisation", "vi-du"),
            "Không có cơ quan “vi-du”; hiện có: tinh-vi-du, tinh-khac.",
            id="unknown-organisation",
        ),
        pytest.param(
            ("90001",),
            "Đề nghị nêu cơ quan bằng --organisation; hiện có: tinh-vi-du, tinh-khac.",
            id="which-organisation",
        ),
        pytest.param(
            ("binh thu", *VI_DU),
            "Ủy ban nhân dân tỉnh Ví Dụ không có đơn vị “binh thu”. Gần nhất: 90001 (UBND xã Bình Thử), ",
            id="a-name-is-no-id",
        ),
        pytest.param(("so-taichinh", *VI_DU), "Gần nhất: so-tai-chinh (Sở Tài chính), ", id="misspelt-id"),
        pytest.param(VI_DU, "Đề nghị nêu mã đơn vị; ví dụ: so-noi-vu (Sở Nội vụ), ", id="no-unit"),
        pytest.param(
            ("90001", "--role", "coordinator", *VI_DU),
            "Cán bộ cơ quan thường trực phải thuộc so-noi-vu (Sở Nội vụ).",
            id="coordinator-elsewhere",
        ),
        pytest.param(
            ("90001", "--role", "admin", *VI_DU),
            "Quản trị không gắn với đơn vị; đề nghị bỏ “90001”.",
            id="admin-of-a-unit",
        ),
        pytest.param(("--all", *VI_DU), "Với --all: mỗi đơn vị một mã", id="all-without-a-file"),
        pytest.param(("90001", "--all", "--to", "x.csv"), "Với --all: mỗi đơn vị một mã", id="all-and-one"),
        pytest.param(
            ("--all", "--to", "x.csv", "--role", "coordinator"), "Với --all: mỗi đơn vị", id="all-coordinators"
        ),
        pytest.param(
            ("--all", "--to", "x.xlsx"),
            "“x.xlsx” phải có đuôi .csv (bảng tính) hoặc .html (trang in).",
            id="another-kind-of-file",
        ),
    ],
)
def test_what_cannot_be_invited(shell: Shell, words: tuple[str, ...], sentence: str) -> None:
    result = shell.run("invite", *words)
    told = said(result)
    assert sentence in told
    assert "\n" not in told
    assert result.exit_code == 1
    assert kept(shell) == []


def test_broken_plans_are_told_by_line(shell: Shell) -> None:
    broken = shell.folder / "plans.yaml"
    broken.write_text("version: 1\norganisations:\n  - id: tinh-thu\n", "utf-8")
    shell.settings["PLANS_FILE"] = str(broken)
    result = shell.run("invite", "x", "--organisation", "tinh-thu")
    assert re.match(r"\S*plans\.yaml:3:\d+: ", said(result))
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("settings", "why", "opened"),
    [
        pytest.param(
            {},
            "chưa đặt ZALO_BOT_TOKEN hoặc TELEGRAM_BOT_TOKEN.",
            "Mở cuộc trò chuyện với bot nhắc việc của Ủy ban nhân dân tỉnh Ví Dụ.",
            id="no-token",
        ),
        pytest.param(
            {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": NOBODY_HERE},
            "không hỏi được tên của bot từ Telegram (network).",
            "Mở Telegram, tìm bot theo tên do cơ quan thông báo.",
            id="unreachable",
        ),
    ],
)
def test_codes_are_good_without_the_bots_name(shell: Shell, settings: dict[str, str], why: str, opened: str) -> None:
    shell.settings |= settings
    result = shell.run("invite", "90001", *VI_DU)
    assert result.exit_code == 0
    assert result.stderr == f"Mã mời của tinh-vi-du chưa kèm đường dẫn: {why}\n"
    code = CODE.findall(result.stdout)[0]
    assert f"1. {opened}\n2. Gửi cho bot mã {grouped(code)}.\n" in result.stdout
    assert "t.me" not in result.stdout
    assert join(shell, code, "1", real_now())[1] == "90001"


async def test_a_refused_token_is_said_and_not_shown(shell: Shell, simulator: Running) -> None:
    token = "7777777:AAfalseTokenThatNobodyHasEverIssued_00"
    shell.settings |= {"TELEGRAM_BOT_TOKEN": token, "TELEGRAM_API_URL": simulator.url}
    result = await asyncio.to_thread(shell.run, "invite", "90001", *VI_DU)
    assert result.exit_code == 0
    assert "Telegram không nhận TELEGRAM_BOT_TOKEN." in result.stderr
    assert token not in result.output + result.stderr


@pytest.mark.parametrize(
    ("marks", "from_"),
    [
        pytest.param({SERVES: "rehearsal", LAST_MOMENT: "2027-03-01T07:29:00+07:00"}, "2027-03-01T00:29", id="then"),
        pytest.param({SERVES: "real", LAST_MOMENT: "2027-03-01T07:29:00+07:00"}, None, id="real"),
        pytest.param({SERVES: "rehearsal"}, None, id="no-round-yet"),
        pytest.param({}, None, id="fresh"),
    ],
)
def test_the_14_days_are_those_of_the_bots_clock(shell: Shell, marks: dict[str, str], from_: str | None) -> None:
    engine = open_database(f"sqlite:///{shell.file}")
    with unit_of_work(engine) as session:
        for name, value in marks.items():
            set_mark(session, name, value)
    engine.dispose()
    asked = real_now()
    result = shell.run("invite", "90001", *VI_DU)
    code = CODE.findall(result.stdout)[0]
    begins = datetime.fromisoformat(from_).replace(tzinfo=UTC) if from_ else asked
    (invite,) = kept(shell)
    assert abs(invite.expires_at - (begins + LIFETIME)) < timedelta(minutes=1)
    with pytest.raises(ExpiredCode):
        join(shell, code, "1", begins + timedelta(days=15))
    assert join(shell, code, "2", begins + timedelta(days=13))[1] == "90001"
