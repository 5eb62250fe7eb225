"""Turn what pydantic finds wrong with the shape of plans.yaml into problems with a place and a text of our own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

from schedules.plan_format import FileShape, Shape
from schedules.problem import Problem
from schedules.yaml_tree import Broken, Path_, Tree

NOTHING = "none"  # no id: the texts leave the suggestion out
LIKENESS = 60  # of 100: below it a suggestion confuses more than it helps
WRONG_TYPE = {"list_type", "dict_type", "model_type", "model_attributes_type", "string_type", "tuple_type"}
OWN = {"bad-date", "bad-hour", "bad-hours", "bad-yes-no", "bad-count"}


def shape_problems(tree: Tree, wrong: ValidationError) -> Iterator[Problem]:
    """Yield one problem for each of pydantic's errors, none for what could not even be read: that has been told."""
    for mistake in wrong.errors(include_url=False):
        if not isinstance(mistake["input"], Broken):
            yield _problem(tree, mistake)


def nearest(wanted: str, known: Iterable[str]) -> str:
    """Return the known name that is most like a misspelt one, ``NOTHING`` where none is."""
    found = process.extractOne(wanted, list(known), scorer=fuzz.ratio, score_cutoff=LIKENESS)
    return found[0] if found else NOTHING


def _problem(tree: Tree, mistake: ErrorDetails) -> Problem:
    path: Path_ = tuple(_spelt(part) for part in mistake["loc"])
    name, written, kind = _name(tree, path), str(mistake["input"])[:80], mistake["type"]
    if kind == "extra_forbidden":
        return Problem(tree.place((*path, "key")), "unknown-key", {"name": name, "nearest": nearest(name, _keys(path))})
    if kind == "missing":
        return Problem(tree.place(path[:-1]), "missing-key", {"name": name})
    place = tree.place(path)
    if kind in OWN:
        return Problem(place, kind, {"written": written})
    if kind == "literal_error":
        allowed = str(mistake.get("ctx", {}).get("expected", "")).replace("'", "").replace(" or ", ", ")
        return Problem(place, "unknown-value", {"name": name, "written": written, "allowed": allowed})
    if kind == "string_pattern_mismatch":
        return Problem(place, "bad-id", {"written": written})
    if kind in WRONG_TYPE:
        key = "wrong-item" if path and isinstance(path[-1], int) else "wrong-type"
        return Problem(place, key, {"name": name, "wanted": kind.removesuffix("_type")})
    if not written.strip():
        return Problem(place, "empty-value", {"name": name})
    return Problem(place, "bad-value", {"name": name, "written": written})


def _spelt(part: str | int) -> str | int:
    """Return a field of a model as the file spells it."""
    return part.rstrip("_") if isinstance(part, str) else part


def _name(tree: Tree, path: Path_) -> str:
    """Return the key that a value belongs to; the file's name for the whole of it."""
    return next((part for part in reversed(path) if isinstance(part, str)), tree.files[0].name)


def _keys(path: Path_) -> list[str]:
    """Return the right keys where a wrong one stands; elsewhere in the file it might be right."""
    shape: type[Shape] | None = FileShape
    for part in path[:-1]:
        if isinstance(part, str) and shape is not None:
            field = shape.model_fields.get(part)
            shape = next(_shapes(field.annotation), None) if field else None
    return [str(_spelt(key)) for key in shape.model_fields] if shape else []


def _shapes(annotation: object) -> Iterator[type[Shape]]:
    """Yield the models in a type such as ``list[TaskShape]`` or ``DeadlineShape | None``."""
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        yield annotation
    for inner in get_args(annotation):
        yield from _shapes(inner)
