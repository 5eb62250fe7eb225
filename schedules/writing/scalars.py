"""Write one text as YAML: plain where that is safe, else between quotes, or as a block of lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from schedules.loading.plain_text import CONTROLS, HIDDEN

WIDTH = 140
NARROWEST = 40  # characters that a line of text gets however deep it stands
PIECE = 4_000  # characters of one line of a text that cannot be broken between words
SIGNS = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`<~=]|\.\.\.")  # what a plain text must not begin with
# What other readers of YAML take for a number, a day, an hour, yes or no.
NO_TEXT = re.compile(r"[-+.\d][-+.,:_\deE]*|0x[\da-f]+|true|false|yes|no|on|off|y|n|null", re.IGNORECASE)
FLOW_SIGNS = re.compile(r"[,\[\]{}:]")
SURROGATES = re.compile("[\ud800-\udfff]")
BETWEEN_WORDS = re.compile(r"(?<=[^ ]) (?=[^ ])")


def scalar(text: str, *, in_flow: bool = False) -> str:
    """Write a text on one line, however long."""
    if "\n" in text or _needs_escapes(text):
        return _escaped(text)
    if text and _is_plain(text) and not (in_flow and FLOW_SIGNS.search(text)):
        return text
    return "'" + text.replace("'", "''") + "'"


def block(text: str, indent: int) -> Iterator[str]:
    """Write a text of several lines, or a long one: first how it is to be read, then its lines, indented.

    Long lines are folded between words; a text that no block can hold stands between quotes.
    """
    width = max(WIDTH - indent, NARROWEST)
    kept, ending = (text[:-1], "") if text.endswith("\n") else (text, "-")
    lines = kept.split("\n")
    indented = any(line[:1] == " " for line in lines)
    if _needs_escapes(text) or lines[0][:1] in ("", " ") or not lines[-1].strip() or _unbroken(kept):
        yield from _pieces(text, indent)
    elif indented or (len(lines) > 1 and all(len(line) <= width for line in lines)):
        yield f"|{ending}"
        yield from (f"{' ' * indent}{line}" if line else "" for line in lines)
    else:
        yield f">{ending}"
        yield from _folded(lines, indent, width)


def _unbroken(text: str) -> bool:
    return any(len(word) > PIECE for word in BETWEEN_WORDS.split(text))


def comment(text: str) -> str:
    """Return a text as it may stand in a comment: on one line, without what a file must not hold."""
    for pattern in (CONTROLS, HIDDEN, SURROGATES):
        text = pattern.sub(" ", text)
    return " ".join(text.split())


def _folded(lines: list[str], indent: int, width: int) -> Iterator[str]:
    """Yield lines of a folded block: each line break of the text is an empty line there."""
    for number, line in enumerate(lines):
        if number:
            yield ""
        yield from (" " * indent + part for part in wrapped(line, width) if line)


def wrapped(text: str, width: int) -> Iterator[str]:
    """Break a text between words that one space parts; a word that is too long has its own line."""
    line = ""
    for word in BETWEEN_WORDS.split(text):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _needs_escapes(text: str) -> bool:
    return bool("\t" in text or CONTROLS.search(text) or HIDDEN.search(text) or SURROGATES.search(text))


def _is_plain(text: str) -> bool:
    if SIGNS.match(text) or NO_TEXT.fullmatch(text) or text != text.strip():
        return False
    return ": " not in text and " #" not in text and not text.endswith(":")


def _escaped(text: str) -> str:
    """Write between double quotes; what no editor shows is written by its number."""
    quoted = json.dumps(text, ensure_ascii=False)
    return SURROGATES.sub(_by_number, HIDDEN.sub(_by_number, quoted))


def _by_number(sign: re.Match[str]) -> str:
    return f"\\u{ord(sign[0]):04X}"


def _pieces(text: str, indent: int) -> Iterator[str]:
    """Yield a text between double quotes, cut anywhere: a line that ends in a backslash goes on with the next."""
    cut = [text[at : at + PIECE] for at in range(0, len(text), PIECE)] or [""]
    lines = [_escaped(piece)[1:-1] for piece in cut]
    last = len(lines) - 1
    for number, line in enumerate(lines):
        start = '"' if number == 0 else " " * indent + ("\\" if line[:1] == " " else "")
        yield f"{start}{line}" + ('"' if number == last else "\\")
