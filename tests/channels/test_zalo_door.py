"""What the Zalo channel makes of updates, odd ones included."""

from __future__ import annotations

import json
import unicodedata
from copy import deepcopy
from typing import Any

import pytest

from bot.channels.zalo_door import Door, id_of, needed_of, updates_in
from handlers.vocabulary import Message, SentFile
from tests.channels.zalo_side import PERSON, update

DOOR = Door("gia-lai", "9876543210", "bot.nhacviec")


def read(given: dict[str, Any], door: Door = DOOR) -> Message | None:
    needed = needed_of(given)
    return door.read(needed, id_of(needed, 0.0))


def test_every_field_of_a_text() -> None:
    assert read(update(text="  đã nộp\n")) == Message(
        "zalo",
        "gia-lai",
        "82599fa32f56d00e8941",
        "6ede9afa66b88fe6d6a9",
        "private",
        "6ede9afa66b88fe6d6a9",
        "Nguyễn Thử Nhất",
        said="đã nộp",
    )


@pytest.mark.parametrize(
    ("given", "said", "event"),
    [
        pytest.param(update(text=unicodedata.normalize("NFD", "đã nộp")), "đã nộp", None, id="decomposed letters"),
        pytest.param(update("image"), None, "unreadable", id="picture without an address"),
        pytest.param(update("image", photo_url="javascript:1"), None, "unreadable", id="an address of another kind"),
        pytest.param(update("image", photo_url="x", caption="đã nộp"), "đã nộp", None, id="picture with words"),
        pytest.param(update("sticker", sticker="kkk", url="x"), None, "unreadable", id="sticker"),
        pytest.param(update("voice", voice_url="x.aac"), None, "unreadable", id="voice"),
        pytest.param(update("unsupported"), None, "unreadable", id="withheld"),
        pytest.param(update("unsupported", text="còn nợ gì"), "còn nợ gì", None, id="withheld, with words"),
        pytest.param(update(text="\ud83d\ude00 \ud83d hỏng"), "\U0001f600 � hỏng", None, id="half a letter"),
    ],
)
def test_what_was_said(given: dict[str, Any], said: str | None, event: str | None) -> None:
    heard = read(given)
    assert heard is not None
    assert (heard.said, heard.event) == (said, event)
    json.dumps(needed_of(given), ensure_ascii=False).encode()


@pytest.mark.parametrize("field", ["photo_url", "photo"])
def test_a_picture_is_a_link(field: str) -> None:
    picture = SentFile("link", "https://zalo.example/1.jpg")
    for caption in ({}, {"caption": "45/BC-UBND"}):
        heard = read(update("image", **{field: picture.id}, **caption))
        assert heard is not None
        assert (heard.file, heard.said, heard.event) == (picture, caption.get("caption"), None)


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"event_name": "message.text.received"}, id="no message"),
        pytest.param(update("reaction", text="đã nộp"), id="an unknown event"),
        pytest.param({"event_name": ["message.text.received"], "message": {}}, id="an event of another type"),
        pytest.param(update(text=""), id="no words"),
        pytest.param(update(text=" \n"), id="white space"),
        pytest.param(update(text={"b": "đã nộp"}), id="words of another type"),
        pytest.param(update(text="đã nộp", **{"from": PERSON | {"is_bot": True}}), id="a bot"),
        pytest.param(update(text="đã nộp", **{"from": PERSON | {"id": "9876543210"}}), id="our own id"),
        pytest.param(update(text="đã nộp", **{"from": PERSON | {"id": 9876543210}}), id="our own id as a number"),
        pytest.param(update(text="đã nộp", **{"from": None, "chat": None}), id="from nobody, nowhere"),
        pytest.param(update(text="đã nộp", **{"from": [PERSON], "chat": "x"}), id="sender and chat of other types"),
        pytest.param(update(text="đã nộp", **{"from": {"id": {}}, "chat": {"id": True}}), id="ids of other types"),
    ],
)
def test_what_is_not_heard(given: dict[str, Any]) -> None:
    assert read(given) is None


def test_our_own_id_is_unknown_before_it_was_asked() -> None:
    own = update(text="Nhắc việc", **{"from": {"id": "9876543210"}})
    assert read(own, Door("gia-lai")) is not None
    assert read(own) is None


