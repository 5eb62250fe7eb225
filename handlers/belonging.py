"""What a person belongs to: the units they speak for, the plans they follow."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.refusing import NoUnit
from handlers.vocabulary import Turn
from schedules.plan import Organisation, Plan, Unit
from storage.tables import Role, RoleKind


@dataclass(frozen=True, slots=True)
class Own:
    """A unit that the person speaks for, in its organisation."""

    organisation: Organisation
    unit: Unit

    @property
    def key(self) -> tuple[str, str]:
        """Return the ids of the organisation and the unit."""
        return self.organisation.id, self.unit.id


@dataclass(frozen=True, slots=True)
class Followed:
    """A plan whose state the person may ask for."""

    organisation: Organisation
    plan: Plan


def speaker(turn: Turn) -> int:
    """Return the id of the person who speaks; the router lets no stranger come this far."""
    assert turn.person is not None, "a stranger was let through"
    assert turn.person.id is not None, "a person is kept before they speak"
    return turn.person.id


def own_units(turn: Turn) -> list[Own]:
    """Return the person's units, each once, in the order of their roles.

    Raises:
        NoUnit: there is none (an admin, or a unit that the plans no longer have).
    """
    found = units_of(turn)
    if not found:
        raise NoUnit
    return found


def units_of(turn: Turn) -> list[Own]:
    """Return the person's units, none for an admin."""
    found: dict[tuple[str, str], Own] = {}
    for role in turn.roles:
        organisation = turn.plans.organisations.get(role.organisation)
        unit = organisation.units.get(role.unit) if organisation else None
        if organisation and unit:
            found.setdefault((organisation.id, unit.id), Own(organisation, unit))
    return list(found.values())


def followed_plans(turn: Turn) -> list[Followed]:
    """Return the plans that the person follows: all of an admin's organisation, those of a coordinator's office."""
    return [
        Followed(organisation, plan)
        for organisation in turn.plans.organisations.values()
        for plan in organisation.plans.values()
        if any(_follows(role, organisation, plan) for role in turn.roles)
    ]


def offices_of(organisation: Organisation) -> set[str]:
    """Return the units that are a standing office: the organisation's, or that of one of its plans."""
    found = {organisation.standing_office_id, *(plan.standing_office_id for plan in organisation.plans.values())}
    return found - {""}


def answers_for(role: Role, organisation: Organisation | None) -> bool:
    """Say whether a role is to look after the people of an organisation: an admin's, or a coordinator's of an office.

    A coordinator whose office follows nothing any more looks after nobody.
    """
    if organisation is None or role.organisation != organisation.id:
        return False
    return role.kind is RoleKind.ADMIN or (role.kind is RoleKind.COORDINATOR and role.unit in offices_of(organisation))


def _follows(role: Role, organisation: Organisation, plan: Plan) -> bool:
    if role.organisation != organisation.id:
        return False
    office = plan.standing_office_id or organisation.standing_office_id
    return role.kind is RoleKind.ADMIN or (role.kind is RoleKind.COORDINATOR and role.unit == office)
