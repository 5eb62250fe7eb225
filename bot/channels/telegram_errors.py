"""Say in our own words how a call to Telegram failed."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.warnings import PTBDeprecationWarning

from bot.channels.channel import ChannelDown, DeliveryError, Moved, Never, NotNow, Unknown
from bot.channels.telegram_request import MaybeSent, NeverSent, ServerTrouble

# The library warns at every 429 that its number will be a timedelta; ``seconds_of`` reads both.
warnings.filterwarnings("ignore", message=".*retry_after", category=PTBDeprecationWarning)

# Parts of the descriptions that the Bot API server sends (tdlib/telegram-bot-api, Client.cpp), in small letters.
GONE = (
    ("bot was blocked", "blocked"),
    ("deactivated", "deactivated"),
    ("bot was kicked", "kicked"),
    ("not a member", "kicked"),
    ("initiate conversation", "cannot-start"),
    ("messages to bots", "cannot-start"),
    ("group chat was deleted", "deleted"),
)
REFUSED = (
    ("can't parse entities", "bad-markup"),
    ("message is too long", "too-long"),
    ("caption is too long", "too-long"),
    ("too large", "too-large"),
    ("too big", "too-large"),
    ("button_data_invalid", "bad-button"),
    ("reply markup is too long", "bad-button"),
    ("not enough rights", "no-rights"),
    ("have no rights", "no-rights"),
)
NO_CHAT = ("chat not found", "peer_id_invalid", "user not found", "group chat was deactivated")
NOTHING_TO_EDIT = (
    "message is not modified",
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "no text in the message to edit",
)
TOO_OLD_A_PRESS = ("query is too old", "query id is invalid")


def delivery_error(error: TelegramError, wait: Callable[[], float]) -> DeliveryError:
    """Return the member of our family that ``error`` means.

    python-telegram-bot's ``BadRequest`` and ``TimedOut`` are ``NetworkError`` too, so the order below matters. Of an
    ``InvalidToken`` nothing is kept: its text may hold the token.

    Args:
        error: what a call raised.
        wait: asked, where Telegram names no seconds, how many to propose.
    """
    if isinstance(error, RetryAfter):
        return NotNow("too-many", seconds_of(error), counts=False)
    if isinstance(error, ChatMigrated):
        return Moved(str(error.new_chat_id))
    if isinstance(error, Forbidden):
        return Never(_word(error, GONE, "forbidden"), chat_gone=True)
    if isinstance(error, InvalidToken):
        return ChannelDown("bad-token")
    if isinstance(error, Conflict):
        return ChannelDown("second-poller")
    if isinstance(error, BadRequest):
        return _refused(error)
    return _network(error, wait)


def seconds_of(error: RetryAfter) -> float:
    """Return how long Telegram asks to wait; the library will turn its number into a timedelta one day."""
    asked = error.retry_after
    return asked.total_seconds() if isinstance(asked, timedelta) else float(asked)


def is_past(error: BadRequest, reasons: tuple[str, ...]) -> bool:
    """Tell whether a refusal only says that there is nothing left to do (``NOTHING_TO_EDIT``, ``TOO_OLD_A_PRESS``)."""
    return any(reason in error.message.lower() for reason in reasons)


def _refused(error: BadRequest) -> Never:
    if is_past(error, NO_CHAT):
        return Never("no-chat", chat_gone=True)
    return Never(_word(error, REFUSED, "refused"))


def _network(error: TelegramError, wait: Callable[[], float]) -> DeliveryError:
    if isinstance(error, NeverSent):
        return NotNow("network", wait())
    if isinstance(error, ServerTrouble):
        return NotNow("server", wait())
    if isinstance(error, MaybeSent | TimedOut):
        return Unknown("no-answer")
    if isinstance(error, NetworkError) and error.__cause__ is None:  # an unusual status with Telegram's own refusal
        return NotNow("server", wait())
    return Unknown("no-answer")


def _word(error: TelegramError, words: tuple[tuple[str, str], ...], otherwise: str) -> str:
    description = error.message.lower()
    return next((word for part, word in words if part in description), otherwise)
