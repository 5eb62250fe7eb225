"""Take apart the items of a list that a forgotten dash has run together into one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import yaml

from schedules.loading.yaml_cuts import Cut


@dataclass(frozen=True, slots=True)
class Part:
    """An item as a node of its own. ``missing_dash`` is the key that lacks one, where that is not told already.

    ``whole`` is False where the item's first line is not there.
    """

    node: yaml.Node
    missing_dash: str = ""
    whole: bool = True


def parts(item: yaml.Node, cuts: Sequence[Cut]) -> list[Part]:
    """Return an item; where two keys in a row stand again, it begins anew there, and is as many parts."""
    if not isinstance(item, yaml.MappingNode) or item.flow_style or len(item.value) < 4:
        return [Part(item)]
    keys = [key.value if isinstance(key, yaml.ScalarNode) else "" for key, _ in item.value]
    starts, above = [0], set[tuple[str, str]]()
    for at, pair in enumerate(pairwise(keys)):
        if pair in above:
            starts.append(at)
            above.clear()
        above.add(pair)
    told = {cut.end for cut in cuts}  # a line that was cut right above had the dash
    return [_part(item, start, end, keys[0], told) for start, end in pairwise([*starts, len(keys)])]


def _part(item: yaml.MappingNode, start: int, end: int, first: str, told: set[int]) -> Part:
    entries = item.value[start:end]
    begins, ends = entries[0][0].start_mark, item.value[end][0].start_mark if end < len(item.value) else item.end_mark
    key = str(entries[0][0].value)
    missing = "" if start == 0 or begins.line in told else key
    return Part(yaml.MappingNode(item.tag, entries, begins, ends, item.flow_style), missing, start == 0 or key == first)
