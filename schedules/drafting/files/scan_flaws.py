"""Take out what a scan leaves between two pages of a text: page numbers that stand in the middle of a sentence."""

from __future__ import annotations

import re

from schedules.drafting.words.joining import DAY_CUT, PAGE_NUMBER, goes_on

WHOLE_DAY = re.compile(r"\d{1,2}\s*[/.-]\s*\d{1,2}\b|\d{1,2} tháng\b", re.IGNORECASE)


def without_page_numbers(lines: list[str]) -> list[str]:
    """Return a text's lines without the page numbers, and their blank lines, that cut a sentence in two."""
    kept = list(lines)
    for at in reversed(range(len(lines))):
        if not PAGE_NUMBER.match(lines[at].strip()):
            continue
        above = next((row for row in reversed(range(at)) if lines[row].strip()), None)
        below = next((row for row in range(at + 1, len(lines)) if lines[row].strip()), None)
        if above is not None and below is not None and _cuts(lines[above].strip(), lines[below].strip()):
            del kept[above + 1 : below]
    return kept


def _cuts(before: str, after: str) -> bool:
    """Say whether a number between two lines is no part of the sentence that they make.

    Behind "trước ngày" it may be the day itself, unless the next line brings a whole one.
    """
    if PAGE_NUMBER.match(after) or (DAY_CUT.search(before) and not WHOLE_DAY.match(after)):
        return False
    return goes_on(before, after)
