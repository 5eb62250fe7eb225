"""Show the versions of the plans as a table, or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from bot.commands.check import Form
from bot.commands.troubles import stop
from bot.settings import Settings
from bot.wording import wording
from handlers.vocabulary import Text

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlmodel import Session

    from storage.tables import PlanVersion

TOLD = 3  # differences in one cell of the table


@contextmanager
def kept_versions(settings: Settings) -> Iterator[Engine]:
    """Open the database; one that is not there is not made: no plan has ever run on it."""
    from storage.database import file_of, open_database

    file = file_of(settings.database_url)
    if not file.exists():
        stop(settings, Text("plan-no-database", {"file": str(file)}))
    engine = open_database(settings.database_url)
    try:
        yield engine
    finally:
        engine.dispose()


def show_history(settings: Settings, form: Form, most: int) -> None:
    """Print the newest versions, the newest first."""
    from storage import plan_versions
    from storage.database import reading

    with kept_versions(settings) as engine, reading(engine) as session:
        found = [_as_json(settings, session, one) for one in plan_versions.history(session, most)]
        names = _names(settings, session) if any(one["waits_for"] for one in found) else {}
    if form is Form.JSON:
        print(json.dumps(found, ensure_ascii=False))
    else:
        _print(settings, found, names)


def _names(settings: Settings, session: Session) -> dict[str, str]:
    """Return what the organisations of the running plans are called."""
    from schedules.kept_texts import load_kept
    from storage import plan_versions

    running = plan_versions.running(session)
    plans = load_kept(settings.plans_file.name, running.texts).plans if running and running.texts else None
    return {one.id: one.name for one in plans.organisations.values()} if plans else {}


def _as_json(settings: Settings, session: Session, version: PlanVersion) -> dict[str, Any]:
    from handlers.office import name_of
    from handlers.plan_changes.describing import difference_texts
    from handlers.plan_changes.unanswered import left_to_ask
    from schedules.differing.differences import from_json
    from storage import people
    from storage.tables import RoleKind, VersionState

    words = wording(settings.language)
    differences = from_json(version.about.get("differences", []))
    waits = left_to_ask(version) if version.state is VersionState.WAITING else []
    return {
        "number": version.id,
        "at": version.loaded_at.isoformat(),
        "decided_at": version.decided_at.isoformat() if version.decided_at else None,
        "state": str(version.state),
        "origin": version.origin,
        "by": name_of(session, version.by) if version.by is not None else version.about.get("by"),
        "why": version.why,
        "problems": version.problems,
        "digest": version.digest,
        "differences": version.about.get("differences", []),
        "words": [words.text(text) for text in difference_texts(differences)],
        "effects": version.about.get("effects", {}),
        "waits_for": waits,
        "first": version.state is VersionState.RAN and not version.base,
        "without_admin": [id for id in waits if not people.chats_of_role(session, id, RoleKind.ADMIN)],
    }


def _print(settings: Settings, found: list[dict[str, Any]], names: Mapping[str, str]) -> None:
    from datetime import datetime

    from rich.console import Console
    from rich.table import Table

    from schedules.deadline import VIETNAM

    words = wording(settings.language)
    if not found:
        print(words.text(Text("plan-history-none")))
        return
    table = Table(*(words.text(Text(f"plan-column-{name}")) for name in ("number", "at", "state", "who", "what")))
    for one in found:
        at = datetime.fromisoformat(one["decided_at"] or one["at"]).astimezone(VIETNAM)
        state = words.text(Text(f"version-{one['state']}"))
        table.add_row(
            str(one["number"]), f"{at:%d/%m/%Y %H:%M}", state, _who(settings, one), _what(settings, one, names)
        )
    Console().print(table)


def _who(settings: Settings, one: dict[str, Any]) -> str:
    words = wording(settings.language)
    origin = words.text(Text(f"origin-{one['origin']}"))
    by = words.text(Text("change-by-command")) if one["by"] == "command" else one["by"]
    return f"{by} ({origin})" if by else origin


def _what(settings: Settings, one: dict[str, Any], names: Mapping[str, str]) -> str:
    def named(ids: list[str]) -> str:
        return "; ".join(names.get(id, id) for id in ids)

    words = wording(settings.language)
    told = [line.removeprefix("– ") for line in one["words"][:TOLD]]
    if len(one["words"]) > TOLD:
        told.append(words.text(Text("plan-more", {"count": len(one["words"]) - TOLD})))
    if one["problems"]:
        told.append(words.text(Text("plan-problems", {"count": one["problems"]})))
    if one["why"]:
        told.append(words.text(Text("notice-change-why", {"why": one["why"]})))
    if one["waits_for"]:
        told.append(words.text(Text("plan-waits-for", {"names": named(one["waits_for"])})))
    if one["without_admin"]:
        told.append(words.text(Text("plan-without-admin", {"names": named(one["without_admin"])})))
    return "\n".join(told) or words.text(Text("plan-first-version" if one["first"] else "plan-no-difference"))
