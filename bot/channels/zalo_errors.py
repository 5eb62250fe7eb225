"""Tell Zalo's own answers from a stranger's, and say in our own words how a call failed."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from bot.channels.channel import ChannelDown, DeliveryError, Never, NotNow, Unknown
from bot.channels.wire import CallFailed, NotSent


class Refused(CallFailed):
    """Zalo itself said no, under whatever HTTP status; ``description`` may quote anything and is never printed."""

    def __init__(self, code: int, description: str = "") -> None:
        super().__init__(f"code {code}")
        self.code = code
        self.description = description.lower()


class NotZalo(CallFailed):
    """Somebody else answered: a proxy, a filter, a captive portal; or nobody can read the answer."""

    def __init__(self, status: int) -> None:
        super().__init__(f"HTTP {status}")
        self.status = status


# The documented codes. Nothing says which of them a blocked bot or an unknown chat gets.
BAD_TOKEN = 401
INTERNAL = 403  # "internal server error": it does not say that a chat is closed to us
IDLE = 408  # "request timed out"; of getUpdates: nothing new
TOO_MANY = 429  # of messages: a burst, or the month's quota
TOO_OFTEN = 426  # of testWebhook, which is never called

# A guess at the words of a 400 or 404 for a chat that is closed to us: none is documented, and none has been seen.
GONE = (
    ("chat not found", "no-chat"),
    ("user not found", "no-chat"),
    ("chat_id not found", "no-chat"),
    ("invalid chat_id", "no-chat"),
    ("blocked the bot", "blocked"),
)
A_MONTH = "month"  # in the words of a 429: no burst. "Quota exceeded" alone is documented for both


def result_in(status: int, payload: bytes) -> Any:
    """Return the result in an answer, None where it has none; a bare update is its own result.

    Raises:
        Refused: Zalo says that it was not done. The body decides, the HTTP status is undocumented.
        NotZalo: it is not Zalo who says anything.
    """
    answer = _object(payload)
    if answer.get("ok") is True:
        return answer.get("result")
    if answer.get("ok") is False:
        raise Refused(_code(answer, status), str(answer.get("description") or ""))
    if "event_name" in answer and 200 <= status < 300:
        return answer
    raise NotZalo(status)


def delivery_error(error: CallFailed, wait: Callable[[], float]) -> DeliveryError:
    """Return the member of our family that ``error`` means; a 429 is the caller's own, it knows how many there were.

    Args:
        wait: asked, where a later try may help, how many seconds to propose.
    """
    if isinstance(error, Refused):
        return _refused(error, wait)
    if isinstance(error, NotSent) or (isinstance(error, NotZalo) and 300 <= error.status < 500):
        return NotNow("network", wait())
    return Unknown("no-answer")


def _refused(error: Refused, wait: Callable[[], float]) -> DeliveryError:
    if error.code == BAD_TOKEN:
        return ChannelDown("bad-token")
    if error.code == IDLE:
        return Unknown("no-answer")
    if error.code in (INTERNAL, TOO_OFTEN) or not 400 <= error.code < 500:
        return NotNow("server", wait())
    gone = next((word for part, word in GONE if part in error.description), None)
    return Never(gone or "refused", chat_gone=gone is not None)


def _object(payload: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(payload)
    except (ValueError, RecursionError):
        return {}
    return answer if isinstance(answer, dict) else {}


def _code(answer: dict[str, Any], status: int) -> int:
    code = answer.get("error_code", answer.get("errorCode"))
    if isinstance(code, str) and code.isdecimal() and len(code) < 10:
        code = int(code)
    return code if isinstance(code, int) and not isinstance(code, bool) else status
