"""Files that were sent, in memory; the oldest go when it is full."""

from __future__ import annotations

from itertools import count

from simulator.messages import File


class Files:
    """Keep files up to ``most_bytes`` together."""

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self.forget()

    def forget(self) -> None:
        """Throw all files away."""
        self._files: dict[str, File] = {}
        self._bytes = 0
        self._ids = count(1)

    def keep(self, name: str, media_type: str, content: bytes, size: tuple[int, int] = (0, 0)) -> File:
        """Store a file; ``size`` in pixels makes it a photo."""
        number = next(self._ids)
        kind = "photo" if size[0] else "document"
        file = File(f"{kind}-{number:08d}", f"unique{number:08d}", name, media_type, content, *size)
        self._files[file.id] = file
        self._bytes += len(content)
        while self._bytes > self._most_bytes and len(self._files) > 1:
            oldest = self._files.pop(next(iter(self._files)))
            self._bytes -= len(oldest.content)
        return file

    def find(self, id: str) -> File | None:
        """Return a file that is still kept."""
        return self._files.get(id)
