"""What the tests of the Zalo channel share: an update as Zalo words it, and a look at phones and inbox."""

from __future__ import annotations

import asyncio
from typing import Any

from bot.inbox import StoredInbox
from simulator.messages import Message
from simulator.people import Bot, Chat
from simulator.world import World

PERSON = {"id": "6ede9afa66b88fe6d6a9", "display_name": "Nguyễn Thử Nhất", "is_bot": False}


def update(event: str = "text", **message: Any) -> dict[str, Any]:
    """Return an update as Zalo's documentation has it."""
    usual = {
        "from": PERSON,
        "chat": {"id": PERSON["id"], "chat_type": "PRIVATE"},
        "message_type": "CHAT_MESSAGE",
        "message_id": "82599fa32f56d00e8941",
        "date": 1746600000000,
    }
    return {"event_name": f"message.{event}.received", "message": usual | message}


def phone(world: World, person: Chat, bot: Bot) -> list[Message]:
    """Return what the bot has sent to somebody."""
    return [message for message in world.thread(person.id, bot.id).values() if message.from_bot]


def address(bot: Bot, chat: Chat) -> str:
    """Return the id under which the bot knows a chat."""
    assert bot.ears is not None
    return bot.ears.address(chat)


async def until_empty(inbox: StoredInbox) -> None:
    """Return when all that came has been handled and forgotten."""
    async with asyncio.timeout(5):
        while await inbox.waiting():
            await asyncio.sleep(0.005)
