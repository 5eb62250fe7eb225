"""Answer /nhatky: who did what when, for one unit, one task or a whole organisation; newest first, page by page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from handlers.belonging import Own
from handlers.contacts.hats import acting_units, marked, overseen_organisations, overseen_units, unit_mark, which_unit
from handlers.contacts.journal_words import Record, entry_text
from handlers.contacts.unit_named import unit_named
from handlers.describing import lines
from handlers.overseeing import units_meant
from handlers.pressing import plan_mark
from handlers.refusing import NotYours, NoUnit, Refused, UnknownButton
from handlers.spelling import plain, shortened
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.plan import Organisation, Plan, Task
from storage import assignments, journal
from storage.tables import JournalEntry

PAGE = 10  # entries on one page
MOST = 10  # tasks offered
LABEL = 30


@dataclass(frozen=True, slots=True)
class Scope:
    """Of what the journal is shown; ``mark`` names it in a press."""

    mark: str
    organisation: Organisation
    title: Text
    unit: str | None = None
    assignments: tuple[int, ...] | None = None


def nhatky(turn: Turn) -> Reply:
    """Show the journal of what is named, else of the own unit or organisation."""
    overseen = overseen_organisations(turn)
    if not overseen and not acting_units(turn):
        raise NoUnit
    if turn.argument:
        return _asked(turn, turn.argument)
    if overseen:
        if len(overseen) == 1:
            return _page(turn, _of_organisation(overseen[0]), 0)
        rows = tuple(
            (Button(Text("button-organisation", {"organisation": shortened(one.name, LABEL)}), f"nk:{_mark(one)}:0"),)
            for one in overseen
        )
        return Reply((Text("journal-which-organisation"),), rows)
    owns = acting_units(turn)
    return which_unit(turn, "nkdv", owns) or _page(turn, _of_unit(owns[0]), 0)


def press_unit(turn: Turn) -> Reply:
    """Show the journal of one unit, as it is named in a choice: "<unit>"."""
    return _page(turn, _scope(turn, f"u{turn.argument}"), 0)


def press_journal(turn: Turn) -> Reply:
    """Show a page: "<scope>:<page>"."""
    mark, _, page = turn.argument.partition(":")
    if not (page.isascii() and page.isdigit() and len(page) < 7):
        raise UnknownButton
    return _page(turn, _scope(turn, mark), int(page))


def _asked(turn: Turn, words: str) -> Reply:
    """Show the journal of the task that words name, else of the unit."""
    tasks = _tasks_named(turn, words)
    units = units_meant(turn, words) if overseen_organisations(turn) else []
    if len(tasks) == 1 and not units:
        return _page(turn, tasks[0], 0)
    if tasks and not units:
        rows = tuple(
            (Button(Text("button-journal-task", {"task": scope.title.values["task"]}), f"nk:{scope.mark}:0"),)
            for scope in tasks[:MOST]
        )
        return Reply((Text("journal-which-task", {"said": words}),), rows)
    if not overseen_organisations(turn):
        raise Refused(Text("journal-not-found", {"said": words}))
    found = unit_named(turn, words, "nkdv")
    return found if isinstance(found, Reply) else _page(turn, _of_unit(found), 0)


def _tasks_named(turn: Turn, words: str) -> list[Scope]:
    """List the tasks in whose title the words stand."""
    said = plain(words)
    return [
        _of_task(turn, organisation, plan, task)
        for organisation in _organisations(turn)
        for plan in organisation.plans.values()
        for task in plan.tasks.values()
        if said and said in plain(task.title)
    ]


def _organisations(turn: Turn) -> list[Organisation]:
    own = {one.organisation.id: one.organisation for one in acting_units(turn)}
    return list({one.id: one for one in (*overseen_organisations(turn), *own.values())}.values())


def _scope(turn: Turn, mark: str) -> Scope:
    """Find what a press names, if the person may see it."""
    kind, name = mark[:1], mark[1:]
    if kind == "u":
        return _of_unit(marked(turn, name, [*overseen_units(turn), *acting_units(turn)]))
    if kind == "o":
        found = next((one for one in overseen_organisations(turn) if _mark(one) == mark), None)
        if found is None:
            raise NotYours
        return _of_organisation(found)
    for organisation in _organisations(turn):
        for plan in organisation.plans.values():
            for task in plan.tasks.values():
                if _task_mark(plan, task) == mark:
                    return _of_task(turn, organisation, plan, task)
    raise UnknownButton


def _of_organisation(organisation: Organisation) -> Scope:
    title = Text("journal-of-organisation", {"organisation": organisation.name})
    return Scope(_mark(organisation), organisation, title)


def _of_unit(own: Own) -> Scope:
    title = Text("journal-of-unit", {"unit": own.unit.name})
    return Scope(f"u{unit_mark(*own.key)}", own.organisation, title, unit=own.unit.id)


def _of_task(turn: Turn, organisation: Organisation, plan: Plan, task: Task) -> Scope:
    """Name a task: an officer sees of it what concerns the own units."""
    numbers = assignments.of_task(turn.session, organisation.id, plan.id, task.id)
    if organisation not in overseen_organisations(turn):
        own = {one.unit.id for one in acting_units(turn) if one.organisation is organisation}
        numbers = {number: unit for number, unit in numbers.items() if unit in own}
    title = Text("journal-of-task", {"task": task.title})
    return Scope(_task_mark(plan, task), organisation, title, assignments=tuple(numbers))


def _mark(organisation: Organisation) -> str:
    return f"o{unit_mark(organisation.id, '')}"


def _task_mark(plan: Plan, task: Task) -> str:
    return f"t{plan_mark(plan)}{unit_mark(plan.id, task.id)}"


def _page(turn: Turn, scope: Scope, page: int) -> Reply:
    found = journal.entries(
        turn.session,
        scope.organisation.id,
        unit=scope.unit,
        limit=PAGE + 1,
        offset=page * PAGE,
        assignments=scope.assignments,
    )
    if not found:
        return Reply((lines(scope.title, Text("journal-empty" if page == 0 else "journal-end")),))
    records = _records(turn, scope.organisation, found[:PAGE])
    texts = tuple(entry_text(one, named=scope.unit is None) for one in records)
    more = (Button(Text("button-journal-older"), f"nk:{scope.mark}:{page + 1}"),)
    return Reply((scope.title, *texts), (more,) if len(found) > PAGE else ())


def _records(turn: Turn, organisation: Organisation, entries: Iterable[JournalEntry]) -> list[Record]:
    """Put beside each entry what its numbers stand for."""
    entries = list(entries)
    numbers = {one.assignment_id for one in entries if one.assignment_id is not None}
    named = assignments.named_many(turn.session, numbers)
    people = journal.people_of(turn.session, entries)
    return [
        Record(one, organisation, named.get(one.assignment_id) if one.assignment_id else None, people)
        for one in entries
    ]
