"""Find what an edit names in the files."""

from __future__ import annotations

from schedules.editing.refusals import NotFound
from schedules.editing.written import Files, Written


def organisation_of(files: Files, id: str) -> Written:
    """Return an organisation."""
    return found(files, files.under(files.root(), "organisations"), "organisation", id)


def plan_of(files: Files, organisation: Written, id: str) -> Written:
    """Return a plan of an organisation."""
    return found(files, files.under(organisation, "plans"), "plan", id)


def group_of(files: Files, organisation: Written, id: str) -> Written | None:
    """Return a group of an organisation, None where no group is called so."""
    groups = (item.value for item in files.items(files.under(organisation, "groups")))
    return next((group for group in groups if files.text(group, "id") == id), None)


def found(files: Files, among: Written | None, what: str, id: str) -> Written:
    """Return the item of a list that has an id.

    Raises:
        NotFound: none has.
    """
    for item in files.items(among):
        if files.text(item.value, "id") == id:
            return item.value
    raise NotFound(what=what, id=id)
