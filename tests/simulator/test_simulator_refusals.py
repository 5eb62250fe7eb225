"""Every refusal has Telegram's status and Telegram's words."""

from __future__ import annotations

from typing import Any

import pytest

from simulator import acts
from simulator.messages import File
from simulator.world import World

PERSON = 42
KEY = {"text": "Đã nộp", "callback_data": "nop:1"}


@pytest.fixture
def tho(world: World) -> World:
    world.add_person("Trần Văn Mẫu", id=PERSON, started=True)
    return world


def keyboard(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "Đã nộp", **button}]]}


WRONG_CALLS: dict[str, tuple[str, dict[str, Any], str]] = {
    "no chat": ("sendMessage", {"text": "a"}, "chat_id is empty"),
    "unknown chat": ("sendMessage", {"chat_id": 7, "text": "a"}, "chat not found"),
    "chat by a name": ("sendMessage", {"chat_id": "@nobody", "text": "a"}, "chat not found"),
    "no text": ("sendMessage", {}, "message text is empty"),
    "only white space": ("sendMessage", {"text": " \n "}, "message text is empty"),
    "only marks": ("sendMessage", {"text": "<b> </b>", "parse_mode": "HTML"}, "message text is empty"),
    "4097 letters": ("sendMessage", {"text": "ệ" * 4097}, "message is too long"),
    "2049 letters of two units": ("sendMessage", {"text": "𝒜" * 2049}, "message is too long"),
    "unknown parse_mode": ("sendMessage", {"text": "a", "parse_mode": "Markdown3"}, "unsupported parse_mode"),
    "unknown tag": (
        "sendMessage",
        {"text": "Hạn <br> mai", "parse_mode": "HTML"},
        'can\'t parse entities: Unsupported start tag "br" at byte offset 6',
    ),
    "unclosed tag": (
        "sendMessage",
        {"text": "<b>Hạn", "parse_mode": "HTML"},
        "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
    ),
    "65 bytes of callback_data": (
        "sendMessage",
        {"text": "a", "reply_markup": keyboard(callback_data="x" * 65)},
        "BUTTON_DATA_INVALID",
    ),
    "22 letters of three bytes": (
        "sendMessage",
        {"text": "a", "reply_markup": keyboard(callback_data="ệ" * 22)},
        "BUTTON_DATA_INVALID",
    ),
    "empty callback_data": (
        "sendMessage",
        {"text": "a", "reply_markup": keyboard(callback_data="")},
        "BUTTON_DATA_INVALID",
    ),
    "button without a purpose": (
        "sendMessage",
        {"text": "a", "reply_markup": keyboard()},
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    "101 buttons": (
        "sendMessage",
        {"text": "a", "reply_markup": {"inline_keyboard": [[KEY]] * 101}},
        "reply markup is too long",
    ),
    "broken keyboard": (
        "sendMessage",
        {"text": "a", "reply_markup": "{"},
        "can't parse reply markup JSON object",
    ),
    "reply to nothing": (
        "sendMessage",
        {"text": "a", "reply_parameters": {"message_id": 99}},
        "message to be replied not found",
    ),
    "edit nothing": ("editMessageText", {"message_id": 99, "text": "a"}, "message to edit not found"),
    "delete nothing": ("deleteMessage", {"message_id": 99}, "message to delete not found"),
    "unknown press": (
        "answerCallbackQuery",
        {"callback_query_id": "1"},
        "query is too old and response timeout expired or query ID is invalid",
    ),
    "long notice": ("answerCallbackQuery", {"callback_query_id": "1", "text": "a" * 201}, "MESSAGE_TOO_LONG"),
    "no document": ("sendDocument", {}, "there is no document in the request"),
    "unknown document": ("sendDocument", {"document": "?"}, "wrong file identifier/HTTP URL specified"),
    "no photo": ("sendPhoto", {}, "there is no photo in the request"),
    "long caption": ("sendDocument", {"document": "?", "caption": "a" * 1025}, "message caption is too long"),
    "unknown action": ("sendChatAction", {"action": "sleep"}, "wrong parameter action in request"),
    "unknown file": ("getFile", {"file_id": "?"}, "wrong file_id or the file is temporarily unavailable"),
    "capitals in a command": (
        "setMyCommands",
        {"commands": [{"command": "Viec", "description": "Việc"}]},
        "BOT_COMMAND_INVALID",
    ),
    "command for nobody": (
        "setMyCommands",
        {"commands": [], "scope": {"type": "chat", "chat_id": 7}},
        "chat not found",
    ),
    "webhook of another machine": (
        "setWebhook",
        {"url": "https://example.org/hook"},
        "bad webhook: the simulator pushes to loopback addresses only",
    ),
}


@pytest.mark.parametrize(("method", "given", "words"), WRONG_CALLS.values(), ids=WRONG_CALLS.keys())
async def test_a_wrong_call_is_a_400(tho, door, method: str, given: dict[str, Any], words: str) -> None:
    given = given if method == "sendMessage" and words == "chat_id is empty" else {"chat_id": PERSON, **given}
    status, body = await door.call(method, **given)
    assert (status, body) == (400, {"ok": False, "error_code": 400, "description": f"Bad Request: {words}"})


@pytest.mark.parametrize(
    ("token", "method", "status", "words"),
    [
        pytest.param("1000001:WRONG", "getMe", 401, "Unauthorized", id="wrong token"),
        pytest.param("nonsense", "getMe", 404, "Not Found", id="no token at all"),
        pytest.param(None, "sendSong", 404, "Not Found: method not found", id="unknown method"),
    ],
)
async def test_the_door_is_closed(door, token: str | None, method: str, status: int, words: str) -> None:
    answer = await (door.call(method, token) if token else door.call(method))
    assert answer == (status, {"ok": False, "error_code": status, "description": words})


async def test_method_names_do_not_mind_capitals(door) -> None:
    assert (await door.result("getme"))["username"] == "nhacviec_bot"


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("stranger", "bot can't initiate conversation with a user"),
        ("blocked", "bot was blocked by the user"),
        ("deactivated", "user is deactivated"),
    ],
)
async def test_a_person_who_will_not_have_the_bot_is_a_403(world, door, state: str, words: str) -> None:
    person = world.add_person("Lê Thị Ví Dụ", started=state != "stranger")
    if state != "stranger":
        await door.post(f"/people/{person.id}/{'block' if state == 'blocked' else 'deactivate'}")
    status, body = await door.call("sendMessage", chat_id=person.id, text="a")
    assert (status, body["description"]) == (403, f"Forbidden: {words}")
    status, body = await door.call("sendChatAction", chat_id=person.id, action="typing")
    assert (status, body["description"]) == (403, f"Forbidden: {words}")


