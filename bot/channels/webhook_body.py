"""Read what a platform brings to our own web server, once it has proved that it is the platform."""

from __future__ import annotations

import hmac
import json
from typing import Any

from aiohttp import web

LARGEST = 1024 * 1024  # bytes of an update; real ones have some thousands


async def update_in(request: web.Request, header: str, secret: str) -> dict[str, Any]:
    """Return the JSON object that a request brings; an empty body is an empty object.

    Args:
        header: the name of the header that must carry ``secret``.

    Raises:
        web.HTTPException: 403 without the secret, before any byte of the body is read; 413 above ``LARGEST``; 400 for
            what is no JSON object.
    """
    given = request.headers.get(header, "")
    if not hmac.compare_digest(given.encode("utf-8", "surrogateescape"), secret.encode()):
        raise web.HTTPForbidden
    body = await _body(request)
    try:
        update = json.loads(body) if body else {}
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
