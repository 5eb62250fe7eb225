"""Let one bot at a time run on a database: the second would send what the first has in its hands."""

from __future__ import annotations

from typing import IO

from sqlalchemy.engine import make_url

try:
    import fcntl
except ImportError:  # Windows: there the leases alone keep two senders apart
    fcntl = None  # type: ignore[assignment]


class AlreadyRunning(Exception):
    """Another bot runs on this database."""


def hold(url: str) -> IO[str] | None:
    """Take the database for this process until the returned file is closed or the process ends, however it ends.

    Raises:
        AlreadyRunning: another process holds it.
    """
    path = make_url(url).database
    if fcntl is None or not path:
        return None
    file = open(f"{path}.lock", "a", encoding="utf-8")  # noqa: SIM115 - held open as long as the bot runs
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as taken:
        file.close()
        raise AlreadyRunning from taken
    return file
