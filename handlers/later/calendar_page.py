"""Write entries as an iCalendar file, which every calendar reads (RFC 5545)."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from icalendar import Alarm, Calendar
from icalendar import Event as CalendarEvent

from handlers.later.calendar_entries import Entry
from schedules.deadline import VIETNAM

AT = "nhac-viec"
NAME = "Nhắc Việc"


def calendar_file(entries: list[Entry], now: datetime) -> bytes:
    """Return the entries as .ics. Read again later, it changes the entries of before instead of adding to them."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{NAME}//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", NAME)
    calendar.add("x-wr-timezone", str(VIETNAM))
    for entry in entries:
        calendar.add_component(_event(entry, now))
    return bytes(calendar.to_ical())


def _event(entry: Entry, now: datetime) -> CalendarEvent:
    event = CalendarEvent()
    event.add("uid", f"{entry.id}@{AT}")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("sequence", int(now.timestamp()) // 60)  # the newer file holds
    event.add("summary", entry.title)
    event.add("description", "\n".join(entry.about))
    if entry.venue:
        event.add("location", entry.venue)
    if entry.at is None:
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(days=1))
    else:
        event.add("dtstart", entry.at.astimezone(UTC))
    event.add("transp", "TRANSPARENT")
    for at in entry.alarms:
        event.add_component(_alarm(entry, at))
    return event


def _alarm(entry: Entry, at: datetime) -> Alarm:
    """Ring so long before the beginning: a moment of its own is not read by every calendar."""
    begins = entry.at or datetime.combine(entry.day, time(), VIETNAM)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", at - begins)
    return alarm
