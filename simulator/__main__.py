"""Start the simulator alone: ``python -m simulator --port 8081``."""

from __future__ import annotations

import argparse
import asyncio
import json
import signal

from simulator.limits import Limits, no_limits
from simulator.server import start
from simulator.world import TOKEN, ZALO_TOKEN, World


def main() -> None:
    """Read the options, start, print one JSON line with the addresses, and run until told to stop."""
    options = _options()
    world = _world(options)
    if options.people:
        for number in range(1, options.people + 1):
            world.add_person(f"Cán bộ {number}")
    try:
        asyncio.run(_serve(world, options.host, options.port))
    except OSError as trouble:
        raise SystemExit(f"simulator: cannot listen on {options.host}:{options.port}: {trouble.strerror}") from None


def _world(options: argparse.Namespace) -> World:
    """Return a world with the bots that were named, or with the usual one of each platform."""
    tokens, zalo_tokens = options.token or (), options.zalo_token or ()
    if not tokens and not zalo_tokens:
        tokens, zalo_tokens = (TOKEN,), (ZALO_TOKEN,)
    return World(tokens, zalo_tokens=zalo_tokens, limits=no_limits() if options.no_limits else Limits())


def _options() -> argparse.Namespace:
    reader = argparse.ArgumentParser(prog="python -m simulator", description=__doc__)
    reader.add_argument("--host", default="127.0.0.1")
    reader.add_argument("--port", type=int, default=8081, help="0 takes a free one")
    reader.add_argument("--token", action="append", help="ID:SECRET or ID:SECRET=username; once for each bot")
    reader.add_argument("--zalo-token", action="append", help="the same for each bot on Zalo: ID:SECRET[=account.name]")
    reader.add_argument("--people", type=int, default=0, help="so many people are there from the start")
    reader.add_argument("--no-limits", action="store_true", help="never answer Telegram's 429")
    return reader.parse_args()


async def _serve(world: World, host: str, port: int) -> None:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopped.set)
    running = await start(world, host, port)
    print(json.dumps({"url": running.url, "zalo": running.zalo_url}), flush=True)
    await stopped.wait()
    await running.stop()


if __name__ == "__main__":
    main()
