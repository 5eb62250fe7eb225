"""Understand free Vietnamese: what a message wants and what it says about it, by patterns that can be read.

Words are normalised (``normalising``), weighed against patterns (``deciding``), and read for slots (``slots``).
Whether something was handed in is decided apart (``handing_in``): a wrong confirmation is the worst mistake.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from handlers.understanding.command_slots import command_slots
from handlers.understanding.commands import command
from handlers.understanding.deciding import decide
from handlers.understanding.normalising import read_words
from handlers.understanding.slots import Heard, slots_of
from handlers.understanding.understood import Intent, Speaker, Understood
from handlers.understanding.unit_names import Names

__all__ = ["Intent", "Names", "Speaker", "Understood", "understand"]


def understand(text: str, role: Speaker, now: datetime, names: Names, reports: Iterable[str] = ()) -> Understood:
    """Return what somebody wants; never raises, whatever the text.

    Parameters:
        role: a unit's person speaks of the own report, a coordinator of other units.
        now: aware; days are counted from it.
        names: the units that can be named.
        reports: titles of the tasks of which the person may speak.
    """
    commanded = command(text)
    if commanded:
        intent, argument = commanded
        return Understood(intent, command_slots(intent, Heard.of(argument, role, now, names)))
    words = read_words(text)
    if not words.line.strip(" ,?"):
        return Understood("none")
    heard = Heard(words, role, now, names, tuple(reports))
    intent, close, hint = decide(heard.line, heard.claim, role, heard.confirmable)
    if intent == "none" and heard.answers_with_document:
        intent, close = "confirm_submission", ()
    return Understood(intent, slots_of(intent, heard), close, hint)
