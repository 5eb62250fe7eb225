"""Write the next migration from the difference between tables.py and the migrations so far.

``python -m storage.migrations "what changes"``; then read the file it names, and correct what it could not see.
"""

from __future__ import annotations

import sys
from tempfile import TemporaryDirectory

from alembic import command
from sqlalchemy import create_engine

from storage.migrations import config, upgrade, versions


def write_next(what: str) -> None:
    """Compare a freshly upgraded database with tables.py and write ``versions/NNNN_<what>.py``."""
    with TemporaryDirectory() as folder, create_engine(f"sqlite:///{folder}/so-far.db").connect() as connection:
        if versions():
            upgrade(connection)
        number = f"{len(versions()) + 1:04}"
        command.revision(config(connection), what, autogenerate=True, rev_id=number)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    write_next(sys.argv[1])
