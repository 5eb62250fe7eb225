"""Word a reminder: one message for one chat, most urgent first, in the tone of each step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import groupby

from handlers.describing import (
    HANDED_IN,
    cooperating_line,
    deadline_of,
    lines,
    plan_cited,
    receiver_line,
    submit_label,
    time_left,
    topic_line,
    unit_name,
)
from handlers.handing_in.receiving import received_button
from handlers.later.snooze_texts import LATER
from handlers.outlines.section_texts import section_line
from handlers.outlines.sections import led_by
from handlers.plan_changes.reasons import reason_line
from handlers.spelling import shortened
from handlers.vocabulary import Button, Reply, Text
from schedules.deadline import VIETNAM
from schedules.ladder import StepKind
from schedules.owing import Owed
from schedules.plan import Organisation

LABEL = 30
SOON = 2  # working days before the deadline from which the tone grows more urgent


@dataclass(frozen=True, slots=True)
class Reminded:
    """One assignment of a bundle: the step that brought it, and the number that its button bears."""

    owed: Owed
    kind: StepKind
    working_days: int | None
    late: bool
    number: int
    changed: bool = False  # another deadline was told before
    was: datetime | None = None  # when that one ended
    why: str = ""  # the admin's reason for the change
    cooperating: bool = False  # the unit owes nothing here, it only cooperates
    received_at: datetime | None = None  # when the unit said "đã nhận", while that holds


def bundle_reply(organisation: Organisation, items: list[Reminded], now: datetime) -> Reply:
    """Word a bundle.

    Parameters:
        items: what is still outstanding, at least one; of one chat, so perhaps of several units.
        now: when it is sent: a step that comes after its deadline is worded as overdue.
    """
    urgent = sorted(items, key=_urgency)
    units = list(dict.fromkeys(item.owed.unit for item in urgent))
    texts: list[Text] = []
    for unit in units:
        texts.append(Text("bundle-to", {"unit": unit_name(organisation, unit)}))
        texts += _of_unit([item for item in urgent if item.owed.unit == unit], now)
    texts.append(Text("bundle-closing"))
    owing = [item for item in urgent if not item.cooperating]
    rows: list[tuple[Button, ...]] = [(_button(item, organisation, len(units)),) for item in owing]
    unseen = [item.number for item in owing if item.received_at is None]
    if unseen:
        texts.insert(-1, Text("bundle-receipt"))
        rows.append((received_button(organisation, unseen, now), LATER))
    elif owing:
        rows.append((LATER,))
    return Reply(tuple(texts), tuple(rows))


def _urgency(item: Reminded) -> tuple[datetime, str]:
    """Sort by deadline; what awaits one has no step and is never here."""
    assert item.owed.deadline is not None
    return item.owed.deadline.ends_at, item.owed.id.task


def _of_unit(items: list[Reminded], now: datetime) -> Iterator[Text]:
    """Cite each plan once, then its assignments."""
    for _, alike in groupby(items, key=lambda item: item.owed.plan.id):
        of_plan = list(alike)
        yield Text("plan-basis", {"plan": plan_cited(of_plan[0].owed.plan)})
        for item in of_plan:
            yield _item(item, now)


def _item(item: Reminded, now: datetime) -> Text:
    task, unit = item.owed.task, item.owed.unit
    tone = _tone(item, now)
    return lines(
        _mark(item),
        reason_line(item.why),
        Text(f"bundle-{tone}", {"task": task.title}),
        _deadline(item, tone, now),
        receiver_line(task),
        cooperating_line(task),
        topic_line(task, unit),
        _led(item.owed),
        Text("bundle-received", {"moment": item.received_at}) if item.received_at else None,
        Text(f"bundle-{tone}-request") if tone in ("last-day", "overdue", "overdue-done") else None,
    )


def _mark(item: Reminded) -> Text | None:
    """Say what is unusual: a deadline that has changed, else a reminder that comes late."""
    if item.changed and item.was:
        return Text("bundle-changed-from", {"was": _end(item.was)})
    if item.changed:
        return Text("bundle-changed")
    return Text("bundle-late") if item.late else None


def _end(moment: datetime) -> Text:
    """Say until when a deadline ran: a day to its end, or an hour of it."""
    local = moment.astimezone(VIETNAM)
    if local.time() == time():
        return Text("deadline-was-day", {"day": local.date() - timedelta(days=1)})
    return Text("deadline-was-hour", {"moment": local})


def _tone(item: Reminded, now: datetime) -> str:
    """Choose the tone by how things stand at sending, for a message may come later than its step."""
    deadline = item.owed.deadline
    assert deadline is not None
    if item.cooperating:
        return "cooperating"
    if now >= deadline.ends_at:
        return "overdue" if item.owed.task.kind in HANDED_IN else "overdue-done"
    if now.astimezone(VIETNAM).date() == deadline.last_day:
        return "last-day"
    if item.kind is StepKind.ASSIGNED:
        return "assigned"
    return "soon" if item.working_days is not None and item.working_days <= SOON else "before"


def _deadline(item: Reminded, tone: str, now: datetime) -> Text:
    """Tell the deadline and how far it is; on the last day the tone has said so already."""
    deadline = deadline_of(item.owed)
    if tone == "last-day":
        return Text("item-deadline-only", {"deadline": deadline})
    return Text("item-deadline", {"deadline": deadline, "left": _left(item, tone, now)})


def _left(item: Reminded, tone: str, now: datetime) -> Text:
    """Count in working days where the step does and comes on its day, else in days."""
    assert item.owed.deadline is not None
    if item.late or item.changed or not item.working_days:
        return time_left(item.owed.deadline, now)
    if item.kind is StepKind.BEFORE and tone in ("before", "soon"):
        return Text("left-working-days", {"days": item.working_days})
    if item.kind is StepKind.OVERDUE:
        return Text("left-overdue-working-days", {"days": item.working_days})
    return time_left(item.owed.deadline, now)


def _led(owed: Owed) -> Text | None:
    """Name the sections that the unit leads, in its own report."""
    if owed.task.kind != "report" or owed.plan.outline is None:
        return None
    led = led_by(owed.plan.outline, owed.unit)
    return Text("bundle-led", {"sections": tuple(section_line(one.section) for one in led)}) if led else None


def _button(item: Reminded, organisation: Organisation, units: int) -> Button:
    """Name the task on its button, and the unit too where the message speaks of several."""
    task = item.owed.task
    values: dict[str, object] = {"task": shortened(task.title, LABEL)}
    if units == 1:
        return Button(Text(submit_label(task), values), f"nop:{item.number}")
    values["unit"] = unit_name(organisation, item.owed.unit)
    return Button(Text(f"{submit_label(task)}-of-unit", values), f"nop:{item.number}")
