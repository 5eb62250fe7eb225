"""One pass over what must happen: reload the plans, put due reminders into the outbox, wake the senders."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from zlib import crc32

import structlog
from sqlalchemy import Engine

from bot.clock import Clock, real_now
from bot.reminding import arm, moments_after, remind
from handlers.alarms import ask_about_waiting, tell_problems
from schedules.loader import Loaded, load
from schedules.plan import Plans
from storage import heard, marks, plan_versions
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

    ``yes`` says beforehand that a first load may tell units at once. ``delivered`` wakes the senders.
    """

    engine: Engine
    clock: Clock
    file: Path
    yes: bool
    wake_senders: Callable[[], None]
    plans: Plans = field(init=False)
    coming: list[datetime] = field(init=False, default_factory=list)  # the next moments to wake at
    _stamps: tuple[tuple[str, int, int], ...] = field(init=False, default=())
    _files: tuple[Path, ...] = field(init=False, default=())
    _tidied_on: date | None = field(init=False, default=None)
    _one_at_a_time: asyncio.Lock = field(init=False, default_factory=asyncio.Lock)

    def first_load(self) -> None:
        """Load the plans before anything starts.

        Raises:
            NoPlan: the file has problems.
        """
        loaded = self._load()
        if loaded.plans is None:
            raise NoPlan(loaded)
        self._accept(loaded, loaded.plans)

    async def run(self) -> None:
        """Run one round."""
        async with self._one_at_a_time:
            self.coming = await asyncio.to_thread(self._round)
            self.wake_senders()

    def _round(self) -> list[datetime]:
        self._reload()
        now = self.clock.now()
        with unit_of_work(self.engine) as session:
            put = remind(session, self.plans, now)
            ask_about_waiting(session, self.plans, now)
            if self._tidied_on != now.date():
                heard.forget_before(session, now - REMEMBERED)
                self._tidied_on = now.date()
            marks.set_mark(session, LAST_ROUND, real_now().isoformat())
            marks.set_mark(session, LAST_MOMENT, now.isoformat())
            if put:
                log.info("reminders put into the outbox", messages=put)
            return moments_after(session, self.plans, now)

    def _reload(self) -> None:
        """Take the file anew if any part of it changed; a bad one never replaces the running plan."""
        if self._stamps == _stamps(self._files):
            return
        loaded = self._load()
        if loaded.plans is None:
            log.warning("plans.yaml refused, the running plan stays", problems=len(loaded.problems))
            self._keep(loaded, accepted=False)
            with unit_of_work(self.engine) as session:
                cause = str(crc32(repr(self._stamps).encode()))
                tell_problems(session, self.plans, loaded.problems, cause, self.clock.now())
        elif loaded.plans.digest != self.plans.digest:
            self._accept(loaded, loaded.plans)

    def _load(self) -> Loaded:
        stamps = _stamps(self._files)
        loaded = load(self.file)
        # Stamped before reading, so that a change while reading is seen in the next round.
        self._stamps = stamps if self._files == loaded.files else _stamps(loaded.files)
        self._files = loaded.files
        return loaded

    def _accept(self, loaded: Loaded, plans: Plans) -> None:
        self.plans = plans
        with unit_of_work(self.engine) as session:
            waiting = arm(session, plans, self.clock.now(), yes=self.yes)
        for (organisation, plan), units in waiting.items():
            log.warning("waits for the admin's yes", organisation=organisation, plan=plan, units=units)
        self._keep(loaded, accepted=True)

    def _keep(self, loaded: Loaded, *, accepted: bool) -> None:
        problems = [problem for problem in loaded.problems if problem.severity == "problem"]
        digest = loaded.plans.digest if loaded.plans else ""
        with unit_of_work(self.engine) as session:
            plan_versions.keep_version(session, digest, self.clock.now(), accepted, len(problems), {})


def _stamps(files: tuple[Path, ...]) -> tuple[tuple[str, int, int], ...]:
    """Return what tells a changed file: its name, time and size; a missing one is a change too."""
    found = []
    for file in files:
        try:
            status = file.stat()
        except OSError:
            found.append((str(file), 0, -1))
        else:
            found.append((str(file), status.st_mtime_ns, status.st_size))
    return tuple(found)
