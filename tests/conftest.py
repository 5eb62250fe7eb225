"""The bot beside a simulated Telegram, for the tests that hold the whole of it together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot import delivering
from bot.channels import telegram_polling
from simulator.limits import no_limits
from simulator.server import Running, start
from simulator.world import TOKEN, ZALO_TOKEN, World
from storage.database import open_database
from tests.phones import Phones


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one migrated file, to be copied."""
    file = tmp_path_factory.mktemp("empty") / "empty.db"
    open_database(f"sqlite:///{file}").dispose()
    return file


@pytest.fixture
async def simulated(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Running]:
    """Run a simulator with a bot on each channel, and let our own side look around without waiting."""
    monkeypatch.setattr(telegram_polling, "LOOK_AGAIN", 0.02)
    monkeypatch.setattr(delivering, "IDLE", 0.05)
    simulator = await start(World((TOKEN,), zalo_tokens=(ZALO_TOKEN,), limits=no_limits()))
    yield simulator
    await simulator.stop()


@pytest.fixture
def phones(tmp_path: Path, simulated: Running) -> Phones:
    return Phones(tmp_path, simulated)
