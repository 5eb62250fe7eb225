"""The reports of which a person may speak: what the own units owe, and what is followed."""

from __future__ import annotations

from handlers.belonging import followed_plans, units_of
from handlers.describing import due_of
from handlers.vocabulary import Turn


def reports_of(turn: Turn) -> list[str]:
    """Return the titles of the tasks of the person's units, and of the plans that the person follows."""
    own = [
        task.title
        for one in units_of(turn)
        for plan in one.organisation.plans.values()
        for task in plan.tasks.values()
        if due_of(task, one.unit.id)
    ]
    followed = [task.title for one in followed_plans(turn) for task in one.plan.tasks.values()]
    return list(dict.fromkeys([*own, *followed]))
