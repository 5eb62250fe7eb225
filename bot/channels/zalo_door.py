"""Turn what Zalo sends into a Message, or shrug at it."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Any, Literal

from handlers.spelling import plain
from handlers.vocabulary import Message, SentFile

TEXT = "message.text.received"
PICTURE = "message.image.received"
WORDLESS = (
    PICTURE,
    "message.sticker.received",
    "message.voice.received",
    "message.unsupported.received",  # Zalo withholds what protected senders wrote
)
WORDS = ("text", "caption")
ADDRESSES = ("photo_url", "photo")  # of a picture: what is sent, and what is documented
KEPT = {
    "message": ("message_id", "date", *WORDS, *ADDRESSES),
    "from": ("id", "display_name", "is_bot"),
    "chat": ("id", "chat_type"),
}
CALLED = re.compile(r"@\S*[\s,:]*")
MINUTE = 60
LONGEST_NAME = 8  # words of a bot's name, "@Bot Nhắc Việc"


def updates_in(body: Any) -> list[dict[str, Any]]:
    """Return the updates in an answer or a request: one or a list, each bare or in the envelope ``{ok, result}``."""
    found: list[Any] = [body]
    for _ in range(2):  # a list in an envelope, envelopes in a list
        found = [one for outer in found for one in _inside(outer)]
    return [one for one in found if isinstance(one, dict)]


def needed_of(update: dict[str, Any]) -> dict[str, Any]:
    """Return the part of an update that is read or tells it from others: the rest is not ours to keep."""
    message = _part(update, "message")
    kept = _fields(message, KEPT["message"])
    for name in ("from", "chat"):
        kept[name] = _fields(_part(message, name), KEPT[name])
    return _fields(update, ("event_name",)) | {"message": kept}


def id_of(needed: dict[str, Any], arrived: float) -> str:
    """Return by what an update is known when it comes again: its message's id, else a digest of all that it says.

    Without an id the same words in another minute are another message: better answered twice than never.

    Args:
        needed: as ``needed_of`` returned it.
        arrived: seconds of the real clock.
    """
    message_id = _id(_part(needed, "message").get("message_id"))
    said = json.dumps([needed, int(arrived // MINUTE)], sort_keys=True)
    return message_id or hashlib.sha256(said.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Door:
    """Read updates for one bot: ``bot`` is its organisation's id or "".

    ``own_id`` and ``own_name`` are what getMe said, "" before it was asked.
    """

    bot: str
    own_id: str = ""
    own_name: str = ""

    def read(self, update: dict[str, Any], update_id: str) -> Message | None:
        """Return the message in an update; None for all that we do not listen to, our own messages among it.

        Every field may be missing or of any type. A picture is a link to where Zalo keeps it; without an address it is
        "unreadable" like a sticker or a voice, unless words go with it. Nothing of the content is ever logged.
        """
        event, message = update.get("event_name"), _part(update, "message")
        if event != TEXT and event not in WORDLESS:
            return None
        heard = self._of(update_id, _part(message, "from"), _part(message, "chat"))
        if heard is None:
            return None
        said = self._said(message, heard.chat_kind)
        file = _picture(message) if event == PICTURE else None
        if said or file:
            return replace(heard, said=said or None, file=file)
        return None if event == TEXT else replace(heard, event="unreadable")

    def _of(self, update_id: str, sender: dict[str, Any], chat: dict[str, Any]) -> Message | None:
        sender_id = _id(sender.get("id"))
        address = _id(chat.get("id")) or sender_id
        if not address or sender.get("is_bot") is True or sender_id == (self.own_id or None):
            return None
        kind: Literal["private", "group"] = "group" if chat.get("chat_type") == "GROUP" else "private"
        return Message(
            channel="zalo",
            bot=self.bot,
            update_id=update_id,
            address=address,
            chat_kind=kind,
            sender=sender_id or (address if kind == "private" else ""),
            sender_name=_text(sender.get("display_name")),
        )

    def _said(self, message: dict[str, Any], kind: Literal["private", "group"]) -> str:
        words = next(filter(None, (_text(message.get(name)) for name in WORDS)), "")
        return _without_call(words, self.own_name) if kind == "group" else words


def _picture(message: dict[str, Any]) -> SentFile | None:
    """Return where a picture lies; None without an address that a browser can open."""
    address = next((found for found in (_text(message.get(name)) for name in ADDRESSES) if found), "")
    return SentFile("link", address) if re.fullmatch(r"https?://\S+", address) else None


def _inside(body: Any) -> list[Any]:
    if isinstance(body, dict) and "event_name" not in body:
        body = body.get("result")
    return body if isinstance(body, list) else [body]


def _part(outer: dict[str, Any], name: str) -> dict[str, Any]:
    inner = outer.get(name)
    return inner if isinstance(inner, dict) else {}


def _fields(of: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    """Return the plain values among the named ones; half a letter, which no database takes, is replaced."""
    simple = {name: of[name] for name in names if isinstance(of.get(name), str | int)}
    return {name: _whole(value) if isinstance(value, str) else value for name, value in simple.items()}


def _whole(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _id(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return _whole(str(value)).strip()


def _text(value: object) -> str:
    return unicodedata.normalize("NFC", _whole(value)).strip() if isinstance(value, str) else ""


def _without_call(words: str, own_name: str) -> str:
    """Strip one "@Bot Nhắc Việc" from the beginning.

    Zalo shows the bot's display name there and tells us only its account name, "bot.nhacviec": as many words are
    stripped as spell that, else the first word.
    """
    if not words.startswith("@"):
        return words
    own, spelt = _letters(own_name), ""
    for word in list(re.finditer(r"[^\s,:]+", words))[:LONGEST_NAME]:
        spelt += _letters(word[0])
        if spelt and spelt == own:
            return words[word.end() :].lstrip(" \t\n,:")
    return words[CALLED.match(words).end() :]  # type: ignore[union-attr]


def _letters(text: str) -> str:
    return "".join(letter for letter in plain(text) if letter.isalnum())
