"""What buttons send back: short marks for plans and tasks, since a press holds at most 64 bytes."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from schedules.owing import Owed
from schedules.plan import Plan


def plan_mark(plan: Plan) -> str:
    """Return eight signs that name a plan among those of one person."""
    return f"{crc32(f'{plan.organisation_id}/{plan.id}'.encode()):08x}"


def task_mark(owed: Owed) -> str:
    """Return eight signs that name a task and its period within one plan."""
    return f"{crc32(f'{owed.task.id}/{owed.id.period}'.encode()):08x}"


def outline_press(plan: Plan, at: Sequence[int] = (), page: int = 0, word: str = "dc") -> str:
    """Return the press that opens an outline, or the section at some place of it."""
    return ":".join([word, plan_mark(plan), dotted(at), str(page)])


def dotted(at: Sequence[int]) -> str:
    """Write a place in an outline: (1, 0, 2) is "1.0.2"."""
    return ".".join(str(index) for index in at)


def undotted(place: str) -> tuple[int, ...]:
    """Read what ``dotted`` wrote.

    Raises:
        ValueError: it is something else.
    """
    return tuple(int(index) for index in place.split(".") if index)
