"""Weigh a change of the files: what concerns nobody runs at once, any other waits for a yes."""

from __future__ import annotations

from datetime import datetime

import structlog
from sqlmodel import Session

from bot.letting_in import run_version, unclear
from handlers.plan_changes.asking import about_of
from handlers.plan_changes.foreseeing import foresee
from handlers.plan_changes.outcomes import turn_away_overtaken
from schedules.differing.differences import differences
from schedules.kept_texts import digest_of
from schedules.loading.loader import Loaded
from schedules.plan import Plans
from storage import people, plan_versions
from storage.plan_versions import Version
from storage.tables import PlanVersion, RoleKind, VersionState

log = structlog.get_logger()


def weigh(session: Session, seen: Loaded, after: Plans, plans: Plans, now: datetime, *, yes: bool) -> Plans:
    """Run a change of the files that concerns nobody; ask about any other. Return the plans to run on.

    Parameters:
        yes: let it run without asking, unless it is unclear what it means.
    """
    kept = _kept(session, seen, after, plans, now)
    asked = kept.about["asked"]
    if kept.about["renames"] or (asked and not yes):
        log.warning("a change of plans.yaml waits for a yes", version=kept.id, organisations=asked)
        alone = [id for id in asked if not people.chats_of_role(session, id, RoleKind.ADMIN)]
        if alone:
            log.warning("no admin is linked who could say it: plan apply", organisations=alone)
        return plans
    if yes:
        kept.about = {**kept.about, "asked": [], "by": "run --yes"}
    return run_version(session, kept, plans, after, now)


def _kept(session: Session, seen: Loaded, after: Plans, plans: Plans, now: datetime) -> PlanVersion:
    """Keep what the files say as a version that waits, with what it would bring about."""
    found = differences(plans, after)
    about = about_of(found, foresee(session, plans, after, found, now), unclear(session, plans, after))
    digest, base = digest_of(seen.texts), plan_versions.heads(session)[0]
    turn_away_overtaken(session, digest, now)
    waiting = Version(
        digest, now, VersionState.WAITING, texts=seen.texts, about=about, base=base.digest if base else ""
    )
    return plan_versions.keep(session, waiting)
