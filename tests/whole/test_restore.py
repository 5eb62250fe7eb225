"""A backup taken in the middle of a wave, a bot that dies, a restore: nothing known to be told is told again."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from storage.tables import RoleKind
from tests.whole.running import FAST, ROOT, Running, running, until

pytestmark = pytest.mark.whole
OPENING = "2026-05-04T07:29:58+07:00"
SENDERS = 4
SLOW = FAST | {"TELEGRAM_PER_SECOND": "24"}  # 20 of a wave in a second: it lasts longer than the command takes
AGAIN = "(gửi lại)"


async def test_what_the_replaced_database_knows_is_not_sent_again(tmp_path: Path) -> None:
    async with running(tmp_path, "--no-limits") as house:
        people = await _backed_up_in_a_wave(house)
        before = await house.sent()
        assert len({message["chat"] for message in before}) < len(people)
        told = _command(house, "restore", str(house.folder / "copy.db"))
        assert "Đã đối chiếu với cơ sở dữ liệu trước đó" in told
        assert len(list(house.folder.glob("bot.db.before-restore-*"))) == 1
        sent = await _all_arrive(house, people)
        repeated = _repeated(sent)
        assert len(repeated) <= SENDERS, "only what was in flight"
        assert all(message["text"].startswith(AGAIN) for message in repeated)
        assert len(sent) == len(people) + len(repeated)
        refused = _run(house, "restore", str(house.folder / "copy.db"))
        assert (refused.returncode, refused.stdout) == (1, "")
        assert "Một bot khác đang chạy" in refused.stderr


async def test_on_a_new_machine_what_was_recorded_is_not_sent_again_and_repeats_say_so(tmp_path: Path) -> None:
    async with running(tmp_path, "--no-limits") as house:
        people = await _backed_up_in_a_wave(house)
        recorded = _recorded(house.folder / "copy.db")
        assert len(recorded) >= 50
        for file in house.folder.glob("bot.db*"):
            file.unlink()
        before = await house.sent()
        assert "Không rõ những tin nào đã gửi" in _command(house, "restore", str(house.folder / "copy.db"))
        sent = await _all_arrive(house, people)
        repeated = _repeated(sent)
        assert not recorded & {message["chat"] for message in repeated}, "known to be sent, and sent again"
        assert all(message["text"].startswith(AGAIN) for message in repeated)
        assert len({message["chat"] for message in repeated}) == len(repeated), "twice again"
        assert len(repeated) >= len(before) - len(recorded) > 0


async def _backed_up_in_a_wave(house: Running) -> dict[str, tuple[str, str, RoleKind]]:
    """Let a wave of more than 300 begin, back up while it runs, and kill the bot a while later."""
    units = [(one, unit) for one in ("gia-lai", "lao-cai", "lai-chau") for unit in house.plans.organisations[one].units]
    made = await house.post("/sim/people", count=len(units), name="Cán bộ Thử {n}", started=True)
    people = {one["id"]: (*place, RoleKind.OFFICER) for one, place in zip(made["people"], units, strict=True)}
    assert len(people) >= 300
    house.link(people)
    await house.start_bot(OPENING, "--yes", SENDERS=str(SENDERS), **SLOW)
    await until(lambda: _at_least(house, 50))
    _command(house, "backup", str(house.folder / "copy.db"))
    await until(lambda: _at_least(house, len(_recorded(house.folder / "copy.db")) + 20))
    await house.kill_bot()
    return people


async def _all_arrive(house: Running, people: dict[Any, Any]) -> list[dict[str, Any]]:
    await house.start_bot(OPENING, "--yes", SENDERS=str(SENDERS), **FAST)

    async def empty() -> bool:
        with closing(sqlite3.connect(house.folder / "bot.db")) as database:
            found = database.execute("SELECT count(*) FROM outbox WHERE state IN ('waiting', 'claimed')").fetchone()
        return found == (0,) and {message["chat"] for message in await house.sent()} >= set(people)

    await until(empty)
    return await house.sent()


async def _at_least(house: Running, count: int) -> bool:
    return len(await house.sent()) >= count


def _repeated(sent: list[dict[str, Any]]) -> list[dict[str, Any]]:
    seen: set[Any] = set()
    return [message for message in sent if message["chat"] in seen or seen.add(message["chat"])]  # type: ignore[func-returns-value]


def _recorded(file: Path) -> set[int]:
    """Return the chats to which a backup says that their message has gone."""
    with closing(sqlite3.connect(file)) as database:
        sent = "SELECT address FROM outbox JOIN chat ON chat.id = outbox.chat_id WHERE state = 'sent'"
        return {int(address) for (address,) in database.execute(sent)}


def _command(house: Running, *words: str) -> str:
    done = _run(house, *words)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _run(house: Running, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {"DATABASE_URL": house.database, "PLANS_FILE": str(house.plans_file), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "bot", *words]
    return subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=60)
