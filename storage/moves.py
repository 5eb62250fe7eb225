"""Deadlines that do not stand as the plan has them, as extensions and returns have moved them."""

from __future__ import annotations

from collections.abc import Iterator

from sqlmodel import Session, col, select

from schedules.changes import Changes
from schedules.deadline import Moved
from schedules.plan import AssignmentId
from storage.tables import Assignment, Extension, Return


def changes(session: Session, organisation: str, plan: str | None = None, unit: str | None = None) -> Changes:
    """Return the moved deadlines of an organisation, or of one of its plans or units, by assignment.

    A return holds whatever was granted before it; an extension granted after it holds where it is later.
    """
    returned = dict(_returned(session, organisation, plan, unit))
    found = dict(returned)
    for id, moved in _extended(session, organisation, plan, unit):
        after_return = id not in returned or moved.since > returned[id].since
        if after_return and (id not in found or moved.last_day > found[id].last_day):
            found[id] = moved
    return found


def _returned(
    session: Session, organisation: str, plan: str | None, unit: str | None
) -> Iterator[tuple[AssignmentId, Moved]]:
    """Yield the returns that were not undone, the latest of an assignment last."""
    wanted = (
        select(Assignment, Return)
        .join(Return, col(Return.assignment_id) == Assignment.id)
        .where(Assignment.organisation == organisation, col(Return.undone_at).is_(None))
        .order_by(col(Return.id))
    )
    if plan is not None:
        wanted = wanted.where(Assignment.plan == plan)
    if unit is not None:
        wanted = wanted.where(Assignment.unit == unit)
    for one, returned in session.exec(wanted):
        yield _id_of(one), Moved("returned", returned.last_day, returned.returned_at)


def _extended(
    session: Session, organisation: str, plan: str | None, unit: str | None
) -> Iterator[tuple[AssignmentId, Moved]]:
    """Yield the extensions that were granted and not taken back, in the order in which they were."""
    wanted = (
        select(Assignment, Extension)
        .join(Extension, col(Extension.assignment_id) == Assignment.id)
        .where(Assignment.organisation == organisation, col(Extension.last_day).is_not(None))
        .where(col(Extension.ended_at).is_(None))
        .order_by(col(Extension.decided_at), col(Extension.id))
    )
    if plan is not None:
        wanted = wanted.where(Assignment.plan == plan)
    if unit is not None:
        wanted = wanted.where(Assignment.unit == unit)
    for one, extension in session.exec(wanted):
        if extension.last_day and extension.decided_at:
            yield _id_of(one), Moved("extended", extension.last_day, extension.decided_at)


def _id_of(one: Assignment) -> AssignmentId:
    return AssignmentId(one.organisation, one.plan, one.task, one.unit, one.period)
