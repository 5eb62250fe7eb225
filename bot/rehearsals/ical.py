"""A rehearsal as a calendar file: an entry for each reminder of a unit, or for each wave, and one for each deadline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.rehearsals.calls import Call, Ending, Wanted
from bot.rehearsals.moves import step_text
from bot.wording import Wording
from handlers.vocabulary import Text
from schedules.deadline import VIETNAM
from schedules.duties import Duty

if TYPE_CHECKING:
    from icalendar import Event

AT = "dien-tap.nhac-viec"  # apart from the entries that people get in the chat
LENGTH = timedelta(minutes=15)  # an entry without a length is hard to see in a week


def calendar(
    calls: Sequence[Call], endings: Sequence[Ending], wanted: Wanted, title: Text, words: Wording, now: datetime
) -> bytes:
    """Return the calendar. Read again after the plan has changed, it changes its entries instead of adding to them.

    Parameters:
        now: real time: when the file is made.
    """
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", "-//Nhắc Việc//Diễn tập//VI")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", words.text(title))
    made.add("x-wr-timezone", str(VIETNAM))
    for call in calls:
        made.add_component(_reminder(call, wanted, words, now))
    for ending in endings:
        made.add_component(_deadline(ending, wanted, words, now))
    made.add_missing_timezones(wanted.first, wanted.last + timedelta(days=1))
    return bytes(made.to_ical())


def _reminder(call: Call, wanted: Wanted, words: Wording, now: datetime) -> Event:
    duty = call.duty
    event = _entry((*_named(duty, wanted), call.step.id), now)
    values = {"step": step_text(call.step), "task": duty.task.title, "count": sum(1 for _ in call.hearers)}
    event.add("summary", words.text(Text("rehearse-entry-unit" if wanted.unit else "rehearse-entry", values)))
    event.add("description", _about(duty, words))
    event.add("dtstart", call.at.astimezone(VIETNAM))
    event.add("dtend", call.at.astimezone(VIETNAM) + LENGTH)
    return event


def _deadline(ending: Ending, wanted: Wanted, words: Wording, now: datetime) -> Event:
    """Write a deadline as the whole of its last day."""
    duty, count = ending.duty, len(ending.owing)
    event = _entry((*_named(duty, wanted), "han"), now)
    key = "rehearse-entry-deadline-unit" if wanted.unit else "rehearse-entry-deadline"
    event.add("summary", words.text(Text(key, {"task": duty.task.title, "count": count})))
    event.add("description", _about(duty, words))
    event.add("dtstart", duty.deadline.last_day)
    event.add("dtend", duty.deadline.last_day + timedelta(days=1))
    return event


def _entry(name: tuple[str, ...], now: datetime) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{'.'.join(filter(None, name))}@{AT}")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("sequence", int(now.timestamp()) // 60)  # the newer file holds
    event.add("transp", "TRANSPARENT")
    return event


def _named(duty: Duty, wanted: Wanted) -> tuple[str, ...]:
    """Name a duty by its place among the deadlines of its task: the name stays when the deadline moves."""
    dues = enumerate(duty.task.dues, 1)
    place = next((number for number, due in dues if due.unit_ids == duty.unit_ids), 0)
    return duty.organisation.id, duty.plan.id, duty.task.id, duty.period, str(place), wanted.unit


def _about(duty: Duty, words: Wording) -> str:
    deadline = words.text(Text("one-deadline", {"deadline": duty.deadline}))
    return "\n".join((duty.organisation.name, duty.plan.title, duty.task.title, deadline))
