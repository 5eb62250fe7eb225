"""How many messages the ladders will still bring, and how important each is: what a month's quota must last for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum

from schedules.deadline import VIETNAM
from schedules.duties import Duty, duties, office_of, steps
from schedules.ladder import Step, StepKind
from schedules.plan import AssignmentId, Organisation

SOON = 2  # working days before the deadline from which a reminder is pressing
REACH = timedelta(days=3)  # how far ahead a widened message takes later steps along
ANSWERS = 0.05  # of a quota: left for answers to people when a month is judged
Hearer = str | int  # a unit, or one chat of a unit


class Rank(IntEnum):
    """How much a message matters where not all can be sent; the most important first."""

    LAST_DAY = 0
    OVERDUE = 1
    SOON = 2
    EARLY = 3
    ASSIGNED = 4


@dataclass(frozen=True, slots=True)
class Climb:
    """The steps of one duty, and who still has to climb them."""

    steps: tuple[Step, ...]
    ends_at: datetime
    hearers: frozenset[Hearer]


@dataclass(frozen=True, slots=True)
class Slot:
    """One moment at which each of the hearers gets one message; its rank is that of its most important step."""

    at: datetime
    rank: Rank
    hearers: tuple[Hearer, ...]


def month_of(moment: datetime) -> str:
    """Name the month in Vietnam: "2026-05"."""
    return f"{moment.astimezone(VIETNAM):%Y-%m}"


def end_of_month(moment: datetime) -> datetime:
    """Return the first moment of the next month in Vietnam."""
    first = moment.astimezone(VIETNAM).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return (first + timedelta(days=32)).replace(day=1)


def rank_of(kind: StepKind, working_days: int | None) -> Rank:
    """Say how important a step is.

    Parameters:
        working_days: those left, for a step before the deadline.
    """
    match kind:
        case StepKind.LAST_DAY:
            return Rank.LAST_DAY
        case StepKind.OVERDUE:
            return Rank.OVERDUE
        case StepKind.ASSIGNED:
            return Rank.ASSIGNED
        case StepKind.BEFORE:
            return Rank.SOON if working_days is not None and working_days <= SOON else Rank.EARLY


def joins(step: Step, ends_at: datetime, now: datetime) -> bool:
    """Say whether a message that goes now takes a later step along, where messages must be saved.

    Another hour of the same last day does, and other steps within ``REACH``. A last day to come never does, nor what is
    not overdue yet, nor a step of the next month, which has a quota of its own.
    """
    if step.at <= now or month_of(step.at) != month_of(now):
        return False
    if step.kind is StepKind.LAST_DAY:
        return step.at.astimezone(VIETNAM).date() == now.astimezone(VIETNAM).date()
    return step.at <= now + REACH and (step.kind is not StepKind.OVERDUE or ends_at <= now)


def hearing(duty: Duty, done: Container[AssignmentId]) -> Iterator[tuple[AssignmentId, bool]]:
    """Yield the assignments that are outstanding; then, where the plan says so, those of units that only cooperate."""
    task = duty.task
    ids = [AssignmentId(duty.organisation.id, duty.plan.id, task.id, unit, duty.period) for unit in duty.unit_ids]
    owing = [id for id in ids if id not in done]
    yield from ((id, False) for id in owing)
    if owing and task.remind_cooperating:
        others = [unit for unit in task.cooperating_unit_ids if unit not in duty.unit_ids]
        yield from ((owing[0]._replace(unit=unit), True) for unit in others)


def climbs(
    organisation: Organisation, start: datetime, end: datetime, done: Container[AssignmentId] = frozenset()
) -> list[Climb]:
    """List what the units of an organisation climb between two moments, each plan loaded on its ``remind_from``."""
    first, last = start.astimezone(VIETNAM).date(), end.astimezone(VIETNAM).date()
    office = office_of(organisation)
    return [
        Climb(steps(duty, office), duty.deadline.ends_at, frozenset(id.unit for id, _ in hearing(duty, done)))
        for duty in duties(organisation, first, last)
    ]


def messages(climbs: Sequence[Climb], start: datetime, end: datetime, *, wide: bool = False) -> Iterator[Slot]:
    """Yield the messages from ``start`` up to ``end``, excluded: one a hearer and slot, whatever it speaks of.

    A message that is so long that it goes in parts is counted as one.

    Parameters:
        wide: each message takes the later steps along that ``joins`` lets it.
    """
    for alike, hearers in _alike(climbs):
        calls = sorted(
            ((step, climb.ends_at) for climb in alike for step in climb.steps if start <= step.at < end),
            key=lambda call: call[0].at,
        )
        for at, rank in _merged(calls, wide):
            yield Slot(at, rank, hearers)


def by_rank(slots: Iterable[Slot]) -> Counter[Rank]:
    """Count the messages of each rank."""
    counts: Counter[Rank] = Counter()
    for slot in slots:
        counts[slot.rank] += len(slot.hearers)
    return counts


def _alike(climbs: Sequence[Climb]) -> Iterator[tuple[list[Climb], tuple[Hearer, ...]]]:
    """Group those who climb the same: they are few groups, however many units there are."""
    climbing: dict[Hearer, list[int]] = defaultdict(list)
    for number, climb in enumerate(climbs):
        for hearer in climb.hearers:
            climbing[hearer].append(number)
    groups: dict[tuple[int, ...], list[Hearer]] = defaultdict(list)
    for hearer, numbers in climbing.items():
        groups[tuple(numbers)].append(hearer)
    for climbing_alike, hearers in groups.items():
        yield [climbs[number] for number in climbing_alike], tuple(hearers)


def _merged(calls: list[tuple[Step, datetime]], wide: bool) -> Iterator[tuple[datetime, Rank]]:
    """Yield the moments at which one hearer gets a message, with its rank; ``calls`` are in the order of moments."""
    while calls:
        at = calls[0][0].at
        now = [step for step, _ in calls if step.at == at]
        later = calls[len(now) :]
        if wide:
            now += [step for step, ends_at in later if joins(step, ends_at, at)]
            later = [(step, ends_at) for step, ends_at in later if not joins(step, ends_at, at)]
        yield at, min(rank_of(step.kind, step.working_days) for step in now)
        calls = later
