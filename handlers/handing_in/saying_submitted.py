"""Take free words for a confirmation: only after a yes that names the assignment."""

from __future__ import annotations

import re
from datetime import date

from handlers.describing import document_cited
from handlers.finding import Found, outstanding
from handlers.handing_in.documents import check_not_future
from handlers.handing_in.outstanding import submit_buttons, viec
from handlers.handing_in.submitting import NEVER_MIND, ask, keep
from handlers.overseeing import names_of
from handlers.refusing import NotYours
from handlers.spelling import plain
from handlers.understanding.report_names import tasks_named
from handlers.vocabulary import Reply, Text, Turn

REPORT = re.compile(r"\b(?:bao cao|bc)\b")


def said_submitted(turn: Turn, unit: str, number: str, on: str) -> Reply:
    """Ask which assignment was handed in, or whether the only one was.

    Parameters:
        unit: the unit's name as typed, "" for the own.
        number, on: of the document; the day as ISO, "" where none was said.

    Raises:
        NotYours: another unit was named.
        DayInFuture: the document's day has not come yet.
    """
    left, sure = _spoken_of(turn, _of_unit(turn, unit, outstanding(turn)))
    if not left:
        return viec(turn)
    day = date.fromisoformat(on) if on else None
    check_not_future(day, turn.now)
    document = document_cited(number or None, day)
    if len(left) == 1 and sure:
        return ask(turn, left[0], document, number or None, day)
    keep(turn, None, number or None, day)
    said = Text("nop-choose-document", {"document": document}) if document else Text("nop-choose-said")
    return Reply((said,), (*submit_buttons(turn, left, "nopco"), (NEVER_MIND,)))


def _spoken_of(turn: Turn, left: list[Found]) -> tuple[list[Found], bool]:
    """Keep what the words name, else the reports where they speak of a report: a meeting that was held is none.

    Returns:
        What is kept, and whether it may be asked about as it stands: not where a report was named that is none of it.
    """
    said = turn.message.said or ""
    spoken = tasks_named(said, [found.owed.task.title for found in left])
    if spoken.places:
        return [left[place] for place in spoken.places], True
    if spoken.named:
        return left, False
    reports = [found for found in left if found.owed.task.kind == "report"]
    return (reports if reports and REPORT.search(plain(said)) else left), True


def _of_unit(turn: Turn, unit: str, left: list[Found]) -> list[Found]:
    """Keep what the unit named owes; a name that nothing is known by says nothing."""
    meant = set(names_of(turn.plans).find(unit)) if unit else set()
    if not meant:
        return left
    own = {(role.organisation, role.unit) for role in turn.roles}
    if not meant & own:
        raise NotYours
    return [found for found in left if found.own.key in meant]
