"""How people, groups and messages look as JSON to a test and to the page."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from simulator.marks import render
from simulator.messages import File, Message, Toast
from simulator.people import Bot, Group, Person
from simulator.world import World

View = dict[str, Any]


def person_view(world: World, person: Person) -> View:
    """Return a person with the state of each bot's chat, and the groups."""
    return {
        "id": person.id,
        "name": person.name,
        "username": person.username,
        "language": person.language,
        "deactivated": person.deactivated,
        "last_message": person.last_message,
        "bots": [
            {
                "username": bot.username,
                "name": bot.name,
                "platform": bot.platform,
                "address": bot.ears.address(person) if bot.ears is not None else str(person.id),
                "started": bot.id in person.started,
                "blocked": bot.id in person.blocked,
            }
            for bot in world.bots
        ],
        "groups": [
            {"id": group.id, "title": group.title}
            for group in world.groups.values()
            if person.id in group.members and group.moved_to is None
        ],
    }


def group_view(world: World, group: Group) -> View:
    """Return a group with its members and bots."""
    return {
        "id": group.id,
        "title": group.title,
        "kind": group.kind,
        "members": sorted(group.members),
        "bots": [bot.username for bot in world.bots if bot.id in group.bots],
        "moved_to": group.moved_to,
        "closed": group.closed,
    }


def message_view(world: World, message: Message) -> View:
    """Return a message as it looks on a phone."""
    return {
        "id": message.id,
        "date": message.date,
        "at": datetime.fromtimestamp(message.date).astimezone().isoformat(),
        "chat": message.chat,
        "bot": next((bot.username for bot in world.bots if bot.id in (message.bot, message.sender.id)), None),
        "from": "service" if message.note is not None else "bot" if message.from_bot else "person",
        "sender": {"id": message.sender.id, "name": message.sender.name},
        "kind": "unsupported" if message.kind == "withheld" else message.kind,
        "text": message.text,
        "html": render(message.text, message.marks),
        "buttons": [
            [{"label": button.label, "data": button.data, "url": button.url} for button in row]
            for row in message.buttons
        ],
        "keyboard": [list(row) for row in message.keyboard],
        "document": _file_view(message.file, photo=False),
        "photo": _file_view(message.file, photo=True),
        "service": None if message.note is None else {key: _noted(value) for key, value in message.note.items()},
        "silent": message.silent,
        "reply_to": message.reply_to,
        "edited": message.edits,
        "deleted": message.deleted,
        "change": message.change,
    }


def toast_view(toast: Toast) -> View:
    """Return the notice of an answered press; ``press`` is the callback query's id."""
    return asdict(toast)


def _file_view(file: File | None, *, photo: bool) -> View | None:
    if file is None or file.is_photo is not photo:
        return None
    view: View = {"name": file.name, "type": file.media_type, "size": len(file.content)}
    view["link"] = f"/sim/files/{file.id}"
    if photo:
        view |= {"width": file.width, "height": file.height}
    return view


def _noted(value: Any) -> Any:
    if isinstance(value, (Person, Bot)):
        return value.name
    return [each.name for each in value] if isinstance(value, list) else value
