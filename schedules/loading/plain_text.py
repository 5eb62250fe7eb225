"""Read a file as plain text, or say what keeps it from being some."""

from __future__ import annotations

import os
import re
from errno import EACCES, EISDIR, ENOENT, EPERM
from pathlib import Path

from schedules.problem import Place, Problem

LARGEST_FILE = 8 * 1024 * 1024  # bytes; the plans of the whole country fit ten times
LONGEST_LINE = 100_000  # characters; beyond it no editor and no reader helps
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
# What YAML refuses or takes for the end of a line, and no editor shows; it comes with pasted text.
HIDDEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
# Blanks that are none for YAML, and signs that nobody sees, as a pattern has them; both come with pasted text.
BLANKS = "\xa0\u2000-\u200a\u202f\u205f\u3000"
UNSEEN = "\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064"
LINE_END = re.compile(r"\r\n|\r|\n")
WHY_NOT = {ENOENT: "missing", EISDIR: "folder", EACCES: "forbidden", EPERM: "forbidden"}  # worded by the texts
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
        with open(file, "rb", opener=_without_waiting) as opened:
            raw = opened.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as wrong:  # ValueError: a name that no file can have
        errno, told = (wrong.errno or 0, wrong.strerror) if isinstance(wrong, OSError) else (0, None)
        why = WHY_NOT.get(errno) or told or str(wrong)
        raise Unreadable(Place(shown(file)), "cannot-read", why=why) from None
    if len(raw) > LARGEST_FILE:
        raise Unreadable(Place(shown(file)), "too-large", most=f"{LARGEST_FILE // 2**20} MiB")
    return raw


def _without_waiting(name: str, flags: int) -> int:
    """Open a file; a pipe into which nobody writes is empty, instead of holding up everything."""
    opened = os.open(name, flags | os.O_NONBLOCK)
    os.set_blocking(opened, True)
    return opened


def as_text(raw: bytes, name: str) -> str:
    """Return bytes as text, without the mark that some editors put before it.

    Raises:
        Unreadable: not UTF-8, with control characters, or with a line that is too long.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        sound = raw[: wrong.start].decode("utf-8-sig", "replace")
        raise Unreadable(_place(name, sound, len(sound)), "not-utf-8") from None
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
    """Return where a character stands; lines end as YAML and editors end them."""
    *above, line = LINE_END.split(text[:at])
    return Place(name, len(above) + 1, len(line) + 1)
