"""How a unit's coming into a group, or going out of it, is told: with the work that it brings or takes."""

from __future__ import annotations

from collections.abc import Iterator

from handlers.describing import lines
from handlers.plan_edits.deadline_words import deadline_words
from handlers.plan_edits.drafts import Draft
from handlers.vocabulary import Text
from schedules.editing import Changed
from schedules.plan import Organisation

MOST = 8  # tasks named; the rest are counted


def member_difference(made: Changed, draft: Draft) -> Text:
    """Tell who comes or goes, and what the unit owes by it, or no more."""
    was, now = made.before.organisations[draft.organisation], made.after.organisations[draft.organisation]
    group, unit = was.groups[draft.group], was.units[draft.unit]
    adds = draft.what == "add"
    values = {"unit": unit.name, "group": group.name}
    of, than = (now, was) if adds else (was, now)
    told = list(_owes(of, than, draft.unit))
    return lines(
        Text("edit-show-add" if adds else "edit-show-remove", values),
        Text("edit-member-count", {"before": len(group.unit_ids), "after": len(now.groups[group.id].unit_ids)}),
        _heading(adds, len(told)),
        *told[:MOST],
        Text("edit-more-tasks", {"count": len(told) - MOST}) if len(told) > MOST else None,
        Text("edit-printed-roster", values) if group.printed else None,
        Text("edit-unit-vanishes", values) if draft.unit not in now.units else None,
    )


def _heading(adds: bool, count: int) -> Text:
    if not count:
        return Text("edit-owes-the-same")
    return Text("edit-owes-more" if adds else "edit-owes-less")


def _owes(organisation: Organisation, than: Organisation, unit: str) -> Iterator[Text]:
    """Yield the tasks that a unit owes in one version of the organisation and not in the other."""
    for plan in organisation.plans.values():
        for task in plan.tasks.values():
            due = next((due for due in task.dues if unit in due.unit_ids), None)
            other = than.plans[plan.id].tasks[task.id].dues
            if due and not any(unit in one.unit_ids for one in other):
                yield Text("edit-owed-task", {"task": task.title, "deadline": deadline_words(organisation, plan, due)})
