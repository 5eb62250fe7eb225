"""The versions of the plans on their way to running: from the file, from a chat, from the command line."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

import structlog
from sqlalchemy import Engine
from sqlmodel import Session

from bot.letting_in import counted, is_to_count, refuse, run_version, turn_down, written_back
from bot.outline_news import announce
from bot.watching import PlansFile
from bot.weighing import weigh
from handlers.plan_changes.asking import ask_about_change
from handlers.plan_changes.unanswered import left_to_ask, open_renames
from schedules.kept_texts import digest_of, load_kept
from schedules.loading.loader import Loaded
from schedules.plan import Plans
from storage import marks, plan_versions
from storage.database import reading
from storage.plan_versions import FILE_SAYS, Version
from storage.tables import PlanVersion, VersionState

log = structlog.get_logger()


@dataclass
class Changing:
    """Look at the files and at the versions before a round, and take what may run in its transaction.

    ``yes`` lets every change of the files run without asking.
    """

    engine: Engine
    watched: PlansFile
    yes: bool
    _seen: Loaded | None = field(init=False, default=None)  # the files, where they are not as they were
    _kept: tuple[int, Loaded] | None = field(init=False, default=None)  # the version to come, loaded from its texts

    def look(self) -> None:
        """Read and load what this round may need: it takes long, and nobody should wait for a transaction with it."""
        self._seen = self.watched.changed()
        with reading(self.engine) as session:
            coming = plan_versions.heads(session)[1]
            if self._kept and (coming is None or self._kept[0] != coming.id):
                self._kept = None
            if coming is None or self._kept:
                return
            version = plan_versions.version(session, coming.id)
            texts = dict(version.texts) if version and self._is_to_load(version) else None
        if texts is not None:
            self._kept = (coming.id, load_kept(self.watched.file.name, texts))

    def take(self, session: Session, plans: Plans, now: datetime) -> Plans:
        """Return the plans to run on from now: those before, or a version whose time has come."""
        running = plan_versions.heads(session)[0]
        if running is None:
            return self._begin(session, plans, now)
        plans = self._take_approved(session, plans, now)
        if self._seen is not None:
            plans = self._note_files(session, self._seen, plans, now)
        return self._go_on_asking(session, plans, now)

    def is_called_for(self) -> bool:
        """Say whether an answer, or a change made elsewhere, waits for the next round."""
        with reading(self.engine) as session:
            coming = plan_versions.heads(session)[1]
            if coming is None:
                return False
            version = plan_versions.version(session, coming.id)
            return version is not None and self._is_to_load(version)

    def done(self) -> None:
        """Note that the round has been kept: what it looked at is dealt with."""
        self.watched.settle()
        self._seen = None

    def _begin(self, session: Session, plans: Plans, now: datetime) -> Plans:
        """Run the first version that a database ever sees."""
        if self._seen is None or self._seen.plans is None:
            return plans
        plans, digest = self._seen.plans, digest_of(self._seen.texts)
        announce(session, plans, now)
        plan_versions.keep(session, Version(digest, now, VersionState.RAN, texts=self._seen.texts))
        marks.set_mark(session, FILE_SAYS, digest)
        return plans

    def _take_approved(self, session: Session, plans: Plans, now: datetime) -> Plans:
        """Run what was said yes to; one that did not come from the files is written to them first."""
        coming = plan_versions.heads(session)[1]
        if coming is None or coming.state is not VersionState.APPROVED:
            return plans
        version = plan_versions.version(session, coming.id)
        if version is None or self._kept is None or self._kept[0] != coming.id:
            return plans  # approved since the look: the next round takes it
        loaded = self._kept[1]
        if version.origin == "file":
            if self._seen is not None and digest_of(self._seen.texts) != version.digest:
                plan_versions.decide(session, version, VersionState.SUPERSEDED, now)
                return plans
        elif why := written_back(session, version, self.watched.file.parent):
            return turn_down(session, version, why, plans, now)
        else:
            self._seen = None  # the files are as they were before
        if loaded.plans is None:
            return turn_down(session, version, "problems", plans, now)
        return run_version(session, version, plans, loaded.plans, now)

    def _note_files(self, session: Session, seen: Loaded, plans: Plans, now: datetime) -> Plans:
        """Deal once with what the files say now."""
        digest = digest_of(seen.texts)
        running, coming = plan_versions.heads(session)
        if marks.get_mark(session, FILE_SAYS) == digest:
            return plans
        marks.set_mark(session, FILE_SAYS, digest)
        if seen.plans is None:
            plan_versions.supersede(session, "file")
            refuse(session, seen, digest, plans, now)
        elif running and running.digest == digest:
            plan_versions.supersede(session, "file")
        elif coming is None or coming.digest != digest:
            return weigh(session, seen, seen.plans, plans, now, yes=self.yes)
        return plans

    def _go_on_asking(self, session: Session, plans: Plans, now: datetime) -> Plans:
        """Ask about what waits, counted anew where what was unclear has been answered."""
        coming = plan_versions.heads(session)[1]
        if coming is None or coming.state is not VersionState.WAITING:
            return plans
        version = plan_versions.version(session, coming.id)
        assert version is not None, "it was found just now"
        if self._is_to_load(version):
            if self._kept is None or self._kept[0] != coming.id or self._kept[1].plans is None:
                return plans  # answered since the look: the next round counts
            after = self._kept[1].plans
            if is_to_count(version):
                version.about = counted(session, version, plans, after, now)
                session.flush()
            if not left_to_ask(version) or self.yes:
                return run_version(session, version, plans, after, now)
        ask_about_change(session, version, now)
        return plans

    def _is_to_load(self, version: PlanVersion) -> bool:
        """Say whether a version may run, or be counted anew, in the round to come."""
        if version.state is VersionState.APPROVED:
            return True
        return not open_renames(version) and (self.yes or is_to_count(version))
