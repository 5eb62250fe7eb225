"""What belongs into a person's calendar: deadlines to come, of the own units and of the plans followed; meetings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from handlers.belonging import Followed, Own, followed_plans, units_of
from handlers.figures.status_expected import expected
from handlers.finding import Found, is_closed, left_of_unit
from handlers.plan_names import day_named, plan_named
from handlers.vocabulary import Turn
from schedules.deadline import VIETNAM, Deadline
from schedules.duties import office_of
from schedules.owing import Lot
from schedules.plan import Event, Organisation, Plan, Task
from schedules.sending_hours import Office
from storage.moves import changes

HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: a whole day, or a moment of it. ``id`` stays the same when the deadline moves."""

    id: str
    title: str
    day: date
    at: datetime | None
    about: tuple[str, ...]
    alarms: tuple[datetime, ...]
    venue: str = ""


def entries(turn: Turn) -> list[Entry]:
    """List what is to come for a person, the soonest first."""
    found: dict[str, Entry] = {}
    owns, follows = units_of(turn), followed_plans(turn)
    for own in owns:
        for one in left_of_unit(turn, own):
            if entry := _of_unit(one, turn.now, several=len(owns) > 1 or bool(follows)):
                found[entry.id] = entry
    for followed in follows:
        for entry in _of_plan(turn, followed):
            found.setdefault(entry.id, entry)
    for organisation, plan in _plans(turn, owns):
        for entry in _meetings(organisation, plan, turn.now):
            found.setdefault(entry.id, entry)
    return sorted(found.values(), key=lambda entry: (entry.day, entry.at is None, entry.at or turn.now, entry.id))


def _of_unit(found: Found, now: datetime, several: bool) -> Entry | None:
    """Return the deadline of one of the person's own assignments, None where it is past or not known."""
    owed, unit = found.owed, found.own.unit
    if owed.deadline is None or owed.deadline.ends_at <= now:
        return None
    title = f"Hạn: {owed.task.title}{f' ({unit.name})' if several else ''}"
    about = (f"Đơn vị: {unit.name}", *_about(owed.plan, owed.task, owed.deadline))
    return _entry(".".join(filter(None, owed.id)), title, owed.deadline, about, office_of(found.own.organisation))


def _of_plan(turn: Turn, followed: Followed) -> Iterator[Entry]:
    """Yield each task of a plan that the person follows, once for each deadline."""
    organisation, plan = followed.organisation, followed.plan
    office = office_of(organisation)
    for lots in _alike(expected(organisation, plan, turn.now, changes(turn.session, organisation.id, plan.id))):
        lot, count = lots[0], sum(len(one.unit_ids) for one in lots)
        if lot.deadline and lot.deadline.ends_at > turn.now and not is_closed(plan, lot.task, turn.now):
            about = (f"Số đơn vị phải thực hiện: {count}", *_about(plan, lot.task, lot.deadline))
            yield _entry(_id_of(lot), f"Hạn: {lot.task.title}", lot.deadline, about, office)


def _alike(lots: list[Lot]) -> list[list[Lot]]:
    """Put together what ends at one moment, however many decisions moved it there."""
    found: dict[object, list[Lot]] = {}
    for lot in lots:
        ends_at = lot.deadline.ends_at if lot.deadline else None
        found.setdefault((lot.task.id, lot.period, ends_at), []).append(lot)
    return list(found.values())


def _id_of(lot: Lot) -> str:
    """Name a deadline of a whole plan: by its place among those of its task; a moved one by its day too."""
    first = lot.unit_ids[0]
    place = next((place for place, due in enumerate(lot.task.dues, 1) if first in due.unit_ids), 0)
    moved = lot.deadline.last_day.isoformat() if lot.deadline and lot.deadline.moved else ""
    named = (lot.plan.organisation_id, lot.plan.id, lot.task.id, lot.period, f"han-{place}", moved)
    return ".".join(filter(None, named))


def _entry(id: str, title: str, deadline: Deadline, about: tuple[str, ...], office: Office) -> Entry:
    whole_day = deadline.ends_at == datetime.combine(deadline.last_day + timedelta(days=1), time(), VIETNAM)
    at = None if whole_day else deadline.ends_at
    return Entry(id, title, deadline.last_day, at, about, tuple(_alarms(deadline, office)))


def _alarms(deadline: Deadline, office: Office) -> Iterator[datetime]:
    """Ring at the opening of the working day before the last one, and at that of the last one."""
    last = office.days.on_or_before(deadline.last_day)
    for day in (office.days.shift(last, -1), last):
        at = datetime.combine(day, office.hours.opening, VIETNAM)
        if at < deadline.ends_at:
            yield at


def _about(plan: Plan, task: Task, deadline: Deadline) -> Iterator[str]:
    yield f"{plan_named(plan)}: {plan.title}"
    printed = deadline.printed or deadline
    if printed.phrase:
        yield f"Thời hạn trong văn bản: {printed.phrase}"
    if deadline.moved:
        why = "Đã gia hạn đến" if deadline.moved.why == "extended" else "Đã trả lại, hạn mới:"
        yield f"{why} {day_named(deadline.last_day)}"
    if task.send_to or task.via:
        yield f"Nơi nhận: {task.send_to or task.via}{f' (qua {task.via})' if task.send_to and task.via else ''}"


def _plans(turn: Turn, owns: list[Own]) -> list[tuple[Organisation, Plan]]:
    """List the plans in which the person's units owe something, and those that the person follows."""
    today = turn.now.astimezone(VIETNAM).date()
    owed = [
        (own.organisation, plan)
        for own in owns
        for plan in own.organisation.plans.values()
        if any(own.unit.id in due.unit_ids for task in plan.tasks.values() for due in task.dues)
    ]
    found = [*owed, *((one.organisation, one.plan) for one in followed_plans(turn))]
    return [(organisation, plan) for organisation, plan in found if plan.closed_on is None or plan.closed_on > today]


def _meetings(organisation: Organisation, plan: Plan, now: datetime) -> Iterator[Entry]:
    today = now.astimezone(VIETNAM).date()
    for event in plan.events:
        day = day_of(event)
        if day and day >= today:
            yield _meeting(organisation, plan, event, day)


def day_of(event: Event) -> date | None:
    """Return the day of a meeting where its phrase names one, and not just a day before which it is."""
    reading = event.reading
    return reading.event_on or (reading.named_date if reading.named_date == reading.last_day else None)


def _meeting(organisation: Organisation, plan: Plan, event: Event, day: date) -> Entry:
    hour = event.reading.event_time
    at = datetime.combine(day, time.fromisoformat(hour), VIETNAM) if hour else None
    office = office_of(organisation)
    before = datetime.combine(office.days.on_or_before(day - timedelta(days=1)), office.hours.opening, VIETNAM)
    alarms = (before, at - HOUR) if at else (before,)
    about = (f"{plan_named(plan)}: {plan.title}", f"Thời gian trong văn bản: {event.reading.phrase}")
    id = ".".join((organisation.id, plan.id, "su-kien", event.id))
    return Entry(id, event.title, day, at, about, alarms, event.venue)
