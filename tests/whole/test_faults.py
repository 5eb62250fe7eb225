"""Real processes that are killed, started twice and started again: nobody loses a message, nobody gets one twice."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import col, select

from bot.demo.stage import TOKEN, start
from bot.wording import MARKUP, wording
from handlers import kept_replies
from storage.database import open_database, reading
from storage.tables import Heard, Outbox, OutboxState, RoleKind, Submission
from tests.small_plans import ORGANISATION, SMALL, UNIT
from tests.whole.running import Running, running, until

pytestmark = pytest.mark.whole
OPENING = "2026-04-22T07:30:00+07:00"


@pytest.fixture
def plans_file(tmp_path: Path) -> Path:
    file = tmp_path / "small.yaml"
    file.write_text(SMALL, "utf-8")
    return file


async def test_killed_between_handling_an_update_and_answering_it(tmp_path: Path, plans_file: Path) -> None:
    async with running(tmp_path, plans_file=plans_file) as house:
        officer = await _officer(house)
        await house.start_bot(OPENING, "--yes")
        (push,) = await house.news(officer)
        await _hang(house, officer)
        await house.post(f"/sim/people/{officer}/press", message_id=push["id"], data=push["buttons"][0][0]["data"])
        await until(lambda: _hit(house))
        await house.kill_bot()
        (owed,) = _unanswered(house)
        assert "Báo cáo thử" in owed
        assert len(await house.sent()) == 1, "the answer had not arrived"

        await house.start_bot(OPENING, "--yes")
        (answer,) = await house.news(officer)
        assert answer["text"] == owed
        await asyncio.sleep(1)
        assert len(await house.sent()) == 2, "answered twice"
        assert _unanswered(house) == []
        with _reading(house) as session:
            assert len(session.exec(select(Submission)).all()) == 1


async def test_what_a_killed_sender_held_arrives_without_waiting_for_its_lease(
    tmp_path: Path, plans_file: Path
) -> None:
    async with running(tmp_path, plans_file=plans_file) as house:
        officer = await _officer(house)
        await _hang(house, officer)
        await house.start_bot(OPENING, "--yes")
        await until(lambda: _hit(house))
        await house.kill_bot()
        assert await house.sent() == []
        with _reading(house) as session:
            assert [row.state for row in session.exec(select(Outbox))] == [OutboxState.CLAIMED]

        await house.start_bot(OPENING, "--yes")
        (push,) = await house.news(officer, wait=5)
        assert push["text"].startswith("(gửi lại)\n")
        await asyncio.sleep(1)
        assert len(await house.sent()) == 1


async def test_a_second_bot_on_the_same_database_refuses_and_the_first_goes_on(
    tmp_path: Path, plans_file: Path
) -> None:
    async with running(tmp_path, plans_file=plans_file) as house:
        officer = await _officer(house)
        await house.start_bot(OPENING, "--yes")
        await house.news(officer)
        settings = {
            "TELEGRAM_API_URL": house.simulator,
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "DATABASE_URL": house.database,
            "PLANS_FILE": str(plans_file),
            "WEB_PORT": "0",
        }
        second = await start(tmp_path / "second.log", ["-m", "bot", "run", "--clock", OPENING], settings)
        printed, _ = await asyncio.wait_for(second.communicate(), 20)
        assert second.returncode == 1
        assert printed == b""
        said = (tmp_path / "second.log").read_text("utf-8").strip()
        assert said == "Một bot khác đang chạy trên cơ sở dữ liệu này."
        assert await house.say(officer, "/trogiup")
        assert len(await house.sent()) == 2


async def _officer(house: Running) -> int:
    officer = await house.person("Nguyễn Thử Nhất")
    house.link({officer: (ORGANISATION, UNIT, RoleKind.OFFICER)})
    return officer


async def _hang(house: Running, person: int) -> None:
    """Let the next message to somebody hang: it arrives only if the bot is still there after a minute."""
    await house.post("/sim/faults", kind="hang", seconds=60, times=1, chat=str(person))


async def _hit(house: Running) -> bool:
    return not (await house.get("/sim/faults"))["faults"]


def _reading(house: Running) -> Any:
    return reading(open_database(house.database))


def _unanswered(house: Running) -> list[str]:
    """Return the words of the answers that are stored and not known to have arrived, as a phone shows them."""
    with _reading(house) as session:
        waiting = select(Heard).where(col(Heard.answered_at).is_(None), col(Heard.reply).is_not(None))
        replies = [kept_replies.from_json(one.reply) for one in session.exec(waiting.order_by(col(Heard.id)))]
    return [MARKUP.sub("", wording("vi", markup=True).words(reply).text) for reply in replies]
