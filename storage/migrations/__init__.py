"""Bring a database up to the newest version; the versions are the files of ``versions/``, numbered from 0001.

Alembic is imported only when there is something to do: it costs a quarter of a second at start-up.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, text

if TYPE_CHECKING:
    from alembic.config import Config

FOLDER = Path(__file__).parent


class ForeignTables(Exception):
    """The file holds tables, none of them ours."""


class NewerDatabase(Exception):
    """The file has a version that this program does not know."""


def versions() -> list[str]:
    """List the known versions, oldest first ("0001", …)."""
    return sorted(file.name.partition("_")[0] for file in (FOLDER / "versions").glob("[0-9]*.py"))


def version_of(connection: Connection) -> str | None:
    """Return the version that a database has, None for an empty one.

    Raises:
        ForeignTables: it has tables, but never had a version.
    """
    tables = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
    if "alembic_version" in tables:
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if tables:
        raise ForeignTables(", ".join(sorted(tables)[:5]))
    return None


def upgrade(connection: Connection) -> None:
    """Run the missing migrations, all in one transaction.

    Args:
        connection: outside a transaction, with foreign keys off.

    Raises:
        ForeignTables, NewerDatabase: nothing has been changed.
    """
    with connection.begin():
        found, known = version_of(connection), versions()
        if found == known[-1]:
            return
        if found is not None and found not in known:
            raise NewerDatabase(found)
        from alembic import command

        command.upgrade(config(connection), "head")


def config(connection: Connection) -> Config:
    """Configure Alembic for this folder and an open connection."""
    from alembic.config import Config

    made = Config()
    made.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    made.set_main_option("path_separator", "os")
    made.attributes["connection"] = connection
    return made
