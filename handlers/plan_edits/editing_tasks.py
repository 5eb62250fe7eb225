"""Find the task whose deadline is to change: by its words, else one of a list."""

from __future__ import annotations

from typing import NamedTuple

from handlers.describing import lines, plan_cited
from handlers.handing_in.submitting import NEVER_MIND
from handlers.plan_edits.drafts import AsksAgain, Draft, administered, crc, keep
from handlers.pressing import plan_mark
from handlers.refusing import UnknownButton
from handlers.spelling import plain, shortened
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.plan import Organisation, Plan, Task

LABEL = 30
SAID = 60
MOST = 12  # tasks offered at once


class Found(NamedTuple):
    """A task that the admin may change."""

    organisation: Organisation
    plan: Plan
    task: Task

    def draft(self, phrase: str) -> Draft:
        """Return the change of its deadline, with what was said of the new one."""
        return Draft("deadline", "", self.organisation.id, self.plan.id, self.task.id, phrase=phrase)

    @property
    def mark(self) -> str:
        """Name it in a press."""
        return f"{plan_mark(self.plan)}:{crc(self.task.id)}"


def named(turn: Turn, words: str) -> list[Found]:
    """List the tasks whose titles hold all the words; those that begin with them, or are called so, alone."""
    typed = plain(words)
    found = [one for one in _all(turn) if set(typed.split()) <= _words(one.task)]
    exact = [one for one in found if typed in (plain(one.task.title), one.task.id)]
    return exact or [one for one in found if plain(one.task.title).startswith(typed)] or found


def marked(turn: Turn, mark: str) -> Found:
    """Return the task that a press names."""
    found = next((one for one in _all(turn) if one.mark == mark), None)
    if found is None:
        raise UnknownButton
    return found


def which_plan(turn: Turn, phrase: str) -> Found | Reply:
    """Ask for the plan first where there are several; return the task where there is only one."""
    found = _all(turn)
    plans = {plan_mark(one.plan): one.plan for one in found}
    if len(plans) < 2:
        return which_task(turn, found, phrase)
    keep(turn, Draft("deadline", "task", phrase=phrase))
    rows = tuple((_button(plan.title, f"suak:{mark}"),) for mark, plan in plans.items())
    return Reply((Text("edit-which-plan"),), (*rows, (NEVER_MIND,)))


def of_plan(turn: Turn, mark: str, phrase: str) -> Found | Reply:
    """Ask for the task of the plan that a press names."""
    found = [one for one in _all(turn) if plan_mark(one.plan) == mark]
    if not found:
        raise UnknownButton
    return which_task(turn, found, phrase)


def which_task(turn: Turn, found: list[Found], phrase: str) -> Found | Reply:
    """Ask which of some tasks; return the only one."""
    if not found:
        raise AsksAgain(Text("edit-task-unknown", {"said": shortened(turn.argument, SAID)}))
    if len(found) == 1:
        return found[0]
    keep(turn, Draft("deadline", "task", phrase=phrase))
    told = _told(found[:MOST])
    more = Text("edit-more-tasks", {"count": len(found) - MOST}) if len(found) > MOST else None
    rows = tuple((_button(one.task.title, f"suav:{one.mark}"),) for one in found[:MOST])
    return Reply((lines(Text("edit-which-task"), *told, more),), (*rows, (NEVER_MIND,)))


def _told(found: list[Found]) -> list[Text]:
    """Tell tasks by their whole titles; the plan of each where they are not of one."""
    if len({plan_mark(one.plan) for one in found}) == 1:
        return [Text("edit-task-of-plan", {"task": one.task.title}) for one in found]
    return [Text("edit-task-line", {"task": one.task.title, "plan": plan_cited(one.plan)}) for one in found]


def _all(turn: Turn) -> list[Found]:
    return [
        Found(organisation, plan, task)
        for organisation in administered(turn)
        for plan in organisation.plans.values()
        for task in plan.tasks.values()
    ]


def _words(task: Task) -> set[str]:
    return {word.strip(",;:()") for word in plain(task.title).split()} | {task.id}


def _button(name: str, press: str) -> Button:
    return Button(Text("button-edit-one", {"name": shortened(name, LABEL)}), press)
