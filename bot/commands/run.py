"""``run``: the bot, until it is told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from datetime import datetime
from typing import Annotated

import typer

from bot.commands.troubles import explain, stop
from bot.settings import Settings, tokens
from handlers.vocabulary import Text
from schedules.deadline import VIETNAM


def run(
    clock: Annotated[str | None, typer.Option(help="rehearse: start at this moment (ISO)")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="a first load, and every change, may tell units at once")] = False,
) -> None:
    """Run the bot."""
    settings = Settings()
    bots = tokens(settings, os.environ)
    with explain(settings):
        if not bots:
            raise NoToken
        if missing := _without_secret(settings):
            stop(settings, Text("cannot-webhook-secret", {"channel": missing}))
        asyncio.run(_run(settings, bots, _moment(settings, clock) if clock else None, yes))


def _without_secret(settings: Settings) -> str | None:
    """Return the channel whose webhook has no secret, in capitals: anybody could bring updates to it."""
    if settings.telegram_webhook_url and not settings.telegram_webhook_secret:
        return "TELEGRAM"
    return "ZALO" if settings.zalo_webhook_url and not settings.zalo_webhook_secret else None


def _moment(settings: Settings, clock: str) -> datetime:
    """Read the rehearsal's start; without a zone it is Vietnam's."""
    try:
        moment = datetime.fromisoformat(clock)
    except ValueError:
        stop(settings, Text("cannot-read-clock", {"clock": clock}))
    return moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM)


class NoToken(Exception):
    """No channel has a token: the bot could reach nobody."""


async def _run(settings: Settings, bots: dict[tuple[str, str], str], start: datetime | None, yes: bool) -> None:
    from bot.house import build
    from bot.logs import set_up

    set_up(as_json=settings.log_json, secrets=tuple(bots.values()))
    house = build(settings, bots, start=start, yes=yes)
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows has no signal handlers in its loop
            asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    async with house.open():
        # Other programs wait for this line: the address says where to jump the clock of a rehearsal.
        print(f"ready {house.web.url} {house.clock.now().isoformat()}", flush=True)
        await stopped.wait()
