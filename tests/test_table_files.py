"""The coordinator's table on phones: a photo and a document on Telegram; a photo and a link that opens on Zalo."""

from __future__ import annotations

import io
import re
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from openpyxl import load_workbook

from simulator.messages import File
from simulator.server import Running
from tests.dialogues import PLANS, moment
from tests.over_http import Shown, Stage, stage

NOW = moment("2026-05-07 08:00")
TOTALS = "Đã nộp 0/1 (0%): đúng hạn 0, muộn 0; chưa nộp: còn trong hạn 1, quá hạn 0"


@pytest.fixture
def folders(simulated: Running, empty_database: Path, tmp_path: Path) -> tuple[Running, Path, Path]:
    return simulated, empty_database, tmp_path


@asynccontextmanager
async def coordinator(folders: tuple[Running, Path, Path], channel: str, **settings: Any) -> AsyncIterator[Stage]:
    simulated, empty, folder = folders
    async with stage(folder, simulated, PLANS, empty, channel, "", NOW, **settings) as phones:
        phones.appear("phoi", "Lê Điều Phối")
        await phones.say("phoi", f"/start {phones.invite('coordinator', 'tinh-khac', 'so-noi-vu-khac')}")
        yield phones


def files(phones: Stage) -> list[File]:
    """Return the files on the phone."""
    bot = next(bot for bot in phones.simulator.world.bots if bot.platform == phones.channel)
    thread = phones.simulator.world.thread(phones.people["phoi"].id, bot.id)
    return [one.file for one in thread.values() if one.file]


def totals(content: bytes) -> str:
    return str(load_workbook(io.BytesIO(content))["Tổng hợp"]["A3"].value)


async def test_on_telegram_a_photo_and_a_document(folders: tuple[Running, Path, Path]) -> None:
    async with coordinator(folders, "telegram") as phones:
        shown = [await phones.say("phoi", "/bang"), await phones.say("phoi", "/baocao")]
        picture, table = files(phones)
    assert (picture.name, picture.is_photo, picture.width) == ("Bang-khac-1.png", True, 720)
    assert (table.name, table.is_photo) == ("Tien-do-tinh-khac-2026-05-07.xlsx", False)
    assert TOTALS in totals(table.content)
    assert [TOTALS in one.words for one in shown] == [True, True]


async def test_on_zalo_a_photo_and_a_link(folders: tuple[Running, Path, Path]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    public = f"http://127.0.0.1:{port}"
    async with coordinator(folders, "zalo", web_port=port, public_url=public) as phones:
        drawn: Shown = await phones.say("phoi", "/bang")
        (picture,) = files(phones)
        said = await phones.say("phoi", "/baocao")
        link = re.search(rf"{public}/files/\S+\.xlsx", said.words)
        assert link, said.words
        async with aiohttp.ClientSession() as session, session.get(link[0]) as response:
            content = await response.read()
    assert (picture.is_photo, picture.width) == (True, 720)
    assert TOTALS in drawn.words
    assert TOTALS in totals(content)
