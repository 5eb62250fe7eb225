"""Marked text: its length as phones count it, trimming, and how it looks as HTML."""

from __future__ import annotations

import re
from html import escape

from simulator.messages import Mark

_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
}
_COMMAND = re.compile(r"(?<!\S)/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?")


def length16(text: str) -> int:
    """Return the length of ``text`` in UTF-16 units, in which offsets and limits are counted."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def commands(text: str) -> list[Mark]:
    """Mark the /commands in what a person typed; without the mark a bot's library does not see a command."""
    return [
        {"type": "bot_command", "offset": length16(text[: found.start()]), "length": len(found[0])}
        for found in _COMMAND.finditer(text)
    ]


def trim(text: str, marks: list[Mark]) -> tuple[str, list[Mark]]:
    """Cut white space off both ends, as the platform does before it stores a message."""
    trimmed = text.strip()
    if len(trimmed) == len(text) or not marks:
        return trimmed, marks
    lead, total = length16(text[: len(text) - len(text.lstrip())]), length16(trimmed)
    kept = []
    for mark in marks:
        start = max(mark["offset"] - lead, 0)
        end = min(mark["offset"] + mark["length"] - lead, total)
        if end > start:
            kept.append({**mark, "offset": start, "length": end - start})
    return trimmed, kept


def render(text: str, marks: list[Mark]) -> str:
    """Return ``text`` as well-formed, escaped HTML: ``[{"type": "bold", "offset": 0, "length": 2}]`` → ``<b>…</b>``.

    Overlapping marks are cut at the end of the one around them.
    """
    raw = text.encode("utf-16-le", "surrogatepass")
    out: list[str] = []
    open_marks: list[tuple[int, str]] = []
    at = 0

    def write(upto: int) -> None:
        nonlocal at
        out.append(escape(raw[2 * at : 2 * upto].decode("utf-16-le", "replace"), quote=False))
        at = max(at, upto)

    def close(upto: int) -> None:
        while open_marks and open_marks[-1][0] <= upto:
            end, tag = open_marks.pop()
            write(end)
            out.append(f"</{tag}>")

    for mark in sorted(marks, key=lambda mark: (mark["offset"], -mark["length"])):
        opening, tag = _tag(mark)
        if not tag:
            continue
        start, end = mark["offset"], min(mark["offset"] + mark["length"], len(raw) // 2)
        close(start)
        write(start)
        end = min(end, open_marks[-1][0]) if open_marks else end
        out.append(f"<{opening}>")
        open_marks.append((end, tag))
    close(len(raw) // 2)
    write(len(raw) // 2)
    return "".join(out)


def _tag(mark: Mark) -> tuple[str, str]:
    """Return what stands between the angle brackets of the opening and of the closing tag; empty: shown as it is."""
    if mark["type"] == "text_link":
        return f'a href="{escape(str(mark.get("url", "")))}"', "a"
    tag = _TAGS.get(mark["type"], "")
    return tag, tag
