"""Take a person out of a unit and void the unit's open codes, in one step after a yes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session

from handlers.belonging import Own, answers_for, speaker
from handlers.contacts.forgetting import tell_if_nobody_left
from handlers.contacts.hats import marked, overseen_units, unit_mark
from handlers.describing import unit_name
from handlers.handing_in.submitting import NEVER_MIND
from handlers.pushes.telling import tell
from handlers.refusing import NotYours, Refused, UnknownButton
from handlers.spelling import shortened
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.plan import Plans
from storage import contacts, groups, invites, journal, own_chats, questions
from storage.contacts import Contact
from storage.tables import Role, RoleKind

LABEL = 20


def unlink_buttons(turn: Turn, own: Own, people: Iterable[Contact], codes: int) -> Iterator[tuple[Button, ...]]:
    """Offer to take each person out whom the speaker may take out, and to void what nobody has used."""
    for one in people:
        if _may_unlink(turn, one.role):
            name = shortened(one.person.display_name, LABEL)
            yield (Button(Text("button-unlink", {"person": name}), f"dvbo:{one.role.id}"),)
    if codes and any(unit.key == own.key for unit in overseen_units(turn)):
        yield (Button(Text("button-void-codes"), f"dvma:{unit_mark(*own.key)}"),)


def press_unlink(turn: Turn) -> Reply:
    """Ask a yes."""
    contact = _contact(turn)
    codes = contacts.open_codes(turn.session, contact.role.organisation, contact.role.unit, turn.now)
    yes = Button(Text("button-unlink-yes"), f"dvboco:{contact.role.id}")
    return Reply((Text("unlink-ask", {**_named(turn, contact), "codes": codes}),), ((yes, NEVER_MIND),))


def press_unlink_yes(turn: Turn) -> Reply:
    """End the role, void the codes, tell the person."""
    contact = _contact(turn)
    role = contact.role
    told = own_chats.told_in(turn.session, role.person_id, role.organisation)
    role.ended_at = turn.now
    turn.session.flush()
    groups.end_left_behind(turn.session, role, speaker(turn), turn.now)
    codes = invites.void(turn.session, role.organisation, role.unit)
    for chat in contact.chats:
        questions.drop(turn.session, chat)
    _note(turn, role, "unlinked", other=role.person_id, kind=role.kind.value, codes=codes)
    tell(
        turn.session,
        told,
        role.organisation,
        f"unlinked-{role.id}",
        {"what": "unlinked", "role": role.id},
        turn.now,
    )
    tell_if_nobody_left(turn, role, but_not=speaker(turn))
    mark = unit_mark(role.organisation, role.unit)
    row = (Button(Text("button-invite"), f"moi:{mark}"),)
    return Reply((Text("unlinked", {**_named(turn, contact), "codes": codes}),), (row,), edits=True)


def press_void(turn: Turn) -> Reply:
    """Void the unit's codes that nobody has used; nobody who is linked loses anything by it."""
    own = marked(turn, turn.argument)
    codes = invites.void(turn.session, *own.key)
    if not codes:
        raise UnknownButton
    organisation, unit = own.key
    journal.write(
        turn.session,
        at=turn.now,
        act="codes-voided",
        organisation=organisation,
        person_id=speaker(turn),
        unit=unit,
        count=codes,
    )
    return Reply((Text("codes-voided", {"unit": own.unit.name, "count": codes}),), edits=True)


def unlinked(session: Session, plans: Plans, about: Mapping[str, Any], now: datetime) -> Reply | None:
    """Tell the person that they are no longer linked to a unit."""
    role = session.get_one(Role, about["role"])
    values = {
        "unit": unit_name(plans.organisations[role.organisation], role.unit),
        "role": Text(f"role-{role.kind.value}"),
        "moment": role.ended_at,
    }
    return Reply((Text("notice-unlinked", values),))


def _contact(turn: Turn) -> Contact:
    if not turn.argument.isascii() or not turn.argument.isdigit() or len(turn.argument) > 15:
        raise UnknownButton
    contact = contacts.contact(turn.session, int(turn.argument))
    if contact is None:
        raise Refused(Text("unlink-gone"))
    if not _may_unlink(turn, contact.role):
        raise NotYours
    return contact


def _may_unlink(turn: Turn, role: Role) -> bool:
    """Say whether the speaker may end a role: a coordinator those of units, an admin those of coordinators too.

    Nobody takes themselves out: that is what handing over and being forgotten are for.
    """
    if role.person_id == speaker(turn):
        return False
    organisation = turn.plans.organisations.get(role.organisation)
    kinds = {one.kind for one in turn.roles if answers_for(one, organisation)}
    if RoleKind.ADMIN in kinds:
        return role.kind is not RoleKind.ADMIN
    return RoleKind.COORDINATOR in kinds and role.kind not in (RoleKind.COORDINATOR, RoleKind.ADMIN)


def _named(turn: Turn, contact: Contact) -> dict[str, object]:
    role = contact.role
    organisation = turn.plans.organisations.get(role.organisation)
    return {
        "person": contact.person.display_name,
        "role": Text(f"role-{role.kind.value}"),
        "unit": unit_name(organisation, role.unit) if organisation else role.unit,
    }


def _note(turn: Turn, role: Role, act: str, **detail: Any) -> None:
    journal.write(
        turn.session,
        at=turn.now,
        act=act,
        organisation=role.organisation,
        person_id=speaker(turn),
        unit=role.unit,
        **detail,
    )
