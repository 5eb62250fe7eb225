"""Why a deadline was changed, in the admin's words: units want to name the document that says so."""

from __future__ import annotations

from collections.abc import Mapping

from sqlmodel import Session

from handlers.vocabulary import Text
from storage import plan_versions
from storage.tables import VersionState

LOOKED_AT = 20  # versions: a deadline is told with the next round, or when the office opens

Owed = tuple[str, str, str]  # plan, task, unit


def reasons_of_moves(session: Session, organisation: str) -> Mapping[Owed, str]:
    """Return the reason of each deadline's last change, "" where none was given."""
    found: dict[Owed, str] = {}
    for version in plan_versions.history(session, LOOKED_AT):
        if version.state is VersionState.RAN:
            for one in version.about.get("differences", []):
                if (one["kind"], one["organisation"]) == ("deadline-moved", organisation):
                    for unit in one.get("unit_ids", ()):
                        found.setdefault((one["plan"], one["task"], unit), version.why)
    return found


def reason_line(why: str) -> Text | None:
    """Say the reason, where there is one."""
    return Text("notice-change-why", {"why": why}) if why else None
