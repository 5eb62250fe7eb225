"""Let a test or the page be a person."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from simulator import acts
from simulator.control.asking import (
    WORLD,
    Asked,
    WrongRequest,
    asked,
    asked_file,
    bot_named,
    find_group,
    number_in_query,
    person_of,
    told,
)
from simulator.control.views import person_view
from simulator.messages import Kind
from simulator.people import Bot, Group, Person, fold
from simulator.pictures import picture_size
from simulator.world import World

_MOST_AT_ONCE = 100_000
_EVENTS: dict[str, Kind] = {"sticker": "sticker", "voice": "voice", "unsupported": "withheld"}


async def create(request: web.Request) -> web.Response:
    """POST /sim/people: one object, a list of them, or {"count": n, "name": "Cán bộ {n}"}."""
    world, given = request.app[WORLD], await asked(request)
    if "people" not in given.raw and "count" not in given.raw:
        return told(person_view(world, _create(world, given)), status=201)
    created = [_create(world, each) for each in _many(given)]
    return told({"people": [{"id": person.id, "name": person.name} for person in created]}, status=201)


def _many(given: Asked) -> list[Asked]:
    if "count" in given.raw:
        pattern, times = given.text("name") or "Cán bộ {n}", given.whole("count") or 0
        if not 0 <= times <= _MOST_AT_ONCE:
            raise WrongRequest(f"count must be at most {_MOST_AT_ONCE}")
        rest: dict[str, Any] = {key: given.raw[key] for key in ("language", "started") if key in given.raw}
        return [Asked({**rest, "name": pattern.replace("{n}", str(number))}) for number in range(1, times + 1)]
    people = given.raw["people"]
    if not isinstance(people, list) or not all(isinstance(each, dict) for each in people):
        raise WrongRequest("people must be a list of objects")
    return [Asked(each) for each in people]


def _create(world: World, given: Asked) -> Person:
    name = given.text("name")
    if not name:
        raise WrongRequest("name is missing")
    try:
        return world.add_person(
            name,
            id=given.whole("id"),
            username=given.text("username"),
            language=given.text("language") or "vi",
            started=given.yes("started"),
        )
    except ValueError as taken:
        raise WrongRequest(str(taken)) from taken


async def listing(request: web.Request) -> web.Response:
    """GET /sim/people?search=&limit=&offset=: who wrote or was written to last comes first."""
    world = request.app[WORLD]
    words = fold(request.query.get("search", "")).split()
    found = [person for person in world.people.values() if all(word in person.folded for word in words)]
    found.sort(key=lambda person: -person.last_message)
    start, length = int(number_in_query(request, "offset")), int(number_in_query(request, "limit", 50))
    page = [_with_last(world, person) for person in found[start : start + length]]
    return told({"total": len(found), "people": page})


def _with_last(world: World, person: Person) -> dict[str, Any]:
    last = world.messages.get(person.last_message)
    text = "" if last is None or last.deleted else last.text or (last.file.name if last.file is not None else "")
    return {**person_view(world, person), "last_text": text[:80]}


async def one(request: web.Request) -> web.Response:
    """GET /sim/people/{id}."""
    return told(person_view(request.app[WORLD], person_of(request)))


async def say(request: web.Request) -> web.Response:
    """POST /sim/people/{id}/say {"text", "chat"?, "bot"?, "reply_to"?}."""
    world, person, given = request.app[WORLD], person_of(request), await asked(request)
    bot, group = _where(world, given)
    text = given.text("text") or ""
    message, update = acts.say(world, person, text, bot=bot, group=group, reply_to=given.whole("reply_to"))
    return told({"message_id": message.id, "update_id": update})


async def press(request: web.Request) -> web.Response:
    """POST /sim/people/{id}/press {"message_id"?, "data"|"label", "chat"?, "bot"?}."""
    world, person, given = request.app[WORLD], person_of(request), await asked(request)
    bot, group = _where(world, given)
    if given.text("data") is None and given.text("label") is None:
        raise WrongRequest("data or label is missing")
    pressed, update, link = acts.press(
        world,
        person,
        bot=bot,
        group=group,
        message_id=given.whole("message_id"),
        data=given.text("data"),
        label=given.text("label"),
    )
    return told({"callback_query_id": pressed.id if pressed is not None else None, "update_id": update, "url": link})


async def hand_over(request: web.Request) -> web.Response:
    """POST /sim/people/{id}/document or /photo: a file with an optional caption."""
    world, person = request.app[WORLD], person_of(request)
    given, name, media_type, content = await asked_file(request)
    if not content:
        raise WrongRequest("the file is empty")
    size = picture_size(content) if request.path.endswith("/photo") else (0, 0)
    if size is None:
        raise WrongRequest("a photo must be PNG or JPEG")
    bot, group = _where(world, given)
    file = world.files.keep(name, media_type, content, size)
    message, update = acts.say(world, person, given.text("caption") or "", bot=bot, group=group, file=file)
    return told({"message_id": message.id, "update_id": update, "file_id": file.id})


async def event(request: web.Request) -> web.Response:
    """POST /sim/people/{id}/event {"kind": "sticker"|"voice"|"unsupported", "chat"?, "bot"?}, on Zalo."""
    world, person, given = request.app[WORLD], person_of(request), await asked(request)
    kind = _EVENTS.get(given.text("kind") or "")
    if kind is None:
        raise WrongRequest(f"kind must be one of {', '.join(_EVENTS)}")
    bot, group = _where(world, given)
    message, update = acts.event(world, person, kind, bot=bot, group=group)
    return told({"message_id": message.id, "update_id": update})


async def block(request: web.Request) -> web.Response:
    """POST /sim/people/{id}/block {"bot"?}."""
    world, person = request.app[WORLD], person_of(request)
    update = acts.block(world, person, bot_named(world, (await asked(request)).text("bot")))
    return told({"update_id": update})


async def unblock(request: web.Request) -> web.Response:
    """POST /sim/people/{id}/unblock {"bot"?}."""
    world, person = request.app[WORLD], person_of(request)
    update = acts.unblock(world, person, bot_named(world, (await asked(request)).text("bot")))
    return told({"update_id": update})


async def deactivate(request: web.Request) -> web.Response:
    """POST /sim/people/{id}/deactivate: the account is gone for good; no bot hears of it."""
    person = person_of(request)
    person.deactivated = True
    return told(person_view(request.app[WORLD], person))


def _where(world: World, given: Asked) -> tuple[Bot, Group | None]:
    chat = given.whole("chat")
    return bot_named(world, given.text("bot")), find_group(world, chat) if chat is not None and chat < 0 else None
