"""How updates reach a bot: long polls, offsets, wishes, webhooks."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from simulator.door import pushing
from simulator.telegram import webhook


async def say(door, person: int, *texts: str) -> None:
    for text in texts:
        await door.post(f"/people/{person}/say", {"text": text})


async def test_a_poll_waits_for_the_next_update(door, an: int) -> None:
    poll = asyncio.create_task(door.result("getUpdates", timeout=10))
    await asyncio.sleep(0.05)
    assert not poll.done()
    await say(door, an, "Đã nộp")
    (update,) = await asyncio.wait_for(poll, 2)
    assert update["message"]["text"] == "Đã nộp"


async def test_an_update_stays_until_a_higher_offset(door, an: int) -> None:
    await say(door, an, "một", "hai", "ba")
    first = await door.result("getUpdates", limit=2)
    assert [each["message"]["text"] for each in first] == ["một", "hai"]
    assert await door.result("getUpdates", limit=2) == first
    (last,) = await door.result("getUpdates", offset=first[-1]["update_id"] + 1)
    assert last["message"]["text"] == "ba"
    await say(door, an, "bốn")
    (newest,) = await door.result("getUpdates", offset=-1)
    assert newest["message"]["text"] == "bốn"
    assert await door.result("getUpdates", offset=newest["update_id"] + 1, timeout=0) == []


async def test_allowed_updates_are_remembered(door, an: int) -> None:
    await door.result("getUpdates", allowed_updates=["callback_query"])
    await say(door, an, "không nghe")
    assert await door.result("getUpdates") == []
    await door.result("getUpdates", allowed_updates=[])
    await say(door, an, "nghe")
    assert len(await door.result("getUpdates")) == 1


async def test_form_and_query_are_read_like_json(door, an: int) -> None:
    await say(door, an, "một", "hai")
    address = f"{door.url}/bot1000001:SIMULATED-TOKEN/getUpdates"
    async with door.session.get(address, params={"limit": "1", "allowed_updates": '["message"]'}) as answer:
        assert len((await answer.json())["result"]) == 1
    async with door.session.post(address, data={"limit": "1", "timeout": "0"}) as answer:
        assert len((await answer.json())["result"]) == 1


async def test_in_a_group_the_bot_hears_what_is_meant_for_it(door, world, an: int) -> None:
    group = await door.post("/groups", {"title": "Tổ công tác", "members": [an]})
    await door.result("getUpdates", offset=-1)
    sent = await door.result("sendMessage", chat_id=group["id"], text="Việc")
    for given in (
        {"text": "chuyện riêng"},
        {"text": "/viec"},
        {"text": "/viec@another_bot"},
        {"text": "@NhacViec_bot xem giúp"},
        {"text": "đã nộp", "reply_to": sent["message_id"]},
    ):
        await door.post(f"/people/{an}/say", {**given, "chat": group["id"]})
    heard = [each["message"]["text"] for each in await door.result("getUpdates") if "text" in each.get("message", {})]
    assert heard == ["/viec", "@NhacViec_bot xem giúp", "đã nộp"]


class Hook:
    """A bot's own server that refuses the first ``refusals`` pushes."""

    def __init__(self) -> None:
        self.heard: list[tuple[str | None, dict[str, Any]]] = []
        self.refusals = 0
        self.url = ""
        self.news = asyncio.Event()

    async def hear(self, request: web.Request) -> web.Response:
        self.heard.append((request.headers.get(webhook.SECRET_HEADER), await request.json()))
        self.news.set()
        if self.refusals > 0:
            self.refusals -= 1
            return web.Response(status=500)
        return web.Response()


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


async def until(count: int, hook: Hook) -> None:
    async with asyncio.timeout(3):
        while len(hook.heard) < count:
            hook.news.clear()
            await hook.news.wait()


async def test_a_webhook_gets_updates_in_order_with_its_secret(door, hook: Hook, an: int) -> None:
    await say(door, an, "một")
    await door.result("setWebhook", url=hook.url, secret_token="bi-mat_1")
    await say(door, an, "hai")
    await until(2, hook)
    assert [(secret, body["message"]["text"]) for secret, body in hook.heard] == [
        ("bi-mat_1", "một"),
        ("bi-mat_1", "hai"),
    ]
    status, body = await door.call("getUpdates")
    assert (status, body["description"]) == (
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
    await door.result("deleteWebhook")
    await say(door, an, "ba")
    assert [each["message"]["text"] for each in await door.result("getUpdates")] == ["ba"]


async def test_a_refused_push_is_tried_again_and_told(door, hook: Hook, an: int) -> None:
    hook.refusals = 2
    await door.result("setWebhook", url=hook.url)
    await say(door, an, "một")
    await until(3, hook)
    assert {body["update_id"] for _, body in hook.heard} == {hook.heard[0][1]["update_id"]}
    assert hook.heard[0][0] is None
    info = await door.result("getWebhookInfo")
    assert (info["url"], info["last_error_message"]) == (
        hook.url,
        "Wrong response from the webhook: 500 Internal Server Error",
    )


async def test_a_push_is_given_up_after_a_few_attempts(door, hook: Hook, an: int) -> None:
    hook.refusals = 4
    await door.result("setWebhook", url=hook.url)
    await say(door, an, "một", "hai")
    await until(5, hook)
    assert hook.heard[-1][1]["message"]["text"] == "hai"


async def test_set_webhook_ends_a_waiting_poll_and_can_drop_what_waits(door, hook: Hook, an: int) -> None:
    poll = asyncio.create_task(door.call("getUpdates", timeout=5))
    await asyncio.sleep(0.05)
    await door.result("setWebhook", url=hook.url)
    status, body = await poll
    assert (status, body["description"]) == (409, "Conflict: terminated by setWebhook request")
    await door.result("setWebhook", url="")
    await say(door, an, "một")
    await door.result("setWebhook", url=hook.url, drop_pending_updates=True)
    await say(door, an, "hai")
    await until(1, hook)
    assert [body["message"]["text"] for _, body in hook.heard] == ["hai"]


async def test_a_secret_of_other_letters_is_refused(door) -> None:
    status, body = await door.call("setWebhook", url="http://127.0.0.1:9/hook", secret_token="bí mật")
    assert (status, body["description"]) == (400, "Bad Request: secret token contains unallowed characters")
