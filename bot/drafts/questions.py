"""What a draft asks: each question once, numbered in the order of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from handlers.vocabulary import Text
from schedules.deadline import Reading, ReadingType
from schedules.drafting.draft import Doubt, Draft, Obligation
from schedules.periods import ends
from schedules.plan import Due

# A doubt's key -> the key of the task whose line it stands on; the others stand on the title's.
LINES = {
    "no-unit": "units",
    "impossible": "deadline",
    "unsure-day": "deadline",
    "weekday": "deadline",
    "year-inferred": "deadline",
    "no-anchor": "deadline",
}
NO_DAY = "no-issue-day"  # stands on the line of ``remind_from``, and is answered by --on


class Asking:
    """Collect the questions of one file, and give the mark that stands on a line in doubt."""

    def __init__(self, word: Callable[[Text], str]) -> None:
        self.word = word
        self.asked: list[str] = []

    def ask(self, text: Text) -> str:
        """Ask something and return the mark for its line; the same question keeps its number."""
        worded = self.word(text)
        if worded not in self.asked:
            self.asked.append(worded)
        return "? " + self.word(Text("draft-see-question", {"number": self.asked.index(worded) + 1}))


def of_document(draft: Draft) -> Iterator[Text]:
    """Yield what is not sure in the reading of the document itself; programs are told this much."""
    yield from (doubt_text(doubt) for doubt in draft.doubts)
    for one in draft.obligations:
        yield from (text for _, text in of_obligation(one, draft.head.issued_on))


def of_obligation(one: Obligation, issued_on: date | None) -> Iterator[tuple[str, Text]]:
    """Yield what is not sure of an obligation, each with the key of the line that it stands on."""
    said = {"task": one.title, "phrase": one.reading.phrase, "place": "; ".join(one.places) or one.title}
    lines = set[str]()
    for doubt in one.doubts:
        if _answered(doubt, one.reading, issued_on):
            continue
        line = LINES.get(doubt.key, "title")
        lines.add(line)
        yield line, doubt_text(doubt, said)
    if not one.units and "units" not in lines:
        yield "units", doubt_text(Doubt("no-unit"), said)
    open_day = open_deadline(one.reading)
    if open_day and "deadline" not in lines:
        yield "deadline", doubt_text(Doubt(open_day), said)


def _answered(doubt: Doubt, reading: Reading, issued_on: date | None) -> bool:
    """Say whether the document itself settles a doubt: by its own day's year, or by an anchor that it prints."""
    if doubt.key == "year-inferred":
        return issued_on is not None
    return doubt.key == "no-anchor" and open_deadline(reading) is None


def doubt_text(doubt: Doubt, said: Mapping[str, str] | None = None) -> Text:
    """Return a doubt as a text; ``said`` are the values of the obligation that has it."""
    return Text(f"draft-doubt-{doubt.key}", {**(said or {}), **doubt.values})


def open_deadline(reading: Reading) -> str | None:
    """Return the doubt of a phrase that gives no day by itself: its anchor, which day is meant, which of two holds."""
    if reading.weekday_check == "wrong":
        return "weekday"
    if reading.type is ReadingType.RELATIVE:
        return None if ends(reading, Due((), reading), None) else "no-anchor"
    if reading.needs_confirmation or reading.type in (ReadingType.NO_DATE, ReadingType.ERROR):
        return "unsure-day"
    return None
