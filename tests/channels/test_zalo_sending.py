"""What the Zalo channel sends."""

from __future__ import annotations

import json
import logging
import unicodedata
from typing import Any

import pytest

from bot.channels.channel import Channel, HasButtons, Never, Words
from bot.channels.zalo import ZaloChannel
from bot.inbox import StoredInbox
from handlers.vocabulary import Attachment
from simulator import acts
from simulator.faults import Fault
from simulator.people import Bot, Person
from simulator.world import ZALO_TOKEN, World
from tests.channels.conftest import MakeZalo, Stranger
from tests.channels.zalo_side import address, phone

REMINDER = Words("<b>UBND xã Thử Nghiệm</b>\nBáo cáo sơ kết &amp; phụ lục &lt;2&gt;: <i>hết thứ Năm</i>")
PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00"


def picture(world: World, name: str = "tien-do.png") -> Attachment:
    """Return a picture that can be fetched from the simulator itself."""
    kept = world.files.keep(name, "image/png", PICTURE, (1, 1))
    return Attachment(name, b"", "image/png", link=f"{world.url}/zalo/files/{kept.id}")


async def test_words_arrive_as_plain_composed_text(
    zalo: ZaloChannel, zalo_world: World, zalo_officer: Person, zalo_bot: Bot
) -> None:
    decomposed = Words(unicodedata.normalize("NFD", REMINDER.text))
    ids = [await zalo.send(address(zalo_bot, zalo_officer), words, "wave") for words in (REMINDER, decomposed)]

    seen = phone(zalo_world, zalo_officer, zalo_bot)
    assert [one.text for one in seen] == [
        "UBND xã Thử Nghiệm\nBáo cáo sơ kết & phụ lục <2>: hết thứ Năm",
    ] * 2
    assert [zalo_bot.ears.message_id(one) for one in seen] == ids  # type: ignore[union-attr]


async def test_what_is_too_long_is_not_cut_in_silence(
    zalo: ZaloChannel, zalo_world: World, zalo_officer: Person, zalo_bot: Bot
) -> None:
    await zalo.send(address(zalo_bot, zalo_officer), Words("<b>" + "😀" * 1000 + "</b>"), "wave")
    with pytest.raises(Never, match="too-long"):
        await zalo.send(address(zalo_bot, zalo_officer), Words("😀" * 1000 + "."), "wave")
    assert zalo_world.counts.calls["sendMessage"] == 1


async def test_one_picture_carries_the_words(
    zalo: ZaloChannel, zalo_world: World, zalo_officer: Person, zalo_bot: Bot
) -> None:
    words = Words("Tiến độ <b>nộp</b>", (), (picture(zalo_world),))
    message_id = await zalo.send(address(zalo_bot, zalo_officer), words, "answer")

    (seen,) = phone(zalo_world, zalo_officer, zalo_bot)
    assert (seen.text, seen.file is not None) == ("Tiến độ nộp", True)
    assert zalo_bot.ears.message_id(seen) == message_id  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "pictures", "expected"),
    [
        pytest.param("", 1, [("", True)], id="a picture without words"),
        pytest.param("Hai hình", 2, [("Hai hình", False), ("", True), ("", True)], id="two pictures follow the words"),
    ],
)
async def test_pictures(
    text: str,
    pictures: int,
    expected: list[tuple[str, bool]],
    zalo: ZaloChannel,
    zalo_world: World,
    zalo_officer: Person,
    zalo_bot: Bot,
) -> None:
    files = tuple(picture(zalo_world) for _ in range(pictures))
    await zalo.send(address(zalo_bot, zalo_officer), Words(text, (), files), "answer")

    assert [(one.text, one.file is not None) for one in phone(zalo_world, zalo_officer, zalo_bot)] == expected


async def test_a_picture_that_zalo_cannot_fetch_goes_as_its_address(
    zalo: ZaloChannel, zalo_world: World, zalo_officer: Person, zalo_bot: Bot
) -> None:
    gone = Attachment("tien-do.png", b"", "image/png", link=f"{zalo_world.url}/zalo/files/never")
    await zalo.send(address(zalo_bot, zalo_officer), Words("Tiến độ nộp", (), (gone,)), "answer")

    (seen,) = phone(zalo_world, zalo_officer, zalo_bot)
    assert seen.text == f"Tiến độ nộp\n{gone.link}"


async def test_words_too_long_for_the_address_beside_them_go_before_it(
    zalo: ZaloChannel, zalo_world: World, zalo_officer: Person, zalo_bot: Bot
) -> None:
    gone, words = Attachment("tien-do.png", b"", "image/png", link=f"{zalo_world.url}/zalo/files/never"), "ệ" * 1990
    await zalo.send(address(zalo_bot, zalo_officer), Words(words, (), (gone,)), "answer")
    assert [one.text for one in phone(zalo_world, zalo_officer, zalo_bot)] == [words, gone.link]


