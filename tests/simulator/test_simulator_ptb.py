"""python-telegram-bot speaks to the simulator as to Telegram: every method, and the exception of every refusal."""

from __future__ import annotations

import asyncio
import io
from typing import Any

import pytest
import telegram
from telegram import BotCommand, BotCommandScopeChat, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)

from simulator import acts
from simulator.faults import Fault
from tests.simulator.conftest import ptb_bot
from tests.simulator.pictures import jpeg, png

KEYS = InlineKeyboardMarkup(
    [
        [
            InlineKeyboardButton("Đã nộp", callback_data="nop:1"),
            InlineKeyboardButton("Đã nhận", callback_data="nhan:1"),
        ],
        [InlineKeyboardButton("Đề cương", url="https://example.org/de-cuong")],
    ]
)


async def test_the_bot_knows_itself(bot: telegram.Bot) -> None:
    me = await bot.get_me()
    assert (me.id, me.username, me.first_name, me.is_bot) == (1000001, "nhacviec_bot", "Nhắc Việc", True)


async def test_a_message_reaches_the_phone_with_marks_and_buttons(bot: telegram.Bot, door, an: int) -> None:
    sent = await bot.send_message(an, "<b>Hạn</b> mai &lt;07/5&gt;", parse_mode="HTML", reply_markup=KEYS)
    assert (sent.text, sent.text_html, sent.chat.id, sent.from_user.username) == (
        "Hạn mai <07/5>",
        "<b>Hạn</b> mai &lt;07/5&gt;",
        an,
        "nhacviec_bot",
    )
    assert sent.reply_markup == KEYS
    (shown,) = await door.phone(an)
    assert (shown["id"], shown["from"], shown["text"], shown["html"]) == (
        sent.message_id,
        "bot",
        "Hạn mai <07/5>",
        "<b>Hạn</b> mai &lt;07/5&gt;",
    )
    assert shown["buttons"] == [
        [
            {"label": "Đã nộp", "data": "nop:1", "url": None},
            {"label": "Đã nhận", "data": "nhan:1", "url": None},
        ],
        [{"label": "Đề cương", "data": None, "url": "https://example.org/de-cuong"}],
    ]


async def test_edits_are_counted_and_deletions_leave_the_phone(bot: telegram.Bot, door, an: int) -> None:
    sent = await bot.send_message(an, "Việc", reply_markup=KEYS)
    edited = await bot.edit_message_text("Đã ghi nhận", an, sent.message_id)
    assert isinstance(edited, telegram.Message)
    assert (edited.text, edited.reply_markup) == ("Đã ghi nhận", None)
    await bot.edit_message_reply_markup(an, sent.message_id, reply_markup=KEYS)
    (shown,) = await door.phone(an)
    assert (shown["text"], shown["edited"], len(shown["buttons"])) == ("Đã ghi nhận", 2, 2)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_reply_markup(an, sent.message_id, reply_markup=KEYS)
    assert await bot.delete_message(an, sent.message_id) is True
    assert await door.phone(an) == []
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(an, sent.message_id)


async def test_start_press_answer_notice(bot: telegram.Bot, door, world) -> None:
    person = world.add_person("Phạm Thị Giả Định", username="giadinh")
    said = await door.post(f"/people/{person.id}/say", {"text": "/start MA-MOI_1"})
    (update,) = await bot.get_updates(timeout=0)
    assert (update.update_id, update.message.message_id) == (said["update_id"], said["message_id"])
    assert (update.message.text, update.message.entities[0].type) == ("/start MA-MOI_1", "bot_command")
    assert (update.message.from_user.full_name, update.message.from_user.language_code) == ("Phạm Thị Giả Định", "vi")
    sent = await bot.send_message(person.id, "Việc", reply_markup=KEYS)
    pressed = await door.post(f"/people/{person.id}/press", {"message_id": sent.message_id, "label": "Đã nộp"})
    (update,) = await bot.get_updates(offset=update.update_id + 1, timeout=0)
    query = update.callback_query
    assert (query.id, query.data, query.from_user.id) == (pressed["callback_query_id"], "nop:1", person.id)
    assert query.message.message_id == sent.message_id
    assert await bot.answer_callback_query(query.id, "Đã ghi nhận") is True
    (toast,) = (await door.get(f"/people/{person.id}/phone"))["toasts"]
    assert (toast["press"], toast["message_id"], toast["text"], toast["alert"]) == (
        query.id,
        sent.message_id,
        "Đã ghi nhận",
        False,
    )
    with pytest.raises(BadRequest, match="Query is too old and response timeout expired or query id is invalid"):
        await bot.answer_callback_query(query.id)


