"""``demo``: simulator and bot on the shipped plans, on the morning of 04/5/2026."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

import typer

from bot.commands.check import print_problems
from bot.settings import Settings
from bot.wording import wording
from schedules.loading.loader import load

SHIPPED = Path(__file__).parent.parent.parent / "plans.yaml"
BEFORE = timedelta(seconds=30)  # of the opening: the newcomer may wait for it, or step to it


def demo() -> None:
    """Show a day of the bot; without a terminal, or with CI set, plays a tour and ends."""
    loaded = load(SHIPPED)
    if loaded.plans is None:
        print_problems(loaded, sys.stderr)
        raise typer.Exit(1)
    from bot.demo import playing, tour
    from bot.demo.showing import Show
    from bot.demo.stage import NotStarted, set_stage

    plans, show = loaded.plans, Show(wording(Settings().language))
    plays = playing.play if sys.stdin.isatty() and not os.environ.get("CI") else tour.play

    async def run() -> None:
        task = asyncio.current_task()
        assert task
        with contextlib.suppress(NotImplementedError):  # Windows has no signal handlers in its loop
            # By default the simulator and the bot would be left running.
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
        with tempfile.TemporaryDirectory() as folder:
            show.tell("starting", plans=sum(len(one.plans) for one in plans.organisations.values()))
            async with set_stage(SHIPPED, plans, tour.OPENING - BEFORE, Path(folder)) as stage:
                await plays(stage, show)

    try:
        asyncio.run(run())
    except KeyboardInterrupt:  # Ctrl-C is how people leave; the stage is already cleared
        print()
        show.tell("bye")
    except asyncio.CancelledError as told:
        raise typer.Exit(128 + signal.SIGTERM) from told
    except NotStarted as trouble:
        print(trouble, file=sys.stderr)
        raise typer.Exit(1) from trouble
