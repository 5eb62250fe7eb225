"""Watch a plans.yaml with all that it includes: read it anew when any of its files has changed."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from schedules.loader import Loaded, load

FRESH = 2.0  # seconds: a file written this recently is read once more, it may have changed while it was read

Stamps = tuple[tuple[str, int, int], ...]


@dataclass
class PlansFile:
    """A plans.yaml on disk. What ``changed`` returns counts as taken only after ``settle``."""

    file: Path
    _settled: Stamps | None = field(init=False, default=None)
    _read: Stamps | None = field(init=False, default=None)
    _files: tuple[Path, ...] = field(init=False, default=())

    def changed(self) -> Loaded | None:
        """Load the file if it is not as it was when it was settled last; None where it is."""
        if self._settled is not None and _stamps(self._files) == self._settled:
            return None
        begun = time.time()
        loaded = load(self.file)
        self._files = loaded.files
        stamps = _stamps(self._files)
        is_fresh = any(written / 1e9 > begun - FRESH for _, written, _ in stamps)
        self._read = None if is_fresh else stamps
        return loaded

    def settle(self) -> None:
        """Note that what was read last has been dealt with."""
        self._settled = self._read

    def texts(self) -> dict[str, str]:
        """Return what the files say, by their paths from the folder of the first: to be kept for a bad day."""
        folder = self.file.parent.resolve()
        return {str(file.resolve().relative_to(folder)): file.read_text("utf-8-sig") for file in self._files}

    @property
    def state(self) -> str:
        """Name the files as they are now, so that one state is told of once."""
        return repr(_stamps(self._files))


def load_kept(name: str, texts: Mapping[str, str]) -> Loaded:
    """Load plans from kept texts, as ``PlansFile.texts`` gave them; ``name`` is that of the file to begin with."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in texts.items():
            file = Path(folder) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        return load(Path(folder) / name)


def _stamps(files: tuple[Path, ...]) -> Stamps:
    """Return what tells a changed file: its name, time and size; a missing one is a change too."""
    found = []
    for file in files:
        try:
            status = file.stat()
        except OSError:
            found.append((str(file), 0, -1))
        else:
            found.append((str(file), status.st_mtime_ns, status.st_size))
    return tuple(found)
