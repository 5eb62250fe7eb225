"""Write a plan as its file states it: tasks, meetings, outline, forms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from schedules.plan import Event, Form, Group, LadderRule, Organisation, Outline, Plan, Section, Task
from schedules.writing.deadlines import Issued, issued, stated, when
from schedules.writing.layout import Row, Value
from schedules.writing.naming import named, owing

Keys = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Around:
    """What a plan's parts are written with. ``ladder`` is what the organisation states for all."""

    groups: Mapping[str, Group]
    ladder: LadderRule
    way: Issued


def plan_keys(organisation: Organisation, plan: Plan, ladder: LadderRule) -> Keys:
    """Return a plan as plain values."""
    around = Around(organisation.groups, ladder, issued(plan))
    blank = [name for name in ("number", "issued_on") if getattr(plan, name) is None]
    own_office = plan.standing_office_id != organisation.standing_office_id
    return _stated(
        id=plan.id,
        title=plan.title,
        issuer=plan.issuer,
        number=plan.number,
        issued_on=plan.issued_on,
        not_printed=blank,
        remind_from=plan.remind_from if plan.remind_from != plan.issued_on else None,
        standing_office=plan.standing_office_id if own_office else None,
        closes=plan.closes and f"{plan.closes:%H:%M}",
        before="inclusive" if around.way.inclusive else None,
        closed_on=plan.closed_on,
        tasks=[_task(task, around) for task in plan.tasks.values()],
        events=[_event(event, around.way) for event in plan.events],
        outline=plan.outline and _outline(plan.outline, around),
        forms=[form_keys(form) for form in plan.forms.values()],
    )


def _stated(**keys: Any) -> Keys:
    """Leave out what is not there; days are written year-month-day."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in keys.items()
        if value is not None and value != "" and value != [] and value != {}
    }


def _task(task: Task, around: Around) -> Keys:
    units, left_out = _owing(task, around)
    deadlines = stated(around.way, task.dues)
    return {
        **_stated(id=task.id, title=task.title, kind=task.kind),
        "units": units,
        **_stated(**{"except": left_out}),
        **_stated(
            send_to=task.send_to,
            via=task.via,
            cooperating=list(task.cooperating),
            cooperating_units=named(task.cooperating_unit_ids, around.groups),
            remind_cooperating=task.remind_cooperating or None,
            deadline=deadlines[0] if len(deadlines) == 1 else None,
            places=list(task.places),
            topics=dict(task.topics),
            figures_to=task.figures_to,
            ladder=ladder_keys(task.ladder) if task.ladder != around.ladder else None,
            was=task.was,
            closed_on=task.closed_on,
            note=task.note,
        ),
    }


def _owing(task: Task, around: Around) -> tuple[list[Value], list[str]]:
    """Return ``units`` and ``except``; where deadlines differ, each unit or group with its own."""
    if len(task.dues) == 1:
        return owing(task.dues[0].unit_ids, around.groups)
    deadlines = stated(around.way, task.dues)
    return [
        {"of": name, "deadline": deadline}
        for due, deadline in zip(task.dues, deadlines, strict=True)
        for name in named(due.unit_ids, around.groups)
    ], []


def ladder_keys(rule: LadderRule) -> Value:
    """Return a ladder, every key stated."""
    return Row(
        assigned=rule.assigned,
        before=list(rule.before),
        last_day=[f"{hour:%H:%M}" for hour in rule.last_day],
        overdue_days=rule.overdue_days,
        overdue_weeks=rule.overdue_weeks,
    )


def _event(event: Event, way: Issued) -> Keys:
    found = _stated(id=event.id, title=event.title, when=when(way, event))
    return found | _stated(venue=event.venue, places=list(event.places))


def _outline(outline: Outline, around: Around) -> Keys:
    sections = [section_keys(one, lead=lambda ids: named(ids, around.groups)) for one in outline.sections]
    return outline_keys(outline, sections)


def outline_keys(outline: Outline, sections: list[Keys]) -> Keys:
    """Return an outline with its sections as they were written."""
    head = _stated(title=outline.title) | {"attached": outline.attached}
    return head | _stated(note=outline.note, sections=sections)


def section_keys(section: Section, lead: Any) -> Keys:
    """Return a section with those in it; ``lead`` names the units that lead one."""
    return _stated(
        number=section.number,
        title=section.title,
        text=section.text,
        lead=lead(section.lead_unit_ids),
        forms=list(section.form_ids),
        sections=[section_keys(one, lead) for one in section.sections],
    )


def form_keys(form: Form) -> Keys:
    """Return a form; one without a title is only cited."""
    head: Keys = {"id": form.id, "title": form.title or None, "attached": form.attached}
    return head | _stated(note=form.note, rows=[list(row) for row in form.rows])
