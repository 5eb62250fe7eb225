"""Ask for a yes at the terminal, in the language of the settings."""

from __future__ import annotations

from typing import NoReturn

from bot.commands.troubles import stop
from bot.settings import Settings
from bot.wording import wording
from handlers.vocabulary import Text

YES = {"c", "có", "co", "y", "yes"}
NO = {"k", "không", "khong", "n", "no", ""}


def says_yes(settings: Settings, question: Text) -> bool:
    """Ask until the answer is one of the two; only the Enter key is a no, and an end of the input ends the command."""
    words = wording(settings.language).text(Text("plan-yes-or-no", {"question": question}))
    while True:
        try:
            said = input(f"{words}: ").strip().casefold()
        except (EOFError, KeyboardInterrupt):
            print()
            leave(settings)
        if said in YES | NO:
            return said in YES


def leave(settings: Settings) -> NoReturn:
    """End the command without a yes."""
    stop(settings, Text("plan-left"))
