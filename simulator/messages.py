"""What passes between people and bots, in no platform's shape."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from simulator.people import Bot, Person

Kind = Literal[
    "plain", "sticker", "voice", "withheld"
]  # plain: text, photo, document; withheld: the bot may not see it
Mark = dict[str, Any]  # {"type", "offset", "length", …}: a stretch of text, in UTF-16 units as phones count


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message; one of ``data`` and ``url`` is set."""

    label: str
    data: str | None = None
    url: str | None = None


Rows = tuple[tuple[Button, ...], ...]


@dataclass(slots=True, eq=False)
class File:
    """A file in memory; ``width`` and ``height`` are set for a photo."""

    id: str
    unique_id: str
    name: str
    media_type: str
    content: bytes = field(repr=False)
    width: int = 0
    height: int = 0

    @property
    def is_photo(self) -> bool:
        return self.width > 0


@dataclass(slots=True, eq=False)
class Message:
    """One message on a phone.

    ``bot`` is the bot of a private chat, 0 in a group; ``note`` marks a service message; a sticker's text is its id.
    """

    id: int
    chat: int
    bot: int
    sender: Person | Bot
    date: int
    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    buttons: Rows = ()
    keyboard: tuple[tuple[str, ...], ...] = ()
    file: File | None = None
    kind: Kind = "plain"
    note: dict[str, Any] | None = None
    silent: bool = False
    reply_to: int | None = None
    edits: int = 0
    edited_on: int | None = None
    deleted: bool = False
    change: int = 0  # the world's count of changes when this message last changed

    @property
    def from_bot(self) -> bool:
        return isinstance(self.sender, Bot)


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed button that waits for its answer; ``at`` is on the monotonic clock."""

    id: str
    person: Person
    message: Message
    data: str
    at: float


@dataclass(frozen=True, slots=True)
class Toast:
    """The short notice that a phone shows when a press is answered; the text may be empty."""

    press: str
    message_id: int
    text: str
    alert: bool
    date: int
    change: int
