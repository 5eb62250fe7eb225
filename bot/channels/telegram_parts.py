"""Make Telegram's own parts out of ours: chat ids, keyboards, files."""

from __future__ import annotations

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputFile

from bot.channels.channel import Never, Words
from handlers.vocabulary import Attachment


def chat_id(address: str) -> int:
    """Return the number of a chat.

    Raises:
        Never: the address is no number, so no chat of Telegram has it.
    """
    try:
        return int(address)
    except ValueError:
        raise Never("no-chat", chat_gone=True) from None


def is_group(address: str) -> bool:
    """Tell whether a chat is a group: only people have positive ids (https://core.telegram.org/bots/api#chat)."""
    return address.startswith("-")


def keyboard(words: Words) -> InlineKeyboardMarkup | None:
    """Return the buttons under a message, None for none."""
    rows = [[InlineKeyboardButton(label, callback_data=press) for label, press in row] for row in words.buttons if row]
    return InlineKeyboardMarkup(rows) if rows else None


def file_of(attachment: Attachment) -> InputFile | str:
    """Return a file to upload under the name and media type that we gave it, not those the library guesses.

    Of one that lies on Telegram already, its id.
    """
    if attachment.ref:
        return attachment.ref
    file = InputFile(attachment.content, filename=attachment.name)
    file.mimetype = attachment.media_type
    return file
