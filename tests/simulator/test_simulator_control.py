"""Being a person over the control API, from any language: people, groups, phones, counts."""

from __future__ import annotations

import asyncio
import json
import signal
import sys
from pathlib import Path

import aiohttp
import pytest

from simulator import acts
from simulator.__main__ import _options, _world
from simulator.limits import Bounds, no_limits
from simulator.world import World
from tests.simulator.pictures import png

KEYS = {
    "inline_keyboard": [[{"text": "Đã nộp", "callback_data": "nop:1"}, {"text": "Mở", "url": "https://example.org"}]]
}


async def test_a_person_is_created_and_found_without_diacritics(door) -> None:
    created = await door.post("/people", {"name": "Phạm Đặng Giả Định", "username": "giadinh", "id": 77})
    assert (created["status"], created["id"], created["bots"][0]["started"]) == (201, 77, False)
    await door.post("/people", [{"name": "Lê Thị Ví Dụ", "started": True}])
    found = await door.get("/people", search="dang gia")
    assert (found["total"], found["people"][0]["name"]) == (1, "Phạm Đặng Giả Định")
    assert (await door.post("/people", {"name": "Ai đó", "id": 77}))["status"] == 400
    assert (await door.get("/people/78"))["status"] == 404


async def test_a_thousand_people_at_once(door) -> None:
    created = await door.post("/people", {"count": 1000, "name": "Cán bộ {n}", "started": True})
    assert len({each["id"] for each in created["people"]}) == 1000
    last = created["people"][-1]
    assert last["name"] == "Cán bộ 1000"
    await door.result("sendMessage", chat_id=last["id"], text="a")
    assert (await door.get("/people", limit=1))["people"][0]["id"] == last["id"]  # who got news comes first


async def test_a_phone_waits_for_news(door, an: int) -> None:
    said = await door.post(f"/people/{an}/say", {"text": "/viec"})
    look = asyncio.create_task(door.phone(an, after=said["message_id"], wait=10))
    await asyncio.sleep(0.05)
    assert not look.done()
    await door.result("sendMessage", chat_id=an, text="Không còn việc")
    assert [each["text"] for each in await asyncio.wait_for(look, 2)] == ["Không còn việc"]
    assert [each["from"] for each in await door.phone(an)] == ["person", "bot"]
    assert [each["text"] for each in await door.phone(an, **{"from": "bot"})] == ["Không còn việc"]
    assert await door.phone(an, after=said["message_id"] + 1, wait=0.05) == []


async def test_since_tells_edits_deletions_and_notices(door, an: int) -> None:
    sent = await door.result("sendMessage", chat_id=an, text="Việc", reply_markup=KEYS)
    change = (await door.get(f"/people/{an}/phone"))["change"]
    look = asyncio.create_task(door.get(f"/people/{an}/phone", since=change, wait=10))
    await asyncio.sleep(0.05)
    await door.result("editMessageText", chat_id=an, message_id=sent["message_id"], text="Xong", reply_markup=KEYS)
    seen = await asyncio.wait_for(look, 2)
    assert [(each["id"], each["text"], each["edited"]) for each in seen["messages"]] == [
        (sent["message_id"], "Xong", 1)
    ]
    pressed = await door.post(f"/people/{an}/press", {"data": "nop:1"})
    look = asyncio.create_task(door.get(f"/people/{an}/phone", since=seen["change"], wait=10))
    await door.result(
        "answerCallbackQuery", callback_query_id=pressed["callback_query_id"], text="Đã ghi", show_alert=True
    )
    noticed = await asyncio.wait_for(look, 2)
    assert [(each["text"], each["alert"]) for each in noticed["toasts"]] == [("Đã ghi", True)]
    await door.result("deleteMessage", chat_id=an, message_id=sent["message_id"])
    gone = await door.get(f"/people/{an}/phone", since=noticed["change"])
    assert [each["deleted"] for each in gone["messages"]] == [True]


async def test_pressing_what_is_there(door, an: int) -> None:
    await door.result("sendMessage", chat_id=an, text="cũ", reply_markup=KEYS)
    newest = await door.result("sendMessage", chat_id=an, text="mới", reply_markup=KEYS)
    pressed = await door.post(f"/people/{an}/press", {"label": "Đã nộp"})
    (update,) = await door.result("getUpdates")
    assert update["update_id"] == pressed["update_id"]
    assert update["callback_query"]["message"]["message_id"] == newest["message_id"]
    assert (await door.post(f"/people/{an}/press", {"label": "Mở"}))["url"] == "https://example.org"
    missing = await door.post(f"/people/{an}/press", {"message_id": newest["message_id"], "label": "Xin gia hạn"})
    assert (missing["status"], missing["error"]) == (409, "no such button on the phone")


