"""One call on its way: faults strike it, the log tells of it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus
from time import perf_counter, time
from typing import Any

from aiohttp import web

from simulator.counts import Call
from simulator.door.parameters import Parameters, read_parameters
from simulator.door.refusals import Refusal
from simulator.faults import Fault
from simulator.people import Bot
from simulator.world import World


@dataclass(slots=True)
class OneCall:
    """A bot's call of one method. What the log wants to know of it is left in the fields without a parameter.

    ``act`` does it and answers; ``refuse`` words a refusal as the platform does; ``chat_of`` reads the world's id of
    the chat that the call is about.
    """

    world: World
    bot: Bot
    method: str
    act: Callable[[Parameters], Awaitable[web.Response]]
    refuse: Callable[[Refusal], web.Response]
    chat_of: Callable[[Parameters], str | None]
    chat: str | None = None
    status: int = 0  # until there is an answer
    description: str | None = None
    fault: str | None = None

    async def answer(self, request: web.Request) -> web.Response:
        """Answer the call, and log it without its token."""
        begun = perf_counter()
        try:
            return await self._answer(request)
        except Refusal as refusal:
            self.status, self.description = refusal.status, refusal.description
            return self.refuse(refusal)
        finally:  # also when the caller has left
            spent = round((perf_counter() - begun) * 1000, 2)
            self.world.counts.called(
                Call(
                    time(), self.bot.username, self.method, self.chat, self.status, spent, self.description, self.fault
                )
            )

    async def _answer(self, request: web.Request) -> web.Response:
        given = await read_parameters(request)
        self.chat = self.chat_of(given)
        if self.world.faults.waiting:
            struck = await self._struck(request, given)
            if struck is not None:
                return struck
        return await self._do(given)

    async def _do(self, given: Parameters) -> web.Response:
        answer = await self.act(given)
        self.status = 200
        return answer

    async def _struck(self, request: web.Request, given: Parameters) -> web.Response | None:
        """Let a waiting fault strike; None: the call goes on as if nothing were."""
        slowed, fault = self.world.faults.strike(self.bot.username, self.method, self.chat)
        if slowed:
            await asyncio.sleep(slowed)
        if fault is None:
            return None
        self.fault = fault.kind
        if fault.kind in ("status", "refuse"):
            raise _ordered_refusal(fault)
        if fault.kind == "hang":
            await asyncio.sleep(fault.seconds)  # cancelled when the caller leaves: then the call never arrives
            return None
        return await self._late_or_cut(request, given, fault)

    async def _late_or_cut(self, request: web.Request, given: Parameters, fault: Fault) -> web.Response:
        """Do the call (not for ``cut``), then answer late or not at all."""
        answer = await self._do(given) if fault.kind != "cut" else web.Response()
        if fault.kind == "late":
            await asyncio.sleep(fault.seconds)
            return answer
        self.status = 0
        if request.transport is not None:
            request.transport.abort()
        return answer


def _ordered_refusal(fault: Fault) -> Refusal:
    words = fault.description or HTTPStatus(fault.status).phrase
    if fault.description is None and "retry_after" in fault.parameters:
        words = f"{words}: retry after {fault.parameters['retry_after']}"
    return Refusal(fault.status, words, fault.parameters or None, outright=fault.kind == "status")


def json_answer(status: int, body: dict[str, Any]) -> web.Response:
    """Return a body as JSON."""
    return web.Response(status=status, body=json.dumps(body).encode(), content_type="application/json")


def refusal_body(refusal: Refusal) -> dict[str, Any]:
    """Return the body of a refusal, which is the same on both platforms."""
    body: dict[str, Any] = {"ok": False, "error_code": refusal.status, "description": refusal.description}
    if refusal.parameters:
        body["parameters"] = refusal.parameters
    return body
