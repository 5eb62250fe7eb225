"""The files as they are written: nodes that know their file and their place in it, includes followed."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import yaml

from schedules.editing.refusals import CannotSplice
from schedules.loading.plain_text import Unreadable
from schedules.loading.yaml_nodes import DEEPEST, compose
from schedules.loading.yaml_tree import MOST_VALUES

MARK = "\ufeff"  # which some editors put before the text
BLOCK_STYLES = ("|", ">")


@dataclass(frozen=True, slots=True)
class Written:
    """A value with the file in which it stands."""

    file: str
    node: yaml.Node

    @property
    def is_flow(self) -> bool:
        """Tell whether it is written between brackets."""
        return bool(getattr(self.node, "flow_style", False))

    @property
    def style(self) -> str | None:
        """Return the quotes in which a scalar stands, or the sign of a block; None where it is plain."""
        return self.node.style if isinstance(self.node, yaml.ScalarNode) else None

    @property
    def text(self) -> str:
        """Return what a scalar says, "" of anything else."""
        return str(self.node.value) if isinstance(self.node, yaml.ScalarNode) else ""


class Pair(NamedTuple):
    """A key of a mapping with its value as it stands there, an include not followed."""

    key: yaml.Node
    value: yaml.Node


class Item(NamedTuple):
    """An item of a list: its value, and the list and place in which it is written, perhaps in another file."""

    value: Written
    of: Written
    place: int


class Files:
    """Look things up in texts by their paths; each file is read when it is first needed."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._roots: dict[str, yaml.Node] = {}

    def body(self, file: str) -> str:
        """Return what a file says without the mark before it: the places of nodes count from there."""
        return self._texts[file].removeprefix(MARK)

    def root(self) -> Written:
        """Return the whole of the first file, with which the others begin."""
        return self._whole(next(iter(self._texts)), 0)

    def pairs(self, mapping: Written) -> list[Pair]:
        """List the keys of a mapping, none of anything else."""
        return [Pair(*pair) for pair in mapping.node.value] if isinstance(mapping.node, yaml.MappingNode) else []

    def pair(self, mapping: Written, key: str) -> Pair | None:
        """Return a key of a mapping; None where it is not there."""
        return next((pair for pair in self.pairs(mapping) if pair.key.value == key), None)

    def under(self, mapping: Written, key: str) -> Written | None:
        """Return what stands under a key, None where nothing does."""
        pair = self.pair(mapping, key)
        return self._followed(Written(mapping.file, pair.value)) if pair else None

    def text(self, mapping: Written, key: str) -> str:
        """Return the words under a key, "" where there are none."""
        found = self.under(mapping, key)
        return found.text if found else ""

    def items(self, found: Written | None) -> list[Item]:
        """List the items of a list, those of included lists among them."""
        if found is None or not isinstance(found.node, yaml.SequenceNode):
            return []
        items: list[Item] = []
        for place, node in enumerate(found.node.value):
            value = self._followed(Written(found.file, node))
            spliced = _included(node) is not None and isinstance(value.node, yaml.SequenceNode)
            items += self.items(value) if spliced else [Item(value, found, place)]
        return items

    def _followed(self, found: Written, depth: int = 0) -> Written:
        name = _included(found.node)
        if name is None:
            return found
        return self._whole(posixpath.normpath(posixpath.join(posixpath.dirname(found.file), name)), depth + 1)

    def _whole(self, file: str, depth: int) -> Written:
        if file not in self._texts or depth > DEEPEST:
            raise CannotSplice(file=file, line="1")
        if file not in self._roots:
            self._roots[file] = self._composed(file)
        return self._followed(Written(file, self._roots[file]), depth)

    def _composed(self, file: str) -> yaml.Node:
        try:
            root = compose(self.body(file), file, MOST_VALUES)[0]
        except Unreadable as trouble:
            raise CannotSplice(file=file, line=str(trouble.problem.place.line)) from None
        if root is None:
            raise CannotSplice(file=file, line="1")
        return root


def begins(node: yaml.Node) -> int:
    """Return where a node begins, in characters."""
    return int(node.start_mark.index)


def ends(node: yaml.Node, body: str) -> int:
    """Return where what a node says ends; the reader's own mark of a block stands further down, after comments."""
    if isinstance(node, yaml.ScalarNode) and node.style in BLOCK_STYLES:
        return begins(node) + len(body[begins(node) : node.end_mark.index].rstrip())
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        if not isinstance(last, tuple):
            return ends(last, body)
        key, value = last
        return body.index(":", ends(key, body)) + 1 if is_bare(value) else ends(value, body)
    return int(node.end_mark.index)


def is_null(node: yaml.Node) -> bool:
    """Say whether a key has no value."""
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in ("", "~", "null")


def is_bare(node: yaml.Node) -> bool:
    """Say whether a value is not written at all."""
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value == ""


def _included(node: yaml.Node) -> str | None:
    """Return the path in {include: path}, None for anything else."""
    if not isinstance(node, yaml.MappingNode) or len(node.value) != 1:
        return None
    key, value = node.value[0]
    return str(value.value) if key.value == "include" and isinstance(value, yaml.ScalarNode) else None
