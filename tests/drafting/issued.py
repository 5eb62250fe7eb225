"""The five issued documents, and what the shipped plans say that they owe."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from bot.drafts.json_form import boundary, last_day
from schedules.loading.loader import load
from schedules.plan import Due, Organisation, Plan, Task
from tests.commanding import SHIPPED
from tests.drafting.scoring import DATA, Score, read_document, score

NAMES = ("gia-lai", "binh-thanh", "lao-cai", "an-giang", "lai-chau")
# What a document prints for a group or unit of its shipped plan, where it is not its name there.
PRINTED: dict[str, dict[str, str]] = {
    "gia-lai": {
        "Các sở, ban, ngành tỉnh": "Các sở, ngành, địa phương",
        "UBND các xã, phường": "Các sở, ngành, địa phương",
    },
    "an-giang": {
        "Đảng ủy Cơ quan Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh": "Đảng ủy Cơ quan Ủy ban Mặt trận quốc Việt Nam tỉnh",
    },
}


@cache
def shipped(name: str) -> Organisation:
    """Return one organisation of the shipped plans."""
    plans = load(SHIPPED).plans
    assert plans is not None
    return plans.organisations[name]


def gold(name: str) -> dict[str, Any]:
    """Return what is to be drafted of a document, by its shipped plan."""
    organisation = shipped(name)
    (plan,) = organisation.plans.values()
    day = plan.issued_on.isoformat() if plan.issued_on else None
    owed = [_owed(organisation, task, due) for task in plan.tasks.values() for due in task.dues]
    head = {"number": plan.number, "date": day, "issuer": plan.issuer, "title": plan.title}
    return {"document": head, "obligations": owed, "not_deadlines": _events(plan)}


def _owed(organisation: Organisation, task: Task, due: Due) -> dict[str, Any]:
    day, counts = last_day(due.reading), boundary(due.reading)
    return {
        "phrase": due.reading.phrase,
        "type": due.reading.type.value,
        "last_day": day.isoformat() if day else None,
        "boundary": counts.value if counts else None,
        "rrule_last_day": due.reading.rrule_last_day,
        "units": _units(organisation, task, due),
        "send_to": task.send_to or None,
        "via": task.via or None,
        "kind": task.kind,
    }


def _events(plan: Plan) -> list[str]:
    """Return the days of meetings that no task has for its deadline."""
    owed = {last_day(due.reading) for task in plan.tasks.values() for due in task.dues}
    return [day.isoformat() for one in plan.events if (day := one.reading.event_on) and day not in owed]


def _units(organisation: Organisation, task: Task, due: Due) -> list[str]:
    """Return who owes, as the document prints it: a whole group by its name, but speakers one by one."""
    left, names = set(due.unit_ids), []
    for group in organisation.groups.values():
        if not task.topics and left.issuperset(group.unit_ids):
            names.append(group.name)
            left -= set(group.unit_ids)
    names += [organisation.units[id].name for id in due.unit_ids if id in left]
    printed = PRINTED.get(organisation.id, {}) if not task.topics else {}
    return list(dict.fromkeys(printed.get(name, name) for name in names))


def issued() -> Iterator[Score]:
    """Score the five."""
    for name in NAMES:
        yield score(f"{name}.txt", read_document(document(name)), gold(name))


def document(name: str) -> Path:
    """Return the file of one of the five."""
    return DATA / "issued" / f"{name}.txt"
