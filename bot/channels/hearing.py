"""What every channel holds to when it hears: one chat in order, a failed message tried again."""

from __future__ import annotations

import asyncio
import logging
import traceback
from weakref import WeakValueDictionary

from bot.channels.channel import DeliveryError, NotNow
from bot.channels.growing_wait import GrowingWait

logger = logging.getLogger(__name__)

TRIES = 5  # a message that fails so often is given up: the bot would go deaf behind it


class ChatOrder:
    """Hold one lock per chat, as long as somebody waits for it: a platform brings several updates at once.

    Whoever asks for the lock first gets it first.
    """

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def of(self, address: str) -> asyncio.Lock:
        """Return the lock of one chat; whoever holds it keeps it alive."""
        return self._locks.setdefault(address, asyncio.Lock())


def log_failure(update_id: object, times: int, error: Exception) -> None:
    """Say where hearing an update went wrong, without the error's own text: it may quote what somebody wrote."""
    where = "".join(traceback.format_tb(error.__traceback__))
    logger.error("update %s failed, try %d of %d: %s\n%s", update_id, times, TRIES, type(error).__name__, where)


def wait_after(error: DeliveryError, trouble: GrowingWait) -> float:
    """Return how long to wait after updates could not be fetched."""
    wait = trouble.failed()
    logger.warning("fetching updates failed: %s", error.trouble)
    if isinstance(error, NotNow) and not error.counts:  # a 429 names its own wait
        return error.wait
    return wait
