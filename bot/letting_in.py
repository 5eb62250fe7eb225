"""What is done with a version of the plans: it runs, is turned away, or is counted before it is asked about."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import structlog
from sqlalchemy import Engine
from sqlmodel import Session

from bot.applying import apply
from bot.watching import PlansFile
from bot.writing import CannotWrite, FileChanged, write_texts
from handlers.plan_changes.asking import about_of
from handlers.plan_changes.foreseeing import foresee
from handlers.plan_changes.outcomes import tell_outcome, turn_away
from handlers.plan_changes.unanswered import open_renames, said_renames
from handlers.pushes.alarms import tell_problems
from schedules.differing.differences import Rename, as_json, differences
from schedules.differing.likely_renames import likely_renames
from schedules.kept_texts import digest_of, load_kept
from schedules.loading.loader import Loaded
from schedules.plan import Plans
from storage import journal, marks, plan_versions
from storage.database import reading
from storage.known_of_tasks import is_known
from storage.plan_versions import Version
from storage.tables import PlanVersion, VersionState

log = structlog.get_logger()


def run_version(session: Session, version: PlanVersion, before: Plans, after: Plans, now: datetime) -> Plans:
    """Let a version run, with its difference and what it brings about kept and journalled; tell whoever waited."""
    found = differences(before, after, said_renames(version))
    effects = foresee(session, before, after, found, now)
    told = {"differences": as_json(found), "effects": {id: one.as_json() for id, one in effects.items()}}
    apply(session, before, after, found, f"{version.id} {version.digest[:12]}", now, version.why)
    plan_versions.decide(session, version, VersionState.RAN, now, told)
    for organisation in dict.fromkeys(one.organisation for one in found):
        journal.write(
            session,
            at=now,
            act="plan-changed",
            organisation=organisation,
            person_id=version.by,
            count=version.id,
            reason=version.why,
        )
    if version.about.get("asked") or version.about.get("renames") or version.origin != "file":
        tell_outcome(session, version, "change-applied", now)
    log.info("plans changed", version=version.id, differences=len(found))
    return after


def written_back(session: Session, version: PlanVersion, folder: Path) -> str:
    """Bring the files to what a version says; return why that cannot be, "" where it is done."""
    before = plan_versions.texts_of(session, version.base) or {}
    try:
        written = write_texts(folder, version.texts, before)
    except FileChanged as changed:
        log.warning("plans not written, a file has changed", version=version.id, file=str(changed))
        return "file-changed"
    except CannotWrite as trouble:
        log.error("plans not written", version=version.id, trouble=str(trouble))
        return "cannot-write"
    log.info("plans written", version=version.id, files=len(written))
    marks.set_mark(session, plan_versions.FILE_SAYS, version.digest)
    return ""


def turn_down(session: Session, version: PlanVersion, why: str, plans: Plans, now: datetime) -> Plans:
    """Turn an approved version away and tell whoever made it; the plans stay."""
    turn_away(session, version, why, now)
    return plans


def refuse(session: Session, seen: Loaded, digest: str, plans: Plans, now: datetime) -> None:
    """Keep the running plan, and tell the admins what is wrong with the files as they are."""
    problems = [problem for problem in seen.problems if problem.severity == "problem"]
    tell_problems(session, plans, problems, f"{digest} {now.isoformat()}", now)
    log.warning("plans.yaml refused, the running plan stays", problems=len(problems))
    refused = Version(digest, now, VersionState.REFUSED, problems=len(problems), texts=seen.texts)
    plan_versions.keep(session, refused)


def unclear(session: Session, before: Plans, after: Plans) -> tuple[Rename, ...]:
    """Return what was perhaps only given another id, where that makes a difference to what is known."""
    return tuple(one for one in likely_renames(before, after) if is_known(session, one))


def counted(session: Session, version: PlanVersion, before: Plans, after: Plans, now: datetime) -> dict[str, Any]:
    """Return what there is to ask about a version, now that all that was unclear is answered."""
    found = differences(before, after, said_renames(version))
    about = about_of(found, foresee(session, before, after, found, now), ())
    return {**about, "renames": version.about["renames"], "counted": 1}


def is_to_count(version: PlanVersion) -> bool:
    """Say whether all that was unclear has been answered, and what follows from it is not counted yet."""
    return bool(version.about.get("renames")) and not open_renames(version) and not version.about.get("counted")


def running_plans(engine: Engine, watched: PlansFile) -> tuple[Plans | None, Loaded]:
    """Return the plans that ran last on a database, else those of the files; and what the files say.

    The files are read again by the first round where they say something else than what ran.
    """
    with reading(engine) as session:
        running = plan_versions.running(session)
        digest, texts = (running.digest, dict(running.texts)) if running else ("", {})
    loaded = watched.read()
    if running is None or digest == digest_of(loaded.texts):
        if running:
            watched.settle()
        return loaded.plans, loaded
    kept = load_kept(watched.file.name, texts).plans
    watched.expect()
    return (replace(kept, digest=digest) if kept else loaded.plans), loaded