@pytest.mark.parametrize(
    ("changes", "address", "sender", "name"),
    [
        pytest.param({"chat": None}, PERSON["id"], PERSON["id"], "Nguyễn Thử Nhất", id="no chat"),
        pytest.param({"chat": {"id": 77}}, "77", PERSON["id"], "Nguyễn Thử Nhất", id="a number as id"),
        pytest.param({"from": None}, PERSON["id"], PERSON["id"], "", id="no sender"),
        pytest.param({"from": PERSON | {"display_name": 5}}, PERSON["id"], PERSON["id"], "", id="a strange name"),
        pytest.param({"from": PERSON | {"is_bot": "no"}}, PERSON["id"], PERSON["id"], "Nguyễn Thử Nhất", id="is_bot"),
    ],
)
def test_fields_that_are_missing_or_odd(changes: dict[str, Any], address: str, sender: str, name: str) -> None:
    heard = read(update(text="đã nộp", **changes))
    assert heard is not None
    assert (heard.address, heard.sender, heard.sender_name, heard.said) == (address, sender, name, "đã nộp")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("còn nợ gì", "còn nợ gì"),
        ("@nhacviec còn nợ gì", "còn nợ gì"),
        ("@Bot Nhắc Việc: còn nợ gì", "còn nợ gì"),
        ("@Bot Nhac Viec còn nợ gì", "còn nợ gì"),
        ("@bot.nhacviec, còn nợ gì", "còn nợ gì"),
        ("@Khác còn nợ gì @Ai", "còn nợ gì @Ai"),
        ("@ còn nợ gì", "còn nợ gì"),
    ],
)
def test_in_a_group_our_name_is_stripped(text: str, said: str) -> None:
    group = {"chat": {"id": "group-1", "chat_type": "GROUP"}}
    heard = read(update(text=text, **group))
    assert heard is not None
    assert (heard.address, heard.chat_kind, heard.sender, heard.said) == ("group-1", "group", PERSON["id"], said)


def test_in_a_private_chat_nothing_is_stripped() -> None:
    heard = read(update(text="@nhacviec còn nợ gì"))
    assert heard is not None
    assert heard.said == "@nhacviec còn nợ gì"


def test_nothing_but_our_name_says_nothing() -> None:
    assert read(update(text="@Bot Nhắc Việc", chat={"id": "group-1", "chat_type": "GROUP"})) is None


ONE, TWO = update(text="một"), update(text="hai")


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(ONE, [ONE], id="bare"),
        pytest.param({"ok": True, "result": ONE}, [ONE], id="in an envelope"),
        pytest.param([ONE, TWO], [ONE, TWO], id="a list"),
        pytest.param({"ok": True, "result": [ONE, TWO]}, [ONE, TWO], id="a list in an envelope"),
        pytest.param([{"ok": True, "result": ONE}, TWO], [ONE, TWO], id="envelopes in a list"),
        pytest.param([ONE, "no update", None, 5], [ONE], id="odd things in a list"),
        pytest.param({"ok": True, "result": None}, [], id="null"),
        pytest.param({"ok": True}, [], id="no result"),
        pytest.param({}, [], id="empty"),
        pytest.param(None, [], id="nothing"),
        pytest.param("message.text.received", [], id="a word"),
    ],
)
def test_the_updates_in_an_answer(body: Any, found: list[Any]) -> None:
    assert updates_in(body) == found


def test_without_a_message_id_an_update_is_known_by_what_it_says() -> None:
    def known(given: dict[str, Any]) -> str:
        return id_of(needed_of(given), 0.0)

    bare = update("unsupported", message_id=None, date=1)
    same = dict(reversed(list(deepcopy(bare).items())))
    assert known(bare) == known(same)
    assert len(known(bare)) == 64
    assert known(bare) != known(update("unsupported", message_id=None, date=2))
    assert len(known(update(message_id=["82"]))) == 64
    assert known(update(message_id=82)) == "82"


def test_only_what_is_read_is_kept() -> None:
    kept = needed_of(update("image", caption="đã nộp", photo_url="https://zalo.example/1.jpg", extra={"a": [1]}))
    assert kept == {
        "event_name": "message.image.received",
        "message": {
            "message_id": "82599fa32f56d00e8941",
            "date": 1746600000000,
            "caption": "đã nộp",
            "photo_url": "https://zalo.example/1.jpg",
            "from": PERSON,
            "chat": {"id": PERSON["id"], "chat_type": "PRIVATE"},
        },
    }
