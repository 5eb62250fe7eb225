"""For whom a deadline is to change: the plan, the task, one group or one unit of it."""

from __future__ import annotations

from dataclasses import replace

from handlers.describing import lines, plan_cited
from handlers.handing_in.submitting import NEVER_MIND
from handlers.plan_edits.deadline_words import at_present
from handlers.plan_edits.drafts import ALL, AsksAgain, Draft, changeable, crc, keep, kept, organisation_of, task_of
from handlers.plan_edits.editing_phrases import go_on
from handlers.plan_edits.editing_tasks import LABEL, SAID, Found
from handlers.refusing import UnknownButton
from handlers.spelling import shortened
from handlers.understanding.unit_names import Names
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.editing import inheriting, owing_items
from schedules.plan import Organisation, Task

MOST = 10  # groups or units offered at once


def for_whom(turn: Turn, found: Found, phrase: str) -> Reply:
    """Ask for whom the deadline is to change, where the task can tell them apart."""
    organisation, plan, task = found
    draft, texts = found.draft(phrase), changeable(turn).texts
    shared = inheriting(texts, organisation.id, plan.id)
    count = len(shared) if task.id in shared else 0
    if len(_owing(task)) < 2 and count < 2:
        return go_on(turn, replace(draft, of=ALL))
    keep(turn, replace(draft, asks="scope"))
    rows = [(Button(Text("button-edit-whole-task", {"count": len(_owing(task))}), "suap:t"),)]
    if count > 1:
        rows.append((Button(Text("button-edit-plan-deadline", {"count": count}), "suap:k"),))
    items = _items(turn, draft)
    rows += [(_of(organisation, one),) for one in items[:MOST] if len(items) > 1 or len(_owing(task)) > 1]
    if any(one in organisation.groups for one in items) or len(items) > MOST:
        rows.append((Button(Text("button-edit-owing"), "suap:d"),))
    text = lines(
        Text("edit-which-scope", {"task": task.title, "plan": plan_cited(plan)}),
        *at_present(organisation, plan, task),
        Text("edit-shared", {"count": count}) if count > 1 else None,
    )
    return Reply((text,), (*rows, (NEVER_MIND,)))


def press_scope(turn: Turn) -> Reply:
    """Go on with whom the deadline is for: the whole plan or task, one group or unit of it, or a unit to be named."""
    draft = kept(turn)
    if draft is None or draft.asks not in ("scope", "owing"):
        raise UnknownButton
    if turn.argument in ("k", "t"):
        return go_on(turn, replace(draft, task=ALL if turn.argument == "k" else draft.task, of=ALL))
    task = task_of(turn, draft)
    if turn.argument == "d":
        keep(turn, replace(draft, asks="owing"))
        return Reply((Text("edit-which-owing", {"task": task.title}),), ((NEVER_MIND,),))
    possible = [*_items(turn, draft), *_owing(task)]
    of = next((one for one in possible if crc(one) == turn.argument), None)
    if of is None:
        raise UnknownButton
    return go_on(turn, replace(draft, of=of))


def unit_typed(turn: Turn, draft: Draft) -> Reply:
    """Take the unit that was named, if it owes the task."""
    organisation, task = organisation_of(turn, draft), task_of(turn, draft)
    owing = _owing(task)
    found = [unit for _, unit in Names.of([organisation]).find(turn.argument) if unit in owing]
    if not found:
        raise AsksAgain(Text("edit-owes-not", {"said": shortened(turn.argument, SAID), "task": task.title}))
    if len(found) == 1:
        return go_on(turn, replace(draft, of=found[0]))
    rows = tuple((_of(organisation, one),) for one in found[:MOST])
    return Reply((Text("unit-several", {"said": shortened(turn.argument, SAID)}),), (*rows, (NEVER_MIND,)))


def _items(turn: Turn, draft: Draft) -> tuple[str, ...]:
    """Return the groups and units that the task names in the file."""
    return owing_items(changeable(turn).texts, draft.organisation, draft.plan, draft.task)


def _owing(task: Task) -> list[str]:
    return [unit for due in task.dues for unit in due.unit_ids]


def _of(organisation: Organisation, id: str) -> Button:
    known = organisation.groups.get(id) or organisation.units[id]
    return Button(Text("button-edit-one", {"name": shortened(known.name, LABEL)}), f"suap:{crc(id)}")
