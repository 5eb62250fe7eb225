"""Turn what Telegram sends into a Message, or shrug at it."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, replace
from typing import Any, Literal

from telegram import CallbackQuery, Chat, ChatMember, ChatMemberUpdated, Update, User
from telegram import Message as TelegramMessage

from handlers.vocabulary import Message, SentFile

logger = logging.getLogger(__name__)

ALLOWED_UPDATES = ("message", "callback_query", "my_chat_member")
KINDS: dict[str, Literal["private", "group"]] = {
    Chat.PRIVATE: "private",
    Chat.GROUP: "group",
    Chat.SUPERGROUP: "group",
}
OUT = (ChatMember.BANNED, ChatMember.LEFT)  # a private chat says "kicked" when its person has blocked the bot
COMMAND_TO = re.compile(r"(/\w+)@(\w+)")
CALLED = re.compile(r"@(\w+)[\s,:]*")


@dataclass(frozen=True, slots=True)
class Door:
    """Read updates for one bot: ``bot`` is its organisation's id or "", ``username`` its own name without @."""

    bot: str
    username: str

    def read(self, update: dict[str, Any]) -> Message | None:
        """Return the message in an update as Telegram's JSON has it.

        None for all that we do not listen to: stickers, voices, edited messages, channels, other bots, commands to
        another bot in a group, and JSON that is no update at all. Nothing of its content is ever logged.
        """
        try:
            parsed = Update.de_json(update, None)
            return self._message(parsed)
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
            logger.warning("an update of Telegram could not be read: %s", type(error).__name__)
            return None

    def _message(self, update: Update) -> Message | None:
        if update.message:
            return self._said(update, update.message)
        if update.callback_query:
            return self._pressed(update, update.callback_query)
        if update.my_chat_member:
            return self._membership(update, update.my_chat_member)
        return None

    def _said(self, update: Update, message: TelegramMessage) -> Message | None:
        heard = self._of(update, message.chat, message.from_user)
        if heard and message.migrate_to_chat_id:
            return replace(heard, event="migrated", detail=str(message.migrate_to_chat_id))
        words, file = message.text or message.caption, _file(message)
        if not heard or not (words or file) or message.from_user is None or message.from_user.is_bot:
            return None
        said = self._meant_for_us(words, heard.chat_kind) if words else None
        heard = replace(heard, addressed=heard.chat_kind == "private" or self._is_addressed(message, words or ""))
        return replace(heard, said=said, file=file) if said or (file and not words) else None

    def _pressed(self, update: Update, query: CallbackQuery) -> Message | None:
        if not query.message or not query.data:  # a game, or a button under somebody's inline message
            return None
        heard = self._of(update, query.message.chat, query.from_user)
        pressed_under = str(query.message.message_id)
        return heard and replace(heard, pressed=query.data, pressed_message_id=pressed_under, callback_id=query.id)

    def _membership(self, update: Update, change: ChatMemberUpdated) -> Message | None:
        heard = self._of(update, change.chat, change.from_user)
        was_out, is_out = change.old_chat_member.status in OUT, change.new_chat_member.status in OUT
        if heard is None or was_out == is_out:
            return None
        return replace(heard, event="blocked" if is_out else "unblocked")

    def _of(self, update: Update, chat: Chat, sender: User | None) -> Message | None:
        kind = KINDS.get(chat.type)
        return kind and Message(
            channel="telegram",
            bot=self.bot,
            update_id=str(update.update_id),
            address=str(chat.id),
            chat_kind=kind,
            sender=str(sender.id) if sender else "",
            sender_name=sender.full_name if sender else "",
        )

    def _meant_for_us(self, words: str, kind: Literal["private", "group"]) -> str | None:
        """Strip our own name from "/viec@OurBot" and "@OurBot ..."; None if another bot is named in a group."""
        command = COMMAND_TO.match(words)
        if command:
            if command[2].lower() != self.username.lower() and kind == "group":
                return None
            return command[1] + words[command.end() :]
        called = CALLED.match(words)
        if called and called[1].lower() == self.username.lower():
            return words[called.end() :] or None
        return words

    def _is_addressed(self, message: TelegramMessage, words: str) -> bool:
        """Say whether words in a group are for us: a command, a call by our name, an answer to a message of ours."""
        answered = message.reply_to_message.from_user if message.reply_to_message else None
        called = CALLED.match(words)
        names = [answered.username if answered else None, called[1] if called else None]
        return words.startswith("/") or self.username.lower() in [(name or "").lower() for name in names]


def _file(message: TelegramMessage) -> SentFile | None:
    """Return the document or picture of a message; of the sizes of a picture the largest, which comes last."""
    if message.document:
        return SentFile("document", message.document.file_id, message.document.file_name or "")
    return SentFile("photo", message.photo[-1].file_id) if message.photo else None
