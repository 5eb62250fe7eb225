"""Read YAML files as a tree of plain text that remembers where each value stands, with includes spliced in.

PyYAML would read 17:30 as 1050, 010 as 8, no as False, and keep the last of two equal keys silently: so every scalar
stays text, and what a plans.yaml never needs (anchors, aliases, tags, merge keys) is refused.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from schedules.loading.holes import Holes, Path_
from schedules.loading.plain_text import LARGEST_FILE, NO_TEXT, Unreadable, as_text, read_bytes, shown
from schedules.loading.yaml_cuts import Cut, owner
from schedules.loading.yaml_items import parts
from schedules.loading.yaml_nodes import DEEPEST, place_of
from schedules.loading.yaml_sound import Composed, compose_sound
from schedules.problem import Place, Problem

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
    raw: dict[Path, bytes] = field(default_factory=dict)  # each file is read once, however often it is included
    holes: Holes = field(default_factory=Holes)
    moved: dict[Path_, Path_] = field(default_factory=dict)  # a path → the one by which it was read: of a misspelt key
    untold: int = 0  # mistakes beyond all patience, only counted
    room: int = 2_000_000  # units that tasks, groups and sections may name all together
    patience: int = 5_000_000  # names that may be looked through for those that were misspelt

    def move(self, new: Path_, old: Path_) -> None:
        """Note that what has a place by one path is to be found by another."""
        self.moved[new] = self.moved.get(old, old)
        self.holes.move(old, new)

    def takes(self, units: int) -> bool:
        """Say whether so many more units can be owed; noted once where they are too many."""
        full, self.room = self.room < 0, self.room - units
        if self.room < 0 and not full:
            self.problems.append(Problem(self.place(()), "too-many-assignments"))
        return self.room >= 0

    def place(self, path: Path_) -> Place:
        """Return where a value stands, or the nearest thing around it that stands somewhere."""
        for length in range(len(path), 0, -1) if self.moved else ():
            path = self.moved.get(path[:length], path[:length]) + path[length:]
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
    cuts: tuple[Cut, ...] = ()


@dataclass(frozen=True, slots=True)
class _Opened:
    """A file as nodes."""

    node: yaml.Node
    source: _Source


class _Reader:
    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.values_left = MOST_VALUES
        self.bytes_left = MOST_BYTES
        self.full = False  # told once that there is too much

    def file(self, file: Path, at: Path_, above: tuple[str, ...]) -> Any:
        opened = self._open(file, above)
        return self._value(opened.node, opened.source, at) if opened else self._lose(at)

    def _open(self, file: Path, above: tuple[str, ...]) -> _Opened | None:
        """Read one file into nodes; tell what is wrong with it, and return None where nothing can be taken from it."""
        source = _Source(file, shown(file), (*above, os.path.realpath(file)))
        self.tree.files.append(file)
        try:
            composed = self._composed(source)
        except Unreadable as trouble:
            self._note_unreadable(trouble.problem)
            self.tree.readable = bool(above) or trouble.problem.key not in NO_TEXT
            return None
        for problem in composed.problems:
            self._note_unreadable(problem)
        if composed.node is None or _is_null(composed.node):
            if not composed.problems:
                self.tree.problems.append(Problem(Place(source.name), "empty-file"))
            return None
        return _Opened(composed.node, replace(source, cuts=composed.cuts))

    def _composed(self, source: _Source) -> Composed:
        raw = self.tree.raw.get(source.file)
        if raw is None:
            raw = self.tree.raw[source.file] = read_bytes(source.file)
        self.tree.content.update(raw)
        self.bytes_left -= len(raw)
        if self.bytes_left < 0 or len(self.tree.files) > MOST_FILES:
            raise Unreadable(Place(source.name), "too-much")
        composed = compose_sound(as_text(raw, source.name), source.name, self.values_left)
        self.values_left -= composed.count
        return composed

    def _note_unreadable(self, problem: Problem) -> None:
        if problem.key == "too-much":
            self.full = True
            bounds = {"files": str(MOST_FILES), "size": f"{MOST_BYTES // 2**20} MiB", "count": str(MOST_VALUES)}
            problem = Problem(problem.place, problem.key, bounds)
        self.tree.problems.append(problem)

    def _value(self, node: yaml.Node, source: _Source, at: Path_) -> Any:
        self.tree.places[at] = place_of(source.name, node.start_mark)
        if len(at) > 2 * DEEPEST:  # each file is held to its own depth, includes add up
            self._refuse(node, source, "too-deep")
            return self._lose(at)
        if node.tag != PLAIN_TAGS[type(node)]:
            self._refuse(node, source, "tag", tag=node.tag)
            return self._lose(at)
        match node:
            case yaml.SequenceNode():
                return self._list(node, source, at)
            case yaml.MappingNode():
                return self._mapping(node, source, at)
        return None if _is_null(node) else node.value

    def _list(self, node: yaml.SequenceNode, source: _Source, at: Path_) -> list[Any]:
        found: list[Any] = []
        self._fill(found, node, source, at)
        return found

    def _fill(self, found: list[Any], node: yaml.SequenceNode, source: _Source, at: Path_) -> None:
        """Add a list's items to those found; a list that is included as an item becomes as many items."""
        self._note_cuts(node, source, at)
        for part in (part for item in node.value for part in parts(item, source.cuts)):
            item, here = part.node, (*at, len(found))
            name = _included(item)
            if part.missing_dash:
                self._refuse(item, source, "no-dash", name=part.missing_dash[:80])
            if not part.whole:
                self.tree.holes.miss(here)
            if name is None:
                found.append(self._value(item, source, here))
            elif (opened := self._included_file(name, source)) is None:
                found.append(self._lose(here))
            elif isinstance(opened.node, yaml.SequenceNode) and opened.node.tag == PLAIN_TAGS[yaml.SequenceNode]:
                self._fill(found, opened.node, opened.source, at)
            else:
                found.append(self._value(opened.node, opened.source, here))

    def _mapping(self, node: yaml.MappingNode, source: _Source, at: Path_) -> Any:
        if (name := _included(node)) is not None:
            opened = self._included_file(name, source)
            return self._value(opened.node, opened.source, at) if opened else self._lose(at)
        self._note_cuts(node, source, at)
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if self._is_key(key_node, found, source, at):
                key = key_node.value
                found[key] = self._value(value_node, source, (*at, key))
                self.tree.places[(*at, key, "key")] = place_of(source.name, key_node.start_mark)
        return found

    def _is_key(self, node: yaml.Node, before: dict[str, Any], source: _Source, at: Path_) -> bool:
        why_not = _why_no_key(node, before)
        if why_not:
            self._refuse(node, source, why_not, name=str(node.value)[:80])
            self.tree.holes.miss((*at, node.value) if why_not == "duplicate-key" else at)
        return why_not is None

    def _included_file(self, name: yaml.ScalarNode, source: _Source) -> _Opened | None:
        if self.full:
            return None
        why_not = _why_not(name.value, source)
        if why_not == "include-missing" and "\0" not in name.value:
            self.tree.files.append(source.file.parent / name.value)  # to see when it appears
        if why_not:
            self._refuse(name, source, why_not, name=name.value[:80])
            return None
        return self._open(source.file.parent / name.value, source.real)

    def _note_cuts(self, node: yaml.Node, source: _Source, at: Path_) -> None:
        """Note that something was cut out of this mapping or list, where its file has lines that are no YAML."""
        for cut in source.cuts:
            if owner(node, cut) and cut.key and isinstance(node, yaml.MappingNode):
                self.tree.holes.lose((*at, cut.key))
            elif owner(node, cut):
                self.tree.holes.miss(at)

    def _lose(self, at: Path_) -> Broken:
        self.tree.holes.lose(at)
        return BROKEN

    def _refuse(self, node: yaml.Node, source: _Source, key: str, **values: str) -> None:
        self.tree.problems.append(Problem(place_of(source.name, node.start_mark), key, values))


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
