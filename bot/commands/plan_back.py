"""``plan roll-back``: let a former version run again, with the files written back to what it says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from bot.commands.plan_diff import Side, version_side
from bot.commands.plan_history import kept_versions
from bot.commands.plan_showing import COMMAND, Shown, confirm, say, shown
from bot.commands.troubles import stop
from bot.settings import Settings
from handlers.vocabulary import Text

if TYPE_CHECKING:
    from sqlalchemy import Engine


def roll_back_to(settings: Settings, number: int, *, yes: bool, why: str, renamed: bool | None) -> None:
    """Make a version of a former one's texts, and have the files written: by the bot, or here where none runs."""
    from bot.alone import AlreadyRunning, hold
    from schedules.kept_texts import digest_of
    from storage.database import reading

    with kept_versions(settings) as engine:
        with reading(engine) as session:
            wanted = version_side(settings, session, number)
        what = shown(settings, engine, wanted, digest_of(wanted.texts), renamed, yes=yes, written_back=True)
        confirm(settings, yes=yes)
        on_disk = _propose(settings, engine, wanted, why, what)
        try:
            held = hold(settings.database_url)
        except AlreadyRunning:
            say(settings, "plan-back-soon", {"number": number})
            return
        try:
            _write(settings, wanted.texts, on_disk)
        finally:
            if held:
                held.close()
        say(settings, "plan-back-written", {"number": number})


def _propose(
    settings: Settings,
    engine: Engine,
    wanted: Side,
    why: str,
    what: Shown,
) -> Mapping[str, str]:
    """Keep what the files say now, so that nothing an admin wrote is lost; then approve the former version."""
    from bot.commands.invite import now_of
    from handlers.plan_changes.outcomes import turn_away_overtaken
    from schedules.kept_texts import digest_of
    from storage import plan_versions
    from storage.database import unit_of_work
    from storage.plan_versions import Version
    from storage.tables import VersionState

    texts = _on_disk(settings, wanted.texts)
    base = digest_of(texts)
    with unit_of_work(engine) as session:
        now = now_of(session)
        if plan_versions.texts_of(session, base) is None:
            plan_versions.keep(session, Version(base, now, VersionState.SUPERSEDED, texts=texts, about=COMMAND))
        turn_away_overtaken(session, digest_of(wanted.texts), now)
        about = {**what.about, "rolled_back_to": wanted.number}
        plan_versions.propose(session, wanted.texts, base, "roll-back", None, why, what.differences, now, about)
    return texts


def _on_disk(settings: Settings, wanted: Mapping[str, str]) -> Mapping[str, str]:
    """Return what the files say now, those too that only the former version includes."""
    from bot.writing import says
    from schedules.loading.loader import load

    texts = dict(load(settings.plans_file).texts)
    for path in wanted:
        if path not in texts and (said := says(settings.plans_file.parent / path)) is not None:
            texts[path] = said
    return texts


def _write(settings: Settings, texts: Mapping[str, str], on_disk: Mapping[str, str]) -> None:
    from bot.writing import CannotWrite, FileChanged, write_texts

    try:
        write_texts(settings.plans_file.parent, texts, on_disk)
    except FileChanged as changed:
        stop(settings, Text("plan-file-changed", {"file": str(changed)}))
    except CannotWrite as trouble:
        stop(settings, Text("plan-cannot-write", {"why": str(trouble)}))
