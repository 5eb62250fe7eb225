"""Cut a paragraph into sentences; short forms and dates are no ends."""

from __future__ import annotations

import re

END = re.compile(r"(?<=[.!?])[\"”)*]* +(?=[\"“(*]*[A-ZĐÀ-Ỹ0-9Ô])|\n+|(?<=\./) *")
SHORT = re.compile(
    r"(?:\b(?:TP|TT|PGS|TS|ThS|CV|P|Q|st|tr|VP|UV|BT|CT|TM|KT|TL|QĐ|ĐT|Tel|Email)|\b\d{1,2}|\b[A-ZĐ])\.$"
)


LONGEST = 2_000  # characters; what is longer is cut, so that a hostile text costs no more than its length


def sentences(text: str) -> list[tuple[int, int]]:
    """Return where each sentence of a paragraph begins and ends."""
    cuts = [0]
    for end in END.finditer(text):
        if not SHORT.search(text[max(0, end.start() - 8) : end.start()]) or text[end.start() - 1 : end.start()] == "/":
            cuts += [end.start(), end.end()]
    cuts.append(len(text))
    pairs = zip(cuts[::2], cuts[1::2], strict=True)
    return [piece for start, end in pairs if text[start:end].strip() for piece in _short(start, end)]


def _short(start: int, end: int) -> list[tuple[int, int]]:
    return [(at, min(at + LONGEST, end)) for at in range(start, end, LONGEST)]
