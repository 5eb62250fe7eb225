"""The door of the Telegram dialect: token, method, faults, refusals, answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any
from urllib.parse import unquote

from aiohttp import web

from simulator.door.calls import OneCall, json_answer, refusal_body
from simulator.door.parameters import Parameters
from simulator.door.refusals import Refusal
from simulator.telegram import editing, sending, settings
from simulator.telegram.account import Account
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


class Telegram:
    """The Bot API for every bot of a world."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.accounts: dict[str, Account] = {}
        for bot in world.bots_of("telegram"):
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
            return _refuse(Refusal(404, "Not Found"))
        return web.Response(body=file.content, content_type="application/octet-stream")

    async def call(self, request: web.Request) -> web.Response:
        """Answer one call."""
        account = self.accounts.get(unquote(request.match_info["token"]))
        if account is None:
            return _refuse(_no_account(request.match_info["token"]))
        method = _BY_NAME.get(request.match_info["method"].lower())
        if method is None:
            return _refuse(Refusal(404, "Not Found: method not found"))
        act = partial(_act, account, method)
        return await OneCall(self.world, account.bot, method, act, _refuse, _chat_of).answer(request)


async def _act(account: Account, method: str, given: Parameters) -> web.Response:
    waiting = _WAITING.get(method)
    result = _METHODS[method](account, given) if waiting is None else await waiting(account, given)
    return json_answer(200, {"ok": True, "result": result})


def _chat_of(given: Parameters) -> str | None:
    return given.text("chat_id") or None


def _no_account(token: str) -> Refusal:
    return Refusal(401, "Unauthorized") if ":" in unquote(token) else Refusal(404, "Not Found")


def _refuse(refusal: Refusal) -> web.Response:
    return json_answer(refusal.status, refusal_body(refusal))
