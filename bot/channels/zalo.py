"""Speak and listen on Zalo."""

from __future__ import annotations

import asyncio
import logging
import unicodedata
from typing import Any, NoReturn

from aiohttp import web

from bot.channels import redaction
from bot.channels.channel import Hear, Inbox, Never, Pace, Words
from bot.channels.growing_wait import GrowingWait
from bot.channels.limiter import Limiter
from bot.channels.splitting import plain
from bot.channels.webhook_body import update_in
from bot.channels.wire import READ, Wire
from bot.channels.zalo_door import Door, updates_in
from bot.channels.zalo_line import ZaloLine
from bot.channels.zalo_listening import Listening
from bot.channels.zalo_webhook import SECRET_HEADER
from bot.channels.zalo_webhook import Webhook as Webhook
from handlers.vocabulary import Attachment, Message, Shows

logger = logging.getLogger(__name__)

API = "https://bot-api.zaloplatforms.com"
AGENT = "nhac-viec"
LONGEST = 2000  # UTF-16 units of a text or a caption, as the strictest reading of Zalo's "characters"
SHOWS = Shows(buttons=False, files=False)
PHOTO_READ = 60.0  # seconds: Zalo fetches the picture before it answers


class ZaloChannel:
    """Be one Zalo bot: that of the organisation ``bot``, or the one of all that have none of their own ("").

    Args:
        token: as Zalo Bot Creator gave it. It never appears in an error or a log line.
        base_url: where the Bot API is, without "/bot<token>": also a simulator's address.
        limiter: None for the limiter's own limits; Zalo publishes none.
        inbox: where updates are stored before they are handled: Zalo gives each only once.
        webhook: where Zalo brings updates; None to fetch them by long polling.
        poll_timeout: seconds that one long poll may last.
        proxy: an ``http://`` address through which Zalo is reached.
        connections: how many sends may be under way at once.
        read_timeout: seconds to wait for the answer to a send before its outcome is unknown.
        shows: what a reply is degraded to before it comes here: no buttons, and links instead of files.
    """

    name = "zalo"
    longest = 1900

    def __init__(
        self,
        token: str,
        base_url: str = API,
        bot: str = "",
        limiter: Limiter | None = None,
        *,
        inbox: Inbox,
        webhook: Webhook | None = None,
        poll_timeout: int = 30,
        proxy: str | None = None,
        connections: int = 16,
        read_timeout: float = READ,
        shows: Shows = SHOWS,
    ) -> None:
        redaction.hide(token, webhook.secret if webhook else None)
        self.bot = bot
        self.shows = shows
        self._limiter = limiter or Limiter()
        self._line = ZaloLine(token, base_url, self._limiter, Wire(connections, proxy, AGENT), read_timeout)
        self._poll_timeout = poll_timeout
        self._webhook = webhook
        self._door = Door(bot)
        self._listening = Listening(inbox, self._read)

    def __repr__(self) -> str:
        return f"ZaloChannel(bot={self.bot!r})"

    async def me(self) -> str:
        """Return the bot's account name ("bot.nhacviec"), asked once; nobody sees it but Zalo."""
        if not self._door.own_id:
            self._know_oneself(await self._line.call("getMe"))
        return self._door.own_name

    async def listen(self, hear: Hear) -> None:
        """Hear messages until cancelled; an update is stored first and forgotten only after ``hear`` returned.

        With a webhook the messages come through ``webhook``, which the web server must offer.

        Raises:
            ChannelDown: the token or the webhook's address was refused.
        """
        self._know_oneself(await self._line.call_to_begin("getMe"))
        try:
            await self._listening.begin(hear)
            if self._webhook:
                await self._set_webhook(self._webhook)
                await asyncio.Event().wait()
            await self._poll()
        finally:
            await self._listening.end()

    async def webhook(self, request: web.Request) -> web.Response:
        """Take what Zalo brings: 200 once it is stored, or is nothing for us; 500 (Zalo comes again) if storing failed.

        It is heard after the answer, and while nobody listens at the next ``listen``.
        """
        if self._webhook is None:
            raise web.HTTPNotFound
        body = await update_in(request, SECRET_HEADER, self._webhook.secret)
        try:
            for update in updates_in(body):
                await self._listening.take(update)
        except Exception as error:
            logger.error("an update of Zalo could not be stored: %s", type(error).__name__)
            raise web.HTTPInternalServerError from None
        return web.Response()

    async def send(self, address: str, words: Words, pace: Pace) -> str:
        """Send one message as plain text, at most ``longest`` characters (``splitting.split``), and return its id.

        Pictures go by their links: a single one with the text as its caption, else the text first. A call with
        several pictures that fails half-way can only be repeated whole.
        """
        text, pictures = _plain(words.text), _pictures(words)
        captioned = pictures.pop(0) if pictures and (not text or len(pictures) == 1) else None
        message_id = await self._send_one(address, text, captioned, pace)
        for picture in pictures:
            await self._send_one(address, "", picture, pace)
        return message_id

    async def typing(self, address: str) -> None:
        """Show "is typing" for some seconds; a failure is only logged."""
        await self._line.call_if_possible("sendChatAction", {"chat_id": address, "action": "typing"})

    async def close(self) -> None:
        """Let go of the network."""
        await self._line.close()

    async def _send_one(self, address: str, text: str, picture: Attachment | None, pace: Pace) -> str:
        await self._limiter.turn(address, pace)
        if picture is None:
            return await self._line.deliver("sendMessage", {"chat_id": address, "text": text})
        photo = {"chat_id": address, "photo": picture.link}
        try:
            return await self._line.deliver("sendPhoto", photo | ({"caption": text} if text else {}), PHOTO_READ)
        except Never as error:
            if error.chat_gone:
                raise
        logger.warning("Zalo did not take a picture, so its address is sent")
        if not text or _length(f"{text}\n{picture.link}") <= LONGEST:
            return await self._send_one(address, f"{text}\n{picture.link}".strip(), None, pace)
        await self._send_one(address, text, None, pace)
        return await self._send_one(address, picture.link, None, pace)

    async def _poll(self) -> NoReturn:
        """Poll; where Zalo refuses, somebody may have set a webhook: it is taken away again, less and less often."""
        refused = GrowingWait()
        while True:
            await self._take_webhook_away()
            try:
                await self._listening.poll(self._line.fetch, self._poll_timeout)
            except Never as error:
                logger.error("Zalo gives no updates (%s): is another program using this bot?", error.trouble)
                await asyncio.sleep(refused.failed())

    def _read(self, update: dict[str, Any], update_id: str) -> Message | None:
        return self._door.read(update, update_id)

    def _know_oneself(self, me: Any) -> None:
        told = me if isinstance(me, dict) else {}
        self._door = Door(self.bot, str(told.get("id") or ""), str(told.get("account_name") or ""))

    async def _set_webhook(self, webhook: Webhook) -> None:
        asked = {"url": webhook.url, "secret_token": webhook.secret}
        told = await self._line.call_to_begin("setWebhook", asked)
        tried = told.get("verification") if isinstance(told, dict) else None
        if isinstance(tried, dict) and tried.get("ok") is not True:
            found = [str(tried.get(name))[:100] for name in ("outcome", "status_code", "hint")]
            logger.warning("Zalo could not reach the webhook: outcome %s, status %s, hint %s", *found)

    async def _take_webhook_away(self) -> None:
        try:
            await self._line.call_patiently("deleteWebhook")
        except Never:  # perhaps because there is none
            logger.info("Zalo took no webhook away")


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _plain(markup: str) -> str:
    """Return words as Zalo shows them.

    Raises:
        Never: they are longer than Zalo takes.
    """
    text = unicodedata.normalize("NFC", plain(markup))
    if len(text.encode("utf-16-le", "surrogatepass")) // 2 > LONGEST:
        raise Never("too-long")
    return text


def _pictures(words: Words) -> list[Attachment]:
    pictures = [one for one in words.attachments if one.is_picture and one.link]
    if left := len(words.attachments) - len(pictures):
        logger.warning("%d files that Zalo cannot carry were left out", left)
    if words.buttons:
        logger.warning("buttons that Zalo cannot show were left out")
    return pictures
