"""Ask which steps somebody has been told of already: ahead of their turn, or by whichever message it was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlmodel import Session, col, select

from schedules.plan import AssignmentId
from storage import assignments
from storage.listed import listed
from storage.tables import Told

StepOf = tuple[str, str]  # a step, and the end of the deadline that it counts to, as ISO text


def told_ahead(session: Session, steps: Iterable[StepOf]) -> dict[tuple[int, AssignmentId, str], frozenset[str]]:
    """Return who was told these steps, as (chat, assignment, end of the deadline) → steps.

    Meant for steps that are still to come, which few have been told: it looks at everything that was ever told.
    """
    wanted = [f"{step} {ends_at}" for step, ends_at in steps]
    if not wanted:
        return {}
    same = (col(Told.step) + " " + col(Told.ends_at)).in_(listed(wanted))
    told = session.exec(select(Told).where(same)).all()
    named = assignments.named_many(session, {one.assignment_id for one in told})
    found: dict[tuple[int, AssignmentId, str], set[str]] = defaultdict(set)
    for one in told:
        found[one.chat_id, named[one.assignment_id], one.ends_at].add(one.step)
    return {key: frozenset(said) for key, said in found.items()}


def told_already(session: Session, ids: Iterable[AssignmentId], steps: Iterable[StepOf]) -> set[AssignmentId]:
    """Return those of the assignments of which some chat has been told one of the steps."""
    wanted = set(steps)
    named = {number: id for id, number in assignments.known(session, ids).items()}
    told = session.exec(
        select(Told.assignment_id, Told.step, Told.ends_at).where(col(Told.assignment_id).in_(listed(named)))
    )
    return {named[number] for number, step, ends_at in told if (step, ends_at) in wanted}
