"""What goes wrong while the Zalo channel listens, and that nobody goes unheard for it."""

from __future__ import annotations

import asyncio
import json
import logging
from functools import partial
from typing import Any

import aiohttp
import pytest
from sqlalchemy.exc import OperationalError

from bot.channels import zalo as zalo_channel
from bot.channels import zalo_line, zalo_listening
from bot.channels.channel import ChannelDown, NotNow
from bot.channels.growing_wait import GrowingWait
from bot.channels.hearing import TRIES
from bot.channels.zalo import ZaloChannel
from bot.inbox import StoredInbox
from handlers.vocabulary import Message
from simulator import acts
from simulator.faults import Fault
from simulator.people import Bot, Person
from simulator.world import ZALO_TOKEN, World
from tests.channels.conftest import MakeZalo, Stranger, listening
from tests.channels.zalo_side import until_empty, update


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait hundredths of a second where a second would be waited in trouble."""
    for module in (zalo_channel, zalo_line, zalo_listening):
        monkeypatch.setattr(module, "GrowingWait", partial(GrowingWait, 0.02))


async def test_what_failed_is_tried_again_and_in_order(
    zalo: ZaloChannel, inbox: StoredInbox, zalo_world: World, zalo_officer: Person, zalo_bot: Bot
) -> None:
    failing = iter([True, True])

    async def hear(message: Message) -> None:
        if message.said == "một" and next(failing, False):
            raise RuntimeError("the database is locked")

    acts.say(zalo_world, zalo_officer, "một", bot=zalo_bot)
    acts.say(zalo_world, zalo_officer, "hai", bot=zalo_bot)
    async with listening(zalo, hear) as listener:
        await listener.until_heard(2)
        await until_empty(inbox)

    assert [one.said for one in listener.asked] == ["một", "một", "một", "hai"]


async def test_what_fails_for_ever_is_given_up_and_does_not_make_the_bot_deaf(
    zalo: ZaloChannel,
    inbox: StoredInbox,
    zalo_world: World,
    zalo_officer: Person,
    zalo_bot: Bot,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def hear(message: Message) -> None:
        if message.said == "mật khẩu":
            raise RuntimeError("cannot read " + repr(message.said))

    for text in ("mật khẩu", "sau"):
        acts.say(zalo_world, zalo_officer, text, bot=zalo_bot)
    caplog.set_level(logging.INFO)
    async with listening(zalo, hear) as listener:
        await listener.until_heard(1)
        await until_empty(inbox)

    assert [one.said for one in listener.asked] == ["mật khẩu"] * TRIES + ["sau"]
    assert f"try {TRIES} of {TRIES}: RuntimeError" in caplog.text
    assert "mật khẩu" not in caplog.text, "the error's text quotes what somebody wrote"


@pytest.mark.parametrize("step", ["keep", "waiting", "done"])
async def test_an_inbox_that_is_busy_for_a_while_loses_nothing(
    step: str,
    quick: None,
    make_zalo: MakeZalo,
    inbox: StoredInbox,
    zalo_world: World,
    zalo_officer: Person,
    zalo_bot: Bot,
    caplog: pytest.LogCaptureFixture,
) -> None:
    busy = Busy(inbox, step)
    for text in ("một", "hai"):
        acts.say(zalo_world, zalo_officer, text, bot=zalo_bot)
    async with listening(make_zalo(inbox=busy)) as listener:
        await listener.until_heard(2)
        await until_empty(inbox)

    assert [one.said for one in listener.asked] == ["một", "hai"]
    assert busy.refused == 3
    assert "đã ghi" not in caplog.text


class Busy:
    """An inbox of which one step fails three times, with an error that quotes what was said."""

    def __init__(self, inbox: StoredInbox, step: str) -> None:
        self._inbox = inbox
        self._step = step
        self.refused = 0

    def __getattr__(self, name: str) -> Any:
        async def use(*given: Any) -> Any:
            if name == self._step and self.refused < 3:
                self.refused += 1
                raise OperationalError("insert đã ghi", given, Exception("database is locked"))
            return await getattr(self._inbox, name)(*given)

        return use


async def test_trouble_is_waited_out(
    quick: None, zalo: ZaloChannel, zalo_world: World, zalo_officer: Person, zalo_bot: Bot
) -> None:
    zalo._line._trouble = GrowingWait(0.02)
    zalo_world.faults.order(Fault("cut", method="getMe"))
    zalo_world.faults.order(Fault("status", status=502, method="getMe"))
    zalo_world.faults.order(Fault("refuse", status=404, method="deleteWebhook"))
    zalo_world.faults.order(Fault("refuse", status=403, method="getUpdates"))
    zalo_world.faults.order(Fault("cut", method="getUpdates"))
    zalo_world.faults.order(Fault("refuse", status=400, method="getUpdates"))
    async with listening(zalo) as listener:
        await listener.until(lambda: zalo_world.counts.calls["getUpdates"] >= 3)
        acts.say(zalo_world, zalo_officer, "đã nộp", bot=zalo_bot)
        await listener.until_heard(1)


async def test_a_refused_poll_waits_longer_each_time_but_not_for_an_hour(
    make_zalo: MakeZalo, stranger: Stranger, monkeypatch: pytest.MonkeyPatch
) -> None:
    zalo = make_zalo(stranger.url)
    moments = [0, 60, 180, 420, 720]
    monkeypatch.setattr(zalo._line._calls_refused, "_clock", iter(moments).__next__)
    stranger.body = b'{"ok": false, "error_code": 429, "description": "Quota exceeded"}'
    waits = []
    for _ in moments:
        with pytest.raises(NotNow) as raised:
            await zalo._line.fetch(0)
        assert not raised.value.counts
        waits.append(raised.value.wait)
    assert waits == [60, 120, 240, 300, 300]
    assert stranger.calls[0] == ("getUpdates", {"timeout": "0"})


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b'{"ok": false, "error_code": 408}', id="408"),
        pytest.param(b'{"ok": true, "result": null}', id="null"),
        pytest.param(b'{"ok": true, "result": []}', id="an empty list"),
        pytest.param(b'{"ok": true}', id="no result"),
        pytest.param(json.dumps({"ok": True, "result": update(text="mãi")}).encode(), id="the same for ever"),
    ],
)
async def test_answers_that_come_at_once_make_no_storm(
    body: bytes, make_zalo: MakeZalo, stranger: Stranger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zalo_listening, "REST", 0.1)
    stranger.body = body
    zalo = make_zalo(stranger.url)
    polling = asyncio.create_task(zalo._listening.poll(zalo._line.fetch, 30))
    await asyncio.sleep(0.45)
    polling.cancel()
    assert polling.cancelling(), "it was still polling"
    assert 3 <= len(stranger.calls) <= 6


@pytest.mark.parametrize(
    ("fault", "trouble"),
    [
        pytest.param(Fault("refuse", status=401, description="Unauthorized"), "bad-token", id="token refused at start"),
        pytest.param(Fault("refuse", status=404, method="getMe"), "refused", id="no such bot"),
        pytest.param(Fault("refuse", status=401, method="getUpdates"), "bad-token", id="token revoked"),
    ],
)
async def test_a_channel_that_cannot_work_says_so(
    fault: Fault, trouble: str, zalo: ZaloChannel, zalo_world: World, caplog: pytest.LogCaptureFixture
) -> None:
    zalo_world.faults.order(fault)
    with pytest.raises(ChannelDown) as raised:
        await asyncio.wait_for(zalo.listen(lambda message: asyncio.sleep(0)), 3)
    assert raised.value.trouble == trouble
    assert ZALO_TOKEN not in caplog.text + str(raised.value)


async def test_a_message_waits_as_long_as_the_database_is_in_trouble(
    quick: None, zalo: ZaloChannel, inbox: StoredInbox, zalo_world: World, zalo_officer: Person, zalo_bot: Bot
) -> None:
    refused = iter(range(TRIES + 3))

    async def hear(message: Message) -> None:
        if next(refused, None) is not None:
            raise OSError("No space left on device")

    acts.say(zalo_world, zalo_officer, "đã nộp", bot=zalo_bot)
    async with listening(zalo, hear) as listener:
        await listener.until_heard(1)
        await until_empty(inbox)
    assert [one.said for one in listener.heard] == ["đã nộp"]


async def test_a_webhook_set_by_somebody_else_is_taken_away_again(
    quick: None, zalo: ZaloChannel, zalo_world: World, zalo_officer: Person, zalo_bot: Bot
) -> None:
    stolen = {"url": f"{zalo_world.url}/nobody", "secret_token": "somebody-elses"}
    async with listening(zalo) as listener, aiohttp.ClientSession() as session:
        await listener.until(lambda: zalo_world.counts.calls["deleteWebhook"] >= 1)
        async with session.post(f"{zalo_world.url}/zalo/bot{ZALO_TOKEN}/setWebhook", json=stolen) as answer:
            assert answer.status == 200
        await listener.until(lambda: zalo_world.counts.calls["deleteWebhook"] >= 2)
        acts.say(zalo_world, zalo_officer, "còn nợ gì", bot=zalo_bot)
        await listener.until_heard(1)
