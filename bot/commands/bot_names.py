"""Ask Telegram what the bots are called that serve some organisations: links are made of their names."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.settings import Settings, organisation_tokens


@dataclass(frozen=True, slots=True)
class BotNames:
    """The usernames of bots by organisation, and why the others are not known."""

    known: dict[str, str] = field(default_factory=dict)
    troubles: dict[str, str] = field(default_factory=dict)


async def bot_names(settings: Settings, organisations: Iterable[str]) -> BotNames:
    """Ask Telegram for the names of the bots that serve these organisations."""
    own = {bot: token.get_secret_value() for bot, token in organisation_tokens(os.environ).items()}
    shared = settings.telegram_bot_token.get_secret_value() if settings.telegram_bot_token else None
    names = BotNames()
    asked: dict[str, tuple[str, str]] = {}  # token -> name, trouble
    for organisation in sorted(organisations):
        token = own.get(organisation, shared)
        if token and token not in asked:
            asked[token] = await _ask_name(settings, organisation, token)
        name, trouble = asked[token] if token else ("", "no-token")
        (names.known if name else names.troubles)[organisation] = name or trouble
    return names


async def _ask_name(settings: Settings, organisation: str, token: str) -> tuple[str, str]:
    """Return a bot's name, or "" and the trouble in asking."""
    from bot.channels.channel import DeliveryError
    from bot.house import telegram

    channel = telegram(settings, organisation, token)
    try:
        return await channel.me(), "no-name"
    except DeliveryError as trouble:
        return "", trouble.trouble
    finally:
        await channel.close()
