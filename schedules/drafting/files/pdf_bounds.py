"""Look at a .pdf's packed streams before it is read: what would unpack without end must cost nothing."""

from __future__ import annotations

import re
import zlib

STREAM = re.compile(rb"stream\r?\n")
PACKED_TWICE = re.compile(rb"/Filter\s*\[[^\]]{0,80}(?:Flate|LZW|RunLength|/Fl)[^\]]{0,80}(?:Flate|LZW|RunLength|/Fl)")
DRAWS = re.compile(rb"T[jJ*]\s|(?:\s(?:re|l|c|cm|Do)\s[^A-Za-z]*){3}")
LARGEST_ALL = 160 * 1024 * 1024  # bytes, pictures included
LARGEST_DRAWN = 12 * 1024 * 1024  # of streams that print or draw; two hundred dense pages need about eight
LARGEST_PAGE = 400 * 1024  # of one of them: a dense page needs a hundred thousand, and a megabyte takes a minute
MOST_STREAMS = 40_000
PIECE = 1024 * 1024


def within(raw: bytes) -> bool:
    """Say whether all packed streams together stay within the bounds."""
    if PACKED_TWICE.search(raw):
        return False
    left, drawn_left = LARGEST_ALL, LARGEST_DRAWN
    for count, found in enumerate(STREAM.finditer(raw)):
        if count > MOST_STREAMS:
            return False
        size, drawn = _unpacked(raw, found.end(), left)
        left -= size
        drawn_left -= size if drawn else 0
        if left < 0 or drawn_left < 0 or (drawn and size > LARGEST_PAGE):
            return False
    return True


def _unpacked(raw: bytes, start: int, most: int) -> tuple[int, bool]:
    """Return how large a stream is when unpacked (no further than the bound), and whether it prints or draws."""
    unpacking = zlib.decompressobj()
    size, drawn = 0, False
    rest = raw[start : start + PIECE]
    at = start + PIECE
    try:
        while rest and not unpacking.eof and size <= most:
            piece = unpacking.decompress(rest, PIECE)
            size += len(piece)
            drawn = drawn or DRAWS.search(piece[:20_000]) is not None
            rest = unpacking.unconsumed_tail
            if not rest:
                rest, at = raw[at : at + PIECE], at + PIECE
    except zlib.error:
        pass  # not packed this way, or its end
    return size, drawn
