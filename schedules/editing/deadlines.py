"""Where a deadline stands in the files, and how another one comes to stand there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from schedules.deadline import ReadingType
from schedules.editing.edits import SetDeadline
from schedules.editing.finding import found, group_of, organisation_of, plan_of
from schedules.editing.refusals import CannotSplice, NotFound, NothingChanges
from schedules.editing.scalars import scalar
from schedules.editing.splicing import Splice, filled, item_added, pair_added, pair_removed, replaced
from schedules.editing.written import Files, Item, Pair, Written, is_null
from schedules.phrases import read

# A task's deadline is written after these, as in the shipped plans.
BEFORE_IT = ("id", "title", "kind", "units", "except", "send_to", "via", "cooperating", "cooperating_units")
ANCHOR = "received_on"  # stays where the new phrase counts from it too
ANSWERS = ("last_day", "holds", ANCHOR)  # what an admin has said of the phrase that goes


def deadline_splices(files: Files, edit: SetDeadline) -> list[Splice]:
    """Return what writes the new phrase.

    Raises:
        EditRefused: there is nothing that it could stand at, or it stands there already.
    """
    organisation = organisation_of(files, edit.organisation)
    plan = plan_of(files, organisation, edit.plan)
    if edit.task is None:
        if not files.pair(plan, "deadline"):
            raise NotFound(what="plan-deadline", id=edit.plan)
        return _set(files, plan, edit.phrase, None)
    task = found(files, files.under(plan, "tasks"), "task", edit.task)
    if edit.of is None:
        after = [pair for pair in files.pairs(task) if pair.key.value in BEFORE_IT]
        return _set(files, task, edit.phrase, after[-1] if after else None)
    return _set_of(files, organisation, task, edit.of, edit.phrase)


def _set_of(files: Files, organisation: Written, task: Written, of: str, phrase: str) -> list[Splice]:
    """Write the deadline of one of a task's groups or units."""
    units = files.items(files.under(task, "units"))
    for item in units:
        if item.value.text == of:
            return [_as_mapping(files, item.value, phrase)]
        if files.text(item.value, "of") == of:
            return _set(files, item.value, phrase, files.pair(item.value, "of"))
    if not any(_is_in(files, organisation, item, of) for item in units):
        raise NotFound(what="owing", id=of)
    alike = units[-1].of  # a unit of one of the groups: its own deadline goes before the group's
    words = f"{{of: {scalar(of, _quotes(units), flow=True)}, deadline: {scalar(phrase, flow=True)}}}"
    return [item_added(files, alike, words)]


def _as_mapping(files: Files, named: Written, phrase: str) -> Splice:
    """Write {of: …, deadline: …} in place of a bare name, which is written as it was."""
    of = scalar(named.text, named.style, flow=True)
    return replaced(files, named, f"{{of: {of}, deadline: {scalar(phrase, flow=True)}}}")


def _set(files: Files, mapping: Written, phrase: str, after: Pair | None) -> list[Splice]:
    """Write the deadline of a task, a plan or an item: in place of the one that stands there, else after a key."""
    pair, stated = files.pair(mapping, "deadline"), files.under(mapping, "deadline")
    if pair is None or stated is None:
        if after is None:
            raise CannotSplice(file=mapping.file, line=str(mapping.node.start_mark.line + 1))
        return [pair_added(files, mapping, after, f"deadline: {scalar(phrase, flow=mapping.is_flow)}")]
    if is_null(pair.value):
        return [filled(files, mapping, pair, scalar(phrase, flow=mapping.is_flow))]
    if files.pairs(stated):
        return list(_set_mapping(files, stated, phrase))
    if stated.text == phrase:
        raise NothingChanges(phrase=phrase)
    return [_rewritten(files, stated, phrase, flow=mapping.is_flow and stated.file == mapping.file)]


def _set_mapping(files: Files, stated: Written, phrase: str) -> Iterator[Splice]:
    """Write the phrase in a mapping, and take out what was said of the phrase before."""
    kept = (ANCHOR,) if read(phrase, date(2026, 1, 1)).type is ReadingType.RELATIVE else ()
    stale = [pair for pair in files.pairs(stated) if pair.key.value in ANSWERS and pair.key.value not in kept]
    printed = files.under(stated, "phrase")
    if printed is None:
        raise CannotSplice(file=stated.file, line=str(stated.node.start_mark.line + 1))
    if printed.text == phrase and not stale:
        raise NothingChanges(phrase=phrase)
    if printed.text != phrase:
        yield _rewritten(files, printed, phrase, flow=stated.is_flow)
    for pair in stale:
        yield pair_removed(files, stated, pair)


def _rewritten(files: Files, said: Written, phrase: str, *, flow: bool) -> Splice:
    return replaced(files, said, scalar(phrase, said.style, flow=flow))


def _is_in(files: Files, organisation: Written, item: Item, unit: str) -> bool:
    """Say whether an item names a group that has a unit."""
    named = item.value.text or files.text(item.value, "of")
    group = group_of(files, organisation, named)
    if group is None:
        return False
    rows = (files.text(row.value, "code") for row in files.items(files.under(group, "roster")))
    return unit in rows or unit in (member.value.text for member in files.items(files.under(group, "members")))


def _quotes(units: list[Item]) -> str | None:
    """Return the quotes in which the first of the bare names stand."""
    return next((item.value.style for item in units if item.value.text), None)
