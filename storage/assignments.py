"""The short numbers of assignments, small enough for a button. A number is never used twice."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import text, update
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session, col, select

from schedules.plan import AssignmentId
from storage.listed import listed
from storage.tables import Arming, Assignment

# Each wanted id is looked up in the unique index; row values in an IN list would be compiled anew for every length.
NUMBERS = text(
    """
    SELECT a.id, a.organisation, a."plan", a.task, a.unit, a.period FROM json_each(:wanted) AS w JOIN assignment AS a
        ON a.organisation = json_extract(w.value, '$[0]') AND a."plan" = json_extract(w.value, '$[1]')
        AND a.task = json_extract(w.value, '$[2]') AND a.unit = json_extract(w.value, '$[3]')
        AND a.period = json_extract(w.value, '$[4]')
    """
)


def number(session: Session, id: AssignmentId) -> int:
    """Return the number of an assignment; it gets one at first need."""
    return numbers(session, [id])[id]


def numbers(session: Session, ids: Iterable[AssignmentId]) -> dict[AssignmentId, int]:
    """Return the numbers of many assignments; those without one get one."""
    wanted = set(ids)
    found = known(session, wanted)
    if missing := sorted(wanted - found.keys()):
        rows = [one._asdict() for one in missing]
        session.connection().execute(insert(Assignment).on_conflict_do_nothing(), rows)
        found |= known(session, missing)
    return found


def known(session: Session, ids: Iterable[AssignmentId]) -> dict[AssignmentId, int]:
    """Return the numbers of those that have one already; unlike ``numbers`` this only reads."""
    rows = session.connection().execute(NUMBERS, {"wanted": json.dumps(list(ids))})
    return {AssignmentId(*id): number for number, *id in rows}


def named(session: Session, number: int) -> AssignmentId | None:
    """Return the assignment that bears a number, None if none does."""
    return named_many(session, [number]).get(number)


def named_many(session: Session, numbers: Iterable[int]) -> dict[int, AssignmentId]:
    """Return the assignments that bear these numbers; unknown numbers are left out."""
    rows = session.exec(select(Assignment).where(col(Assignment.id).in_(listed(numbers))))
    return {row.id: _id_of(row) for row in rows if row.id is not None}


def of_task(session: Session, organisation: str, plan: str, task: str) -> dict[int, str]:
    """Return number → unit of the assignments of one task that have a number, of all periods."""
    wanted = select(Assignment.id, Assignment.unit).where(
        Assignment.organisation == organisation, Assignment.plan == plan, Assignment.task == task
    )
    return {number: unit for number, unit in session.exec(wanted) if number is not None}


def _id_of(row: Assignment) -> AssignmentId:
    return AssignmentId(row.organisation, row.plan, row.task, row.unit, row.period)


def rename_task(session: Session, organisation: str, plan: str, was: str, now_called: str) -> None:
    """Carry what is known of a task over to its new id; what the new id has already stays as it is."""
    for table in (Assignment, Arming):
        renamed = (
            update(table)
            .prefix_with("OR IGNORE")
            .where(col(table.organisation) == organisation, col(table.plan) == plan, col(table.task) == was)
        )
        session.exec(renamed.values(task=now_called))
