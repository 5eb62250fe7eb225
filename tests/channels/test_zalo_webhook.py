"""Updates that Zalo brings to our own web server."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.channels import zalo_listening
from bot.channels.channel import ChannelDown
from bot.channels.webhook_body import LARGEST
from bot.channels.zalo import Webhook, ZaloChannel
from bot.channels.zalo_webhook import SECRET_HEADER
from bot.inbox import StoredInbox
from handlers.vocabulary import Message
from simulator import acts
from simulator.people import Bot, Person
from simulator.world import ZALO_TOKEN, World
from tests.channels.conftest import MakeZalo, Stranger, listening
from tests.channels.zalo_side import until_empty, update

SECRET = "only-zalo-knows"
UPDATE = json.dumps(update(text="đã nộp")).encode()
ENVELOPE = json.dumps({"ok": True, "result": update(text="đã nộp")}).encode()


class Site:
    """Our web server with the webhook on it, and the channel behind."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.channel: ZaloChannel

    async def bring(self, body: bytes, secret: str | None = SECRET) -> int:
        headers = {SECRET_HEADER: secret} if secret is not None else {}
        async with (
            aiohttp.ClientSession() as session,
            session.post(self.url, data=io.BytesIO(body), headers=headers) as answer,
        ):
            return answer.status


@pytest.fixture
async def site(make_zalo: MakeZalo) -> AsyncIterator[Site]:
    application = web.Application()
    runner = web.AppRunner(application)

    async def webhook(request: web.Request) -> web.Response:
        return await made.channel.webhook(request)

    application.router.add_post("/zalo/gia-lai", webhook)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made = Site(f"http://127.0.0.1:{runner.addresses[0][1]}/zalo/gia-lai")
    made.channel = make_zalo(bot="gia-lai", webhook=Webhook(made.url, SECRET))
    yield made
    await runner.cleanup()


def ready(world: World) -> bool:
    return bool(world.bots[0].ears.webhook.url)  # type: ignore[union-attr]


@pytest.mark.parametrize("body", ["envelope", "bare"])
async def test_from_the_phone_to_hearing(
    body: Any,
    site: Site,
    inbox: StoredInbox,
    zalo_world: World,
    zalo_officer: Person,
    zalo_bot: Bot,
    caplog: pytest.LogCaptureFixture,
) -> None:
    zalo_world.zalo.webhook_body = body
    async with listening(site.channel) as listener:
        await listener.until(lambda: ready(zalo_world))
        acts.say(zalo_world, zalo_officer, "đã nộp", bot=zalo_bot)
        acts.event(zalo_world, zalo_officer, "sticker", bot=zalo_bot)
        said, sticker = await listener.until_heard(2)
        await until_empty(inbox)

    assert (said.said, said.bot, sticker.event) == ("đã nộp", "gia-lai", "unreadable")
    assert "could not reach" not in caplog.text, "Zalo's probe was answered with 200"
    assert SECRET not in caplog.text
    assert ZALO_TOKEN not in caplog.text


async def test_zalo_need_not_wait_until_it_is_heard(site: Site, inbox: StoredInbox, zalo_world: World) -> None:
    go = asyncio.Event()

    async def hear(message: Message) -> None:
        await go.wait()

    async with listening(site.channel, hear) as listener:
        await listener.until(lambda: ready(zalo_world))
        assert [await site.bring(UPDATE), await site.bring(ENVELOPE)] == [200, 200], "the same, in two forms"
        await listener.until(lambda: len(listener.asked) == 1)
        assert len(await inbox.waiting()) == 1
        go.set()
        await until_empty(inbox)
    assert len(listener.asked) == 1


