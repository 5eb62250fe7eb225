"""Mend the shape of a broken plans.yaml in memory, so that the mistakes of sense in its sound parts are told as well.

The file stays refused; what is put in for a wrong value is a hole, of which nothing more is told.
"""

from __future__ import annotations

from itertools import count
from typing import Any, Literal, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from schedules.loading.fallen_items import put_back
from schedules.loading.format_mistakes import BAD_ID, key_meant, path_of, shape_problems
from schedules.loading.format_shapes import all_keys, field_of, shape_at, shapes_in
from schedules.loading.holes import Path_
from schedules.loading.nearest import NOTHING, STAND_IN, STAND_IN_ID, folded
from schedules.loading.plan_format import FileShape
from schedules.loading.yaml_tree import Tree

ROUNDS = 12  # a mended mapping shows what is wrong inside it: a round for each level
MOST_MENDED = 2_000  # mistakes; a file with more is no plan with slips
UNUSED = count()  # ids that nobody writes


def hold_to_format(tree: Tree) -> FileShape | None:
    """Hold what the files say to the format; note every mistake, mend it, and return what came of it.

    Returns:
        The shape, mended where the file is wrong; None where nothing can be made of it.
    """
    for number in range(ROUNDS):
        try:
            return FileShape.model_validate(tree.value)
        except ValidationError as wrong:
            if number == 0 and put_back(tree):
                continue
            mistakes = wrong.errors(include_url=False)
            tree.untold += max(0, len(mistakes) - MOST_MENDED)
            del mistakes[MOST_MENDED:]
            meant = _meant(tree, mistakes)
            tree.problems += shape_problems(tree, mistakes, meant)
            if tree.untold or not isinstance(tree.value, dict):
                return None
            for path, old in meant.items():
                _rename(tree, path, old)
            for mistake in mistakes:
                _mend(tree, mistake)
    return None


def _meant(tree: Tree, mistakes: list[ErrorDetails]) -> dict[Path_, Path_]:
    """Return misspelt keys by the keys they stand for, where those are not there yet."""
    found: dict[Path_, Path_] = {}
    unknown = [path_of(mistake) for mistake in mistakes if mistake["type"] == "extra_forbidden"]
    missing = [path_of(mistake) for mistake in mistakes if mistake["type"] == "missing"]
    for old in unknown:
        if (right := key_meant(old)) != NOTHING and right not in (_at(tree, old[:-1]) or {}):
            found.setdefault((*old[:-1], right), old)
    strange = _by_mapping([path for path in unknown if path not in found.values() and path[-1] not in all_keys()])
    lacking = _by_mapping([path for path in missing if path not in found])
    for around, paths in strange.items():  # one key that nobody knows, and one that is missing: it is meant for that
        left = lacking.get(around, [])
        if len(paths) == len(left) == 1 and not tree.holes.gap(around):
            found[left[0]] = paths[0]
    return found


def _by_mapping(paths: list[Path_]) -> dict[Path_, list[Path_]]:
    found: dict[Path_, list[Path_]] = {}
    for path in paths:
        found.setdefault(path[:-1], []).append(path)
    return found


def _rename(tree: Tree, path: Path_, old: Path_) -> None:
    around = _at(tree, path[:-1])
    around[path[-1]] = around.pop(old[-1], None)
    tree.moved[path] = old


def _mend(tree: Tree, mistake: ErrorDetails) -> None:
    """Take a wrong value out, or put one in that is right where the format wants one."""
    path = path_of(mistake)
    while path and not isinstance(_at(tree, path[:-1]), (dict, list)):  # "deadline: …" stands for its phrase
        path = path[:-1]
    around, key, kind = _at(tree, path[:-1]), path[-1], mistake["type"]
    if kind == "extra_forbidden":
        around.pop(key, None)
        return
    if kind == "missing" and around.get(key) is not None:  # a misspelt key has been put right
        return
    if kind in BAD_ID:
        tree.holes.wrong_ids.add(folded(str(_at(tree, path))))
    elif key in ("id", "code"):  # others may name it, and nobody knows how
        tree.holes.miss(path[:-2])
    _put(tree, path)


def _put(tree: Tree, path: Path_) -> None:
    """Put a stand-in where a value is wrong, so that the places of all others stay as they are."""
    around, key = _at(tree, path[:-1]), path[-1]
    if isinstance(key, int):
        if isinstance(around, list) and (fill := _item(path)) is not None:
            around[key] = fill
            tree.holes.lose(path)
        else:
            _put(tree, path[:-1])
        return
    tree.holes.lose(path)
    shape = shape_at(path[:-1])
    field = field_of(shape, key) if shape else None
    if field is not None and field.is_required():
        around[key] = _stand_in(key, field.annotation)
    else:
        around.pop(key, None)


def _item(path: Path_) -> Any:
    """Return what may stand as an item of a list: {} for a mapping, whose keys are filled in next; None: nothing."""
    shape = shape_at(path[:-2])
    field = field_of(shape, str(path[-2])) if shape else None
    if field is None or isinstance(path[-2], int):
        return None
    if next(shapes_in(field.annotation), None):
        return {}
    return STAND_IN if any(item is str for item in _items(field.annotation)) else None


def _items(annotation: object) -> list[object]:
    """Return the types that a list's items may have, without their conditions."""
    lists = [annotation] if get_origin(annotation) is list else list(get_args(annotation))
    items = [item for one in lists if get_origin(one) is list for item in get_args(one)]
    return [getattr(item, "__origin__", item) for item in items]


def _stand_in(key: str, annotation: object) -> Any:
    if key in ("id", "code"):
        return f"{STAND_IN_ID}{next(UNUSED)}"
    if get_origin(annotation) is Literal:
        return get_args(annotation)[0]
    if get_origin(annotation) is list:
        return []
    if annotation is bool:
        return "true"
    return STAND_IN


def _at(tree: Tree, path: Path_) -> Any:
    """Return what stands at a path, None where nothing does (any more)."""
    value = tree.value
    for part in path:
        if isinstance(value, dict):
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        else:
            return None
    return value
