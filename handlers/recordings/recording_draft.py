"""What a coordinator is about to record: the list as it was read, kept in the question that waits for the yes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from zlib import crc32

from handlers.office import decided_plans
from handlers.overseeing import Overseen, all_owed
from handlers.pressing import plan_mark, task_mark
from handlers.recordings.pasted_list import Entry
from handlers.recordings.unit_matching import Place, Roster
from handlers.vocabulary import Turn
from storage import submissions
from storage.recording import Stated
from storage.tables import Submission


@dataclass(frozen=True, slots=True)
class Line:
    """One unit of the list: as typed, what it may mean (``sure``: that is its name), what was said of its report."""

    said: str
    units: tuple[Place, ...]
    sure: bool
    number: str | None = None
    on: str | None = None
    came_on: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """All that has been said so far; ``task`` is the mark of a plan and a task, ``asks`` what the next answer is."""

    lines: tuple[Line, ...] = ()
    task: str = ""
    came_on: str | None = None
    asks: str = ""

    @property
    def mark(self) -> str:
        """Return eight signs by which a button is known to be of this very list."""
        kept = json.dumps({**self.kept(), "asks": ""}, sort_keys=True)
        return f"{crc32(kept.encode()):08x}"

    def kept(self) -> dict[str, Any]:
        """Return what a question keeps."""
        rows = [[one.said, one.units, one.sure, one.number, one.on, one.came_on] for one in self.lines]
        return {"lines": rows, "task": self.task, "came_on": self.came_on, "asks": self.asks}

    def with_line(self, at: int, line: Line | None) -> Draft:
        """Put a line in place of another, or leave it out."""
        return replace(self, lines=(*self.lines[:at], *([line] if line else []), *self.lines[at + 1 :]))


@dataclass(slots=True)
class Sorted:
    """The lines of a draft as they stand now, for one task."""

    ready: dict[Place, tuple[Line, Overseen]] = field(default_factory=dict)
    already: dict[Place, tuple[Overseen, Submission]] = field(default_factory=dict)
    not_owing: list[Place] = field(default_factory=list)
    unclear: list[tuple[int, Line]] = field(default_factory=list)  # several bear the name
    unknown: list[tuple[int, Line]] = field(default_factory=list)  # nobody does


def draft_of(about: dict[str, Any]) -> Draft:
    """Read what a question kept."""
    rows = (
        Line(said, tuple((organisation, unit) for organisation, unit in units), *rest)
        for said, units, *rest in about.get("lines", [])
    )
    return Draft(tuple(rows), about.get("task", ""), about.get("came_on"), about.get("asks", ""))


def lines_of(roster: Roster, found: Iterable[Entry]) -> Iterator[Line]:
    """Look each entry up in the rosters."""
    for one in found:
        meant = roster.meant(one.said)
        on = one.on.isoformat() if one.on else None
        yield Line(one.said, meant.units, meant.sure, one.number, on, one.came_on.isoformat() if one.came_on else None)


def task_key(found: Overseen) -> str:
    """Return the mark of the plan and the task of an assignment."""
    return f"{plan_mark(found.owed.plan)}:{task_mark(found.owed)}"


def tasks_of(turn: Turn, draft: Draft) -> dict[str, list[Overseen]]:
    """Return the tasks that the units of a draft owe, with what is owed of each by those units, most urgent first."""
    sure = [line for line in draft.lines if line.sure]
    units = {place for line in sure or draft.lines for place in line.units}
    found: dict[str, list[Overseen]] = {}
    for followed in decided_plans(turn):
        wanted = {unit for organisation, unit in units if organisation == followed.organisation.id}
        for one in all_owed(turn, followed, wanted) if wanted else ():
            found.setdefault(task_key(one), []).append(one)
    return found


def outstanding_tasks(turn: Turn, tasks: dict[str, list[Overseen]]) -> dict[str, list[Overseen]]:
    """Keep the tasks of which something is outstanding, with that."""
    done = {
        id
        for followed in {(one.id.organisation, one.id.plan) for group in tasks.values() for one in group}
        for id in submissions.standing(turn.session, *followed)
    }
    left = {key: [one for one in group if one.id not in done] for key, group in tasks.items()}
    return {key: group for key, group in left.items() if group}


def sort(turn: Turn, draft: Draft, owed: Iterable[Overseen]) -> Sorted:
    """Sort the lines of a draft: what can be recorded, what stands already, who does not owe it, what is unclear."""
    owing = {(one.id.organisation, one.id.unit): one for one in owed}
    plans = {(one.id.organisation, one.id.plan) for one in owing.values()}
    done = {id: one for plan in plans for id, one in submissions.standing(turn.session, *plan).items()}
    found = Sorted()
    for at, line in enumerate(draft.lines):
        if not line.sure:
            found.unknown.append((at, line))
            continue
        places = [place for place in line.units if place in owing] or list(line.units)
        if len(places) > 1:
            found.unclear.append((at, line))
        elif places[0] not in owing:
            found.not_owing += [] if places[0] in found.not_owing else places
        elif owing[places[0]].id in done:
            one = owing[places[0]]
            found.already[places[0]] = (one, done[one.id])
        else:
            known = found.ready.get(places[0])
            found.ready[places[0]] = (_both(known[0], line) if known else line, owing[places[0]])
    return found


def stated(draft: Draft, line: Line) -> Stated:
    """Return what is recorded of one line."""
    return Stated(line.number, _day(line.on), _day(line.came_on or draft.came_on))


def _both(first: Line, second: Line) -> Line:
    """Join two lines about one unit: what either says of its report."""
    return replace(
        first,
        number=first.number or second.number,
        on=first.on or second.on,
        came_on=first.came_on or second.came_on,
    )


def _day(kept: str | None) -> date | None:
    return date.fromisoformat(kept) if kept else None
