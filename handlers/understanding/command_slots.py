"""Read what follows a slash command: it all belongs to the command, so less has to be guessed."""

from __future__ import annotations

import re

from handlers.understanding.section_words import section_argument
from handlers.understanding.slots import Heard, slots_of
from handlers.understanding.understood import Intent

EVERYBODY = re.compile(r"^(?:tat ca|het|toan bo|all|cac|nhung|moi_?|ca|nhom)\b")
DAY_FIRST = re.compile(
    r"^(?:(?:den|toi|sang|qua|them|het|ngay|thu|hom|dau_?|cuoi|tuan|thang|sau|nay|toi|mai|kia|"
    r"t[2-7]|cn|chu nhat|"
    r"\d[\d/.-]*|,|hai|ba|tu|nam|bay)(?: |$))+"
)


def command_slots(intent: Intent, heard: Heard) -> dict[str, str]:
    """Return the slots of a command with its argument."""
    if intent == "outline":
        found = section_argument(heard.words)
        return {"section": found} if found else {}
    slots = slots_of(intent, heard)
    if intent in ("nudge", "status", "return_submission") and "unit" not in slots:
        slots = {**_large_words(heard, intent == "return_submission"), **slots}
    if intent == "return_submission" and slots.get("reason") == slots.get("unit"):
        slots.pop("reason", None)
    if intent == "extension_request":
        slots |= _rest(heard)
    return slots


def _large_words(heard: Heard, reason_follows: bool) -> dict[str, str]:
    """Take the words for a unit that no roster has; before a reason only those in capitals."""
    text = heard.words.text.strip()
    if not text or EVERYBODY.match(heard.words.line):
        return {}
    words = text.split()
    large = next((at for at, word in enumerate(words) if not word[0].isupper()), len(words))
    if not large and reason_follows:
        return {}
    return {"unit": " ".join(words[:large]) if large else text}


def _rest(heard: Heard) -> dict[str, str]:
    """Take what follows the day as the reason."""
    line = heard.words.line
    day = DAY_FIRST.match(line)
    rest = re.sub(r"^(?:vi|do|tai|boi|ly do|voi ly do) ", "", line[day.end() :]) if day else ""
    return {"reason": heard.words.typed(len(line) - len(rest), len(line))} if len(rest.split()) > 1 else {}
