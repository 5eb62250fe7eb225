"""What the words after /dondoc mean: units by name, a task by words of its title, or all that is outstanding."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from handlers.belonging import Own
from handlers.chases.chase_choice import ALL, all_outstanding, scopes_of
from handlers.contacts.hats import unit_mark
from handlers.describing import plain_day
from handlers.extensions.extension_texts import numbered
from handlers.overseeing import Overseen
from handlers.recordings.unit_matching import Place, Roster, roster_of
from handlers.refusing import Refused
from handlers.spelling import answer_words, plain, shortened
from handlers.vocabulary import Button, Text, Turn

EVERYBODY = re.compile(
    r"(tat ca|het|toan bo|all)?( ?(cac|nhung|moi))?( ?(don vi|noi|xa|phuong|so|ban|nganh))*"
    r"( ?(chua nop|chua gui|con no|con thieu))?"
)
KINDS = {"xa": "commune", "phuong": "commune", "so": "department", "ban": "department", "nganh": "department"}
BETWEEN = re.compile(r"[,;\n\t]+")
SHORTEST = 4  # letters of words that can name a task
NEAREST = 4
MOST = 12  # tasks offered
LABEL = 24


@dataclass(frozen=True, slots=True)
class Meant:
    """What words mean: a scope and units of it, or only ``units`` or ``tasks`` (scopes) to choose from.

    ``unclear``: nothing is named so.
    """

    scope: str = ""
    units: tuple[Own, ...] = ()
    unclear: bool = False
    tasks: tuple[str, ...] = ()


def meant_by(turn: Turn, words: str) -> Meant:
    """Read the words.

    Raises:
        OfficeOnly: the person decides on no plan.
    """
    said = answer_words(words).replace(",", " ").split()
    if EVERYBODY.fullmatch(" ".join(said)):
        kinds = {KINDS[word] for word in said if word in KINDS}
        return _of_kinds(turn, kinds) if kinds else Meant()
    roster = roster_of(turn)
    found = _all_named(roster, words)
    if found:
        return _of_units(turn, found, "")
    name, rest = roster.leading(words)
    named = roster.named(name) if name else ()
    tasks = _tasks(turn, rest)
    if len(named) == 1 and (tasks or not rest):
        return _of_units(turn, named, tasks[0] if len(tasks) == 1 else "")
    if named:
        return Meant(units=_owns(turn, named))
    if len(tasks) == 1:
        return Meant(scope=tasks[0])
    if tasks:
        return Meant(tasks=tuple(tasks))
    return Meant(units=_owns(turn, roster.meant(words).units[:NEAREST]), unclear=True)


def _of_kinds(turn: Turn, kinds: set[str]) -> Meant:
    """Mean all units of some kinds that owe anything: "các xã" are not the departments.

    Raises:
        Refused: none of them owes anything.
    """
    found = [one for one in all_outstanding(turn) if _kind_of(one) in kinds]
    places = dict.fromkeys((one.id.organisation, one.id.unit) for one in found)
    if not places:
        raise Refused(Text("chase-nothing"))
    several = len({organisation for organisation, _ in places}) > 1
    return Meant(unclear=True) if several else _of_units(turn, places, "")


def _kind_of(one: Overseen) -> str:
    unit = one.followed.organisation.units.get(one.id.unit)
    return unit.kind if unit else ""


def _all_named(roster: Roster, words: str) -> tuple[Place, ...]:
    """Return the units of a list in which every piece names exactly one, of one organisation; else none."""
    found = [roster.named(piece) for piece in BETWEEN.split(words) if piece.strip()]
    units = tuple(dict.fromkeys(one for places in found for one in places))
    alone = all(len(places) == 1 for places in found)
    return units if alone and len({organisation for organisation, _ in units}) == 1 else ()


def _of_units(turn: Turn, places: Iterable[Place], scope: str) -> Meant:
    owns = _owns(turn, places)
    return Meant(scope or ALL + unit_mark(owns[0].organisation.id, ""), owns)


def _owns(turn: Turn, places: Iterable[Place]) -> tuple[Own, ...]:
    organisations = turn.plans.organisations
    return tuple(Own(organisations[one], organisations[one].units[unit]) for one, unit in places)


def _tasks(turn: Turn, words: str) -> list[str]:
    """Return the scopes of the outstanding tasks in whose title the words stand."""
    said = plain(words).strip(" .,!?")
    if len(said) < SHORTEST:
        return []
    return list(dict.fromkeys(task_of(one) for one in all_outstanding(turn) if said in plain(one.owed.task.title)))


def task_of(one: Overseen) -> str:
    """Name the task of an assignment, as a scope."""
    return scopes_of(one)[0]


def scope_buttons(found: Iterable[Overseen]) -> list[tuple[Button, ...]]:
    """Offer all together first, then each plan that has several tasks, then each task, the most urgent first."""
    units: dict[str, set[str]] = defaultdict(set)
    tasks: dict[str, set[str]] = defaultdict(set)
    first: dict[str, Overseen] = {}
    for one in found:
        for scope in scopes_of(one):
            units[scope].add(one.id.unit)
            tasks[scope].add(task_of(one))
            first.setdefault(scope, one)
    alike = [sorted(within) for within in tasks.values()]
    offered = [scope for scope in first if ":" in scope or (len(tasks[scope]) > 1 and _is_largest(scope, alike, tasks))]
    ordered = sorted(offered, key=lambda scope: (":" in scope, not scope.startswith(ALL)))
    return [(_scope_button(scope, first[scope], len(units[scope])),) for scope in ordered[:MOST]]


def task_buttons(found: Iterable[Overseen]) -> list[tuple[Button, ...]]:
    """Offer each task of what is given, the most urgent first."""
    rows = [button for (button,) in scope_buttons(found) if ":" in button.press.partition(":")[2]]
    return [
        (Button(numbered("button-chase-task", place, **one.label.values), one.press),)
        for place, one in enumerate(rows, 1)
    ]


def _is_largest(scope: str, alike: list[list[str]], tasks: dict[str, set[str]]) -> bool:
    """Say whether a scope is worth a button: of two with the same tasks, only the organisation."""
    return scope.startswith(ALL) or alike.count(sorted(tasks[scope])) == 1


def _scope_button(scope: str, one: Overseen, count: int) -> Button:
    if scope.startswith(ALL):
        return Button(Text("button-chase-everything", {"count": count}), f"dd:{scope}")
    if ":" in scope:
        return Button(Text("button-chase-task", {"task": _title(one), "count": count}), f"dd:{scope}")
    plan = shortened(one.followed.plan.title, LABEL)
    return Button(Text("button-chase-plan", {"plan": plan, "count": count}), f"dd:{scope}")


def _title(one: Overseen) -> str | Text:
    """Return the title of a task as a button has room for it, of a recurring one with its day."""
    if one.id.period and one.owed.deadline:
        task = shortened(one.owed.task.title, LABEL - 8)
        return Text("task-of-period", {"task": task, "day": plain_day(one.owed.deadline.last_day)})
    return shortened(one.owed.task.title, LABEL)
