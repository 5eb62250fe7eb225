"""The coordinator's table: what each expected unit owes and how it stands, a row each, for every other output."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from handlers.describing import due_of, unit_name
from handlers.figures.figures import Figures, Standing, classify, is_by_word
from handlers.figures.status_expected import by_task, expected, id_of, kind_of
from schedules.deadline import Deadline
from schedules.owing import Lot
from schedules.plan import Organisation, Plan, Task, UnitKind
from storage import evidence, table_facts
from storage.moves import changes
from storage.table_facts import Facts
from storage.tables import Submission


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One expected assignment as it stands. What is not known, or has not happened, is None, "" or 0."""

    unit_id: str
    unit: str  # official name
    kind: UnitKind
    groups: tuple[str, ...]  # names of the groups that the unit is in
    plan: Plan
    task: Task
    period: str
    phrase: str  # as printed
    deadline: Deadline | None  # the one that holds; None while its phrase awaits an answer
    standing: Standing
    by_word: bool = False  # on time by the unit's word, given after the deadline
    submission_id: int | None = None
    submitted_at: datetime | None = None  # the moment of its confirmation
    handed_in_on: date | None = None  # as stated
    document_number: str = ""
    document_on: date | None = None
    evidence: str = ""  # addresses and files' names
    recorded_by: str = ""  # display name
    by_office: bool = False  # the standing office recorded it: say so, not the name
    accepted_at: datetime | None = None
    rounds: int = 0  # how often it was handed in: those taken back by the unit itself do not count
    returns: int = 0
    return_reason: str = ""  # of the newest return
    asked_until: date | None = None  # an open request for an extension
    asks_extension: bool = False
    extended_until: date | None = None  # as granted, where that holds
    received_at: datetime | None = None  # the newest receipt
    reminded_at: datetime | None = None  # when a reminder of it was sent last

    @property
    def last_day(self) -> date | None:
        """Return the effective last day."""
        return self.deadline.last_day if self.deadline else None

    @property
    def period_ends_on(self) -> date | None:
        """Return the last day of its period as the plan prints it, by which people know it; None of a one-off task."""
        if not self.period or self.deadline is None:
            return None
        return (self.deadline.printed or self.deadline).last_day

    @property
    def title(self) -> str:
        """Name the task, of a recurring one with the day of its period, as the chat does."""
        day = self.period_ends_on
        return f"{self.task.title} (hạn {day:%d/%m/%Y})" if day else self.task.title

    @property
    def is_submitted(self) -> bool:
        """Say whether a submission stands."""
        return self.standing in (Standing.ON_TIME, Standing.LATE)

    @property
    def waits_after_return(self) -> bool:
        """Say whether it was returned and has not come again."""
        return self.returns > 0 and not self.is_submitted


@dataclass(frozen=True, slots=True)
class Table:
    """The rows, the figures that they add up to, and the moment at which they hold."""

    rows: tuple[Row, ...]
    figures: Figures
    moment: datetime


@dataclass(frozen=True, slots=True)
class Ground:
    """What all rows of one organisation are made from."""

    organisation: Organisation
    facts: Facts
    groups: Mapping[str, tuple[str, ...]]
    now: datetime


def table(session: Session, organisation: Organisation, plan: Plan | None, now: datetime) -> Table:
    """Return the table of a plan, or of all plans of an organisation; its figures are those of /tiendo.

    Plan by plan and task by task, the most urgent first; the units in the order of the organisation.
    """
    facts = table_facts.facts(session, organisation.id, plan.id if plan else None)
    moved = changes(session, organisation.id, plan.id if plan else None)
    ground = Ground(organisation, facts, groups_of_units(organisation), now)
    order = {unit: place for place, unit in enumerate(organisation.units)}
    rows: list[Row] = []
    for one in [plan] if plan else organisation.plans.values():
        for alike in by_task(expected(organisation, one, now, moved)):
            found = [row for lot in alike for row in _rows(ground, lot, lot.unit_ids)]
            rows += sorted(found, key=lambda row: order.get(row.unit_id, len(order)))
    return Table(tuple(rows), figures_of(rows), now)


