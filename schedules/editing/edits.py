"""What can be changed without opening the file: a deadline, and who is in a group."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SetDeadline:
    """Give a task another deadline.

    ``task`` None: the plan's own, which holds for all its tasks that have none. ``of`` is one of the task's groups or
    units, None for all who have no deadline of their own. ``phrase`` stands in the file as a document would print it.
    """

    organisation: str
    plan: str
    task: str | None
    of: str | None
    phrase: str


@dataclass(frozen=True, slots=True)
class AddMember:
    """Take a unit of the organisation into one of its groups."""

    organisation: str
    group: str
    unit: str


@dataclass(frozen=True, slots=True)
class RemoveMember:
    """Take a unit out of a group; one that stands nowhere else is a unit of the organisation no more."""

    organisation: str
    group: str
    unit: str


Edit = SetDeadline | AddMember | RemoveMember
