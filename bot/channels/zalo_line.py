"""Call Zalo's Bot API, and hear every failure in our own words."""

from __future__ import annotations

import asyncio
import logging
from typing import Any
from urllib.parse import quote

from bot.channels import redaction
from bot.channels.channel import ChannelDown, DeliveryError, Never, NotNow, OutOfQuota, Unknown
from bot.channels.growing_wait import GrowingWait
from bot.channels.limiter import Limiter
from bot.channels.wire import CallFailed, Wire
from bot.channels.zalo_door import updates_in
from bot.channels.zalo_errors import A_MONTH, IDLE, TOO_MANY, Refused, delivery_error, result_in

logger = logging.getLogger(__name__)

BEYOND_THE_POLL = 10.0  # seconds that the answer to a long poll may be late
TOO_MANY_WAIT = 60.0  # seconds after a 429, doubled each time: Zalo names none
LONGEST_WAIT = 3600.0  # of messages, which may wait for a month's quota
LONGEST_CALL_WAIT = 300.0  # of other calls: people wait to be heard
QUOTA_AFTER = 3  # 429 one after the other, each after waiting longer: it is no burst, it is the quota


class ZaloLine:
    """Hold one bot's connection; ``limiter`` learns of every 429 that a message gets."""

    def __init__(self, token: str, base_url: str, limiter: Limiter, wire: Wire, read_timeout: float) -> None:
        in_address = quote(token, safe=":")
        redaction.hide(token, in_address)
        self._address = f"{base_url.rstrip('/')}/bot{in_address}/"
        self._limiter = limiter
        self._wire = wire
        self._read_timeout = read_timeout
        self._trouble = GrowingWait()
        self._messages_refused = GrowingWait(TOO_MANY_WAIT, LONGEST_WAIT)
        self._calls_refused = GrowingWait(TOO_MANY_WAIT, LONGEST_CALL_WAIT)

    async def call(self, method: str, asked: dict[str, Any] | None = None) -> Any:
        """Return the result that Zalo answered, None where it has none.

        Raises:
            DeliveryError: the member of the family that fits (``zalo_errors``).
        """
        try:
            result = await self._ask(method, asked or {}, self._read_timeout)
        except CallFailed as error:
            raise self._call_error(error) from None
        self._calls_refused.worked()
        return result

    async def fetch(self, seconds: int) -> list[dict[str, Any]]:
        """Return the updates that came within ``seconds``, none or one as documented; "nothing new" is no failure.

        Whatever is returned Zalo never gives again: it knows no confirmation.
        """
        try:
            result = await self._ask("getUpdates", {"timeout": str(seconds)}, seconds + BEYOND_THE_POLL)
        except Refused as error:
            if error.code != IDLE:
                raise self._call_error(error) from None
            result = None
        except CallFailed as error:
            raise self._call_error(error) from None
        self._calls_refused.worked()
        return updates_in(result)

    async def deliver(self, method: str, asked: dict[str, Any], read_timeout: float | None = None) -> str:
        """Send a message, once, and return its id; "" where Zalo names none.

        Raises:
            DeliveryError: as for ``call``; OutOfQuota where it was the last straw.
        """
        try:
            result = await self._ask(method, asked, read_timeout or self._read_timeout)
        except CallFailed as error:
            raise self._message_error(error) from None
        self._messages_refused.worked()
        message_id = result.get("message_id") if isinstance(result, dict) else None
        return str(message_id) if isinstance(message_id, str | int) else ""

    async def call_if_possible(self, method: str, asked: dict[str, Any]) -> None:
        """Call for a courtesy that is never worth failing for."""
        try:
            await self.call(method, asked)
        except DeliveryError as error:
            logger.warning("a courtesy call to Zalo failed: %s", error.trouble)

    async def call_patiently(self, method: str, asked: dict[str, Any] | None = None) -> Any:
        """Call again and again while the network or Zalo is in trouble; for what is harmless when done twice.

        Raises:
            Never: Zalo does not take this call.
            ChannelDown: the token was refused.
        """
        trouble = GrowingWait()
        while True:
            try:
                return await self.call(method, asked)
            except (NotNow, Unknown) as error:
                logger.warning("Zalo cannot be reached yet: %s", error.trouble)
                await asyncio.sleep(max(trouble.failed(), error.wait if isinstance(error, NotNow) else 0))

    async def call_to_begin(self, method: str, asked: dict[str, Any] | None = None) -> Any:
        """Call patiently for something without which the channel cannot work.

        Raises:
            ChannelDown: Zalo does not take this call, or not this token.
        """
        try:
            return await self.call_patiently(method, asked)
        except Never as error:
            logger.error("Zalo refused %s", method)
            raise ChannelDown(error.trouble) from None

    async def close(self) -> None:
        """Close all connections."""
        await self._wire.close()

    async def _ask(self, method: str, asked: dict[str, Any], read_timeout: float) -> Any:
        status, payload = await self._wire.ask("POST", self._address + method, read_timeout, json=asked)
        result = result_in(status, payload)
        self._trouble.worked()
        return result

    def _call_error(self, error: CallFailed) -> DeliveryError:
        if isinstance(error, Refused) and error.code == TOO_MANY:
            return NotNow("too-many", self._calls_refused.failed(), counts=False)
        return delivery_error(error, self._trouble.failed)

    def _message_error(self, error: CallFailed) -> DeliveryError:
        """Read a 429 as too many at once, until it names the quota or goes on whatever the wait."""
        if not isinstance(error, Refused) or error.code != TOO_MANY:
            return delivery_error(error, self._trouble.failed)
        wait = self._messages_refused.failed()
        if A_MONTH in error.description or wait >= TOO_MANY_WAIT * 2 ** (QUOTA_AFTER - 1):
            return OutOfQuota("quota")
        self._limiter.pause(wait)
        return NotNow("too-many", wait, counts=False)
