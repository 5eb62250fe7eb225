"""A simulated Telegram and a channel that speaks to it; and a door behind which somebody else answers."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web

from bot.channels import telegram_polling
from bot.channels.limiter import Limiter, Limits
from bot.channels.telegram import TelegramChannel
from handlers.vocabulary import Message
from simulator.limits import no_limits
from simulator.people import Bot, Person
from simulator.server import Running, start
from simulator.world import World

TOKEN = "1000001:SIMULATED-TOKEN"


@pytest.fixture
async def simulator(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Running]:
    monkeypatch.setattr(telegram_polling, "LOOK_AGAIN", 0.02)
    running = await start(World([f"{TOKEN}=nhacviec_bot"], limits=no_limits()))
    yield running
    await running.stop()


@pytest.fixture
def world(simulator: Running) -> World:
    return simulator.world


@pytest.fixture
def officer(world: World) -> Person:
    return world.add_person("Nguyễn Văn Thử", started=True)


@pytest.fixture
def nhacviec(world: World) -> Bot:
    return world.bots[0]


@pytest.fixture
async def channel(simulator: Running) -> AsyncIterator[TelegramChannel]:
    made = TelegramChannel(TOKEN, simulator.url, limiter=Limiter(Limits.unlimited()), poll_timeout=5, read_timeout=0.3)
    yield made
    await made.close()


class Listening:
    """Somebody who listens to a channel, with what was heard; ``answer`` is what hearing does."""

    def __init__(self, channel: TelegramChannel, answer: Callable[[Message], Awaitable[None]] | None = None) -> None:
        self.heard: list[Message] = []
        self.asked: list[Message] = []
        self._answer = answer
        self.task = asyncio.create_task(channel.listen(self._hear))

    async def _hear(self, message: Message) -> None:
        self.asked.append(message)
        if self._answer:
            await self._answer(message)
        self.heard.append(message)

    async def until(self, done: Callable[[], bool]) -> None:
        async with asyncio.timeout(5):
            while not done():
                assert not self.task.done() or self.task.exception() is None
                await asyncio.sleep(0.005)

    async def until_heard(self, count: int) -> list[Message]:
        await self.until(lambda: len(self.heard) >= count)
        return self.heard

    async def stop(self) -> None:
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)


@asynccontextmanager
async def listening(
    channel: TelegramChannel, answer: Callable[[Message], Awaitable[None]] | None = None
) -> AsyncIterator[Listening]:
    """Listen while the block runs."""
    listener = Listening(channel, answer)
    try:
        yield listener
    finally:
        await listener.stop()


class Stranger:
    """A server that answers every call with one status and body, and keeps what it was asked."""

    def __init__(self) -> None:
        self.status, self.body, self.media_type = 200, b"", "application/json"
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.url = ""

    async def answer(self, request: web.Request) -> web.Response:
        asked = await request.json() if request.content_type == "application/json" else {}
        self.calls.append((request.path.rsplit("/", 1)[1], asked))
        return web.Response(status=self.status, body=self.body, content_type=self.media_type)


@pytest.fixture
async def stranger() -> AsyncIterator[Stranger]:
    """Somebody at the place where Telegram should be."""
    made = Stranger()
    application = web.Application()
    application.router.add_route("*", "/{path:.*}", made.answer)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield made
    await runner.cleanup()
