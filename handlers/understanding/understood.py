"""What a message means: the answer of the understanding, and the words for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Intent = Literal[
    "help",
    "undo_confirmation",
    "none",
    "return_submission",
    "deadline_question",
    "outline",
    "confirm_submission",
    "greeting",
    "snooze",
    "extension_request",
    "outstanding_tasks",
    "nudge",
    "status",
]
Speaker = Literal["unit", "coordinator"]


@dataclass(frozen=True, slots=True)
class Understood:
    """What somebody wants, with what was said about it.

    ``slots``: document_number, document_date, unit, section, new_due, when, reason; only those that were said.
    ``close`` are other readings that are nearly as likely: the bot asks which is meant.
    ``hint`` says what "none" is about: received, will-do, not-yet, trouble, thanks, complaint, or nothing.
    """

    intent: Intent
    slots: Mapping[str, str] = field(default_factory=dict)
    close: tuple[Intent, ...] = ()
    hint: str = ""
