"""How people come to the bots of each organisation: over Telegram, Zalo or both, whichever has a token."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from bot.commands.bot_names import bot_names
from bot.settings import Settings, tokens, zalo_links


@dataclass(frozen=True, slots=True)
class WaysIn:
    """The address of an organisation's bot on each channel: None without a bot there, "" while it is not known."""

    telegram: str | None = None  # https://t.me/NAME, which takes a code along
    zalo: str | None = None  # the bot's share link, which cannot: the code is typed


class Lack(NamedTuple):
    """Why the invitations of an organisation have no link on a channel; ``setting`` is the variable that mends it."""

    organisation: str
    trouble: str
    setting: str


async def ways_in(settings: Settings, organisations: Iterable[str]) -> tuple[dict[str, WaysIn], list[Lack]]:
    """Find the bots that serve these organisations, and what is lacking for links to them.

    Only Telegram is asked, where it has a token: Zalo's bots do not know their own share link, nor the name under
    which people find them.
    """
    wanted = sorted(organisations)
    there = tokens(settings, os.environ)
    links = zalo_links(settings, os.environ)
    serving = {one: there[("telegram", bot)] for one in wanted if (bot := _bot(there, "telegram", one)) is not None}
    names = await bot_names(settings, serving)
    ways: dict[str, WaysIn] = {}
    lacks: list[Lack] = []
    for one in wanted:
        zalo_bot = _bot(there, "zalo", one)
        telegram = f"https://t.me/{names.known[one]}" if one in names.known else "" if one in serving else None
        zalo = None if zalo_bot is None else links.get(zalo_bot, "")
        ways[one] = WaysIn(telegram, zalo)
        lacks += _lacks(one, ways[one], names.troubles.get(one, ""), zalo_bot)
    return ways, lacks


def _bot(there: Mapping[tuple[str, str], str], channel: str, organisation: str) -> str | None:
    """Return which bot serves an organisation on a channel: its own, else the shared one (""), else none."""
    return next((bot for bot in (organisation, "") if (channel, bot) in there), None)


def _lacks(organisation: str, ways: WaysIn, trouble: str, zalo_bot: str | None) -> Iterable[Lack]:
    if ways == WaysIn():
        yield Lack(organisation, "no-token", "")
    if ways.telegram == "":
        yield Lack(organisation, trouble, "")
    if ways.zalo == "":
        own = f"__{organisation.upper().replace('-', '_')}" if zalo_bot else ""
        yield Lack(organisation, "no-zalo-link", f"ZALO_BOT_LINK{own}")
