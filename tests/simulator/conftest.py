"""A simulator on a free port for each test, reached over real HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest
import telegram
from telegram.request import HTTPXRequest

from simulator.limits import no_limits
from simulator.server import Running, start
from simulator.world import TOKEN, ZALO_TOKEN, World
from tests.simulator.doors import Door, ZaloDoor


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


@pytest.fixture
def zalo_world() -> World:
    return World(zalo_tokens=(ZALO_TOKEN,), limits=no_limits())


@pytest.fixture
async def zalo(zalo_world: World) -> AsyncIterator[ZaloDoor]:
    running = await start(zalo_world)
    async with aiohttp.ClientSession() as session:
        yield ZaloDoor(running.url, session)
    await running.stop()


@pytest.fixture
def binh(zalo_world: World) -> int:
    """Trần Thử Bình, who has written to both bots."""
    return zalo_world.add_person("Trần Thử Bình", started=True).id
