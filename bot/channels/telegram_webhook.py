"""Let Telegram bring updates to our own web server."""

from __future__ import annotations

import asyncio
import hmac
import json
import re
from dataclasses import dataclass
from typing import Any
from weakref import WeakValueDictionary

from aiohttp import web

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
LARGEST = 1024 * 1024  # bytes of an update; real ones have some thousands


@dataclass(frozen=True, slots=True)
class Webhook:
    """Say where Telegram brings updates: a public ``https`` address, and the secret that proves it is Telegram."""

    url: str
    secret: str

    def __post_init__(self) -> None:
        if not SECRET.fullmatch(self.secret):
            raise ValueError("a webhook's secret is 1 to 256 letters, digits, _ and -")

    def __repr__(self) -> str:
        return f"Webhook(url={self.url!r})"


async def update_in(request: web.Request, secret: str) -> dict[str, Any]:
    """Return the update that a request brings.

    Raises:
        web.HTTPException: 403 without the secret, before any byte of the body is read; 413 above ``LARGEST``; 400 for
            what is no JSON object.
    """
    given = request.headers.get(SECRET_HEADER, "")
    if not hmac.compare_digest(given.encode("utf-8", "surrogateescape"), secret.encode()):
        raise web.HTTPForbidden
    try:
        update = json.loads(await _body(request))
    except (ValueError, RecursionError):
        raise web.HTTPBadRequest from None
    if not isinstance(update, dict):
        raise web.HTTPBadRequest
    return update


async def _body(request: web.Request) -> bytes:
    body = bytearray()
    async for piece in request.content.iter_chunked(65536):
        body += piece
        if len(body) > LARGEST:
            raise web.HTTPRequestEntityTooLarge(max_size=LARGEST, actual_size=len(body))
    return bytes(body)


class ChatOrder:
    """Hold one lock per chat, as long as somebody waits for it: Telegram brings several updates at once."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def of(self, address: str) -> asyncio.Lock:
        """Return the lock of one chat; whoever holds it keeps it alive."""
        return self._locks.setdefault(address, asyncio.Lock())
