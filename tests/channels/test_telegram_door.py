"""Telegram's JSON, and what becomes of it."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from bot.channels.telegram_door import Door
from handlers.vocabulary import SentFile

DOOR = Door("gia-lai", "NhacViec_bot")
AN = {"id": 7, "is_bot": False, "first_name": "Lê", "last_name": "Văn An"}
PRIVATE = {"id": 7, "type": "private", "first_name": "Lê"}
GROUP = {"id": -1005, "type": "supergroup", "title": "Tổ"}


def message(chat: dict[str, Any] = PRIVATE, sender: dict[str, Any] | None = AN, **content: Any) -> dict[str, Any]:
    body = {"message_id": 3, "date": 1777000000, "chat": chat, **content}
    return {"update_id": 9, "message": body | ({"from": sender} if sender else {})}


def member(old: str, new: str, chat: dict[str, Any] = PRIVATE) -> dict[str, Any]:
    us = {"id": 1, "is_bot": True, "first_name": "Nhắc Việc"}

    def state(status: str) -> dict[str, Any]:
        return {"status": status, "user": us, **({"until_date": 0} if status == "kicked" else {})}

    body = {"chat": chat, "from": AN, "date": 1, "old_chat_member": state(old), "new_chat_member": state(new)}
    return {"update_id": 9, "my_chat_member": body}


@pytest.mark.parametrize(
    ("update", "said"),
    [
        pytest.param(message(text="đã nộp"), "đã nộp", id="text"),
        pytest.param(message(text="/start abc_DEF-1"), "/start abc_DEF-1", id="deep link"),
        pytest.param(message(text="/viec@nhacviec_BOT mới"), "/viec mới", id="our name whatever its capitals"),
        pytest.param(message(text="/viec@other_bot"), "/viec", id="another name in private is a slip"),
        pytest.param(message(GROUP, text="/viec@NhacViec_bot"), "/viec", id="our name in a group"),
        pytest.param(message(GROUP, text="@NhacViec_bot, còn nợ gì?"), "còn nợ gì?", id="called by name"),
        pytest.param(message(GROUP, text="@other_bot còn nợ gì?"), "@other_bot còn nợ gì?", id="somebody else named"),
        pytest.param(message(photo=[], caption="báo cáo đã nộp"), "báo cáo đã nộp", id="words under a picture"),
    ],
)
def test_what_is_said(update: dict[str, Any], said: str) -> None:
    heard = DOOR.read(update)
    assert heard is not None
    assert (heard.said, heard.pressed, heard.event) == (said, None, None)
    assert (heard.channel, heard.bot, heard.update_id, heard.sender) == ("telegram", "gia-lai", "9", "7")
    assert heard.sender_name == "Lê Văn An"


FILE = {"file_id": "f", "file_unique_id": "u", "file_name": "bc.pdf"}


def answered(username: str | None) -> dict[str, Any]:
    """Return the message that another one answers."""
    sender = {
        "id": 2,
        "is_bot": username is not None,
        "first_name": "Ai",
        **({"username": username} if username else {}),
    }
    return {"message_id": 2, "date": 1, "chat": GROUP, "text": "Nhắc", "from": sender}


@pytest.mark.parametrize(
    ("content", "addressed"),
    [
        pytest.param({"text": "mai họp nhé"}, False, id="talk among members"),
        pytest.param({"text": "/viec"}, True, id="command"),
        pytest.param({"text": "/viec@NhacViec_bot"}, True, id="command with our name"),
        pytest.param({"text": "@nhacviec_bot còn nợ gì"}, True, id="called by name"),
        pytest.param({"text": "@nam_bot còn nợ gì"}, False, id="somebody else called"),
        pytest.param({"text": "có", "reply_to_message": answered("NhacViec_bot")}, True, id="answers us"),
        pytest.param({"text": "có", "reply_to_message": answered("nam_bot")}, False, id="answers another bot"),
        pytest.param({"text": "có", "reply_to_message": answered(None)}, False, id="answers a member"),
        pytest.param({"document": FILE, "reply_to_message": answered("nhacviec_bot")}, True, id="file that answers us"),
        pytest.param({"document": FILE}, False, id="file among members"),
    ],
)
def test_what_is_meant_for_us_in_a_group(content: dict[str, Any], addressed: bool) -> None:
    heard = DOOR.read(message(GROUP, **content))
    assert heard is not None
    assert heard.addressed is addressed
    in_private = DOOR.read(message(PRIVATE, **content))
    assert in_private is not None
    assert in_private.addressed


@pytest.mark.parametrize(
    ("update", "event", "detail"),
    [
        pytest.param(member("member", "kicked"), "blocked", None, id="blocked"),
        pytest.param(member("kicked", "member"), "unblocked", None, id="unblocked"),
        pytest.param(member("member", "left", GROUP), "blocked", None, id="thrown out of a group"),
        pytest.param(member("left", "administrator", GROUP), "unblocked", None, id="put into a group"),
        pytest.param(
            message({"id": -5, "type": "group", "title": "Tổ"}, migrate_to_chat_id=-1005),
            "migrated",
            "-1005",
            id="migrated",
        ),
        pytest.param(
            message({"id": -5, "type": "group", "title": "Tổ"}, None, migrate_to_chat_id=-1005),
            "migrated",
            "-1005",
            id="migrated by nobody",
        ),
    ],
)
def test_what_happens_to_a_chat(update: dict[str, Any], event: str, detail: str | None) -> None:
    if update.get("my_chat_member", {}).get("new_chat_member", {}).get("status") == "administrator":
        update["my_chat_member"]["new_chat_member"] |= dict.fromkeys(RIGHTS, False)
    heard = DOOR.read(update)
    assert heard is not None
    assert (heard.event, heard.detail, heard.said, heard.pressed) == (event, detail, None, None)


RIGHTS = (
    *("can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats"),
    *("can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories"),
    *("can_edit_stories", "can_delete_stories"),
)


def press(**changed: Any) -> dict[str, Any]:
    under = {"message_id": 3, "date": 1777000000, "chat": PRIVATE, "text": "Nhắc"}
    body = {"id": "55", "from": AN, "chat_instance": "1", "data": "submit:7", "message": under} | changed
    return {"update_id": 9, "callback_query": {name: value for name, value in body.items() if value is not None}}


@pytest.mark.parametrize(
    "update",
    [
        pytest.param(press(), id="under a message"),
        pytest.param(press(message={"message_id": 3, "date": 0, "chat": PRIVATE}), id="under a message too old to see"),
    ],
)
def test_what_is_pressed(update: dict[str, Any]) -> None:
    heard = DOOR.read(update)
    assert heard is not None
    assert (heard.pressed, heard.pressed_message_id, heard.callback_id, heard.address) == ("submit:7", "3", "55", "7")
    assert (heard.said, heard.event) == (None, None)


BOT = {"id": 8, "is_bot": True, "first_name": "Bot"}
CHANNEL = {"id": -1009, "type": "channel", "title": "Kênh"}


@pytest.mark.parametrize(
    "update",
    [
        pytest.param(message(sticker={"emoji": "x"}), id="sticker, with fields missing"),
        pytest.param(message(), id="nothing in it"),
        pytest.param(message(text=""), id="empty text"),
        pytest.param(message(GROUP, text="@NhacViec_bot"), id="only our name"),
        pytest.param(message(GROUP, text="/viec@other_bot"), id="another bot's command"),
        pytest.param(message(GROUP, None, text="chào"), id="an anonymous sender"),
        pytest.param(message(sender=BOT, text="chào"), id="another bot"),
        pytest.param(message(CHANNEL, text="chào"), id="a channel"),
        pytest.param({"update_id": 9, "edited_message": message(text="sửa")["message"]}, id="an edited message"),
        pytest.param({"update_id": 9, "channel_post": message(CHANNEL, text="tin")["message"]}, id="a channel's post"),
        pytest.param(press(data=None, game_short_name="caro"), id="a game"),
        pytest.param(press(message=None, inline_message_id="1"), id="under an inline message"),
        pytest.param(member("member", "member"), id="no change of membership"),
        pytest.param({"update_id": 9}, id="nothing at all"),
        pytest.param({"update_id": 9, "message": []}, id="a list for a message"),
        pytest.param({"update_id": 9, "message": {"text": "mật khẩu"}}, id="fields missing"),
        pytest.param({"update_id": 9, "message": {"date": 10**30, "chat": PRIVATE}}, id="a date beyond all time"),
        pytest.param({"update_id": 9, "callback_query": {"id": 1}}, id="a press of nothing"),
        pytest.param({"update_id": 9, "my_chat_member": {"chat": PRIVATE}}, id="half a membership"),
        pytest.param({}, id="no id"),
        pytest.param(message(text=["a", "list"]), id="a list for a text"),
        pytest.param(message({"id": "seven", "type": ["x"]}, text="chào"), id="a chat of strange types"),
    ],
)
def test_what_is_shrugged_at(update: dict[str, Any], caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    assert DOOR.read(update) is None
    assert "mật khẩu" not in caplog.text


SIZES = [{"file_id": size, "file_unique_id": size, "width": 90, "height": 90} for size in ("small", "large")]


@pytest.mark.parametrize(
    ("sent", "file"),
    [
        (
            {"document": {"file_id": "d1", "file_unique_id": "u", "file_name": "Báo cáo.pdf"}},
            SentFile("document", "d1", "Báo cáo.pdf"),
        ),
        ({"document": {"file_id": "d1", "file_unique_id": "u"}}, SentFile("document", "d1")),
        ({"photo": SIZES}, SentFile("photo", "large")),
    ],
    ids=["document", "document without a name", "picture, the largest size"],
)
@pytest.mark.parametrize("caption", [None, "45/BC-UBND"])
def test_a_file_with_or_without_words(sent: dict[str, Any], file: SentFile, caption: str | None) -> None:
    heard = DOOR.read(message(**sent, **({"caption": caption} if caption else {})))
    assert heard is not None
    assert (heard.file, heard.said) == (file, caption)