@pytest.mark.parametrize(
    ("secret", "body", "status"),
    [
        pytest.param(SECRET, UPDATE, 200, id="an update"),
        pytest.param(SECRET, ENVELOPE, 200, id="an update in its envelope"),
        pytest.param(SECRET, b"", 200, id="an empty probe"),
        pytest.param(SECRET, b"{}", 200, id="an empty object"),
        pytest.param(SECRET, b'{"ok": true, "result": null}', 200, id="nothing in an envelope"),
        pytest.param(SECRET, b'{"event_name": "user.follow", "message": 5}', 200, id="something that we do not use"),
        pytest.param(SECRET, b'{"event_name": {}, "message": [[]]}', 200, id="wrong types"),
        pytest.param(None, UPDATE, 403, id="no secret"),
        pytest.param("", UPDATE, 403, id="an empty secret"),
        pytest.param("only-zalo-know", UPDATE, 403, id="wrong secret"),
        pytest.param("bí mật của ai", UPDATE, 403, id="a secret beyond ASCII"),
        pytest.param(None, b"x" * 10 * 1024 * 1024, 403, id="no secret and a huge body"),
        pytest.param(SECRET, b'{"event_name": "message.te', 400, id="broken JSON"),
        pytest.param(SECRET, b"[" * 100_000, 400, id="JSON without a bottom"),
        pytest.param(SECRET, b"\xff\xfe", 400, id="no text"),
        pytest.param(SECRET, b"[]", 400, id="a list"),
        pytest.param(SECRET, b'{"a": "' + b"x" * LARGEST + b'"}', 413, id="more than a mebibyte"),
        pytest.param(SECRET, b'{"a": "' + b"x" * 10 * LARGEST + b'"}', 413, id="ten mebibytes"),
    ],
)
async def test_the_door(secret: str | None, body: bytes, status: int, site: Site, inbox: StoredInbox) -> None:
    try:
        answered = await site.bring(body, secret)
    except aiohttp.ClientOSError:  # refused while still being written
        answered = 413 if secret == SECRET else 403
    assert answered == status
    assert len(await inbox.waiting()) == (1 if status == 200 and "nộp".encode() in _plain(body) else 0)


def _plain(body: bytes) -> bytes:
    return body.replace(b"n\\u1ed9p", "nộp".encode())


async def test_what_came_before_somebody_listened_is_heard_then(site: Site, inbox: StoredInbox) -> None:
    own = update(text="Nhắc việc", message_id="own", **{"from": {"id": "2000002", "display_name": "Bot"}})
    assert await site.bring(json.dumps(own).encode()) == 200
    assert await site.bring(UPDATE) == 200
    assert len(await inbox.waiting()) == 2, "before getMe our own id is not known"
    async with listening(site.channel) as listener:
        await listener.until_heard(1)
        await until_empty(inbox)
    assert [one.said for one in listener.asked] == ["đã nộp"], "our own message was dropped then"


