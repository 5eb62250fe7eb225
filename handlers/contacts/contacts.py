"""Answer /donvi: which units have somebody linked, which have nobody, and who cannot be reached and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from handlers.belonging import Own
from handlers.contacts.contact_texts import Line, Lost, list_line, person_text
from handlers.contacts.hats import acting_units, marked, overseen_organisations, overseen_units, unit_mark, which_unit
from handlers.contacts.inviting import roles_to_give
from handlers.contacts.unit_groups import end_buttons, group_lines
from handlers.contacts.unit_named import unit_named
from handlers.contacts.unlinking import unlink_buttons
from handlers.describing import lines
from handlers.refusing import NoUnit, UnknownButton
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.plan import Organisation
from storage import contacts, leaves, outbox
from storage.tables import RoleKind

PAGE = 30  # units on one page: some 1,800 characters, one message on every channel
LABEL = 34


def donvi(turn: Turn) -> Reply:
    """Show the organisation's units in figures, or the one that is named; to others, the own unit."""
    organisations = overseen_organisations(turn)
    if not organisations:
        own = acting_units(turn)
        if not own:
            raise NoUnit
        return which_unit(turn, "dv", own) or unit_page(turn, own[0])
    if turn.argument:
        found = unit_named(turn, turn.argument, "dv")
        return found if isinstance(found, Reply) else unit_page(turn, found)
    pages = [_overview(turn, one) for one in organisations]
    return Reply(
        tuple(text for page in pages for text in page.texts), tuple(row for page in pages for row in page.buttons)
    )


def press_unit(turn: Turn) -> Reply:
    """Open one unit."""
    return unit_page(turn, marked(turn, turn.argument, [*overseen_units(turn), *acting_units(turn)]))


def press_list(turn: Turn) -> Reply:
    """Open a list of units: "<organisation>:<which>:<page>"."""
    mark, _, rest = turn.argument.partition(":")
    which, _, page = rest.partition(":")
    organisation = next((one for one in overseen_organisations(turn) if unit_mark(one.id, "") == mark), None)
    if organisation is None or which not in LISTS or not (page.isascii() and page.isdigit()):
        raise UnknownButton
    return _paged(organisation, which, LISTS[which](turn, organisation), int(page))


def unit_page(turn: Turn, own: Own) -> Reply:
    """Show who is linked in one unit: role, channel, since when; and what can be done about it."""
    organisation, unit = own.key
    linked = contacts.contacts(turn.session, organisation, [unit])
    absent = {person for of, person, _ in leaves.away(turn.session, organisation, turn.now) if of == unit}
    heading = Text("contacts-unit", {"unit": own.unit.name})
    told = [person_text(one, one.person.id in absent) for one in linked] or [Text("contacts-nobody")]
    codes = contacts.open_codes(turn.session, organisation, unit, turn.now)
    told += group_lines(turn, own)
    texts = [lines(heading, *told)] + ([Text("contacts-open-codes", {"count": codes})] if codes else [])
    mark = unit_mark(*own.key)
    rows = [*unlink_buttons(turn, own, linked, codes), *end_buttons(turn, own)]
    if roles_to_give(turn, own):
        rows.append((Button(Text("button-invite"), f"moi:{mark}"),))
    return Reply((*texts,), (*rows, (Button(Text("button-journal"), f"nk:u{mark}:0"),)))


def _overview(turn: Turn, organisation: Organisation) -> Reply:
    counts = {which: len(found(turn, organisation)) for which, found in LISTS.items()}
    text = Text(
        "contacts-overview",
        {
            "organisation": organisation.name,
            "units": len(organisation.units),
            "linked": counts["l"],
            "without": counts["k"],
            "lost": counts["m"],
        },
    )
    mark = unit_mark(organisation.id, "")
    labels = {"k": Text("button-units-without"), "m": Text("button-units-lost"), "l": Text("button-units-linked")}
    rows = tuple((Button(label, f"dvds:{mark}:{which}:0"),) for which, label in labels.items() if counts[which])
    return Reply((text,), rows)


def _with_officer(turn: Turn, organisation: Organisation) -> list[Line]:
    """List the units that have an officer, in the order of plans.yaml, with the officers' names."""
    return [(unit, names) for unit, names, officers in _units(turn, organisation) if officers]


def _without_officer(turn: Turn, organisation: Organisation) -> list[Line]:
    """List the units that have none, with the names of who else is there."""
    return [(unit, names) for unit, names, officers in _units(turn, organisation) if not officers]


def _units(turn: Turn, organisation: Organisation) -> Iterator[tuple[str, str, bool]]:
    named = contacts.names_by_unit(turn.session, organisation.id)
    for unit in organisation.units:
        here = named.get(unit, [])
        officers = [name for kind, name in here if kind is RoleKind.OFFICER]
        yield unit, ", ".join(dict.fromkeys(officers or (name for _, name in here))), bool(officers)


def _not_reached(turn: Turn, organisation: Organisation) -> list[Line]:
    """List the people whom nothing reaches: every chat is lost, or the last message did not arrive."""
    found: dict[tuple[str, int | None], Lost] = {}
    for unit, person, name, why in contacts.lost(turn.session, organisation.id):
        found.setdefault((unit, person), Lost(unit, name, why))
    for one in outbox.troubles(turn.session, organisation.id):
        if one.person:
            lost = Lost(one.unit, one.person.display_name, one.row.trouble or "")
            found.setdefault((one.unit, one.person.id), lost)
    return [lost for (unit, _), lost in found.items() if unit]


LISTS: Mapping[str, Callable[[Turn, Organisation], list[Line]]] = {
    "l": _with_officer,
    "k": _without_officer,
    "m": _not_reached,
}
HEADINGS = {
    "l": Text("contacts-list-linked"),
    "k": Text("contacts-list-without"),
    "m": Text("contacts-list-lost"),
}


def _paged(organisation: Organisation, which: str, found: list[Line], page: int) -> Reply:
    here = found[page * PAGE : (page + 1) * PAGE]
    if not here and page:
        raise UnknownButton
    told = [list_line(organisation, one) for one in here] or [Text("contacts-list-empty")]
    more = len(found) > (page + 1) * PAGE
    press = f"dvds:{unit_mark(organisation.id, '')}:{which}:{page + 1}"
    count = Text("contacts-list-count", {"first": page * PAGE + 1, "last": page * PAGE + len(here), "all": len(found)})
    text = lines(HEADINGS[which], *told, count if len(found) > PAGE else None)
    return Reply((text, Text("contacts-list-how")), ((Button(Text("button-more"), press),),) if more else ())
