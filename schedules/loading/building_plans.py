"""Build a plan: its tasks, events and forms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from schedules.loading.building import Ground, Surroundings, duplicates, known, ladder_rule
from schedules.loading.building_deadlines import Asked, event
from schedules.loading.building_dues import dues
from schedules.loading.building_outlines import outline
from schedules.loading.nearest import Names
from schedules.loading.plan_format import PlanShape, TaskShape
from schedules.plan import Form, Plan, Task

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
        known(ground.under("standing_office"), office, around.unit_names, "unit", whole=around.whole)
    duplicates(ground.under("tasks"), [one.id for one in shape.tasks])
    around = replace(around, ladder=ladder_rule(around.ladder, shape.ladder))
    on, dated = shape.issued_on or remind_from, _dated(ground, shape)
    _renamed(ground, shape)
    tasks = [
        _task(ground.under("tasks", number), Asked(one, shape, on, around, dated))
        for number, one in enumerate(shape.tasks)
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
        events=tuple(event(ground.under("events", at), one, on, dated=dated) for at, one in enumerate(shape.events)),
        outline=outline(ground.under("outline"), shape.outline, around, shape) if shape.outline else None,
        forms={one.id: Form(one.id, one.title, one.attached, _rows(one.rows), one.note) for one in shape.forms},
        standing_office_id=office,
        closes=shape.closes,
        closed_on=shape.closed_on,
    )


def _remind_from(ground: Ground, shape: PlanShape) -> date:
    begins = shape.remind_from or shape.issued_on
    if begins is None and not (ground.gap() or ground.harmed("remind_from") or ground.harmed("issued_on")):
        ground.under("remind_from", "key").problem("missing-remind-from")
    return begins or ANY_DAY


def _dated(ground: Ground, shape: PlanShape) -> bool:
    """Say whether the day from which the plan's phrases are read is known."""
    lost = ground.gap() or ground.harmed("issued_on")
    return shape.issued_on is not None or (shape.remind_from is not None and not lost)


def _not_printed(ground: Ground, shape: PlanShape) -> None:
    """Hold what is missing to what is marked as not printed: a blank must be said, not forgotten."""
    for number, name in enumerate(shape.not_printed):
        if getattr(shape, name) is None:
            if not ground.harmed(name):
                ground.under("not_printed", number).warning("not-printed", name=name)
        else:
            ground.under("not_printed", number).problem("printed-after-all", name=name)
    for missing in ("number", "issued_on"):
        told = ground.gap() or ground.harmed(missing) or ground.harmed("not_printed")
        if getattr(shape, missing) is None and missing not in shape.not_printed and not told:
            ground.under(missing, "key").problem("blank-not-marked", name=missing)


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
    if not owing:
        _nobody_owes(ground, shape, around)
    _topics(ground, shape, owing, around)
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


def _nobody_owes(ground: Ground, shape: TaskShape, around: Surroundings) -> None:
    """Warn of a task that nobody owes, unless that follows from something told already."""
    told = ground.gap() or ground.harmed("units") or ground.harmed("except") or not around.whole
    told = told or any(one.of not in around.names or not around.members([one.of]) for one in shape.units)
    if not told and not set(around.members(one.of for one in shape.units)) - set(around.members(shape.except_)):
        ground.under("units", "key").warning("nobody-owes", task=shape.id)


def _topics(ground: Ground, shape: TaskShape, owing: set[str], around: Surroundings) -> None:
    """Hold the topics of speeches to the units that owe one."""
    if owing.issuperset(shape.topics):
        return
    groups = Ground(ground.tree, ground.path[:2]).harmed("groups")
    lost = groups or ground.gap() or any(ground.harmed(key) for key in ("units", "except", "deadline"))
    lost = lost or not owing or any(one.of not in around.names for one in shape.units)  # told at its own line
    names = Names(owing, [(label, unit.id) for unit in around.of(owing) for label in (unit.name, *unit.aliases)])
    for unit in shape.topics:
        known(ground.under("topics", unit, "key"), unit, names, "topic-unit", whole=around.whole and not lost)


def _receiver_owes(ground: Ground, shape: TaskShape, owing: set[str], around: Surroundings) -> None:
    """Warn where a group includes the very office that receives the work (it owes too, unless excepted)."""
    receivers = {name.casefold() for name in (shape.send_to, shape.via) if name}
    if not receivers:
        return
    by_group = around.members(one.of for one in shape.units if one.of in around.groups)
    for unit in (around.units[id] for id in by_group if id in owing and id in around.units):
        if receivers & {name.casefold() for name in (unit.name, *unit.aliases)}:
            ground.under("units").warning("receiver-owes", unit=unit.name)


def _rows(rows: list[list[str | None]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(cell or "" for cell in row) for row in rows)
