"""One pass over what must happen: take a changed plan, put due reminders into the outbox, wake the senders."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

import structlog
from sqlalchemy import Engine
from sqlmodel import Session

from bot.budgets import Budgets
from bot.changing import Changing
from bot.chases import report
from bot.clock import Clock, real_now
from bot.escalating import escalate
from bot.letting_in import running_plans
from bot.receipts import without_receipt
from bot.reminding import arm, moments_after, remind
from bot.summaries import summarise
from bot.undecided import ask_again
from bot.watching import PlansFile
from handlers.pushes.alarms import ask_about_waiting
from schedules.loading.loader import Loaded
from schedules.plan import Plans
from storage import choices, heard, kept_files, marks, plan_versions
from storage.database import unit_of_work
from storage.marks import LAST_MOMENT, LAST_ROUND

REMEMBERED = timedelta(days=7)  # of updates: Telegram repeats one for a day at most
log = structlog.get_logger()


class NoPlan(Exception):
    """The first load found problems: there is no good plan to run on. ``loaded`` has them."""

    def __init__(self, loaded: Loaded) -> None:
        super().__init__(f"{len(loaded.problems)} problems")
        self.loaded = loaded


@dataclass
class Rounds:
    """Keep the plans, and run one round at a time.

    ``yes`` says beforehand that a first load, and every change, may tell units at once.
    """

    engine: Engine
    clock: Clock
    file: Path
    yes: bool
    wake_senders: Callable[[], None]
    budgets: Budgets
    still: float = 0.0  # seconds that the files must lie untouched before they are read
    plans: Plans = field(init=False)
    changing: Changing = field(init=False)
    coming: list[datetime] = field(init=False, default_factory=list)  # the next moments to wake at
    _tidied_on: date | None = field(init=False, default=None)
    _one_at_a_time: asyncio.Lock = field(init=False, default_factory=asyncio.Lock)

    def first_load(self) -> None:
        """Load the plans before anything starts: those that ran here last, else what the file says.

        Raises:
            NoPlan: the file has problems, and none ever ran here.
        """
        watched = PlansFile(self.file, self.still)
        self.changing = Changing(self.engine, watched, self.yes)
        plans, loaded = running_plans(self.engine, watched)
        if plans is None:
            raise NoPlan(loaded)
        self.plans = plans

    async def run(self) -> None:
        """Run one round."""
        async with self._one_at_a_time:
            self.coming = await asyncio.to_thread(self._round)
            self.wake_senders()

    def _round(self) -> list[datetime]:
        """Do everything in one transaction: what fails as a whole is done as a whole in the next round."""
        self.changing.look()
        now, before = self.clock.now(), self.plans
        try:
            with unit_of_work(self.engine) as session:
                put = self._in_turn(session, now)
                coming = moments_after(session, self.plans, now)
        except BaseException:
            self.plans = before
            raise
        self.changing.done()
        if put:
            log.info("reminders put into the outbox", messages=put)
        return coming

    def _in_turn(self, session: Session, now: datetime) -> int:
        """Do the parts of a round one after the other; return how many reminders were put.

        The plans change in here, before anybody else can write: what they write then is of the new ones.
        """
        self.plans = plans = self.changing.take(session, self.plans, now)
        arm(session, plans, now, yes=self.yes)
        put = remind(session, plans, now, self.budgets.saving(session, now))
        put += without_receipt(session, plans, now)
        put += ask_again(session, plans, now)
        put += escalate(session, plans, now)
        put += summarise(session, plans, now)
        put += report(session, plans, now)
        self.budgets.look_ahead(session, plans, now)
        ask_about_waiting(session, plans, now)
        self._tidy(session, now)
        marks.set_mark(session, LAST_ROUND, real_now().isoformat())
        marks.set_mark(session, LAST_MOMENT, now.isoformat())
        return put

    def _tidy(self, session: Session, now: datetime) -> None:
        if self._tidied_on != now.date():
            heard.forget_before(session, now - REMEMBERED)
            choices.forget_before(session, now - choices.KEPT)
            kept_files.forget_before(session, now)
            plan_versions.forget_texts(session, now)
            self._tidied_on = now.date()
