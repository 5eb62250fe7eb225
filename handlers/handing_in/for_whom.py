"""Answer /nop: for the own unit, or for the unit that a coordinator names."""

from __future__ import annotations

from dataclasses import replace

from handlers.belonging import units_of
from handlers.finding import outstanding
from handlers.handing_in.submitting import nop as own_nop
from handlers.office import is_coordinator
from handlers.recordings.pasted_list import with_marks
from handlers.recordings.recording import ask_list, ghinhan
from handlers.recordings.unit_matching import Roster
from handlers.refusing import NotYours
from handlers.vocabulary import Reply, Turn
from storage.tables import RoleKind


def nop(turn: Turn) -> Reply:
    """Confirm for the own unit, or record for the unit that a coordinator names.

    An officer who names another unit is refused; a coordinator who is no officer is asked for the units.
    """
    said = with_marks(turn.argument, turn.now).said
    if not is_coordinator(turn):
        _refuse_other_units(turn, said)
        return own_nop(_without_own_unit(turn, said))
    if said and not _is_own(turn, said):
        return ghinhan(turn)
    if said or turn.argument or any(role.kind is RoleKind.OFFICER for role in turn.roles):
        return own_nop(_without_own_unit(turn, said))
    return ask_list(turn, *outstanding(turn))


def _refuse_other_units(turn: Turn, said: str) -> None:
    """Refuse an officer who names another unit of the own organisation."""
    named = _named_units(turn, said)
    if named and not named & {own.key for own in units_of(turn)}:
        raise NotYours


def _is_own(turn: Turn, said: str) -> bool:
    return bool(_named_units(turn, said) & {own.key for own in units_of(turn)})


def _named_units(turn: Turn, said: str) -> set[tuple[str, str]]:
    if not said:
        return set()
    organisations = {own.organisation.id: own.organisation for own in units_of(turn)}
    return set(Roster(organisations.values()).named(said))


def _without_own_unit(turn: Turn, said: str) -> Turn:
    """Leave the name of the own unit out of what followed the command."""
    if not said or not _is_own(turn, said):
        return turn
    return replace(turn, argument=" ".join(turn.argument.replace(said, " ").split()))
