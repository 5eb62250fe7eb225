"""Zalo's webhook: what it takes, the probe, two bodies, and when an event comes again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from simulator.door import pushing
from simulator.zalo.webhook import SECRET_HEADER
from tests.simulator.doors import ZaloDoor

SECRET = "bi-mat-cua-bot"


class Hook:
    """A bot's own server; ``statuses`` are answered in their order, then 200."""

    def __init__(self) -> None:
        self.heard: list[tuple[str | None, dict[str, Any]]] = []
        self.statuses: list[int] = []
        self.url = ""
        self.news = asyncio.Event()

    async def hear(self, request: web.Request) -> web.Response:
        self.heard.append((request.headers.get(SECRET_HEADER), await request.json()))
        self.news.set()
        return web.Response(status=self.statuses.pop(0) if self.statuses else 200)

    async def events(self, count: int) -> list[str]:
        """Return the texts of the events, once so many have come after the probe."""
        async with asyncio.timeout(3):
            while len(self.heard) < count + 1:
                self.news.clear()
                await self.news.wait()
        return [body["result"]["message"]["text"] for _, body in self.heard[1:]]


@pytest.fixture
async def hook(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Hook]:
    monkeypatch.setattr(pushing, "RETRY_AFTER", (0.01, 0.01, 0.01))
    hook = Hook()
    application = web.Application()
    application.router.add_post("/hook", hook.hear)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


async def test_a_webhook_is_probed_and_then_told(zalo: ZaloDoor, hook: Hook, binh: int) -> None:
    result = await zalo.result("setWebhook", url=hook.url, secret_token=SECRET)
    assert result["verification"] == {"ok": True, "outcome": "OK", "status_code": 200, "hint": ""}
    assert (result["url"], result["updated_at"] > 1_700_000_000_000) == (hook.url, True)
    assert hook.heard == [(SECRET, {})]
    await zalo.say(binh, "một", "hai")
    assert await hook.events(2) == ["một", "hai"]
    secret, body = hook.heard[1]
    assert (secret, body["ok"], body["result"]["event_name"]) == (SECRET, True, "message.text.received")
    code, words = await zalo.refused("getUpdates", timeout=0)
    assert (code, "webhook" in words) == (400, True)


async def test_a_bare_body(zalo: ZaloDoor, hook: Hook, binh: int) -> None:
    await zalo.switch(webhook_body="bare", double=True)
    await zalo.result("setWebhook", url=hook.url, secret_token=SECRET)
    await zalo.say(binh, "một")
    async with asyncio.timeout(3):
        while len(hook.heard) < 3:
            hook.news.clear()
            await hook.news.wait()
    (_, first), (_, second) = hook.heard[1:]
    assert (first["event_name"], first["message"]["text"]) == ("message.text.received", "một")
    assert first == second


@pytest.mark.parametrize(
    ("switches", "statuses", "texts"),
    [
        pytest.param({}, [500, 503], ["một", "một", "một", "hai"], id="5xx comes again"),
        pytest.param({}, [500] * 4, ["một", "một", "một", "một", "hai"], id="a few times"),
        pytest.param({}, [403], ["một", "hai"], id="4xx does not"),
        pytest.param({"redeliver": False}, [500], ["một", "hai"], id="switched off"),
    ],
)
async def test_what_comes_again(
    zalo: ZaloDoor, hook: Hook, binh: int, switches: dict[str, Any], statuses: list[int], texts: list[str]
) -> None:
    await zalo.switch(**switches)
    await zalo.result("setWebhook", url=hook.url, secret_token=SECRET)
    hook.statuses = statuses
    await zalo.say(binh, "một", "hai")
    assert await hook.events(len(texts)) == texts


async def test_a_webhook_stands_though_its_probe_failed(zalo: ZaloDoor, hook: Hook, binh: int) -> None:
    hook.statuses = [401]
    result = await zalo.result("setWebhook", url=hook.url, secret_token=SECRET)
    assert (result["verification"]["ok"], result["verification"]["outcome"]) == (False, "HTTP_ERROR")
    assert result["verification"]["status_code"] == 401
    assert (await zalo.result("getWebhookInfo"))["url"] == hook.url
    await zalo.say(binh, "một")
    assert await hook.events(1) == ["một"]


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/hook", "https://bot.example.org/hook"], ids=["closed", "elsewhere"]
)
async def test_an_address_that_cannot_be_reached(zalo: ZaloDoor, url: str) -> None:
    result = await zalo.result("setWebhook", url=url, secret_token=SECRET)
    assert (result["url"], result["verification"]["outcome"]) == (url, "NOT_REACHED")
    assert (await zalo.result("testWebhook"))["status_code"] == 0


@pytest.mark.parametrize(
    ("url", "secret", "words"),
    [
        pytest.param("http://bot.example.org/hook", SECRET, "url must be https", id="http elsewhere"),
        pytest.param("", SECRET, "url must be https", id="no url"),
        pytest.param("https://[::1/hook", SECRET, "url must be https", id="no address at all"),
        pytest.param("{hook}", "1234567", "8 to 256", id="short secret"),
        pytest.param("{hook}", "1" * 257, "8 to 256", id="long secret"),
        pytest.param("{hook}", "", "8 to 256", id="no secret"),
    ],
)
async def test_what_set_webhook_refuses(zalo: ZaloDoor, hook: Hook, url: str, secret: str, words: str) -> None:
    code, told = await zalo.refused("setWebhook", url=url.replace("{hook}", hook.url), secret_token=secret)
    assert (code, words in told) == (400, True)
    assert (await zalo.result("getWebhookInfo"))["url"] == ""
    assert hook.heard == []


async def test_after_delete_polling_works_again(zalo: ZaloDoor, hook: Hook, binh: int) -> None:
    assert (await zalo.refused("testWebhook"))[0] == 400
    poll = asyncio.create_task(zalo.refused("getUpdates", timeout=5))
    await asyncio.sleep(0.05)
    await zalo.result("setWebhook", url=hook.url, secret_token=SECRET)
    assert (await poll)[0] == 400  # setWebhook ends a waiting poll
    tested = await zalo.result("testWebhook")
    assert (tested["ok"], tested["latency_ms"] >= 0, len(hook.heard)) == (True, True, 2)
    assert (await zalo.result("deleteWebhook"))["url"] == ""
    await zalo.say(binh, "một")
    assert (await zalo.event())["message"]["text"] == "một"
