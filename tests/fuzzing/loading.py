"""What must hold of any file that is loaded, however it came to be."""

from __future__ import annotations

from pathlib import Path

from bot.commands.check import line
from schedules.loading.loader import MOST_TOLD, Loaded, load
from schedules.loading.plain_text import LINE_END


def load_and_hold(file: Path) -> Loaded:
    """Load a file; it is taken without problems or refused with some, and each stands in the file and can be said."""
    loaded = load(file)
    refused = [one for one in loaded.problems if one.severity == "problem"]
    assert (loaded.plans is None) == bool(refused), loaded.problems
    assert len(loaded.problems) <= MOST_TOLD + 1
    ends = {str(one): _lines(one) for one in loaded.files}
    for problem in loaded.problems:
        place, lines = problem.place, ends.get(problem.place.file, [""])
        assert 1 <= place.line <= max(1, len(lines)), problem
        assert 1 <= place.column <= len(lines[place.line - 1]) + 2, problem
        for language in ("vi", "en"):
            assert line(problem, language)
    return loaded


def _lines(file: Path) -> list[str]:
    if not file.is_file():
        return [""]
    return LINE_END.split(file.read_bytes().decode("utf-8", "replace").removeprefix("\ufeff"))
