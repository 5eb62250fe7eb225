"""Show the lines of the file that a change touches: where each stands, what it said, what it will say."""

from __future__ import annotations

from collections.abc import Iterator

from handlers.describing import lines
from handlers.spelling import shortened
from handlers.vocabulary import Text
from schedules.editing import Changed, Line

LONGEST = 160  # characters of a line of the file
BEFORE = 60  # of these, before the place where it differs
MOST_LINES = 6


def lines_shown(made: Changed) -> Text:
    """Show the first lines of the files that change."""
    told = [text for line in made.lines[:MOST_LINES] for text in _line(line)]
    return lines(*told)


def _line(line: Line) -> Iterator[Text]:
    yield Text("edit-line-place", {"file": line.file, "line": str(line.number)})
    was, now = line.was or "", line.now or ""
    place = next((at for at, (one, other) in enumerate(zip(was, now, strict=False)) if one != other), 0)
    if was:
        yield Text("edit-line-was", {"words": _around(was, place)})
    if now:
        yield Text("edit-line-now", {"words": _around(now, place)})


def _around(line: str, place: int) -> str:
    """Cut a long line to what stands around the place where it differs."""
    first = max(0, min(place - BEFORE, len(line) - LONGEST))
    return ("…" if first else "") + shortened(line[first:].strip(), LONGEST)
