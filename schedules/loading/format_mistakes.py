"""Turn what pydantic finds wrong with the shape of plans.yaml into problems with a place and a text of our own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from pydantic_core import ErrorDetails

from schedules.loading.as_written import as_written
from schedules.loading.format_shapes import all_keys, shape_at, spelt
from schedules.loading.holes import Path_
from schedules.loading.nearest import NOTHING, day_meant, hour_meant, hours_meant, id_meant, nearest
from schedules.loading.yaml_tree import Broken, Tree
from schedules.problem import Problem

WRONG_TYPE = {"list_type", "dict_type", "model_type", "model_attributes_type", "string_type", "tuple_type"}
BAD_ID = {"string_pattern_mismatch", "string_too_long"}
# Mistakes that our own validators find, and how to guess what was meant.
OWN: dict[str, Callable[[str], str]] = {
    "bad-date": day_meant,
    "bad-hour": hour_meant,
    "bad-hours": hours_meant,
    "bad-yes-no": lambda written: nearest(written, ("true", "false")),
    "bad-count": lambda written: NOTHING,
}


def shape_problems(tree: Tree, mistakes: Iterable[ErrorDetails], meant: Mapping[Path_, Path_]) -> Iterator[Problem]:
    """Yield one problem for each of pydantic's errors, none for what follows from a mistake told already.

    Parameters:
        meant: what was written for a key, by the right key; that this is missing has been told by that.
    """
    written_for = {old: str(right[-1]) for right, old in meant.items()}
    for mistake in mistakes:
        path = path_of(mistake)
        holes = tree.holes
        missing = mistake["type"] == "missing"
        if isinstance(mistake["input"], Broken) or holes.lost(path) or (missing and holes.gap(path[:-1])):
            continue
        if not (missing and path in meant):
            yield _problem(tree, path, mistake, written_for.get(path))


def path_of(mistake: ErrorDetails) -> Path_:
    """Return the place of a mistake by the keys of the file."""
    return tuple(spelt(part) for part in mistake["loc"])


def key_meant(path: Path_) -> str:
    """Return the right key that a wrong one at this place stands for, ``NOTHING`` where none is.

    A key that the format has elsewhere is not misspelt: its line is indented wrongly.
    """
    shape = shape_at(path[:-1])
    if path[-1] in all_keys():
        return NOTHING
    return nearest(str(path[-1]), [str(spelt(key)) for key in shape.model_fields] if shape else [])


def _problem(tree: Tree, path: Path_, mistake: ErrorDetails, meant: str | None) -> Problem:
    name, written, kind = _name(tree, path), as_written(mistake["input"]), mistake["type"]
    if kind == "extra_forbidden":
        return Problem(tree.place((*path, "key")), "unknown-key", {"name": name, "nearest": meant or key_meant(path)})
    if kind == "missing":
        is_there = (*path, "key") in tree.places  # "title:" with nothing behind it
        return Problem(tree.place((*path, "key")), "empty-value" if is_there else "missing-key", {"name": name})
    place = tree.place(path)
    if kind in OWN:
        return Problem(place, kind, {"written": written, "nearest": OWN[kind](written)})
    if kind == "literal_error":
        return Problem(place, "unknown-value", {"name": name, "written": written, **_allowed(mistake, written)})
    if kind in BAD_ID and name in ("id", "code", "was"):
        return Problem(place, "bad-id", {"written": written, "nearest": id_meant(written)})
    if kind in WRONG_TYPE:
        key = "wrong-item" if path and isinstance(path[-1], int) else "wrong-type"
        return Problem(place, key, {"name": name, "wanted": kind.removesuffix("_type")})
    if not written.strip():
        return Problem(place, "empty-value", {"name": name})
    return Problem(place, "bad-value", {"name": name, "written": written})


def _allowed(mistake: ErrorDetails, written: str) -> dict[str, str]:
    allowed = str(mistake.get("ctx", {}).get("expected", "")).replace("'", "").replace(" or ", ", ")
    return {"allowed": allowed, "nearest": nearest(written, allowed.split(", "))}


def _name(tree: Tree, path: Path_) -> str:
    """Return the key that a value belongs to; the file's name for the whole of it."""
    return next((part for part in reversed(path) if isinstance(part, str)), tree.files[0].name)
