"""Put items back into their list, where its line ("tasks:") is missing and they fell into the list above."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from schedules.loading.format_shapes import keys_of, list_meant, lists_in, unlike
from schedules.loading.holes import Path_
from schedules.loading.nearest import NOTHING
from schedules.loading.plan_format import FileShape, Shape
from schedules.loading.yaml_tree import Tree
from schedules.problem import Problem


def put_back(tree: Tree) -> bool:
    """Move fallen items, tell the line that is missing, and say whether any were moved."""
    before = len(tree.moved)
    _within(tree, tree.value, FileShape, ())
    return len(tree.moved) > before


def _within(tree: Tree, value: Any, shape: type[Shape], at: Path_) -> None:
    if not isinstance(value, dict):
        return
    lists = lists_in(shape)
    for name in lists:  # in the order of the format: what falls twice is moved twice
        if isinstance(value.get(name), list):
            _out_of(tree, _List(value, shape, at, name))
    for name, item in lists.items():
        found = value.get(name)
        for number, one in enumerate(found if isinstance(found, list) else ()):
            _within(tree, one, item, (*at, name, number))


@dataclass(frozen=True, slots=True)
class _List:
    """A list by its name in the mapping around it, which stands at a path."""

    around: dict[str, Any]
    shape: type[Shape]
    at: Path_
    name: str

    @property
    def items(self) -> list[Any]:
        found: list[Any] = self.around[self.name]
        return found


def _out_of(tree: Tree, above: _List) -> None:
    """Look through one list for the first item that is plainly one of another list, and move it with all behind it."""
    kinds = lists_in(above.shape)
    there = [name for name, value in above.around.items() if value is not None]
    for number, item in enumerate(above.items):
        keys = [key for key, value in item.items() if value is not None] if isinstance(item, dict) else []
        if not number or keys_of(kinds[above.name]) >= set(keys):
            continue
        meant = list_meant(above.shape, there, keys)
        if meant != NOTHING and unlike(kinds[meant], keys) < unlike(kinds[above.name], keys):
            _tell(tree, above, number, meant)
            _move(tree, above, number, meant)
            return


def _move(tree: Tree, above: _List, start: int, name: str) -> None:
    tree.holes.find((*above.at, name))
    above.around[name] = above.items[start:]
    del above.items[start:]
    for number in range(len(above.around[name])):
        tree.move((*above.at, name, number), (*above.at, above.name, start + number))


def _tell(tree: Tree, above: _List, start: int, name: str) -> None:
    """Tell the line once: as missing, or as indented into the item above it; nothing where it was cut and told."""
    last, stray = (*above.at, above.name, start - 1), above.items[start - 1]
    if tree.holes.lost((*above.at, name)):
        return
    if isinstance(stray, dict) and name in stray and stray[name] is None:
        tree.problems.append(Problem(tree.place((*last, name, "key")), "syntax-indent"))
        del stray[name]
        return
    tree.problems.append(Problem(tree.place((*above.at, above.name, start)), "missing-line", {"name": name}))
