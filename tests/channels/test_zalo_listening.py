"""What the Zalo channel hears, in which order, and that nothing is lost which Zalo gives only once."""

from __future__ import annotations

import asyncio
import json
import time
from collections import Counter
from typing import Any

import pytest

from bot.channels import zalo_listening
from bot.channels.channel import Words
from bot.channels.zalo import ZaloChannel
from bot.channels.zalo_listening import Listening
from bot.inbox import StoredInbox
from handlers.vocabulary import Message
from simulator import acts
from simulator.people import Bot, Person
from simulator.world import World
from tests.channels.conftest import MakeZalo, Stranger, listening
from tests.channels.zalo_side import address, until_empty, update


@pytest.mark.parametrize("updates", ["object", "list"])
@pytest.mark.parametrize("idle", ["408", "null"])
@pytest.mark.parametrize("status", ["200", "code"])
async def test_texts_pictures_and_the_rest(
    updates: Any, idle: Any, status: Any, make_zalo: MakeZalo, inbox: StoredInbox, zalo_world: World, zalo_bot: Bot
) -> None:
    zalo_world.zalo.updates, zalo_world.zalo.idle, zalo_world.zalo.error_status = updates, idle, status
    person = zalo_world.add_person("Trần Thử Hai")
    async with listening(make_zalo(bot="gia-lai", poll_timeout=0)) as listener:
        acts.say(zalo_world, person, "đã nộp", bot=zalo_bot)
        await listener.until_heard(1)
        calls = zalo_world.counts.calls["getUpdates"]
        await listener.until(lambda: zalo_world.counts.calls["getUpdates"] > calls + 2)  # idle ones
        acts.event(zalo_world, person, "sticker", bot=zalo_bot)
        acts.event(zalo_world, person, "withheld", bot=zalo_bot)
        said, sticker, withheld = await listener.until_heard(3)
        await until_empty(inbox)

    own = address(zalo_bot, person)
    assert said == Message("zalo", "gia-lai", said.update_id, own, "private", own, "Trần Thử Hai", said="đã nộp")
    assert [(one.said, one.event) for one in (sticker, withheld)] == [(None, "unreadable")] * 2


async def test_an_update_without_an_id_is_heard(
    zalo: ZaloChannel, zalo_world: World, zalo_officer: Person, zalo_bot: Bot
) -> None:
    zalo_world.zalo.unsupported = "bare"
    acts.event(zalo_world, zalo_officer, "withheld", bot=zalo_bot)
    async with listening(zalo) as listener:
        (heard,) = await listener.until_heard(1)
    assert len(heard.update_id) == 64


async def test_a_group_that_calls_the_bot_by_its_name(
    zalo: ZaloChannel, zalo_world: World, zalo_officer: Person, zalo_bot: Bot
) -> None:
    group = zalo_world.add_group("Tổ thử nghiệm")
    acts.join(zalo_world, group, zalo_officer, [zalo_officer], [zalo_bot])
    for text in ("chào cả tổ", f"@{zalo_bot.name} còn nợ gì"):
        acts.say(zalo_world, zalo_officer, text, bot=zalo_bot, group=group)
    async with listening(zalo) as listener:
        (heard,) = await listener.until_heard(1)

    assert (heard.said, heard.chat_kind) == ("còn nợ gì", "group")
    assert heard.address == address(zalo_bot, group)
    assert heard.sender == address(zalo_bot, zalo_officer)


async def test_its_own_messages_are_not_heard(
    zalo: ZaloChannel, inbox: StoredInbox, zalo_world: World, zalo_officer: Person, zalo_bot: Bot
) -> None:
    zalo_world.zalo.echo = True
    async with listening(zalo) as listener:
        for number in range(3):
            await zalo.send(address(zalo_bot, zalo_officer), Words(f"Nhắc {number}"), "answer")
        acts.say(zalo_world, zalo_officer, "đã nộp", bot=zalo_bot)
        await listener.until_heard(1)
        await until_empty(inbox)
    assert [one.said for one in listener.asked] == ["đã nộp"]


async def test_one_chat_in_order_other_chats_meanwhile(
    zalo: ZaloChannel, inbox: StoredInbox, zalo_world: World, zalo_officer: Person, zalo_bot: Bot
) -> None:
    others = [zalo_world.add_person(f"Cán bộ mẫu {n}") for n in range(30)]
    slow = asyncio.Event()

    async def hear(message: Message) -> None:
        if message.said == "chậm":
            await slow.wait()

    async with listening(zalo, hear) as listener:
        for text in ("chậm", "hai", "ba"):
            acts.say(zalo_world, zalo_officer, text, bot=zalo_bot)
        for person in others:
            acts.say(zalo_world, person, "chào", bot=zalo_bot)
        await listener.until_heard(30)
        assert all(one.said == "chào" for one in listener.heard), "nobody waits for the slow one but its own chat"
        acts.say(zalo_world, others[0], "đến sau", bot=zalo_bot)
        await listener.until_heard(31)
        slow.set()
        await listener.until_heard(34)
        await until_empty(inbox)

    mine = address(zalo_bot, zalo_officer)
    assert [one.said for one in listener.heard if one.address == mine] == ["chậm", "hai", "ba"]
    assert Counter(one.update_id for one in listener.asked).most_common(1)[0][1] == 1, "none was heard twice"


