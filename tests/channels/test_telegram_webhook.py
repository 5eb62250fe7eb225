"""Updates that Telegram brings to our own web server."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.channels.limiter import Limiter, Limits
from bot.channels.telegram import TelegramChannel, Webhook
from bot.channels.telegram_webhook import SECRET_HEADER
from bot.channels.webhook_body import LARGEST
from handlers.vocabulary import Message
from simulator import acts
from simulator.people import Bot, Person
from simulator.server import Running
from simulator.world import World
from tests.channels.conftest import TOKEN, listening

SECRET = "only-telegram-knows"
UPDATE = {
    "update_id": 9,
    "message": {
        "message_id": 3,
        "date": 1777000000,
        "chat": {"id": 7, "type": "private"},
        "from": {"id": 7, "is_bot": False, "first_name": "An"},
        "text": "đã nộp",
    },
}


class Site:
    """Our web server with the webhook on it, and the channel behind."""

    def __init__(self, channel: TelegramChannel, url: str) -> None:
        self.channel = channel
        self.url = url

    async def bring(self, body: bytes, secret: str | None = SECRET) -> int:
        headers = {SECRET_HEADER: secret} if secret is not None else {}
        body_stream = io.BytesIO(body)
        async with (
            aiohttp.ClientSession() as session,
            session.post(self.url, data=body_stream, headers=headers) as answer,
        ):
            return answer.status


@pytest.fixture
async def site(simulator: Running) -> AsyncIterator[Site]:
    application = web.Application()
    runner = web.AppRunner(application)
    channels: list[TelegramChannel] = []

    async def webhook(request: web.Request) -> web.Response:
        return await channels[0].webhook(request)

    application.router.add_post("/telegram/gia-lai", webhook)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/telegram/gia-lai"
    channels.append(
        TelegramChannel(TOKEN, simulator.url, "gia-lai", Limiter(Limits.unlimited()), webhook=Webhook(url, SECRET))
    )
    yield Site(channels[0], url)
    await channels[0].close()
    await runner.cleanup()


def ready(world: World) -> bool:
    return bool(world.bots[0].ears.webhook.url)  # type: ignore[union-attr]


async def test_from_the_phone_to_hearing(site: Site, world: World, officer: Person, nhacviec: Bot) -> None:
    failing = iter([True])

    async def hear(message: Message) -> None:
        if next(failing, False):
            raise RuntimeError("the database is locked")

    acts.say(world, officer, "đã nộp", bot=nhacviec)
    async with listening(site.channel, hear) as listener:
        (heard,) = await listener.until_heard(1)

    assert (heard.said, heard.bot) == ("đã nộp", "gia-lai")
    assert len(listener.asked) == 2, "Telegram comes again after a 500"
    assert nhacviec.ears.updates.allowed == {"message", "callback_query", "my_chat_member"}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("secret", "body", "status"),
    [
        pytest.param(SECRET, json.dumps(UPDATE).encode(), 200, id="an update"),
        pytest.param(SECRET, b'{"update_id": 10, "poll": {}}', 200, id="something that we do not use"),
        pytest.param(None, json.dumps(UPDATE).encode(), 403, id="no secret"),
        pytest.param("only-telegram-know", json.dumps(UPDATE).encode(), 403, id="wrong secret"),
        pytest.param("bí mật", json.dumps(UPDATE).encode(), 403, id="a secret beyond ASCII"),
        pytest.param(None, b"x" * (LARGEST + 1), 403, id="no secret and a huge body"),
        pytest.param(SECRET, b'{"update_id": 9, "mess', 400, id="broken JSON"),
        pytest.param(SECRET, b"[" * 100_000, 400, id="JSON without a bottom"),
        pytest.param(SECRET, b"\xff\xfe", 400, id="no text"),
        pytest.param(SECRET, b"[]", 400, id="a list"),
        pytest.param(SECRET, b'{"a": "' + b"x" * LARGEST + b'"}', 413, id="more than a mebibyte"),
    ],
)
async def test_the_door(secret: str | None, body: bytes, status: int, site: Site, world: World) -> None:
    async with listening(site.channel) as listener:
        await listener.until(lambda: ready(world))
        assert await site.bring(body, secret) == status
    assert len(listener.asked) == (1 if status == 200 and b"message" in body else 0)


async def test_before_it_listens_telegram_is_asked_to_come_again(site: Site) -> None:
    assert await site.bring(json.dumps(UPDATE).encode()) == 503


async def test_messages_of_one_chat_that_come_together_are_heard_one_after_the_other(site: Site, world: World) -> None:
    inside: list[str] = []
    most = 0

    async def hear(message: Message) -> None:
        nonlocal most
        inside.append(message.update_id)
        most = max(most, len(inside))
        await asyncio.sleep(0.01)
        inside.remove(message.update_id)

    async with listening(site.channel, hear) as listener:
        await listener.until(lambda: ready(world))
        bodies: list[dict[str, Any]] = [UPDATE | {"update_id": n} for n in range(6)]
        statuses = await asyncio.gather(*(site.bring(json.dumps(body).encode()) for body in bodies))

    assert statuses == [200] * 6
    assert most == 1


async def test_polling_takes_an_old_webhook_away(
    channel: TelegramChannel, site: Site, world: World, officer: Person, nhacviec: Bot
) -> None:
    async with listening(site.channel) as listener:
        await listener.until(lambda: ready(world))
    async with listening(channel) as listener:
        acts.say(world, officer, "đã nộp", bot=nhacviec)
        await listener.until_heard(1)
    assert not ready(world)


@pytest.mark.parametrize("secret", ["", "bí mật", "with space", "x" * 257])
def test_a_secret_that_telegram_would_refuse(secret: str) -> None:
    with pytest.raises(ValueError, match="secret"):
        Webhook("https://nhacviec.example.vn/telegram/", secret)


def test_the_secret_is_not_printed() -> None:
    assert SECRET not in repr(Webhook("https://nhacviec.example.vn/telegram/", SECRET))
