"""Order faults, count, and begin anew."""

from __future__ import annotations

from http import HTTPStatus
from itertools import islice, takewhile
from typing import Any, cast

from aiohttp import web

from simulator.control.asking import WORLD, Asked, WrongRequest, asked, find_person, number_in_query, told
from simulator.control.views import message_view
from simulator.faults import KINDS, Fault, Kind
from simulator.telegram.account import Account

_REFUSING = {status.value for status in HTTPStatus if status >= 400}


async def bots(request: web.Request) -> web.Response:
    """GET /sim/bots: the bots, without their tokens."""
    world = request.app[WORLD]
    return told(
        {
            "bots": [
                {"id": bot.id, "username": bot.username, "name": bot.name, "platform": bot.platform}
                for bot in world.bots
            ]
        }
    )


async def counts(request: web.Request) -> web.Response:
    """GET /sim/counts."""
    return told(request.app[WORLD].counts.shown())


async def log(request: web.Request) -> web.Response:
    """GET /sim/log?limit=&method=: the newest calls last."""
    method = request.query.get("method", "").lower()
    calls = [call._asdict() for call in request.app[WORLD].counts.log if method in ("", call.method.lower())]
    return told({"calls": calls[-int(number_in_query(request, "limit", 200)) :]})


async def messages(request: web.Request) -> web.Response:
    """GET /sim/messages?after=&limit=&from=: messages of all chats in order, to look at a whole wave."""
    world, after = request.app[WORLD], int(number_in_query(request, "after"))
    only, limit = request.query.get("from"), int(number_in_query(request, "limit", 1000))
    newer = list(takewhile(lambda message: message.id > after, reversed(world.messages.values())))
    views = (message_view(world, message) for message in reversed(newer) if not message.deleted)
    return told({"messages": list(islice((view for view in views if only in (None, view["from"])), limit))})


async def file(request: web.Request) -> web.Response:
    """GET /sim/files/{id}: the bytes of a document or a photo."""
    found = request.app[WORLD].files.find(request.match_info["file"])
    if found is None:
        raise WrongRequest("no such file", 404)
    response = web.Response(body=found.content, content_type=_safe_type(found.media_type))
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _safe_type(media_type: str) -> str:
    """Return a type that a browser shows or saves; a page that somebody sent must not run beside ours."""
    shown = media_type.startswith("image/") and media_type != "image/svg+xml"
    return media_type if shown or media_type in ("application/pdf", "text/csv") else "application/octet-stream"


async def order_faults(request: web.Request) -> web.Response:
    """POST /sim/faults: one fault, or {"faults": [..]}."""
    world, given = request.app[WORLD], await asked(request)
    listed = given.raw.get("faults", [given.raw])
    if not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
        raise WrongRequest("faults must be a list of objects")
    ordered = [_fault(Asked(each)) for each in listed]
    for fault in ordered:
        world.faults.order(fault)
    return told({"faults": world.faults.shown()}, status=201)


def _fault(given: Asked) -> Fault:
    kind = given.text("kind")
    if kind not in KINDS:
        raise WrongRequest(f"kind must be one of {', '.join(KINDS)}")
    fault = Fault(cast(Kind, kind))
    fault.times = given.whole("times") if "times" in given.raw else 1
    fault.skip = given.whole("skip") or 0
    fault.method, fault.bot = given.text("method"), given.text("bot")
    chat = given.whole("chat")
    fault.chat = None if chat is None else str(chat)
    fault.seconds = given.number("seconds") or 0.0
    fault.status = given.whole("status") or (400 if kind == "refuse" else 500)
    fault.description = given.text("description")
    parameters = given.raw.get("parameters", {})
    if fault.status not in _REFUSING or not isinstance(parameters, dict):
        raise WrongRequest("status must be an HTTP status of 400 and above, and parameters an object")
    fault.parameters = parameters
    return fault


async def faults(request: web.Request) -> web.Response:
    """GET /sim/faults: those that still wait for a call."""
    return told({"faults": request.app[WORLD].faults.shown()})


async def drop_faults(request: web.Request) -> web.Response:
    """DELETE /sim/faults."""
    request.app[WORLD].faults.forget()
    return told({"faults": []})


async def commands(request: web.Request) -> web.Response:
    """GET /sim/commands?person=: every stored list, or what that person's phone shows, by bot."""
    world = request.app[WORLD]
    accounts = [(bot, bot.ears) for bot in world.bots]
    if "person" not in request.query:
        return told(
            {"commands": [each for bot, ears in accounts if isinstance(ears, Account) for each in ears.menu.shown(bot)]}
        )
    person = find_person(world, request.query["person"])
    shown: dict[str, Any] = {
        bot.username: ears.menu.shown_to(person) for bot, ears in accounts if isinstance(ears, Account)
    }
    return told({"commands": shown})


async def reset(request: web.Request) -> web.Response:
    """POST /sim/reset: nobody is there, nothing was said; bots, menus, limits and switches stay."""
    request.app[WORLD].forget()
    return told({"ok": True})
