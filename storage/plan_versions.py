"""The versions of plans.yaml: those that ran, those that wait for a yes, those that were turned away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal, cast

from sqlalchemy import update
from sqlalchemy.orm import defer
from sqlmodel import Session, col, select

from schedules.differing.differences import Difference, as_json
from schedules.kept_texts import digest_of
from storage import marks
from storage.tables import PlanVersion, VersionState

FILE_SAYS = "file-says"  # mark: the digest of the state of the files that was dealt with last
OPEN = (VersionState.WAITING, VersionState.APPROVED)
TURNED_AWAY = (VersionState.REFUSED, VersionState.DECLINED, VersionState.SUPERSEDED)
TEXTS_KEPT = timedelta(days=90)  # of these
WITHOUT_TEXTS = defer(cast(Any, PlanVersion.texts))  # they are large, and a round looks at what waits
COMMAND = "command"  # who said yes at the command line
Origin = Literal["file", "chat", "roll-back"]


@dataclass(frozen=True, slots=True)
class Version:
    """A version to be kept; the fields are those of the table."""

    digest: str
    loaded_at: datetime
    state: VersionState
    origin: str = "file"
    by: int | None = None
    why: str = ""
    base: str = ""
    problems: int = 0
    texts: Mapping[str, str] = field(default_factory=dict)
    about: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Head:
    """What of a version is looked at in every round: not its texts."""

    id: int
    digest: str
    state: VersionState


def keep(session: Session, version: Version) -> PlanVersion:
    """Keep a version. One that waits or is approved takes the place of those that waited before it."""
    if version.state in OPEN:
        supersede(session)
    row = PlanVersion(
        digest=version.digest,
        loaded_at=version.loaded_at,
        state=version.state,
        origin=version.origin,
        by=version.by,
        why=version.why,
        base=version.base,
        problems=version.problems,
        texts=dict(version.texts),
        about=dict(version.about),
    )
    session.add(row)
    session.flush()
    return row


def propose(
    session: Session,
    texts: Mapping[str, str],
    base: str,
    origin: Origin,
    by: int | None,
    why: str,
    differences: Iterable[Difference],
    now: datetime,
    about: Mapping[str, Any] | None = None,
) -> PlanVersion:
    """Keep a change that an admin has seen and said yes to; the next round writes the files and runs it.

    Args:
        texts: of all files, the first one first, each as exactly what its file will hold.
        base: the digest of the version whose texts were changed. The files are only written while they still say that.
        by: who made it; None: the command line.
        differences: what the admin has seen.
    """
    found = tuple(differences)
    told = {"differences": as_json(found), "asked": [], "yes": {}} | dict(about or {})
    version = Version(digest_of(texts), now, VersionState.APPROVED, origin, by, why, base, texts=texts, about=told)
    row = keep(session, version)
    row.decided_at = now
    session.flush()
    return row


def supersede(session: Session, origin: str | None = None) -> int:
    """Let go of what waits, of one origin or of all. Return how many versions."""
    waiting = update(PlanVersion).where(col(PlanVersion.state).in_(OPEN))
    if origin is not None:
        waiting = waiting.where(col(PlanVersion.origin) == origin)
    return session.exec(waiting.values(state=VersionState.SUPERSEDED)).rowcount


def decide(
    session: Session, version: PlanVersion, state: VersionState, now: datetime, about: Mapping[str, Any] | None = None
) -> None:
    """Bring a version into its next state, with what there is to say of it beside what was said before."""
    version.state, version.decided_at = state, now
    version.about = {**version.about, **(about or {})}
    session.add(version)
    session.flush()


def running(session: Session) -> PlanVersion | None:
    """Return the version that runs: the last one that was let in."""
    return _last(session, VersionState.RAN)


def coming(session: Session) -> PlanVersion | None:
    """Return the version that waits for a yes or for the next round."""
    return _last(session, *OPEN)


def heads(session: Session) -> tuple[Head | None, Head | None]:
    """Return what runs and what comes, without their texts."""
    return _head(session, VersionState.RAN), _head(session, *OPEN)


def version(session: Session, id: int) -> PlanVersion | None:
    """Return the version of a number; its texts are only read when they are asked for."""
    return session.get(PlanVersion, id, options=[WITHOUT_TEXTS])


def named(version: PlanVersion) -> str:
    """Name a version in presses and causes: after a restore its number may be borne by another."""
    return f"{version.id}-{int(version.loaded_at.timestamp()):x}"


def file_is_as_it_runs(session: Session, running: PlanVersion) -> bool:
    """Say whether the files said what runs when they were looked at last."""
    return marks.get_mark(session, FILE_SAYS) in (None, running.digest)


def texts_of(session: Session, digest: str) -> Mapping[str, str] | None:
    """Return the texts that bear a digest, None where none of them were kept."""
    wanted = select(PlanVersion).where(PlanVersion.digest == digest).order_by(col(PlanVersion.id).desc())
    return next((one.texts for one in session.exec(wanted) if one.texts), None)


def history(session: Session, most: int = 50) -> list[PlanVersion]:
    """List the newest versions, newest first."""
    wanted = select(PlanVersion).options(WITHOUT_TEXTS).order_by(col(PlanVersion.id).desc())
    return list(session.exec(wanted.limit(most)))


def forget_texts(session: Session, now: datetime) -> None:
    """Let go of what never ran and was turned away long ago; that it was there, and what it changed, stays."""
    old = (col(PlanVersion.state).in_(TURNED_AWAY), col(PlanVersion.loaded_at) < now - TEXTS_KEPT)
    session.exec(update(PlanVersion).where(*old).values(texts={}))


def _head(session: Session, *states: VersionState) -> Head | None:
    wanted = select(PlanVersion.id, PlanVersion.digest, PlanVersion.state).where(col(PlanVersion.state).in_(states))
    found = session.exec(wanted.order_by(col(PlanVersion.id).desc()).limit(1)).first()
    return Head(found[0] or 0, found[1], VersionState(found[2])) if found else None


def _last(session: Session, *states: VersionState) -> PlanVersion | None:
    wanted = select(PlanVersion).where(col(PlanVersion.state).in_(states))
    return session.exec(wanted.order_by(col(PlanVersion.id).desc()).limit(1)).first()
