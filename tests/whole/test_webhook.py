"""The bot behind a webhook: people served, strangers turned away, nothing answered twice."""

from __future__ import annotations

import asyncio
import json
import signal
import socket
from pathlib import Path
from typing import Any

import pytest

from bot.channels.telegram_webhook import SECRET_HEADER
from bot.clock import real_now
from storage.database import open_database, unit_of_work
from storage.invites import make_invites
from storage.tables import RoleKind
from tests.whole.running import Running, running, until

pytestmark = pytest.mark.whole
MORNING = "2026-05-04T08:00:00+07:00"
QUY_NHON = "21583"
SECRET = "Only-Telegram_knows-0123456789"


def code_for(house: Running, unit: str, kind: RoleKind = RoleKind.OFFICER) -> str:
    """Make an invitation, as the command does."""
    engine = open_database(house.database)
    with unit_of_work(engine) as session:
        (code,) = make_invites(session, "gia-lai", [(unit, kind)], real_now())
    engine.dispose()
    return code


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


async def start_behind_webhook(house: Running) -> str:
    """Start the bot with its own web server as the webhook; returns the address of its door."""
    port = free_port()
    here = f"http://127.0.0.1:{port}"
    await house.start_bot(
        MORNING, "--yes", WEB_PORT=str(port), TELEGRAM_WEBHOOK_URL=here, TELEGRAM_WEBHOOK_SECRET=SECRET
    )
    return f"{here}/telegram/all"


async def bring(house: Running, door: str, body: bytes, secret: str | None) -> int:
    headers = {SECRET_HEADER: secret} if secret is not None else {}
    async with house.http.post(door, data=body, headers=headers) as answer:
        return answer.status


def update(number: int, person: int, text: str) -> dict[str, Any]:
    """Write a message as Telegram would bring it."""
    sender = {"id": person, "is_bot": False, "first_name": "Nguyễn Thử Nhất"}
    chat = {"id": person, "type": "private", "first_name": "Nguyễn Thử Nhất"}
    message = {"message_id": number, "date": 1777850000, "chat": chat, "from": sender, "text": text}
    return {"update_id": number, "message": message}


async def menu(house: Running, person: int) -> list[tuple[str, str]]:
    """Return the commands that a phone offers."""
    (shown,) = (await house.get("/sim/commands", person=person))["commands"].values()
    return [(command["command"], command["description"]) for command in shown]


async def test_people_are_served_and_strangers_turned_away(tmp_path: Path) -> None:
    async with running(tmp_path) as house:
        door = await start_behind_webhook(house)
        officer = await house.person("Nguyễn Thử Nhất")
        code = code_for(house, QUY_NHON)
        (joined,) = await house.say(officer, f"/start {code}")
        assert "UBND phường Quy Nhơn" in joined["text"]
        (listed,) = await house.say(officer, "/viec")
        assert "2 việc chưa có xác nhận" in listed["text"]
        recorded = await house.press(officer, listed, "Đã nộp")
        assert any("Đã ghi nhận" in message["text"] for message in recorded)

        assert (await menu(house, officer))[:4] == [
            ("viec", "Việc chưa nộp của đơn vị"),
            ("nop", "Xác nhận đã nộp"),
            ("danhan", "Xác nhận đã nhận lời nhắc"),
            ("giahan", "Gia hạn nộp"),
        ]
        office = await house.person("Phạm Thử Tư")
        assert await menu(house, office) == [("trogiup", "Hướng dẫn sử dụng")], "a stranger is offered more than help"
        await house.say(office, f"/start {code_for(house, 'so-noi-vu', RoleKind.COORDINATOR)}")

        async def offered_figures() -> bool:
            return (await menu(house, office))[0] == ("tiendo", "Tình hình thực hiện")

        await until(offered_figures, 10)

        before = len(await house.sent())
        asked = json.dumps(update(900_001, officer, "/viec")).encode()
        assert await bring(house, door, asked, None) == 403
        assert await bring(house, door, asked, "Only-Telegram_knows-0123456780") == 403
        assert await bring(house, door, asked, "") == 403
        assert await bring(house, door, b"{not json", SECRET) == 400
        assert await bring(house, door, b"[1]", SECRET) == 400
        assert await bring(house, door, b'"' + b"x" * 2_000_000 + b'"', SECRET) == 413
        assert await bring(house, door, b"x" * 2_000_000, None) == 403
        assert await bring(house, f"{door}x", asked, SECRET) == 404
        assert await bring(house, door, b"{}", SECRET) == 200, "unknown kinds of updates must not come again and again"

        assert await bring(house, door, asked, SECRET) == 200
        assert await bring(house, door, asked, SECRET) == 200
        (answered,) = await house.news(officer)
        assert "1 việc chưa có xác nhận" in answered["text"]
        assert len(await house.say(officer, "/han")) == 1
        assert len(await house.sent()) == before + 2, "the repeated update was answered again, or a refused one at all"


async def test_not_ready_until_telegram_has_been_asked(tmp_path: Path) -> None:
    async with running(tmp_path) as house:
        await house.post("/sim/faults", kind="status", status=500, method="getMe", times=None)
        door = await start_behind_webhook(house)
        body = json.dumps(update(1, 1, "/viec")).encode()
        assert await bring(house, door, body, SECRET) == 503
        assert await bring(house, door, body, "wrong") == 403
        async with house.http.delete(f"{house.simulator}/sim/faults") as answer:
            assert answer.status == 200

        async def heard() -> bool:
            return await bring(house, door, b"{}", SECRET) == 200

        await until(heard, 20)


async def test_told_to_end_it_ends(tmp_path: Path) -> None:
    async with running(tmp_path) as house:
        await start_behind_webhook(house)
        assert house.bot
        house.bot.send_signal(signal.SIGTERM)
        async with asyncio.timeout(5):
            assert await house.bot.wait() == 0
        house.bot = None
        await house.start_bot(MORNING)  # by long polling this time, and at once: everything was let go of
        assert house.bot
        house.bot.send_signal(signal.SIGINT)
        async with asyncio.timeout(5):
            assert await house.bot.wait() == 0
