"""The outline as a file on a phone: a document on Telegram, a link that opens on Zalo, nothing where neither goes."""

from __future__ import annotations

import io
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from docx import Document
from sqlmodel import select

from simulator.server import Running
from storage.database import reading
from storage.tables import KeptFile
from tests.dialogues import PLANS, moment
from tests.over_http import Shown, Stage, stage

PUBLIC = "https://nhacviec.example/bot"
LINK = re.compile(rf"{PUBLIC}(/files/\S+/De-cuong-so-ket\.docx)")


@pytest.fixture
def folders(simulated: Running, empty_database: Path, tmp_path: Path) -> tuple[Running, Path, Path]:
    return simulated, empty_database, tmp_path


@asynccontextmanager
async def asked(
    folders: tuple[Running, Path, Path], channel: str, **settings: Any
) -> AsyncIterator[tuple[Stage, Shown]]:
    """Let an officer of Sở Tài chính ask for the outline; give what the phone shows."""
    simulated, empty, folder = folders
    now = moment("2026-05-04 08:00")
    async with stage(folder, simulated, PLANS, empty, channel, "", now, **settings) as phones:
        phones.appear("tai", "Đỗ Thị Tài")
        await phones.say("tai", f"/start {phones.invite('officer', 'tinh-vi-du', 'so-tai-chinh')}")
        yield phones, await phones.say("tai", "/decuong")


@asynccontextmanager
async def officer(
    folders: tuple[Running, Path, Path], channel: str, **settings: Any
) -> AsyncIterator[tuple[Stage, Shown]]:
    """Let the officer ask for the document too; give what the phone shows."""
    async with asked(folders, channel, **settings) as (phones, _):
        yield phones, await phones.press("tai", "Tải đề cương (.docx)")


async def fetch(phones: Stage, path: str) -> tuple[int, bytes]:
    """Follow a link as the reverse proxy at the public address would."""
    async with aiohttp.ClientSession() as session, session.get(phones.house.web.url + path) as response:
        return response.status, await response.read()


def organ(content: bytes) -> list[str]:
    cell = Document(io.BytesIO(content)).tables[0].rows[0].cells[0]
    return [paragraph.text for paragraph in cell.paragraphs][:2]


async def test_on_telegram_it_is_a_document(folders: tuple[Running, Path, Path]) -> None:
    async with officer(folders, "telegram", public_url=PUBLIC) as (phones, shown):
        person, [bot] = phones.people["tai"], [one for one in phones.simulator.world.bots if one.platform == "telegram"]
        [file] = [one.file for one in phones.simulator.world.thread(person.id, bot.id).values() if one.file]
    assert file.name == "De-cuong-so-ket.docx"
    assert organ(file.content) == ["ỦY BAN NHÂN DÂN TỈNH VÍ DỤ", "SỞ TÀI CHÍNH"]
    assert PUBLIC not in shown.words


async def test_on_zalo_it_is_a_link_that_opens_until_it_ends(folders: tuple[Running, Path, Path]) -> None:
    async with officer(folders, "zalo", public_url=PUBLIC) as (phones, shown):
        found = LINK.search(shown.words)
        assert found, shown.words
        status, content = await fetch(phones, found[1])
        assert (status, organ(content)) == (200, ["ỦY BAN NHÂN DÂN TỈNH VÍ DỤ", "SỞ TÀI CHÍNH"])
        phones.house.clock.jump(moment("2026-05-06 00:00"))
        assert (await fetch(phones, found[1]))[0] == 410
        await phones.house.round()  # which tidies up once a day
        assert (await fetch(phones, found[1]))[0] == 410
        with reading(phones.house.engine) as session:
            assert session.exec(select(KeptFile)).all() == []


async def test_on_zalo_without_a_public_address_it_is_not_offered(folders: tuple[Running, Path, Path]) -> None:
    async with asked(folders, "zalo", public_url=None) as (_, shown):
        assert "II. Kết quả thực hiện" in shown.words
        assert [label for label, _ in shown.choices if "Tải" in label] == []
