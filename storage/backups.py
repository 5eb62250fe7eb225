"""Copy a database whole while a bot runs on it, and look at such a copy before it is put in another's place.

A backup is one file: everything that is remembered, and with it the texts of the plan that ran (``plan_versions``), so
that nothing else has to be kept beside it but the settings and their tokens.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from storage.marks import LAST_ROUND
from storage.migrations import versions
from storage.whole_copies import BackupError, beside, check_whole, copy_whole, opened, sync_folder, to_disk

TAKEN_AT = "backed-up-at"  # mark of a backup: when it was taken, in real time
OURS = ("mark", "outbox", "told", "wave")  # tables without which it is none of our databases


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup says of itself. ``taken_at`` is the last round's for a file that was copied by hand."""

    file: Path
    version: str
    taken_at: datetime | None
    bytes: int


def take(source: Path, target: Path, now: datetime, *, force: bool = False) -> Backup:
    """Copy a database into a file of its own; a bot that runs on it goes on.

    The copy is one moment's state (SQLite's online backup), looked through, on the disk, and only then put in its
    place: whoever sees the file sees all of it.

    Parameters:
        now: real time, noted in the copy.
        force: a file that is there is replaced.

    Raises:
        BackupError: no database there, it is damaged, or the target is there, or cannot be written.
    """
    if target.exists() and not force:
        raise BackupError("exists")
    with beside(target) as copy:
        copy_whole(source, copy)
        found = look(copy)
        with closing(sqlite3.connect(copy)) as written, written:
            written.execute("INSERT OR REPLACE INTO mark (name, value) VALUES (?, ?)", (TAKEN_AT, now.isoformat()))
        to_disk(copy)
        _put(copy, target, force=force)
    return replace(found, file=target, taken_at=now, bytes=target.stat().st_size)


def look(file: Path) -> Backup:
    """Look through a backup.

    Raises:
        BackupError: ``missing``, ``damaged``, ``foreign`` (no database of ours) or ``newer`` (of a later version).
    """
    with opened(file) as connection:
        check_whole(connection)
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if "alembic_version" not in tables or not tables.issuperset(OURS):
            raise BackupError("foreign")
        (version,) = connection.execute("SELECT version_num FROM alembic_version").fetchone() or ("",)
        if version not in versions():
            raise BackupError("newer" if version > versions()[-1] else "foreign", version)
        marks = dict(connection.execute("SELECT name, value FROM mark"))
    said = marks.get(TAKEN_AT) or marks.get(LAST_ROUND)
    return Backup(file, version, datetime.fromisoformat(said) if said else None, file.stat().st_size)


def _put(copy: Path, target: Path, *, force: bool) -> None:
    """Give the finished copy its name, in one step; without ``force`` never over another file."""
    if force:
        copy.replace(target)
    else:
        try:
            os.link(copy, target)
        except FileExistsError:
            raise BackupError("exists") from None
        except OSError:  # a disk without hard links
            copy.rename(target)
    sync_folder(target.absolute().parent)
