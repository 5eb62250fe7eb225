"""Find the version that an admin's button names, if the person can still answer about it."""

from __future__ import annotations

from handlers.plan_changes.asking import decline_button
from handlers.plan_changes.unanswered import left_to_ask
from handlers.refusing import Refused, UnknownButton
from handlers.vocabulary import Text, Turn
from storage import plan_versions
from storage.tables import PlanVersion, RoleKind, VersionState

DECIDED = {
    VersionState.APPROVED: "change-is-approved",
    VersionState.RAN: "change-is-applied",
    VersionState.DECLINED: "change-is-declined",
    VersionState.REFUSED: "change-is-superseded",
    VersionState.SUPERSEDED: "change-is-superseded",
}


def waiting(turn: Turn, name: str) -> tuple[PlanVersion, list[str]]:
    """Find the version that a button names, with the organisations whose answer the person has yet to give.

    Raises:
        Refused: it waits no more, is not the person's to decide, or waits for others only.
    """
    version, asked = asked_of(turn, name)
    mine = [id for id in left_to_ask(version) if id in asked]
    if not mine:
        raise Refused(Text("change-said-already", {"number": version.id}), decline_button(version))
    return version, mine


def asked_of(turn: Turn, name: str) -> tuple[PlanVersion, list[str]]:
    """Find the version that a button names, with the organisations that are asked and that the person answers for.

    Raises:
        Refused: it waits no more, or is not the person's to decide.
    """
    number = name.partition("-")[0]
    if not number.isascii() or not number.isdigit() or len(number) > 15:
        raise UnknownButton
    roles = {role.organisation for role in turn.roles if role.kind is RoleKind.ADMIN}
    if not roles:
        raise Refused(Text("refused-admins-only"))
    version = plan_versions.version(turn.session, int(number))
    if version is None or plan_versions.named(version) != name:
        raise UnknownButton
    mine = [id for id in version.about.get("asked", []) if id in roles]
    if not mine:
        raise UnknownButton
    if version.state is not VersionState.WAITING:
        raise Refused(Text(DECIDED[version.state], {"number": version.id}))
    return version, mine
