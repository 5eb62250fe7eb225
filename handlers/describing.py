"""Put the things of a plan into texts: how a plan is cited, what a task asks, how much time is left."""

from __future__ import annotations

from datetime import date, datetime

from handlers.vocabulary import Text
from schedules.deadline import VIETNAM, Deadline
from schedules.owing import Owed
from schedules.plan import Due, Organisation, Plan, Task
from storage.tables import Submission

HANDED_IN = frozenset({"report", "speech", "submit_up"})  # kinds of task that end with a document sent


def lines(*texts: Text | None) -> Text:
    """Join texts as the lines of one paragraph, leaving out what is None."""
    return Text("lines", {"lines": tuple(text for text in texts if text is not None)})


def unit_name(organisation: Organisation, unit: str) -> str:
    """Return the official name of a unit; the id of one that the plans no longer have."""
    return organisation.units[unit].name if unit in organisation.units else unit


def plain_day(day: date) -> Text:
    """Write a day as documents do, without its weekday: 06/5/2026, 06/01/2026."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return Text("plain-day", {"day": f"{day.day:02}", "month": month, "year": str(day.year)})


def plan_cited(plan: Plan) -> Text:
    """Cite a plan by number and day of issue; by its title where the document prints none."""
    if plan.number is None:
        return Text("plan-by-title", {"title": plan.title, "issuer": plan.issuer})
    if plan.issued_on is None:
        return Text("plan-by-number", {"number": plan.number, "issuer": plan.issuer})
    return Text("plan-by-day", {"number": plan.number, "day": plain_day(plan.issued_on), "issuer": plan.issuer})


def deadline_of(owed: Owed) -> Deadline | Text:
    """Return the deadline to show: the phrase with its meaning, or the phrase that still awaits an answer."""
    if owed.deadline:
        return owed.deadline
    due = due_of(owed.task, owed.unit)
    return Text("deadline-awaited", {"phrase": due.reading.phrase if due else ""})


def due_of(task: Task, unit: str) -> Due | None:
    """Return the line of a task that gives a unit its deadline, None when the unit does not owe it."""
    return next((due for due in task.dues if unit in due.unit_ids), None)


def deadline_line(owed: Owed, now: datetime) -> Text:
    """Tell the deadline and the days left, or how long it is overdue."""
    if owed.deadline is None:
        return Text("item-deadline-only", {"deadline": deadline_of(owed)})
    return Text("item-deadline", {"deadline": owed.deadline, "left": time_left(owed.deadline, now)})


def time_left(deadline: Deadline, now: datetime) -> Text:
    """Tell how far a deadline is, in calendar days."""
    days = (deadline.last_day - now.astimezone(VIETNAM).date()).days
    if now >= deadline.ends_at:
        return Text("left-overdue", {"days": -days}) if days < 0 else Text("left-over-today")
    return Text("left-days", {"days": days}) if days > 0 else Text("left-today")


def receiver_line(task: Task) -> Text | None:
    """Tell to whom the task's document goes, and through whom."""
    if task.send_to and task.via:
        return Text("item-receiver-via", {"receiver": task.send_to, "via": task.via})
    return Text("item-receiver", {"receiver": task.send_to or task.via}) if task.send_to or task.via else None


def cooperating_line(task: Task) -> Text | None:
    """Name who cooperates, as printed; they owe nothing."""
    return Text("item-cooperating", {"units": "; ".join(task.cooperating)}) if task.cooperating else None


def topic_line(task: Task, unit: str) -> Text | None:
    """Name the topic of a unit's speech paper."""
    return Text("item-topic", {"topic": task.topics[unit]}) if unit in task.topics else None


def document_cited(number: str | None, on: date | None) -> Text | None:
    """Cite a unit's document by what is known of it; None when nothing is."""
    if number and on:
        return Text("document-number-day", {"number": number, "day": plain_day(on)})
    if number:
        return Text("document-number", {"number": number})
    return Text("document-day", {"day": plain_day(on)}) if on else None


def document_of(submission: Submission) -> Text | None:
    """Cite the document of a submission."""
    return document_cited(submission.document_number, submission.document_on)


def act_of(task: Task) -> Text:
    """Say what a confirmation says of a task: a document "has been handed in", other work "is done"."""
    return Text("act-handed-in" if task.kind in HANDED_IN else "act-done")


def submit_label(task: Task) -> str:
    """Return the key of the word on the button: a document is handed in, other work is done."""
    return "button-handed-in" if task.kind in HANDED_IN else "button-done"
