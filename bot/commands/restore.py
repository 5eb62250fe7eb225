"""``restore``: put a backup in the place of the database, and say what it does not know."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.clock import real_now
from bot.commands.backup import refuse
from bot.commands.troubles import explain
from bot.settings import Settings
from bot.wording import wording
from handlers.vocabulary import Text

if TYPE_CHECKING:
    from storage.restoring import Restored


def restore(source: Annotated[Path, typer.Argument(metavar="FROM", help="a file that backup wrote")]) -> None:
    """Put a backup in the place of DATABASE_URL; what was there is kept beside it. The bot must not run."""
    from bot.alone import hold
    from storage.database import file_of
    from storage.restoring import restore as put_back
    from storage.whole_copies import BackupError

    settings = Settings()
    with explain(settings):
        target = file_of(settings.database_url)
        held = hold(settings.database_url)
        try:
            restored = put_back(source, target, real_now())
            written = _plans_written(settings)
        except BackupError as trouble:
            refuse(settings, trouble.reason, target if trouble.reason == "cannot-write" else source, trouble.why)
        finally:
            if held:
                held.close()
    words = wording(settings.language)
    print("\n".join(words.text(text) for text in _told(restored, target, settings, written)))


def _told(restored: Restored, target: Path, settings: Settings, written: int) -> Iterator[Text]:
    """Say what was put back, what may be sent again, what is lost, and what comes next."""
    yield Text("restored", {"file": str(target), "moment": restored.backup.taken_at or Text("restored-undated")})
    if restored.kept_as:
        yield Text("restored-kept", {"file": str(restored.kept_as)})
    if restored.taken_over is not None:
        yield Text("restored-known", {"count": restored.taken_over})
        if restored.forgotten:
            yield Text("restored-forgotten", {"count": restored.forgotten})
    else:
        yield Text("restored-unknown", {"count": restored.may_repeat})
    if written:
        yield Text("restored-plans", {"file": str(settings.plans_file), "count": written})
    yield Text("restored-next", {"file": str(settings.plans_file)})


def _plans_written(settings: Settings) -> int:
    """Write the files of the plan that ran where there are none (a new machine); return how many."""
    from bot.writing import CannotWrite, FileChanged, write_texts
    from storage import plan_versions
    from storage.database import open_database, reading

    file = settings.plans_file
    if file.exists():
        return 0
    engine = open_database(settings.database_url)
    try:
        with reading(engine) as session:
            running = plan_versions.running(session)
    finally:
        engine.dispose()
    if running is None or file.name not in running.texts:
        return 0
    try:
        return len(write_texts(file.parent, running.texts, {}))
    except (FileChanged, CannotWrite):  # another file of that name lies there: it is not ours to replace
        return 0
