"""``understand``: show how a chat message is read, to a person or to another program."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from enum import StrEnum
from typing import Annotated, Any

import typer

from bot.commands.check import print_problems
from bot.settings import Settings
from handlers.understanding import Intent, Names, Understood, understand
from handlers.vocabulary import Text
from schedules.deadline import VIETNAM
from schedules.loading.loader import load

MORNING = time(8)  # the moment of a day that is only named
INTENTS: dict[Intent, str] = {
    "help": "understand-help",
    "undo_confirmation": "understand-undo-confirmation",
    "none": "understand-none",
    "return_submission": "understand-return-submission",
    "deadline_question": "understand-deadline-question",
    "outline": "understand-outline",
    "confirm_submission": "understand-confirm-submission",
    "greeting": "understand-greeting",
    "snooze": "understand-snooze",
    "extension_request": "understand-extension-request",
    "outstanding_tasks": "understand-outstanding-tasks",
    "nudge": "understand-nudge",
    "status": "understand-status",
}
SLOTS = {
    "unit": "understand-slot-unit",
    "document_number": "understand-slot-document-number",
    "document_date": "understand-slot-document-date",
    "section": "understand-slot-section",
    "new_due": "understand-slot-new-due",
    "when": "understand-slot-when",
    "reason": "understand-slot-reason",
}
HINTS = {
    "received": "understand-hint-received",
    "will-do": "understand-hint-will-do",
    "not-yet": "understand-hint-not-yet",
    "trouble": "understand-hint-trouble",
    "thanks": "understand-hint-thanks",
    "complaint": "understand-hint-complaint",
}


class Speaker(StrEnum):
    UNIT = "unit"
    COORDINATOR = "coordinator"


class Form(StrEnum):
    TEXT = "text"
    JSON = "json"


def understand_command(
    text: Annotated[str, typer.Argument(help='The message, or - to read {"text", "role", "on"} a line.')],
    role: Annotated[Speaker, typer.Option(help="Who says it.")] = Speaker.UNIT,
    on: Annotated[str, typer.Option("--on", help="The day it is said, YYYY-MM-DD, at 8:00; now if not given.")] = "",
    form: Annotated[Form, typer.Option("--format", help="text or json")] = Form.TEXT,
) -> None:
    """Show how a chat message is understood; unit names are those of PLANS_FILE."""
    if text == "-":
        raise typer.Exit(_each_line(sys.stdin.buffer, _names()))
    try:
        now = _moment(on)
    except ValueError:
        raise typer.BadParameter(on, param_hint="--on") from None
    understood = understand(text, role.value, now, _names())
    if form is Form.JSON:
        print(_json(_answer(understood)))
    else:
        _show(text, understood)


def _names() -> Names:
    """Index the rosters; where the plans cannot be loaded, tell why and go on without names."""
    loaded = load(Settings().plans_file)
    if loaded.plans is None:
        print_problems(loaded, sys.stderr)
        return Names.of([])
    return Names.of(loaded.plans.organisations.values())


def _each_line(lines: Iterable[bytes], names: Names) -> int:
    """Answer each line at once; a bad one gets an error and the rest goes on. Return the exit code."""
    exit_code = 0
    for line in lines:
        if not line.strip():
            continue
        try:
            answer = _answered(json.loads(line), names)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            example = '{"text": "...", "role": "unit" or "coordinator", "on": "YYYY-MM-DD"}'
            answer, exit_code = {"error": f"a line is {example}"}, 1
        print(_json(answer), flush=True)
    return exit_code


def _answered(asked: dict[str, Any], names: Names) -> dict[str, Any]:
    role = Speaker(asked.get("role", Speaker.UNIT))
    return _answer(understand(_text(asked["text"]), role.value, _moment(_text(asked.get("on") or "")), names))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _moment(on: str) -> datetime:
    if not on:
        return datetime.now(VIETNAM)
    return datetime.combine(date.fromisoformat(on), MORNING, VIETNAM)


def _answer(understood: Understood) -> dict[str, Any]:
    return {"intent": understood.intent, "slots": dict(understood.slots)}


def _json(answer: dict[str, Any]) -> str:
    # A lone surrogate, which JSON can carry, cannot be printed as it is.
    return json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace").decode()


def _show(text: str, understood: Understood) -> None:
    """Print a table for people: what is wanted, the slots, what is nearly as likely."""
    from rich.console import Console
    from rich.table import Table

    from bot.wording import wording

    words = wording(Settings().language)
    table = Table(show_header=False, title=words.text(Text("understand-title", {"text": text})))
    for label, value in _rows(understood):
        table.add_row(words.text(Text(label)), words.text(value))
    Console(markup=False, emoji=False).print(table)  # a message may hold brackets


def _rows(understood: Understood) -> Iterator[tuple[str, Text]]:
    yield "understand-intent", Text(INTENTS[understood.intent])
    if understood.hint:
        yield "understand-about", Text(HINTS[understood.hint])
    for name, value in understood.slots.items():
        yield SLOTS[name], Text("understand-value", {"value": value})
    for intent in understood.close:
        yield "understand-close", Text(INTENTS[intent])
