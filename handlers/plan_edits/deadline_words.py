"""How a deadline that may change is told: who has which now, who would have which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from handlers.describing import lines
from handlers.plan_edits.drafts import ALL, Draft
from handlers.vocabulary import Text
from schedules.deadline import Deadline, ReadingType
from schedules.duties import office_of
from schedules.editing import Changed
from schedules.periods import ends
from schedules.plan import Due, Organisation, Plan, Task

MOST = 5  # different deadlines told


def at_present(organisation: Organisation, plan: Plan, task: Task, of: str = "") -> list[Text]:
    """Tell the deadlines that a task has now, with how many units have each."""
    named = _units(organisation, of)
    counted = [(due, len(due.unit_ids if named is None else named & set(due.unit_ids))) for due in task.dues]
    told = [(deadline_words(organisation, plan, due), count) for due, count in counted if count]
    return [Text("edit-present", {"deadline": one, "count": count}) for one, count in told[:MOST]]


def deadline_difference(made: Changed, draft: Draft, now: datetime) -> Text:
    """Tell what a new deadline changes: for whom, from which, to which."""
    was, is_now = made.before.organisations[draft.organisation], made.after.organisations[draft.organisation]
    plan, after = was.plans[draft.plan], is_now.plans[draft.plan]
    moved = list(_moved(plan, after))
    olds = _each(deadline_words(was, plan, old) for _, old, _, _ in moved)
    news = _each(deadline_words(is_now, after, new) for _, _, new, _ in moved)
    units = {unit for _, _, _, unit in moved}
    return lines(
        Text("edit-whom", {"whom": _whom(was, plan, draft), "count": len(units)}),
        *(Text("edit-from", {"deadline": old}) for old in olds[:MOST]),
        *(Text("edit-to", {"deadline": new}) for new in news[:MOST]),
        *_notes(is_now, after, [new for _, _, new, _ in moved], now),
        *_tasks(plan, draft, [task for task, _, _, _ in moved]),
        *_kept(plan, draft, units),
    )


def deadline_words(organisation: Organisation, plan: Plan, due: Due) -> Deadline | Text:
    """Return the deadline to show: the phrase with its last day, or the phrase alone where it names none."""
    found = ends(due.reading, due, plan.closes, office_of(organisation).days)
    if found is not None:
        return found
    recurs = due.reading.type in (ReadingType.RECURRING, ReadingType.RANGES) and not due.reading.needs_confirmation
    values = {"phrase": due.reading.phrase}
    return Text("edit-recurring", values) if recurs else Text("deadline-awaited", values)


def _moved(was: Plan, now: Plan) -> Iterator[tuple[str, Due, Due, str]]:
    """Yield (task, old, new, unit) of every assignment whose deadline differs."""
    for task in now.tasks.values():
        old = {unit: due for due in was.tasks[task.id].dues for unit in due.unit_ids}
        for due in task.dues:
            for unit in due.unit_ids:
                if old[unit].reading != due.reading or old[unit].counts_from != due.counts_from:
                    yield task.id, old[unit], due, unit


def _whom(organisation: Organisation, plan: Plan, draft: Draft) -> Text:
    if draft.task == ALL:
        return Text("edit-whom-plan", {"plan": plan.title})
    task = plan.tasks[draft.task].title
    if draft.of == ALL:
        return Text("edit-whom-task", {"task": task})
    known = organisation.groups.get(draft.of) or organisation.units[draft.of]
    return Text("edit-whom-part", {"task": task, "name": known.name})


def _notes(organisation: Organisation, plan: Plan, dues: Iterable[Due], now: datetime) -> Iterator[Text]:
    """Note a new deadline that is over."""
    for due in {due.reading.phrase: due for due in dues}.values():
        found = deadline_words(organisation, plan, due)
        if isinstance(found, Deadline) and found.ends_at <= now:
            yield Text("edit-over")


def _tasks(plan: Plan, draft: Draft, moved: list[str]) -> Iterator[Text]:
    """Name the tasks that share the plan's deadline."""
    if draft.task == ALL:
        for task in dict.fromkeys(moved):
            yield Text("edit-task-of-plan", {"task": plan.tasks[task].title})


def _kept(plan: Plan, draft: Draft, moved: set[str]) -> Iterator[Text]:
    """Say how many units of the task keep a deadline of their own."""
    if draft.of == ALL and draft.task != ALL:
        owing = {unit for due in plan.tasks[draft.task].dues for unit in due.unit_ids}
        if count := len(owing - moved):
            yield Text("edit-own-kept", {"count": count})


def _units(organisation: Organisation, of: str) -> set[str] | None:
    if of in ("", ALL):
        return None
    return set(organisation.groups[of].unit_ids) if of in organisation.groups else {of}


def _each(found: Iterable[Deadline | Text]) -> list[Deadline | Text]:
    """Leave out what is the same, whichever values it holds."""
    return list({repr(one): one for one in found}.values())
