"""Measure what looking ahead at a month costs in a round, with an officer of every unit of a made country on Zalo."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median

from sqlalchemy import update
from sqlmodel import Session, col, select

from benchmarks.country import make
from bot.budgets import Budgets
from bot.reminding import arm, armed
from schedules.deadline import VIETNAM
from schedules.loading.loader import load
from schedules.plan import AssignmentId, Plans
from storage import assignments, people, spending, waves
from storage.database import open_database, unit_of_work
from storage.tables import Chat, Person, Role, RoleKind

BOT = ("zalo", "")
NOW = datetime(2026, 5, 26, 8, 0, tzinfo=VIETNAM)  # most steps of the month have been told by then
LOADED_AT = datetime(2026, 4, 16, 7, 30, tzinfo=VIETNAM)
TIMES = 9
TASKS = 4
Key = tuple[str, str]


def main() -> None:
    """Print what a look after a change, and one where nothing has changed, take: with one bot, and with 34."""
    with tempfile.TemporaryDirectory() as folder:
        plans = load(make(Path(folder) / "plans", TASKS)).plans
        assert plans
        engine = open_database(f"sqlite:///{folder}/bot.db")
        with unit_of_work(engine) as session:
            units = _link(session, plans)
            arm(session, plans, LOADED_AT, yes=True)
            told = _tell(session, plans)
        print(f"{units:,} units, {told:,} steps told\n")
        print("| looking ahead | messages to come | after a change | nothing has changed |")
        print("|---|--:|--:|--:|")
        with unit_of_work(engine) as session:
            _print("one bot for all", session, plans, [BOT])
            _give_own_bots(session, plans)
            _print("a bot for each province", session, plans, [("zalo", id) for id in plans.organisations])
        engine.dispose()


def _print(name: str, session: Session, plans: Plans, bots: list[Key]) -> None:
    quotas = dict.fromkeys(bots, 3000)
    anew = [_timed(lambda: Budgets(quotas).look_ahead(session, plans, NOW)) for _ in range(TIMES)]
    budgets = Budgets(quotas)
    for _ in range(2):  # the first finds the month tight, the second looks again with messages that are saved
        budgets.look_ahead(session, plans, NOW)
    same = [_timed(lambda: budgets.look_ahead(session, plans, NOW + timedelta(seconds=1))) for _ in range(TIMES)]
    found = [one for one in spending.forecasts(session, "2026-05") if (one.channel, one.bot) in quotas]
    to_come = sum(one.to_come for one in found)
    print(f"| {name} | {to_come:,} | {median(anew):.0f} ms | {median(same):.0f} ms |")


def _tell(session: Session, plans: Plans) -> int:
    """Note as told what has come by now; return how many steps that are."""
    armings, count = waves.armings(session), 0
    for organisation in plans.organisations.values():
        chats = {unit: chat.id or 0 for unit, chat in people.chats_of_units(session, organisation.id)}
        for duty, steps in armed(organisation, armings, NOW):
            ids = [AssignmentId(organisation.id, duty.plan.id, duty.task.id, one, duty.period) for one in duty.unit_ids]
            ends_at = duty.deadline.ends_at.isoformat()
            count += waves.tell(
                session,
                [
                    waves.ToldStep(chats[id.unit], number, step.id, ends_at, NOW)
                    for id, number in assignments.numbers(session, ids).items()
                    for step in steps
                    if step.at <= NOW
                ],
            )
    return count


def _give_own_bots(session: Session, plans: Plans) -> None:
    for id in plans.organisations:
        of_organisation = select(Role.person_id).where(Role.organisation == id)
        session.exec(update(Chat).where(col(Chat.person_id).in_(of_organisation)).values(bot=id))


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
