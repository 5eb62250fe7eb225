"""Carry a channel's calls over one aiohttp session, and say whether a failed one may have been carried out."""

from __future__ import annotations

from typing import Any

import aiohttp


class CallFailed(Exception):
    """A call got no good answer. It names the kind of failure and nothing else: addresses hold the token."""


class NotSent(CallFailed):
    """No byte of the call reached the platform: no connection, no free place in the pool, a proxy in between."""


class Unanswered(CallFailed):
    """The call was sent and its answer never came: it may have been carried out."""


CONNECT = 10.0  # seconds
WRITE = 60.0  # a file of some MB over a slow line
READ = 25.0
KEEP_ALIVE = 20.0  # shorter than a server's: a message written to a connection just closed is "maybe sent"
NOT_SENT = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.ClientHttpProxyError,
    aiohttp.InvalidURL,
    aiohttp.NonHttpUrlClientError,
)


class Wire:
    """Make the calls of one bot, ``connections`` at once and a long poll beside them.

    The session is opened by the first call, inside the running loop. ``proxy`` is an address
    ``http://[user:password@]host:port``.
    """

    def __init__(self, connections: int, proxy: str | None, agent: str) -> None:
        if proxy and not proxy.startswith(("http://", "https://")):
            raise ValueError("a proxy must be given as http:// or https://; other kinds are not supported")
        self._connections = connections
        self._proxy = proxy or None
        self._agent = agent
        self._session: aiohttp.ClientSession | None = None

    async def ask(self, method: str, url: str, read: float, **body: Any) -> tuple[int, bytes]:
        """Make one call and return status and body, whoever answered; ``read`` is how long to wait for that.

        Raises:
            NotSent: it is safe to call again.
            Unanswered: calling again may do it twice.
        """
        timeout = aiohttp.ClientTimeout(total=CONNECT + WRITE + read, connect=CONNECT, sock_read=read)
        try:
            async with self._opened().request(method, url, timeout=timeout, allow_redirects=False, **body) as response:
                return response.status, await response.read()
        except NOT_SENT as error:
            raise NotSent(type(error).__name__) from None
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise Unanswered(type(error).__name__) from None

    async def close(self) -> None:
        """Close all connections; a later call would open them again."""
        session, self._session = self._session, None
        if session:
            await session.close()

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._connections + 1, keepalive_timeout=KEEP_ALIVE)
            self._session = aiohttp.ClientSession(
                connector=connector, proxy=self._proxy, headers={"User-Agent": self._agent}
            )
        return self._session
