"""One pass over what must happen: take a changed plan, put due reminders into the outbox, wake the senders."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zlib import crc32

import structlog
from sqlalchemy import Engine
from sqlmodel import Session

from bot.budgets import Budgets
from bot.bundling import CHANGED_AT
from bot.chases import report
from bot.clock import Clock, real_now
from bot.escalating import escalate
from bot.outline_news import announce
from bot.receipts import without_receipt
from bot.reminding import arm, moments_after, remind
from bot.summaries import summarise
from bot.undecided import ask_again
from bot.watching import PlansFile, load_kept
from handlers.pushes.alarms import ask_about_waiting, tell_problems
from schedules.loader import Loaded
from schedules.plan import Plans
from storage import assignments, choices, heard, kept_files, marks, plan_versions, waves
from storage.database import unit_of_work

LAST_ROUND = "last-round"  # real time, read by the health command
LAST_MOMENT = "last-moment"  # the domain's clock, so that a restarted rehearsal never goes back
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

    ``yes`` says beforehand that a first load may tell units at once.
    """

    engine: Engine
    clock: Clock
    file: Path
    yes: bool
    wake_senders: Callable[[], None]
    budgets: Budgets
    plans: Plans = field(init=False)
    coming: list[datetime] = field(init=False, default_factory=list)  # the next moments to wake at
    _watched: PlansFile = field(init=False)
    _tidied_on: date | None = field(init=False, default=None)
    _one_at_a_time: asyncio.Lock = field(init=False, default_factory=asyncio.Lock)

    def first_load(self) -> None:
        """Load the plans before anything starts; where the file has problems, the last good ones that ran here.

        Raises:
            NoPlan: the file has problems, and none ever ran here.
        """
        self._watched = PlansFile(self.file)
        loaded = self._watched.changed()
        assert loaded, "a file that was never settled is always read"
        plans = loaded.plans or self._last_good()
        if plans is None:
            raise NoPlan(loaded)
        self.plans = plans

    def _last_good(self) -> Plans | None:
        with unit_of_work(self.engine) as session:
            latest = plan_versions.latest(session)
        texts = latest.summary.get("files") if latest else None
        return load_kept(self.file.name, texts).plans if texts else None

    async def run(self) -> None:
        """Run one round."""
        async with self._one_at_a_time:
            self.coming = await asyncio.to_thread(self._round)
            self.wake_senders()

    def _round(self) -> list[datetime]:
        """Do everything in one transaction: what fails as a whole is done as a whole in the next round."""
        loaded, now = self._watched.changed(), self.clock.now()
        plans = loaded.plans if loaded and loaded.plans else self.plans
        with unit_of_work(self.engine) as session:
            if loaded and loaded.plans is None:
                self._refuse(session, loaded, now)
            self._note_change(session, plans, now)
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
            coming = moments_after(session, plans, now)
        self.plans = plans
        self._watched.settle()
        if put:
            log.info("reminders put into the outbox", messages=put)
        return coming

    def _refuse(self, session: Session, loaded: Loaded, now: datetime) -> None:
        """Keep the running plan, and tell the admins what is wrong with the file as it is."""
        problems = [problem for problem in loaded.problems if problem.severity == "problem"]
        state = f"{crc32(self._watched.state.encode()):08x}"
        if tell_problems(session, self.plans, problems, state, now):
            log.warning("plans.yaml refused, the running plan stays", problems=len(problems))
            plan_versions.keep_version(session, "", now, False, len(problems), {})

    def _note_change(self, session: Session, plans: Plans, now: datetime) -> None:
        """Let a plan that is not the one of the round before be looked at as a whole.

        Steps whose moments came while another plan ran did not exist then: ``CHANGED_AT`` keeps them unsaid.
        """
        latest = plan_versions.latest(session)
        if latest and latest.digest == plans.digest:
            return
        for organisation in plans.organisations.values():
            for plan in organisation.plans.values():
                for task in plan.tasks.values():
                    if task.was:
                        assignments.rename_task(session, organisation.id, plan.id, task.was, task.id)
        announce(session, plans, now)
        waves.forget(session)
        if latest and (last := marks.get_mark(session, LAST_MOMENT)):
            marks.set_mark(session, CHANGED_AT, datetime.fromisoformat(last).astimezone(UTC).isoformat())
        plan_versions.keep_version(session, plans.digest, now, True, 0, {"files": self._watched.texts()})

    def _tidy(self, session: Session, now: datetime) -> None:
        if self._tidied_on != now.date():
            heard.forget_before(session, now - REMEMBERED)
            choices.forget_before(session, now - choices.KEPT)
            kept_files.forget_before(session, now)
            self._tidied_on = now.date()
