"""Zalo's Bot API as a bot meets it: calls, sends, events."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import pytest

from simulator.server import start
from simulator.world import ZALO_TOKEN, World
from simulator.zalo.account import chat_id
from tests.simulator.doors import BOT, IDLE, ZaloDoor, address
from tests.simulator.pictures import png


async def test_get_me_tells_the_account(zalo: ZaloDoor) -> None:
    assert await zalo.result("getMe") == {
        "id": "2000002",
        "account_name": "bot.nhacviec",
        "account_type": "BASIC",
        "can_join_groups": False,
    }


async def test_a_bot_of_one_platform_is_none_on_the_other(zalo: ZaloDoor) -> None:
    assert await zalo.call("getMe", token="9:wrong") == (
        200,
        {"ok": False, "error_code": 401, "description": "Unauthorized"},
    )
    assert (await zalo.call("getMe", token="1000001:SIMULATED-TOKEN"))[1]["error_code"] == 401
    async with zalo.session.get(f"{zalo.url}/bot{ZALO_TOKEN}/getMe") as answer:
        assert answer.status == 401


async def test_an_event_is_given_once_and_alone(zalo: ZaloDoor, zalo_world: World, binh: int) -> None:
    await zalo.say(binh, "đã nộp", "còn nợ gì")
    first, second = await zalo.event(), await zalo.event()
    message = first["message"]
    assert first["event_name"] == "message.text.received"
    assert message["from"] == {"id": address(zalo_world, binh), "display_name": "Trần Thử Bình", "is_bot": False}
    assert message["chat"] == {"id": address(zalo_world, binh), "chat_type": "PRIVATE"}
    assert (message["text"], message["message_type"]) == ("đã nộp", "CHAT_MESSAGE")
    assert (len(message["message_id"]), int(message["message_id"], 16) > 0) == (20, True)
    assert message["date"] // 1000 - zalo_world.now() in (-1, 0)
    assert second["message"]["text"] == "còn nợ gì"
    assert second["message"]["message_id"] != message["message_id"]
    assert await zalo.call("getUpdates", timeout=0) == (200, IDLE)


async def test_a_poll_waits_for_the_next_event(zalo: ZaloDoor, binh: int) -> None:
    poll = asyncio.create_task(zalo.result("getUpdates", timeout="10"))
    await asyncio.sleep(0.05)
    assert not poll.done()
    await zalo.say(binh, "/start MA-MOI")
    event = await asyncio.wait_for(poll, 2)
    assert event["message"]["text"] == "/start MA-MOI"  # a text like any other


async def test_two_polls_share_the_events(zalo: ZaloDoor, binh: int) -> None:
    polls = [asyncio.create_task(zalo.result("getUpdates", timeout=5)) for _ in range(2)]
    await asyncio.sleep(0.05)
    await zalo.say(binh, "một", "hai")
    events = await asyncio.wait_for(asyncio.gather(*polls), 2)
    assert sorted(event["message"]["text"] for event in events) == ["hai", "một"]


@pytest.mark.parametrize(
    ("kind", "name", "fields"),
    [
        pytest.param("sticker", "message.sticker.received", {"sticker", "url"}, id="sticker"),
        pytest.param("voice", "message.voice.received", {"voice_url"}, id="voice"),
        pytest.param("unsupported", "message.unsupported.received", set(), id="unsupported"),
    ],
)
async def test_what_is_no_text(zalo: ZaloDoor, binh: int, kind: str, name: str, fields: set[str]) -> None:
    told = await zalo.post(f"/people/{binh}/event", {"kind": kind, "bot": BOT})
    assert told["update_id"] == told["message_id"]
    event = await zalo.event()
    assert event["event_name"] == name
    usual = {"from", "chat", "message_id", "date", "message_type"}
    assert set(event["message"]) == usual | fields
    assert [each["kind"] for each in await zalo.phone(binh)] == [kind]
    for link in (value for key, value in event["message"].items() if key.endswith("url")):
        async with zalo.session.get(link) as answer:
            assert (answer.status, bool(await answer.read())) == (200, True)


async def test_a_photo_comes_by_its_address_and_a_document_not_at_all(zalo: ZaloDoor, binh: int) -> None:
    form = aiohttp.FormData({"caption": "Ảnh chụp", "bot": BOT})
    form.add_field("file", png(20, 10), filename="anh.png", content_type="image/png")
    async with zalo.session.post(f"{zalo.url}/sim/people/{binh}/photo", data=form) as answer:
        assert answer.status == 200
    event = await zalo.event()
    assert (event["event_name"], event["message"]["caption"]) == ("message.image.received", "Ảnh chụp")
    async with zalo.session.get(event["message"]["photo_url"]) as answer:
        assert await answer.read() == png(20, 10)
    await zalo.post(f"/people/{binh}/document", {"name": "a.docx", "content": "báo cáo", "bot": BOT})
    assert (await zalo.event())["event_name"] == "message.unsupported.received"


async def test_a_message_reaches_the_phone_as_it_is(zalo: ZaloDoor, zalo_world: World, binh: int) -> None:
    sent = await zalo.result("sendMessage", chat_id=address(zalo_world, binh), text="1. Nộp <b>báo cáo</b>")
    assert (len(sent["message_id"]), sent["date"] % 1000) == (20, 0)
    (shown,) = await zalo.phone(binh, bot=BOT)
    assert (shown["from"], shown["text"], shown["buttons"]) == ("bot", "1. Nộp <b>báo cáo</b>", [])
    assert shown["html"] == "1. Nộp &lt;b&gt;báo cáo&lt;/b&gt;"
    assert await zalo.phone(binh, bot="nhacviec_bot") == []


async def test_form_query_and_multipart_are_read_like_json(zalo: ZaloDoor, zalo_world: World, binh: int) -> None:
    method = f"{zalo.url}/zalo/bot{ZALO_TOKEN}/sendMessage"
    chat = address(zalo_world, binh)
    multipart = aiohttp.FormData({"chat_id": chat, "text": "ba"}, default_to_multipart=True)
    for verb, given in (
        ("GET", {"params": {"chat_id": chat, "text": "một"}}),
        ("POST", {"data": {"chat_id": chat, "text": "hai"}}),
        ("POST", {"data": multipart}),
    ):
        async with zalo.session.request(verb, method, **given) as answer:  # type: ignore[arg-type]
            assert (await answer.json())["ok"] is True
    assert [each["text"] for each in await zalo.phone(binh)] == ["một", "hai", "ba"]


async def test_stickers_and_voices_are_accepted_and_typing_has_no_result(zalo: ZaloDoor, zalo_world, binh: int) -> None:
    chat = address(zalo_world, binh)
    await zalo.result("sendSticker", chat_id=chat, sticker="abc")
    await zalo.result("sendVoice", chat_id=chat, voice_url="https://example.org/a.aac")
    assert [(each["kind"], each["text"]) for each in await zalo.phone(binh)] == [
        ("sticker", "abc"),
        ("voice", "https://example.org/a.aac"),
    ]
    assert await zalo.call("sendChatAction", chat_id=chat, action="typing") == (200, {"ok": True})


@pytest.mark.parametrize(
    ("method", "given", "words"),
    [
        pytest.param("sendMessage", {"text": ""}, "text is empty", id="no text"),
        pytest.param("sendMessage", {"text": " \n"}, "text is empty", id="blank text"),
        pytest.param("sendMessage", {"text": "a" * 2001}, "text is longer than 2000 characters", id="too long"),
        pytest.param("sendMessage", {"text": "𝄞" * 1001}, "text is longer than 2000 characters", id="in UTF-16"),
        pytest.param(
            "sendMessage", {"text": "a", "parse_mode": "bb"}, "parse_mode must be markdown or html", id="mode"
        ),
        pytest.param("sendMessage", {"chat_id": "", "text": "a"}, "chat not found", id="no chat"),
        pytest.param("sendMessage", {"chat_id": "0" * 20, "text": "a"}, "chat not found", id="unknown chat"),
        pytest.param("sendPhoto", {}, "photo is empty", id="no photo"),
        pytest.param("sendPhoto", {"caption": "a" * 2001}, "caption is longer than 2000 characters", id="long caption"),
        pytest.param("sendSticker", {}, "sticker is empty", id="no sticker"),
        pytest.param("sendVoice", {"voice_url": "https://example.org/a.mp3"}, "voice_url must end with .aac", id="mp3"),
        pytest.param("sendChatAction", {"action": "upload_photo"}, "action must be typing", id="action"),
    ],
)
async def test_bad_parameters(
    zalo: ZaloDoor, zalo_world: World, binh: int, method: str, given: dict[str, Any], words: str
) -> None:
    parameters = {"chat_id": address(zalo_world, binh)} | given
    assert await zalo.refused(method, **parameters) == (400, f"Bad Request: {words}")


async def test_the_longest_text_is_taken_and_an_unknown_method_is_not(zalo: ZaloDoor, zalo_world, binh: int) -> None:
    await zalo.result("sendMessage", chat_id=address(zalo_world, binh), text="𝄞" * 1000)
    assert await zalo.refused("editMessageText") == (404, "Not Found")
    assert await zalo.refused("sendmessage") == (404, "Not Found")  # capitals count


async def test_only_who_wrote_and_is_there_can_be_written_to(zalo: ZaloDoor, zalo_world: World) -> None:
    person = zalo_world.add_person("Lê Thử Ba")
    given = {"chat_id": address(zalo_world, person), "text": "a"}
    assert await zalo.refused("sendMessage", **given) == (400, "Bad Request: chat not found")
    await zalo.say(person.id, "chào")
    await zalo.result("sendMessage", **given)
    assert (await zalo.refused("sendMessage", **given | {"chat_id": str(person.id)}))[0] == 400  # no number is an id
    await zalo.post(f"/people/{person.id}/deactivate")
    assert await zalo.refused("sendMessage", **given) == (400, "Bad Request: user is not available")


async def test_who_blocked_the_bot_is_silent_until_unblocked(zalo: ZaloDoor, zalo_world: World, binh: int) -> None:
    assert (await zalo.post(f"/people/{binh}/block", {"bot": BOT}))["update_id"] is None
    chat = address(zalo_world, binh)
    assert await zalo.refused("sendMessage", chat_id=chat, text="a") == (400, "Bad Request: user has blocked the bot")
    assert (await zalo.post(f"/people/{binh}/say", {"text": "/start", "bot": BOT}))["status"] == 409
    await zalo.post(f"/people/{binh}/unblock", {"bot": BOT})
    assert await zalo.call("getUpdates", timeout=0) == (200, IDLE)
    await zalo.say(binh, "chào lại")
    assert (await zalo.event())["message"]["text"] == "chào lại"


async def test_there_are_no_buttons(zalo: ZaloDoor, binh: int) -> None:
    answer = await zalo.post(f"/people/{binh}/press", {"label": "Đã nộp", "bot": BOT})
    assert (answer["status"], answer["error"]) == (409, "there are no buttons on Zalo")


async def test_each_bot_knows_a_person_by_another_id_that_stays() -> None:
    ids = []
    for _ in range(2):
        world = World((), zalo_tokens=("7:a=bot.mot", "8:b=bot.hai"))
        person = world.add_person("Trần Thử Bình", id=5)
        ids.append([chat_id(bot, person) for bot in world.bots])
    assert ids[0] == ids[1]
    assert len({*ids[0]}) == 2
    assert all(len(id) == 20 and int(id, 16) for id in ids[0])


async def test_a_repeated_number_of_a_message_never_looks_like_an_earlier_one(zalo: ZaloDoor, zalo_world) -> None:
    seen = set()
    for _ in range(2):
        person = zalo_world.add_person("Lê Thử Ba", started=True)
        await zalo.say(person.id, "chào")
        seen.add((await zalo.event())["message"]["message_id"])
        await zalo.post("/reset")
    assert len(seen) == 2


async def test_after_a_reset_nobody_is_known_and_nothing_waits(zalo: ZaloDoor, zalo_world: World, binh: int) -> None:
    chat = address(zalo_world, binh)
    await zalo.say(binh, "chào")
    await zalo.result("sendMessage", chat_id=chat, text="a")
    await zalo.post("/reset")
    assert await zalo.call("getUpdates", timeout=0) == (200, IDLE)
    assert (await zalo.refused("sendMessage", chat_id=chat, text="a"))[0] == 400


async def test_in_a_group_the_bot_hears_mentions_and_replies(zalo: ZaloDoor, zalo_world: World, binh: int) -> None:
    group = await zalo.post("/groups", {"title": "Tổ công tác", "members": [binh], "bots": [BOT]})
    place = zalo_world.groups[group["id"]]
    chat = chat_id(zalo_world.bots[1], place)
    await zalo.result("sendMessage", chat_id=chat, text="Việc")
    sent = (await zalo.get(f"/groups/{group['id']}/phone"))["messages"][-1]["id"]
    for given in (
        {"text": "chuyện riêng"},
        {"text": "/viec"},
        {"text": "@Bot Nhắc Việc xem giúp"},
        {"text": "đã nộp", "reply_to": sent},
    ):
        await zalo.post(f"/people/{binh}/say", {**given, "chat": group["id"], "bot": BOT})
    first, second = await zalo.event(), await zalo.event()
    assert (first["message"]["text"], second["message"]["text"]) == ("@Bot Nhắc Việc xem giúp", "đã nộp")
    assert first["message"]["chat"] == {"id": chat, "chat_type": "GROUP"}
    assert first["message"]["from"]["id"] == address(zalo_world, binh)
    await zalo.result("sendVoice", chat_id=chat, voice_url="https://example.org/a.aac")  # ok, and not delivered
    assert [each["kind"] for each in (await zalo.get(f"/groups/{group['id']}/phone"))["messages"][-1:]] == ["plain"]
    assert await zalo.call("getUpdates", timeout=0) == (200, IDLE)
    await zalo.post(f"/groups/{group['id']}/close")
    assert (await zalo.refused("sendMessage", chat_id=chat, text="a"))[0] == 400


async def test_a_group_is_on_one_platform(zalo: ZaloDoor, binh: int) -> None:
    usual = await zalo.post("/groups", {"title": "Tổ công tác", "members": [binh]})
    assert usual["bots"] == ["nhacviec_bot"]
    assert (await zalo.post(f"/groups/{usual['id']}/invite", {"bot": BOT}))["status"] == 400
    mixed = {"title": "Tổ", "members": [binh], "bots": ["nhacviec_bot", BOT]}
    assert (await zalo.post("/groups", mixed))["status"] == 400


async def test_listings_and_the_log_name_the_platform_and_no_token(zalo: ZaloDoor, zalo_world, binh: int) -> None:
    chat = address(zalo_world, binh)
    await zalo.result("sendMessage", chat_id=chat, text="Nhắc")
    await zalo.refused("sendMessage", chat_id="f" * 20, text="Nhắc")
    await zalo.call("getUpdates", timeout=0)
    bots = (await zalo.get("/bots"))["bots"]
    assert [(bot["username"], bot["platform"]) for bot in bots] == [("nhacviec_bot", "telegram"), (BOT, "zalo")]
    addresses = [bot["address"] for bot in (await zalo.get(f"/people/{binh}"))["bots"]]
    assert addresses == [str(binh), chat]
    log = await zalo.get("/log")
    assert [(call["bot"], call["method"], call["chat"], call["status"]) for call in log["calls"]] == [
        (BOT, "sendMessage", str(binh), 200),
        (BOT, "sendMessage", "f" * 20, 400),
        (BOT, "getUpdates", None, 408),
    ]
    assert "SIMULATED-ZALO" not in str(log) + str(bots)
    counts = await zalo.get("/counts")
    assert (counts["sent_by_bot"], counts["sent_by_chat"]) == ({"2000002": 1}, {str(binh): 1})
    assert counts["refusals"] == {"400": 1}  # an idle poll is none


async def test_a_world_of_zalo_alone() -> None:
    running = await start(World((), zalo_tokens=("7:a", "8:b=bot.hai")))
    try:
        async with aiohttp.ClientSession() as session:
            for token, name in (("7:a", "bot.nhacviec"), ("8:b", "bot.hai")):
                async with session.get(f"{running.zalo_url}/bot{token}/getMe") as answer:
                    assert (await answer.json())["result"]["account_name"] == name
    finally:
        await running.stop()


@pytest.mark.parametrize(
    ("tokens", "zalo_tokens"),
    [
        pytest.param((), ("no token",), id="no token"),
        pytest.param((), ("1:a=bot nhac viec",), id="a name with spaces"),
        pytest.param(("1:a",), ("1:b",), id="one id twice"),
        pytest.param(("1:a=bot.nhacviec",), (), id="dots on Telegram"),
    ],
)
async def test_wrong_tokens(tokens: tuple[str, ...], zalo_tokens: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=r"token|same id"):
        World(tokens, zalo_tokens=zalo_tokens)
