"""Measure the coordinator's table as Excel and as pictures: a province, and a made country in one organisation."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from statistics import median
from typing import TypeVar

from sqlmodel import Session

from benchmarks.country import make
from handlers.figures.excel_sheets import excel_file
from handlers.figures.picture_grid import grids
from handlers.figures.picture_page import picture
from handlers.figures.table_of_figures import Table, joined, table
from schedules.deadline import VIETNAM
from schedules.loading.loader import load
from schedules.plan import AssignmentId, Organisation, Plans
from storage import submissions
from storage.database import open_database, reading, unit_of_work
from storage.tables import Person

NOW = datetime(2026, 5, 14, 8, 0, tzinfo=VIETNAM)
TASKS = (1, 4, 12)
TIMES = 3
T = TypeVar("T")


def main() -> None:
    """Print what the table, its Excel file and one picture of it take."""
    print("| table | lines | gathered | Excel | kB | a picture | kB | pictures |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|")
    for tasks in TASKS:
        with tempfile.TemporaryDirectory() as folder:
            plans = load(make(Path(folder) / "plans", tasks)).plans
            assert plans
            engine = open_database(f"sqlite:///{folder}/bot.db")
            with unit_of_work(engine) as session:
                _hand_in(session, plans)
            with reading(engine) as session:
                organisations = list(plans.organisations.values())
                largest = max(organisations, key=lambda one: len(one.units))
                _print(f"a province, {tasks} tasks", session, [largest])
                _print(f"the country, {tasks} tasks", session, organisations)
            engine.dispose()


def _hand_in(session: Session, plans: Plans) -> None:
    """Let every other unit hand in everything, with a document and an address."""
    person = Person(display_name="Cán bộ Thử", created_at=NOW)
    session.add(person)
    session.flush()
    for organisation in plans.organisations.values():
        for plan in organisation.plans.values():
            for task in plan.tasks.values():
                for unit in list(organisation.units)[::2]:
                    id = AssignmentId(organisation.id, plan.id, task.id, unit)
                    submissions.record(session, id, person.id or 0, NOW, "45/BC-UBND", date(2026, 5, 5))


def _print(name: str, session: Session, organisations: list[Organisation]) -> None:
    gathered, found = _timed(lambda: _table(session, organisations))
    one = organisations[0]
    excel, file = _timed(lambda: excel_file(one, found, persons=True), TIMES if len(found.rows) < 5000 else 1)
    pages = grids(one, next(iter(one.plans.values())), found)
    drawing, drawn = _timed(lambda: picture(pages[0]))
    figures = (f"{len(found.rows):,}", _said(gathered), _said(excel), f"{len(file) / 1000:,.0f}")
    print(f"| {name} |", " | ".join(figures), f"| {_said(drawing)} | {len(drawn) / 1000:.0f} | {len(pages)} |")


def _table(session: Session, organisations: list[Organisation]) -> Table:
    return joined([table(session, one, None, NOW) for one in organisations], NOW)


def _timed(work: Callable[[], T], times: int = TIMES) -> tuple[float, T]:
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        made = work()
        taken.append(time.perf_counter() - begun)
    return median(taken), made


def _said(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds >= 1 else f"{1000 * seconds:.0f} ms"


if __name__ == "__main__":
    main()
