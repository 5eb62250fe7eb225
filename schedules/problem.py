"""A mistake in plans.yaml as a value: where it stands and which text tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["problem", "warning"]


@dataclass(frozen=True, slots=True)
class Place:
    """Point at one character of a file; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """Say one thing that is wrong (``problem``) or doubtful (``warning``) in plans.yaml.

    ``key`` names the text ``problem-<key>`` in the Fluent files, ``values`` its arguments:
    wording lives there, never here.
    """

    place: Place
    key: str
    values: Mapping[str, str] = field(default_factory=dict)
    severity: Severity = "problem"
