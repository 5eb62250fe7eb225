"""Call the Bot API, and hear every failure in our own words."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeVar

from telegram import Bot
from telegram.error import BadRequest, RetryAfter, TelegramError

from bot.channels.channel import DeliveryError, NotNow, Unknown
from bot.channels.growing_wait import GrowingWait
from bot.channels.limiter import Limiter
from bot.channels.telegram_errors import delivery_error, is_past, seconds_of
from bot.channels.telegram_request import AiohttpRequest

logger = logging.getLogger(__name__)
T = TypeVar("T")
UNREADABLE = (KeyError, TypeError, ValueError, AttributeError)


class PlainBot(Bot):
    """Add to the library's bot what it lacks: updates unparsed, so that one unreadable update spoils no other.

    The library's own ``get_updates`` fails as a whole then, for ever, and writes the chats' words to the log.
    """

    __slots__ = ()

    async def fetch(self, offset: int | None, seconds: int, allowed: Sequence[str]) -> list[dict[str, Any]]:
        """Return updates as JSON; waits up to ``seconds`` for one."""
        wanted = {"offset": offset, "timeout": seconds, "allowed_updates": list(allowed)}
        updates: list[dict[str, Any]] = await self._post("getUpdates", wanted, read_timeout=seconds + 10)
        return updates


class TelegramLine:
    """Hold one bot's connection; ``limiter`` learns of every 429 that names a chat."""

    def __init__(self, token: str, base_url: str, request: AiohttpRequest, limiter: Limiter) -> None:
        address = base_url.rstrip("/").removesuffix("/bot") + "/bot"
        self.bot = PlainBot(token, base_url=address, request=request, get_updates_request=request)
        self._request = request
        self._limiter = limiter
        self._trouble = GrowingWait()

    async def call(self, calling: Awaitable[T], address: str | None = None) -> T:
        """Return what Telegram answered.

        Raises:
            DeliveryError: the member of the family that fits (``telegram_errors``).
        """
        try:
            answer = await calling
        except TelegramError as error:
            if isinstance(error, RetryAfter) and address is not None:
                self._limiter.refused(seconds_of(error), address)
            raise delivery_error(error, self._trouble.failed) from error
        except UNREADABLE as error:  # the library could not read the answer to what had been carried out
            logger.error("an answer of Telegram could not be read: %s", type(error).__name__)
            raise Unknown("no-answer") from error
        self._trouble.worked()
        return answer

    async def call_if_possible(self, calling: Awaitable[object]) -> None:
        """Call for a courtesy that is never worth failing for."""
        try:
            await self.call(calling)
        except DeliveryError as error:
            logger.warning("a courtesy call to Telegram failed: %s", error.trouble)

    async def call_patiently(self, make_call: Callable[[], Awaitable[T]]) -> T:
        """Call again and again while the network or Telegram is in trouble; for what is harmless when done twice."""
        trouble = GrowingWait()
        while True:
            try:
                return await self.call(make_call())
            except (NotNow, Unknown) as error:
                logger.warning("Telegram cannot be reached yet: %s", error.trouble)
                await asyncio.sleep(max(trouble.failed(), error.wait if isinstance(error, NotNow) else 0))

    async def close(self) -> None:
        """Close all connections."""
        await self._request.shutdown()


async def unless_past(calling: Awaitable[object], past: tuple[str, ...]) -> None:
    """Make a call where a refusal with one of the texts ``past`` only says that there is nothing left to do."""
    try:
        await calling
    except BadRequest as error:
        if not is_past(error, past):
            raise
