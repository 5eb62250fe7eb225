"""The printed lines of a .pdf's page: words side by side, columns apart, notes and page numbers left out."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import Any

from schedules.drafting.words.joining import PAGE_NUMBER

Word = dict[str, Any]
COLUMN_GAP = 24.0  # points; between words of one line there are fewer, even in a justified one
# The right column of a head begins with these, however narrow the gap before them.
NATION = {("CỘNG", "HÒA"), ("CỘNG", "HOÀ"), ("ĐẢNG", "CỘNG"), ("Độc", "lập")}
NOTE = re.compile(r"^[¹²³⁴⁵⁶⁷⁸⁹*\d]{1,2}\s*\D")
EDGE = 0.1  # of the page's height: where page numbers and running heads stand
SENT_TO = re.compile(r"^\W*nơi\s+nhận", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Printed:
    """A line (or one column's piece of it) with where it stands, in points from the page's upper left corner."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    strong: bool
    page: int


def words(page: Any) -> list[Word]:
    """Return a page's words, raised note calls left out; "size" and "strong" say how most of a word is set."""
    sizes = Counter(round(char["size"], 1) for char in page.chars)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    plain = page.filter(lambda one: one["object_type"] != "char" or not _raised(one, body))
    # A word is not cut where its font changes: many fonts lack the Vietnamese letters, and another one lends them.
    found: list[Word] = plain.extract_words(x_tolerance=2, y_tolerance=3, keep_blank_chars=False, return_chars=True)
    for word in found:
        chars = word.pop("chars")
        word["size"] = Counter(round(char["size"], 1) for char in chars).most_common(1)[0][0]
        word["strong"] = sum(_bold(char["fontname"]) for char in chars) * 2 > len(chars)
    return found


def _raised(char: dict[str, Any], body: float) -> bool:
    return char["size"] < 0.72 * body and str(char["text"]).isdecimal()


def _bold(font: str) -> bool:
    return "bold" in font.lower() or "black" in font.lower()


def printed(found: list[Word], page: int) -> list[Printed]:
    """Return the lines that words make, from the top down, pieces of one height from the left."""
    return [_line(piece, page) for row in rows_of(found) for piece in _pieces(row)]


def rows_of(found: list[Word]) -> list[list[Word]]:
    """Return words row by row, from the top down, each row from the left."""
    rows: list[list[Word]] = []
    for word in sorted(found, key=lambda one: (one["bottom"], one["x0"])):
        if rows and abs(rows[-1][-1]["bottom"] - word["bottom"]) <= max(2.5, 0.3 * word["size"]):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda one: one["x0"]) for row in rows]


def without_edges(pages: list[list[Printed]], height: float) -> list[list[Printed]]:
    """Return pages without page numbers, running heads and notes at the foot."""
    edges = Counter((line.text, round(line.top)) for lines in pages for line in lines if _at_edge(line, height))
    repeated = {key for key, count in edges.items() if count >= 3}
    return [_without_notes([line for line in lines if _stays(line, height, repeated)]) for lines in pages]


def _stays(line: Printed, height: float, repeated: set[tuple[str, int]]) -> bool:
    if not _at_edge(line, height):
        return True
    return not PAGE_NUMBER.match(line.text) and (line.text, round(line.top)) not in repeated


def _at_edge(line: Printed, height: float) -> bool:
    return line.top < EDGE * height or line.bottom > (1 - EDGE) * height


def _without_notes(lines: list[Printed]) -> list[Printed]:
    """Leave out the notes at the foot of a page: small print that begins with a number, below all else."""
    if any(SENT_TO.match(line.text) for line in lines):
        return lines
    sizes = Counter(round(line.size, 1) for line in lines for _ in range(len(line.text)))
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    small = len(lines)
    while small and lines[small - 1].size < 0.9 * body:
        small -= 1
    notes = next((at for at in range(small, len(lines)) if NOTE.match(lines[at].text)), len(lines))
    return lines[:notes]


def _pieces(row: list[Word]) -> list[list[Word]]:
    pieces = [[row[0]]]
    for before, word, after in zip(row, row[1:], [*row[2:], None], strict=False):
        nation = after is not None and (word["text"], after["text"]) in NATION
        if nation or word["x0"] - before["x1"] > COLUMN_GAP:
            pieces.append([word])
        else:
            pieces[-1].append(word)
    return pieces


def _line(row: list[Word], page: int) -> Printed:
    text = unicodedata.normalize("NFC", " ".join(word["text"] for word in row)).replace("\xa0", " ")
    strong = all(word["strong"] for word in row)
    size = max(word["size"] for word in row)
    top, bottom = min(word["top"] for word in row), max(word["bottom"] for word in row)
    return Printed(" ".join(text.split()), row[0]["x0"], row[-1]["x1"], top, bottom, size, strong, page)
