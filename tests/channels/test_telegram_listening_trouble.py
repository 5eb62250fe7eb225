"""What goes wrong while the Telegram channel listens, and that nobody goes unheard for it."""

from __future__ import annotations

import asyncio
import logging
import time
from functools import partial

import pytest

from bot.channels import telegram_line
from bot.channels.channel import ChannelDown
from bot.channels.growing_wait import GrowingWait
from bot.channels.hearing import TRIES
from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_door import Door
from bot.channels.telegram_polling import Polling
from handlers.vocabulary import Message
from simulator import acts
from simulator.faults import Fault
from simulator.people import Bot, Person
from simulator.world import World
from tests.channels.conftest import TOKEN, listening


def waiting(bot: Bot) -> int:
    """Return how many updates the platform still keeps for the bot."""
    return len(bot.ears.updates.waiting)  # type: ignore[union-attr]


async def test_what_failed_comes_again_and_in_order(
    channel: TelegramChannel, world: World, officer: Person, nhacviec: Bot
) -> None:
    failing = iter([True, True])

    async def hear(message: Message) -> None:
        if message.said == "một" and next(failing, False):
            raise RuntimeError("the database is locked")

    acts.say(world, officer, "một", bot=nhacviec)
    acts.say(world, officer, "hai", bot=nhacviec)
    async with listening(channel, hear) as listener:
        await listener.until_heard(2)
        await listener.until(lambda: waiting(nhacviec) == 0)

    assert [one.said for one in listener.asked] == ["một", "một", "một", "hai"]
    assert [one.said for one in listener.heard] == ["một", "hai"]


async def test_what_fails_for_ever_is_given_up_and_does_not_make_the_bot_deaf(
    channel: TelegramChannel, world: World, officer: Person, nhacviec: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    async def hear(message: Message) -> None:
        if message.said == "mật khẩu":
            raise RuntimeError("cannot read " + repr(message.said))

    acts.say(world, officer, "mật khẩu", bot=nhacviec)
    acts.say(world, officer, "sau", bot=nhacviec)
    caplog.set_level(logging.INFO)
    async with listening(channel, hear) as listener:
        await listener.until_heard(1)
        await listener.until(lambda: waiting(nhacviec) == 0)

    assert [one.said for one in listener.asked] == ["mật khẩu"] * TRIES + ["sau"]
    assert f"try {TRIES} of {TRIES}: RuntimeError" in caplog.text
    assert "mật khẩu" not in caplog.text, "the error's text quotes what somebody wrote"


async def test_what_failed_and_is_no_longer_kept_holds_up_nothing(
    channel: TelegramChannel, world: World, officer: Person, nhacviec: Bot
) -> None:
    async def hear(message: Message) -> None:
        if message.said == "cũ":
            waiting_updates = nhacviec.ears.updates.waiting  # type: ignore[union-attr]
            waiting_updates.popleft()
            raise RuntimeError

    acts.say(world, officer, "cũ", bot=nhacviec)
    other = world.add_person("Trần Thị Mẫu", started=True)
    acts.say(world, other, "mới", bot=nhacviec)
    async with listening(channel, hear) as listener:
        await listener.until_heard(1)
        await listener.until(lambda: waiting(nhacviec) == 0)

    assert [one.said for one in listener.asked] == ["cũ", "mới"]


@pytest.mark.filterwarnings("ignore:.*retry_after")
async def test_trouble_is_waited_out(
    channel: TelegramChannel, world: World, officer: Person, nhacviec: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telegram_line, "GrowingWait", partial(GrowingWait, 0.05))
    channel._line._trouble = GrowingWait(0.05)
    world.faults.order(Fault("cut", method="getMe"))
    world.faults.order(Fault("status", status=502, method="deleteWebhook"))
    world.faults.order(Fault("refuse", status=429, method="getUpdates", parameters={"retry_after": 1}))
    acts.say(world, officer, "đã nộp", bot=nhacviec)
    begun = time.monotonic()
    async with listening(channel) as listener:
        await listener.until_heard(1)

    assert 1.1 <= time.monotonic() - begun < 2.5, "two short waits, and the second that Telegram asked for"


@pytest.mark.parametrize(
    ("fault", "trouble"),
    [
        pytest.param(Fault("refuse", status=401, description="Unauthorized"), "bad-token", id="token refused at start"),
        pytest.param(
            Fault("refuse", status=409, method="getUpdates", description="Conflict: terminated by other getUpdates"),
            "second-poller",
            id="another poller",
        ),
        pytest.param(
            Fault("refuse", status=401, method="getUpdates", description="Unauthorized"),
            "bad-token",
            id="token revoked",
        ),
    ],
)
async def test_a_channel_that_cannot_work_says_so(
    fault: Fault, trouble: str, channel: TelegramChannel, world: World, caplog: pytest.LogCaptureFixture
) -> None:
    world.faults.order(fault)
    with pytest.raises(ChannelDown) as raised:
        await asyncio.wait_for(channel.listen(lambda message: asyncio.sleep(0)), 3)
    assert raised.value.trouble == trouble
    assert TOKEN not in caplog.text + str(raised.value)


async def test_updates_that_nobody_can_read_spoil_no_other() -> None:
    batch = [
        "no update",
        {"no": "id"},
        {"update_id": 1, "message": {"broken": True}},
        {"update_id": 2, "message": 5},
        {"update_id": 3, "sticker_revolution": {}},
        {
            "update_id": 4,
            "message": {
                "message_id": 1,
                "date": 1,
                "chat": {"id": 7, "type": "private"},
                "from": {"id": 7, "is_bot": False, "first_name": "Mẫu"},
                "text": "đã nộp",
            },
        },
    ]
    offsets: list[int | None] = []
    seen = asyncio.Event()
    heard: list[Message] = []

    async def fetch(offset: int | None, seconds: int) -> list[dict[str, object]]:
        offsets.append(offset)
        if len(offsets) == 1:
            return batch  # type: ignore[return-value]
        if len(offsets) == 3:
            seen.set()
        await asyncio.sleep(0.01)
        return []

    async def hear(message: Message) -> None:
        heard.append(message)

    task = asyncio.create_task(Polling(fetch, Door("", "nhacviec_bot").read, hear, 0).run())
    await asyncio.wait_for(seen.wait(), 3)
    task.cancel()

    assert [one.said for one in heard] == ["đã nộp"]
    assert offsets[:3] == [None, 5, None]
