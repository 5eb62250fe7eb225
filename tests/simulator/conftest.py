"""A simulator on a free port for each test, reached over real HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
import telegram
from telegram.request import HTTPXRequest

from simulator.limits import no_limits
from simulator.server import Running, start
from simulator.world import TOKEN, World


class Door:
    """The simulator's two APIs: ``call`` is the bot's side, ``get`` and ``post`` are the people's."""

    def __init__(self, url: str, session: aiohttp.ClientSession) -> None:
        self.url, self.session = url, session

    async def call(self, method: str, token: str = TOKEN, **given: Any) -> tuple[int, dict[str, Any]]:
        async with self.session.post(f"{self.url}/bot{token}/{method}", json=given) as answer:
            return answer.status, await answer.json()

    async def result(self, method: str, **given: Any) -> Any:
        status, body = await self.call(method, **given)
        assert (status, body["ok"]) == (200, True), body
        return body["result"]

    async def get(self, path: str, **query: Any) -> dict[str, Any]:
        async with self.session.get(f"{self.url}/sim{path}", params=query) as answer:
            return await answer.json() | {"status": answer.status}

    async def post(self, path: str, given: Any = None) -> dict[str, Any]:
        async with self.session.post(f"{self.url}/sim{path}", json=given) as answer:
            return await answer.json() | {"status": answer.status}

    async def phone(self, person: int, **query: Any) -> list[dict[str, Any]]:
        return (await self.get(f"/people/{person}/phone", **query))["messages"]


@pytest.fixture
def world() -> World:
    return World(limits=no_limits())


@pytest.fixture
async def running(world: World) -> AsyncIterator[Running]:
    running = await start(world)
    yield running
    await running.stop()


@pytest.fixture
async def door(running: Running) -> AsyncIterator[Door]:
    async with aiohttp.ClientSession() as session:
        yield Door(running.url, session)


def ptb_bot(running: Running, token: str = TOKEN, read_timeout: float = 5.0) -> telegram.Bot:
    request = HTTPXRequest(connection_pool_size=4, read_timeout=read_timeout, connect_timeout=5, media_write_timeout=5)
    base = running.url
    return telegram.Bot(token, base_url=f"{base}/bot", base_file_url=f"{base}/file/bot", request=request)


@pytest.fixture
async def bot(running: Running) -> AsyncIterator[telegram.Bot]:
    async with ptb_bot(running) as bot:
        yield bot


@pytest.fixture
def an(world: World) -> int:
    """Nguyễn Thị Thử, who has pressed start."""
    return world.add_person("Nguyễn Thị Thử", started=True).id
