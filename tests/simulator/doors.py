"""The two sides of a simulated platform, for tests: the bot's and the people's."""

from __future__ import annotations

from typing import Any

import aiohttp

from simulator.people import Person
from simulator.world import TOKEN, ZALO_TOKEN, World
from simulator.zalo.account import chat_id

BOT = "bot.nhacviec"
IDLE = {"ok": False, "error_code": 408, "description": "Request timeout"}


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


class ZaloDoor(Door):
    """``call`` answers the HTTP status and the body; the people's side is that of ``Door``."""

    async def call(self, method: str, token: str = ZALO_TOKEN, **given: Any) -> tuple[int, dict[str, Any]]:
        async with self.session.post(f"{self.url}/zalo/bot{token}/{method}", json=given) as answer:
            return answer.status, await answer.json()

    async def refused(self, method: str, **given: Any) -> tuple[int, str]:
        """Return the code and the words of a call that Zalo refuses, with a 200 around them."""
        status, body = await self.call(method, **given)
        assert (status, body["ok"]) == (200, False), body
        return body["error_code"], body["description"]

    async def say(self, person: int, *texts: str) -> None:
        for text in texts:
            await self.post(f"/people/{person}/say", {"text": text, "bot": BOT})

    async def event(self) -> dict[str, Any]:
        """Return the next event, which waits already."""
        return await self.result("getUpdates", timeout=0)

    async def switch(self, **switches: Any) -> None:
        assert (await self.post("/zalo", switches))["status"] == 200


def address(world: World, person: Person | int) -> str:
    """Return a person's chat id as the usual Zalo bot knows it."""
    bot = world.bot(BOT)
    assert bot is not None
    return chat_id(bot, world.people[person] if isinstance(person, int) else person)
