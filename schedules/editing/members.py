"""Take a unit into a group or out of it: in a list of members, or as a row of a roster."""

from __future__ import annotations

from schedules.editing.edits import AddMember, RemoveMember
from schedules.editing.finding import group_of, organisation_of
from schedules.editing.refusals import AlreadyMember, CannotSplice, LastMember, NotFound, NotMember, OtherRoster
from schedules.editing.scalars import scalar
from schedules.editing.splicing import Splice, break_of, item_added, item_removed
from schedules.editing.written import Files, Item, Written
from schedules.plan import Unit

KINDS = {"xã": "xa", "phường": "phuong", "đặc khu": "dac-khu"}  # how a row's name begins, and its kind
KEYS = ("code", "name", "kind")


def addition_splices(files: Files, edit: AddMember, unit: Unit) -> list[Splice]:
    """Return what writes a unit into a group, after those who are in it.

    Raises:
        EditRefused: no such group, the unit is in it, or the roster cannot make its name.
    """
    group, key = _group(files, edit.organisation, edit.group)
    items = files.items(files.under(group, key))
    if any(_id(files, item, key) == edit.unit for item in items):
        raise AlreadyMember(unit=unit.name, group=files.text(group, "name"))
    into = _list(files, group, key, items)
    if key == "members":
        alike = items[-1].value.style if items else None
        return [item_added(files, into, scalar(unit.id, alike, flow=into.is_flow))]
    row = _row(unit, files.text(group, "body"))
    return [item_added(files, into, _row_words(files, row, items[-1] if items else None, into))]


def removal_splices(files: Files, edit: RemoveMember) -> list[Splice]:
    """Return what takes a unit out of a group.

    Raises:
        EditRefused: no such group, the unit is not in it, or nobody would be left.
    """
    group, key = _group(files, edit.organisation, edit.group)
    items = files.items(files.under(group, key))
    item = next((item for item in items if _id(files, item, key) == edit.unit), None)
    if item is None:
        raise NotMember(unit=edit.unit, group=files.text(group, "name"))
    if len(items) == 1 or len(item.of.node.value) == 1:
        raise LastMember(group=files.text(group, "name"))
    return [item_removed(files, item.of, item.place)]


def _group(files: Files, organisation: str, id: str) -> tuple[Written, str]:
    """Return a group, and the key under which its units stand."""
    group = group_of(files, organisation_of(files, organisation), id)
    if group is None:
        raise NotFound(what="group", id=id)
    return group, "roster" if files.pair(group, "roster") else "members"


def _list(files: Files, group: Written, key: str, items: list[Item]) -> Written:
    """Return the list into which a unit goes: the one where the last stands, in its own file."""
    into = items[-1].of if items else files.under(group, key)
    if into is None:
        raise CannotSplice(file=group.file, line=str(group.node.start_mark.line + 1))
    return into


def _id(files: Files, item: Item, key: str) -> str:
    return item.value.text if key == "members" else files.text(item.value, "code")


def _row(unit: Unit, body: str) -> dict[str, str]:
    """Return the row of which a roster makes a unit's very name: "Xã Nhơn Châu" of "UBND xã Nhơn Châu"."""
    name = unit.name.removeprefix(f"{body} ")
    kind = next((kind for word, kind in KINDS.items() if name.startswith(f"{word} ")), None)
    if name == unit.name or kind is None:
        raise OtherRoster(name=unit.name, body=body)
    return {"code": unit.id, "name": f"{name[0].upper()}{name[1:]}", "kind": kind}


def _row_words(files: Files, row: dict[str, str], like: Item | None, into: Written) -> str:
    """Write a row as its neighbour is written: between braces or on lines, in the same order and quotes."""
    pairs = files.pairs(like.value) if like else []
    order = [str(pair.key.value) for pair in pairs if pair.key.value in row] if like else list(KEYS)
    styles = {str(pair.key.value): Written(into.file, pair.value).style for pair in pairs}
    braces = like is None or like.value.is_flow or into.is_flow
    said = [f"{key}: {scalar(row[key], styles.get(key), flow=braces)}" for key in order]
    if braces:
        return "{" + ", ".join(said) + "}"
    indent = " " * (into.node.start_mark.column + 2)
    return (break_of(files.body(into.file)) + indent).join(said)
