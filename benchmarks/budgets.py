"""Measure what looking ahead at a month costs in a round, with an officer of every unit of a made country on Zalo."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median

from sqlmodel import Session

from benchmarks.country import make
from bot.budgets import Budgets
from bot.reminding import arm
from schedules.deadline import VIETNAM
from schedules.loader import load
from schedules.plan import Plans
from storage import people, spending
from storage.database import open_database, unit_of_work
from storage.tables import Person, Role, RoleKind

BOT = ("zalo", "")
NOW = datetime(2026, 5, 4, 8, 0, tzinfo=VIETNAM)
TIMES = 9
TASKS = 4


def main() -> None:
    """Print what the first look, one after a change, and one where nothing has changed take, in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        plans = load(make(Path(folder) / "plans", TASKS)).plans
        assert plans
        engine = open_database(f"sqlite:///{folder}/bot.db")
        with unit_of_work(engine) as session:
            units = _link(session, plans)
            arm(session, plans, datetime(2026, 4, 16, 7, 30, tzinfo=VIETNAM), yes=True)
        with unit_of_work(engine) as session:
            anew = [_timed(lambda: Budgets({BOT: 3000}).look_ahead(session, plans, NOW)) for _ in range(TIMES)]
            budgets = Budgets({BOT: 3000})
            for _ in range(2):  # the first finds the month tight, the second looks again with messages that are saved
                budgets.look_ahead(session, plans, NOW)
            same = [
                _timed(lambda: budgets.look_ahead(session, plans, NOW + timedelta(seconds=1))) for _ in range(TIMES)
            ]
            (forecast,) = spending.forecasts(session, "2026-05")
        engine.dispose()
    print("| looking ahead | units | messages to come | ms |")
    print("|---|--:|--:|--:|")
    print(f"| after a change | {units:,} | {forecast.to_come:,} | {median(anew):.0f} |")
    print(f"| nothing has changed | {units:,} | {forecast.to_come:,} | {median(same):.0f} |")


def _link(session: Session, plans: Plans) -> int:
    """Link one officer of every unit on Zalo; return how many there are."""
    units = [(organisation.id, unit) for organisation in plans.organisations.values() for unit in organisation.units]
    for number, (organisation, unit) in enumerate(units):
        person = Person(display_name=f"Cán bộ Thử {number}", created_at=NOW)
        session.add(person)
        session.flush()
        chat = people.chat_of(session, *BOT, f"{number:020x}")
        chat.person_id = person.id
        session.add(
            Role(person_id=person.id, organisation=organisation, unit=unit, kind=RoleKind.OFFICER, since_at=NOW)
        )
    return len(units)


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - begun)


if __name__ == "__main__":
    main()
