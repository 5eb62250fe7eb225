"""Set the rules of the world: limits, Zalo's switches, the date on the phones."""

from __future__ import annotations

import time
from dataclasses import asdict, fields
from datetime import datetime

from aiohttp import web

from simulator.control.asking import WORLD, Asked, WrongRequest, asked, told
from simulator.limits import Limits, no_limits
from simulator.zalo.switches import Switches, trouble


async def limits(request: web.Request) -> web.Response:
    """GET /sim/limits; POST sets those named: null lifts one, {"none": true} all, {"default": true} brings all back."""
    world = request.app[WORLD]
    if request.method == "POST":
        given = await asked(request)
        start = no_limits() if given.yes("none") else Limits() if given.yes("default") else world.limits
        wanted = {**asdict(start), **_named_limits(given)}
        for name, value in wanted.items():
            setattr(world.limits, name, value)
    return told(asdict(world.limits))


def _named_limits(given: Asked) -> dict[str, float | int | None]:
    known = {field.name for field in fields(Limits)}
    named = set(given.raw) - {"none", "default"}
    if unknown := named - known:
        raise WrongRequest(f"unknown limits: {', '.join(sorted(unknown))}")
    broken = {"chat_per_second", "callback_seconds"}  # these need not be whole
    read = {name: given.number(name) if name in broken else given.whole(name) for name in named}
    if any(value is not None and value <= 0 for value in read.values()) or read.get("chat_burst", 1) is None:
        raise WrongRequest("a limit is a positive number, or null where it is lifted")
    return read


async def zalo(request: web.Request) -> web.Response:
    """GET /sim/zalo; POST sets the switches named, {"default": true} brings all back first."""
    world = request.app[WORLD]
    if request.method == "POST":
        given = await asked(request)
        named = {name: value for name, value in given.raw.items() if name != "default"}
        troubles = [wrong for name, value in named.items() if (wrong := trouble(name, value))]
        if troubles:
            raise WrongRequest("; ".join(troubles))
        for name, value in {**(asdict(Switches()) if given.yes("default") else {}), **named}.items():
            setattr(world.zalo, name, value)
    return told(asdict(world.zalo))


async def clock(request: web.Request) -> web.Response:
    """POST /sim/clock {"now": ISO | null}: date messages as if it were then; nothing else changes."""
    world, given = request.app[WORLD], await asked(request)
    wanted = given.text("now")
    try:
        moment = datetime.fromisoformat(wanted) if wanted else None
    except ValueError:
        raise WrongRequest("now must be an ISO moment") from None
    if moment is not None and moment.tzinfo is None:
        raise WrongRequest("now must have an offset, as 2026-05-04T07:29:00+07:00")
    world.clock_offset = moment.timestamp() - time.time() if moment is not None else 0.0
    return told({"now": datetime.fromtimestamp(world.now()).astimezone().isoformat()})
