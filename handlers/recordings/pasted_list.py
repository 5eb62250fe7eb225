"""Read a pasted list of units: one a line or separated, numbered, with documents and days, or copied from a table."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from handlers.spelling import plain
from schedules.typed_dates import NUMBERED, read_document_mark

LONGEST_NAME = 4  # pieces between commas that one name may have: "Sở Văn hóa, Thể thao và Du lịch" has two
BULLET = re.compile(
    r"^(?:[\s\-–—•*+·●▪■□☐☑✓✔√.,]+|\(?\d{1,4}\s?[.):\]](?!\d)\s*|\d{1,4}\s?[/-]\s+|\[\s?[xX]?\s?\]\s*|[a-zđ]\)\s+"
    r"|\d{1,3}\s+(?=[^\W\d_]))+"
)
DAY = r"\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{2,4})?|\d{1,2} (?:tháng|thang) \d{1,2}(?: (?:năm|nam) \d{4})?"
CAME = re.compile(
    rf"\b(?:nhận|nhan|nộp|nop|gửi|gui|đến|den)(?: vào| vao)?(?: ngày| ngay| hôm| hom)? (?:{DAY})", re.IGNORECASE
)
DATED = re.compile(rf"(?:\b(?:ngày|ngay)\s*:?\s*)?(?<![\d/])(?:{DAY})(?!\d)", re.IGNORECASE)
CITED = re.compile(
    r"(?:\b(?:văn bản|van ban|công văn|cong van|báo cáo|bao cao|vb|cv|bc)\s*)?(?:\b(?:số|so)\s*:?\s*)?"
    rf"(?:{NUMBERED.pattern})",
    re.IGNORECASE,
)
NUMBER_ALONE = re.compile(r"\b(?:số|so)\s*:?\s*\d{1,5}\b(?!\s*[/-]\s*\w)", re.IGNORECASE)
TABLE_HEADS = frozenset(
    {"stt", "tt", "don vi", "ten don vi", "co quan don vi", "so van ban", "ngay van ban", "ghi chu"}
)
FILLING = frozenset(
    {"da", "nop", "gui", "bao", "cao", "roi", "xong", "ok", "x", "hoan", "thanh", "day", "du", "dung", "han"}
)

Known = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Entry:
    """One unit as it was typed, with what was said of its report."""

    said: str
    number: str | None = None
    on: date | None = None
    came_on: date | None = None


def entries(text: str, known: Known, now: datetime) -> list[Entry]:
    """Read a list.

    Parameters:
        known: says whether words are the name of a unit; what is not keeps its words, to be shown as it was typed.
    """
    found: list[Entry] = []
    for line in unicodedata.normalize("NFC", text).splitlines():
        found += _of_line(line, known, now)
    return found


def with_marks(text: str, now: datetime) -> Entry:
    """Take the document's number and day, and the day on which it came, out of a text; the rest is what was said."""
    came = CAME.search(text)
    came_on = read_document_mark(came[0], now)[1] if came else None
    rest = CAME.sub(" ", text) if came_on else text
    number, on = read_document_mark(rest, now)
    if number:
        rest = CITED.sub(" ", rest, count=1) if CITED.search(rest) else NUMBER_ALONE.sub(" ", rest, count=1)
    if on:
        rest = DATED.sub(" ", rest, count=1)
    return Entry(" ".join(rest.split()).strip(" ,;:.-–"), number, on, came_on)


def _of_line(line: str, known: Known, now: datetime) -> list[Entry]:
    cells = [cell.strip() for cell in re.split(r"\t+|\s*\|\s*|\s{3,}", line) if cell.strip(" -–:")]
    if len(cells) > 1:
        return _of_row(cells, known, now)
    said = BULLET.sub("", line).strip()
    head, colon, tail = said.partition(":")
    if colon and tail.strip() and not CITED.search(head) and not known(_name(with_marks(head, now).said, known)):
        said = tail.strip()
    return _merged(_of_pieces(re.split(r"\s*[;,]\s*", said), known, now)) if said else []


def _of_row(cells: list[str], known: Known, now: datetime) -> list[Entry]:
    """Read a row of a table: the cells that are names are units, numbers and days belong to the one before."""
    found: list[Entry] = []
    marks = Entry("")
    for cell in cells:
        if cell.isdecimal() and not known(cell):
            continue  # its number in the table; the code of a unit is its name
        read = with_marks(BULLET.sub("", cell) if not cell.isdecimal() else cell, now)
        name = _name(read.said, known)
        if known(name):
            found.append(replace(read, said=name))
        elif found:
            found[-1] = _joined(found[-1], read)
        else:
            marks = _joined(marks, read)
    if found:
        return [_joined(found[0], marks), *found[1:]]
    if any(plain(cell).strip(" .:") in TABLE_HEADS for cell in cells):
        return []
    said = max((with_marks(BULLET.sub("", cell), now).said for cell in cells), key=len)
    return [replace(marks, said=said)] if any(sign.isalpha() for sign in said) else []


def _of_pieces(pieces: list[str], known: Known, now: datetime) -> Iterator[Entry]:
    """Join the pieces that make one name, the longest first; what is no name stands alone."""
    at = 0
    while at < len(pieces):
        for until in range(min(at + LONGEST_NAME, len(pieces)), at, -1):
            read = with_marks(BULLET.sub("", ", ".join(pieces[at:until])), now)
            name = _name(read.said, known)
            if known(name):
                yield replace(read, said=name)
                break
        else:
            until = at + 1
            yield from _halves(with_marks(pieces[at], now), known)
        at = until


def _halves(read: Entry, known: Known) -> Iterator[Entry]:
    """Take "Bình Thử và An Mẫu" apart where both are names."""
    parts = [_name(part, known) for part in re.split(r"\s+(?:và|va|&|\+)\s+", read.said)]
    if len(parts) > 1 and any(known(part) for part in parts):
        yield from (Entry(part) for part in parts[:-1])
        yield replace(read, said=parts[-1])
    else:
        yield read


def _merged(found: Iterator[Entry]) -> list[Entry]:
    """Give a number or a day that stands alone to the unit before it."""
    merged: list[Entry] = []
    for one in found:
        if any(sign.isalpha() for sign in one.said) or one.said.isdecimal():
            merged.append(one)
        elif merged:
            merged[-1] = _joined(merged[-1], one)
    return merged


def _joined(first: Entry, second: Entry) -> Entry:
    return replace(
        first,
        number=first.number or second.number,
        on=first.on or second.on,
        came_on=first.came_on or second.came_on,
    )


def _name(said: str, known: Known) -> str:
    """Leave out remarks around a name ("(đã nộp)", "ok"), where what is left is one."""
    if known(said):
        return said
    bare = re.sub(r"\([^()]*\)?", " ", said).strip(" ,;:.-–")
    words = bare.split()
    while words and plain(words[-1]).strip(" .,") in FILLING and not known(" ".join(words)):
        words.pop()
    name = " ".join(words)
    return name if name and known(name) else said
