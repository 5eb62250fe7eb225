"""Make the JSON Schema of plans.yaml from its models, for editors that complete and check while somebody types.

A file that is included names a part of it: ``../../schedules/plans.schema.json#/$defs/plan``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from schedules.loading.plan_format import Clock, Count, Day, FileShape, Id, Shape, Span, Words, YesNo

DIALECT = "https://json-schema.org/draft/2020-12/schema"
HOUR = "([01]\\d|2[0-3]):[0-5]\\d"
# What is written without quotes may be a number or a yes to an editor; the loader takes all of it as text.
TEXT: dict[str, Any] = {"type": ["string", "number", "boolean"]}
SCALARS: dict[Any, dict[str, Any]] = {
    Id: {"type": ["string", "integer"], "pattern": "^[a-z0-9][a-z0-9-]*$", "maxLength": 64},
    Words: TEXT | {"minLength": 1},
    Day: {"type": "string", "pattern": "^2[01]\\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$"},
    Clock: {"type": "string", "pattern": f"^{HOUR}$"},
    Span: {"type": "string", "pattern": f"^{HOUR} *- *{HOUR}$"},
    YesNo: {"enum": [True, False, "true", "false"]},
    Count: {"type": ["integer", "string"], "minimum": 0, "maximum": 999, "pattern": "^[0-9]{1,3}$"},
    str: TEXT,
}
INCLUDE = "include"
# Lists that stand in files of their own, by the list's name: the model of their items.
LISTS = {
    "units": "unit",
    "communes": "row",
    "groups": "group",
    "plans": "plan",
    "tasks": "task",
    "events": "event",
    "sections": "section",
    "forms": "form",
}
Describe = Callable[[str, str], str]


def schema(describe: Describe) -> dict[str, Any]:
    """Return the schema of plans.yaml, and under ``$defs`` those of all that it may include.

    Parameters:
        describe: says in one line what a key is for, given the model ("task") and the key ("send_to").
    """
    parts = {name_of(shape): _mapping(shape, describe) for shape in sorted(_reached(FileShape), key=name_of)}
    lists = {name: _list({"$ref": f"#/$defs/{item}"}) for name, item in LISTS.items()}
    path = {"type": "string", "minLength": 1, "description": describe(INCLUDE, "path")}
    include = {"type": "object", "properties": {INCLUDE: path}, "required": [INCLUDE], "additionalProperties": False}
    top = parts.pop(name_of(FileShape))
    return {"$schema": DIALECT, "title": "plans.yaml", **top, "$defs": {**parts, **lists, INCLUDE: include}}


def first_line(path: str, part: str = "") -> str:
    """Return the comment that names the schema to editors.

    Parameters:
        path: of the schema, from the folder of the file whose first line this is.
        part: what the file holds, where it is not plans.yaml itself: "organisation", "plan", "communes" …
    """
    return f"# yaml-language-server: $schema={path}{f'#/$defs/{part}' if part else ''}"


def name_of(shape: type[Shape]) -> str:
    """Return how the schema calls a model."""
    return shape.__name__.removesuffix("Shape").lower()


def _mapping(shape: type[Shape], describe: Describe) -> dict[str, Any]:
    hints = get_type_hints(shape, include_extras=True)
    properties, required = {}, []
    for field, info in shape.model_fields.items():
        key = "except" if field == "except_" else field
        found = _of(hints[field])
        if info.is_required():
            required.append(key)
        else:
            found = _or_nothing(found)
        properties[key] = {"description": describe(name_of(shape), key), **found}
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _of(annotation: Any) -> dict[str, Any]:
    """Return the schema of a value."""
    if annotation in SCALARS:
        return dict(SCALARS[annotation])
    kind, inside = get_origin(annotation), get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return {"anyOf": [{"$ref": f"#/$defs/{name_of(annotation)}"}, {"$ref": f"#/$defs/{INCLUDE}"}]}
    if kind is Annotated:  # a phrase or an id may stand for the whole mapping
        return {"anyOf": [SCALARS[Words], *_of(inside[0])["anyOf"]]}
    if kind is Literal:
        return {"enum": [*inside, *(int(one) for one in inside if one.isdecimal())]}
    if kind is list:
        return {"anyOf": [_list(_of(inside[0])), {"$ref": f"#/$defs/{INCLUDE}"}]}
    if kind is dict:
        return {"type": "object", "additionalProperties": _of(inside[1])}
    if kind in (Union, UnionType):
        return _or_nothing(_of(next(one for one in inside if one is not type(None))))
    raise TypeError(annotation)


def _list(item: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a list; an item that includes a file becomes the items of that file."""
    ways = item.get("anyOf", [item])
    include = {"$ref": f"#/$defs/{INCLUDE}"}
    return {"type": "array", "items": {"anyOf": ways if include in ways else [*ways, include]}}


def _or_nothing(found: dict[str, Any]) -> dict[str, Any]:
    """Allow a key without a value: it is as good as none."""
    if "enum" in found:
        return found if None in found["enum"] else {"enum": [*found["enum"], None]}
    if "anyOf" in found:
        return found if {"type": "null"} in found["anyOf"] else {"anyOf": [*found["anyOf"], {"type": "null"}]}
    types = found["type"] if isinstance(found["type"], list) else [found["type"]]
    return found if "null" in types else found | {"type": [*types, "null"]}


def _reached(shape: type[Shape]) -> set[type[Shape]]:
    """Return a model with all that stand in it."""
    found: set[type[Shape]] = set()
    waiting = [shape]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += [inner for hint in get_type_hints(one).values() for inner in _shapes(hint)]
    return found


def _shapes(annotation: Any) -> Iterator[type[Shape]]:
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        yield annotation
    for inner in get_args(annotation):
        yield from _shapes(inner)
