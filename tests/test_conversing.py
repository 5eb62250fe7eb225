"""An answer that cannot be worded ends in an apology, not in silence, and does not come again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web

from bot.budgets import Budgets
from bot.channels.channel import Pace, Words
from bot.clock import Clock
from bot.conversing import Conversation
from bot.menus import Menus
from handlers.vocabulary import Message, Shows
from schedules.plan import Plans
from storage import heard
from storage.database import open_database, unit_of_work
from tests.small_plans import at, database


class Paper:
    """A channel that writes down what it is to say."""

    name, bot, longest, shows = "telegram", "", 4096, Shows()

    def __init__(self) -> None:
        self.said: list[str] = []

    async def listen(self, hear: Callable[[Message], Awaitable[None]]) -> None:
        """Hear nothing: the test speaks to the conversation itself."""

    async def send(self, address: str, words: Words, pace: Pace) -> str:
        self.said.append(words.text)
        return str(len(self.said))

    async def edit(self, address: str, message_id: str, words: Words) -> None:
        self.said.append(words.text)

    async def acknowledge(self, callback_id: str, toast: str) -> None:
        """Show nothing."""

    async def webhook(self, request: web.Request) -> web.Response:
        return web.Response(status=404)

    async def typing(self, address: str) -> None:
        """Show nothing."""

    async def close(self) -> None:
        """Have nothing to let go of."""


async def test_a_reply_kept_by_an_older_version_whose_text_is_gone(tmp_path: Path) -> None:
    engine, paper = open_database(database(tmp_path)), Paper()
    kept = {"texts": [{"key": "a-text-of-last-year", "values": {}}], "buttons": [], "edits": False, "toast": None}
    with unit_of_work(engine) as session:
        heard.keep(session, "telegram", "", "7", {**kept, "attachments": []}, at("04/5 08:00"), "500")
    message = Message("telegram", "", "7", "500", "private", "500", "Nguyễn Thử", said="/viec")
    clock, menus, budgets = Clock(at("04/5 08:00")), Menus(), Budgets({})
    conversation = Conversation(engine, clock, paper, lambda: Plans({}), menus, budgets, lambda: None)
    await conversation.hear(message)
    await conversation.hear(message)
    engine.dispose()
    assert len(paper.said) == 1
    assert paper.said[0].startswith("Hệ thống gặp lỗi khi trả lời nội dung này.")
