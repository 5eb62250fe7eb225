"""Keep a reply as JSON and read it back, so that a repeated message gets the very same answer."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from handlers.vocabulary import Attachment, Button, Place, Reply, Text
from schedules.deadline import Deadline


def to_json(reply: Reply) -> dict[str, Any] | None:
    """Return a reply as JSON can hold it, None for one that says nothing."""
    if not reply.texts and reply.toast is None:
        return None
    return {
        "texts": [_text(text) for text in reply.texts],
        "buttons": [[{"label": _text(b.label), "press": b.press} for b in row] for row in reply.buttons],
        "edits": reply.edits,
        "toast": _text(reply.toast) if reply.toast else None,
        "attachments": [
            {
                "name": one.name,
                "content": b64encode(one.content).decode(),
                "media_type": one.media_type,
                "instead": [_text(text) for text in one.instead],
                "link": one.link,
                "ref": one.ref,
            }
            for one in reply.attachments
        ],
    }


def from_json(kept: Mapping[str, Any] | None) -> Reply:
    """Return the reply that ``to_json`` kept."""
    if kept is None:
        return Reply()
    return Reply(
        texts=tuple(_read_text(text) for text in kept["texts"]),
        buttons=tuple(tuple(Button(_read_text(b["label"]), b["press"]) for b in row) for row in kept["buttons"]),
        edits=kept["edits"],
        toast=_read_text(kept["toast"]) if kept["toast"] else None,
        attachments=tuple(_read_attachment(one) for one in kept["attachments"]),
    )


def _read_attachment(kept: Mapping[str, Any]) -> Attachment:
    instead = tuple(_read_text(text) for text in kept["instead"])
    ref = kept.get("ref", "")
    return Attachment(kept["name"], b64decode(kept["content"]), kept["media_type"], instead, kept["link"], ref)


def _text(text: Text) -> dict[str, Any]:
    return {"key": text.key, "values": {name: _value(value) for name, value in text.values.items()}}


def _read_text(kept: Mapping[str, Any]) -> Text:
    return Text(kept["key"], {name: _read_value(value) for name, value in kept["values"].items()})


def _value(value: object) -> Any:
    """Wrap what JSON does not have in an object with one key that says what it is."""
    match value:
        case None | str() | int() | float():
            return value
        case Text():
            return {"text": _text(value)}
        case Place():
            return {"place": value.number}
        case Deadline():
            return {"deadline": [value.phrase, value.last_day.isoformat(), value.ends_at.isoformat()]}
        case datetime():
            return {"moment": value.isoformat()}
        case date():
            return {"day": value.isoformat()}
        case tuple() | list():
            return {"lines": [_value(item) for item in value]}
        case _:
            raise TypeError(f"a text cannot hold {type(value).__name__}")


def _read_value(kept: Any) -> object:
    match kept:
        case {"text": text}:
            return _read_text(text)
        case {"place": number}:
            return Place(number)
        case {"deadline": [phrase, last_day, ends_at]}:
            return Deadline(phrase, date.fromisoformat(last_day), datetime.fromisoformat(ends_at))
        case {"moment": moment}:
            return datetime.fromisoformat(moment)
        case {"day": day}:
            return date.fromisoformat(day)
        case {"lines": lines}:
            return tuple(_read_value(item) for item in lines)
        case _:
            return kept
