"""Which assignments stand as submitted, now or at an earlier moment: as little of each as figures need.

A country has 40,000 of them. One row for a task, made by SQLite, is read thirty times as fast as one row for each.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from schedules.plan import AssignmentId

TaskKey = tuple[str, str, str]  # plan, task, period

STANDING = text(
    """
    SELECT a."plan", a.task, a.period, json_group_object(a.unit, json_array(s.recorded_at, s.handed_in_on, s.by_office))
    FROM assignment AS a JOIN submission AS s ON s.assignment_id = a.id
    WHERE a.organisation = :organisation AND (:plan IS NULL OR a."plan" = :plan) AND s.withdrawn_at IS NULL
    GROUP BY a."plan", a.task, a.period
    """
)
TAKEN_BACK_SINCE = text(
    """
    SELECT a."plan", a.task, a.period, a.unit, s.recorded_at, s.handed_in_on, s.by_office
    FROM submission AS s JOIN assignment AS a ON a.id = s.assignment_id
    WHERE a.organisation = :organisation AND (:plan IS NULL OR a."plan" = :plan)
        AND s.withdrawn_at > :moment AND s.recorded_at <= :moment
    """
)
RETURNED = text(
    """
    SELECT DISTINCT a.organisation, a."plan", a.task, a.unit, a.period
    FROM "return" AS r JOIN assignment AS a ON a.id = r.assignment_id
    WHERE a.organisation = :organisation AND (:plan IS NULL OR a."plan" = :plan) AND r.undone_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM submission AS s WHERE s.assignment_id = a.id AND s.withdrawn_at IS NULL)
    """
)


# The moment of its confirmation and the day of handing in as stated, as written below; whether the office recorded it.
Handed = Sequence[Any]
NOBODY: Mapping[str, Handed] = {}


@dataclass(frozen=True, slots=True)
class Standings:
    """What stands as submitted: by task, then by unit."""

    by_task: Mapping[TaskKey, Mapping[str, Handed]] = field(default_factory=dict)

    def of(self, plan: str, task: str, period: str) -> Mapping[str, Handed]:
        """Return the units that have handed in a task, with when."""
        return self.by_task.get((plan, task, period), NOBODY)


def written(moment: datetime) -> str:
    """Write a moment as the database does, to be compared with."""
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")


def standing_now(session: Session, organisation: str, plan: str | None = None) -> Standings:
    """Return what stands as submitted in an organisation, or under one of its plans."""
    rows = session.connection().execute(STANDING, {"organisation": organisation, "plan": plan})
    return Standings({(one, task, period): json.loads(units) for one, task, period, units in rows})


def standing_at(session: Session, organisation: str, plan: str | None, moment: datetime, now: Standings) -> Standings:
    """Return what stood as submitted at an earlier moment.

    Args:
        now: what stands now; it is filtered, so that only what was taken back since is read.
    """
    then = written(moment)
    found = {
        key: {unit: handed for unit, handed in units.items() if (handed[0] or "") <= then}
        for key, units in now.by_task.items()
    }
    values = {"organisation": organisation, "plan": plan, "moment": then}
    for one, task, period, unit, *handed in session.connection().execute(TAKEN_BACK_SINCE, values):
        found.setdefault((one, task, period), {})[unit] = handed
    return Standings(found)


def returned_waiting(session: Session, organisation: str, plan: str | None = None) -> set[AssignmentId]:
    """Return what was returned and has not been handed in again."""
    rows = session.connection().execute(RETURNED, {"organisation": organisation, "plan": plan})
    return {AssignmentId(*id) for id in rows}
