"""What the Telegram channel sends, edits and answers."""

from __future__ import annotations

import asyncio
import json
import time
from typing import Any

import httpx
import pytest

from bot.channels.channel import Channel, Never, Words
from bot.channels.telegram import GROUPS, TelegramChannel
from handlers.vocabulary import Attachment
from simulator import acts
from simulator.faults import Fault
from simulator.limits import Limits as SimulatedLimits
from simulator.messages import Message
from simulator.people import Bot, Person
from simulator.server import Running
from simulator.world import World
from tests.channels.conftest import TOKEN, Stranger

REMINDER = Words(
    "<b>UBND xã Thử Nghiệm</b>\nBáo cáo sơ kết &amp; phụ lục: https://example.vn",
    ((("Đã nộp", "submit:7"), ("Đề cương", "outline:7")), (("Xin gia hạn", "extend:7"),)),
)


def phone(world: World, person: Person, bot: Bot) -> list[Message]:
    return [message for message in world.thread(person.id, bot.id).values() if message.from_bot]


async def test_a_message_arrives_with_its_markup_and_buttons(
    channel: TelegramChannel, world: World, officer: Person, nhacviec: Bot
) -> None:
    message_id = await channel.send(str(officer.id), REMINDER, "wave")

    (seen,) = phone(world, officer, nhacviec)
    assert str(seen.id) == message_id
    assert seen.text == "UBND xã Thử Nghiệm\nBáo cáo sơ kết & phụ lục: https://example.vn"
    assert [(mark["type"], mark["offset"], mark["length"]) for mark in seen.marks if mark["type"] == "bold"] == [
        ("bold", 0, 18)
    ]
    assert [[(button.label, button.data) for button in row] for row in seen.buttons] == [
        [("Đã nộp", "submit:7"), ("Đề cương", "outline:7")],
        [("Xin gia hạn", "extend:7")],
    ]


async def test_links_get_no_preview(stranger: Stranger) -> None:
    stranger.body = _ok({"message_id": 5, "date": 1, "chat": {"id": 1, "type": "private"}})
    channel = TelegramChannel(TOKEN, stranger.url)

    assert await channel.send("1", REMINDER, "answer") == "5"
    await channel.close()

    ((method, asked),) = stranger.calls
    assert method == "sendMessage"
    assert asked["chat_id"] == 1
    assert asked["parse_mode"] == "HTML"
    assert asked["link_preview_options"] == {"is_disabled": True}


TABLE = Attachment("Tiến độ nộp báo cáo.xlsx", b"PK\x03\x04 table", "application/vnd.ms-excel")
DRAWN = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (9).to_bytes(4) * 2  # as far as a platform looks at it
PICTURE = Attachment('mã "QR".png', DRAWN, "image/png")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(
            Words("Bảng tiến độ", ((("Xem", "status:1"),),), (TABLE,)),
            [("Bảng tiến độ", "Tiến độ nộp báo cáo.xlsx", 1)],
            id="one file carries the words",
        ),
        pytest.param(
            Words("d" * 1025, ((("Xem", "status:1"),),), (TABLE,)),
            [("d" * 1025, None, 1), ("", "Tiến độ nộp báo cáo.xlsx", 0)],
            id="words too long for a caption go first",
        ),
        pytest.param(
            Words("Hai tệp", (), (TABLE, PICTURE)),
            [("Hai tệp", None, 0), ("", "Tiến độ nộp báo cáo.xlsx", 0), ("", "mã _QR_.png", 0)],
            id="two files follow the words",
        ),
        pytest.param(Words("", (), (TABLE,)), [("", "Tiến độ nộp báo cáo.xlsx", 0)], id="a file without words"),
    ],
)
async def test_files(
    words: Words,
    expected: list[tuple[str, str | None, int]],
    channel: TelegramChannel,
    world: World,
    officer: Person,
    nhacviec: Bot,
) -> None:
    message_id = await channel.send(str(officer.id), words, "answer")

    seen = phone(world, officer, nhacviec)
    assert [(one.text, one.file and one.file.name, len(one.buttons)) for one in seen] == expected
    assert str(seen[0].id) == message_id
    files = [one.file for one in seen if one.file]
    assert files[0].content == TABLE.content
    assert files[0].media_type == TABLE.media_type
    assert [one.is_photo for one in files] == [one.name.endswith(".png") for one in files]


async def test_calls_go_through_the_proxy(stranger: Stranger) -> None:
    stranger.body = _ok({"id": 1, "is_bot": True, "first_name": "Nhắc Việc", "username": "nhacviec_bot"})
    channel = TelegramChannel(TOKEN, "http://telegram.invalid", proxy=stranger.url)

    assert await channel.me() == "nhacviec_bot"
    await channel.close()


async def test_edits_replace_words_and_buttons(
    channel: TelegramChannel, world: World, officer: Person, nhacviec: Bot
) -> None:
    message_id = await channel.send(str(officer.id), REMINDER, "wave")
    await channel.edit(str(officer.id), message_id, Words("<i>Đã ghi nhận</i>"))

    (seen,) = phone(world, officer, nhacviec)
    assert (seen.text, seen.buttons) == ("Đã ghi nhận", ())


