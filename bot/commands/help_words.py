"""Word the help of the commands in the language of the settings: only when help is asked for, for it takes a while."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import typer

from bot.wording import Wording, wording
from handlers.vocabulary import Text

TYPERS_OWN = {
    "ARGUMENTS_PANEL_TITLE": Text("usage-arguments"),
    "OPTIONS_PANEL_TITLE": Text("usage-options"),
    "COMMANDS_PANEL_TITLE": Text("usage-commands"),
    "DEFAULT_STRING": Text("usage-default", {"value": "{}"}),
    "REQUIRED_LONG_STRING": Text("usage-required"),
}


def worded(app: typer.Typer, language: str) -> Any:
    """Return the command of an app, the texts of a language in the place of its helps and of those below it."""
    from typer import rich_utils

    words = wording(language)
    for name, text in TYPERS_OWN.items():
        setattr(rich_utils, name, words.text(text))
    command = typer.main.get_command(app)
    _word(command, (), words)
    return command


def _word(command: Any, path: Sequence[str], words: Wording) -> None:
    named = "-".join(path)
    command.help = words.text(Text(f"usage-{named or 'all'}"))
    command.short_help = None
    for one in command.params:
        if one.help:
            one.help = words.text(Text(f"usage-{named}-{one.name}"))
    itself = command.get_help_option(typer.Context(command))
    if itself:
        itself.help = words.text(Text("usage-itself"))
    for name, below in getattr(command, "commands", {}).items():
        _word(below, (*path, name), words)
