"""Look into a database that another program may be using: nothing is made, changed or brought up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool
from sqlmodel import Session

from storage.database import PATIENCE, DatabaseError, file_of
from storage.migrations import ForeignTables, version_of, versions


@contextmanager
def looking_into(url: str) -> Iterator[Session]:
    """Give a session that only reads.

    Raises:
        DatabaseError: there is no such file, it cannot be read, or its tables are not those of this version.
    """
    file = file_of(url)
    if not file.is_file():
        raise DatabaseError("missing", f"{file} does not exist")
    address = f"{file.absolute().as_uri()}?mode=ro"
    engine = create_engine(
        "sqlite://", creator=lambda: sqlite3.connect(address, uri=True, timeout=PATIENCE), poolclass=NullPool
    )
    try:
        with Session(engine) as session:
            found = version_of(session.connection())
            if found != versions()[-1]:
                raise DatabaseError("other-version", f"{file} has the version {found}, not {versions()[-1]}")
            yield session
    except (DBAPIError, ForeignTables) as error:
        raise DatabaseError("unusable", f"{file} cannot be read: {getattr(error, 'orig', error)}") from error
    finally:
        engine.dispose()
