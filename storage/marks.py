"""Marks: single facts that outlive a restart, each under its name."""

from __future__ import annotations

from sqlmodel import Session

from storage.tables import Mark

LAST_ROUND = "last-round"  # real time, read by the health command
LAST_MOMENT = "last-moment"  # the domain's clock, so that a restarted rehearsal never goes back


def get_mark(session: Session, name: str) -> str | None:
    """Return what was last set under ``name``, None if nothing ever was."""
    mark = session.get(Mark, name)
    return mark.value if mark else None


def set_mark(session: Session, name: str, value: str) -> None:
    """Remember ``value`` under ``name`` in place of what was there."""
    session.merge(Mark(name=name, value=value))
