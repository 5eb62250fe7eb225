"""The bot beside a simulated Telegram, for the tests that hold the whole of it together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot import delivering
from bot.channels import telegram_polling
from simulator.limits import no_limits
from simulator.server import start
from simulator.world import World
from tests.phones import Phones


@pytest.fixture
async def phones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Phones]:
    monkeypatch.setattr(telegram_polling, "LOOK_AGAIN", 0.02)
    monkeypatch.setattr(delivering, "IDLE", 0.05)
    simulator = await start(World(limits=no_limits()))
    yield Phones(tmp_path, simulator)
    await simulator.stop()
