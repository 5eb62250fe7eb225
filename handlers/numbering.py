"""Degrade a reply to a channel with less: buttons become numbered lines, files become links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from handlers.describing import lines
from handlers.vocabulary import Attachment, Button, Place, Reply, Shows, Text
from storage import choices
from storage.tables import Chat

NUMBERED = "-numbered"  # ends the key of a label with its place in it; without it the same label, without the place


def degraded(session: Session, chat: Chat, reply: Reply, shows: Shows, now: datetime, offer: str) -> Reply:
    """Return a reply as a channel can show it, keeping what its numbers and links stand for.

    Called in the transaction that fixes the words: what a phone shows and what is kept must not part.

    Parameters:
        offer: names the message, so that one worded anew keeps its numbers.
    """
    if not shows.files:
        reply = _linked(session, reply, shows, now)
    return reply if shows.buttons else _numbered(session, chat, reply, shows, now, offer)


def choice_lines(heading: Text, numbered: Iterable[tuple[int, Text | str]]) -> Text:
    """Tell choices in one paragraph, one line each, with the number that chooses it."""
    told = (Text("choice-line", {"number": str(number), "label": label}) for number, label in numbered)
    return lines(heading, *told)


def _numbered(session: Session, chat: Chat, reply: Reply, shows: Shows, now: datetime, offer: str) -> Reply:
    """Put the buttons as numbered lines at the end; a toast is said only where nothing else is."""
    texts = reply.texts or ((reply.toast,) if reply.toast else ())
    buttons = [button for row in reply.buttons for button in row]
    if buttons:
        first = choices.first_number(session, chat, offer, len(buttons), now)
        labels = [_placed(_unnumbered(button.label), first) for button in buttons]
        _keep(session, chat, buttons, labels, shows, now, offer)
        choosing = choice_lines(Text("choices-heading"), enumerate(labels, first))
        texts = (*(_placed(text, first) for text in texts), choosing)
    return Reply(texts, attachments=reply.attachments)


def _keep(
    session: Session,
    chat: Chat,
    buttons: list[Button],
    labels: list[Text],
    shows: Shows,
    now: datetime,
    offer: str,
) -> None:
    assert shows.word is not None, "a channel without buttons says how its choices are worded"
    worded = [shows.word(label, chat.language) for label in labels]
    choices.offer(session, chat, offer, [(word, b.press) for word, b in zip(worded, buttons, strict=True)], now)


def _unnumbered(label: Text) -> Text:
    """Leave the place out of a label: the number stands before it."""
    return Text(label.key.removesuffix(NUMBERED), label.values)


def _placed(text: Text, first: int) -> Text:
    return Text(text.key, {name: _placed_value(value, first) for name, value in text.values.items()})


def _placed_value(value: object, first: int) -> object:
    match value:
        case Place():
            return str(first + value.number - 1)
        case Text():
            return _placed(value, first)
        case tuple() | list():
            return tuple(_placed_value(one, first) for one in value)
        case _:
            return value


def _linked(session: Session, reply: Reply, shows: Shows, now: datetime) -> Reply:
    """Give links instead of files; where there is none, what the file says in short."""
    kept: list[Attachment] = []
    told: list[Text] = []
    for one in reply.attachments:
        link = shows.link(session, one, now) if shows.link else None
        if link is not None and one.is_picture:
            kept.append(replace(one, link=link))
        else:
            told += _told(one, link)
    return replace(reply, texts=(*reply.texts, *told), attachments=tuple(kept))


def _told(one: Attachment, link: str | None) -> Iterator[Text]:
    if link is None:
        yield from one.instead
    else:
        yield Text("file-link", {"name": one.name, "link": link})
