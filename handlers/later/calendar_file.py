"""Answer /lich: the deadlines and meetings to come as a file for the phone's own calendar."""

from __future__ import annotations

from handlers.describing import lines
from handlers.later.calendar_entries import Entry, entries
from handlers.vocabulary import Attachment, Reply, Text, Turn

ICS = "text/calendar"
NAME = "Nhac-viec.ics"
LISTED = 20  # entries named where no file can be given


def lich(turn: Turn) -> Reply:
    """Give the calendar file of the person's units and of the plans that they follow."""
    found = entries(turn)
    if not found:
        return Reply((Text("calendar-nothing"),))
    if not turn.shows.gives_files:
        return Reply((_listed(found),))
    from handlers.later.calendar_page import calendar_file  # a heavy library, needed by few

    file = Attachment(NAME, calendar_file(found, turn.now), ICS, (_listed(found),))
    return Reply((Text("calendar-file", {"count": len(found)}),), attachments=(file,))


def _listed(found: list[Entry]) -> Text:
    """Name the entries instead."""
    told = [_line(entry) for entry in found[:LISTED]]
    more = Text("calendar-more", {"count": len(found) - LISTED}) if len(found) > LISTED else None
    return lines(Text("calendar-not-here"), *told, more)


def _line(entry: Entry) -> Text:
    return Text("calendar-line", {"when": entry.at or entry.day, "what": entry.title})
