"""Remember where in plans.yaml something could not be taken, so that one mistake is told once and starts no others."""

from __future__ import annotations

from dataclasses import dataclass, field

Path_ = tuple[str | int, ...]


@dataclass
class Holes:
    """What is known to be missing. ``wrong_ids``: written ids that could not be taken, folded, that others may name."""

    wrong_ids: set[str] = field(default_factory=set)
    _lost: set[Path_] = field(default_factory=set)
    _around: set[Path_] = field(default_factory=set)  # every path that has something lost at it or beneath

    def lose(self, path: Path_) -> None:
        """Note a value that could not be taken, with all that it may have held."""
        self._lost.add(path)
        self._note(path)

    def miss(self, path: Path_) -> None:
        """Note a mapping or list that may have held more than could be taken; what it does hold is sound."""
        self._note((*path, "?"))

    def lost(self, path: Path_) -> bool:
        """Say whether the value at a path, or one around it, is lost."""
        if not self._lost:
            return False
        return any(path[:length] in self._lost for length in range(len(path) + 1))

    def find(self, path: Path_) -> None:
        """Take back that a value is lost: what it holds stood elsewhere."""
        self._lost.discard(path)

    def move(self, old: Path_, new: Path_) -> None:
        """Note for a value that was found elsewhere what is lost in it."""
        for noted in (self._lost, self._around):
            noted |= {(*new, *path[len(old) :]) for path in noted if path[: len(old)] == old}

    def harmed(self, path: Path_) -> bool:
        """Say whether something is lost at a path, beneath it or around it."""
        return path in self._around or self.lost(path)

    def gap(self, path: Path_) -> bool:
        """Say whether the mapping or list at a path is not whole itself, whatever its values hold."""
        return (*path, "?") in self._around or self.lost(path)

    def _note(self, path: Path_) -> None:
        for length in range(len(path), -1, -1):
            if path[:length] in self._around:
                return
            self._around.add(path[:length])
