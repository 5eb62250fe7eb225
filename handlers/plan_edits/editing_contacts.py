"""A contact of a unit: contacts live in the database, so the ways that change them elsewhere are offered here.

Somebody is replaced by a code of the kind that hands a contact over: until the successor uses it, nothing changes.
"""

from __future__ import annotations

from handlers.belonging import Own, speaker
from handlers.contacts.contacts import unit_page
from handlers.contacts.hats import marked, unit_buttons
from handlers.contacts.invitation_texts import invitation
from handlers.contacts.inviting import roles_to_give
from handlers.handing_in.submitting import NEVER_MIND
from handlers.plan_edits.drafts import administered
from handlers.refusing import NotYours, Refused, UnitNotFound, UnknownButton
from handlers.spelling import shortened
from handlers.understanding.unit_names import Names
from handlers.vocabulary import Button, Reply, Text, Turn
from storage import contacts, invites, journal, questions
from storage.contacts import Contact

LABEL = 24
SAID = 60
MOST = 10


def typed(turn: Turn) -> Reply:
    """Show the unit that was named; ask which where several are called so."""
    known = {one.id: one for one in administered(turn)}
    found = [Own(known[of], known[of].units[unit]) for of, unit in Names.of(known.values()).find(turn.argument)]
    if not found:
        raise UnitNotFound(shortened(turn.argument, SAID))
    questions.drop(turn.session, turn.chat)
    if len(found) > 1:
        return Reply(
            (Text("unit-several", {"said": shortened(turn.argument, SAID)}),), unit_buttons(found[:MOST], "suad")
        )
    return _page(turn, found[0])


def press_unit(turn: Turn) -> Reply:
    """Show the unit that was chosen."""
    units = [Own(one, unit) for one in administered(turn) for unit in one.units.values()]
    return _page(turn, marked(turn, turn.argument, units))


def press_replace(turn: Turn) -> Reply:
    """Show who would go and how the successor comes, and ask for a yes."""
    own, contact = _replaceable(turn)
    yes = Button(Text("button-edit-apply"), f"suatco:{contact.role.id}")
    return Reply((Text("edit-show-contact", _values(own, contact)),), ((yes,), (NEVER_MIND,)))


def press_replace_yes(turn: Turn) -> Reply:
    """Make the code by which the successor takes over."""
    own, contact = _replaceable(turn)
    role = contact.role
    code = invites.make_hand_over(turn.session, *own.key, role.kind, role.person_id, turn.now)
    journal.write(
        turn.session,
        at=turn.now,
        act="replacement-begun",
        organisation=role.organisation,
        person_id=speaker(turn),
        unit=role.unit,
        kind=role.kind.value,
        other=role.person_id,
    )
    return invitation(turn, own, role.kind, code, Text("edit-contact-made", {**_values(own, contact), "code": code}))


def _page(turn: Turn, own: Own) -> Reply:
    """Tell who is linked, and offer to replace each beside what /donvi offers."""
    page = unit_page(turn, own)
    people = contacts.contacts(turn.session, own.organisation.id, [own.unit.id])
    rows = [
        (
            Button(
                Text("button-edit-replace", {"person": shortened(one.person.display_name, LABEL)}),
                f"suat:{one.role.id}",
            ),
        )
        for one in people
        if _may_replace(turn, own, one)
    ]
    return Reply((*page.texts, Text("edit-contact-how")), (*rows, *page.buttons))


def _replaceable(turn: Turn) -> tuple[Own, Contact]:
    organisations = {one.id: one for one in administered(turn)}
    if not (turn.argument.isascii() and turn.argument.isdigit() and len(turn.argument) <= 15):
        raise UnknownButton
    contact = contacts.contact(turn.session, int(turn.argument))
    if contact is None:
        raise Refused(Text("unlink-gone"))
    organisation = organisations.get(contact.role.organisation)
    unit = organisation.units.get(contact.role.unit) if organisation else None
    if organisation is None or unit is None:
        raise NotYours
    own = Own(organisation, unit)
    if not _may_replace(turn, own, contact):
        raise NotYours
    return own, contact


def _may_replace(turn: Turn, own: Own, contact: Contact) -> bool:
    """Say whether a successor can be invited: not one's own, that is what /bangiao is for."""
    return contact.role.kind in roles_to_give(turn, own) and contact.role.person_id != speaker(turn)


def _values(own: Own, contact: Contact) -> dict[str, object]:
    role = contact.role
    return {"unit": own.unit.name, "role": Text(f"role-{role.kind.value}"), "person": contact.person.display_name}