async def test_an_edit_with_nothing_left_to_do_is_no_error(channel: TelegramChannel, officer: Person) -> None:
    message_id = await channel.send(str(officer.id), REMINDER, "wave")
    await channel.edit(str(officer.id), message_id, REMINDER)
    await channel.edit(str(officer.id), "999999", REMINDER)


async def test_an_edit_with_broken_markup_is_an_error(channel: TelegramChannel, officer: Person) -> None:
    message_id = await channel.send(str(officer.id), REMINDER, "wave")
    with pytest.raises(Never, match="bad-markup"):
        await channel.edit(str(officer.id), message_id, Words("<b>dở"))


async def test_a_pressed_button_is_acknowledged(
    channel: TelegramChannel, world: World, officer: Person, nhacviec: Bot
) -> None:
    await channel.send(str(officer.id), REMINDER, "wave")
    press, _, _ = acts.press(world, officer, bot=nhacviec, data="submit:7")
    assert press is not None
    await channel.acknowledge(press.id, "Đã ghi nhận")

    assert [toast.text for toast in world.toasts[officer.id]] == ["Đã ghi nhận"]


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(
            Fault("refuse", status=400, description="Bad Request: query is too old and response timeout expired"),
            id="too old",
        ),
        pytest.param(Fault("drop"), id="network"),
        pytest.param(Fault("refuse", status=403, description="Forbidden: bot was blocked by the user"), id="blocked"),
    ],
)
async def test_courtesies_never_fail(fault: Fault, channel: TelegramChannel, world: World, officer: Person) -> None:
    fault.times = 2
    world.faults.order(fault)
    await channel.acknowledge("4000000000000001", "Đã ghi nhận")
    await channel.typing(str(officer.id))


async def test_menus_for_everybody_and_for_one_chat_in_two_languages(
    channel: TelegramChannel, world: World, officer: Person, nhacviec: Bot
) -> None:
    everybody = {"vi": [("viec", "Việc còn nợ")], "en": [("viec", "What is outstanding")]}
    in_groups = {"vi": [("lienket", "Liên kết")]}
    await channel.set_menu({None: everybody, str(officer.id): {"vi": [("tiendo", "Tiến độ")]}, GROUPS: in_groups})

    menu = nhacviec.ears.menu  # type: ignore[union-attr]
    chat = {"type": "chat", "chat_id": officer.id}
    assert menu.get(None, "") == [{"command": "viec", "description": "Việc còn nợ"}]
    assert menu.get(None, "en") == [{"command": "viec", "description": "What is outstanding"}]
    assert menu.get(chat, "") == [{"command": "tiendo", "description": "Tiến độ"}]
    assert menu.get({"type": "all_group_chats"}, "") == [{"command": "lienket", "description": "Liên kết"}]


async def test_its_own_name_is_asked_once(channel: TelegramChannel, world: World) -> None:
    assert await channel.me() == "nhacviec_bot"
    assert await channel.me() == "nhacviec_bot"
    assert world.counts.calls == {"getMe": 1}


async def test_httpx_carries_nothing(
    channel: TelegramChannel, officer: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("httpx was used")

    monkeypatch.setattr(httpx.AsyncClient, "__init__", refuse)
    monkeypatch.setattr(httpx.AsyncClient, "request", refuse)
    await channel.send(str(officer.id), REMINDER, "wave")


def test_it_is_a_channel() -> None:
    channel: Channel = TelegramChannel(TOKEN, bot="gia-lai")
    assert (channel.name, channel.bot, channel.longest) == ("telegram", "gia-lai", 4096)


async def test_within_telegrams_own_limits_nothing_is_refused(simulator: Running, world: World, nhacviec: Bot) -> None:
    world.limits = SimulatedLimits()
    channel = TelegramChannel(TOKEN, simulator.url)
    people = [world.add_person(f"Cán bộ mẫu {n}", started=True) for n in range(35)]
    wave = [asyncio.create_task(channel.send(str(person.id), REMINDER, "wave")) for person in people]
    await asyncio.sleep(0.5)
    begun = time.monotonic()
    await channel.send(str(people[-1].id), Words("Đã ghi nhận"), "answer")
    waited = time.monotonic() - begun
    await asyncio.gather(*wave)
    await channel.close()

    assert world.counts.calls["sendMessage"] == 36
    assert [len(phone(world, person, nhacviec)) for person in people] == [1] * 34 + [2]
    assert waited < 0.3, "an answer does not wait for the wave"


def _ok(result: dict[str, Any]) -> bytes:
    return json.dumps({"ok": True, "result": result}).encode()


@pytest.mark.parametrize(
    ("ref", "media_type", "method"),
    [("document-1", "application/octet-stream", "sendDocument"), ("photo-1", "image/jpeg", "sendPhoto")],
)
async def test_a_file_that_lies_on_telegram_is_sent_again_by_its_id(
    stranger: Stranger, ref: str, media_type: str, method: str
) -> None:
    stranger.body = _ok({"message_id": 5, "date": 1, "chat": {"id": 1, "type": "private"}})
    channel = TelegramChannel(TOKEN, stranger.url)

    await channel.send("1", Words("Minh chứng", (), (Attachment("Báo cáo.pdf", b"", media_type, ref=ref),)), "answer")
    await channel.close()

    ((called, asked),) = stranger.calls
    assert called == method
    assert ref in str(asked)
