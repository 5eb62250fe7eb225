"""The door of the Zalo dialect: token, method, answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any
from urllib.parse import unquote

from aiohttp import web

from simulator.door.calls import OneCall, json_answer, refusal_body
from simulator.door.parameters import Parameters
from simulator.door.refusals import Refusal
from simulator.world import World
from simulator.zalo import sending, settings
from simulator.zalo.account import Account

_METHODS: dict[str, Callable[[Account, Parameters], Awaitable[Any]]] = {
    "getMe": settings.get_me,
    "getUpdates": settings.get_updates,
    "setWebhook": settings.set_webhook,
    "deleteWebhook": settings.delete_webhook,
    "getWebhookInfo": settings.get_webhook_info,
    "testWebhook": settings.test_webhook,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendSticker": sending.send_sticker,
    "sendVoice": sending.send_voice,
    "sendChatAction": sending.send_chat_action,
}
_WITHOUT_RESULT = "sendChatAction"


class Zalo:
    """Zalo's Bot API for every Zalo bot of a world."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.accounts: dict[str, Account] = {}
        for bot in world.bots_of("zalo"):
            bot.ears = self.accounts[bot.token] = Account(world, bot)

    def routes(self) -> list[web.RouteDef]:
        """Return the routes of the API, and of the files that its events name."""
        return [
            web.get("/zalo/files/{file}", self.download),
            web.get("/zalo/bot{token}/{method}", self.call),
            web.post("/zalo/bot{token}/{method}", self.call),
        ]

    async def close(self) -> None:
        """Stop pushing to webhooks."""
        for account in self.accounts.values():
            await account.webhook.stop()

    async def download(self, request: web.Request) -> web.Response:
        """Answer the bytes of a photo, a sticker or a sound."""
        file = self.world.files.find(request.match_info["file"])
        if file is None:
            return web.Response(status=404)
        media_type = file.media_type if file.is_photo else "application/octet-stream"
        return web.Response(body=file.content, content_type=media_type, headers={"X-Content-Type-Options": "nosniff"})

    async def call(self, request: web.Request) -> web.Response:
        """Answer one call."""
        account = self.accounts.get(unquote(request.match_info["token"]))
        if account is None:
            return self._refuse(Refusal(401, "Unauthorized"))
        method = request.match_info["method"]
        if method not in _METHODS:
            return self._refuse(Refusal(404, "Not Found"))
        act, chat_of = partial(_act, account, method), partial(_chat_of, account)
        return await OneCall(self.world, account.bot, method, act, self._refuse, chat_of).answer(request)

    def _refuse(self, refusal: Refusal) -> web.Response:
        hidden = self.world.zalo.error_status == "200" and not refusal.outright
        return json_answer(200 if hidden else refusal.status, refusal_body(refusal))


async def _act(account: Account, method: str, given: Parameters) -> web.Response:
    result = await _METHODS[method](account, given)
    return json_answer(200, {"ok": True} if method == _WITHOUT_RESULT else {"ok": True, "result": result})


def _chat_of(account: Account, given: Parameters) -> str | None:
    """Return the world's id of the chat, by which faults and the log know it; an unknown one as it was sent."""
    wanted = given.text("chat_id")
    chat = account.chat(wanted)
    return str(chat.id) if chat is not None else wanted or None
