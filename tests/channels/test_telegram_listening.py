"""What the Telegram channel hears, in which order, and when an update counts as taken."""

from __future__ import annotations

import asyncio
from collections import Counter

from bot.channels.channel import ChannelDown, Words
from bot.channels.limiter import Limiter, Limits
from bot.channels.telegram import TelegramChannel
from handlers.vocabulary import Message
from simulator import acts
from simulator.people import Bot, Person
from simulator.server import Running
from simulator.world import World
from tests.channels.conftest import TOKEN, listening


def waiting(bot: Bot) -> int:
    """Return how many updates the platform still keeps for the bot."""
    return len(bot.ears.updates.waiting)  # type: ignore[union-attr]


def polling(world: World) -> bool:
    """Tell whether a long poll waits there."""
    return bool(world.bots[0].ears.updates._waiters)  # type: ignore[union-attr]


async def test_said_pressed_blocked_and_back(
    channel: TelegramChannel, world: World, officer: Person, nhacviec: Bot
) -> None:
    async with listening(channel) as listener:
        await listener.until(lambda: polling(world))
        acts.say(world, officer, "đã nộp", bot=nhacviec)
        message_id = await channel.send(str(officer.id), Words("Nhắc", ((("Đã nộp", "submit:7"),),)), "wave")
        press, _, _ = acts.press(world, officer, bot=nhacviec, data="submit:7")
        acts.block(world, officer, nhacviec)
        acts.unblock(world, officer, nhacviec)
        said, pressed, blocked, unblocked = await listener.until_heard(4)

    assert press is not None
    assert said == Message(
        "telegram", "", said.update_id, str(officer.id), "private", str(officer.id), officer.name, said="đã nộp"
    )
    assert (pressed.pressed, pressed.pressed_message_id, pressed.callback_id) == ("submit:7", message_id, press.id)
    assert (blocked.event, unblocked.event) == ("blocked", "unblocked")
    assert [int(one.update_id) for one in (said, pressed, blocked, unblocked)] == sorted(
        int(one.update_id) for one in listener.heard
    )


async def test_groups(channel: TelegramChannel, world: World, officer: Person, nhacviec: Bot) -> None:
    nhacviec.reads_groups = True
    group = world.add_group("Tổ thử nghiệm")
    async with listening(channel) as listener:
        await listener.until(lambda: polling(world))
        acts.join(world, group, officer, [officer], [nhacviec])
        for text in ("/tiendo@nhacviec_bot 1", "/tiendo@khac_bot", "@nhacviec_bot còn nợ gì", "chào cả tổ"):
            acts.say(world, officer, text, bot=nhacviec, group=group)
        supergroup = acts.migrate(world, group, officer)
        heard = await listener.until_heard(5)
        await asyncio.sleep(0.05)

    assert [(one.event, one.said, one.detail) for one in heard] == [
        ("unblocked", None, None),
        (None, "/tiendo 1", None),
        (None, "còn nợ gì", None),
        (None, "chào cả tổ", None),
        ("migrated", None, str(supergroup.id)),
    ]
    assert {(one.address, one.chat_kind) for one in heard} == {(str(group.id), "group")}


async def test_one_chat_in_order_other_chats_meanwhile(
    channel: TelegramChannel, world: World, officer: Person, nhacviec: Bot
) -> None:
    others = [world.add_person(f"Cán bộ mẫu {n}", started=True) for n in range(30)]
    slow = asyncio.Event()

    async def hear(message: Message) -> None:
        if message.said == "chậm":
            await slow.wait()

    async with listening(channel, hear) as listener:
        for text in ("chậm", "hai", "ba"):
            acts.say(world, officer, text, bot=nhacviec)
        for person in others:
            acts.say(world, person, "chào", bot=nhacviec)
        await listener.until_heard(30)
        assert all(one.said == "chào" for one in listener.heard), "nobody waits for the slow one but its own chat"
        acts.say(world, others[0], "đến sau", bot=nhacviec)
        await listener.until_heard(31)
        assert waiting(nhacviec) == 34, "none is confirmed while the first is being heard"
        slow.set()
        await listener.until_heard(34)
        await listener.until(lambda: waiting(nhacviec) == 0)

    assert [one.said for one in listener.heard if one.address == str(officer.id)] == ["chậm", "hai", "ba"]
    assert Counter(one.update_id for one in listener.asked).most_common(1)[0][1] == 1, "none was heard twice"


async def test_stopped_in_the_middle_it_hears_the_update_again(
    channel: TelegramChannel, world: World, officer: Person, nhacviec: Bot
) -> None:
    async def never(message: Message) -> None:
        await asyncio.Event().wait()

    acts.say(world, officer, "đã nộp", bot=nhacviec)
    async with listening(channel, never) as first:
        await first.until(lambda: len(first.asked) == 1)
    async with listening(channel) as second:
        (again,) = await second.until_heard(1)
        await second.until(lambda: waiting(nhacviec) == 0)

    assert first.heard == []
    assert again == first.asked[0]


async def test_a_backlog_of_more_than_one_fetch(
    channel: TelegramChannel, world: World, officer: Person, nhacviec: Bot
) -> None:
    for n in range(250):
        acts.say(world, officer, str(n), bot=nhacviec)
    async with listening(channel) as listener:
        await listener.until_heard(250)

    assert [one.said for one in listener.heard] == [str(n) for n in range(250)]


async def test_ids_may_begin_anywhere_after_a_silence(
    channel: TelegramChannel, world: World, officer: Person, nhacviec: Bot, simulator: Running
) -> None:
    channel._poll_timeout = 0
    async with listening(channel) as listener:
        acts.say(world, officer, "trước", bot=nhacviec)
        await listener.until_heard(1)
        calls = world.counts.calls["getUpdates"]
        await listener.until(lambda: world.counts.calls["getUpdates"] > calls + 2)
        nhacviec.ears.updates._next_id = 17  # type: ignore[union-attr]
        acts.say(world, officer, "sau", bot=nhacviec)
        await listener.until_heard(2)


async def test_the_newer_of_two_pollers_stays(channel: TelegramChannel, world: World, simulator: Running) -> None:
    newer = TelegramChannel(TOKEN, simulator.url, limiter=Limiter(Limits.unlimited()), poll_timeout=5)
    async with listening(channel) as old:
        await old.until(lambda: polling(world))
        async with listening(newer) as new:
            await asyncio.wait([old.task], timeout=3)
            assert isinstance(old.task.exception(), ChannelDown)
            assert not new.task.done()
    await newer.close()
