"""Slash commands with Vietnamese words: each stands for an intent, what follows for its slots."""

from __future__ import annotations

import re
from collections.abc import Mapping

from handlers.spelling import plain
from handlers.understanding.understood import Intent

COMMAND = re.compile(r"\s*/(?P<word>[^\W\d_]+)(?:@\w+)?(?:\s+(?P<argument>.*))?", re.DOTALL)
WORDS: Mapping[Intent, str] = {
    "outstanding_tasks": "viec vieccuatoi tasks",
    "confirm_submission": "nop danop submit",
    "outline": "decuong outline",
    "deadline_question": "han hannop deadline",
    "extension_request": "giahan extend extension",
    "snooze": "nhaclai snooze later",
    "undo_confirmation": "rutlai huyxacnhan undo",
    "status": "tiendo tinhhinh status",
    "nudge": "dondoc nhac nudge remind",
    "return_submission": "tralai return",
    "help": "trogiup help start",
}
INTENTS: Mapping[str, Intent] = {word: intent for intent, words in WORDS.items() for word in words.split()}


def command(text: str) -> tuple[Intent, str] | None:
    """Return the intent of a slash command and what follows it; an unknown command is "none", plain words are None."""
    found = COMMAND.fullmatch(text)
    if found is None:
        return None
    return INTENTS.get(plain(found["word"]), "none"), (found["argument"] or "").strip()
