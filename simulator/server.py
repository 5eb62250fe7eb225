"""Start the simulator: both Bot APIs, the control API and the page, on one port."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from simulator.control.application import control_application
from simulator.telegram.dialect import Telegram
from simulator.world import World
from simulator.zalo.dialect import Zalo

_PAGE = Path(__file__).parent / "page"
_LARGEST_BODY = 64 * 1024 * 1024  # a document of 50 MB and the form around it
_STOP_SECONDS = 0.2  # long polls are cut, not waited for


@dataclass(slots=True)
class Running:
    """A simulator that runs; ``url`` has no slash at its end."""

    url: str
    world: World
    _runner: web.AppRunner
    _dialects: tuple[Telegram, Zalo]

    @property
    def zalo_url(self) -> str:
        """Where Zalo's API begins; Telegram's begins at ``url``."""
        return f"{self.url}/zalo"

    async def stop(self) -> None:
        """Cut every connection and let go of the port."""
        for dialect in self._dialects:
            await dialect.close()
        await self._runner.cleanup()


async def start(world: World, host: str = "127.0.0.1", port: int = 0) -> Running:
    """Serve ``world``; port 0 takes a free one. Raises OSError when the port is taken."""
    dialects = Telegram(world), Zalo(world)
    application = web.Application(client_max_size=_LARGEST_BODY)
    for dialect in dialects:
        application.add_routes(dialect.routes())
    application.add_subapp("/sim", control_application(world))
    application.router.add_get("/", _page)
    application.router.add_static("/page", _PAGE)
    # A caller that leaves ends its call: a hung call then never arrives, and its long poll makes room.
    runner = web.AppRunner(application, access_log=None, handler_cancellation=True, shutdown_timeout=_STOP_SECONDS)
    await runner.setup()
    site = web.TCPSite(runner, host, port, backlog=1024)
    try:
        await site.start()
    except OSError:
        await runner.cleanup()
        raise
    taken = runner.addresses[0]
    world.url = f"http://{_in_url(host)}:{taken[1]}"
    return Running(world.url, world, runner, dialects)


async def _page(request: web.Request) -> web.FileResponse:
    return web.FileResponse(_PAGE / "index.html")


def _in_url(host: str) -> str:
    if host in ("0.0.0.0", "::"):
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host
