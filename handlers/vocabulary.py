"""The words of a conversation, the same on every channel: Message in, Turn, Reply out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # half of the start-up of a command that speaks to nobody
    from sqlmodel import Session

    from schedules.plan import Plans
    from storage.tables import Chat, GroupLink, Person, Role


@dataclass(frozen=True, slots=True)
class Text:
    """Name a text of the Fluent files and the values that it needs.

    Values are str, int, date, datetime, Deadline, Place, Text or a tuple of Texts (one line each); wording turns a date
    into "thứ Năm 07/5/2026" and a Deadline into its phrase with what it means.
    """

    key: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """The place of an item in a reply whose first buttons stand for its items, in the same order, from 1.

    Where people type numbers instead of pressing, it becomes the number to type: an item must not show another one.
    """

    number: int


@dataclass(frozen=True, slots=True)
class Button:
    """Offer one answer: ``press`` is what comes back, at most 64 bytes: "<word>:<argument>"."""

    label: Text
    press: str


@dataclass(frozen=True, slots=True)
class SentFile:
    """Name a file that a person sent: by the platform's own id of it, or by the address where it lies (a link)."""

    kind: Literal["document", "photo", "link"]
    id: str  # of a link, the address
    name: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """Carry what one person said or pressed, as the channel's door has parsed it.

    ``update_id`` is the platform's own id, by which a repeated message is known.
    Exactly one of ``said``, ``pressed``, ``event`` and ``file`` is set, but a file's caption is ``said`` beside it;
    ``pressed_message_id`` is the message that held the button. ``event`` is what the platform tells of the chat
    itself, or "unreadable" for a sticker or a voice; ``detail`` is the new address of a migrated group.
    """

    channel: str
    bot: str  # id of the organisation whose bot heard it, or "" for the bot that serves every organisation
    update_id: str
    address: str  # the chat's id on its platform
    chat_kind: Literal["private", "group"]
    sender: str  # the person's id on the platform
    sender_name: str
    said: str | None = None
    pressed: str | None = None
    pressed_message_id: str | None = None
    callback_id: str | None = None
    event: Literal["blocked", "unblocked", "migrated", "unreadable"] | None = None
    detail: str | None = None
    file: SentFile | None = None
    addressed: bool = True  # False: talk among the members of a group, not meant for us


@dataclass(frozen=True, slots=True)
class Attachment:
    """Offer a file made while answering.

    ``instead`` is said where neither the file nor a link to it can be given. ``link`` is set where only a link can.
    ``ref`` is set, with no content, for a file that lies on the very channel and bot to which it goes: its id there.
    """

    name: str
    content: bytes
    media_type: str
    instead: tuple[Text, ...] = ()
    link: str = ""
    ref: str = ""

    @property
    def is_picture(self) -> bool:
        """Tell whether a channel can show it in the chat itself."""
        return self.media_type.startswith("image/")


@dataclass(frozen=True, slots=True)
class Shows:
    """What a channel can put on a phone; a reply degrades to it, honestly.

    ``link`` keeps a file and returns the address at which it can be fetched for a while, None where nobody could
    fetch it; used only where the channel carries no ``files``. ``word`` says a label in a language, so that people can
    type it; a channel without ``buttons`` must have it.
    """

    buttons: bool = True
    files: bool = True
    link: Callable[[Session, Attachment, datetime], str | None] | None = None
    word: Callable[[Text, str], str] | None = None

    @property
    def gives_files(self) -> bool:
        """Tell whether a file can be given in some way; else it is better not to offer one."""
        return self.files or self.link is not None


@dataclass(frozen=True, slots=True)
class Reply:
    """Say something back: paragraphs, then rows of buttons.

    ``edits`` replaces the message whose button was pressed, where a channel can; ``toast`` is the short
    word shown at the press. A reply with no texts says nothing.
    """

    texts: tuple[Text, ...] = ()
    buttons: tuple[tuple[Button, ...], ...] = ()
    edits: bool = False
    toast: Text | None = None
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """Give a handler all it may know: what was said, by whom, when, under which plans, and the open transaction.

    ``roles`` are the person's live roles, none of a stranger; in a linked group those that count there.
    ``argument`` is what followed the command or the button's word. ``shows`` is what the chat's channel can show.
    """

    message: Message
    argument: str
    now: datetime  # aware
    plans: Plans
    session: Session
    chat: Chat
    person: Person | None
    roles: tuple[Role, ...]
    shows: Shows = Shows()
    group: GroupLink | None = None  # whose group it is, where it is said in a linked one
