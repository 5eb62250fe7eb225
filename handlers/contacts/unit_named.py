"""Find the one unit that typed words name, or ask which of several."""

from __future__ import annotations

from handlers.belonging import Own
from handlers.contacts.hats import unit_buttons
from handlers.overseeing import units_meant
from handlers.refusing import UnitNotFound
from handlers.vocabulary import Reply, Text, Turn

MOST = 10  # units offered


def unit_named(turn: Turn, words: str, press_word: str) -> Own | Reply:
    """Return the unit that words name among those whose plans the person follows, or the question which is meant.

    Raises:
        UnitNotFound: no unit has such a name.
    """
    found = [Own(followed.organisation, unit) for followed, unit in units_meant(turn, words)]
    if not found:
        raise UnitNotFound(words)
    if len(found) == 1:
        return found[0]
    return Reply((Text("unit-several", {"said": words}),), unit_buttons(found[:MOST], press_word))
