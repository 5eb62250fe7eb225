"""Load plans from texts that were kept, as if their files still lay there."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from schedules.loading.loader import Loaded, load


def load_kept(name: str, texts: Mapping[str, str]) -> Loaded:
    """Load plans from the texts of their files.

    Parameters:
        name: of the file to begin with.
        texts: path from that file's folder → what the file says.
    """
    with tempfile.TemporaryDirectory() as folder:
        for path, text in texts.items():
            if not stays_inside(path):
                continue
            file = Path(folder) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
        return load(Path(folder) / name)


def stays_inside(path: str) -> bool:
    """Say whether a kept path is one of the folder: a loaded plan has no others, a strange database may."""
    parts = PurePosixPath(path)
    return not parts.is_absolute() and ".." not in parts.parts


def digest_of(texts: Mapping[str, str]) -> str:
    """Name the texts of a version: the same for the same files with the same content, in whatever order."""
    said = hashlib.sha256()
    for path in sorted(texts):
        for part in (path.encode(), texts[path].encode("utf-8", "replace")):
            said.update(len(part).to_bytes(8))
            said.update(part)
    return said.hexdigest()
