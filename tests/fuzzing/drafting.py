"""What must hold of any document that is drafted, however it came to be."""

from __future__ import annotations

import json
from datetime import date
from itertools import takewhile
from pathlib import Path

from bot.drafts.file_head import Origin
from bot.drafts.json_form import as_json, last_day
from bot.drafts.questions import of_document
from bot.drafts.standing_office import standing_office
from bot.drafts.yaml_file import whole_file
from bot.wording import wording
from handlers.vocabulary import Text
from schedules.deadline import Reading
from schedules.drafting.document import Document
from schedules.drafting.draft import Draft
from schedules.drafting.drafting import draft as draft_of
from schedules.drafting.files.opening import Unreadable, open_document
from schedules.loading.loader import load
from schedules.loading.plain_text import LINE_END
from schedules.plan import Due

# What a drafted file may lack: each stands beside a question of it.
ASKED = {"missing-remind-from", "missing-key", "wrong-weekday", "empty-value"}
ASKED |= {"impossible-deadline", "unreadable-deadline"}
ON = date(2026, 5, 4)


def open_and_hold(file: Path, scratch: Path) -> Draft | None:
    """Open a document and draft it; None where it is refused, in words."""
    try:
        document = open_document(file)
    except Unreadable as unreadable:
        refused = unreadable
    else:
        return draft_and_hold(document, scratch)
    assert all(wording(name).text(Text(f"draft-unreadable-{refused.key}", refused.values)) for name in ("vi", "en"))
    return None


def draft_and_hold(document: Document, scratch: Path) -> Draft:
    """Draft a document; its file lacks only what is asked, and whoever owes by it owes what the draft says."""
    found = draft_of(document)
    _hold(found, document, scratch, None)
    if found.head.issued_on is None:
        _hold(draft_of(document, ON), document, scratch, ON)
    return found


def _hold(found: Draft, document: Document, scratch: Path, on: date | None) -> None:
    word = wording("vi").text
    questions = [word(text) for text in of_document(found)]
    assert json.loads(json.dumps(as_json(found, questions), ensure_ascii=False))["questions"] == questions
    written = whole_file(found, Origin(document.name, on), word, standing_office(document))
    file = scratch / "plans.yaml"
    file.write_text(written.text, "utf-8", newline="")
    loaded = load(file)
    lines = LINE_END.split(written.text)
    for one in (one for one in loaded.problems if one.severity == "problem"):
        assert one.key in ASKED, one
        assert _marked(lines[one.place.line - 1 :]), (one, lines[one.place.line - 1])
    if loaded.plans:
        (organisation,) = loaded.plans.organisations.values()
        (plan,) = organisation.plans.values()
        for task, one in zip(plan.tasks.values(), found.obligations, strict=True):
            assert all(_same(due, one.reading) for due in task.dues), (task.dues, one)


def _marked(lines: list[str]) -> bool:
    """Say whether a question stands on the first of these lines, or on a later one of the same thing."""
    inner = takewhile(lambda line: not line.lstrip().startswith(("-", "places:", "tasks:")), lines[1:])
    return any("# ?" in line for line in (lines[0], *inner))


def _same(due: Due, said: Reading) -> bool:
    """Say whether the file means what was read; a day printed with a scanner's letters is stated beside its phrase."""
    if due.confirmed_last_day:
        return due.confirmed_last_day == last_day(said)
    return _when(due.reading) == _when(said)


def _when(said: Reading) -> object:
    return said.type, said.last_day, said.end, said.ranges, said.boundary, said.rrule_last_day
