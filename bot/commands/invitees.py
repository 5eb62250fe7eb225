"""Whom an invitation is for: the organisation and units that were named on the command line, or why they cannot be."""

from __future__ import annotations

from bot.commands.troubles import stop
from bot.settings import Settings
from handlers.spelling import plain
from handlers.vocabulary import Text
from schedules.plan import Organisation, Plans, Unit
from storage.kinds import RoleKind

Invitee = tuple[Organisation, Unit | None]  # no unit: an admin's
FOR_ALL = (RoleKind.OFFICER, RoleKind.LEADER)  # the roles that every unit has
NEAREST = 3


def invitees(
    settings: Settings, plans: Plans, organisation: str | None, unit: str | None, role: RoleKind, everybody: bool
) -> list[Invitee]:
    """Find whom to invite; a name that is not there ends the command with those that are."""
    if organisation is not None and organisation not in plans.organisations:
        known = ", ".join(plans.organisations)
        stop(settings, Text("cannot-unknown-organisation", {"organisation": organisation, "known": known}))
    chosen = [plans.organisations[organisation]] if organisation else list(plans.organisations.values())
    if everybody:
        if unit is not None or role not in FOR_ALL:
            stop(settings, Text("cannot-invite-all"))
        return [(one, unit) for one in chosen for unit in one.units.values()]
    if len(chosen) != 1:
        stop(settings, Text("cannot-which-organisation", {"known": ", ".join(plans.organisations)}))
    return [(chosen[0], _unit(settings, chosen[0], unit, role))]


def _unit(settings: Settings, organisation: Organisation, unit: str | None, role: RoleKind) -> Unit | None:
    """Find the one unit: none for an admin, and only the standing office for a coordinator."""
    office = organisation.standing_office_id
    if role is RoleKind.ADMIN:
        if unit is not None:
            stop(settings, Text("cannot-invite-admin-of-unit", {"unit": unit}))
        return None
    if unit is None and role is RoleKind.COORDINATOR:
        unit = office
    if unit is None:
        stop(settings, Text("cannot-which-unit", {"known": _listed(nearest(organisation, ""))}))
    if unit not in organisation.units:
        near = _listed(nearest(organisation, unit))
        stop(settings, Text("cannot-unknown-unit", {"unit": unit, "organisation": organisation.name, "nearest": near}))
    if role is RoleKind.COORDINATOR and unit != office:
        stop(settings, Text("cannot-invite-coordinator", {"office": _listed([organisation.units[office]])}))
    return organisation.units[unit]


def nearest(organisation: Organisation, typed: str) -> list[Unit]:
    """Return the units whose id or name is most like what was typed, with or without diacritics."""
    from rapidfuzz import fuzz

    wanted = plain(typed)
    return sorted(
        organisation.units.values(),
        key=lambda unit: -max(fuzz.ratio(wanted, unit.id), fuzz.token_set_ratio(wanted, plain(unit.name))),
    )[:NEAREST]


def _listed(units: list[Unit]) -> str:
    return ", ".join(f"{unit.id} ({unit.name})" for unit in units)
