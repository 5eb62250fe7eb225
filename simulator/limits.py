"""The numbers of a simulated platform: what it allows, and how much the simulator keeps."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Limits:
    """What the platform allows; ``None`` lifts a limit. The defaults are Telegram's as far as it publishes them.

    Source: core.telegram.org/bots/faq ("30 messages per second or so", one chat one a second with short bursts, one
    group 20 a minute). ``chat_burst`` and ``callback_seconds`` are not published; these are cautious values.
    """

    bot_per_second: int | None = 30  # sends of one bot within any one second
    chat_per_second: float | None = 1.0  # sends to one chat in the long run
    chat_burst: int = 5  # sends to one chat at once before that rate bites
    group_per_minute: int | None = 20  # sends to one group within any minute
    callback_seconds: float | None = 15.0  # after this long a pressed button can no longer be answered


def no_limits() -> Limits:
    """Return limits that refuse nothing."""
    return Limits(bot_per_second=None, chat_per_second=None, group_per_minute=None, callback_seconds=None)


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much is remembered; the oldest goes first."""

    messages: int = 100_000
    messages_per_chat: int = 2_000
    updates: int = 100_000  # updates that a bot has not fetched
    log: int = 2_000
    file_bytes: int = 256 * 1024 * 1024
