"""Ask Telegram what the bots are called that serve some organisations: links are made of their names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class BotNames:
    """The usernames of bots by organisation, and why the others are not known."""

    known: dict[str, str] = field(default_factory=dict)
    troubles: dict[str, str] = field(default_factory=dict)


async def bot_names(settings: Settings, tokens: Mapping[str, str]) -> BotNames:
    """Ask for the names of the bots that serve organisations, each bot once.

    Parameters:
        tokens: organisation id → token of the Telegram bot that serves it.
    """
    names = BotNames()
    asked: dict[str, tuple[str, str]] = {}  # token -> name, trouble
    for organisation, token in sorted(tokens.items()):
        if token not in asked:
            asked[token] = await _ask_name(settings, organisation, token)
        name, trouble = asked[token]
        (names.known if name else names.troubles)[organisation] = name or trouble
    return names


async def _ask_name(settings: Settings, organisation: str, token: str) -> tuple[str, str]:
    """Return a bot's name, or "" and the trouble in asking."""
    from bot.bots import telegram
    from bot.channels.channel import DeliveryError

    channel = telegram(settings, organisation, token)
    try:
        return await channel.me(), "no-name"
    except DeliveryError as trouble:
        return "", trouble.trouble
    finally:
        await channel.close()