async def test_what_cannot_be_stored_is_asked_for_again(
    site: Site,
    inbox: StoredInbox,
    zalo_world: World,
    zalo_officer: Person,
    zalo_bot: Bot,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    failing = iter([True])
    keep = StoredInbox.keep

    async def busy(self: StoredInbox, update_id: str, payload: dict[str, Any]) -> bool:
        if next(failing, False):
            raise RuntimeError("cannot store " + str(payload))
        return await keep(self, update_id, payload)

    monkeypatch.setattr(StoredInbox, "keep", busy)
    async with listening(site.channel) as listener:
        await listener.until(lambda: ready(zalo_world))
        acts.say(zalo_world, zalo_officer, "đã nộp", bot=zalo_bot)
        await listener.until_heard(1)
        await until_empty(inbox)

    assert [one.said for one in listener.asked] == ["đã nộp"]
    assert "could not be stored: RuntimeError" in caplog.text
    assert "đã nộp" not in caplog.text


async def test_messages_that_come_together_are_heard_once_and_one_after_the_other(
    site: Site, inbox: StoredInbox, zalo_world: World
) -> None:
    inside: list[str] = []
    most = 0

    async def hear(message: Message) -> None:
        nonlocal most
        inside.append(message.update_id)
        most = max(most, len(inside))
        await asyncio.sleep(0.02)
        inside.remove(message.update_id)

    async with listening(site.channel, hear) as listener:
        await listener.until(lambda: ready(zalo_world))
        bodies = [json.dumps(update(text="x", message_id=str(number % 6))).encode() for number in range(12)]
        statuses = await asyncio.gather(*(site.bring(body) for body in bodies))
        await until_empty(inbox)

    assert statuses == [200] * 12
    assert sorted(one.update_id for one in listener.asked) == list("012345")
    assert most == 1


async def test_what_comes_again_after_it_was_heard_is_known(
    site: Site, inbox: StoredInbox, zalo_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zalo_listening, "REMEMBERED", 2)
    async with listening(site.channel) as listener:
        await listener.until(lambda: ready(zalo_world))
        for number in (1, 2, 3, 3, 2, 1):
            assert await site.bring(json.dumps(update(text="x", message_id=number)).encode()) == 200
            await until_empty(inbox)
    assert [one.update_id for one in listener.asked] == ["1", "2", "3", "1"], "the oldest is left to who hears"


async def test_a_webhook_that_zalo_cannot_reach_is_told(
    make_zalo: MakeZalo, zalo_world: World, caplog: pytest.LogCaptureFixture
) -> None:
    channel = make_zalo(webhook=Webhook("https://nhacviec.example.vn/zalo/all", SECRET))
    async with listening(channel) as listener:
        await listener.until(lambda: "could not reach the webhook" in caplog.text)
        assert not listener.task.done(), "the address stands all the same"
    assert "NOT_REACHED" in caplog.text
    assert SECRET not in caplog.text


async def test_a_webhook_that_zalo_refuses_stops_the_channel(make_zalo: MakeZalo) -> None:
    channel = make_zalo(webhook=Webhook("http://nhacviec.example.vn/zalo/all", SECRET))
    with pytest.raises(ChannelDown, match="refused"):
        await asyncio.wait_for(channel.listen(lambda message: asyncio.sleep(0)), 3)


async def test_url_and_secret_are_told(make_zalo: MakeZalo, stranger: Stranger) -> None:
    stranger.body = b'{"ok": true, "result": {"url": "x", "updated_at": 1}}'
    channel = make_zalo(stranger.url, webhook=Webhook("https://nhacviec.example.vn/zalo/all", SECRET))
    async with listening(channel) as listener:
        await listener.until(lambda: len(stranger.calls) == 2)
    assert stranger.calls[1] == (
        "setWebhook",
        {"url": "https://nhacviec.example.vn/zalo/all", "secret_token": SECRET},
    )


async def test_polling_takes_an_old_webhook_away(
    zalo: ZaloChannel, site: Site, zalo_world: World, zalo_officer: Person, zalo_bot: Bot
) -> None:
    async with listening(site.channel) as listener:
        await listener.until(lambda: ready(zalo_world))
    async with listening(zalo) as listener:
        acts.say(zalo_world, zalo_officer, "đã nộp", bot=zalo_bot)
        await listener.until_heard(1)
    assert not ready(zalo_world)


async def test_where_updates_are_fetched_there_is_no_door(zalo: ZaloChannel, site: Site) -> None:
    site.channel = zalo
    assert await site.bring(UPDATE) == 404


@pytest.mark.parametrize("secret", ["", "7-chars", "bí mật của Zalo", "with a space", "x" * 257, "line\nbreak"])
def test_a_secret_that_zalo_or_a_header_would_refuse(secret: str) -> None:
    with pytest.raises(ValueError, match="secret"):
        Webhook("https://nhacviec.example.vn/zalo/all", secret)


@pytest.mark.parametrize("secret", ["8-chars!", "x" * 256])
def test_a_secret_that_fits_is_not_printed(secret: str) -> None:
    assert secret not in repr(Webhook("https://nhacviec.example.vn/zalo/all", secret))
