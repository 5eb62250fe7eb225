"""Write the files of a plan: each whole or not at all, and only over what they are known to say."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Mapping
from pathlib import Path

from schedules.kept_texts import stays_inside


class FileChanged(Exception):
    """A file says neither what it is known to say nor what it is to say: somebody else has written it. Its path."""


class CannotWrite(Exception):
    """A file cannot be written. The message says why."""


def write_texts(folder: Path, texts: Mapping[str, str], before: Mapping[str, str]) -> list[str]:
    """Bring the files of a folder from what they say to what they are to say; return which were written.

    Stopped half-way, it goes on when called again: a file that says already what it is to say is left alone. The file
    that names the others, the first, is written last. A file that is only in ``before`` stays.

    Parameters:
        texts: path from the folder → what the file is to say.
        before: what the files are known to say; a file that is in neither is not there.

    Raises:
        FileChanged: before anything is written.
        CannotWrite
    """
    if strange := [path for path in texts if not stays_inside(path)]:
        raise CannotWrite(f"{strange[0]}: outside {folder}")
    changing = [path for path, text in texts.items() if says(folder / path) != text]
    for path in changing:
        if says(folder / path) != before.get(path):
            raise FileChanged(path)
    for path in reversed(changing):
        try:
            _write(folder / path, texts[path].encode())
        except OSError as trouble:
            raise CannotWrite(f"{path}: {trouble.strerror or trouble}") from trouble
    return changing


def says(file: Path) -> str | None:
    """Return what a file says, None where there is none."""
    try:
        return file.read_bytes().decode("utf-8", "replace")
    except OSError:
        return None


def _write(named: Path, content: bytes) -> None:
    """Put a whole file in the place of another, with its rights and its owner where that is allowed."""
    file = Path(os.path.realpath(named))  # a link stays a link
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor, beside = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.", suffix=".new")
    try:
        with open(descriptor, "wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        _same_rights(file, beside)
        os.replace(beside, file)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        raise
    _keep_name(file.parent)


def _same_rights(file: Path, beside: str) -> None:
    try:
        status = file.stat()
    except OSError:
        os.chmod(beside, 0o644)
        return
    os.chmod(beside, stat.S_IMODE(status.st_mode))
    with contextlib.suppress(OSError, AttributeError):  # not ours to give away; Windows has no owners
        os.chown(beside, status.st_uid, status.st_gid)


def _keep_name(folder: Path) -> None:
    """Have the new name on the disk as well, where a folder can be opened."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
