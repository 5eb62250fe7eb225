"""The one place where objects meet: settings in, a bot that can run out. Tests use it too."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import IO

import structlog
from sqlalchemy import Engine

from bot.addresses import note_address
from bot.alone import hold
from bot.bots import Key, channel_of, door
from bot.budgets import Budgets
from bot.channels.channel import Channel, ChannelDown
from bot.channels.limiter import Limits
from bot.clock import Clock
from bot.conversing import Conversation
from bot.delivering import Deliverer
from bot.links import PATH, Links, secret_of
from bot.menus import Menus
from bot.outcomes import Outcomes
from bot.parcels import Parcels
from bot.rounds import Rounds
from bot.settings import Settings, token_name, zalo_links
from bot.web import Web
from bot.wording import wording
from handlers.vocabulary import Shows, Text
from schedules.deadline import VIETNAM
from schedules.ticker import Ticker
from storage import bot_links, marks, own_chats
from storage.database import open_database, unit_of_work
from storage.marks import LAST_MOMENT

LOOKS = 30  # at files that are touched again and again; then the rounds look at them as they come
GRAIN = 0.15  # seconds beyond the time for which files must lie still
SERVES = "serves"  # mark: "rehearsal" or "real", whom a database has served
log = structlog.get_logger()


class WrongDatabase(Exception):
    """A rehearsal was given a real bot's database, or the other way round."""


class NoChannel(Exception):
    """No channel is left: none of the tokens was taken. The message names their settings."""


@dataclass
class House:
    """A bot with everything in its place. Build one with ``build``."""

    settings: Settings
    engine: Engine
    clock: Clock
    channels: Mapping[Key, Channel]
    rounds: Rounds
    deliverer: Deliverer
    ticker: Ticker
    web: Web
    menus: Menus
    budgets: Budgets
    held: IO[str] | None
    heard: asyncio.Event = field(default_factory=asyncio.Event)  # somebody has been answered
    stopped: list[str] = field(default_factory=list)  # the settings of the tokens whose channels have stopped

    async def round(self) -> None:
        """Run one round, then wake again when something is due."""
        await self.rounds.run()
        self.ticker.wake_at(self.rounds.coming)

    @contextlib.asynccontextmanager
    async def open(self) -> AsyncIterator[House]:
        """Start everything; leaving, however it comes about, lets go of it in the opposite order."""
        async with contextlib.AsyncExitStack() as leaving:
            if self.held:
                leaving.callback(self.held.close)
                self.deliverer.take_back()
            leaving.callback(self.engine.dispose)
            for channel in self.channels.values():
                leaving.push_async_callback(channel.close)
            leaving.push_async_callback(self.web.stop)
            await self.web.start(self.settings.web_host, self.settings.web_port)
            self.ticker.start()
            leaving.callback(self.ticker.stop)
            await self.round()
            group = await leaving.enter_async_context(asyncio.TaskGroup())
            tasks = [group.create_task(self.deliverer.run())]
            tasks += [group.create_task(self._converse(channel)) for channel in self.channels.values()]
            tasks += [group.create_task(self._watch_files()), group.create_task(self._watch_answers())]
            for task in tasks:
                leaving.callback(task.cancel)
            yield self

    async def _watch_files(self) -> None:
        """Wake a round when the plans have been touched and lie still again."""
        async for _ in self.rounds.changing.watched.touches():
            await self._round_when_still()

    async def _round_when_still(self) -> None:
        for _ in range(LOOKS):
            await asyncio.sleep(self.settings.plans_settle + GRAIN)
            await self._round_safely()
            if not self.rounds.changing.watched.restless:
                return

    async def _watch_answers(self) -> None:
        """Wake a round when a yes, or a change made in a chat, waits for one: people wait for it."""
        while True:
            await self.heard.wait()
            self.heard.clear()
            await self._round_safely(self.rounds.changing.is_called_for)

    async def _round_safely(self, wanted: Callable[[], bool] = lambda: True) -> None:
        """Run a round out of its turn if it is wanted; what fails is done by the next one that comes by itself."""
        try:
            if await asyncio.to_thread(wanted):
                await self.round()
        except Exception as mistake:
            log.error("round failed", mistake=type(mistake).__name__)

    def _hear(self) -> None:
        self.deliverer.work.set()
        self.heard.set()

    async def _converse(self, channel: Channel) -> None:
        conversation = Conversation(
            self.engine,
            self.clock,
            channel,
            lambda: self.rounds.plans,
            self.menus,
            self.budgets,
            self._hear,
        )
        try:
            await self.menus.offer(channel)
            await note_address(self.engine, channel)
            await conversation.listen()
        except ChannelDown as trouble:
            # The other channels go on; this one needs a person (a new token, one poller less).
            setting = token_name(channel.name, channel.bot)
            log.error("channel stopped", channel=channel.name, setting=setting, trouble=trouble.trouble)
            self.stopped.append(setting)
            if len(self.stopped) == len(self.channels):
                raise NoChannel(", ".join(self.stopped)) from trouble


