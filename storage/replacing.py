"""Put one database file in the place of another, which is kept beside it."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from schedules.deadline import VIETNAM
from storage.whole_copies import sync_folder

LOGS = ("-wal", "-shm")


def into_one_file(file: Path) -> None:
    """Bring what lies in a database's log into its file."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def belongs_as(copy: Path, target: Path) -> None:
    """Give the copy the owner and rights of what it replaces: the bot need not be the one who restores."""
    like = target if target.exists() else target.absolute().parent
    if target.exists():
        copy.chmod(like.stat().st_mode & 0o777)
    if hasattr(os, "chown"):
        with suppress(PermissionError):
            os.chown(copy, like.stat().st_uid, like.stat().st_gid)


def swap(copy: Path, target: Path, now: datetime) -> Path | None:
    """Put the copy in the target's place in one step; a log of the old one is never left beside the new one."""
    if not target.exists():
        for log in LOGS:
            Path(f"{target}{log}").unlink(missing_ok=True)
        copy.replace(target)
        sync_folder(target.absolute().parent)
        return None
    kept = _free_name(target, now)
    for log in LOGS:
        with suppress(FileNotFoundError):
            Path(f"{target}{log}").rename(f"{kept}{log}")
    try:
        os.link(target, kept)
    except OSError:  # a disk without hard links
        shutil.copy2(target, kept)
    copy.replace(target)
    sync_folder(target.absolute().parent)
    return kept


def _free_name(target: Path, now: datetime) -> Path:
    name = f"{target}.before-restore-{now.astimezone(VIETNAM):%Y%m%d-%H%M%S}"
    names = (Path(f"{name}{number}") for number in ("", *(f"-{count}" for count in range(2, 1000))))
    return next(one for one in names if not one.exists())
