"""Speak and listen on Telegram."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from typing import Any

from aiohttp import web
from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
    LinkPreviewOptions,
)
from telegram.constants import ChatAction, ParseMode

from bot.channels import redaction
from bot.channels.channel import Hear, Pace, Words
from bot.channels.hearing import ChatOrder
from bot.channels.limiter import Limiter
from bot.channels.splitting import length
from bot.channels.telegram_door import ALLOWED_UPDATES, Door
from bot.channels.telegram_errors import NOTHING_TO_EDIT, TOO_OLD_A_PRESS
from bot.channels.telegram_line import TelegramLine, unless_past
from bot.channels.telegram_parts import chat_id, file_of, is_group, keyboard
from bot.channels.telegram_polling import Polling
from bot.channels.telegram_request import AiohttpRequest
from bot.channels.telegram_webhook import SECRET_HEADER
from bot.channels.telegram_webhook import Webhook as Webhook
from bot.channels.webhook_body import update_in
from handlers.vocabulary import Attachment, Message, Shows

logger = logging.getLogger(__name__)

API = "https://api.telegram.org"
LONGEST_CAPTION = 1024
LONGEST_TOAST = 200
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

GROUPS = "groups"  # stands for every group
# Whose menu (an address, None for everybody, GROUPS) -> language ("vi", "en") -> (command without slash, description)
Menus = Mapping[str | None, Mapping[str, Sequence[tuple[str, str]]]]


class TelegramChannel:
    """Be one Telegram bot: that of the organisation ``bot``, or the one of all that have none of their own ("").

    Args:
        token: as @BotFather gave it. It never appears in an error or a log line.
        base_url: where the Bot API is, without "/bot<token>": also a simulator's or a local server's address.
        limiter: None for Telegram's own limits.
        poll_timeout: seconds that one long poll may last; Telegram allows 50.
        allowed_updates: kinds of updates that Telegram shall send.
        proxy: an ``http://`` address through which Telegram is reached.
        webhook: where Telegram brings updates; None to fetch them by long polling.
        connections: how many sends may be under way at once.
        read_timeout: seconds to wait for the answer to a send before its outcome is unknown.
    """

    name = "telegram"
    longest = 4096
    shows = Shows()

    def __init__(
        self,
        token: str,
        base_url: str = API,
        bot: str = "",
        limiter: Limiter | None = None,
        *,
        poll_timeout: int = 30,
        allowed_updates: Sequence[str] = ALLOWED_UPDATES,
        proxy: str | None = None,
        webhook: Webhook | None = None,
        connections: int = 16,
        read_timeout: float = 25.0,
    ) -> None:
        redaction.hide(token, webhook.secret if webhook else None)
        self.bot = bot
        self._limiter = limiter or Limiter()
        self._line = TelegramLine(token, base_url, AiohttpRequest(connections, read_timeout, proxy), self._limiter)
        self._telegram = self._line.bot
        self._poll_timeout = poll_timeout
        self._allowed = tuple(allowed_updates)
        self._webhook = webhook
        self._username: str | None = None
        self._hear: Hear | None = None  # set while a webhook is listened to
        self._order = ChatOrder()

    def __repr__(self) -> str:
        return f"TelegramChannel(bot={self.bot!r})"

    async def me(self) -> str:
        """Return the bot's username without @, asked once; for links ``https://t.me/<username>?start=<code>``."""
        if self._username is None:
            self._username = (await self._line.call(self._telegram.get_me())).username or ""
        return self._username

    async def listen(self, hear: Hear) -> None:
        """Hear messages until cancelled; an update is confirmed only after ``hear`` returned.

        With a webhook the messages come through ``webhook``, which the web server must offer.

        Raises:
            ChannelDown: the token was refused, or another process polls for the same bot.
        """
        me = await self._line.call_patiently(self._telegram.get_me)
        self._username = me.username or ""
        if self._webhook:
            await self._listen_to_webhook(self._webhook, hear)
        else:
            await self._line.call_patiently(self._telegram.delete_webhook)
            await Polling(self._fetch, Door(self.bot, self._username).read, hear, self._poll_timeout).run()

    async def webhook(self, request: web.Request) -> web.Response:
        """Answer one update that Telegram brings: 200 once it is heard, 500 (Telegram comes again) if that failed."""
        if self._webhook is None:
            raise web.HTTPNotFound
        update = await update_in(request, SECRET_HEADER, self._webhook.secret)
        hear = self._hear
        if hear is None or self._username is None:
            raise web.HTTPServiceUnavailable
        message = Door(self.bot, self._username).read(update)
        if message:
            await self._hear_in_order(hear, message)
        return web.Response()

    async def send(self, address: str, words: Words, pace: Pace) -> str:
        """Send one message, at most ``longest`` characters (``splitting.split``), and return its id.

        Text with a single file goes as the file's caption where it fits; else the text goes first with the buttons
        and each file after it. A call with several files that fails half-way can only be repeated whole.
        """
        files = list(words.attachments)
        captioned = None
        if files and (not words.text or (len(files) == 1 and length(words.text) <= LONGEST_CAPTION)):
            captioned = files.pop(0)
        message_id = await self._send_words(address, words, captioned, pace)
        for attachment in files:
            await self._send_words(address, Words(""), attachment, pace)
        return message_id

    async def edit(self, address: str, message_id: str, words: Words) -> None:
        """Replace a sent message's words and buttons; one too old, deleted or unchanged is no error."""
        chat = chat_id(address)
        await self._limiter.turn(address, "answer", group=is_group(address))
        edited = self._telegram.edit_message_text(
            words.text,
            chat,
            int(message_id),
            parse_mode=ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
            reply_markup=keyboard(words),
        )
        await self._line.call(unless_past(edited, NOTHING_TO_EDIT), address)

    async def acknowledge(self, callback_id: str, toast: str) -> None:
        """Answer a pressed button at once, so that the phone stops waiting; a failure is only logged."""
        answered = self._telegram.answer_callback_query(callback_id, toast[:LONGEST_TOAST] or None)
        await self._line.call_if_possible(unless_past(answered, TOO_OLD_A_PRESS))

    async def typing(self, address: str) -> None:
        """Show "is typing" for some seconds; a failure is only logged."""
        await self._line.call_if_possible(self._telegram.send_chat_action(chat_id(address), ChatAction.TYPING))

    async def set_menu(self, commands_by_scope: Menus) -> None:
        """Set the command menus. "vi" is also what everybody sees whose language has no menu of its own."""
        for address, by_language in commands_by_scope.items():
            scope = _scope(address)
            for language, commands in by_language.items():
                menu = [BotCommand(name, description) for name, description in commands]
                code = None if language == "vi" else language
                await self._limiter.turn(None, "wave")
                await self._line.call(self._telegram.set_my_commands(menu, scope, code))

    async def close(self) -> None:
        """Let go of the network."""
        await self._line.close()

    async def _send_words(self, address: str, words: Words, file: Attachment | None, pace: Pace) -> str:
        chat, buttons = chat_id(address), keyboard(words)
        await self._limiter.turn(address, pace, group=is_group(address))
        if file:
            caption = words.text or None
            send = self._telegram.send_photo if file.is_picture else self._telegram.send_document
            sending = send(chat, file_of(file), caption, parse_mode=ParseMode.HTML, reply_markup=buttons)
        else:
            sending = self._telegram.send_message(
                chat, words.text, ParseMode.HTML, link_preview_options=NO_PREVIEW, reply_markup=buttons
            )
        return str((await self._line.call(sending, address)).message_id)

    async def _fetch(self, offset: int | None, seconds: int) -> list[dict[str, Any]]:
        return await self._line.call(self._telegram.fetch(offset, seconds, self._allowed))

    async def _listen_to_webhook(self, webhook: Webhook, hear: Hear) -> None:
        self._hear = hear
        try:
            await self._line.call_patiently(
                lambda: self._telegram.set_webhook(
                    webhook.url, allowed_updates=self._allowed, secret_token=webhook.secret
                )
            )
            await asyncio.Event().wait()
        finally:
            self._hear = None

    async def _hear_in_order(self, hear: Hear, message: Message) -> None:
        lock = self._order.of(message.address)  # Telegram brings several updates at once
        async with lock:
            try:
                await hear(message)
            except Exception as error:
                logger.error("update %s failed: %s", message.update_id, type(error).__name__)
                raise web.HTTPInternalServerError from None


def _scope(address: str | None) -> BotCommandScope:
    if address == GROUPS:
        return BotCommandScopeAllGroupChats()
    return BotCommandScopeDefault() if address is None else BotCommandScopeChat(chat_id(address))
