"""Read what a test or the page asks, at the door; tell a wrong request in plain words."""

from __future__ import annotations

import base64
import json
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from aiohttp import web

from simulator.acts import CannotAct
from simulator.people import Bot, Group, Person
from simulator.world import World

WORLD = web.AppKey("world", World)
_dumps = partial(json.dumps, ensure_ascii=False)
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def told(view: Any, status: int = 200) -> web.Response:
    """Answer JSON with Vietnamese letters as they are, for who reads it in a terminal."""
    return web.json_response(view, status=status, dumps=_dumps)


class WrongRequest(Exception):
    """The request cannot be met: 400 as it stands, 404 for somebody who is not there."""

    def __init__(self, words: str, status: int = 400) -> None:
        super().__init__(words)
        self.status = status


@web.middleware
async def answer_troubles(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer ``{"error": …}``: 400 or 404 for a wrong request, 409 for what nobody can do on a real phone either."""
    try:
        return await handler(request)
    except WrongRequest as wrong:
        return told({"error": str(wrong)}, status=wrong.status)
    except CannotAct as cannot:
        return told({"error": str(cannot)}, status=409)
    except web.HTTPException as gone:
        return told({"error": gone.reason}, status=gone.status)


class Asked:
    """The JSON object of a request, or its form fields and file."""

    def __init__(self, raw: dict[str, Any]) -> None:
        self.raw = raw

    def text(self, name: str) -> str | None:
        """Return a text or None. Raises WrongRequest."""
        value = self.raw.get(name)
        if value is not None and not isinstance(value, str):
            raise WrongRequest(f"{name} must be text")
        return value

    def whole(self, name: str) -> int | None:
        """Return a whole number or None; figures as text are read too. Raises WrongRequest."""
        value = self.raw.get(name)
        if value is None:
            return None
        try:
            return int(value)
        except (TypeError, ValueError):
            raise WrongRequest(f"{name} must be a whole number") from None

    def number(self, name: str) -> float | None:
        """Return a number or None. Raises WrongRequest."""
        value = self.raw.get(name)
        if value is None:
            return None
        try:
            return float(value)
        except (TypeError, ValueError):
            raise WrongRequest(f"{name} must be a number") from None

    def yes(self, name: str) -> bool:
        """Return a flag, False where it is missing."""
        return self.raw.get(name) in (True, "true", "1", 1)

    def wholes(self, name: str) -> list[int]:
        """Return a list of whole numbers, empty where it is missing. Raises WrongRequest."""
        value = self.raw.get(name, [])
        if not isinstance(value, list) or not all(isinstance(each, int) for each in value):
            raise WrongRequest(f"{name} must be a list of whole numbers")
        return value


async def asked(request: web.Request) -> Asked:
    """Read the JSON object of a request (a list becomes ``{"people": …}``); no body is an empty object."""
    body = await request.read()
    try:
        loaded = json.loads(body) if body else {}
    except ValueError:
        raise WrongRequest("the body is not JSON") from None
    return Asked(loaded if isinstance(loaded, dict) else {"people": loaded})


async def asked_file(request: web.Request) -> tuple[Asked, str, str, bytes]:
    """Read a file to send.

    Either multipart with a part ``file``, or JSON with ``name``, ``type`` and ``base64`` or ``content``.
    Returns the other fields, the name, the media type and the bytes.
    """
    if request.content_type == "multipart/form-data":
        form = await request.post()
        part = form.get("file")
        if not isinstance(part, web.FileField):
            raise WrongRequest("a part named file is missing")
        fields: dict[str, Any] = {name: value for name, value in form.items() if isinstance(value, str)}
        return Asked(fields), part.filename, part.content_type, part.file.read()
    given = await asked(request)
    try:
        content = base64.b64decode(given.text("base64") or "", validate=True) or (given.text("content") or "").encode()
    except ValueError:
        raise WrongRequest("base64 cannot be read") from None
    return given, given.text("name") or "file", given.text("type") or "application/octet-stream", content


def person_of(request: web.Request) -> Person:
    """Return the person of the path. Raises WrongRequest 404."""
    return find_person(request.app[WORLD], request.match_info["person"])


def find_person(world: World, id: str | int) -> Person:
    """Return somebody by id. Raises WrongRequest 404."""
    person = world.people.get(int(id)) if str(id).isdecimal() else None
    if person is None:
        raise WrongRequest(f"no person {id}", 404)
    return person


def group_of(request: web.Request) -> Group:
    """Return the group of the path. Raises WrongRequest 404."""
    return find_group(request.app[WORLD], request.match_info["group"])


def find_group(world: World, id: str | int) -> Group:
    """Return a group by its id; of one that moved, the supergroup that it has become is not followed."""
    group = world.groups.get(int(id)) if str(id).lstrip("-").isdecimal() else None
    if group is None:
        raise WrongRequest(f"no group {id}", 404)
    return group


def bot_named(world: World, username: str | None) -> Bot:
    """Return the bot of that username, the first one for None. Raises WrongRequest 404."""
    bot = world.bot(username)
    if bot is None:
        raise WrongRequest(f"no bot {username}", 404)
    return bot


def number_in_query(request: web.Request, name: str, default: float = 0) -> float:
    """Return a number of the query. Raises WrongRequest."""
    try:
        return float(request.query.get(name, default))
    except ValueError:
        raise WrongRequest(f"{name} must be a number") from None
