"""How an entry of the journal is worded: when, who, what; the reason and the days that were stated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from handlers.describing import lines, plain_day, unit_name
from handlers.figures.quota import channel_name
from handlers.spelling import shortened
from handlers.vocabulary import Text
from schedules.plan import AssignmentId, Organisation
from storage.forgetting import FORGOTTEN
from storage.journal import Actor
from storage.tables import JournalEntry, RoleKind

# Every act that the code writes; a test finds those that are missing here or have no text "act-…".
ACTS = frozenset(
    {
        "acceptance_undone",
        "accepted",
        "chased",
        "chat-added",
        "chat-dropped",
        "codes-voided",
        "document_added",
        "evidence_added",
        "extension_asked",
        "extension_granted",
        "extension_refused",
        "extension_undone",
        "extension_withdrawn",
        "first-load",
        "group-left",
        "group-linked",
        "group-unlinked",
        "forgotten",
        "handed_in_stated",
        "handover-begun",
        "handover-cancelled",
        "held",
        "invited",
        "joined",
        "leave-ended",
        "leave-taken",
        "plan-edited",
        "plan-edit-refused",
        "plan-approved",
        "plan-changed",
        "plan-declined",
        "received",
        "recorded_for_unit",
        "recording_undone",
        "replacement-begun",
        "restored",
        "resumed",
        "return_undone",
        "returned",
        "snooze_cancelled",
        "snoozed",
        "submitted",
        "summary-chosen",
        "took-over",
        "unlinked",
        "withdrawn",
    }
)
DAYS = ("asked_day", "last_day", "first_on", "last_on", "handed_in_on", "document_on")
NOT_MADE = ("file-changed", "cannot-write", "problems", "overtaken")
LONGEST = 120  # characters of a reason


@dataclass(frozen=True, slots=True)
class Record:
    """An entry with what its numbers stand for; ``people`` are all that the page speaks of."""

    entry: JournalEntry
    organisation: Organisation
    assignment: AssignmentId | None
    people: Mapping[int, Actor]


def entry_text(record: Record, *, named: bool) -> Text:
    """Word one entry.

    Parameters:
        named: whether its unit is named: not on a page that is about one unit.
    """
    entry = record.entry
    line = Text("journal-line", {"moment": entry.at, "who": _who(record, entry.person_id), "what": _what(record)})
    unit = Text("journal-unit", {"unit": unit_name(record.organisation, entry.unit)}) if named and entry.unit else None
    detail = entry.detail
    what = (_task(record), _edited(detail), _refused(detail), _document(detail), _days(detail), _reason(detail))
    return lines(line, unit, *what)


def _what(record: Record) -> Text:
    entry = record.entry
    if entry.act not in ACTS:
        return Text("act-other", {"act": entry.act})
    detail = entry.detail
    kind = detail.get("kind")
    values: dict[str, object] = {
        "role": Text(f"role-{kind}") if kind in set(RoleKind) else "",
        "channel": channel_name(str(detail.get("channel", ""))),
        "other": _who(record, detail.get("other")),
        "count": int(detail.get("count") or 0),
    }
    return Text(f"act-{entry.act.replace('_', '-')}", values)


def _who(record: Record, person_id: object) -> object:
    """Name a person; one who asked to be forgotten is somebody of the unit."""
    actor = record.people.get(person_id) if isinstance(person_id, int) else None
    if actor is None:
        return Text("journal-system")
    if actor.name != FORGOTTEN:
        return actor.name
    unit = record.entry.unit if record.entry.unit in actor.units else next(iter(actor.units), "")
    name = unit_name(record.organisation, unit) if unit else record.organisation.name
    return Text("journal-somebody", {"unit": name})


def _task(record: Record) -> Text | None:
    id = record.assignment
    if id is None:
        return None
    plan = record.organisation.plans.get(id.plan)
    task = plan.tasks.get(id.task) if plan else None
    return Text("journal-task", {"task": task.title if task else id.task})


def _edited(detail: Mapping[str, object]) -> Text | None:
    """Tell what was changed in a plan by chat."""
    match detail.get("edited"):
        case "deadline":
            values = {name: shortened(str(detail.get(name, "")), LONGEST) for name in ("task", "was", "now")}
            return Text("journal-edited-deadline", values)
        case "add" | "remove" as way:
            return Text(f"journal-edited-{way}", {"group": str(detail.get("group", ""))})
    return None


def _refused(detail: Mapping[str, object]) -> Text | None:
    """Tell why a change of the plans that somebody had said yes to was not made."""
    why = detail.get("refused")
    return Text(f"journal-refused-{why}") if why in NOT_MADE else None


def _document(detail: Mapping[str, object]) -> Text | None:
    number = detail.get("document_number")
    return Text("journal-document", {"number": str(number)}) if number else None


def _days(detail: Mapping[str, object]) -> Text | None:
    """Tell the days that were stated, each with what it is."""
    told = []
    for name in DAYS:
        if day := _as_day(detail.get(name)):
            told.append(Text(f"journal-day-{name.replace('_', '-')}", {"day": plain_day(day)}))
    return Text("lines", {"lines": tuple(told)}) if told else None


def _as_day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None


def _reason(detail: Mapping[str, object]) -> Text | None:
    reason = detail.get("reason")
    return Text("journal-reason", {"reason": shortened(str(reason), LONGEST)}) if reason else None
