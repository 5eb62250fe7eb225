"""Write a value of plans.yaml as an admin writes it on one line, for a problem that quotes it."""

from __future__ import annotations

LONGEST = 80


def as_written(value: object) -> str:
    """Return a value as it may stand in the file: text as it is, a list or keys with values in their brackets."""
    return _flow(value)[:LONGEST]


def _flow(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_flow(inner) for inner in value) + "]"
    if value is None:
        return ""
    return value if isinstance(value, str) else "…"  # what could not be read, told already
