"""The records that a plans.yaml becomes: organisations, units, groups, plans, tasks, outlines. All frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Literal, NamedTuple

from schedules.deadline import Reading

TaskKind = Literal["report", "hold", "speech", "prepare", "submit_up", "other"]
UnitKind = Literal["commune", "department"]


class AssignmentId(NamedTuple):
    """Name one assignment: a task as one unit owes it. ``period`` is "" except for recurring and range duties."""

    organisation: str
    plan: str
    task: str
    unit: str
    period: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A body that owes: id is a commune code or a slug, the name is the official one ("UBND xã Nhơn Châu")."""

    id: str
    name: str
    kind: UnitKind
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A named set of units. ``printed`` is False where the roster is the admin's, not the document's."""

    id: str
    name: str
    unit_ids: tuple[str, ...]
    printed: bool = True


@dataclass(frozen=True, slots=True)
class LadderRule:
    """Say when an assignment is reminded of; numbers are working days, hours are local."""

    assigned: bool = True
    before: tuple[int, ...] = (5, 2)
    last_day: tuple[time, ...] = (time(7, 30), time(13, 30))
    overdue_days: int = 5
    overdue_weeks: int = 5


@dataclass(frozen=True, slots=True)
class SendingHours:
    """The spans of a working day in which the office pushes; half-open [start, end)."""

    spans: tuple[tuple[time, time], ...] = ((time(7, 30), time(11, 0)), (time(13, 30), time(16, 30)))

    @property
    def opening(self) -> time:
        """Return the day's first moment of sending."""
        return self.spans[0][0]


@dataclass(frozen=True, slots=True)
class Due:
    """The units of one task that share one deadline; the ladder runs once for all of them.

    ``last_day`` is the coordinator's answer where the reading asks for one; ``counts_from`` the anchor of a period.
    """

    unit_ids: tuple[str, ...]
    reading: Reading
    counts_from: date | None = None
    confirmed_last_day: date | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """One piece of work that a plan asks for."""

    id: str
    title: str
    kind: TaskKind
    dues: tuple[Due, ...]
    send_to: str = ""
    via: str = ""
    cooperating: tuple[str, ...] = ()  # as printed
    cooperating_unit_ids: tuple[str, ...] = ()
    remind_cooperating: bool = False
    places: tuple[str, ...] = ()
    topics: Mapping[str, str] = field(default_factory=dict)  # unit id -> topic of its speech paper
    ladder: LadderRule = LadderRule()
    note: str = ""
    figures_to: date | None = None
    was: str | None = None
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting or other date that nobody owes."""

    id: str
    title: str
    reading: Reading
    venue: str = ""
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A section of an outline, with its number as printed; ``path`` joins the numbers from the top ("B.II.1")."""

    number: str
    path: str
    title: str
    text: str = ""
    lead_unit_ids: tuple[str, ...] = ()
    form_ids: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A form of the outline. One that is only cited keeps its title and has no rows."""

    id: str
    title: str
    attached: bool
    rows: tuple[tuple[str, ...], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """What a report must contain, as printed; ``note`` says where it stands when it is not attached."""

    title: str
    sections: tuple[Section, ...] = ()
    note: str = ""
    attached: bool = True


@dataclass(frozen=True, slots=True)
class Plan:
    """One issued document. ``number`` and ``issued_on`` are None where the document leaves them blank."""

    id: str
    organisation_id: str
    title: str
    issuer: str
    number: str | None
    issued_on: date | None
    remind_from: date
    tasks: Mapping[str, Task]
    events: tuple[Event, ...] = ()
    outline: Outline | None = None
    forms: Mapping[str, Form] = field(default_factory=dict)
    standing_office_id: str = ""
    closes: time | None = None  # hour at which a day without an hour ends, instead of 24:00
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class CalendarChanges:
    """Days that one organisation has off or works beyond the national calendar."""

    days_off: tuple[date, ...] = ()
    worked_days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Organisation:
    """The authority that issues plans; owns units, plans, people, and one bot per channel."""

    id: str
    name: str
    standing_office_id: str
    units: Mapping[str, Unit]
    groups: Mapping[str, Group]
    plans: Mapping[str, Plan]
    hours: SendingHours = SendingHours()
    calendar: CalendarChanges = CalendarChanges()


@dataclass(frozen=True, slots=True)
class Plans:
    """Everything that one plans.yaml says; ``digest`` changes when any of its files does."""

    organisations: Mapping[str, Organisation]
    digest: str = ""

    def task(self, assignment: AssignmentId) -> tuple[Organisation, Plan, Task] | None:
        """Find where an assignment comes from, or None when the plan no longer has it."""
        organisation = self.organisations.get(assignment.organisation)
        plan = organisation.plans.get(assignment.plan) if organisation else None
        task = plan.tasks.get(assignment.task) if plan else None
        if organisation is None or plan is None or task is None:
            return None
        return organisation, plan, task
