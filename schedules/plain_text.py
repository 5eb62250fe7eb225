"""Read a file as plain text, or say what keeps it from being some."""

from __future__ import annotations

import os
import re
from pathlib import Path

from schedules.problem import Place, Problem

LARGEST_FILE = 8 * 1024 * 1024  # bytes; the plans of the whole country fit ten times
LONGEST_LINE = 100_000  # characters; beyond it no editor and no reader helps
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
# What YAML refuses or takes for the end of a line, and no editor shows; it comes with pasted text.
HIDDEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
NO_TEXT = ("cannot-read", "not-utf-8", "control-character")  # what makes a file no text at all


class Unreadable(Exception):
    """A file that cannot be taken; carries the problem."""

    def __init__(self, place: Place, key: str, **values: str) -> None:
        super().__init__(key)
        self.problem = Problem(place, key, values)


def read_bytes(file: Path) -> bytes:
    """Read a file that is small enough to be a plan, and no more than that of an endless one.

    Raises:
        Unreadable: missing, not permitted, a folder, or too large.
    """
    try:
        with file.open("rb") as opened:
            raw = opened.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as wrong:  # ValueError: a name that no file can have
        why = wrong.strerror if isinstance(wrong, OSError) else None
        raise Unreadable(Place(shown(file)), "cannot-read", why=why or str(wrong)) from None
    if len(raw) > LARGEST_FILE:
        raise Unreadable(Place(shown(file)), "too-large", most=f"{LARGEST_FILE // 2**20} MiB")
    return raw


def as_text(raw: bytes, name: str) -> str:
    """Return bytes as text, without the mark that some editors put before it.

    Raises:
        Unreadable: not UTF-8, with control characters, or with a line that is too long.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        row = raw.count(b"\n", 0, wrong.start) + 1
        line = raw[raw.rfind(b"\n", 0, wrong.start) + 1 : wrong.start]
        raise Unreadable(Place(name, row, len(line.decode("utf-8", "replace")) + 1), "not-utf-8") from None
    if control := CONTROLS.search(text):
        raise Unreadable(_place(name, text, control.start()), "control-character")
    if hidden := HIDDEN.search(text):
        raise Unreadable(_place(name, text, hidden.start()), "hidden-character", code=f"U+{ord(hidden[0]):04X}")
    for number, written in enumerate(text.splitlines(), 1):
        if len(written) > LONGEST_LINE:
            raise Unreadable(Place(name, number), "line-too-long", most=str(LONGEST_LINE))
    return text


def shown(file: Path) -> str:
    """Return a path as a person at this terminal would write it; what is no UTF-8 in it is replaced."""
    try:
        name = str(file.absolute().relative_to(Path.cwd()))
    except (ValueError, OSError):  # OSError: the current folder was deleted
        name = str(file)
    return os.fsencode(name).decode("utf-8", "replace")


def _place(name: str, text: str, at: int) -> Place:
    return Place(name, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
