"""What a bot says of itself: commands by scope and language, name and descriptions."""

from __future__ import annotations

import json
import re
from typing import Any

from simulator.door.refusals import bad
from simulator.people import Bot, Group, Person

MOST_COMMANDS = 100
_NAME = re.compile(r"[a-z0-9_]{1,32}")
_SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}

Command = dict[str, str]


class Menu:
    """Lists of commands. A phone shows the list of the narrowest scope, in its language before the general one."""

    def __init__(self) -> None:
        self._lists: dict[tuple[str, str], list[Command]] = {}
        self.words: dict[tuple[str, str], str] = {}  # (name | description | short_description, language)

    def set(self, scope: Any, language: str, commands: Any) -> None:
        """Store a list; an empty one removes it."""
        key = (_scope(scope), language)
        read = _commands(commands)
        if read:
            self._lists[key] = read
        else:
            self._lists.pop(key, None)

    def get(self, scope: Any, language: str) -> list[Command]:
        """Return exactly the list of that scope and language."""
        return self._lists.get((_scope(scope), language), [])

    def delete(self, scope: Any, language: str) -> None:
        """Remove a list, so that wider scopes show through."""
        self._lists.pop((_scope(scope), language), None)

    def shown_to(self, person: Person, group: Group | None = None) -> list[Command]:
        """Return the list on that person's phone in the private chat, or in a group."""
        place = person.id if group is None else group.id
        scopes: list[dict[str, Any]] = [{"type": "chat", "chat_id": place}]
        if group is not None:
            scopes.insert(0, {"type": "chat_member", "chat_id": place, "user_id": person.id})
        scopes += [{"type": "all_private_chats" if group is None else "all_group_chats"}, {"type": "default"}]
        for scope in scopes:
            for language in (person.language, ""):
                if found := self.get(scope, language):
                    return found
        return []

    def shown(self, bot: Bot) -> list[dict[str, Any]]:
        """Return every list with its scope and language, as JSON."""
        return [
            {"bot": bot.username, "scope": json.loads(scope), "language_code": language, "commands": commands}
            for (scope, language), commands in self._lists.items()
        ]


def _scope(scope: Any) -> str:
    """Return a scope as its sorted JSON, the default one for None. Raises Refusal."""
    if scope is None:
        scope = {"type": "default"}
    kind = scope.get("type") if isinstance(scope, dict) else None
    if kind not in _SCOPES:
        raise bad("can't parse BotCommandScope: Unsupported type specified")
    try:
        read = {"type": kind, **{field: int(scope[field]) for field in _SCOPES[kind]}}
    except (KeyError, TypeError, ValueError):
        raise bad("can't parse BotCommandScope: chat not found") from None
    return json.dumps(read, sort_keys=True)


def _commands(given: Any) -> list[Command]:
    if not isinstance(given, list):
        raise bad("can't parse commands: expected an Array of BotCommand")
    if len(given) > MOST_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    return [_command(each) for each in given]


def _command(given: Any) -> Command:
    if not isinstance(given, dict):
        raise bad("can't parse commands: expected an Array of BotCommand")
    name, description = str(given.get("command", "")).removeprefix("/"), str(given.get("description", ""))
    if not _NAME.fullmatch(name):
        raise bad("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= 256:
        raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}
