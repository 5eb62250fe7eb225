"""Telegram's refusals in Telegram's words. The words are those of the published server (tdlib/telegram-bot-api)."""

from __future__ import annotations

from math import ceil

from simulator.door.refusals import Refusal

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)
TWO_POLLERS = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
UPGRADED = "group chat was upgraded to a supergroup chat"


def forbidden(words: str) -> Refusal:
    """Return a 403: this chat will not have the bot."""
    return Refusal(403, f"Forbidden: {words}")


def too_many(seconds: float) -> Refusal:
    """Return a 429; ``seconds`` until there is room again, told in whole seconds."""
    wait = max(1, ceil(seconds))
    return Refusal(429, f"Too Many Requests: retry after {wait}", {"retry_after": wait})