async def test_an_edit_to_the_same_is_refused_in_full_words(tho, door) -> None:
    sent = await door.result(
        "sendMessage",
        chat_id=PERSON,
        text="<b>Hạn</b>",
        parse_mode="HTML",
        reply_markup=keyboard(url="https://example.org"),
    )
    same = {"chat_id": PERSON, "message_id": sent["message_id"], "text": " <b>Hạn</b> ", "parse_mode": "HTML"}
    status, body = await door.call("editMessageText", **same, reply_markup=keyboard(url="https://example.org"))
    assert (status, body["description"]) == (
        400,
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a"
        " current content and reply markup of the message",
    )
    assert "reply_markup" not in await door.result("editMessageText", **same)  # a keyboard not sent again is gone


async def test_other_people_s_messages_and_files_cannot_be_edited(tho, door) -> None:
    bot, person = tho.bots[0], tho.people[PERSON]
    said, _ = acts.say(tho, person, "Đã nộp", bot=bot)
    status, body = await door.call("editMessageText", chat_id=PERSON, message_id=said.id, text="a")
    assert (status, body["description"]) == (400, "Bad Request: message can't be edited")
    file: File = tho.files.keep("de-cuong.txt", "text/plain", b"I. ")
    sent = await door.result("sendDocument", chat_id=PERSON, document=file.id)
    status, body = await door.call("editMessageText", chat_id=PERSON, message_id=sent["message_id"], text="a")
    assert (status, body["description"]) == (400, "Bad Request: there is no text in the message to edit")


async def test_what_just_fits_is_sent(tho, door) -> None:
    text = "<b>" + "ệ" * 4096 + "</b>"
    sent = await door.result(
        "sendMessage", chat_id=PERSON, text=text, parse_mode="HTML", reply_markup=keyboard(callback_data="x" * 64)
    )
    assert len(sent["text"]) == 4096
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 4096}]


async def test_the_query_is_too_old_after_its_time(tho, door) -> None:
    tho.limits.callback_seconds = 0.0
    await door.result("sendMessage", chat_id=PERSON, text="a", reply_markup=keyboard(callback_data="x"))
    pressed = await door.post(f"/people/{PERSON}/press", {"data": "x"})
    status, body = await door.call("answerCallbackQuery", callback_query_id=pressed["callback_query_id"])
    assert (status, body["description"].startswith("Bad Request: query is too old")) == (400, True)
