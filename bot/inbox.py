"""Keep a channel's updates in the database until they are handled."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine

from bot.clock import real_now
from storage import arrivals
from storage.database import reading, unit_of_work


@dataclass(frozen=True, slots=True)
class StoredInbox:
    """The inbox of one bot (``bot.channels.channel.Inbox``)."""

    engine: Engine
    channel: str
    bot: str

    async def keep(self, update_id: str, payload: dict[str, Any]) -> bool:
        """Store an update; False if it waits already."""

        def write() -> bool:
            with unit_of_work(self.engine) as session:
                return arrivals.keep(session, self.channel, self.bot, update_id, payload, real_now())

        return await asyncio.to_thread(write)

    async def waiting(self) -> list[tuple[str, dict[str, Any]]]:
        """Return what has been stored and not handled, in the order in which it came."""

        def read() -> list[tuple[str, dict[str, Any]]]:
            with reading(self.engine) as session:
                return [(one.update_id, one.payload) for one in arrivals.waiting(session, self.channel, self.bot)]

        return await asyncio.to_thread(read)

    async def done(self, update_id: str) -> None:
        """Forget an update that has been handled."""

        def write() -> None:
            with unit_of_work(self.engine) as session:
                arrivals.done(session, self.channel, self.bot, update_id)

        await asyncio.to_thread(write)
