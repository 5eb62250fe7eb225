"""Keep a platform's sending limits: who may send next, and when.

Telegram publishes "about 30 messages per second", "avoid more than one per second in a chat" and "no more than 20 per
minute in a group" (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this).
"""

from __future__ import annotations

import asyncio
import math
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from itertools import islice

from bot.channels.channel import NotNow, Pace
from bot.channels.pacing import ChatPace, Window

BLINK = 0.001  # an alarm is never set nearer: rounding would make it ring twice for nothing
ANSWERS_HELD = 1.0  # after a refusal of the whole bot answers wait only until the second's window is empty again


@dataclass(frozen=True, slots=True)
class Limits:
    """Say how much may be sent; ``chat_burst`` answers may follow each other before the chat's pace holds.

    ``wave_per_second`` is below ``per_second``: the difference is the reserve that answers find free at any moment;
    None means five sixths, 25 of 30.
    ``patience`` is the longest wait, in seconds, that one chat or a pause may cause before ``turn`` gives up.
    """

    per_second: float = 30
    wave_per_second: float | None = None
    chat_per_second: float = 1.0
    chat_burst: int = 3
    group_per_minute: float = 20
    patience: float = 10.0

    @property
    def waves(self) -> float:
        """Return how many messages of waves may go in a second."""
        return self.per_second * 5 / 6 if self.wave_per_second is None else min(self.wave_per_second, self.per_second)

    @classmethod
    def unlimited(cls) -> Limits:
        """Return limits that never make anybody wait, for tests."""
        return cls(math.inf, chat_per_second=1e9, chat_burst=10**9, group_per_minute=10**9)


@dataclass(eq=False, slots=True)
class _Waiter:
    pace: Pace
    chat: ChatPace | None
    turn: asyncio.Future[None]

    def wait(self, now: float) -> float:
        return self.chat.wait(now, self.pace) if self.chat else 0.0


class Limiter:
    """Let senders of one bot go one after the other, answers before waves.

    Waves are spread evenly; a chat that must wait does not hold up the others behind it. Time is real time
    (``clock`` in seconds, ``sleep``), never the clock of a rehearsal.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.limits = limits or Limits()
        self._clock = clock
        self._sleep = sleep
        self._second = Window(self.limits.per_second, 1.0)
        self._wave_at = -math.inf  # before it no wave goes
        self._held_until: dict[Pace, float] = {"answer": -math.inf, "wave": -math.inf}
        self._chats: OrderedDict[str, ChatPace] = OrderedDict()  # the longest unused first
        self._waiting: dict[Pace, dict[_Waiter, None]] = {"answer": {}, "wave": {}}
        self._alarm: asyncio.Task[None] | None = None

    async def turn(self, address: str | None, pace: Pace, *, group: bool = False) -> None:
        """Return when one message may be sent to ``address`` (None: a call that no chat sees).

        Raises:
            NotNow: the chat or a pause would hold it for more than ``patience`` seconds; it counts as no attempt.
                Waiting here would outlast the sender's lease on its row.
        """
        chat = None if address is None else self._chat(address, group)
        waiter = _Waiter(pace, chat, asyncio.get_running_loop().create_future())
        self._waiting[pace][waiter] = None
        if chat:
            chat.waiting += 1
        self._serve()
        try:
            await waiter.turn
        finally:
            self._waiting[pace].pop(waiter, None)
            if chat:
                chat.waiting -= 1

    def pause(self, seconds: float, address: str | None = None) -> None:
        """Hold one chat for ``seconds``, or the whole bot: then waves for all of it, answers for a second of it."""
        until = self._clock() + seconds
        if address is not None:
            chat = self._chat(address, False)
            chat.held_until = max(chat.held_until, until)
        else:
            answers_until = min(until, self._clock() + ANSWERS_HELD)
            self._held_until["wave"] = max(self._held_until["wave"], until)
            self._held_until["answer"] = max(self._held_until["answer"], answers_until)
        self._serve()

    def refused(self, seconds: float, address: str) -> None:
        """Take in that the platform refused a message to ``address`` and asked for ``seconds`` (a 429).

        It does not say whether the chat or the whole bot is meant. The first refusal holds its chat; a second chat
        refused while the first is still held means the bot.
        """
        now = self._clock()
        others = any(chat.held_until > now for name, chat in self._chats.items() if name != address)
        self.pause(seconds, address)
        if others:
            self.pause(seconds)

    def _chat(self, address: str, group: bool) -> ChatPace:
        chat = self._chats.get(address)
        if chat is None:
            self._forget_idle()
            chat = ChatPace(self.limits.chat_per_second, self.limits.chat_burst, self._clock())
            self._chats[address] = chat
        if group:
            chat.keep_minute(self.limits.group_per_minute)
        self._chats.move_to_end(address)
        return chat

    def _forget_idle(self) -> None:
        """Drop up to two for each one that comes, so that only chats of the last minute stay."""
        now = self._clock()
        for name in list(islice(self._chats, 2)):
            if self._chats[name].idle(now):
                del self._chats[name]

    def _serve(self) -> None:
        """Let everybody go who may, and set the alarm for the next one."""
        now = self._clock()
        wait = min(self._serve_pace("answer", now), self._serve_pace("wave", now))
        if self._alarm:
            self._alarm.cancel()
        self._alarm = None if math.isinf(wait) else asyncio.create_task(self._ring(max(wait, BLINK)))

    async def _ring(self, wait: float) -> None:
        await self._sleep(wait)
        self._alarm = None  # or _serve would cancel the task it runs in
        self._serve()

    def _serve_pace(self, pace: Pace, now: float) -> float:
        """Return the seconds until somebody of this pace may go; infinite when nobody waits."""
        held = max(0.0, self._held_until[pace] - now)
        soonest = math.inf
        for waiter in list(self._waiting[pace]):
            chat_wait = waiter.wait(now)
            if max(chat_wait, held) > self.limits.patience:
                self._give_up(waiter, max(chat_wait, held))
            elif chat_wait:
                soonest = min(soonest, chat_wait)
            elif bot_wait := max(held, self._bot_wait(pace, now)):
                return min(soonest, bot_wait)
            else:
                self._let_go(waiter, now)
        return soonest

    def _bot_wait(self, pace: Pace, now: float) -> float:
        if pace == "answer":
            return self._second.wait(now)
        return max(0.0, self._wave_at - now, self._second.wait(now, self.limits.waves))

    def _let_go(self, waiter: _Waiter, now: float) -> None:
        del self._waiting[waiter.pace][waiter]
        if waiter.turn.done():  # cancelled a moment ago
            return
        self._second.note(now)
        if waiter.pace == "wave":
            gap = 1 / self.limits.waves
            late = now - self._wave_at  # an alarm's small lateness is made up, or the pace would sink below the limit
            self._wave_at = (self._wave_at if late < gap else now) + gap
        if waiter.chat:
            waiter.chat.note(now)
        waiter.turn.set_result(None)

    def _give_up(self, waiter: _Waiter, wait: float) -> None:
        del self._waiting[waiter.pace][waiter]
        if not waiter.turn.done():
            waiter.turn.set_exception(NotNow("limit", wait, counts=False))
