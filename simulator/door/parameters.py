"""Read the parameters of a call, however they were sent: query, JSON, form or multipart."""

from __future__ import annotations

import json
from typing import Any, NamedTuple
from urllib.parse import parse_qsl

from aiohttp import web

from simulator.door.refusals import Refusal, bad

_TRUE = {"true", "1", "yes", "y"}


class Upload(NamedTuple):
    """A file that came with the call."""

    name: str
    media_type: str
    content: bytes


class Parameters:
    """Parameters by name. Libraries send numbers and objects as text or as JSON; both are read alike."""

    __slots__ = ("_raw",)

    def __init__(self, raw: dict[str, Any]) -> None:
        self._raw = raw

    def __contains__(self, name: str) -> bool:
        return name in self._raw

    def text(self, name: str) -> str:
        """Return a text, "" where it is missing."""
        value = self._raw.get(name)
        return value if isinstance(value, str) else "" if value is None else str(value)

    def whole(self, name: str, default: int = 0) -> int:
        """Return a whole number, ``default`` where it is missing or none."""
        try:
            return int(self._raw.get(name, default))
        except (TypeError, ValueError):
            return default

    def number(self, name: str, default: float) -> float:
        """Return a number, ``default`` where it is missing or none."""
        try:
            return float(self._raw.get(name, default))
        except (TypeError, ValueError):
            return default

    def yes(self, name: str) -> bool:
        """Return a flag."""
        return str(self._raw.get(name, "")).lower() in _TRUE

    def structure(self, name: str) -> Any:
        """Return an object or a list, None where it is missing. Raises Refusal for broken JSON."""
        value = self._raw.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad(f"can't parse {name.replace('_', ' ')} JSON object") from None

    def file(self, name: str) -> Upload | str | None:
        """Return an upload, or the text that names a file already there; ``attach://part`` is followed."""
        value = self._raw.get(name)
        if isinstance(value, str) and value.startswith("attach://"):
            value = self._raw.get(value.removeprefix("attach://"))
        return value if isinstance(value, (Upload, str)) and value else None


async def read_parameters(request: web.Request) -> Parameters:
    """Read the query and the body of a call."""
    raw: dict[str, Any] = dict(request.query) if request.query_string else {}
    if request.method == "POST":
        kind = request.headers.get("Content-Type", "")
        if kind.startswith("multipart/form-data"):
            raw.update(await _read_multipart(request))
        else:
            raw.update(_read_body(kind, await request.read()))
    return Parameters(raw)


def _read_body(kind: str, body: bytes) -> dict[str, Any]:
    if not body:
        return {}
    try:
        if kind.startswith("application/json"):
            loaded = json.loads(body)
            return loaded if isinstance(loaded, dict) else {}
        return dict(parse_qsl(body.decode(), keep_blank_values=True))
    except (ValueError, RecursionError):
        raise bad("strings must be encoded in UTF-8" if b"\x00" in body else "can't parse the request") from None


async def _read_multipart(request: web.Request) -> dict[str, Any]:
    try:
        form = await request.post()
    except web.HTTPRequestEntityTooLarge:
        raise Refusal(413, "Request Entity Too Large") from None
    read: dict[str, Any] = {}
    for name, value in form.items():
        if isinstance(value, web.FileField):
            read[name] = Upload(value.filename, value.content_type, value.file.read())
        else:
            read[name] = value if isinstance(value, str) else bytes(value).decode(errors="replace")
    return read
