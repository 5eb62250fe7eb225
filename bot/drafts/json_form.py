"""A draft as plain values with the keys that other programs rely on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from schedules.deadline import Boundary, Reading, ReadingType
from schedules.drafting.draft import Draft, Head, Obligation
from schedules.periods import ends
from schedules.plan import Due
from schedules.working_days import national

Keys = dict[str, Any]


def as_json(draft: Draft, questions: Sequence[str]) -> Keys:
    """Return a draft as the ``draft`` command prints it; what the document does not say is None.

    Parameters:
        questions: as worded.
    """
    obligations = [_obligation(one) for one in draft.obligations]
    return {"document": _document(draft.head), "obligations": obligations, "questions": list(questions)}


def last_day(reading: Reading) -> date | None:
    """Return the last usable day that a phrase names; None where it names none, or recurs.

    A range ends at its end, several ranges with the last of them; a period is counted where its anchor is printed.
    """
    if reading.type is ReadingType.RANGE:
        return reading.end
    if reading.type is ReadingType.RANGES:
        return reading.ranges[-1][1]
    if reading.type is ReadingType.RELATIVE:
        known = ends(reading, Due((), reading), None, national())
        return known.last_day if known else None
    return reading.last_day if reading.type is ReadingType.DEADLINE else None


def boundary(reading: Reading) -> Boundary | None:
    """Return whether the named day counts; the end of a range or of a counted period does."""
    return reading.boundary or (Boundary.INCLUSIVE if last_day(reading) else None)


def _document(head: Head) -> Keys:
    return {
        "number": head.number,
        "date": head.issued_on.isoformat() if head.issued_on else None,
        "issuer": head.issuer,
        "title": head.title,
    }


def _obligation(one: Obligation) -> Keys:
    day, counts = last_day(one.reading), boundary(one.reading)
    return {
        "phrase": one.reading.phrase,
        "type": one.reading.type.value,
        "last_day": day.isoformat() if day else None,
        "boundary": counts.value if counts else None,
        "rrule_last_day": one.reading.rrule_last_day,
        "units": list(one.units),
        "send_to": one.send_to or None,
        "via": one.via or None,
        "kind": one.kind,
        "place": "; ".join(one.places) or None,
    }
