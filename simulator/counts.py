"""Count what the bot did, by the simulator's own word: a test believes this and not the bot."""

from __future__ import annotations

import time
from collections import Counter, OrderedDict, deque
from typing import Any, NamedTuple

from simulator.messages import Message

_IDLE = 408  # a poll that found nothing is told so by Zalo; it is no refusal


class Call(NamedTuple):
    """One call in the log. No token and no text of a message is kept."""

    at: float
    bot: str
    method: str
    chat: str | None
    status: int  # 0: the connection was cut without an answer
    milliseconds: float
    description: str | None
    fault: str | None


class Counts:
    """Counts since the last reset, and the most recent calls."""

    def __init__(self, log_length: int, duplicates_among: int) -> None:
        self.log: deque[Call] = deque(maxlen=log_length)
        self._duplicates_among = duplicates_among
        self.forget()

    def forget(self) -> None:
        """Start again from nothing."""
        self.log.clear()
        self.calls: Counter[str] = Counter()
        self.refusals: Counter[str] = Counter()
        self.refusal_words: Counter[str] = Counter()
        self.sent: Counter[str] = Counter()
        self.chats: Counter[int] = Counter()
        self.bots: Counter[int] = Counter()
        self.duplicates = 0
        self.repeated: Counter[tuple[int, int, str]] = Counter()
        self.peak = 0
        self._texts: OrderedDict[tuple[int, int, int], None] = OrderedDict()
        self._last_second: deque[float] = deque()

    def called(self, call: Call) -> None:
        """Log one call and count it; a refusal is counted by its code and by its words."""
        self.calls[call.method] += 1
        self.log.append(call)
        if call.status >= 400 and call.status != _IDLE:
            self.refusals[str(call.status)] += 1
            if len(self.refusal_words) < 1000:  # words with a number in them would otherwise grow for ever
                self.refusal_words[call.description or ""] += 1

    def sends(self, method: str, message: Message) -> None:
        """Count a message of a bot that reached a phone."""
        self.sent[method] += 1
        self.chats[message.chat] += 1
        self.bots[message.sender.id] += 1
        self._pace(time.monotonic())
        name = message.file.name if message.file else ""
        key = (message.sender.id, message.chat, hash((message.text, name)))
        if key in self._texts:
            self.duplicates += 1
            self.repeated[(message.sender.id, message.chat, message.text[:200])] += 1
        else:
            self._texts[key] = None
            if len(self._texts) > self._duplicates_among:
                self._texts.popitem(last=False)

    def _pace(self, now: float) -> None:
        window = self._last_second
        window.append(now)
        while window[0] <= now - 1.0:
            window.popleft()
        self.peak = max(self.peak, len(window))

    def shown(self) -> dict[str, Any]:
        """Return everything as JSON; ``repeated`` lists the first 100 texts that one chat got more than once."""
        return {
            "calls": dict(self.calls),
            "sent": sum(self.sent.values()),
            "sent_by_method": dict(self.sent),
            "sent_by_chat": {str(chat): times for chat, times in self.chats.items()},
            "sent_by_bot": {str(bot): times for bot, times in self.bots.items()},
            "refusals": dict(self.refusals),
            "refusal_words": dict(self.refusal_words),
            "peak_per_second": self.peak,
            "duplicates": self.duplicates,
            "repeated": [
                {"bot": bot, "chat": chat, "text": text, "times": times + 1}
                for (bot, chat, text), times in self.repeated.most_common(100)
            ],
        }
