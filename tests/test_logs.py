"""Nothing that was entrusted to the bot is in its log: a day with errors in it, read whole."""

from __future__ import annotations

import asyncio
import json
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from bot.clock import real_now
from storage.database import open_database, unit_of_work
from storage.invites import make_invites
from storage.tables import RoleKind
from tests.whole.running import ROOT, Running, running

TOKEN = "7123456789:AAF-q3x_ZyTr0ub1eS0meT0kenThatLooksRea"
SECRET = "Webhook-Secret_0123456789"
WORDS = "Chuyện riêng của cán bộ Thử"
WRONG_CODE = "WRNGC2DE2345"
MORNING = "2026-05-04T07:29:00+07:00"


def codes_for(house: Running, *units: str) -> list[str]:
    """Make invitations, as the command does."""
    engine = open_database(house.database)
    with unit_of_work(engine) as session:
        codes = make_invites(session, "gia-lai", [(unit, RoleKind.OFFICER) for unit in units], real_now())
    engine.dispose()
    return codes


def break_table(house: Running, name: str) -> None:
    """Take a table out of the database, as a damaged disk would."""
    connection = sqlite3.connect(house.folder / "bot.db")
    connection.execute("PRAGMA legacy_alter_table=ON")  # the other tables' references stay as they are
    connection.execute(f"ALTER TABLE {name} RENAME TO {name}_gone")
    connection.commit()
    connection.close()


SPOKEN = f"""
import logging, structlog
from bot.logs import set_up
set_up(as_json=AS_JSON, secrets=("{TOKEN}", "{SECRET}"))
structlog.get_logger().info("event", where="https://api.telegram.org/bot{TOKEN}/getMe", deep=[{{"secret": "{SECRET}"}}])
logging.getLogger("a.library").warning("calling %s", "https://api.telegram.org/bot{TOKEN}/getMe")
logging.getLogger("httpx").info("POST https://api.telegram.org/bot{TOKEN}/getMe")
def answer(words="{WORDS}"):
    try:
        raise ValueError("of {SECRET}")
    except ValueError:
        structlog.get_logger().exception("failed")
    raise RuntimeError("{TOKEN}")
answer()
"""


def spoken(as_json: bool) -> list[str]:
    """Run a small program that logs in every way, and return its lines."""
    program = [sys.executable, "-c", SPOKEN.replace("AS_JSON", str(as_json))]
    ended = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, timeout=30)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert TOKEN.split(":")[1] not in ended.stderr
    assert SECRET not in ended.stderr
    assert WORDS not in ended.stderr.replace(SPOKEN, ""), "a traceback shows local variables"
    return ended.stderr.splitlines()


def test_every_line_is_json_where_that_is_asked_for() -> None:
    lines = [json.loads(line) for line in spoken(as_json=True)]
    assert [line["level"] for line in lines] == ["info", "warning", "error", "critical"]
    assert [line["event"].splitlines()[0] for line in lines] == [
        "event",
        "calling https://api.telegram.org/bot[token]/getMe",
        "failed",
        "ended by RuntimeError",
    ]
    assert "ValueError: of [token]" in lines[2]["exception"]


def test_text_in_a_file_has_no_colours() -> None:
    lines = spoken(as_json=False)
    assert not any("\x1b" in line for line in lines)
    assert re.match(r"\S+Z \[info +\] event +deep=.* where=https://api.telegram.org/bot\[token\]/getMe", lines[0])
    assert "RuntimeError: [token]" in lines


@pytest.mark.whole
async def test_a_day_with_errors(tmp_path: Path) -> None:
    async with running(tmp_path, "--token", TOKEN) as house:
        await house.start_bot(MORNING, "--yes", TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_WEBHOOK_SECRET=SECRET)
        officer, newcomer = await house.person("Nguyễn Thử Nhất"), await house.person(WORDS)
        code, unused = codes_for(house, "21583", "21583")
        await house.say(officer, f"/start {code}")
        await house.say(officer, f"/start {WRONG_CODE}")
        for fault in ({"kind": "status", "status": 502}, {"kind": "drop"}):
            await house.post("/sim/faults", **fault, method="sendMessage")
            await house.post(f"/sim/people/{officer}/say", text=WORDS)
        await house.say(officer, "/viec")
        async with house.http.post(f"{house.web}/clock", data=WORDS.encode()) as answer:
            assert answer.status == 400
        break_table(house, "journalentry")
        await house.post(f"/sim/people/{newcomer}/say", text=f"/start {unused}")
        await until_logged(house, "failed, try 2 of 5")
        break_table(house, "outbox")  # now nothing can go on
        assert house.bot
        await house.bot.wait()
        log = log_of(house)
    assert "[critical" in log
    assert "Traceback" in log
    assert [secret for secret in (TOKEN, TOKEN.split(":")[1], SECRET, code, unused, WRONG_CODE) if secret in log] == []
    assert WORDS not in log


def log_of(house: Running) -> str:
    """Return all that the bot has written to its standard error."""
    return "".join(file.read_text("utf-8") for file in sorted(house.folder.glob("bot-*.log")))


async def until_logged(house: Running, words: str) -> None:
    async with asyncio.timeout(20):
        while words not in log_of(house):
            await asyncio.sleep(0.1)
