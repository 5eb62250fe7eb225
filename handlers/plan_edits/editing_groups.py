"""The steps of taking a unit into a group or out of it: which group, in or out, which unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from handlers.contacts.hats import unit_mark
from handlers.handing_in.submitting import NEVER_MIND
from handlers.plan_edits.applying import show
from handlers.plan_edits.drafts import AsksAgain, Draft, administered, crc, keep, kept, organisation_of
from handlers.refusing import UnitNotFound, UnknownButton
from handlers.spelling import plain, shortened
from handlers.understanding.unit_names import Names
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.plan import Group, Organisation

LABEL = 30
SAID = 60
MOST = 10
ADDS = frozenset({"them", "vao"})
REMOVES = frozenset({"bo", "bot", "xoa", "loai", "rut"})
WAYS = {"t": "add", "b": "remove"}
Found = tuple[Organisation, Group]


def begun(turn: Turn) -> Reply:
    """Ask which group; "các sở thêm Sở X" says all of it."""
    group, way, unit = _split(turn.argument)
    found = [one for one in _all(turn) if _is_called(one[1], group)] if group else list(_all(turn))
    if not found:
        raise AsksAgain(Text("edit-group-unknown", {"said": shortened(group, SAID)}))
    if len(found) > 1:
        keep(turn, Draft(way or "add", "group", unit=unit))
        rows = tuple((_button(one, f"suag:{_mark(*one)}"),) for one in found)
        return Reply((Text("edit-which-group"),), (*rows, (NEVER_MIND,)))
    draft = _draft(found[0], way or "add")
    if not way:
        return _which_way(turn, draft, found[0][1])
    return _unit_named(turn, draft, unit) if unit else _ask_unit(turn, draft)


def press_group(turn: Turn) -> Reply:
    """Go on with the group that was chosen: unit in or out."""
    found = _marked(turn, turn.argument)
    return _which_way(turn, _draft(found, "add"), found[1])


def press_way(turn: Turn) -> Reply:
    """Ask which unit is to come in, or to go: "<group>:<way>"."""
    mark, _, way = turn.argument.partition(":")
    if way not in WAYS:
        raise UnknownButton
    return _ask_unit(turn, _draft(_marked(turn, mark), WAYS[way]))


def press_unit(turn: Turn) -> Reply:
    """Show the difference with the unit that was chosen."""
    draft = kept(turn)
    if draft is None or draft.asks != "unit" or not draft.group:
        raise UnknownButton
    organisation = organisation_of(turn, draft)
    unit = next((one for one in organisation.units if unit_mark(organisation.id, one) == turn.argument), None)
    if unit is None:
        raise UnknownButton
    return show(turn, replace(draft, unit=unit))


def typed(turn: Turn, draft: Draft) -> Reply:
    """Read the name of a group, or of a unit."""
    if not draft.group:
        return begun(turn)
    return _unit_named(turn, draft, turn.argument)


def again(turn: Turn, draft: Draft) -> Reply:
    """Ask for the unit once more."""
    return _ask_unit(turn, replace(draft, unit=""))


def _all(turn: Turn) -> Iterator[Found]:
    for organisation in administered(turn):
        for group in organisation.groups.values():
            yield organisation, group


def _marked(turn: Turn, mark: str) -> Found:
    found = next((one for one in _all(turn) if _mark(*one) == mark), None)
    if found is None:
        raise UnknownButton
    return found


def _draft(found: Found, what: str) -> Draft:
    return Draft(what, "unit", found[0].id, group=found[1].id)


def _which_way(turn: Turn, draft: Draft, group: Group) -> Reply:
    keep(turn, draft)
    mark = _mark(organisation_of(turn, draft), group)
    rows = (
        (Button(Text("button-edit-add"), f"suam:{mark}:t"),),
        (Button(Text("button-edit-remove"), f"suam:{mark}:b"),),
    )
    return Reply((Text("edit-which-way", {"group": group.name, "count": len(group.unit_ids)}),), (*rows, (NEVER_MIND,)))


def _ask_unit(turn: Turn, draft: Draft) -> Reply:
    keep(turn, draft)
    group = organisation_of(turn, draft).groups[draft.group].name
    key = "edit-which-unit-in" if draft.what == "add" else "edit-which-unit-out"
    return Reply((Text(key, {"group": group}),), ((NEVER_MIND,),))


def _unit_named(turn: Turn, draft: Draft, words: str) -> Reply:
    """Show the difference with the unit that was named; ask which where several are called so."""
    organisation = organisation_of(turn, draft)
    members = organisation.groups[draft.group].unit_ids
    found = [unit for _, unit in Names.of([organisation]).find(words)]
    if not found:
        keep(turn, draft)
        raise UnitNotFound(shortened(words, SAID))
    fitting = [unit for unit in found if (unit in members) == (draft.what == "remove")] or found
    if len(fitting) == 1:
        return show(turn, replace(draft, unit=fitting[0]))
    keep(turn, draft)
    rows = tuple(
        (
            Button(
                Text("button-edit-one", {"name": shortened(organisation.units[one].name, LABEL)}),
                f"suau:{unit_mark(organisation.id, one)}",
            ),
        )
        for one in fitting[:MOST]
    )
    return Reply((Text("unit-several", {"said": shortened(words, SAID)}),), (*rows, (NEVER_MIND,)))


def _split(said: str) -> tuple[str, str, str]:
    """Split "các sở thêm Sở X" into the group, add or remove, and the unit."""
    words = said.split()
    for place, word in enumerate(words):
        way = "add" if plain(word) in ADDS else "remove" if plain(word) in REMOVES else ""
        if way:
            rest = re.sub(r"^(?:đơn vị|don vi)\s+", "", " ".join(words[place + 1 :]), flags=re.IGNORECASE)
            return " ".join(words[:place]), way, rest
    return said, "", ""


def _is_called(group: Group, words: str) -> bool:
    """Say whether words name a group: by its id, or by words of its name."""
    return plain(words) == group.id or set(plain(words).replace(",", " ").split()) <= set(
        plain(group.name).replace(",", " ").split()
    )


def _mark(organisation: Organisation, group: Group) -> str:
    return crc(f"{organisation.id}/{group.id}")


def _button(found: Found, press: str) -> Button:
    return Button(Text("button-edit-one", {"name": shortened(found[1].name, LABEL)}), press)
