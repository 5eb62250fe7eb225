"""Printed lines become paragraphs: by their indent, by how far they reach, and by what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from schedules.drafting.files import columns
from schedules.drafting.files.assembling import Line
from schedules.drafting.files.pdf_words import SENT_TO, Printed
from schedules.drafting.words.joining import ENDS, WHOLE, goes_on, shouted
from schedules.drafting.words.markers import marker

TO = re.compile(r"^\W*(?:Kính gửi|Nơi nhận)\s*:", re.IGNORECASE)
# Why a document is issued begins below its title, however close it stands.
BASIS = re.compile(
    r"^(?:Căn cứ|Thực hiện) (?:Kế hoạch|Quyết định|Chỉ thị|Nghị quyết|Nghị định|Công văn|Chương trình|Luật|Thông tư"
    r"|Hướng dẫn|Kết luận|Thông báo) "
)
INDENT = 9.0  # points by which a paragraph's first line stands in
SHORT = 12  # letters of an abbreviation in capitals that a line may begin with
ROOM = 6.0  # points that a line may stay short of the margin though its next word found no room


@dataclass
class Margins:
    """Where the text of a document begins and ends."""

    left: float
    right: float

    @classmethod
    def of(cls, lines: list[Printed]) -> Margins:
        """Return the margins that most long lines keep to."""
        wide = sorted(line.right for line in lines)
        lefts = sorted(line.left for line in lines)
        if not lines:
            return cls(0.0, 0.0)
        return cls(lefts[len(lefts) // 20], wide[-1 - len(wide) // 20])


@dataclass
class Joiner:
    """Takes printed lines in their order; a paragraph goes on over the end of a page."""

    margins: Margins
    kept: list[Printed] = field(default_factory=list)

    def take(self, line: Printed) -> Iterator[Line]:
        """Take the next line; yield the paragraph before it if that has ended."""
        if self.kept and not self._same(self.kept[-1], line):
            yield from self.end()
        self.kept.append(line)

    def end(self) -> Iterator[Line]:
        """Yield the paragraph that was being read."""
        if self.kept:
            text = " ".join(line.text for line in self.kept)
            yield Line(text, 0, all(line.strong for line in self.kept), self.kept[0].page)
        self.kept = []

    def _same(self, before: Printed, after: Printed) -> bool:
        if WHOLE.match(before.text) or TO.match(after.text) or BASIS.match(after.text):
            return False
        if goes_on(before.text, after.text) and abs(before.size - after.size) < 1.5:
            return True
        if shouted(after.text) and len(after.text) > SHORT and not shouted(before.text):
            return False  # who decides, below the title
        if not self._full(before, after) or before.strong != after.strong or shouted(before.text):
            return False
        ended = ENDS.search(before.text) is not None
        if marker(after.text) and (ended or after.left > self.margins.left + INDENT):
            return False
        return not (ended and after.left > self.margins.left + INDENT)

    def _full(self, before: Printed, after: Printed) -> bool:
        """Say whether the next line's first word found no room behind a line."""
        first = after.text.split(" ", 1)[0]
        word = (after.right - after.left) * len(first) / max(1, len(after.text))
        return before.right + word + ROOM > self.margins.right


def in_reading_order(lines: list[Printed], first_page: bool) -> list[Printed]:
    """Return a page's lines as they are read: a head or a foot in two columns column by column."""
    head = _head(lines) if first_page else 0
    foot = next((at for at, line in enumerate(lines) if SENT_TO.match(line.text)), len(lines))
    if foot and foot < len(lines) and lines[foot - 1].left > _middle(lines) and shouted(lines[foot - 1].text):
        foot -= 1  # the signature's first line stands a little higher
    return [*_by_columns(lines[:head]), *lines[head:foot], *_by_columns(lines[foot:])]


def _head(lines: list[Printed]) -> int:
    """Return how many lines belong to a head in two columns."""
    nation = next((at for at, line in enumerate(lines[:12]) if columns.NATION.search(line.text)), None)
    if nation is None or lines[nation].left < 0.3 * _width(lines):
        return 0
    day = next((at for at, line in enumerate(lines[: nation + 16]) if columns.PLACE_DAY.search(line.text)), nation)
    end = max(nation, day) + 1
    while end < len(lines) and lines[end].right < _middle(lines) + 30 and _left_column(lines, end):
        end += 1
    return end


def _left_column(lines: list[Printed], at: int) -> bool:
    """Say whether a line below the day still belongs to the head's left column ("V/v …" over several lines)."""
    text = lines[at].text
    if text.startswith(("V/v", "Số", "Về việc")):
        return True
    left = [line for line in lines[:at] if line.right < _middle(lines) + 30]
    return bool(left) and goes_on(left[-1].text, text) and lines[at].top - left[-1].bottom < 1.5 * lines[at].size


def _width(lines: list[Printed]) -> float:
    return max(line.right for line in lines)


def _middle(lines: list[Printed]) -> float:
    return (min(line.left for line in lines) + _width(lines)) / 2 if lines else 0.0


def _by_columns(lines: list[Printed]) -> list[Printed]:
    """Return lines with those of the right half after those of the left one, up to what stands over both."""
    if not lines:
        return lines
    middle = _middle(lines)
    wide = (at for at, line in enumerate(lines) if line.left < middle - 80 and line.right > middle + 80)
    end = next(wide, len(lines))
    part, rest = lines[:end], lines[end:]
    right = [line for line in part if (line.left + line.right) / 2 > middle]
    left = [line for line in part if (line.left + line.right) / 2 <= middle]
    return [*left, *right, *rest]