async def test_who_blocked_the_bot_must_start_again(door, an: int) -> None:
    await door.post(f"/people/{an}/block")
    assert (await door.post(f"/people/{an}/say", {"text": "Đã nộp"}))["status"] == 409
    await door.post(f"/people/{an}/say", {"text": "/start"})
    kinds = [next(key for key in each if key != "update_id") for each in await door.result("getUpdates")]
    assert kinds == ["my_chat_member", "my_chat_member", "message"]
    await door.result("sendMessage", chat_id=an, text="Xin chào")


async def test_a_photo_and_a_document_from_a_phone(door, an: int) -> None:
    form = aiohttp.FormData({"caption": "Ảnh chụp"})
    form.add_field("file", png(20, 10), filename="anh.png", content_type="image/png")
    async with door.session.post(f"{door.url}/sim/people/{an}/photo", data=form) as answer:
        assert answer.status == 200
    sent = await door.post(f"/people/{an}/document", {"name": "a.html", "type": "text/html", "content": "<script>"})
    photo, document = await door.phone(an)
    assert (photo["photo"]["width"], photo["text"], document["document"]["size"]) == (20, "Ảnh chụp", 8)
    async with door.session.get(f"{door.url}/sim/files/{sent['file_id']}") as answer:
        assert answer.headers["Content-Type"] == "application/octet-stream"  # a sent page never runs beside ours
    assert (await door.post(f"/people/{an}/photo", {"content": "không phải ảnh"}))["status"] == 400


async def test_groups_show_who_came_and_keep_the_bot_out_after_a_kick(door, world, an: int) -> None:
    other = world.add_person("Trần Văn Mẫu").id
    group = await door.post("/groups", {"title": "Tổ công tác", "members": [an, other]})
    await door.result("sendMessage", chat_id=group["id"], text="Chào tổ")
    phone = await door.get(f"/groups/{group['id']}/phone")
    assert [each["from"] for each in phone["messages"]] == ["service", "bot"]
    assert phone["messages"][0]["service"] == {"new_chat_members": ["Nguyễn Thị Thử", "Trần Văn Mẫu", "Nhắc Việc"]}
    assert [each["text"] for each in await door.phone(an, chat=group["id"], **{"from": "bot"})] == ["Chào tổ"]
    await door.post(f"/groups/{group['id']}/members", {"remove": [other]})
    assert (await door.post(f"/people/{other}/say", {"text": "a", "chat": group["id"]}))["status"] == 409
    await door.post(f"/groups/{group['id']}/kick")
    status, body = await door.call("sendMessage", chat_id=group["id"], text="a")
    assert (status, body["description"]) == (403, "Forbidden: bot was kicked from the group chat")
    await door.post(f"/groups/{group['id']}/invite")
    await door.result("sendMessage", chat_id=group["id"], text="Lại có mặt")
    await door.post(f"/groups/{group['id']}/close")
    status, body = await door.call("sendMessage", chat_id=group["id"], text="a")
    assert (status, body["description"]) == (403, "Forbidden: the group chat was deleted")


async def test_a_group_without_the_bot_is_not_found(door, an: int) -> None:
    group = await door.post("/groups", {"title": "Nhóm khác", "members": [an], "bots": []})
    status, body = await door.call("sendMessage", chat_id=group["id"], text="a")
    assert (status, body["description"]) == (400, "Bad Request: chat not found")


async def test_counts_tell_duplicates_and_refusals(door, world, an: int) -> None:
    other = world.add_person("Trần Văn Mẫu", started=True).id
    for chat, text in ((an, "Nhắc"), (an, "Nhắc"), (an, "Nhắc (gửi lại)"), (other, "Nhắc"), (7, "Nhắc")):
        await door.call("sendMessage", chat_id=chat, text=text)
    counts = await door.get("/counts")
    assert (counts["sent"], counts["sent_by_chat"], counts["duplicates"]) == (4, {str(an): 3, str(other): 1}, 1)
    assert counts["repeated"] == [{"bot": 1000001, "chat": an, "text": "Nhắc", "times": 2}]
    assert (counts["calls"], counts["refusals"]) == ({"sendMessage": 5}, {"400": 1})
    assert counts["refusal_words"] == {"Bad Request: chat not found": 1}
    wave = (await door.get("/messages"))["messages"]
    assert [each["text"] for each in wave] == ["Nhắc", "Nhắc", "Nhắc (gửi lại)", "Nhắc"]
    rest = (await door.get("/messages", after=wave[1]["id"], limit=1))["messages"]
    assert [each["id"] for each in rest] == [wave[2]["id"]]


async def test_the_log_has_calls_but_no_token_and_no_words(door, an: int) -> None:
    await door.result("sendMessage", chat_id=an, text="nội dung riêng")
    log = await door.get("/log")
    (call,) = log["calls"]
    assert (call["method"], call["chat"], call["status"]) == ("sendMessage", str(an), 200)
    everything = json.dumps([log, await door.get("/bots"), await door.get("/counts")], ensure_ascii=False)
    assert "SIMULATED-TOKEN" not in everything
    assert "nội dung riêng" not in everything


