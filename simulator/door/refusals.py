"""A call that a platform refuses."""

from __future__ import annotations

from typing import Any


class Refusal(Exception):
    """An answer with ``ok: false``.

    ``outright``: the HTTP status is this one as well, also on a platform that usually hides it behind a 200.
    """

    def __init__(
        self, status: int, description: str, parameters: dict[str, Any] | None = None, *, outright: bool = False
    ) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters
        self.outright = outright


def bad(words: str, parameters: dict[str, Any] | None = None) -> Refusal:
    """Return a 400: the request itself is wrong, and would be again."""
    return Refusal(400, f"Bad Request: {words}", parameters)
