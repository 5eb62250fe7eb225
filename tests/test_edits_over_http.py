"""A small change by chat, through the whole bot: the file on disk changes in one line, and the admin hears of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.server import Running
from storage import plan_versions
from storage.database import reading
from tests.dialogues import PLANS, moment
from tests.over_http import Stage, stage

MORNING = moment("2026-05-04 08:00")
ASKED = "/sua hạn báo cáo tham luận 15/5"
OLD, NEW = "deadline: trước ngày 06/5/2026", "deadline: chậm nhất ngày 15/5/2026"


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not true():
            await asyncio.sleep(0.02)


def states(phones: Stage) -> list[str]:
    """Return the states of the versions, the newest first."""
    with reading(phones.house.engine) as session:
        return [one.state.value for one in plan_versions.history(session)]


async def admin_of(phones: Stage) -> None:
    phones.appear("quan", "Cao Quản Trị")
    await phones.say("quan", f"/start {phones.invite('admin', 'tinh-vi-du')}")
    await phones.told()


@pytest.mark.parametrize("channel", ["telegram", "zalo"])
async def test_one_line_of_the_file_changes(
    channel: str, simulated: Running, empty_database: Path, tmp_path: Path
) -> None:
    async with stage(tmp_path, simulated, PLANS, empty_database, channel, "", MORNING, plans_settle=0) as phones:
        await admin_of(phones)
        file = tmp_path / "plans" / "plans.yaml"
        before = file.read_bytes()
        assert "Mới: " + NEW in (await phones.say("quan", ASKED)).words
        assert file.read_bytes() == before
        await phones.press("quan", "Áp dụng")
        await until(lambda: states(phones) == ["ran", "ran"])
        assert file.read_bytes().decode() == before.decode().replace(OLD, NEW, 1)
        assert "Đã áp dụng" in (await phones.told())["quan"].words
        shown = await phones.say("quan", "/han")
        assert "“chậm nhất ngày 15/5/2026” (hết thứ Sáu 15/5/2026)" in shown.words


async def test_marks_and_ends_of_lines_stay(simulated: Running, empty_database: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine" / "plans.yaml"
    mine.parent.mkdir()
    before = b"\xef\xbb\xbf" + PLANS.read_bytes().replace(b"\n", b"\r\n").removesuffix(b"\r\n")
    mine.write_bytes(before)
    async with stage(tmp_path, simulated, mine, empty_database, "telegram", "", MORNING, plans_settle=0) as phones:
        await admin_of(phones)
        await phones.say("quan", ASKED)
        await phones.press("quan", "Áp dụng")
        await until(lambda: states(phones) == ["ran", "ran"])
        assert (tmp_path / "plans" / "plans.yaml").read_bytes() == before.replace(OLD.encode(), NEW.encode(), 1)


async def test_a_file_that_was_changed_meanwhile_is_left_alone(
    simulated: Running, empty_database: Path, tmp_path: Path
) -> None:
    async with stage(tmp_path, simulated, PLANS, empty_database, "telegram", "", MORNING, plans_settle=60) as phones:
        await admin_of(phones)
        file = tmp_path / "plans" / "plans.yaml"
        await phones.say("quan", ASKED)
        edited = file.read_text("utf-8").replace("trước ngày 10/5/2026", "trước ngày 11/5/2026", 1)
        file.write_text(edited, "utf-8")
        await phones.press("quan", "Áp dụng")
        await until(lambda: states(phones)[0] in ("refused", "superseded"))
        assert file.read_text("utf-8") == edited
        assert "đã bị sửa trong lúc đó" in (await phones.told())["quan"].words
