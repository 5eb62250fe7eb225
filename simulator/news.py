"""Let those who look at a phone wait for news of it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable


class News:
    """Bells, one per chat id. Ringing where nobody waits costs one look-up."""

    def __init__(self) -> None:
        self._waiting: dict[int, set[asyncio.Future[None]]] = {}

    def ring(self, chat: int) -> None:
        """Wake everybody who waits for news of ``chat``."""
        for waiter in self._waiting.pop(chat, ()):
            if not waiter.done():
                waiter.set_result(None)

    async def wait(self, chats: Iterable[int], seconds: float) -> None:
        """Return at the next news of one of ``chats``, or after ``seconds``."""
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        wanted = list(chats)
        for chat in wanted:
            self._waiting.setdefault(chat, set()).add(waiter)
        try:
            await asyncio.wait_for(waiter, seconds)
        except TimeoutError:
            pass
        finally:
            for chat in wanted:
                self._leave(chat, waiter)

    def _leave(self, chat: int, waiter: asyncio.Future[None]) -> None:
        others = self._waiting.get(chat)
        if others is not None:
            others.discard(waiter)
            if not others:
                del self._waiting[chat]
