"""A simulated Telegram and Zalo, channels that speak to them, and a door behind which somebody else answers."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from bot.channels import telegram_polling, zalo_listening
from bot.channels.channel import Channel
from bot.channels.limiter import Limiter, Limits
from bot.channels.telegram import TelegramChannel
from bot.channels.zalo import ZaloChannel
from bot.inbox import StoredInbox
from handlers.vocabulary import Message
from simulator.limits import no_limits
from simulator.people import Bot, Person
from simulator.server import Running, start
from simulator.world import ZALO_TOKEN, World
from storage.database import open_database

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


@pytest.fixture
async def zalo_simulator(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Running]:
    monkeypatch.setattr(zalo_listening, "FIRST_WAIT", 0.02)
    monkeypatch.setattr(zalo_listening, "REST", 0.02)
    running = await start(World((), zalo_tokens=(ZALO_TOKEN,), limits=no_limits()))
    yield running
    await running.stop()


@pytest.fixture
def zalo_world(zalo_simulator: Running) -> World:
    return zalo_simulator.world


@pytest.fixture
def zalo_bot(zalo_world: World) -> Bot:
    return zalo_world.bots[0]


@pytest.fixture
def zalo_officer(zalo_world: World) -> Person:
    return zalo_world.add_person("Nguyễn Thử Nhất", started=True)


@pytest.fixture
def inbox(empty_database: Path, tmp_path: Path) -> Iterator[StoredInbox]:
    engine = open_database(f"sqlite:///{shutil.copy(empty_database, tmp_path / 'inbox.db')}")
    yield StoredInbox(engine, "zalo", "")
    engine.dispose()


MakeZalo = Callable[..., ZaloChannel]


@pytest.fixture
async def make_zalo(zalo_simulator: Running, inbox: StoredInbox) -> AsyncIterator[MakeZalo]:
    """Make channels to the simulated Zalo, or to ``base_url``; all of them keep their updates in one inbox."""
    made: list[ZaloChannel] = []

    def make(base_url: str = zalo_simulator.zalo_url, **options: Any) -> ZaloChannel:
        usual = {"limiter": Limiter(Limits.unlimited()), "poll_timeout": 5, "read_timeout": 0.3, "inbox": inbox}
        made.append(ZaloChannel(ZALO_TOKEN, base_url, **(usual | options)))
        return made[-1]

    yield make
    for channel in made:
        await channel.close()


@pytest.fixture
def zalo(make_zalo: MakeZalo) -> ZaloChannel:
    return make_zalo()


class Listening:
    """Somebody who listens to a channel, with what was heard; ``answer`` is what hearing does."""

    def __init__(self, channel: Channel, answer: Callable[[Message], Awaitable[None]] | None = None) -> None:
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
    channel: Channel, answer: Callable[[Message], Awaitable[None]] | None = None
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
