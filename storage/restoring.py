"""Put a backup in a database's place: nothing is told again that is known to have been told, and nothing is lost.

What a backup cannot know is what was sent after it. Three cases:

- The database that it replaces can still be read, and goes on from it: what that one knows of messages is taken over.
  They are on people's phones, whatever becomes of the rest. Only what was in flight at its end goes once more.
- It cannot, or there is none (a new machine): everything that was due between the backup and now *may* have been sent.
  It goes once, worded by what is true now and marked "(gửi lại)": a unit may hear of one step twice, and is told so;
  no unit stays without it. That holds for what waited in the backup and for the steps that came after it.
- What the backup has as sent is never sent again; what it has in flight, the start of the bot gives out once more,
  marked, as after any kill.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import case, null, text, union, update
from sqlmodel import Session, col, select

from storage import journal, marks
from storage.backups import Backup, look
from storage.database import open_database, unit_of_work
from storage.marks import LAST_MOMENT, LAST_ROUND
from storage.migrations import versions
from storage.outbox.repeating import RESTORED
from storage.replacing import belongs_as, into_one_file, swap
from storage.tables import Assignment, Outbox, OutboxState, Role
from storage.taking_over import goes_on_from, take_over
from storage.whole_copies import BackupError, beside, copy_whole, to_disk


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back.

    ``kept_as`` is where the replaced database lies now; ``taken_over`` counts the messages that it knew more of, None
    where it could not be asked; ``may_repeat`` those that wait and may have been sent; ``forgotten`` what people did
    since the backup, which is only in the replaced one.
    """

    backup: Backup
    kept_as: Path | None = None
    taken_over: int | None = None
    may_repeat: int = 0
    forgotten: int = 0


def restore(source: Path, target: Path, now: datetime) -> Restored:
    """Put a backup in the place of a database, which is kept beside it. No bot may run on either.

    Everything is made ready in a file beside the target; killed at any moment, the old or the new one is there.

    Parameters:
        now: real time.

    Raises:
        BackupError: see ``look``; or the target cannot be replaced.
    """
    target = target.resolve()  # a link stays a link
    if source.resolve() == target:
        raise BackupError("same")
    restored = Restored(look(source))
    with beside(target) as copy:
        copy_whole(source, copy)
        before = _readable(target)
        engine = open_database(f"sqlite:///{copy}")  # brings it up to date
        try:
            with unit_of_work(engine) as session:
                restored = _reconciled(session, before, restored, now)
                _note(session, now)
        finally:
            engine.dispose()
        into_one_file(copy)
        belongs_as(copy, target)
        to_disk(copy)
        return replace(restored, kept_as=swap(copy, target, now))


def _reconciled(session: Session, before: Path | None, restored: Restored, now: datetime) -> Restored:
    """Let the restored database know what may have been sent since the backup was taken."""
    if before and _attached(session, before) and goes_on_from(session):
        taken, forgotten = take_over(session, now)
        return replace(restored, taken_over=taken, forgotten=forgotten)
    until = _ran_until(session, now)
    if until is None:
        return restored
    marks.set_mark(session, RESTORED, json.dumps({"at": now.isoformat(), "until": until.isoformat()}))
    return replace(restored, may_repeat=_may_have_gone(session, until))


def _note(session: Session, now: datetime) -> None:
    """Tell every office that has people or work here, at the moment of the domain's clock."""
    at = _ran_until(session, now) or now
    offices = union(select(Role.organisation), select(Assignment.organisation))
    for organisation in session.connection().execute(offices).scalars().all():
        journal.write(session, at=at, act="restored", organisation=organisation)


def _attached(session: Session, before: Path) -> bool:
    """Read the replaced database beside the restored one, if it is of the same version."""
    session.connection().exec_driver_sql("ATTACH DATABASE ? AS before", (str(before),))
    found = session.connection().execute(text("SELECT version_num FROM before.alembic_version")).scalar()
    return bool(found == versions()[-1])


def _ran_until(session: Session, now: datetime) -> datetime | None:
    """Return the moment of the domain's clock up to which a bot may have gone on; None where none ever ran."""
    moment, round_at = marks.get_mark(session, LAST_MOMENT), marks.get_mark(session, LAST_ROUND)
    if moment is None or round_at is None:
        return None
    passed = max(now - datetime.fromisoformat(round_at), now - now)
    return (datetime.fromisoformat(moment) + passed).astimezone(UTC)


def _may_have_gone(session: Session, until: datetime) -> int:
    """Note of what waits, and was due, that it may have arrived; it is worded anew, but for parts of what has gone."""
    waiting = update(Outbox).where(
        col(Outbox.state) == OutboxState.WAITING, col(Outbox.not_before) <= until, col(Outbox.unknown_outcomes) == 0
    )
    words = {one: case((col(Outbox.part) == 0, null()), else_=one) for one in (col(Outbox.text), col(Outbox.buttons))}
    changed = waiting.values({**words, col(Outbox.unknown_outcomes): 1})
    return session.exec(changed, execution_options={"synchronize_session": False}).rowcount


def _readable(target: Path) -> Path | None:
    """Bring what lies in a database's log into its file; return the file if it is whole and ours, else None."""
    if not target.exists():
        return None
    with suppress(sqlite3.DatabaseError):
        into_one_file(target)
    try:
        look(target)
    except BackupError:
        return None
    return target