@pytest.mark.parametrize(("make", "size"), [(png, (320, 120)), (jpeg, (640, 480))], ids=["png", "jpeg"])
async def test_photos_have_their_size(bot: telegram.Bot, door, an: int, make: Any, size: tuple[int, int]) -> None:
    sent = await bot.send_photo(an, make(*size), caption="<i>Tiến độ</i>", parse_mode="HTML")
    assert (sent.photo[-1].width, sent.photo[-1].height, sent.caption_html) == (*size, "<i>Tiến độ</i>")
    (shown,) = await door.phone(an)
    assert (shown["photo"]["width"], shown["text"], shown["document"]) == (size[0], "Tiến độ", None)


async def test_a_picture_that_cannot_be_read_is_refused(bot: telegram.Bot, an: int) -> None:
    with pytest.raises(BadRequest, match="Image_process_failed"):
        await bot.send_photo(an, b"not a picture")


async def test_documents_travel_both_ways(bot: telegram.Bot, door, an: int) -> None:
    sent = await bot.send_document(an, io.BytesIO("Mục I".encode()), filename="de-cuong.txt", reply_markup=KEYS)
    assert (sent.document.file_name, sent.document.file_size) == ("de-cuong.txt", 7)
    again = await bot.send_document(an, sent.document.file_id)
    assert again.document.file_id == sent.document.file_id
    shown = (await door.phone(an))[0]
    assert (shown["document"]["name"], shown["document"]["size"]) == ("de-cuong.txt", 7)
    async with door.session.get(door.url + shown["document"]["link"]) as answer:
        assert await answer.read() == "Mục I".encode()
    await door.post(f"/people/{an}/document", {"name": "bao-cao.txt", "content": "Đã nộp", "caption": "45/BC-UBND"})
    (update,) = await bot.get_updates(timeout=0)
    assert (update.message.caption, update.message.document.file_name) == ("45/BC-UBND", "bao-cao.txt")
    file = await bot.get_file(update.message.document.file_id)
    assert bytes(await file.download_as_bytearray()).decode() == "Đã nộp"


async def test_commands_by_scope_and_language(bot: telegram.Bot, door, an: int) -> None:
    await bot.set_my_commands([BotCommand("help", "Help")])
    await bot.set_my_commands([BotCommand("viec", "Việc còn nợ")], language_code="vi")
    await bot.set_my_commands([BotCommand("tiendo", "Tiến độ")], scope=BotCommandScopeChat(an))
    assert [each.command for each in await bot.get_my_commands(language_code="vi")] == ["viec"]
    told = await door.get("/commands", person=an)
    assert told["commands"]["nhacviec_bot"] == [{"command": "tiendo", "description": "Tiến độ"}]
    await bot.delete_my_commands(scope=BotCommandScopeChat(an))
    told = await door.get("/commands", person=an)
    assert told["commands"]["nhacviec_bot"][0]["command"] == "viec"
    stored = (await door.get("/commands"))["commands"]
    assert [(each["scope"], each["language_code"]) for each in stored] == [
        ({"type": "default"}, ""),
        ({"type": "default"}, "vi"),
    ]


async def test_small_methods(bot: telegram.Bot, an: int) -> None:
    assert await bot.send_chat_action(an, "typing")
    assert await bot.set_my_description("Nhắc việc của cơ quan", language_code="vi")
    assert (await bot.get_my_description("vi")).description == "Nhắc việc của cơ quan"
    assert await bot.set_my_short_description("Nhắc việc")
    assert (await bot.get_my_short_description("en")).short_description == "Nhắc việc"
    assert (await bot.get_my_name()).name == "Nhắc Việc"
    assert (await bot.get_webhook_info()).url == ""
    assert await bot.delete_webhook()


@pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")
async def test_429_is_retry_after(bot: telegram.Bot, world, an: int) -> None:
    world.limits.chat_per_second, world.limits.chat_burst = 0.2, 1
    await bot.send_message(an, "một")
    with pytest.raises(RetryAfter) as raised:
        await bot.send_message(an, "hai")
    assert raised.value.retry_after in (5, 4)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("stranger", "can't initiate conversation"),
        ("blocked", "blocked by the user"),
        ("deactivated", "user is deactivated"),
    ],
)
async def test_403_is_forbidden(bot: telegram.Bot, world, state: str, words: str) -> None:
    person = world.add_person("Lê Thị Ví Dụ", started=state != "stranger")
    if state == "blocked":
        acts.block(world, person, world.bots[0])
    person.deactivated = state == "deactivated"
    with pytest.raises(Forbidden, match=words):
        await bot.send_message(person.id, "a")


async def test_400_is_bad_request_and_the_wrong_chat_too(bot: telegram.Bot, an: int) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(7, "a")
    with pytest.raises(BadRequest, match="Message is too long"):
        await bot.send_message(an, "a" * 4097)
    with pytest.raises(BadRequest, match="Can't parse entities: unsupported start tag"):
        await bot.send_message(an, "<p>a", parse_mode="HTML")


async def test_401_is_invalid_token(running) -> None:
    stranger = ptb_bot(running, "1000001:WRONG")
    with pytest.raises(InvalidToken):
        await stranger.initialize()
    await stranger.shutdown()


async def test_a_group_that_moved_is_chat_migrated(bot: telegram.Bot, door, an: int) -> None:
    group = await door.post("/groups", {"title": "Tổ công tác", "members": [an]})
    moved = await door.post(f"/groups/{group['id']}/migrate")
    with pytest.raises(ChatMigrated) as raised:
        await bot.send_message(group["id"], "a")
    assert raised.value.new_chat_id == moved["id"]
    assert (await bot.send_message(moved["id"], "a")).chat.type == "supergroup"
    updates = await bot.get_updates(timeout=0)
    told = [(each.message.migrate_to_chat_id, each.message.migrate_from_chat_id) for each in updates if each.message]
    assert told[-2:] == [(moved["id"], None), (None, group["id"])]


async def test_two_pollers_are_a_conflict(bot: telegram.Bot, running) -> None:
    async with ptb_bot(running) as second:
        first_poll = asyncio.create_task(bot.get_updates(timeout=5))
        await asyncio.sleep(0.1)
        second_poll = asyncio.create_task(second.get_updates(timeout=1))
        with pytest.raises(Conflict, match="terminated by other getUpdates request; make sure that only one bot"):
            await first_poll
        assert await second_poll == ()


async def test_500_is_a_network_error_and_silence_times_out(bot: telegram.Bot, running, world, door, an: int) -> None:
    world.faults.order(Fault("status", status=502, method="sendMessage"))
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await bot.send_message(an, "a")
    world.faults.order(Fault("late", seconds=3, method="sendMessage"))
    async with ptb_bot(running, read_timeout=0.3) as hurried:
        with pytest.raises(TimedOut):
            await hurried.send_message(an, "b")
    assert [each["text"] for each in await door.phone(an)] == ["b"]  # it arrived all the same


async def test_blocking_and_unblocking_is_told(bot: telegram.Bot, door, an: int) -> None:
    await door.post(f"/people/{an}/block")
    await door.post(f"/people/{an}/unblock")
    blocked, unblocked = (each.my_chat_member for each in await bot.get_updates(timeout=0))
    assert (blocked.chat.id, blocked.old_chat_member.status, blocked.new_chat_member.status) == (an, "member", "kicked")
    assert (unblocked.new_chat_member.status, unblocked.new_chat_member.user.username) == ("member", "nhacviec_bot")
