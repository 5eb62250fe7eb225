"""``backup``: a copy of the database in one file, taken while the bot runs."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from bot.clock import real_now
from bot.commands.troubles import CANNOT_START, WRONG_OPTIONS, explain, stop
from bot.settings import Settings
from bot.wording import wording
from handlers.vocabulary import Text
from schedules.deadline import VIETNAM

ASKED_WRONGLY = ("exists", "same")
SEPARATORS = ("/", os.sep)


def backup(
    to: Annotated[str, typer.Argument(help="a file, or a folder (with / at its end: made): then the name says when")],
    force: Annotated[bool, typer.Option("--force", help="replace a file that is there")] = False,
) -> None:
    """Copy everything that is remembered into one file; the bot may run meanwhile."""
    from storage.backups import take
    from storage.database import file_of
    from storage.whole_copies import BackupError

    settings, now = Settings(), real_now()
    with explain(settings):
        source = file_of(settings.database_url)
        target = _target(settings, to, name_of(source, now))
        try:
            taken = take(source, target, now, force=force)
        except BackupError as trouble:
            file = target if trouble.reason in ("exists", "cannot-write") else source
            refuse(settings, trouble.reason, file, trouble.why)
    told = {"file": str(target), "size": size(taken.bytes), "moment": now}
    print(wording(settings.language).text(Text("backup-taken", told)))


def _target(settings: Settings, to: str, name: str) -> Path:
    """Return the file to write; a folder that is only meant, by the sign at its end, is made."""
    path = Path(to)
    if to.endswith(SEPARATORS):
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as trouble:
            refuse(settings, "cannot-write", path, trouble.strerror or str(trouble))
    return path / name if path.is_dir() else path


def name_of(source: Path, now: datetime) -> str:
    """Name a backup after its database and its moment in Vietnam: nhacviec-20260504-073000.db."""
    return f"{source.stem}-{now.astimezone(VIETNAM):%Y%m%d-%H%M%S}.db"


def size(count: int) -> str:
    """Write how large a file is."""
    return f"{count / 2**20:.1f} MiB".replace(".", ",")


def refuse(settings: Settings, reason: str, file: Path, why: str) -> NoReturn:
    """Say why a backup cannot be taken or used."""
    told = Text(f"cannot-backup-{reason}", {"file": str(file), "why": why})
    stop(settings, told, WRONG_OPTIONS if reason in ASKED_WRONGLY else CANNOT_START)