async def test_killed_between_receipt_and_handling_each_is_heard_once(
    make_zalo: MakeZalo, inbox: StoredInbox, zalo_world: World, zalo_officer: Person, zalo_bot: Bot
) -> None:
    async def never(message: Message) -> None:
        await asyncio.Event().wait()

    other = zalo_world.add_person("Trần Thử Hai")
    for person, text in ((zalo_officer, "một"), (other, "khác"), (zalo_officer, "hai")):
        acts.say(zalo_world, person, text, bot=zalo_bot)
    async with listening(make_zalo(), never) as first:
        async with asyncio.timeout(5):
            while len(await inbox.waiting()) < 3:
                await asyncio.sleep(0.005)
    assert first.heard == []

    acts.say(zalo_world, zalo_officer, "ba", bot=zalo_bot)
    async with listening(make_zalo()) as second:
        await second.until_heard(4)
        await until_empty(inbox)
    assert Counter(one.said for one in second.asked) == Counter(["một", "hai", "khác", "ba"])
    mine = address(zalo_bot, zalo_officer)
    assert [one.said for one in second.heard if one.address == mine] == ["một", "hai", "ba"]

    async with listening(make_zalo()) as third:
        await third.until(lambda: zalo_world.counts.calls["getUpdates"] > 1)
        assert third.asked == []


async def test_what_comes_twice_is_heard_once(
    zalo: ZaloChannel, inbox: StoredInbox, zalo_world: World, zalo_officer: Person, zalo_bot: Bot
) -> None:
    zalo_world.zalo.double = True
    go = asyncio.Event()
    async with listening(zalo, lambda message: _wait(go)) as listener:
        acts.say(zalo_world, zalo_officer, "đã nộp", bot=zalo_bot)
        await listener.until(lambda: len(listener.asked) == 1 and not zalo_bot.ears.events.waiting)  # type: ignore[union-attr]
        go.set()
        await until_empty(inbox)
    assert len(listener.asked) == 1


async def _wait(event: asyncio.Event) -> None:
    await event.wait()


async def test_a_bare_update_is_heard(make_zalo: MakeZalo, stranger: Stranger) -> None:
    stranger.body = json.dumps(update(text="đã nộp")).encode()
    async with listening(make_zalo(stranger.url)) as listener:
        assert (await listener.until_heard(1))[0].said == "đã nộp"


async def test_many_one_after_the_other_come_without_a_rest(
    zalo: ZaloChannel, zalo_world: World, zalo_officer: Person, zalo_bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zalo_listening, "REST", 30)
    for number in range(60):
        acts.say(zalo_world, zalo_officer, str(number), bot=zalo_bot)
    async with listening(zalo) as listener:
        await listener.until_heard(60)
    assert [one.said for one in listener.heard] == [str(number) for number in range(60)]


async def test_the_poll_is_waited_for_longer_than_it_lasts(
    make_zalo: MakeZalo, zalo_world: World, zalo_officer: Person, zalo_bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    async with listening(make_zalo(poll_timeout=1, read_timeout=0.1)) as listener:
        await listener.until(lambda: zalo_world.counts.calls["getUpdates"] >= 1)
        acts.say(zalo_world, zalo_officer, "đã nộp", bot=zalo_bot)
        await listener.until_heard(1)
    assert "failed" not in caplog.text


async def test_without_a_listener_nothing_is_heard_but_all_is_kept(inbox: StoredInbox) -> None:
    heard: list[str] = []
    begun = time.monotonic()

    def read(given: dict[str, Any], update_id: str) -> Message:
        return Message("zalo", "", update_id, "6ede", "private", "6ede", "", said=update_id)

    async def hear(message: Message) -> None:
        heard.append(message.update_id)

    behind = Listening(inbox, read)
    for name in ("a", "b", "a", "c"):
        await behind.take(update(text="x", message_id=name))
    assert heard == []
    assert [update_id for update_id, _ in await inbox.waiting()] == ["a", "b", "c"]

    await behind.begin(hear)
    await until_empty(inbox)
    await behind.end()
    await behind.take(update(text="x", message_id="d"))
    assert heard == ["a", "b", "c"]
    assert [update_id for update_id, _ in await inbox.waiting()] == ["d"]
    assert time.monotonic() - begun < 5
