"""What the coordinator's table tells of each assignment beside its deadline, each kind of fact in one query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Column, String, text
from sqlmodel import Session, SQLModel, col, select

from schedules.plan import AssignmentId
from storage.listed import listed
from storage.tables import Assignment, Extension, Person, Receipt, Return, Submission

TABLES = SQLModel.metadata.tables
# A row of the outbox names the assignments that it is about; only the newest of each that was sent is wanted.
REMINDED = text(
    """
    SELECT a.organisation, a."plan", a.task, a.unit, a.period, max(o.sent_at)
    FROM outbox AS o, json_each(o.about, '$.items') AS item JOIN assignment AS a
        ON a.id = json_extract(item.value, '$.assignment')
    WHERE o.organisation = :organisation AND o.kind IN ('bundle', 'chase') AND o.sent_at IS NOT NULL AND o.part = 0
        AND a.organisation = :organisation AND (:plan IS NULL OR a."plan" = :plan)
        AND (:unit IS NULL OR a.unit = :unit)
    GROUP BY a.id
    """
).columns(*(Column(name, String) for name in AssignmentId._fields), Column("sent_at", TABLES["outbox"].c.sent_at.type))
Kept = TypeVar("Kept", bound=SQLModel)


@dataclass(frozen=True, slots=True)
class Facts:
    """By assignment; what never happened is missing."""

    submitted: Mapping[AssignmentId, Submission]  # those that stand
    returns: Mapping[AssignmentId, list[Return]]  # oldest first, those undone left out
    extensions: Mapping[AssignmentId, list[Extension]]  # those asked for and those granted, oldest first
    received: Mapping[AssignmentId, datetime]
    reminded: Mapping[AssignmentId, datetime]
    names: Mapping[int, str]  # of people


def facts(session: Session, organisation: str, plan: str | None = None, unit: str | None = None) -> Facts:
    """Gather the facts of an organisation, of one of its plans, of one of its units."""
    place = {"organisation": organisation, "plan": plan, "unit": unit}
    standing = _by_assignment(session, Submission, place, col(Submission.withdrawn_at).is_(None))
    receipts = _by_assignment(session, Receipt, place)
    by = {one.recorded_by for found in standing.values() for one in found}
    people = select(Person.id, Person.display_name).where(col(Person.id).in_(listed(by)))
    return Facts(
        {id: found[0] for id, found in standing.items()},
        _by_assignment(session, Return, place, col(Return.undone_at).is_(None)),
        _by_assignment(session, Extension, place, col(Extension.ended_at).is_(None)),
        {id: max(one.received_at for one in found) for id, found in receipts.items()},
        {AssignmentId(*id): sent_at for *id, sent_at in session.connection().execute(REMINDED, place)},
        {id or 0: name for id, name in session.exec(people)},
    )


def _by_assignment(
    session: Session, table: type[Kept], place: Mapping[str, str | None], *wanted: Any
) -> dict[AssignmentId, list[Kept]]:
    columns: Any = table
    picked: Any = select  # its types end at four columns
    id = [getattr(Assignment, name) for name in AssignmentId._fields]
    rows = picked(*id, table).join(table, columns.assignment_id == col(Assignment.id)).where(*wanted)
    for name, value in place.items():
        if value is not None:
            rows = rows.where(getattr(Assignment, name) == value)
    found: dict[AssignmentId, list[Kept]] = defaultdict(list)
    for *named, one in session.exec(rows.order_by(columns.id)):
        found[AssignmentId(*named)].append(one)
    return dict(found)