async def test_reset_begins_anew(door, an: int) -> None:
    await door.post("/faults", {"kind": "status"})
    await door.post(f"/people/{an}/say", {"text": "a"})
    await door.post("/reset")
    assert await door.result("getUpdates") == []
    assert ((await door.get("/people"))["total"], (await door.get("/faults"))["faults"]) == (0, [])
    assert (await door.get("/counts"))["calls"] == {"getUpdates": 1}


async def test_the_dates_on_the_phone_can_be_those_of_a_rehearsal(door, an: int) -> None:
    await door.post("/clock", {"now": "2026-05-04T07:30:00+07:00"})
    sent = await door.result("sendMessage", chat_id=an, text="a")
    assert sent["date"] - 1777854600 in (0, 1, 2)
    assert (await door.post("/clock", {"now": "2026-05-04"}))["status"] == 400


@pytest.mark.parametrize(
    ("path", "given", "status"),
    [
        pytest.param("/people", {}, 400, id="person without a name"),
        pytest.param("/people", [1], 400, id="people that are no objects"),
        pytest.param("/people/x/say", {"text": "a"}, 404, id="id that is no number"),
        pytest.param("/people/{an}/say", {"text": " "}, 409, id="nothing said"),
        pytest.param("/people/{an}/say", {"text": 5}, 400, id="text that is no text"),
        pytest.param("/people/{an}/say", {"text": "a", "bot": "other_bot"}, 404, id="unknown bot"),
        pytest.param("/people/{an}/say", {"text": "a", "chat": -9}, 404, id="unknown group"),
        pytest.param("/people/{an}/press", {}, 400, id="no button named"),
        pytest.param("/groups", {"title": "a", "members": []}, 400, id="group of nobody"),
        pytest.param("/nowhere", {}, 404, id="unknown path"),
    ],
)
async def test_a_wrong_request_is_told(door, an: int, path: str, given: object, status: int) -> None:
    answer = await door.post(path.replace("{an}", str(an)), given)
    assert (answer["status"], bool(answer["error"])) == (status, True)


async def test_the_page_is_served_and_names_no_other_host(door) -> None:
    for path in ("/", "/page/phone.js", "/page/phone.css"):
        async with door.session.get(door.url + path) as answer:
            words = await answer.text()
            assert answer.status == 200
            assert 'src="http' not in words
            assert "url(http" not in words


async def test_two_bots_have_their_own_chats_with_one_person() -> None:
    world = World(("1:first=first_bot", "2:second=second_bot"), limits=no_limits())
    person = world.add_person("Nguyễn Thị Thử", started=True)
    assert [bot.username for bot in world.bots] == ["first_bot", "second_bot"]
    assert world.thread(person.id, 1) is not world.thread(person.id, 2)
    with pytest.raises(ValueError, match="token"):
        World(("no token",))


async def test_memory_is_bounded() -> None:
    world = World(limits=no_limits(), bounds=Bounds(messages=10, messages_per_chat=4))
    bot = world.bots[0]
    talker, *others = [world.add_person(f"Cán bộ {number}", started=True) for number in range(6)]
    for number in range(7):
        acts.say(world, talker, str(number), bot=bot)
    assert [message.text for message in world.thread(talker.id, bot.id).values()] == ["3", "4", "5", "6"]
    for person in others * 2:
        acts.say(world, person, "a", bot=bot)
    assert (len(world.messages), len(world.thread(talker.id, bot.id))) == (10, 0)


@pytest.mark.parametrize(
    ("options", "bots"),
    [
        pytest.param((), ["nhacviec_bot", "bot.nhacviec"], id="the usual bots"),
        pytest.param(("--zalo-token", "7:x=bot.mot", "--zalo-token", "8:y"), ["bot.mot", "bot.nhacviec2"], id="zalo"),
        pytest.param(("--token", "5:abc=thu_bot", "--zalo-token", "7:x"), ["thu_bot", "bot.nhacviec"], id="both"),
    ],
)
def test_the_bots_of_the_options(monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], bots: list[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["simulator", *options])
    assert [bot.username for bot in _world(_options()).bots] == bots


async def test_it_starts_alone_says_where_and_stops_when_told() -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-m", "simulator", "--port", "0", "--token", "5:abc=thu_bot", "--people", "3"]
    process = await asyncio.create_subprocess_exec(*command, cwd=root, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    try:
        told = json.loads(await asyncio.wait_for(process.stdout.readline(), 20))
        url = told["url"]
        assert told["zalo"] == f"{url}/zalo"
        async with aiohttp.ClientSession() as session, session.get(f"{url}/bot5:abc/getMe") as answer:
            assert (await answer.json())["result"]["username"] == "thu_bot"
        async with aiohttp.ClientSession() as session, session.get(f"{url}/sim/people") as answer:
            assert (await answer.json())["total"] == 3
    finally:
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 10) == 0
