"""Many hats: somebody with several roles is asked once in which of them they speak, and needs no second account."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b

from handlers.belonging import Own, answers_for, followed_plans, units_of
from handlers.refusing import UnknownButton
from handlers.spelling import shortened
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.plan import Organisation
from storage.tables import RoleKind

SPEAKING = frozenset({RoleKind.OFFICER, RoleKind.DEPUTY, RoleKind.LEADER})  # who confirms for a unit
OVERSEEING = frozenset({RoleKind.COORDINATOR, RoleKind.ADMIN})
OFFICE = "cq"  # names the hat of the standing office in a press
LABEL = 34


def acting_units(turn: Turn) -> list[Own]:
    """Return the units for which the person acts as officer, deputy or leader, each once."""
    return units_of(_as(turn, SPEAKING))


def overseen_organisations(turn: Turn) -> list[Organisation]:
    """Return the organisations for which the person is coordinator at a standing office, or admin."""
    known = [turn.plans.organisations.get(role.organisation) for role in turn.roles]
    found = {one.id: one for role, one in zip(turn.roles, known, strict=True) if one and answers_for(role, one)}
    return list(found.values())


def which_hat(turn: Turn, press_word: str) -> Reply | None:
    """Ask whether one speaks for the standing office or for which unit; None where there is nothing to ask.

    What is pressed comes back as ``<press_word>:<hat>``, to be put on with ``worn``: a turn that wears one hat is not
    asked again.
    """
    units = acting_units(turn)
    if not units or not followed_plans(turn):
        return None
    office = (Button(Text("button-hat-office"), f"{press_word}:{OFFICE}"),)
    return Reply((Text("hat-which"),), (office, *unit_buttons(units, press_word)))


def worn(turn: Turn, hat: str) -> Turn:
    """Return the turn as one who wears only that hat.

    Raises:
        UnknownButton: the person does not have it (any more).
    """
    if hat == OFFICE:
        wearing = _as(turn, OVERSEEING)
    else:
        own = marked(turn, hat, acting_units(turn))
        speaking = _as(turn, SPEAKING).roles
        wearing = replace(turn, roles=tuple(one for one in speaking if (one.organisation, one.unit) == own.key))
    if not wearing.roles:
        raise UnknownButton
    return replace(wearing, argument="")


def which_unit(turn: Turn, press_word: str, units: list[Own]) -> Reply | None:
    """Ask which unit is meant; None where there is only one."""
    if len(units) < 2:
        return None
    return Reply((Text("unit-which"),), unit_buttons(units, press_word))


def unit_buttons(units: list[Own], press_word: str) -> tuple[tuple[Button, ...], ...]:
    """Return a button for each unit; its press names the unit by its mark."""
    return tuple((Button(_label(one, units), f"{press_word}:{unit_mark(*one.key)}"),) for one in units)


def _label(own: Own, among: list[Own]) -> Text:
    """Name a unit, with its organisation where another has the same name."""
    alike = [one for one in among if one.unit.name == own.unit.name]
    if len(alike) < 2:
        return Text("button-own-unit", {"unit": shortened(own.unit.name, LABEL)})
    return Text("button-own-unit-of", {"unit": own.unit.name, "organisation": shortened(own.organisation.name, LABEL)})


def unit_mark(organisation: str, unit: str) -> str:
    """Return ten signs that name a unit in a press: a whole country's units have no two alike."""
    return blake2b(f"{organisation}/{unit}".encode(), digest_size=5).hexdigest()


def marked(turn: Turn, mark: str, units: list[Own] | None = None) -> Own:
    """Return the unit that a press names, among some units or those that the person oversees.

    Raises:
        UnknownButton: it names none of them.
    """
    among = units if units is not None else overseen_units(turn)
    found = next((own for own in among if unit_mark(*own.key) == mark), None)
    if found is None:
        raise UnknownButton
    return found


def overseen_units(turn: Turn) -> list[Own]:
    """Return all units of the organisations that the person oversees."""
    return [Own(one, unit) for one in overseen_organisations(turn) for unit in one.units.values()]


def _as(turn: Turn, kinds: frozenset[RoleKind]) -> Turn:
    return replace(turn, roles=tuple(role for role in turn.roles if role.kind in kinds))
