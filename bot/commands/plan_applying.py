"""``plan apply``: say yes at the command line to what the file says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands.plan_diff import Side, file_side
from bot.commands.plan_history import kept_versions
from bot.commands.plan_showing import Shown, confirm, say, shown
from bot.commands.troubles import stop
from bot.settings import Settings
from handlers.vocabulary import Text

if TYPE_CHECKING:
    from sqlalchemy import Engine


def apply_file(settings: Settings, *, yes: bool, why: str, renamed: bool | None) -> None:
    """Approve what the file says; the bot runs it with its next round, or when it starts."""
    from schedules.kept_texts import digest_of

    with kept_versions(settings) as engine:
        after = file_side(settings)
        digest = digest_of(after.texts)
        what = shown(settings, engine, after, digest, renamed, yes=yes)
        confirm(settings, yes=yes)
        _approve(settings, engine, after, digest, why, what)
        key = "plan-apply-soon" if _bot_runs(settings) else "plan-apply-at-start"
        say(settings, key, {"count": len(what.differences)})


def _approve(settings: Settings, engine: Engine, after: Side, digest: str, why: str, what: Shown) -> None:
    """Approve the version that waits, or make one of what the bot has not looked at yet.

    A change by chat that has not been written yet gives way, and its author is told: the file says something else.
    """
    from bot.commands.invite import now_of
    from handlers.plan_changes.outcomes import turn_away_overtaken
    from storage import plan_versions
    from storage.database import unit_of_work
    from storage.plan_versions import Version
    from storage.tables import VersionState

    with unit_of_work(engine) as session:
        now = now_of(session)
        running, coming = plan_versions.heads(session)
        if running is None or running.id != what.running:
            stop(settings, Text("plan-runs-another"))
        turn_away_overtaken(session, digest, now)
        version = plan_versions.version(session, coming.id) if coming and coming.digest == digest else None
        if version is None or version.origin != "file":
            fresh = Version(digest, now, VersionState.APPROVED, base=running.digest, texts=after.texts)
            version = plan_versions.keep(session, fresh)
        version.why = why or version.why
        plan_versions.decide(session, version, VersionState.APPROVED, now, what.about)


def _bot_runs(settings: Settings) -> bool:
    from bot.alone import AlreadyRunning, hold

    try:
        held = hold(settings.database_url)
    except AlreadyRunning:
        return True
    if held:
        held.close()
    return False
