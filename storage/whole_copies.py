"""Copy a database into one whole file, beside where it is to lie; the troubles of the disk get their reasons."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from storage.database import PATIENCE


class BackupError(Exception):
    """A backup cannot be taken or used. ``reason`` is a short key, ``why`` what the system says."""

    def __init__(self, reason: str, why: str = "") -> None:
        super().__init__(why or reason)
        self.reason, self.why = reason, why


def copy_whole(source: Path, target: Path) -> None:
    """Copy one moment's state of a database, with what still lies in its log, into a single file; look at it then.

    All pages in one step: in smaller ones SQLite would begin again after each write of another process.
    """
    with opened(source) as reading, _reasons(), closing(sqlite3.connect(target)) as writing:
        reading.backup(writing, pages=-1)
        writing.execute("PRAGMA journal_mode=DELETE")  # the copied header says WAL: two more files beside it


@contextmanager
def opened(file: Path) -> Iterator[sqlite3.Connection]:
    """Open a database to read only: nothing is made, nothing is brought up to date.

    Raises:
        BackupError: there is none, or it cannot be read.
    """
    if not file.is_file():
        raise BackupError("missing")
    with _reasons(), closing(_connected(file)) as connection:
        yield connection


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """Give an empty file beside the target, which only its owner can read, and take away what is left of it."""
    if target.is_dir():
        raise BackupError("cannot-write", str(target))
    with _reasons():
        descriptor, name = tempfile.mkstemp(dir=target.absolute().parent, prefix=f".{target.name}.")
        os.close(descriptor)
    try:
        with _reasons():
            yield Path(name)
    finally:
        for left in ("", "-journal", "-wal", "-shm"):
            Path(f"{name}{left}").unlink(missing_ok=True)


def to_disk(file: Path) -> None:
    """Let what was written survive a power cut."""
    with file.open("rb") as written:
        os.fsync(written.fileno())


def sync_folder(folder: Path) -> None:
    """Let the names in a folder survive a power cut, where the system can do that."""
    if hasattr(os, "O_DIRECTORY"):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _connected(file: Path) -> sqlite3.Connection:
    """Connect; a file on a disk that cannot be written, where SQLite can put no log, is read as it stands."""
    address = file.absolute().as_uri()
    connection = sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=PATIENCE)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError:
        connection.close()
        if os.access(file.absolute().parent, os.W_OK):
            raise
        connection = sqlite3.connect(f"{address}?immutable=1", uri=True)
    return connection


def check_whole(connection: sqlite3.Connection) -> None:
    """Look through all of a database; raises BackupError where it is damaged."""
    (said,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if said != "ok":
        raise BackupError("damaged", str(said))


@contextmanager
def _reasons() -> Iterator[None]:
    """Turn the troubles of the disk and of SQLite into ours."""
    try:
        yield
    except sqlite3.OperationalError as trouble:
        name = str(getattr(trouble, "sqlite_errorname", ""))
        raise BackupError("damaged" if name.startswith("SQLITE_CORRUPT") else "cannot-write", str(trouble)) from trouble
    except sqlite3.DatabaseError as trouble:
        foreign = getattr(trouble, "sqlite_errorname", "") == "SQLITE_NOTADB"
        raise BackupError("foreign" if foreign else "damaged", str(trouble)) from trouble
    except OSError as trouble:
        raise BackupError("cannot-write", trouble.strerror or str(trouble)) from trouble
