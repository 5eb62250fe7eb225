"""Set the stage: start the simulator and the bot, be people on their phones, move the clock."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import aiohttp

from schedules.plan import Organisation, Plans, Unit
from storage.database import open_database, unit_of_work
from storage.invites import make_invite
from storage.tables import RoleKind

TOKEN = "1000001:SIMULATED-TOKEN"  # the simulator's own: they open nothing anywhere else
ZALO_TOKEN = "2000002:SIMULATED-ZALO"
REAL = ("TELEGRAM_", "ZALO_", "PUBLIC_URL")  # settings of a real bot
BOTS = {"telegram": "nhacviec_bot", "zalo": "bot.nhacviec"}  # what the simulator calls them
START_LIMIT = 60.0  # seconds that a process may take to say that it is ready
PART_LIMIT = 0.6  # seconds between two parts of one message
ANSWER_LIMIT = 15.0  # seconds to wait for an answer on a phone


class NotStarted(Exception):
    """The simulator or the bot ended before it was ready; the message is what it printed."""


@dataclass
class Somebody:
    """A person on stage: who they are, and what of their phone has been read."""

    name: str
    unit: Unit
    organisation: Organisation
    role: RoleKind
    channel: Literal["telegram", "zalo"] = "telegram"
    sim_id: int = 0
    seen: int = 0
    last_message: dict[str, Any] = field(default_factory=dict)


@dataclass
class Stage:
    """Everything that is running. Made by ``set_stage``."""

    plans: Plans
    database: str
    simulator: str
    bot: str
    http: aiohttp.ClientSession

    async def join(self, somebody: Somebody) -> None:
        """Let somebody join by a fresh invitation: as its link would on Telegram, by typing the code on Zalo."""
        person = await self._post(f"{self.simulator}/sim/people", {"name": somebody.name})
        somebody.sim_id = person["id"]
        unit, organisation = somebody.unit.id, somebody.organisation.id
        code = await asyncio.to_thread(self._invite, organisation, unit, somebody.role, await self.now())
        await self.say(somebody, code if somebody.channel == "zalo" else f"/start {code}")

    def _invite(self, organisation: str, unit: str, role: RoleKind, now: datetime) -> str:
        engine = open_database(self.database)
        try:
            with unit_of_work(engine) as session:
                return make_invite(session, organisation, unit, role, now)
        finally:
            engine.dispose()

    async def say(self, somebody: Somebody, text: str) -> None:
        """Type a message."""
        await self._post(
            f"{self.simulator}/sim/people/{somebody.sim_id}/say", {"text": text, "bot": BOTS[somebody.channel]}
        )

    async def press(self, somebody: Somebody, message_id: int, press: str) -> None:
        """Press a button under a message."""
        address = f"{self.simulator}/sim/people/{somebody.sim_id}/press"
        await self._post(address, {"message_id": message_id, "data": press})

    async def news(self, somebody: Somebody, wait: float = ANSWER_LIMIT) -> list[dict[str, Any]]:
        """Return what the bot has written or changed on a phone since the last look, waiting a while for it."""
        until = asyncio.get_running_loop().time() + wait
        while True:
            left = max(until - asyncio.get_running_loop().time(), 0)
            messages = await self._look(somebody, left)
            if messages or not left:  # a toast is news to the phone, but no message
                return messages + await self._rest(somebody) if messages else []

    async def _rest(self, somebody: Somebody) -> list[dict[str, Any]]:
        """Return the further parts of a long message: Zalo's are short, and the choices stand in the last one."""
        rest: list[dict[str, Any]] = []
        while somebody.channel == "zalo" and (more := await self._look(somebody, PART_LIMIT)):
            rest += more
        return rest

    async def _look(self, somebody: Somebody, wait: float) -> list[dict[str, Any]]:
        address = f"{self.simulator}/sim/people/{somebody.sim_id}/phone"
        wanted: dict[str, str | float] = {"since": somebody.seen, "wait": wait, "from": "bot"}
        wanted["bot"] = BOTS[somebody.channel]
        async with self.http.get(address, params=wanted) as answer:
            phone = await answer.json()
        somebody.seen = max(somebody.seen, phone["change"])
        messages: list[dict[str, Any]] = phone["messages"]
        if messages:
            somebody.last_message = messages[-1]
        return messages

    async def now(self) -> datetime:
        """Return the bot's moment."""
        async with self.http.get(f"{self.bot}/clock") as answer:
            return datetime.fromisoformat((await answer.json())["now"])

    async def jump(self, to: datetime) -> None:
        """Move the rehearsal's clock, and with it the dates on the phones."""
        await self._post(f"{self.simulator}/sim/clock", {"now": to.isoformat()})
        await self._post(f"{self.bot}/clock", {"to": to.isoformat()})

    async def _post(self, address: str, body: dict[str, Any]) -> dict[str, Any]:
        async with self.http.post(address, json=body) as answer:
            answer.raise_for_status()
            got: dict[str, Any] = await answer.json()
            return got


