"""Who lives in the simulator: people, groups, and the bots that they talk to."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from simulator.messages import Message, Press

Membership = Literal["member", "kicked", "left"]
Platform = Literal["telegram", "zalo"]


class Ears(Protocol):
    """How a bot hears of what people do: its dialect turns each into an update of its own shape.

    Each answers the update's id, or None where this platform would not tell the bot.
    """

    def said(self, message: Message) -> int | None: ...

    def pressed(self, press: Press) -> int | None: ...

    def member(self, chat: Chat, by: Person, was: Membership, now: Membership) -> int | None: ...

    def address(self, chat: Chat) -> str:
        """Return the chat id under which this bot knows a chat."""

    def forget(self) -> None:
        """Drop everything that was waiting: the world begins anew."""


@dataclass(slots=True, eq=False)
class Bot:
    """An account of a bot. The token never leaves this record in a listing or a log.

    ``username`` is what a platform calls the bot by: Telegram's username, Zalo's account_name.
    """

    id: int
    token: str = field(repr=False)
    username: str
    name: str
    platform: Platform = "telegram"
    reads_groups: bool = False  # False: in groups it hears commands, mentions and replies only (privacy mode)
    ears: Ears | None = None


@dataclass(slots=True, eq=False)
class Person:
    """Somebody with a phone. ``started`` and ``blocked`` hold ids of bots."""

    id: int
    name: str
    username: str | None = None
    language: str = "vi"
    started: set[int] = field(default_factory=set)
    blocked: set[int] = field(default_factory=set)
    deactivated: bool = False
    last_message: int = 0
    folded: str = ""  # name and username as the search box compares them


@dataclass(slots=True, eq=False)
class Group:
    """A group chat. ``moved_to`` is set once it became a supergroup, which lives under another id."""

    id: int
    title: str
    kind: Literal["group", "supergroup"] = "group"
    members: set[int] = field(default_factory=set)
    bots: set[int] = field(default_factory=set)
    kicked: set[int] = field(default_factory=set)
    moved_to: int | None = None
    closed: bool = False
    last_message: int = 0


Chat = Person | Group


def fold(words: str) -> str:
    """Return ``words`` in lower case without diacritics, so that "dang" finds "Đặng"."""
    plain = unicodedata.normalize("NFD", words.lower().replace("đ", "d"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
