"""What is not known of Zalo for certain can be switched; and the faults strike here as they do on Telegram."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from simulator.world import World
from tests.simulator.doors import BOT, IDLE, ZaloDoor, address
from tests.simulator.pictures import png


async def test_switches_are_read_and_set(zalo: ZaloDoor) -> None:
    usual = {
        "error_status": "200",
        "updates": "object",
        "idle": "408",
        "webhook_body": "envelope",
        "image_field": "photo_url",
        "unsupported": "full",
        "blocked": "refuse",
        "echo": False,
        "double": False,
        "redeliver": True,
        "photo_fetches": 2,
        "quota": None,
    }
    assert await zalo.get("/zalo") == usual | {"status": 200}
    changed = await zalo.post("/zalo", {"echo": True, "quota": 5})
    assert changed == usual | {"echo": True, "quota": 5, "status": 200}
    await zalo.post("/reset")
    assert (await zalo.get("/zalo"))["quota"] == 5
    assert await zalo.post("/zalo", {"default": True, "idle": "null"}) == usual | {"idle": "null", "status": 200}


@pytest.mark.parametrize(
    "given",
    [
        {"no_such": True},
        {"error_status": "404"},
        {"error_status": 200},
        {"echo": "yes"},
        {"photo_fetches": 0},
        {"photo_fetches": True},
        {"quota": -1},
        {"quota": "5"},
        {"idle": None},
    ],
    ids=str,
)
async def test_a_wrong_switch_changes_nothing(zalo: ZaloDoor, given: dict[str, Any]) -> None:
    before = await zalo.get("/zalo")
    answer = await zalo.post("/zalo", {"double": True} | given)
    assert (answer["status"], bool(answer["error"])) == (400, True)
    assert await zalo.get("/zalo") == before


async def test_error_status_is_hidden_or_told(zalo: ZaloDoor) -> None:
    await zalo.switch(error_status="code")
    statuses = [
        (await zalo.call("sendMessage", chat_id="f" * 20, text="a"))[0],
        (await zalo.call("getMe", token="9:x"))[0],
        (await zalo.call("sendDocument"))[0],
        (await zalo.call("getUpdates", timeout=0))[0],
    ]
    assert statuses == [400, 401, 404, 408]


async def test_updates_come_as_a_list(zalo: ZaloDoor, binh: int) -> None:
    await zalo.switch(updates="list")
    await zalo.say(binh, "một", "hai")
    (event,) = await zalo.result("getUpdates")
    assert event["message"]["text"] == "một"


async def test_an_idle_poll_answers_null(zalo: ZaloDoor) -> None:
    await zalo.switch(idle="null")
    assert await zalo.call("getUpdates", timeout=0) == (200, {"ok": True, "result": None})


async def test_the_address_of_a_photo_stands_in_the_documented_field(zalo: ZaloDoor, binh: int) -> None:
    await zalo.switch(image_field="photo")
    form = aiohttp.FormData({"bot": BOT})
    form.add_field("file", png(2, 2), filename="anh.png", content_type="image/png")
    await (await zalo.session.post(f"{zalo.url}/sim/people/{binh}/photo", data=form)).release()
    message = (await zalo.event())["message"]
    assert ("photo_url" in message, message["photo"].startswith(zalo.url)) == (False, True)


async def test_an_unsupported_event_without_id_and_date(zalo: ZaloDoor, binh: int) -> None:
    await zalo.switch(unsupported="bare")
    await zalo.post(f"/people/{binh}/event", {"kind": "unsupported", "bot": BOT})
    assert set((await zalo.event())["message"]) == {"from", "chat", "message_type"}


async def test_a_send_to_who_blocked_is_answered_ok_and_not_shown(zalo: ZaloDoor, zalo_world, binh: int) -> None:
    await zalo.switch(blocked="ok", echo=True)
    await zalo.post(f"/people/{binh}/block", {"bot": BOT})
    sent = await zalo.result("sendMessage", chat_id=address(zalo_world, binh), text="a")
    assert len(sent["message_id"]) == 20
    assert await zalo.phone(binh) == []
    assert (await zalo.get("/counts"))["sent"] == 0


async def test_own_sends_come_back(zalo: ZaloDoor, zalo_world: World, binh: int) -> None:
    await zalo.switch(echo=True)
    sent = await zalo.result("sendMessage", chat_id=address(zalo_world, binh), text="Nhắc")
    event = await zalo.event()
    assert event["message"]["from"] == {"id": "2000002", "display_name": "Bot Nhắc Việc", "is_bot": True}
    assert event["message"]["chat"]["id"] == address(zalo_world, binh)
    assert (event["message"]["message_id"], event["message"]["text"]) == (sent["message_id"], "Nhắc")


async def test_every_event_comes_twice(zalo: ZaloDoor, binh: int) -> None:
    await zalo.switch(double=True)
    await zalo.say(binh, "đã nộp")
    assert await zalo.event() == await zalo.event()
    assert await zalo.call("getUpdates", timeout=0) == (200, IDLE)


async def test_the_quota_of_a_month(zalo: ZaloDoor, zalo_world: World, binh: int) -> None:
    await zalo.switch(quota=2)
    chat = address(zalo_world, binh)
    await zalo.post("/clock", {"now": "2026-05-31T23:30:00+07:00"})
    await zalo.refused("sendMessage", chat_id=chat, text="")  # a refused call costs nothing, nor does typing
    await zalo.call("sendChatAction", chat_id=chat, action="typing")
    await zalo.result("sendMessage", chat_id=chat, text="một")
    await zalo.result("sendSticker", chat_id=chat, sticker="abc")
    assert await zalo.refused("sendMessage", chat_id=chat, text="ba") == (429, "Quota exceeded")
    await zalo.post("/clock", {"now": "2026-06-01T00:00:30+07:00"})
    await zalo.result("sendMessage", chat_id=chat, text="tháng mới")
    assert [each["text"] for each in await zalo.phone(binh)] == ["một", "abc", "tháng mới"]


class Pictures:
    """A web server with ``content`` at its address, that fails from the ``fails_from``-th fetch on."""

    def __init__(self) -> None:
        self.content, self.fails_from, self.fetches, self.url = png(20, 10), 99, 0, ""

    async def give(self, request: web.Request) -> web.Response:
        self.fetches += 1
        if self.fetches >= self.fails_from:
            return web.Response(status=404)
        return web.Response(body=self.content, content_type="image/png")


@pytest.fixture
async def pictures() -> AsyncIterator[Pictures]:
    pictures = Pictures()
    application = web.Application()
    application.router.add_get("/bang.png", pictures.give)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    pictures.url = f"http://127.0.0.1:{runner.addresses[0][1]}/bang.png"
    yield pictures
    await runner.cleanup()


@pytest.mark.parametrize("times", [1, 2, 5])
async def test_a_photo_is_fetched_several_times(zalo: ZaloDoor, zalo_world, pictures, binh: int, times: int) -> None:
    await zalo.switch(photo_fetches=times)
    chat = address(zalo_world, binh)
    await zalo.result("sendPhoto", chat_id=chat, photo=pictures.url, caption="Tiến độ")
    (shown,) = await zalo.phone(binh)
    assert (shown["text"], shown["photo"]["width"], shown["photo"]["name"]) == ("Tiến độ", 20, "bang.png")
    assert pictures.fetches == times


async def test_a_photo_that_cannot_be_fetched_each_time(zalo: ZaloDoor, zalo_world, pictures, binh: int) -> None:
    given = {"chat_id": address(zalo_world, binh), "photo": pictures.url}
    pictures.fails_from = 2  # a link that serves once is too little
    assert await zalo.refused("sendPhoto", **given) == (400, "Bad Request: photo cannot be fetched: 404")
    pictures.fails_from, pictures.content = 99, b"no picture"
    assert await zalo.refused("sendPhoto", **given) == (400, "Bad Request: photo is not a picture")
    given["photo"] = "http://127.0.0.1:9/a.png"
    assert await zalo.refused("sendPhoto", **given) == (400, "Bad Request: photo cannot be fetched")
    given["photo"] = "https://example.org/a.png"
    assert (await zalo.refused("sendPhoto", **given))[0] == 400
    assert await zalo.phone(binh) == []


@pytest.mark.parametrize(
    ("fault", "status", "code", "words"),
    [
        pytest.param({"kind": "status", "status": 502}, 502, 502, "Bad Gateway", id="a broken server shows outside"),
        pytest.param({"kind": "refuse", "status": 403}, 200, 403, "Forbidden", id="a refusal stands inside"),
        pytest.param({"kind": "refuse", "status": 429, "description": "Hết"}, 200, 429, "Hết", id="in ordered words"),
    ],
)
async def test_the_next_call_is_refused(
    zalo: ZaloDoor, zalo_world: World, binh: int, fault: dict[str, Any], status: int, code: int, words: str
) -> None:
    await zalo.post("/faults", {**fault, "method": "sendMessage", "chat": binh, "bot": BOT})
    given = {"chat_id": address(zalo_world, binh), "text": "a"}
    assert await zalo.call("sendMessage", **given) == (
        status,
        {"ok": False, "error_code": code, "description": words},
    )
    assert (await zalo.get("/counts"))["refusals"] == {str(code): 1}
    await zalo.result("sendMessage", **given)
    assert len(await zalo.phone(binh)) == 1


async def test_dropped_has_arrived_and_cut_has_not(zalo: ZaloDoor, zalo_world: World, binh: int) -> None:
    for kind in ("drop", "cut"):
        await zalo.post("/faults", {"kind": kind})
        with pytest.raises(aiohttp.ClientError):
            await zalo.call("sendMessage", chat_id=address(zalo_world, binh), text=kind)
    assert [each["text"] for each in await zalo.phone(binh)] == ["drop"]


async def test_a_late_answer_has_arrived_and_a_hung_one_has_not(zalo: ZaloDoor, zalo_world: World, binh: int) -> None:
    for kind in ("late", "hang"):
        await zalo.post("/faults", {"kind": kind, "seconds": 5})
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(zalo.call("sendMessage", chat_id=address(zalo_world, binh), text=kind), 0.1)
    assert [each["text"] for each in await zalo.phone(binh)] == ["late"]


async def test_a_slow_call_is_done(zalo: ZaloDoor) -> None:
    await zalo.post("/faults", {"kind": "slow", "seconds": 0.2})
    begun = asyncio.get_running_loop().time()
    await zalo.result("getMe")
    assert asyncio.get_running_loop().time() - begun >= 0.2


async def test_an_event_is_lost_with_the_answer_that_carried_it(zalo: ZaloDoor, binh: int) -> None:
    await zalo.post("/faults", {"kind": "drop", "method": "getUpdates"})
    await zalo.say(binh, "mất", "còn")
    with pytest.raises(aiohttp.ClientError):
        await zalo.call("getUpdates", timeout=0)
    assert (await zalo.event())["message"]["text"] == "còn"


async def test_telegrams_limits_are_not_zalos(zalo: ZaloDoor, zalo_world: World, binh: int) -> None:
    await zalo.post("/limits", {"bot_per_second": 1, "chat_per_second": 1, "chat_burst": 1})
    for number in range(5):
        await zalo.result("sendMessage", chat_id=address(zalo_world, binh), text=str(number))
