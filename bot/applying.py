"""Let a version of the plans run: carry history over, withdraw and tell what no longer holds, arm what is new."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlmodel import Session

from bot.bundling import CHANGED_AT
from bot.outline_news import announce
from bot.reminding import arm
from handlers.plan_changes.removing import forget_returned, tell_removed
from schedules.differing.differences import Difference, Rename
from schedules.plan import Plans
from storage import marks, waves
from storage.marks import LAST_MOMENT
from storage.renaming import carry_over


def apply(
    session: Session,
    before: Plans,
    after: Plans,
    differences: tuple[Difference, ...],
    cause: str,
    now: datetime,
    why: str = "",
) -> None:
    """Put a plan in the place of the one that ran, and let it be looked at as a whole.

    Steps whose moments came while the other plan ran did not exist then: ``CHANGED_AT`` keeps them unsaid. The yes that
    was given, or not needed, covers what is new in it.

    Parameters:
        cause: names the change, so that it is told once.
        why: the admin's reason, told to the units with it.
    """
    if before.organisations == after.organisations:
        return
    tell_removed(session, before, after, differences, cause, now, why)
    carry_over(session, renames_of(differences), now)
    forget_returned(session, after, differences)
    announce(session, after, now)
    waves.forget(session)
    if last := marks.get_mark(session, LAST_MOMENT):
        marks.set_mark(session, CHANGED_AT, datetime.fromisoformat(last).astimezone(UTC).isoformat())
    arm(session, after, now, yes=True)


def renames_of(differences: tuple[Difference, ...]) -> list[Rename]:
    """Return what was given another id, by ``was:`` or by an admin's word."""
    return [
        Rename(one.organisation, one.was, one.task or one.unit_ids[0], one.plan)
        for one in differences
        if one.kind in ("task-renamed", "unit-renamed")
    ]
