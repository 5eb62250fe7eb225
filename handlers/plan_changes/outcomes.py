"""Tell the admins what became of a change: applied, not applied, or refused because the files had changed under it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from sqlmodel import Session

from handlers.describing import lines
from handlers.office import name_of
from handlers.plan_changes.asking import effect_text
from handlers.plan_changes.describing import difference_texts
from handlers.plan_changes.foreseeing import Effect
from handlers.pushes.telling import tell
from handlers.vocabulary import Reply, Text
from schedules.differing.differences import from_json, of_organisation
from schedules.plan import Plans
from storage import journal, people, plan_versions
from storage.tables import PlanVersion, RoleKind, VersionState

What = Literal["change-applied", "change-declined", "change-refused"]


def tell_outcome(session: Session, version: PlanVersion, what: What, now: datetime, but_not: int | None = None) -> None:
    """Put a notice for every admin of the organisations that a version changes, and for whoever made it."""
    for organisation in _touched(version):
        chats = people.chats_of_role(session, organisation, RoleKind.ADMIN)
        wanted = [chat for chat in chats if but_not is None or chat.person_id != but_not]
        about = {"what": what, "version": version.id, "organisation": organisation}
        tell(session, wanted, organisation, f"{what} {plan_versions.named(version)}", about, now)


def turn_away(session: Session, version: PlanVersion, why: str, now: datetime) -> None:
    """Turn an approved version away: the journal, which has the yes to it, gets what became of it.

    Parameters:
        why: the end of the keys that word it.
    """
    plan_versions.decide(session, version, VersionState.REFUSED, now, {"refused": why})
    for organisation in _touched(version):
        journal.write(
            session,
            at=now,
            act="plan-edit-refused",
            organisation=organisation,
            count=version.id,
            refused=why,
        )
    tell_outcome(session, version, "change-refused", now)


def turn_away_overtaken(session: Session, digest: str, now: datetime) -> None:
    """Turn away what was made in the chat, or rolled back to, and has not run yet: another version takes its place.

    Call it before that version is kept.

    Parameters:
        digest: of the other version; the same content is not turned away.
    """
    coming = plan_versions.heads(session)[1]
    if coming is None or coming.state is not VersionState.APPROVED or coming.digest == digest:
        return
    version = plan_versions.version(session, coming.id)
    if version is not None and version.origin != "file":
        turn_away(session, version, "overtaken", now)


def change_applied(session: Session, plans: Plans, about: Mapping[str, Any], now: datetime) -> Reply | None:
    """Tell that a change runs, and what it brings about."""
    version, here = plan_versions.version(session, about["version"]), plans.organisations.get(about["organisation"])
    if version is None or version.state is not VersionState.RAN:
        return None
    mine = of_organisation(from_json(version.about.get("differences", [])), about["organisation"])
    effect = version.about.get("effects", {}).get(about["organisation"])
    heading = Text("notice-change-applied", {"number": version.id, "who": _who(session, version)})
    told = lines(heading, Text("notice-change-why", {"why": version.why}) if version.why else None)
    shown = lines(*difference_texts(mine, here)) if mine else None
    return Reply(tuple(one for one in (told, shown, effect_text(Effect(**effect)) if effect else None) if one))


def change_declined(session: Session, plans: Plans, about: Mapping[str, Any], now: datetime) -> Reply | None:
    """Tell that somebody said no, and what to do with the file."""
    version, running = plan_versions.version(session, about["version"]), plan_versions.heads(session)[0]
    if version is None or version.state is not VersionState.DECLINED:
        return None
    values = {"number": version.id, "who": _who(session, version), "running": running.id if running else 0}
    return Reply((lines(Text("notice-change-declined", values), Text("change-declined-file", values)),))


def change_refused(session: Session, plans: Plans, about: Mapping[str, Any], now: datetime) -> Reply | None:
    """Tell that an approved change was not made, and why."""
    version = plan_versions.version(session, about["version"])
    if version is None:
        return None
    why = str(version.about.get("refused", "file-changed"))
    return Reply((Text(f"notice-change-refused-{why}", {"number": version.id}),))


def _touched(version: PlanVersion) -> list[str]:
    """List the organisations that a version changes, or that are asked about it."""
    organisations = {one["organisation"] for one in version.about.get("differences", [])}
    return sorted(organisations | set(version.about.get("asked", [])))


def _who(session: Session, version: PlanVersion) -> object:
    """Name who answered; without a person it was the command line."""
    return name_of(session, version.by) if version.by is not None else Text("change-by-command")
