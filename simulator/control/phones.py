"""Read phones: at once, or waiting for news."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain, takewhile
from time import monotonic
from typing import Any

from aiohttp import web

from simulator.control.asking import (
    WORLD,
    WrongRequest,
    bot_named,
    find_group,
    group_of,
    number_in_query,
    person_of,
    told,
)
from simulator.control.views import group_view, message_view, person_view, toast_view
from simulator.messages import Message, Toast
from simulator.people import Bot, Group, Person
from simulator.world import World

LONGEST_WAIT = 300.0
_USUAL_LENGTH = 500  # messages of one answer unless ?limit= says otherwise


async def person_phone(request: web.Request) -> web.Response:
    """GET /sim/people/{id}/phone: the private chats with bots, or with ?chat= one group, on that person's phone."""
    world, person = request.app[WORLD], person_of(request)
    group = find_group(world, request.query["chat"]) if "chat" in request.query else None
    bots = [bot_named(world, request.query["bot"])] if "bot" in request.query else world.bots
    phone = _Phone(world, request, person, group, bots)
    return told(await phone.read())


async def group_phone(request: web.Request) -> web.Response:
    """GET /sim/groups/{id}/phone: what every member sees."""
    world = request.app[WORLD]
    return told(await _Phone(world, request, None, group_of(request), world.bots).read())


class _Phone:
    """One look at a phone: what to show, and whether it is news to the one who asks.

    ``after``: messages with a higher id. ``since``: messages, edits and notices with a higher ``change``.
    """

    def __init__(
        self, world: World, request: web.Request, person: Person | None, group: Group | None, bots: list[Bot]
    ) -> None:
        self.world, self.person, self.group, self.bots = world, person, group, bots
        self.after = int(number_in_query(request, "after"))
        self.since = int(number_in_query(request, "since")) if "since" in request.query else None
        self.limit = int(number_in_query(request, "limit", _USUAL_LENGTH))
        self.seconds = min(number_in_query(request, "wait"), LONGEST_WAIT)
        self.only = request.query.get("from")
        if self.only not in (None, "bot", "person", "service"):
            raise WrongRequest("from must be bot, person or service")

    async def read(self) -> dict[str, Any]:
        """Return the phone, at the latest after ``wait`` seconds."""
        until = monotonic() + self.seconds
        view = self._view()
        while not self._is_news(view) and (left := until - monotonic()) > 0:
            await self.world.news.wait([self._chat()], left)
            view = self._view()
        return view

    def _chat(self) -> int:
        if self.group is not None:
            return self.group.id
        return self.person.id if self.person is not None else 0

    def _is_news(self, view: dict[str, Any]) -> bool:
        return bool(view["messages"] or (self.since is not None and view["toasts"]))

    def _view(self) -> dict[str, Any]:
        messages = [message_view(self.world, message) for message in self._messages()]
        if self.only is not None:
            messages = [message for message in messages if message["from"] == self.only]
        view: dict[str, Any] = {
            "messages": messages[-self.limit :],
            "toasts": [toast_view(toast) for toast in self._toasts()],
            "change": self.world.change,
        }
        if self.person is not None:
            view["person"] = person_view(self.world, self.person)
        if self.group is not None:
            view["group"] = group_view(self.world, self.group)
        return view

    def _messages(self) -> list[Message]:
        chat = self._chat()
        threads = [self.world.thread(chat, bot.id) for bot in self.bots] if chat > 0 else [self.world.thread(chat, 0)]
        wanted = chain.from_iterable(self._newer(thread.values()) for thread in threads)
        return sorted(wanted, key=lambda message: message.id)

    def _newer(self, messages: Any) -> Iterable[Message]:
        """Return what is newer; deletions are told only to who asks by ``since``, who has the message on screen."""
        if self.since is not None:
            return (message for message in messages if message.change > (self.since or 0))
        is_newer: Callable[[Message], bool] = lambda message: message.id > self.after  # noqa: E731
        return (message for message in takewhile(is_newer, reversed(messages)) if not message.deleted)

    def _toasts(self) -> list[Toast]:
        shown = self.world.toasts.get(self.person.id, ()) if self.person is not None else ()
        return [toast for toast in shown if toast.change > (self.since or 0)]
