"""Why an edit is refused. Nothing has been changed then.

EditRefused
├── NotFound            the file has no such organisation, plan, task, group, or deadline
├── UnknownUnit         the organisation has no such unit; ``nearest`` may be meant
├── NothingChanges      the file says so already
├── AlreadyMember
├── NotMember
├── LastMember          a group of nobody is a mistake, not a group
├── OtherRoster         the unit's name is not one that the roster's body would make
├── UnusableWords       nothing, or signs that no file may hold
├── CannotSplice        written in a way that only a person can edit; ``file`` and ``line`` say where
├── ResultRefused       the file would have ``problems``
└── StrangeChange       the file would change in more than was asked for
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from schedules.problem import Problem


class EditRefused(Exception):
    """Say why an edit was not made: ``key`` names the text ``edit-refused-<key>``, ``values`` its arguments."""

    key: ClassVar[str]

    def __init__(self, **values: str) -> None:
        super().__init__(f"{self.key}: {values}")
        self.values: Mapping[str, str] = values


class NotFound(EditRefused):
    """The file does not have what the edit names: ``what`` it is (a word) and its ``id``."""

    key = "not-found"


class UnknownUnit(EditRefused):
    """No unit has the ``id``; ``nearest`` is the most like one, "none" where none is."""

    key = "unknown-unit"


class NothingChanges(EditRefused):
    """It stands so in the file."""

    key = "nothing-changes"


class AlreadyMember(EditRefused):
    """The group has the unit."""

    key = "already-member"


class NotMember(EditRefused):
    """The group does not have the unit."""

    key = "not-member"


class LastMember(EditRefused):
    """Nobody would be left in the group."""

    key = "last-member"


class OtherRoster(EditRefused):
    """The roster makes names of its ``body`` and the row; the unit's ``name`` is none of these."""

    key = "other-roster"


class UnusableWords(EditRefused):
    """The words are empty, or hold signs that are not let into a file."""

    key = "unusable-words"


class CannotSplice(EditRefused):
    """The place is written in a way that is not edited here."""

    key = "cannot-splice"


class StrangeChange(EditRefused):
    """What was loaded after the edit differs in more, or in something else, than was asked for."""

    key = "strange-change"


class ResultRefused(EditRefused):
    """The edited file has problems; their places are paths from the first file's folder."""

    key = "result-refused"

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(count=str(len(problems)))
        self.problems = problems
