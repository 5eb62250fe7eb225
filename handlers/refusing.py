"""The polite refusals: raised where something cannot be done, said by the router."""

from __future__ import annotations

from datetime import date

from handlers.vocabulary import Button, Reply, Text


class Refused(Exception):
    """Say no. Raised before anything is written, for the transaction goes on.

    ``keeps_question`` where what was asked still waits for another answer.
    """

    keeps_question = False

    def __init__(self, text: Text, *buttons: tuple[Button, ...]) -> None:
        super().__init__(text.key)
        self.reply = Reply((text,), buttons)


class DayInFuture(Refused):
    """A document or a handing in of a day that has not come yet: asked back."""

    keeps_question = True

    def __init__(self, day: date) -> None:
        super().__init__(Text("day-in-future", {"day": day}))


class NotYours(Refused):
    """Somebody else's unit: the refusal tells nothing about it."""

    def __init__(self) -> None:
        super().__init__(Text("refused-other-unit"))


class NoUnit(Refused):
    """The person's role has no unit that owes (an admin)."""

    def __init__(self) -> None:
        super().__init__(Text("refused-no-unit"))


class UnitNotFound(Refused):
    """No unit is called what was typed, but perhaps one of the nearest ``names``: asked back."""

    keeps_question = True

    def __init__(self, said: str, names: str = "") -> None:
        values = {"said": said, "names": names}
        super().__init__(Text("unit-not-found-near", values) if names else Text("unit-not-found", {"said": said}))


class UnknownButton(Refused):
    """A press that names nothing, or nothing any more."""

    def __init__(self) -> None:
        super().__init__(Text("refused-button"))
