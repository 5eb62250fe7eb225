"""The real bot process on both channels at once: one unit with an officer on each, webhooks, a kill."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from storage.tables import RoleKind
from tests.whole.running import FAST, ZALO, Running, running, until
from tests.whole.test_webhook import bring as bring_to_telegram
from tests.whole.test_webhook import free_port

pytestmark = pytest.mark.whole
MORNING = "2026-05-04T07:29:50+07:00"  # ten seconds before the sending hours of a working day
QUY_NHON = "21583"
SECRET = "Only-Zalo_knows-0123456789"
HEADER = "X-Bot-Api-Secret-Token"
OFFICER = RoleKind.OFFICER


def number_of(message: dict[str, Any], label: str) -> str:
    """Return the number to type for the choice whose label begins so."""
    choices = re.findall(r"^\[(\d+)\] (.+)$", message["text"], re.MULTILINE)
    found = [number for number, shown in choices if label in shown]
    assert found, (label, message["text"])
    return str(found[0])


async def test_a_unit_with_an_officer_on_each_channel(tmp_path: Path) -> None:
    async with running(tmp_path) as house:
        on_telegram, on_zalo = await house.person("Nguyễn Thử Nhất"), await house.person("Trần Thử Hai")
        house.link({on_telegram: ("gia-lai", QUY_NHON, OFFICER)})
        house.link({await house.address(on_zalo, ZALO): ("gia-lai", QUY_NHON, OFFICER)}, "zalo")
        await house.start_bot(MORNING, "--yes")
        (push,), (same,) = await house.news(on_telegram), await house.news(on_zalo)
        assert push["bot"] == "nhacviec_bot"
        assert same["bot"] == ZALO
        assert same["buttons"] == []
        assert "“trước ngày 07/5/2026” (hết thứ Tư 06/5/2026)" in same["text"]

        recorded = await house.say(on_zalo, number_of(same, "Đã nộp: Báo cáo sơ kết"), bot=ZALO)
        assert "Đã ghi nhận: UBND phường Quy Nhơn đã nộp" in recorded[0]["text"]
        (told,) = await house.news(on_telegram)
        assert "Cán bộ Thử" in told["text"]
        documented = await house.say(on_zalo, "45/BC-UBND ngày 04/5", bot=ZALO)
        assert "số 45/BC-UBND ngày 04/5/2026" in documented[0]["text"]
        (listed,) = await house.say(on_telegram, "/viec")
        assert "1 việc chưa có xác nhận" in listed["text"]


async def start_behind_webhook(house: Running) -> str:
    """Start the bot with its own web server as the webhook of both channels; returns the address of Zalo's door."""
    port = free_port()
    here = f"http://127.0.0.1:{port}"
    secrets = {"ZALO_WEBHOOK_SECRET": SECRET, "TELEGRAM_WEBHOOK_SECRET": SECRET}
    urls = {"ZALO_WEBHOOK_URL": here, "TELEGRAM_WEBHOOK_URL": here}
    await house.start_bot(MORNING, "--yes", WEB_PORT=str(port), **urls, **secrets, **FAST)
    return f"{here}/zalo/all"


async def bring(house: Running, door: str, body: bytes, secret: str | None) -> int:
    headers = {HEADER: secret} if secret is not None else {}
    async with house.http.post(door, data=body, headers=headers) as answer:
        return answer.status


def event(number: int, sender: str, text: object) -> dict[str, Any]:
    """Write a message as Zalo would bring it."""
    message = {
        "message_id": f"{number:020x}",
        "date": 1777850000000,
        "from": {"id": sender, "display_name": "Nguyễn Thử Nhất", "is_bot": False},
        "chat": {"id": sender, "chat_type": "PRIVATE"},
        "text": text,
    }
    return {"event_name": "message.text.received", "message": message}


async def test_webhooks_of_both_channels(tmp_path: Path) -> None:
    async with running(tmp_path) as house:
        officer, other = await house.person("Nguyễn Thử Nhất"), await house.person("Trần Thử Hai")
        address = await house.address(officer, ZALO)
        house.link({address: ("gia-lai", QUY_NHON, OFFICER)}, "zalo")
        house.link({other: ("gia-lai", QUY_NHON, OFFICER)})
        door = await start_behind_webhook(house)
        (listed,) = await house.say(officer, "/viec", bot=ZALO)
        assert "2 việc chưa có xác nhận" in listed["text"]
        (also,) = await house.say(other, "/viec")
        assert "2 việc chưa có xác nhận" in also["text"]

        before = len(await house.sent())
        asked = json.dumps(event(1, address, "/han")).encode()
        assert await bring(house, door, asked, None) == 403
        assert await bring(house, door, asked, SECRET[:-1] + "0") == 403
        assert await bring(house, door, asked, "") == 403
        assert await bring(house, door, b"{not json", SECRET) == 400
        assert await bring(house, door, b"[1]", SECRET) == 400
        assert await bring(house, door, b'"' + b"x" * 10_000_000 + b'"', SECRET) == 413
        assert await bring(house, door, b"x" * 10_000_000, None) == 403
        assert await bring_to_telegram(house, door.replace("zalo", "telegram"), b'"' + b"x" * 10_000_000, SECRET) == 413
        assert await bring(house, door, json.dumps(event(2, address, {"text": ["/han"]})).encode(), SECRET) == 200
        assert await bring(house, door, b'{"message": 7, "event_name": []}', SECRET) == 200
        assert await bring(house, door, b"{}", SECRET) == 200
        assert await bring(house, door, asked, SECRET) == 200
        assert await bring(house, door, asked, SECRET) == 200
        bare_and_wrapped = json.dumps({"ok": True, "result": event(3, address, "/tiendo")}).encode()
        assert await bring(house, door, bare_and_wrapped, SECRET) == 200

        async def answered() -> bool:
            return len(await house.sent()) >= before + 2

        await until(answered, 15)
        await asyncio.sleep(0.5)
        texts = [message["text"] for message in (await house.sent())[before:]]
        assert len(texts) == 2, texts
        assert "Hạn nộp của UBND phường Quy Nhơn" in "".join(texts)


async def test_killed_while_many_are_heard(tmp_path: Path) -> None:
    """What Zalo was told has been taken is answered after the kill, though Zalo never brings it again."""
    async with running(tmp_path) as house:
        door = await start_behind_webhook(house)
        people = [await house.person(f"Cán bộ Thử {number}") for number in range(120)]
        addresses = {person: await house.address(person, ZALO) for person in people}
        await house.post("/sim/faults", kind="slow", seconds=0.2, method="sendMessage", times=None)
        taken: set[int] = set()

        async def speak(person: int) -> None:
            body = json.dumps(event(person, addresses[person], "xin chào")).encode()
            with contextlib.suppress(aiohttp.ClientError):  # killed meanwhile: not taken
                if await bring(house, door, body, SECRET) == 200:
                    taken.add(person)

        speaking = asyncio.gather(*map(speak, people))
        while len(taken) < 40:
            await asyncio.sleep(0.01)
        await house.kill_bot()
        await speaking
        answered = {message["chat"] for message in await house.sent()}
        assert taken - answered, "everything had been answered before the kill"
        await start_behind_webhook(house)

        async def everybody() -> bool:
            return taken <= {message["chat"] for message in await house.sent()}

        await until(everybody, 30)
