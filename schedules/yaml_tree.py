"""Read YAML files as a tree of plain text that remembers where each value stands, with includes spliced in.

PyYAML would read 17:30 as 1050, 010 as 8, no as False, and keep the last of two equal keys silently: so every scalar
stays text, and what a plans.yaml never needs (anchors, aliases, tags, merge keys) is refused.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from schedules.plain_text import LARGEST_FILE, NO_TEXT, Unreadable, as_text, read_bytes, shown
from schedules.problem import Place, Problem
from schedules.yaml_nodes import DEEPEST, compose, place_of

# All files together: the whole country has 140 files and 40,000 values. Without bounds, 30 files that each
# include the next one twice would be read a thousand million times.
MOST_FILES = 2_000
MOST_BYTES = 4 * LARGEST_FILE
MOST_VALUES = 300_000
NULLS = ("", "~", "null")
PLAIN_TAGS = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}

Path_ = tuple[str | int, ...]


class Broken:
    """Stand for a value that could not be read; its problem has been told."""


BROKEN = Broken()


@dataclass
class Tree:
    """What the files say. ``places`` has the place of every value by its path, and of every key by path + ("key",).

    ``files`` are those to watch: all that were read, and those that were missing. ``content`` is the hash of exactly
    the bytes that were read: hashing the files again would miss an edit made between the two.
    """

    value: Any = BROKEN
    places: dict[Path_, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    readable: bool = True
    content: Any = field(default_factory=hashlib.sha256)

    def place(self, path: Path_) -> Place:
        """Return where a value stands, or the nearest thing around it that stands somewhere."""
        while path not in self.places and path:
            path = path[:-1]
        return self.places.get(path, Place(shown(self.files[0]) if self.files else "?"))


def read_tree(file: Path) -> Tree:
    """Read a file with everything that it includes; never raises, whatever it holds."""
    tree = Tree()
    tree.value = _Reader(tree).file(file, (), ())
    return tree


@dataclass(frozen=True, slots=True)
class _Source:
    """The file that is being read: as problems call it, and the real paths of it and of those that include it."""

    file: Path
    name: str
    real: tuple[str, ...]


class _Reader:
    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.values_left = MOST_VALUES
        self.bytes_left = MOST_BYTES
        self.full = False  # told once that there is too much

    def file(self, file: Path, at: Path_, above: tuple[str, ...]) -> Any:
        source = _Source(file, shown(file), (*above, os.path.realpath(file)))
        self.tree.files.append(file)
        try:
            node = self._composed(source)
        except Unreadable as trouble:
            self._note_unreadable(trouble.problem)
            self.tree.readable = bool(above) or trouble.problem.key not in NO_TEXT
            return BROKEN
        if node is None or _is_null(node):
            self.tree.problems.append(Problem(Place(source.name), "empty-file"))
            return BROKEN
        return self._value(node, source, at)

    def _composed(self, source: _Source) -> yaml.Node | None:
        raw = read_bytes(source.file)
        self.tree.content.update(raw)
        self.bytes_left -= len(raw)
        if self.bytes_left < 0 or len(self.tree.files) > MOST_FILES:
            raise Unreadable(Place(source.name), "too-much")
        node, count = compose(as_text(raw, source.name), source.name, self.values_left)
        self.values_left -= count
        return node

    def _note_unreadable(self, problem: Problem) -> None:
        if problem.key == "too-much":
            self.full = True
            bounds = {"files": str(MOST_FILES), "size": f"{MOST_BYTES // 2**20} MiB", "count": str(MOST_VALUES)}
            problem = Problem(problem.place, problem.key, bounds)
        self.tree.problems.append(problem)

    def _value(self, node: yaml.Node, source: _Source, at: Path_) -> Any:
        self.tree.places[at] = place_of(source.name, node.start_mark)
        if len(at) > 2 * DEEPEST:  # each file is held to its own depth, includes add up
            return self._refuse(node, source, "too-deep")
        if node.tag != PLAIN_TAGS[type(node)]:
            return self._refuse(node, source, "tag", tag=node.tag)
        match node:
            case yaml.SequenceNode():
                return self._list(node, source, at)
            case yaml.MappingNode():
                return self._mapping(node, source, at)
        return None if _is_null(node) else node.value

    def _list(self, node: yaml.SequenceNode, source: _Source, at: Path_) -> list[Any]:
        found: list[Any] = []
        for item in node.value:
            name = _included(item)
            if name is None:
                found.append(self._value(item, source, (*at, len(found))))
            else:
                found += self._spliced(name, source, (*at, len(found)))
        return found

    def _spliced(self, name: yaml.ScalarNode, source: _Source, at: Path_) -> list[Any]:
        """Read an included file as items of a list; a list in it becomes as many items, its places moved along."""
        outer, self.tree.places = self.tree.places, {}
        value = self._include(name, source, at)
        inner, self.tree.places = self.tree.places, outer
        if not isinstance(value, list):
            outer.update(inner)
            return [value]
        depth, first = len(at), int(at[-1])
        for path, place in inner.items():
            if len(path) > depth:
                outer[(*at[:-1], first + int(path[depth]), *path[depth + 1 :])] = place
        return value

    def _mapping(self, node: yaml.MappingNode, source: _Source, at: Path_) -> Any:
        if (name := _included(node)) is not None:
            return self._include(name, source, at)
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if self._is_key(key_node, found, source):
                key = key_node.value
                found[key] = self._value(value_node, source, (*at, key))
                self.tree.places[(*at, key, "key")] = place_of(source.name, key_node.start_mark)
        return found

    def _is_key(self, node: yaml.Node, before: dict[str, Any], source: _Source) -> bool:
        why_not = _why_no_key(node, before)
        if why_not:
            self._refuse(node, source, why_not, name=str(node.value)[:80])
        return why_not is None

    def _include(self, name: yaml.ScalarNode, source: _Source, at: Path_) -> Any:
        if self.full:
            return BROKEN
        why_not = _why_not(name.value, source)
        if why_not == "include-missing" and "\0" not in name.value:
            self.tree.files.append(source.file.parent / name.value)  # to see when it appears
        if why_not:
            return self._refuse(name, source, why_not, name=name.value[:80])
        return self.file(source.file.parent / name.value, at, source.real)

    def _refuse(self, node: yaml.Node, source: _Source, key: str, **values: str) -> Broken:
        self.tree.problems.append(Problem(place_of(source.name, node.start_mark), key, values))
        return BROKEN


def _why_not(name: str, source: _Source) -> str | None:
    """Say what forbids an include: it must be a file inside the folder of the file that names it, links followed."""
    if "\0" in name or not name:
        return "include-missing"
    folder = os.path.realpath(source.file.parent)
    real = os.path.realpath(os.path.join(folder, name))
    if os.path.isabs(name) or os.path.commonpath((folder, real)) != folder:
        return "include-outside"
    if real in source.real:
        return "include-loop"
    if not os.path.isfile(real):
        return "include-missing"
    return "too-deep" if len(source.real) > DEEPEST else None


def _why_no_key(node: yaml.Node, before: dict[str, Any]) -> str | None:
    if not isinstance(node, yaml.ScalarNode) or node.tag != PLAIN_TAGS[yaml.ScalarNode] or node.value in ("<<", ""):
        return "key-not-text"
    if node.value == "include":
        return "include-alone"
    return "duplicate-key" if node.value in before else None


def _included(node: yaml.Node) -> yaml.ScalarNode | None:
    """Return the path in {include: path}, None for anything else."""
    if not isinstance(node, yaml.MappingNode) or len(node.value) != 1:
        return None
    key, value = node.value[0]
    is_include = isinstance(key, yaml.ScalarNode) and key.value == "include" and isinstance(value, yaml.ScalarNode)
    return value if is_include else None


def _is_null(node: yaml.Node) -> bool:
    """Say whether nothing is written; between quotes it is text."""
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in NULLS
