"""What a channel is to the rest of the bot, and how a delivery fails."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol, runtime_checkable

from handlers.vocabulary import Attachment, Message, Shows

if TYPE_CHECKING:  # half of the start-up of a command that speaks to nobody
    from aiohttp import web


class DeliveryError(Exception):
    """A message did not arrive, or nobody knows. ``trouble`` is a short word for the coordinator's list."""

    def __init__(self, trouble: str) -> None:
        super().__init__(trouble)
        self.trouble = trouble


class NotNow(DeliveryError):
    """Refused or never sent: may be tried again after ``wait`` seconds (429, connect errors, a closed pool)."""

    def __init__(self, trouble: str, wait: float, *, counts: bool = True) -> None:
        super().__init__(trouble)
        self.wait = wait
        self.counts = counts  # a 429 is no attempt


class Never(DeliveryError):
    """Refused for ever; ``chat_gone`` when the whole chat is (blocked, deactivated, deleted)."""

    def __init__(self, trouble: str, *, chat_gone: bool = False) -> None:
        super().__init__(trouble)
        self.chat_gone = chat_gone


class Moved(DeliveryError):
    """The chat lives at another address now (a group that became a supergroup): rewrite it and send again."""

    def __init__(self, new_address: str) -> None:
        super().__init__("moved")
        self.new_address = new_address


class Unknown(DeliveryError):
    """Sent, but the answer never came (read timeout, cut connection): it may have arrived."""


class OutOfQuota(DeliveryError):
    """The platform takes no more messages of this bot for a long time: the month's quota is used up."""


class ChannelDown(DeliveryError):
    """The whole channel cannot work (bad token, a second poller): stop it and tell the admin."""


@dataclass(frozen=True, slots=True)
class Words:
    """A message as a channel sends it: safe HTML of that channel's kind, and rows of (label, press)."""

    text: str
    buttons: tuple[tuple[tuple[str, str], ...], ...] = ()
    attachments: tuple[Attachment, ...] = ()


Pace = Literal["answer", "wave"]
Hear = Callable[[Message], Awaitable[None]]


class Channel(Protocol):
    """A way to people, with what every platform can do. ``send`` raises the family above.

    ``pace`` decides who waits for whom.
    """

    name: str
    bot: str
    longest: int  # characters of one message after parsing
    shows: Shows

    async def listen(self, hear: Hear) -> None:
        """Hear messages until cancelled; an update counts as taken only after ``hear`` returned."""

    async def webhook(self, request: web.Request) -> web.Response:
        """Answer a request that brings an update; 404 where updates are fetched instead."""

    async def send(self, address: str, words: Words, pace: Pace) -> str:
        """Send one message and return the platform's id of it."""

    async def typing(self, address: str) -> None:
        """Show for some seconds that an answer is being written; a failure is only logged."""

    async def close(self) -> None:
        """Let go of the network."""


@runtime_checkable
class HasButtons(Protocol):
    """A channel whose messages have buttons and can be replaced."""

    async def edit(self, address: str, message_id: str, words: Words) -> None:
        """Replace a sent message; one too old or unchanged is no error."""

    async def acknowledge(self, callback_id: str, toast: str) -> None:
        """Answer a pressed button at once, so that the phone stops waiting."""


class Inbox(Protocol):
    """Where updates are stored before they are handled, for a platform that gives each only once."""

    async def keep(self, update_id: str, payload: dict[str, Any]) -> bool:
        """Store an update; False if it waits already."""

    async def waiting(self) -> list[tuple[str, dict[str, Any]]]:
        """Return what has been stored and not handled, in the order in which it came."""

    async def done(self, update_id: str) -> None:
        """Forget an update that has been handled."""
