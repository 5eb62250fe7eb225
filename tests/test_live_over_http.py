"""An admin edits the file while the bot runs, is asked on the phone and answers: over HTTP, on both channels."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from simulator.server import Running
from tests.dialogues import PLANS, moment
from tests.over_http import Stage, stage


async def read(phones: Stage, who: str, words: str) -> str:
    """Wait until something comes to a phone that says some words."""
    read = ""
    async with asyncio.timeout(15):
        while words not in read:
            await asyncio.sleep(0.05)
            read += phones._news(who).words
    return read


@pytest.mark.parametrize("channel", ["telegram", "zalo"])
async def test_an_admin_applies_a_change(
    channel: str, simulated: Running, empty_database: Path, tmp_path: Path
) -> None:
    now = moment("2026-05-04 08:00")
    async with stage(tmp_path, simulated, PLANS, empty_database, channel, "", now, plans_settle=0.2) as phones:
        for who, kind, unit in (("quan", "admin", ""), ("tam", "officer", "so-tai-chinh")):
            phones.appear(who, f"Nguyễn Thử {who}")
            await phones.say(who, f"/start {phones.invite(kind, 'tinh-vi-du', unit)}")
        await phones.round()
        await phones.told()
        file = tmp_path / "plans" / "plans.yaml"
        text = file.read_text("utf-8")
        file.write_text(text[: len(text) // 2], "utf-8")  # an editor in the middle of it
        beside = file.with_name("plans.yaml~")
        beside.write_text(text.replace("trước ngày 07/5/2026", "trước ngày 12/5/2026"), "utf-8")
        beside.replace(file)
        asked = await read(phones, "quan", "Áp dụng thay đổi này?")
        assert "– Việc “Báo cáo sơ kết 01 năm thí điểm”, 4 đơn vị" in asked
        assert "còn lỗi" not in asked, "a passing state is no news"
        assert "được áp dụng ngay" in (await phones.press("quan", "Áp dụng")).words
        told = await read(phones, "tam", "đã thay đổi")
        assert "hạn cũ: hết thứ Tư 06/5/2026" in told
        assert "Đã áp dụng thay đổi kế hoạch" in await read(phones, "quan", "Đã áp dụng")
        assert "hết thứ Hai 11/5/2026" in (await phones.say("tam", "/han")).words


async def test_a_no_is_told_to_the_other_admins(simulated: Running, empty_database: Path, tmp_path: Path) -> None:
    now = moment("2026-05-04 08:00")
    async with stage(tmp_path, simulated, PLANS, empty_database, "telegram", "", now, plans_settle=0.2) as phones:
        for who, kind, unit in (("quan", "admin", ""), ("ly", "admin", ""), ("tam", "officer", "so-tai-chinh")):
            phones.appear(who, f"Nguyễn Thử {who}")
            await phones.say(who, f"/start {phones.invite(kind, 'tinh-vi-du', unit)}")
        await phones.round()
        await phones.told()
        file = tmp_path / "plans" / "plans.yaml"
        file.write_text(file.read_text("utf-8").replace("trước ngày 07/5/2026", "trước ngày 12/5/2026"), "utf-8")
        await read(phones, "quan", "Áp dụng thay đổi này?")
        await read(phones, "ly", "Áp dụng thay đổi này?")
        await phones.press("quan", "Không áp dụng")
        assert "Nguyễn Thử quan không áp dụng" in await read(phones, "ly", "giữ nguyên")
        assert "đã bị từ chối" in (await phones.press("ly", "Áp dụng")).words
        assert "hết thứ Tư 06/5/2026" in (await phones.say("tam", "/han")).words
