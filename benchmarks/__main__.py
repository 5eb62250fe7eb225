"""Measure ``check`` and ``rehearse`` as whole processes, on the shipped plans and a made country; then the rest."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.progress import Progress

from benchmarks.country import make

RUNS = 3
GROWTH = (1, 3, 10)
TWO_MONTHS = ("--from", "2026-04-15", "--to", "2026-06-15", "--format", "jsonl")


@dataclass(frozen=True)
class Figure:
    """What one command cost: wall seconds and peak MiB (medians), and the lines that it wrote."""

    seconds: float
    mebibytes: float
    lines: int


def main() -> None:
    """Measure everything and print tables in Markdown."""
    rows: list[tuple[str, Figure, Figure]] = []
    with tempfile.TemporaryDirectory() as folder, Progress(console=Console(stderr=True)) as progress:
        step = progress.add_task("measuring", total=2 + len(GROWTH))
        start = _measure("--help")
        progress.advance(step)
        works = [("five plans", Path("plans.yaml"))]
        works += [(f"country x{times}", make(Path(folder) / str(times), 4 * times)) for times in GROWTH]
        for name, file in works:
            rows.append((name, _measure("check", str(file)), _measure("rehearse", str(file), *TWO_MONTHS)))
            progress.advance(step)
    _print(start, rows)
    from benchmarks import answering, budgets, files  # now: a child's memory is measured from its parent's on

    print()
    budgets.main()
    print()
    files.main()
    print()
    answering.main()


def _measure(*arguments: str) -> Figure:
    runs = [_run(arguments) for _ in range(RUNS)]
    return Figure(median(run.seconds for run in runs), median(run.mebibytes for run in runs), runs[0].lines)


def _run(arguments: tuple[str, ...]) -> Figure:
    begun = time.perf_counter()
    bot = subprocess.Popen([sys.executable, "-m", "bot", *arguments], stdout=subprocess.PIPE)
    assert bot.stdout
    lines = sum(chunk.count(b"\n") for chunk in iter(lambda: bot.stdout.read(1 << 20), b""))  # type: ignore[union-attr]
    _, status, usage = os.wait4(bot.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"failed: {' '.join(arguments)}")
    return Figure(time.perf_counter() - begun, usage.ru_maxrss / 1024, lines)


def _print(start: Figure, rows: list[tuple[str, Figure, Figure]]) -> None:
    print(f"start-up alone: {start.seconds:.2f} s, {start.mebibytes:.0f} MiB\n")
    print("| work | check | rehearse two months | lines | check MiB | rehearse MiB | against x1 |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    base = next(check.seconds + rehearse.seconds for name, check, rehearse in rows if name == "country x1")
    for name, check, rehearse in rows:
        ratio = (check.seconds + rehearse.seconds) / base
        cells = (f"{check.seconds:.2f} s", f"{rehearse.seconds:.2f} s", f"{rehearse.lines:,}")
        print("|", name, "|", " | ".join(cells), f"| {check.mebibytes:.0f} | {rehearse.mebibytes:.0f} | {ratio:.2f} |")


if __name__ == "__main__":
    main()