def rows_of_unit(
    session: Session, organisation: Organisation, plans: Iterable[Plan], unit: str, now: datetime
) -> list[Row]:
    """List the rows of one unit, plan by plan, the most urgent first."""
    facts = table_facts.facts(session, organisation.id, unit=unit)
    moved = changes(session, organisation.id)
    ground = Ground(organisation, facts, groups_of_units(organisation), now)
    return [
        row
        for plan in plans
        for alike in by_task(expected(organisation, plan, now, moved))
        for lot in alike
        if unit in lot.unit_ids
        for row in _rows(ground, lot, (unit,))
    ]


def joined(tables: Iterable[Table], now: datetime) -> Table:
    """Put several tables into one, for somebody who follows some plans only."""
    rows = tuple(row for one in tables for row in one.rows)
    return Table(rows, figures_of(rows), now)


def figures_of(rows: Iterable[Row]) -> Figures:
    """Count rows by class."""
    counted = list(rows)
    classes = Counter(row.standing for row in counted)
    by_word = sum(row.by_word for row in counted)
    on_time, late = classes[Standing.ON_TIME], classes[Standing.LATE]
    return Figures(on_time, late, classes[Standing.OPEN], classes[Standing.OVERDUE], by_word)


def groups_of_units(organisation: Organisation) -> dict[str, tuple[str, ...]]:
    """Return the names of the groups that each unit is in."""
    found: dict[str, tuple[str, ...]] = {}
    for group in organisation.groups.values():
        for unit in group.unit_ids:
            found[unit] = (*found.get(unit, ()), group.name)
    return found


def _rows(ground: Ground, lot: Lot, units: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of some units of a lot; they share the printed phrase."""
    due = due_of(lot.task, units[0]) if units else None
    phrase = due.reading.phrase if due else ""
    for unit in units:
        yield _row(ground, lot, unit, phrase)


def _row(ground: Ground, lot: Lot, unit: str, phrase: str) -> Row:
    id, facts = id_of(lot, unit), ground.facts
    submission, returns = facts.submitted.get(id), facts.returns.get(id, [])
    asking = next((one for one in facts.extensions.get(id, ()) if one.decided_at is None), None)
    moved = lot.deadline.moved if lot.deadline else None
    return Row(
        unit_id=unit,
        unit=unit_name(ground.organisation, unit),
        kind=kind_of(ground.organisation, unit),
        groups=ground.groups.get(unit, ()),
        plan=lot.plan,
        task=lot.task,
        period=lot.period,
        phrase=phrase,
        deadline=lot.deadline,
        standing=classify(lot.deadline, submission, ground.now),
        rounds=len(returns) + (submission is not None),
        returns=len(returns),
        return_reason=returns[-1].reason if returns else "",
        asks_extension=asking is not None,
        asked_until=asking.asked_day if asking else None,
        extended_until=moved.last_day if moved and moved.why == "extended" else None,
        received_at=facts.received.get(id),
        reminded_at=facts.reminded.get(id),
        **_submitted(lot, submission, facts.names),
    )


def _submitted(lot: Lot, submission: Submission | None, names: Mapping[int, str]) -> dict[str, Any]:
    """Return what a row tells of the submission that stands."""
    if submission is None:
        return {}
    return {
        "submission_id": submission.id,
        "by_word": is_by_word(lot.deadline, submission),
        "submitted_at": submission.recorded_at,
        "handed_in_on": submission.handed_in_on,
        "document_number": submission.document_number or "",
        "document_on": submission.document_on,
        "evidence": "; ".join(_piece(one) for one in evidence.pieces(submission)),
        "recorded_by": names.get(submission.recorded_by, ""),
        "by_office": submission.by_office,
        "accepted_at": submission.accepted_at,
    }


def _piece(piece: evidence.Piece) -> str:
    """Name a piece of evidence: an address in full, a file by its name."""
    return str(piece["value"] if piece["kind"] == "link" else piece.get("name") or piece["kind"])
