"""What the files say of a deadline that the loaded plan does not: at which group it stands, and who inherits it."""

from __future__ import annotations

from collections.abc import Mapping

from schedules.editing.finding import found, organisation_of, plan_of
from schedules.editing.written import Files


def owing_items(texts: Mapping[str, str], organisation: str, plan: str, task: str) -> tuple[str, ...]:
    """Return the groups and units that a task names, in its order.

    Raises:
        EditRefused: the file has no such task.
    """
    files = Files(texts)
    of_plan = plan_of(files, organisation_of(files, organisation), plan)
    units = files.items(files.under(found(files, files.under(of_plan, "tasks"), "task", task), "units"))
    return tuple(item.value.text or files.text(item.value, "of") for item in units)


def inheriting(texts: Mapping[str, str], organisation: str, plan: str) -> tuple[str, ...]:
    """Return the tasks whose deadline is the plan's own; none where the plan has none.

    Raises:
        EditRefused: the file has no such plan.
    """
    files = Files(texts)
    of_plan = plan_of(files, organisation_of(files, organisation), plan)
    if not files.pair(of_plan, "deadline"):
        return ()
    tasks = (item.value for item in files.items(files.under(of_plan, "tasks")))
    return tuple(files.text(task, "id") for task in tasks if not files.pair(task, "deadline"))
