"""What of a version of the plans nobody has answered yet, and what has been said of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from schedules.differing.differences import Rename
from schedules.plan import Plans
from storage.tables import PlanVersion


def left_to_ask(version: PlanVersion) -> list[str]:
    """List the organisations whose yes is missing."""
    return [id for id in version.about.get("asked", []) if id not in version.about.get("yes", {})]


def names_of(plans: Plans, organisations: Iterable[str]) -> str:
    """Name organisations; one that no running plan has, by its id."""
    return "; ".join(plans.organisations[id].name if id in plans.organisations else id for id in organisations)


def open_renames(version: PlanVersion, organisation: str | None = None) -> list[tuple[int, dict[str, Any]]]:
    """List what was perhaps only given another id and nobody has said, with its place."""
    return [
        (place, one)
        for place, one in enumerate(version.about.get("renames", []))
        if one["said"] is None and organisation in (None, one["organisation"])
    ]


def said_renames(version: PlanVersion) -> tuple[Rename, ...]:
    """Return what somebody has said to be the same under another id."""
    return tuple(
        Rename(one["organisation"], one["was"], one["now_called"], one["plan"])
        for one in version.about.get("renames", [])
        if one["said"]
    )
