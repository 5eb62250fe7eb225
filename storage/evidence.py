"""What proves a submission: files by the platform's own ids, and addresses. Nothing is downloaded."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session

from storage import assignments, journal
from storage.tables import Submission

MOST = 5  # pieces of one submission
Piece = Mapping[str, Any]  # kind ("link" | "file"), value, name, channel; of a file also bot and shape


class TooMuch(Exception):
    """A submission has as many pieces of evidence as are kept."""


def pieces(submission: Submission) -> list[Piece]:
    """Return all that proves a submission, in the order in which it came."""
    first = submission.evidence
    return [] if not first else [first, *first.get("more", ())]


def add(session: Session, submission: Submission, piece: Piece, person_id: int, now: datetime) -> Submission:
    """Add a piece of evidence; the same one again changes nothing.

    Raises:
        TooMuch: ``MOST`` are kept already.
    """
    kept = session.get_one(Submission, submission.id)
    known = pieces(kept)
    if any(_names(one) == _names(piece) for one in known):
        return kept
    if len(known) >= MOST:
        raise TooMuch
    first, *more = [*({name: value for name, value in one.items() if name != "more"} for one in known), dict(piece)]
    kept.evidence = {**first, "more": more} if more else first
    session.flush()
    id = assignments.named_many(session, [kept.assignment_id])[kept.assignment_id]
    journal.write(
        session,
        at=now,
        act="evidence_added",
        organisation=id.organisation,
        person_id=person_id,
        unit=id.unit,
        assignment_id=kept.assignment_id,
        kind=piece["kind"],
        name=piece.get("name") or "",
    )
    return kept


def _names(piece: Piece) -> tuple[Any, ...]:
    return tuple(piece.get(name) for name in ("kind", "value", "channel"))