async def test_what_zalo_cannot_carry_is_left_out_with_a_line(
    zalo: ZaloChannel, zalo_world: World, zalo_officer: Person, zalo_bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    table = Attachment("bảng.xlsx", b"PK", "application/vnd.ms-excel", link="https://nhacviec.example.vn/f/1")
    unlinked = Attachment("hình.png", b"\x89PNG", "image/png")
    await zalo.send(
        address(zalo_bot, zalo_officer), Words("Bảng", ((("Đã nộp", "submit:7"),),), (table, unlinked)), "answer"
    )

    (seen,) = phone(zalo_world, zalo_officer, zalo_bot)
    assert (seen.text, seen.file) == ("Bảng", None)
    assert "2 files" in caplog.text
    assert "buttons" in caplog.text


@pytest.mark.parametrize(
    ("result", "message_id"),
    [
        pytest.param({"message_id": "82599fa3", "date": 1}, "82599fa3", id="as documented"),
        pytest.param({"message_id": 17}, "17", id="a number"),
        pytest.param({"date": 1}, "", id="no id"),
        pytest.param(None, "", id="no result"),
        pytest.param(["82599fa3"], "", id="a strange result"),
    ],
)
async def test_the_id_of_what_was_sent(result: Any, message_id: str, make_zalo: MakeZalo, stranger: Stranger) -> None:
    stranger.body = json.dumps({"ok": True, "result": result}).encode()
    assert await make_zalo(stranger.url).send("6ede9afa", REMINDER, "answer") == message_id

    assert stranger.calls == [
        (
            "sendMessage",
            {"chat_id": "6ede9afa", "text": "UBND xã Thử Nghiệm\nBáo cáo sơ kết & phụ lục <2>: hết thứ Năm"},
        )
    ]


async def test_typing_is_shown_and_never_fails(
    zalo: ZaloChannel, zalo_world: World, zalo_officer: Person, zalo_bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    await zalo.typing(address(zalo_bot, zalo_officer))
    assert zalo_world.counts.log[-1].method == "sendChatAction"
    assert zalo_world.counts.refusals == {}
    assert caplog.text == "", "its ok has no result, which is no failure"

    zalo_world.faults.order(Fault("drop"))
    for chat in (address(zalo_bot, zalo_officer), "nobody"):
        await zalo.typing(chat)
    assert caplog.text.count("courtesy call") == 2


async def test_its_own_name_is_asked_once(zalo: ZaloChannel, zalo_world: World) -> None:
    assert await zalo.me() == "bot.nhacviec"
    assert await zalo.me() == "bot.nhacviec"
    assert zalo_world.counts.calls == {"getMe": 1}


async def test_calls_go_through_the_proxy(make_zalo: MakeZalo, stranger: Stranger) -> None:
    stranger.body = b'{"ok": true, "result": {"id": "1", "account_name": "bot.nhacviec"}}'
    assert await make_zalo("http://zalo.invalid", proxy=stranger.url).me() == "bot.nhacviec"


def test_a_proxy_of_a_kind_that_would_be_ignored_is_refused(inbox: StoredInbox) -> None:
    with pytest.raises(ValueError, match="http"):
        ZaloChannel(ZALO_TOKEN, inbox=inbox, proxy="socks5://127.0.0.1:1080")


async def test_a_token_with_odd_letters_stays_in_its_place(inbox: StoredInbox, stranger: Stranger) -> None:
    stranger.body = b'{"ok": true, "result": {"id": "1", "account_name": "bot.nhacviec"}}'
    channel = ZaloChannel("12345689:abc/../x?y#z%", stranger.url, inbox=inbox)
    assert await channel.me() == "bot.nhacviec"
    await channel.close()
    assert stranger.calls == [("getMe", {})]


def test_it_is_a_channel_without_buttons(inbox: StoredInbox) -> None:
    channel: Channel = ZaloChannel(ZALO_TOKEN, bot="gia-lai", inbox=inbox)
    assert (channel.name, channel.bot, channel.longest) == ("zalo", "gia-lai", 1900)
    assert (channel.shows.buttons, channel.shows.files) == (False, False)
    assert not isinstance(channel, HasButtons)
    assert ZALO_TOKEN not in repr(channel)


async def test_who_blocked_the_bot_is_told_as_such(
    zalo: ZaloChannel, zalo_world: World, zalo_officer: Person, zalo_bot: Bot
) -> None:
    acts.block(zalo_world, zalo_officer, zalo_bot)
    with pytest.raises(Never) as raised:
        await zalo.send(address(zalo_bot, zalo_officer), REMINDER, "wave")
    assert (raised.value.trouble, raised.value.chat_gone) == ("blocked", True)


async def test_nothing_said_or_secret_is_printed(
    zalo: ZaloChannel, zalo_world: World, zalo_officer: Person, zalo_bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    await zalo.send(address(zalo_bot, zalo_officer), Words("Mật khẩu"), "wave")
    zalo_world.faults.order(Fault("refuse", status=400, description=f"bad {ZALO_TOKEN} Mật khẩu"))
    with pytest.raises(Never) as raised:
        await zalo.send(address(zalo_bot, zalo_officer), Words("Mật khẩu"), "wave")
    await zalo.typing("nobody")

    told = "".join(record.getMessage() for record in caplog.records if record.name.startswith("bot."))
    assert "courtesy call" in told
    for secret in (ZALO_TOKEN, "Mật khẩu"):
        assert secret not in told + str(raised.value) + repr(raised.value.__cause__)
