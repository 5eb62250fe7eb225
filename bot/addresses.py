"""Learn where the bots are found, so that an invitation made in a chat can carry a link."""

from __future__ import annotations

import asyncio
from typing import Protocol, runtime_checkable

import structlog
from sqlalchemy import Engine

from bot.channels.channel import Channel, DeliveryError
from storage import bot_links
from storage.database import unit_of_work

log = structlog.get_logger()


@runtime_checkable
class HasName(Protocol):
    """A channel whose platform tells the bot's own name."""

    async def me(self) -> str:
        """Return the name in the bot's link."""


async def note_address(engine: Engine, channel: Channel) -> None:
    """Ask for the name of a bot and keep its link; where the platform does not answer, invitations have none."""
    if channel.name != "telegram" or not isinstance(channel, HasName):  # Zalo's bots do not know their link
        return
    try:
        name = await channel.me()
    except DeliveryError as trouble:
        log.info("name of the bot not learnt", channel=channel.name, trouble=trouble.trouble)
        return
    if name:
        await asyncio.to_thread(_note, engine, channel, f"https://t.me/{name}")


def _note(engine: Engine, channel: Channel, link: str) -> None:
    with unit_of_work(engine) as session:
        bot_links.note(session, channel.name, channel.bot, link)
