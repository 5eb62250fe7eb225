"""Watch a plans.yaml with all that it includes: read it anew when its files have changed and lie still."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import structlog

from schedules.loading.loader import Loaded, load

Stamps = tuple[tuple[str, int, int, int, int], ...]
FRESH = 0.1  # seconds: the grain of file times, and then some
log = structlog.get_logger()


@dataclass
class PlansFile:
    """A plans.yaml on disk. What ``changed`` returns counts as taken only after ``settle``.

    ``still`` is for how many seconds the files must lie untouched before they are read: an editor writes a file in
    pieces, or puts another in its place, and a person saves two files one after the other.
    """

    file: Path
    still: float = 0.0
    files: tuple[Path, ...] = field(init=False, default=())
    restless: bool = field(init=False, default=False)  # touched a moment ago: to be looked at again
    _settled: Stamps | None = field(init=False, default=None)
    _read: Stamps | None = field(init=False, default=None)
    _seen: tuple[Stamps, float] | None = field(init=False, default=None)

    def changed(self) -> Loaded | None:
        """Load the files if they are not as they were when settled last; None where they are, or do not lie still."""
        stamps = _stamps(self.files or (self.file,))
        self.restless = False
        if self._settled is not None and stamps == self._settled:
            return None
        if self._settled is not None and not self._lie_still(stamps):
            self.restless = True
            return None
        loaded = self.read()
        return None if self.restless and self._settled is not None else loaded

    def read(self) -> Loaded:
        """Load the files as they are. Were they touched meanwhile, they are ``restless``: parts may be old."""
        before = {stamp[0]: stamp for stamp in _stamps(self.files)}
        loaded = load(self.file)
        self.files = loaded.files
        stamps = _stamps(self.files)
        self.restless = any(before.get(stamp[0], stamp) != stamp for stamp in stamps)
        # Files this fresh may have been written between the reading and the look at their times.
        self._read = None if self.restless or _touched_within(stamps, FRESH) else stamps
        return loaded

    def settle(self) -> None:
        """Note that what was read last has been dealt with."""
        self._settled = self._read if self._read is not None else self._settled or ()

    def _lie_still(self, stamps: Stamps) -> bool:
        """Say whether files have lain untouched long enough, by their own times or by our watch over them."""
        if self._seen is None or self._seen[0] != stamps:
            self._seen = (stamps, time.monotonic())
        if time.monotonic() - self._seen[1] >= self.still:
            return True
        dated = all(size >= 0 and moved / 1e9 < time.time() for _, _, size, moved, _ in stamps)
        return dated and not _touched_within(stamps, self.still)

    def expect(self) -> None:
        """Take the files for changed: they are read when they lie still."""
        self._settled = ()

    async def touches(self) -> AsyncIterator[None]:
        """Yield whenever one of the files has been touched, until cancelled; where nobody can watch them, never."""
        from watchfiles import awatch

        while True:
            watched = self.files
            names = {str(file.absolute()) for file in watched} | {str(file.resolve()) for file in watched}
            folders = {folder for name in names if (folder := Path(name).parent).is_dir()}
            stop = asyncio.Event()
            try:
                touched = awatch(
                    *folders,
                    watch_filter=partial(_is_one_of, names),
                    stop_event=stop,
                    recursive=False,
                )
                async for _ in touched:
                    yield
                    if self.files != watched:
                        break  # another file is included now
            except (OSError, RuntimeError) as trouble:  # no inotify left, a folder that is gone
                log.warning("plans.yaml cannot be watched, each round looks at it", trouble=str(trouble))
                return
            finally:
                stop.set()


def _is_one_of(names: set[str], change: object, name: str) -> bool:
    return name in names


def _touched_within(stamps: Stamps, seconds: float) -> bool:
    """Say whether a file was touched in the last seconds; a time to come says nothing."""
    now = time.time()
    return any(0 <= now - max(written, moved) / 1e9 < seconds for _, written, _, moved, _ in stamps)


def _stamps(files: tuple[Path, ...]) -> Stamps:
    """Return what tells a changed file: its name, times, size and number; a missing one is a change too."""
    found = []
    for file in files:
        try:
            status = file.stat()
        except OSError:
            found.append((str(file), 0, -1, 0, 0))
        else:
            # The change time is set by a file that is put in another's place, however old its own time is.
            found.append((str(file), status.st_mtime_ns, status.st_size, status.st_ctime_ns, status.st_ino))
    return tuple(found)
