"""Ask the format of plans.yaml which keys belong where."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import get_args, get_origin

from pydantic.fields import FieldInfo

from schedules.loading.holes import Path_
from schedules.loading.nearest import NOTHING
from schedules.loading.plan_format import FileShape, Shape


@cache
def all_shapes() -> tuple[type[Shape], ...]:
    """Return every model of the format, the outer ones first."""
    shapes = [*shapes_in(FileShape)]
    for shape in shapes:
        inner = (one for field in shape.model_fields.values() for one in shapes_in(field.annotation))
        shapes += [one for one in dict.fromkeys(inner) if one not in shapes]
    return tuple(shapes)


@cache
def all_keys() -> frozenset[str]:
    """Return every key of the format."""
    return frozenset(key for shape in all_shapes() for key in keys_of(shape))


def shape_at(path: Path_) -> type[Shape] | None:
    """Return the model that a place of the file is held to."""
    shape: type[Shape] | None = FileShape
    for part in path:
        if isinstance(part, str) and shape is not None:
            found = field_of(shape, part)
            shape = next(shapes_in(found.annotation), None) if found else None
    return shape


def field_of(shape: type[Shape], key: str) -> FieldInfo | None:
    """Return the field that a key of the file fills."""
    return shape.model_fields.get("except_" if key == "except" else key)


def shapes_in(annotation: object) -> Iterator[type[Shape]]:
    """Yield the models in a type such as ``list[TaskShape]`` or ``DeadlineShape | None``."""
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        yield annotation
    for inner in get_args(annotation):
        yield from shapes_in(inner)


def spelt(part: str | int) -> str | int:
    """Return a field of a model as the file spells it."""
    return "except" if part == "except_" else part


def keys_of(shape: type[Shape]) -> set[str]:
    """Return the keys of a mapping as the file spells them."""
    return {str(spelt(key)) for key in shape.model_fields}


def required_in(shape: type[Shape]) -> set[str]:
    """Return the keys that a mapping must have."""
    return {str(spelt(key)) for key, field in shape.model_fields.items() if field.is_required()}


def lists_in(shape: type[Shape]) -> dict[str, type[Shape]]:
    """Return the lists of mappings that a mapping may hold, with what their items are held to."""
    found = {key: next(shapes_in(field.annotation), None) for key, field in shape.model_fields.items()}
    return {key: item for key, item in found.items() if item and _is_list(shape.model_fields[key].annotation)}


def _is_list(annotation: object) -> bool:
    return any(get_origin(one) is list for one in (annotation, *get_args(annotation)))


def unlike(shape: type[Shape], keys: Collection[str]) -> int:
    """Count what keeps a mapping with these keys from being one of a kind: keys that it has not, and lacks."""
    return len(set(keys) - keys_of(shape)) + len(required_in(shape) - set(keys))


def list_meant(around: type[Shape], there: Collection[str], keys: Collection[str], most: int = 1) -> str:
    """Return which list of a mapping an item with these keys is from, ``NOTHING`` where that is not plain.

    Parameters:
        there: keys that the mapping has; the list is none of them.
        most: slips that the item may have.
    """
    fitting = {name: unlike(item, keys) for name, item in lists_in(around).items() if name not in there}
    best = min(fitting, key=lambda name: fitting[name], default=NOTHING)
    return best if fitting.get(best, most + 1) <= most else NOTHING


def belongs(there: Collection[str], key: str) -> bool:
    """Say whether a key belongs beside others in one mapping; those may have a misspelt one among them."""
    strange = {shape: len(set(there) - keys_of(shape)) for shape in all_shapes()}
    least = min(strange.values())
    return any(key in keys_of(shape) for shape, count in strange.items() if count == least)


def list_left_out(there: Collection[str], keys: Collection[str]) -> str:
    """Return which list's line is missing before an item with these keys, in whatever has the keys ``there``."""
    for most in (0, 1):
        for around in all_shapes():
            if set(there) <= keys_of(around) and (name := list_meant(around, there, keys, most)) != NOTHING:
                return name
    return NOTHING