def build(
    settings: Settings,
    tokens: Mapping[Key, str],
    *,
    start: datetime | None = None,
    yes: bool = False,
    limits: Limits | None = None,
) -> House:
    """Put a bot together and load its plans.

    Parameters:
        tokens: (channel, organisation id or "" for the bot that serves every organisation without its own) → token.
        start: the moment at which a rehearsal's clock starts; None for the real one.
        yes: a first load may tell units at once.
        limits: how fast every channel is written to; default the settings' own for each.

    Raises:
        NoPlan, WrongDatabase, AlreadyRunning, storage.database.DatabaseError
    """
    engine = open_database(settings.database_url)
    with contextlib.ExitStack() as undoing:
        undoing.callback(engine.dispose)
        held = hold(settings.database_url)
        if held:
            undoing.callback(held.close)
        house = _put_together(settings, tokens, engine, held, start, yes, limits)
        undoing.pop_all()
    return house


def _put_together(
    settings: Settings,
    tokens: Mapping[Key, str],
    engine: Engine,
    held: IO[str] | None,
    start: datetime | None,
    yes: bool,
    limits: Limits | None,
) -> House:
    clock = _clock(engine, start)
    links = Links(settings.public_url, secret_of(engine), engine, clock.now)
    shows = Shows(buttons=False, files=False, link=links.link if settings.public_url else None, word=worded)
    channels = {key: channel_of(settings, engine, key, token, shows, limits) for key, token in tokens.items()}
    budgets = Budgets({key: settings.zalo_monthly_quota for key in channels if key[0] == "zalo"})
    rounds = Rounds(
        engine, clock, settings.plans_file, yes, lambda: deliverer.work.set(), budgets, settings.plans_settle
    )
    parcels = Parcels(engine, clock, channels, lambda: rounds.plans, budgets)
    deliverer = Deliverer(parcels, Outcomes(engine, clock, budgets), settings.senders)
    rounds.first_load()
    with unit_of_work(engine) as session:
        marks.set_mark(session, SERVES, _whom(start))
        own_chats.offer(session, {name for name, _ in channels})
        zalo = zalo_links(settings, os.environ)
        bot_links.begin(session, {key: zalo[key[1]] for key in channels if key[0] == "zalo" and key[1] in zalo})

    async def round_now() -> None:
        await house.round()

    doors = {door(key): channel.webhook for key, channel in channels.items()}
    web = Web(clock, doors, {PATH: links.serve}, round_now, lambda: rounds.coming)
    ticker = Ticker(round_now, clock.real)
    house = House(settings, engine, clock, channels, rounds, deliverer, ticker, web, Menus(), budgets, held)
    return house


def worded(text: Text, language: str) -> str:
    """Word a text without markup, as the label of a choice."""
    return wording(language).text(text)


def _clock(engine: Engine, start: datetime | None) -> Clock:
    """Start the clock; a rehearsal resumed on its own database never goes back before its last moment."""
    with unit_of_work(engine) as session:
        served = marks.get_mark(session, SERVES)
        if served not in (None, _whom(start)):
            raise WrongDatabase(served)
        last = marks.get_mark(session, LAST_MOMENT)
    if start is None:
        return Clock()
    start = start if start.tzinfo else start.replace(tzinfo=VIETNAM)
    return Clock(max(start, datetime.fromisoformat(last)) if last else start)


def _whom(start: datetime | None) -> str:
    return "rehearsal" if start else "real"
