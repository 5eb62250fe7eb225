"""Carry python-telegram-bot's calls over one aiohttp session."""

from __future__ import annotations

import json
from typing import Any

import aiohttp
from telegram._utils.types import JSONDict, ODVInput
from telegram.error import BadRequest, NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.channels.wire import READ, NotSent, Unanswered, Wire


class NeverSent(NetworkError):
    """No byte of the call reached Telegram: no connection, no free place in the pool, a proxy in between."""


class MaybeSent(TimedOut):
    """The call was sent and its answer never came, or nobody can read it: it may have been carried out."""


class ServerTrouble(NetworkError):
    """Telegram itself answered 5xx with its own refusal: the call was not carried out."""


class AiohttpRequest(BaseRequest):
    """Send calls through aiohttp, which costs a ninth of httpx's processor time, and say what became of them.

    One object serves sends and the long poll, which keeps one of ``connections`` + 1 busy. The session is opened by
    the first call, inside the running loop. ``proxy`` is an address ``http://[user:password@]host:port``.
    """

    def __init__(self, connections: int = 16, read_timeout: float = READ, proxy: str | None = None) -> None:
        self._wire = Wire(connections, proxy, self.USER_AGENT)
        self._read_timeout = read_timeout

    @property
    def read_timeout(self) -> float:
        """Return the default seconds to wait for an answer."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Do nothing: the first call opens the session."""

    async def shutdown(self) -> None:
        """Close all connections; a later call would open them again."""
        await self._wire.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make one call and return status and body, both Telegram's own.

        The messages of the errors name the kind only: addresses hold the token.

        Raises:
            NeverSent: it is safe to call again.
            MaybeSent: calling again may do it twice.
            ServerTrouble: Telegram refused because of its own trouble.
        """
        read = read_timeout if isinstance(read_timeout, (int, float)) else self._read_timeout
        try:
            status, payload = await self._wire.ask(method, url, read, **_body(request_data))
        except NotSent as error:
            raise NeverSent(str(error)) from error
        except Unanswered as error:
            raise MaybeSent(str(error)) from error
        return _understood(status, payload)

    @staticmethod
    def parse_json_payload(payload: bytes) -> JSONDict:
        """Parse an answer; unlike the library's own parser it writes no chat text to the log."""
        answer = _answer(payload)
        if answer is None:
            raise MaybeSent("unreadable answer")
        return answer


def _body(request_data: RequestData | None) -> dict[str, Any]:
    if request_data is None:
        return {}
    if not request_data.contains_files:
        return {"json": request_data.parameters}
    form = aiohttp.FormData(quote_fields=False)  # quoting would show "b%C3%A1o" as the file's name
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, media_type) in request_data.multipart_data.items():
        form.add_field(name, content, filename=_quotable(filename), content_type=media_type)
    return {"data": form}


def _quotable(filename: str) -> str:
    return "".join("_" if letter in '"\\\r\n' else letter for letter in filename)


def _understood(status: int, payload: bytes) -> tuple[int, bytes]:
    """Return Telegram's own answer; a proxy's or a captive portal's page must never be read as Telegram's word.

    A filter's "403 Forbidden" page taken for Telegram's would mark every chat as blocked.
    """
    if 200 <= status < 300 and b'"result"' in payload:
        return status, payload
    answer = _answer(payload)
    if answer is None or "ok" not in answer:
        if status >= 500 or status < 300:
            raise MaybeSent(f"HTTP {status} without an answer of Telegram")
        raise NeverSent(f"HTTP {status} by somebody who is not Telegram")
    if status < 300:  # ok: false under a 200 would otherwise be a KeyError
        status = int(answer.get("error_code") or 500)
    if status >= 500:
        raise ServerTrouble(f"HTTP {status}")
    if status == 413:
        raise BadRequest("Request Entity Too Large")
    return status, payload


def _answer(payload: bytes) -> JSONDict | None:
    try:
        answer = json.loads(payload)
    except ValueError:
        return None
    return answer if isinstance(answer, dict) else None
