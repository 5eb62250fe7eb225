"""Build a plan: its tasks, events, outline and forms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from schedules.building import Ground, Surroundings, duplicates, known, ladder_rule
from schedules.building_deadlines import Asked, event
from schedules.building_dues import dues
from schedules.plan import Form, Outline, Plan, Section, Task
from schedules.plan_format import OutlineShape, PlanShape, SectionShape, TaskShape

# Stands in where no day is stated, so that the file's other mistakes are found too; such a file is refused.
ANY_DAY = date(2026, 1, 1)


def plan(ground: Ground, shape: PlanShape, around: Surroundings) -> Plan:
    """Build one plan."""
    remind_from = _remind_from(ground, shape)
    _not_printed(ground, shape)
    if shape.secrecy:
        ground.under("secrecy").problem("secret", marking=shape.secrecy)
    office = shape.standing_office or around.organisation.standing_office
    if shape.standing_office:
        known(ground.under("standing_office"), office, around.units, "unit")
    duplicates(ground.under("tasks"), [one.id for one in shape.tasks])
    around = replace(around, ladder=ladder_rule(around.ladder, shape.ladder))
    on = shape.issued_on or remind_from
    _renamed(ground, shape)
    tasks = [
        _task(ground.under("tasks", number), Asked(one, shape, on, around)) for number, one in enumerate(shape.tasks)
    ]
    duplicates(ground.under("events"), [one.id for one in shape.events])
    duplicates(ground.under("forms"), [one.id for one in shape.forms])
    return Plan(
        id=shape.id,
        organisation_id=around.organisation.id,
        title=shape.title,
        issuer=shape.issuer,
        number=shape.number,
        issued_on=shape.issued_on,
        remind_from=remind_from,
        tasks={one.id: one for one in tasks},
        events=tuple(event(ground.under("events", number), one, on) for number, one in enumerate(shape.events)),
        outline=_outline(ground.under("outline"), shape.outline, around, shape) if shape.outline else None,
        forms={one.id: Form(one.id, one.title, one.attached, _rows(one.rows), one.note) for one in shape.forms},
        standing_office_id=office,
        closes=shape.closes,
        closed_on=shape.closed_on,
    )


def _remind_from(ground: Ground, shape: PlanShape) -> date:
    begins = shape.remind_from or shape.issued_on
    if begins is None:
        ground.problem("missing-remind-from")
    return begins or ANY_DAY


def _not_printed(ground: Ground, shape: PlanShape) -> None:
    """Hold what is missing to what is marked as not printed: a blank must be said, not forgotten."""
    for number, name in enumerate(shape.not_printed):
        if getattr(shape, name) is None:
            ground.under("not_printed", number).warning("not-printed", name=name)
        else:
            ground.under("not_printed", number).problem("printed-after-all", name=name)
    for missing in ("number", "issued_on"):
        if getattr(shape, missing) is None and missing not in shape.not_printed:
            ground.problem("blank-not-marked", name=missing)


def _renamed(ground: Ground, shape: PlanShape) -> None:
    """Hold each ``was`` to an id that no task has any more, and that no other task claims: history has one heir."""
    taken = {task.id for task in shape.tasks}
    for number, task in enumerate(shape.tasks):
        if task.was in taken:
            ground.under("tasks", number, "was").problem("was-in-use", id=task.was)
        taken |= {task.was} if task.was else set()


def _task(ground: Ground, asked: Asked) -> Task:
    shape, around = asked.task, asked.around
    around.check(ground.under("except"), shape.except_)
    around.check(ground.under("cooperating_units"), shape.cooperating_units)
    found = dues(ground, asked)
    owing = {unit for due in found for unit in due.unit_ids}
    if not set(around.members(one.of for one in shape.units)) - set(around.members(shape.except_)):
        ground.warning("nobody-owes", task=shape.id)
    for unit in shape.topics:
        known(ground.under("topics", unit, "key"), unit, owing, "topic-unit")
    _receiver_owes(ground, shape, owing, around)
    return Task(
        id=shape.id,
        title=shape.title,
        kind=shape.kind,
        dues=found,
        send_to=shape.send_to,
        via=shape.via,
        cooperating=tuple(shape.cooperating),
        cooperating_unit_ids=around.members(shape.cooperating_units),
        remind_cooperating=shape.remind_cooperating,
        places=tuple(shape.places),
        topics=shape.topics,
        ladder=ladder_rule(around.ladder, shape.ladder),
        note=shape.note,
        figures_to=shape.figures_to,
        was=shape.was,
        closed_on=shape.closed_on,
    )


def _receiver_owes(ground: Ground, shape: TaskShape, owing: set[str], around: Surroundings) -> None:
    """Warn where a group includes the very office that receives the work (it owes too, unless excepted)."""
    receivers = {name.casefold() for name in (shape.send_to, shape.via) if name}
    by_group = around.members(one.of for one in shape.units if one.of in around.groups)
    for unit in (around.units[id] for id in by_group if id in owing and id in around.units):
        if receivers & {name.casefold() for name in (unit.name, *unit.aliases)}:
            ground.under("units").warning("receiver-owes", unit=unit.name)


def _outline(ground: Ground, shape: OutlineShape, around: Surroundings, of: PlanShape) -> Outline:
    forms = {form.id for form in of.forms}
    sections = _sections(ground, shape.sections, "", around, forms)
    return Outline(shape.title, sections, shape.note, shape.attached)


def _sections(
    ground: Ground, shapes: list[SectionShape], above: str, around: Surroundings, forms: set[str]
) -> tuple[Section, ...]:
    return tuple(
        _section(ground.under("sections", number), shape, above, around, forms) for number, shape in enumerate(shapes)
    )


def _section(ground: Ground, shape: SectionShape, above: str, around: Surroundings, forms: set[str]) -> Section:
    path = _path(above, shape.number)
    around.check(ground.under("lead"), shape.lead)
    for number, form in enumerate(shape.forms):
        known(ground.under("forms", number), form, forms, "form")
    return Section(
        number=shape.number,
        path=path,
        title=shape.title,
        text=shape.text.strip(),
        lead_unit_ids=around.members(shape.lead),
        form_ids=tuple(shape.forms),
        sections=_sections(ground, shape.sections, path, around, forms),
    )


def _path(above: str, number: str) -> str:
    """Join a section's number to the path above it; "1.1" under "II.1" repeats its parent's number: "II.1.1"."""
    parts = above.split(".") if above else []
    for repeated in range(len(parts), 0, -1):
        if number.startswith(".".join(parts[-repeated:]) + "."):
            parts = parts[:-repeated]
            break
    return ".".join([*parts, number] if number else parts)


def _rows(rows: list[list[str | None]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(cell or "" for cell in row) for row in rows)
