"""Small changes of plans.yaml, made by editing the lines concerned: every other byte of the files stays as it is."""

from __future__ import annotations

from schedules.editing.changed_lines import Line, changed_lines
from schedules.editing.changing import Changed, changed, edited
from schedules.editing.edits import AddMember, Edit, RemoveMember, SetDeadline
from schedules.editing.looking import inheriting, owing_items
from schedules.editing.refusals import (
    AlreadyMember,
    CannotSplice,
    EditRefused,
    LastMember,
    NotFound,
    NothingChanges,
    NotMember,
    OtherRoster,
    ResultRefused,
    StrangeChange,
    UnknownUnit,
    UnusableWords,
)

__all__ = [
    "AddMember",
    "AlreadyMember",
    "CannotSplice",
    "Changed",
    "Edit",
    "EditRefused",
    "LastMember",
    "Line",
    "NotFound",
    "NotMember",
    "NothingChanges",
    "OtherRoster",
    "RemoveMember",
    "ResultRefused",
    "SetDeadline",
    "StrangeChange",
    "UnknownUnit",
    "UnusableWords",
    "changed",
    "changed_lines",
    "edited",
    "inheriting",
    "owing_items",
]
