"""Which organisation and unit a rehearsal is about: what was typed, or why it names none."""

from __future__ import annotations

from datetime import date

from bot.commands.troubles import WRONG_OPTIONS, stop
from bot.rehearsals.calls import UnitKey, Wanted
from bot.settings import Settings
from handlers.vocabulary import Text
from schedules.plan import Plans

MOST = 5  # names shown


def wanted(settings: Settings, plans: Plans, days: tuple[date, date], organisation: str, unit: str) -> Wanted:
    """Find what was asked for; a name that is not there ends the command with the nearest."""
    if organisation and organisation not in plans.organisations:
        known = ", ".join(plans.organisations)
        told: dict[str, object] = {"organisation": organisation, "known": known}
        stop(settings, Text("cannot-unknown-organisation", told), WRONG_OPTIONS)
    if not unit:
        return Wanted(*days, organisation)
    return Wanted(*days, *_unit(settings, plans, Wanted(*days, organisation), unit))


def _unit(settings: Settings, plans: Plans, of: Wanted, typed: str) -> UnitKey:
    """Find the one unit whose id was typed, or whose name, with or without diacritics and "UBND"."""
    from handlers.understanding.unit_names import Names, bare_words

    organisations = of.organisations(plans)
    found = [(one.id, typed) for one in organisations if typed in one.units]
    if not found:
        names = Names.of(organisations)
        found = names.find(typed)
        if not names.called(bare_words(typed)):
            nearest = _listed(plans, found or _nearest(plans, of, typed))
            stop(settings, Text("cannot-rehearse-unit", {"unit": typed, "nearest": nearest}), WRONG_OPTIONS)
    if len(found) > 1:
        stop(settings, Text("cannot-rehearse-which", {"unit": typed, "known": _listed(plans, found)}), WRONG_OPTIONS)
    return found[0]


def _nearest(plans: Plans, of: Wanted, typed: str) -> list[UnitKey]:
    from rapidfuzz import fuzz, process

    from handlers.spelling import plain

    names = {
        (organisation.id, unit.id): plain(f"{unit.id} {unit.name}")
        for organisation in of.organisations(plans)
        for unit in organisation.units.values()
    }
    return [key for *_, key in process.extract(plain(typed), names, scorer=fuzz.token_set_ratio, limit=MOST)]


def _listed(plans: Plans, found: list[UnitKey]) -> str:
    """Write units as they can be typed: "so-noi-vu (Sở Nội vụ, gia-lai)"."""
    named = [(plans.organisations[one].units[unit], one) for one, unit in found[:MOST]]
    more = ", …" if len(found) > MOST else ""
    return ", ".join(f"{unit.id} ({unit.name}, {organisation})" for unit, organisation in named) + more
