"""The door of the Telegram dialect: token, method, faults, refusals, answer."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from time import perf_counter, time
from typing import Any
from urllib.parse import unquote

from aiohttp import web

from simulator.counts import Call
from simulator.faults import Fault
from simulator.telegram import editing, sending, settings
from simulator.telegram.account import Account
from simulator.telegram.parameters import Parameters, read_parameters
from simulator.telegram.refusals import Refusal
from simulator.world import World

_METHODS: dict[str, Callable[[Account, Parameters], Any]] = {
    "getMe": settings.get_me,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendDocument": sending.send_document,
    "sendChatAction": sending.send_chat_action,
    "editMessageText": editing.edit_message_text,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": editing.delete_message,
    "answerCallbackQuery": editing.answer_callback_query,
    "getWebhookInfo": settings.get_webhook_info,
    "setMyCommands": settings.set_my_commands,
    "getMyCommands": settings.get_my_commands,
    "deleteMyCommands": settings.delete_my_commands,
    "getFile": settings.get_file,
    "setMyName": settings.setter("name", 64),
    "getMyName": settings.getter("name"),
    "setMyDescription": settings.setter("description", 512),
    "getMyDescription": settings.getter("description"),
    "setMyShortDescription": settings.setter("short_description", 120),
    "getMyShortDescription": settings.getter("short_description"),
    "setChatMenuButton": settings.accept,
    "logOut": settings.accept,
    "close": settings.accept,
}
_WAITING: dict[str, Callable[[Account, Parameters], Awaitable[Any]]] = {
    "getUpdates": settings.get_updates,
    "setWebhook": settings.set_webhook,
    "deleteWebhook": settings.delete_webhook,
}
_BY_NAME = {name.lower(): name for name in (*_METHODS, *_WAITING)}  # the server does not mind capitals
_JSON = "application/json"


class Telegram:
    """The Bot API for every bot of a world."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.accounts: dict[str, Account] = {}
        for bot in world.bots:
            bot.ears = self.accounts[bot.token] = Account(world, bot)

    def routes(self) -> list[web.RouteDef]:
        """Return the routes of the Bot API."""
        return [
            web.route("*", "/bot{token}/{method}", self.call),
            web.get("/file/bot{token}/{folder}/{file}", self.download),
        ]

    async def close(self) -> None:
        """Stop pushing to webhooks."""
        for account in self.accounts.values():
            await account.webhook.stop()

    async def download(self, request: web.Request) -> web.Response:
        """Answer the bytes of a file that getFile named."""
        file = self.world.files.find(request.match_info["file"])
        if request.match_info["token"] not in self.accounts or file is None:
            return _answer(404, {"ok": False, "error_code": 404, "description": "Not Found"})
        return web.Response(body=file.content, content_type="application/octet-stream")

    async def call(self, request: web.Request) -> web.Response:
        """Answer one call, and log it without its token."""
        begun = perf_counter()
        account = self.accounts.get(unquote(request.match_info["token"]))
        if account is None:
            return _refuse(_no_account(request.match_info["token"]))
        method = _BY_NAME.get(request.match_info["method"].lower())
        if method is None:
            return _refuse(Refusal(404, "Not Found: method not found"))
        call = _OneCall(account, method)
        try:
            return await call.answer(request)
        finally:  # also when the caller has left
            spent = round((perf_counter() - begun) * 1000, 2)
            self.world.counts.called(
                Call(time(), account.bot.username, method, call.chat, call.status, spent, call.description, call.fault)
            )


class _OneCall:
    """One call on its way; what the log wants to know of it is left in the fields."""

    __slots__ = ("account", "chat", "description", "fault", "method", "status")

    def __init__(self, account: Account, method: str) -> None:
        self.account = account
        self.method = method
        self.chat: str | None = None
        self.status = 0  # until there is an answer
        self.description: str | None = None
        self.fault: str | None = None

    async def answer(self, request: web.Request) -> web.Response:
        try:
            given = await read_parameters(request)
            self.chat = given.text("chat_id") or None
            if self.account.world.faults.waiting:
                struck = await self._struck(request, given)
                if struck is not None:
                    return struck
            return await self._do(given)
        except Refusal as refusal:
            return self._refused(refusal)

    async def _do(self, given: Parameters) -> web.Response:
        waiting = _WAITING.get(self.method)
        result = _METHODS[self.method](self.account, given) if waiting is None else await waiting(self.account, given)
        self.status = 200
        return _answer(200, {"ok": True, "result": result})

    async def _struck(self, request: web.Request, given: Parameters) -> web.Response | None:
        """Let a waiting fault strike; None: the call goes on as if nothing were."""
        bot = self.account.bot.username
        slowed, fault = self.account.world.faults.strike(bot, self.method, self.chat)
        if slowed:
            await asyncio.sleep(slowed)
        if fault is None:
            return None
        self.fault = fault.kind
        if fault.kind in ("status", "refuse"):
            raise _ordered_refusal(fault)
        if fault.kind == "hang":
            await asyncio.sleep(fault.seconds)  # cancelled when the caller leaves: then the call never arrives
            return None
        return await self._late_or_cut(request, given, fault)

    async def _late_or_cut(self, request: web.Request, given: Parameters, fault: Fault) -> web.Response:
        """Do the call (not for ``cut``), then answer late or not at all."""
        answer = await self._do(given) if fault.kind != "cut" else web.Response()
        if fault.kind == "late":
            await asyncio.sleep(fault.seconds)
            return answer
        self.status = 0
        if request.transport is not None:
            request.transport.abort()
        return answer

    def _refused(self, refusal: Refusal) -> web.Response:
        self.status, self.description = refusal.status, refusal.description
        return _refuse(refusal)


def _no_account(token: str) -> Refusal:
    return Refusal(401, "Unauthorized") if ":" in unquote(token) else Refusal(404, "Not Found")


def _ordered_refusal(fault: Fault) -> Refusal:
    words = fault.description or HTTPStatus(fault.status).phrase
    if fault.description is None and "retry_after" in fault.parameters:
        words = f"{words}: retry after {fault.parameters['retry_after']}"
    return Refusal(fault.status, words, fault.parameters or None)


def _refuse(refusal: Refusal) -> web.Response:
    body: dict[str, Any] = {"ok": False, "error_code": refusal.status, "description": refusal.description}
    if refusal.parameters:
        body["parameters"] = refusal.parameters
    return _answer(refusal.status, body)


def _answer(status: int, body: dict[str, Any]) -> web.Response:
    return web.Response(status=status, body=json.dumps(body).encode(), content_type=_JSON)
