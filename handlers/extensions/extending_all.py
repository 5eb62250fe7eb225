"""Choose who gets more time without asking: all who still owe a task (/giahanchung), or one unit that is named."""

from __future__ import annotations

from handlers.belonging import Followed
from handlers.extensions.extending_days import Wanted, split
from handlers.extensions.extension_texts import numbered
from handlers.extensions.giving_time import (
    LABEL,
    Giving,
    decided,
    giving_to,
    keep,
    kept,
    may_give,
    next_step,
    question_of,
    scope_of,
)
from handlers.handing_in.submitting import NEVER_MIND
from handlers.overseeing import Overseen, still_outstanding, units_meant
from handlers.refusing import Refused, UnknownButton
from handlers.spelling import shortened
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.plan import Unit
from storage import assignments

OFFERED = 8  # units that typed words may mean


def giahanchung(turn: Turn) -> Reply:
    """Choose the task whose outstanding units all get more time.

    Raises:
        Refused: the person decides for no plan.
    """
    followed = decided(turn)
    if not followed:
        raise Refused(Text("refused-coordinators-only"))
    wanted = split(turn.argument, turn.now)
    tasks: dict[str, list[Overseen]] = {}
    for plan in followed:
        for one in still_outstanding(turn, plan):
            if one.owed.deadline:
                tasks.setdefault(scope_of(one), []).append(one)
    if not tasks:
        return Reply((Text("extend-all-nobody"),))
    if len(tasks) == 1:
        return next_step(turn, Giving(*next(iter(tasks.items())), wanted))
    keep(turn, "", wanted)
    rows = [(_task_button(scope, meant, place),) for place, (scope, meant) in enumerate(tasks.items(), 1)]
    return Reply((Text("extend-all-choose"),), tuple(rows))


def of_unit(turn: Turn, argument: str) -> Reply | None:
    """Read "xã Bình Thành 15/5 chờ số liệu": a unit, a day, a reason; None where no unit is named."""
    name, wanted = _unit_and_wish(turn, argument)
    meant = _units(turn, name)
    if not meant:
        return None
    if len(meant) > 1:
        keep(turn, "", wanted, [[followed.organisation.id, unit.id] for followed, unit in meant[:OFFERED]])
        rows = [(_unit_button(unit, place),) for place, (_, unit) in enumerate(meant[:OFFERED])]
        return Reply((Text("extension-which-unit", {"said": name}),), (*rows, (NEVER_MIND,)))
    followed, unit = meant[0]
    return _of_one_unit(turn, followed.organisation.id, unit.id, wanted)


def press_task(turn: Turn) -> Reply:
    """Go on with the task, or the one assignment, that was chosen."""
    question = question_of(turn)
    return next_step(turn, giving_to(turn, turn.argument, kept(question)))


def press_unit(turn: Turn) -> Reply:
    """Go on with the unit that was chosen among namesakes."""
    question = question_of(turn)
    offered = question.about.get("units") or []
    if not turn.argument.isdecimal() or int(turn.argument) >= len(offered):
        raise UnknownButton
    organisation, unit = offered[int(turn.argument)]
    return _of_one_unit(turn, organisation, unit, kept(question))


def _of_one_unit(turn: Turn, organisation: str, unit: str, wanted: Wanted) -> Reply:
    """Find which of a unit's assignments is meant, straight on where there is one."""
    plans = [one for one in decided(turn) if one.organisation.id == organisation]
    left = [one for plan in plans for one in still_outstanding(turn, plan, [unit]) if one.owed.deadline]
    if not left:
        return Reply((Text("extend-one-nothing"),))
    numbers = assignments.numbers(turn.session, [one.id for one in left])
    if len(left) == 1:
        return next_step(turn, Giving(f"1:{numbers[left[0].id]}", left, wanted))
    keep(turn, "", wanted)
    rows = [(_one_button(one, place, numbers[one.id]),) for place, one in enumerate(left, 1)]
    return Reply((Text("extend-one-choose", {"unit": left[0].unit}),), tuple(rows))


def _units(turn: Turn, name: str) -> list[tuple[Followed, Unit]]:
    """Find the units that a name may mean, among those that the person decides for."""
    return [(followed, unit) for followed, unit in units_meant(turn, name) if may_give(turn, followed)]


def _unit_and_wish(turn: Turn, argument: str) -> tuple[str, Wanted]:
    """Part the name of a unit from the day and the reason after it."""
    words = argument.split()
    for count in range(1, len(words)):
        wanted = split(" ".join(words[count:]), turn.now)
        if wanted.day:
            return " ".join(words[:count]), wanted
    return argument, Wanted()


def _task_button(scope: str, meant: list[Overseen], place: int) -> Button:
    task = shortened(meant[0].owed.task.title, LABEL)
    return Button(numbered("button-extend-all", place, task=task, count=len(meant)), f"ghc:{scope}")


def _one_button(one: Overseen, place: int, number: int) -> Button:
    task = shortened(one.owed.task.title, LABEL)
    return Button(numbered("button-extend", place, task=task), f"ghc:1:{number}")


def _unit_button(unit: Unit, place: int) -> Button:
    return Button(Text("button-unit", {"unit": unit.name}), f"ghdv:{place}")
