"""Run the real bot process against the real simulator process, and be the people in it."""

from __future__ import annotations

import asyncio
import json
import os
import signal
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

from bot.clock import real_now
from bot.demo.stage import TOKEN, ZALO_TOKEN, end, ready_line, start
from schedules.loading.loader import load
from schedules.plan import Plans
from storage.database import open_database, unit_of_work
from storage.invites import accept, make_invites
from storage.people import chat_of
from storage.tables import RoleKind

ROOT = Path(__file__).parent.parent.parent
ZALO = "bot.nhacviec"  # the account name of the simulator's Zalo bot
FAST = {"TELEGRAM_PER_SECOND": "240", "TELEGRAM_CHAT_PER_SECOND": "50"}


@dataclass
class Running:
    """A simulator, a bot beside it that can be killed and started again, and a folder for both."""

    folder: Path
    plans_file: Path
    simulator: str
    http: aiohttp.ClientSession
    bot: asyncio.subprocess.Process | None = None
    web: str = ""
    starts: int = 0
    seen: dict[int, int] = field(default_factory=dict)

    @property
    def plans(self) -> Plans:
        loaded = load(self.plans_file)
        assert loaded.plans, loaded.problems
        return loaded.plans

    @property
    def database(self) -> str:
        return f"sqlite:///{self.folder / 'bot.db'}"

    async def start_bot(self, clock: str, *options: str, **settings: str) -> None:
        """Start the bot and wait until it is ready."""
        self.starts += 1
        environment = {
            "TELEGRAM_API_URL": self.simulator,
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "ZALO_API_URL": f"{self.simulator}/zalo",
            "ZALO_BOT_TOKEN": ZALO_TOKEN,
            "DATABASE_URL": self.database,
            "PLANS_FILE": str(self.plans_file),
            "WEB_PORT": "0",
            **settings,
        }
        log = self.folder / f"bot-{self.starts}.log"
        self.bot = await start(log, ["-m", "bot", "run", "--clock", clock, *options], environment)
        self.web = (await ready_line(self.bot, "ready ", log)).split()[1]

    async def kill_bot(self) -> None:
        """End the bot as a power cut would."""
        assert self.bot
        os.kill(self.bot.pid, signal.SIGKILL)
        await self.bot.wait()
        self.bot = None

    async def get(self, path: str, **query: Any) -> Any:
        async with self.http.get(self.simulator + path, params=query) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def post(self, path: str, **body: Any) -> Any:
        async with self.http.post(self.simulator + path, json=body) as answer:
            assert answer.status < 300, await answer.text()
            return await answer.json()

    async def jump(self, to: str) -> None:
        async with self.http.post(f"{self.web}/clock", json={"to": to}) as answer:
            assert answer.status == 200, await answer.text()

    async def person(self, name: str) -> int:
        """Make somebody who has opened the conversation with the bot."""
        return int((await self.post("/sim/people", name=name, started=True))["id"])

    async def say(self, person: int, text: str, **where: str) -> list[dict[str, Any]]:
        """Say something, to another bot than the first if ``bot`` names it, and return what is answered."""
        await self.post(f"/sim/people/{person}/say", text=text, **where)
        return await self.news(person)

    async def press(self, person: int, message: dict[str, Any], label: str) -> list[dict[str, Any]]:
        """Press the first button whose label begins so, and return what the bot answers or changes."""
        found = [button for row in message["buttons"] for button in row if button["label"].startswith(label)]
        assert found, (label, message["buttons"])
        await self.post(f"/sim/people/{person}/press", message_id=message["id"], data=found[0]["data"])
        return await self.news(person)

    async def news(self, person: int, wait: float = 20) -> list[dict[str, Any]]:
        """Return what the bot has written or edited on a phone since the last look; a mere toast is not enough."""
        until = asyncio.get_running_loop().time() + wait
        messages: list[dict[str, Any]] = []
        while not messages and (left := until - asyncio.get_running_loop().time()) > 0:
            query = {"since": self.seen.get(person, 0), "wait": left, "from": "bot"}
            phone = await self.get(f"/sim/people/{person}/phone", **query)
            self.seen[person] = max(self.seen.get(person, 0), phone["change"])
            messages = phone["messages"]
        return messages

    async def sent(self) -> list[dict[str, Any]]:
        """Return every message that the bot sent, in order."""
        return list((await self.get("/sim/messages", **{"from": "bot", "limit": 100_000}))["messages"])

    async def address(self, person: int, bot: str) -> str:
        """Return the id of a person's chat as a bot sees it."""
        seen = (await self.get(f"/sim/people/{person}"))["bots"]
        return next(one["address"] for one in seen if one["username"] == bot)

    def link(self, people: Mapping[int | str, tuple[str, str, RoleKind]], channel: str = "telegram") -> None:
        """Let people join beforehand: address of the chat → (organisation, unit, role). Call it while no bot runs."""
        engine = open_database(self.database)
        with unit_of_work(engine) as session:
            for person, (organisation, unit, kind) in people.items():
                (code,) = make_invites(session, organisation, [(unit, kind)], real_now())
                chat = chat_of(session, channel, "", str(person))
                accept(session, chat, f"Cán bộ Thử {person}", code, real_now())
        engine.dispose()


@asynccontextmanager
async def running(
    folder: Path, *simulator_options: str, plans_file: Path = ROOT / "plans.yaml"
) -> AsyncIterator[Running]:
    """Start a simulator; the bot is started by the test, and both are ended here."""
    simulator = await start(folder / "simulator.log", ["-m", "simulator", "--port", "0", *simulator_options], {})
    address = json.loads(await ready_line(simulator, "{", folder / "simulator.log"))["url"]
    async with aiohttp.ClientSession() as http:
        house = Running(folder, plans_file, address, http)
        try:
            yield house
        finally:
            if house.bot:
                await end(house.bot)
            await end(simulator)


async def until(holds: Callable[[], Any], seconds: float = 60) -> None:
    """Wait until an awaited question is answered with yes."""
    async with asyncio.timeout(seconds):
        while not await holds():
            await asyncio.sleep(0.1)
