"""The bot's own small web server: health, webhooks, and in a rehearsal the clock."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from json import JSONDecodeError

from aiohttp import web

from bot.clock import Clock, real_now
from schedules.deadline import VIETNAM


class CannotListen(Exception):
    """The address or the port is not ours to have; the message says why."""


Door = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Web:
    """Serve on loopback unless told otherwise.

    Parameters:
        doors: path → handler, for the channels' webhooks.
        pages: path → handler, for what phones fetch.
        round_now: runs a round, after the clock has jumped.
        coming: the next moments at which something is due.
    """

    def __init__(
        self,
        clock: Clock,
        doors: Mapping[str, Door],
        pages: Mapping[str, Door],
        round_now: Callable[[], Awaitable[None]],
        coming: Callable[[], list[datetime]],
    ) -> None:
        self._clock = clock
        self._coming = coming
        self._round_now = round_now
        self._started = real_now()
        self._app = web.Application()
        self._app.router.add_get("/health", self._health)
        for path, page in pages.items():
            self._app.router.add_get(path, page)
        for path, door in doors.items():
            self._app.router.add_post(path, door)
        if clock.is_rehearsal:
            self._app.router.add_get("/clock", self._tell_clock)
            self._app.router.add_post("/clock", self._jump)
        self._runner = web.AppRunner(self._app, access_log=None)
        self.url = ""

    async def start(self, host: str, port: int) -> None:
        """Listen; port 0 picks a free one, which ``url`` then names.

        Raises:
            CannotListen: the port is taken or not allowed, or the host is not this machine's.
        """
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        try:
            await site.start()
        except OSError as trouble:
            raise CannotListen(trouble.strerror or str(trouble)) from trouble
        bound = self._runner.addresses[0][1]
        self.url = f"http://{host}:{bound}"

    async def stop(self) -> None:
        """Stop listening."""
        await self._runner.cleanup()

    async def _health(self, _: web.Request) -> web.Response:
        return web.json_response({"up_seconds": (real_now() - self._started).total_seconds()})

    async def _tell_clock(self, _: web.Request) -> web.Response:
        coming = self._coming()
        return web.json_response(
            {"now": self._clock.now().isoformat(), "next": coming[0].isoformat() if coming else None}
        )

    async def _jump(self, request: web.Request) -> web.Response:
        """Jump to {"to": ISO} and run a round there; only loopback may, a rehearsal must not be steered from afar."""
        if request.remote not in ("127.0.0.1", "::1"):
            raise web.HTTPForbidden
        try:
            to = datetime.fromisoformat(str((await request.json())["to"]))
            self._clock.jump(to if to.tzinfo else to.replace(tzinfo=VIETNAM))
        except (JSONDecodeError, KeyError, TypeError, ValueError, OverflowError, RecursionError) as mistake:
            raise web.HTTPBadRequest(text=f"no later moment: {mistake}") from mistake
        await self._round_now()
        return await self._tell_clock(request)
