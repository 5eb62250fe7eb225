"""Ask which steps somebody has been told of already: ahead of their turn, or by whichever message it was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime

from sqlmodel import Session, select

from schedules.plan import AssignmentId
from storage import assignments
from storage.tables import Told

StepOf = tuple[str, str]  # a step, and the end of the deadline that it counts to, as ISO text


def told_ahead(session: Session, steps: Iterable[StepOf]) -> dict[tuple[int, AssignmentId, str], frozenset[str]]:
    """Return who was told these steps, as (chat, assignment, end of the deadline) → steps.

    Meant for steps that are still to come, which few have been told.
    """
    told = list(_told(session, steps))
    named = assignments.named_many(session, {one.assignment_id for one in told})
    found: dict[tuple[int, AssignmentId, str], set[str]] = defaultdict(set)
    for one in told:
        found[one.chat_id, named[one.assignment_id], one.ends_at].add(one.step)
    return {key: frozenset(said) for key, said in found.items()}


def told_already(
    session: Session, ids: Iterable[AssignmentId], steps: Iterable[StepOf]
) -> dict[AssignmentId, set[datetime]]:
    """Return those of the assignments of which a chat has been told one of the steps, with the moments of that."""
    named = {number: id for id, number in assignments.known(session, ids).items()}
    found: dict[AssignmentId, set[datetime]] = defaultdict(set)
    for one in _told(session, steps):
        if one.assignment_id in named:
            found[named[one.assignment_id]].add(one.told_at)
    return dict(found)


def _told(session: Session, steps: Iterable[StepOf]) -> Iterator[Told]:
    for step, ends_at in set(steps):
        yield from session.exec(select(Told).where(Told.ends_at == ends_at, Told.step == step))
