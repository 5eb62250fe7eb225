"""Make an edit in the texts of the files, load them, and hold the result to what was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from schedules.editing.changed_lines import Line, changed_lines
from schedules.editing.deadlines import deadline_splices
from schedules.editing.edits import AddMember, Edit, SetDeadline
from schedules.editing.guarding import check
from schedules.editing.meant_days import comment_splices
from schedules.editing.members import addition_splices, removal_splices
from schedules.editing.refusals import NotFound, ResultRefused, UnknownUnit
from schedules.editing.splicing import Splice, spliced
from schedules.editing.written import Files
from schedules.kept_texts import load_kept
from schedules.loading.nearest import nearest
from schedules.plan import Plans
from schedules.problem import Problem


@dataclass(frozen=True, slots=True)
class Changed:
    """What an edit makes: the texts, the plans before and after, the lines concerned, and the warnings about these."""

    texts: Mapping[str, str]
    before: Plans
    after: Plans
    lines: tuple[Line, ...]
    warnings: tuple[Problem, ...]


def edited(texts: Mapping[str, str], edit: Edit) -> Mapping[str, str]:
    """Return the texts with an edit made in them: see ``changed``."""
    return changed(texts, edit).texts


def changed(texts: Mapping[str, str], edit: Edit, before: Plans | None = None) -> Changed:
    """Make an edit, and see what becomes of it.

    Parameters:
        texts: path → what the file says, its line ends and its mark included; the first is the one to begin with.
        before: what these texts were loaded as, where that is known.

    Raises:
        EditRefused: one of the family in schedules/editing/refusals.py; nothing has changed.
    """
    before = before or _loaded(texts)[0]
    splices = _splices(Files(texts), edit, before)
    result = spliced(texts, splices)
    after, found = _loaded(result)
    check(before, after, edit)
    if isinstance(edit, SetDeadline) and (comments := list(comment_splices(texts, splices, edit, after))):
        result = spliced(texts, [*splices, *comments])
        after, found = _loaded(result)
    lines = tuple(changed_lines(texts, result))
    touched = {(line.file, line.number) for line in lines if line.now is not None}
    warnings = tuple(one for one in found if (one.place.file, one.place.line) in touched)
    return Changed(result, before, after, lines, warnings)


def _splices(files: Files, edit: Edit, plans: Plans) -> list[Splice]:
    organisation = plans.organisations.get(edit.organisation)
    if organisation is None:
        raise NotFound(what="organisation", id=edit.organisation)
    if isinstance(edit, SetDeadline):
        return deadline_splices(files, edit)
    unit = organisation.units.get(edit.unit)
    if unit is None:
        raise UnknownUnit(id=edit.unit, nearest=nearest(edit.unit, organisation.units))
    return addition_splices(files, edit, unit) if isinstance(edit, AddMember) else removal_splices(files, edit)


def _loaded(texts: Mapping[str, str]) -> tuple[Plans, tuple[Problem, ...]]:
    """Load the texts; places are told by paths from the first file's folder."""
    loaded = load_kept(next(iter(texts)), texts)
    told = tuple(replace(one, place=replace(one.place, file=_path(one.place.file, texts))) for one in loaded.problems)
    if loaded.plans is None:
        raise ResultRefused(tuple(one for one in told if one.severity == "problem"))
    return loaded.plans, told


def _path(file: str, texts: Mapping[str, str]) -> str:
    return max((path for path in texts if file.endswith(f"/{path}")), key=len, default=file)
