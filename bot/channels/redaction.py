"""Keep tokens out of the logs, whoever writes the line."""

from __future__ import annotations

import logging
import re
import sys
import traceback
from collections.abc import Iterable
from typing import Any

HIDDEN = "[token]"
TELEGRAM_TOKEN = re.compile(r"bot\d+(?::|%3A)[\w-]+|(?<!\w)\d{6,}(?::|%3A)[\w-]{25,}")
TALKATIVE = ("telegram", "httpx", "httpcore", "aiohttp.access", "aiohttp.client", "apscheduler")

_secrets: set[str] = set()


def hide(*secrets: str | None) -> None:
    """Never let these (tokens, a webhook's secret) appear in a log line again."""
    _secrets.update(secret for secret in secrets if secret)


def redact(text: str) -> str:
    """Return ``text`` without Telegram tokens and hidden secrets."""
    for secret in sorted(_secrets, key=len, reverse=True):
        text = text.replace(secret, HIDDEN)
    return TELEGRAM_TOKEN.sub(HIDDEN, text)


class Redaction(logging.Filter):
    """Redact the records of one handler: message, arguments and traceback.

    It belongs on handlers: a filter on a logger does not see what the loggers below it write. A traceback becomes part
    of the message, since the formatter would print the exception's own text after us.
    """

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__()
        hide(*secrets)

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.msg, dict):  # structlog's events on their way through the standard library
            record.msg = _redacted_event(record.msg)
        else:
            record.msg = redact(_message(record) + _traceback(record.exc_info))
            record.args = ()
        record.exc_info = record.exc_text = None
        return True


def install() -> None:
    """Put the filter on the root's handlers, and silence libraries that print addresses.

    Call it after the handlers are set up; calling it again does no harm. httpx prints whole addresses, with the
    token, at INFO; python-telegram-bot prints messages at DEBUG.
    """
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    for handler in logging.getLogger().handlers:
        if not any(isinstance(known, Redaction) for known in handler.filters):
            handler.addFilter(Redaction())


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (
        TypeError,
        ValueError,
    ):  # arguments that do not fit the message
        return str(record.msg)


def _redacted_event(event: dict[str, Any]) -> dict[str, Any]:
    told = {name: _redacted(value) for name, value in event.items() if name != "exc_info"}
    if trace := _traceback(event.get("exc_info")):
        told["exception"] = redact(trace.strip())
    return told


def _redacted(value: Any) -> Any:
    if isinstance(value, str):
        return redact(value)
    if isinstance(value, dict):
        return {name: _redacted(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_redacted(inner) for inner in value]
    if value is None or isinstance(value, bool | int | float):
        return value
    return redact(str(value))


def _traceback(exc_info: Any) -> str:
    if exc_info is True:
        exc_info = sys.exc_info()
    error = exc_info[1] if isinstance(exc_info, tuple) else exc_info
    if not isinstance(error, BaseException):
        return ""
    return "\n" + "".join(traceback.format_exception(error)).rstrip()
