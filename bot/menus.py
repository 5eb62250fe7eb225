"""Offer each chat the commands of its person's roles, in the platform's own menu."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

import structlog

from bot.channels.channel import Channel, DeliveryError
from bot.channels.telegram import GROUPS
from bot.channels.telegram import Menus as ChannelMenus
from bot.wording import Language, wording
from handlers.helping import group_menu, menu
from handlers.vocabulary import Text
from storage.tables import RoleKind

log = structlog.get_logger()


@runtime_checkable
class HasMenu(Protocol):
    """A channel whose platform shows a menu of commands."""

    async def set_menu(self, commands_by_scope: ChannelMenus) -> None:
        """Set menus by chat address (None: everybody's) and language."""


@dataclass
class Menus:
    """Remember which menu each chat has, so that it is set only when the person's roles have changed."""

    _shown: dict[tuple[str, str, str], frozenset[RoleKind]] = field(default_factory=dict)

    async def offer(self, channel: Channel) -> None:
        """Set the menu of people who are nobody yet, and that of groups."""
        await self._set(channel, None, menu(frozenset()))
        await self._set(channel, GROUPS, group_menu())

    async def fit(self, channel: Channel, address: str, kinds: frozenset[RoleKind]) -> None:
        """Set a chat's menu anew if its person's roles are other than when it was last set."""
        key = (channel.name, channel.bot, address)
        if self._shown.get(key, frozenset()) != kinds and await self._set(channel, address, menu(kinds)):
            self._shown[key] = kinds

    async def _set(self, channel: Channel, address: str | None, commands: list[tuple[str, Text]]) -> bool:
        """Set one menu; return whether that worked, so that it is tried again with the next message if not."""
        if not isinstance(channel, HasMenu):
            return True
        worded = {
            language.value: [(command, wording(language).text(text)) for command, text in commands]
            for language in Language
        }
        try:
            await channel.set_menu({address: worded})
        except DeliveryError as trouble:
            log.info("menu not set", trouble=trouble.trouble)
            return False
        return True
