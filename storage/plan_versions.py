"""The versions of plans.yaml that were loaded, those refused among them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from storage.tables import PlanVersion


def keep_version(
    session: Session, digest: str, now: datetime, accepted: bool, problems: int, summary: Mapping[str, Any]
) -> PlanVersion:
    """Note that a version was loaded. ``summary`` says in short what it held; values that JSON can hold."""
    version = PlanVersion(digest=digest, loaded_at=now, accepted=accepted, problems=problems, summary=dict(summary))
    session.add(version)
    session.flush()
    return version


def latest(session: Session, accepted: bool = True) -> PlanVersion | None:
    """Return the version loaded last among the accepted ones, or among the refused ones."""
    wanted = select(PlanVersion).where(PlanVersion.accepted == accepted)
    return session.exec(wanted.order_by(col(PlanVersion.id).desc()).limit(1)).first()