@asynccontextmanager
async def set_stage(plans_file: Path, plans: Plans, at: datetime, folder: Path) -> AsyncIterator[Stage]:
    """Start both processes in a folder of their own; leaving ends them.

    Raises:
        NotStarted: one of them did not come up.
    """
    database = f"sqlite:///{folder / 'demo.db'}"
    simulator = await start(folder / "simulator.log", ["-m", "simulator", "--port", "0"], {})
    running = [simulator]
    try:
        api = json.loads(await ready_line(simulator, '{"url"', folder / "simulator.log"))["url"]
        settings = {
            "TELEGRAM_API_URL": api,
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "ZALO_API_URL": f"{api}/zalo",
            "ZALO_BOT_TOKEN": ZALO_TOKEN,
            "DATABASE_URL": database,
            "PLANS_FILE": str(plans_file),
            "WEB_HOST": "127.0.0.1",
            "WEB_PORT": "0",
        }
        bot = await start(folder / "bot.log", ["-m", "bot", "run", "--yes", "--clock", at.isoformat()], settings)
        running.append(bot)
        address = (await ready_line(bot, "ready ", folder / "bot.log")).split()[1]
        async with aiohttp.ClientSession() as http:
            stage = Stage(plans, database, api, address, http)
            await stage._post(f"{api}/sim/clock", {"now": (await stage.now()).isoformat()})
            yield stage
    finally:
        for process in reversed(running):
            await end(process)


async def start(log: Path, arguments: list[str], settings: dict[str, str]) -> asyncio.subprocess.Process:
    """Start one of our own modules; only its standard output is read, its log goes to a file.

    A real bot's settings are kept from it: its tokens, webhook and proxy have no business on a stage.
    """
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith(REAL)}
    with log.open("wb") as errors:
        return await asyncio.create_subprocess_exec(
            sys.executable,
            *arguments,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=errors,
            env={**surroundings, **settings},
        )


async def ready_line(process: asyncio.subprocess.Process, begins: str, log: Path) -> str:
    """Wait for the line by which a process says that it is ready; ``log`` is where its errors went.

    Raises:
        NotStarted: it ended before.
    """
    assert process.stdout
    read: list[str] = []
    async with asyncio.timeout(START_LIMIT):
        while line := (await process.stdout.readline()).decode():
            read.append(line)
            if line.startswith(begins):
                return line
    raise NotStarted("".join(read) + await asyncio.to_thread(log.read_text, "utf-8", "replace"))


async def end(process: asyncio.subprocess.Process) -> None:
    """End a process that we started, politely first."""
    if process.returncode is None:
        process.terminate()
        try:
            await asyncio.wait_for(process.wait(), 10)
        except TimeoutError:
            process.kill()
            await process.wait()
