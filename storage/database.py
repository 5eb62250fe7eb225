"""Open the database, and hand out its two kinds of transaction: one that writes, one that only reads.

SQLite lets one writer in at a time. A unit of work asks for that place at its first statement (``BEGIN IMMEDIATE``)
and waits for it, so what it has read is still true when it writes and it can never fail half-way with "locked".
Readers never wait (WAL).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, Connection, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import NullPool
from sqlmodel import Session

from storage.migrations import ForeignTables, NewerDatabase, upgrade

PASSING = ("SQLITE_BUSY", "SQLITE_FULL", "SQLITE_IOERR")  # troubles that may be over in a while
PATIENCE = 30.0  # seconds that a writer waits for its place, far longer than any transaction of ours lasts


class DatabaseError(Exception):
    """The database cannot be used. ``reason`` is a short key; the message says the same in plain words."""

    def __init__(self, reason: str, words: str) -> None:
        super().__init__(words)
        self.reason = reason


def open_database(url: str) -> Engine:
    """Open the SQLite file that ``url`` names, made and brought up to date where needed.

    Safe to call from several processes at once: the upgrade is one transaction, the second finds it done.

    Args:
        url: ``sqlite:///relative.db`` or ``sqlite:////absolute/path.db``.

    Returns:
        An engine that threads may share.

    Raises:
        DatabaseError: not SQLite, not a file, not writable, not a database, not ours, or made by a newer version.
    """
    file = file_of(url)
    try:
        _prepare(file)
    except DBAPIError as error:
        raise DatabaseError("unusable", f"{file} cannot be used as the database: {error.orig}") from error
    except ForeignTables as error:
        raise DatabaseError("foreign", f"{file} holds tables of another program: {error}") from error
    except NewerDatabase as error:
        raise DatabaseError("newer", f"{file} was made by a newer version of this program ({error})") from error
    engine = _engine(file, pool_size=8, max_overflow=24)
    event.listen(engine, "connect", _check_foreign_keys)
    return engine


@contextmanager
def unit_of_work(engine: Engine) -> Iterator[Session]:
    """Give a session whose changes are kept all together at the end, or not at all when an error leaves it.

    Its objects stay readable afterwards. Not to be nested: the inner one would wait for the outer one's place.

    Raises:
        DatabaseError: the place did not become free in time.
    """
    writers = engine.get_execution_options()["writers"]
    if not writers.acquire(timeout=PATIENCE):
        raise DatabaseError("busy", f"another unit of work has held the database for {PATIENCE:.0f} seconds")
    try:
        with Session(engine, expire_on_commit=False) as session, session.begin():
            yield session
    finally:
        writers.release()


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """Give a session that sees one unchanging state and never waits; writing in it is an OperationalError."""
    with Session(engine.execution_options(reading=True), expire_on_commit=False) as session:
        yield session


def may_pass(trouble: BaseException) -> bool:
    """Say whether a trouble is one of a database that is only busy or full for a while."""
    if isinstance(trouble, DatabaseError):
        return trouble.reason == "busy"
    raw = trouble.orig if isinstance(trouble, DBAPIError) else trouble
    return isinstance(raw, OSError) or str(getattr(raw, "sqlite_errorname", "")).startswith(PASSING)


def file_of(url: str) -> Path:
    """Return the file that ``url`` names; raises as ``open_database`` does."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise DatabaseError("not-a-url", "DATABASE_URL must look like sqlite:///nhacviec.db") from None
    if parsed.get_backend_name() != "sqlite":
        raise DatabaseError("not-sqlite", f"Only SQLite is supported (sqlite:///nhacviec.db), not {parsed.drivername}")
    if parsed.database in (None, "", ":memory:") or parsed.query:
        raise DatabaseError("not-a-file", "DATABASE_URL must name a plain file, like sqlite:///nhacviec.db")
    file = Path(str(parsed.database))
    if not file.absolute().parent.is_dir():
        raise DatabaseError("no-folder", f"The folder of the database does not exist: {file.absolute().parent}")
    return file


def _prepare(file: Path) -> None:
    """Switch the file to WAL and upgrade it, over a connection without foreign keys.

    Alembic changes a SQLite table by copying and dropping it; with foreign keys on, the drop deletes its children.
    """
    engine = _engine(file, poolclass=NullPool)
    with engine.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
        mode = raw.execute("PRAGMA journal_mode=WAL").fetchone()[0]
        if mode != "wal":
            raise DatabaseError("no-wal", f"The disk of {file} does not support SQLite's WAL (a network folder?)")
        upgrade(connection)


def _engine(file: Path, **pool: Any) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(file)),
        connect_args={"timeout": PATIENCE, "check_same_thread": False},
        json_serializer=partial(json.dumps, ensure_ascii=False),
        hide_parameters=True,  # an error's text goes to the logs, and what people wrote must not
        # SQLite's own waiting is sleeping and looking again: under a wave an answer could wait for a second. Threads
        # of one process queue here instead; SQLite's waiting is left for other processes.
        execution_options={"writers": Lock()},
        **pool,
    )
    event.listen(engine, "connect", _let_sqlalchemy_begin)
    event.listen(engine, "begin", _begin)
    return engine


def _let_sqlalchemy_begin(raw: Any, _record: object) -> None:
    raw.isolation_level = None  # otherwise the driver begins by itself, late and DEFERRED
    raw.execute("PRAGMA synchronous=FULL")  # with NORMAL, what was committed could be lost when the power is


def _check_foreign_keys(raw: Any, _record: object) -> None:
    raw.execute("PRAGMA foreign_keys=ON")


def _begin(connection: Connection) -> None:
    only_reads = bool(connection.get_execution_options().get("reading"))
    connection.exec_driver_sql(f"PRAGMA query_only={int(only_reads)}")
    connection.exec_driver_sql("BEGIN" if only_reads else "BEGIN IMMEDIATE")
