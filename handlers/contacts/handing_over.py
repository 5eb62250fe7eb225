"""Answer /bangiao: a unit's contact goes over to a successor, who joins by a code; until then nothing changes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session

from handlers.belonging import Own, speaker
from handlers.contacts.hats import SPEAKING, acting_units, marked, unit_mark
from handlers.contacts.invitation_texts import invitation
from handlers.contacts.inviting import check_private
from handlers.describing import unit_name
from handlers.pushes.telling import coordinators, tell
from handlers.refusing import NoUnit, UnknownButton
from handlers.spelling import shortened
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.plan import Plans
from storage import hand_overs, invites, journal, own_chats, questions
from storage.tables import Person, Role, RoleKind

LABEL = 34


def bangiao(turn: Turn) -> Reply:
    """Make the code for the successor; ask first which contact where there are several."""
    check_private(turn)
    held = _held(turn)
    if not held:
        raise NoUnit
    if len(held) == 1:
        return _begun(turn, *held[0])
    rows = tuple((_which(own, kind, held),) for own, kind in held)
    return Reply((Text("handover-which"),), rows)


def press_hand_over(turn: Turn) -> Reply:
    """Hand over one contact: "<unit>:<role>"."""
    check_private(turn)
    mark, _, kind = turn.argument.partition(":")
    for own, held in _held(turn):
        if (unit_mark(*own.key), held.value) == (mark, kind):
            return _begun(turn, own, held)
    raise UnknownButton


def press_keep(turn: Turn) -> Reply:
    """Take the code back before anybody has used it."""
    mark, _, said = turn.argument.partition(":")
    own = marked(turn, mark, acting_units(turn))
    kind = next((one for one in SPEAKING if one.value == said), None)  # older buttons name none: all of the unit
    if not hand_overs.void(turn.session, speaker(turn), *own.key, kind):
        raise UnknownButton
    _note(turn, "handover-cancelled", own)
    # Not in place of the code's own message: that may be a picture, whose words no edit of a text can replace.
    return Reply((Text("handover-cancelled", {"unit": own.unit.name}),))


def tell_taken_over(turn: Turn, code: str, role: Role) -> None:
    """Tell the one who handed over, and the coordinators, that the successor has joined."""
    former = invites.handed_over_by(turn.session, code, turn.now)
    organisation = turn.plans.organisations.get(role.organisation)
    if former is None or organisation is None:
        return
    for chat in own_chats.chats_of(turn.session, former):
        questions.drop(turn.session, chat)
    about = {"role": role.id, "former": former, "at": turn.now.isoformat()}
    concerned = (former, role.person_id)
    others = [chat for chat in coordinators(turn.session, organisation) if chat.person_id not in concerned]
    hearing = {"handed-over": own_chats.told_in(turn.session, former, organisation.id), "contact-changed": others}
    for what, chats in hearing.items():
        cause = f"{what}-{role.id}-{former}-{turn.now.isoformat()}"
        tell(turn.session, chats, organisation.id, cause, {"what": what, **about}, turn.now)


def handed_over(session: Session, plans: Plans, about: Mapping[str, Any], now: datetime) -> Reply | None:
    """Tell the predecessor that the contact has gone over."""
    return Reply((Text("notice-handed-over", _values(session, plans, about)),))


def contact_changed(session: Session, plans: Plans, about: Mapping[str, Any], now: datetime) -> Reply | None:
    """Tell a coordinator that a unit has another contact."""
    former = session.get_one(Person, about["former"]).display_name
    return Reply((Text("notice-contact-changed", {**_values(session, plans, about), "former": former}),))


def _values(session: Session, plans: Plans, about: Mapping[str, Any]) -> dict[str, object]:
    role = session.get_one(Role, about["role"])
    return {
        "unit": unit_name(plans.organisations[role.organisation], role.unit),
        "person": session.get_one(Person, role.person_id).display_name,
        "role": Text(f"role-{role.kind.value}"),
        "moment": datetime.fromisoformat(about["at"]),
    }


def _held(turn: Turn) -> list[tuple[Own, RoleKind]]:
    """List the contacts that the person can hand over."""
    units = {own.key: own for own in acting_units(turn)}
    return [
        (units[key], role.kind)
        for role in turn.roles
        if role.kind in SPEAKING and (key := (role.organisation, role.unit)) in units
    ]


def _which(own: Own, kind: RoleKind, among: list[tuple[Own, RoleKind]]) -> Button:
    press = f"bg:{unit_mark(*own.key)}:{kind.value}"
    alone = sum(one.key == own.key for one, _ in among) == 1
    name = shortened(own.unit.name, LABEL if alone else LABEL - 18)
    values = {"unit": name, "role": Text(f"role-{kind.value}")}
    return Button(Text("button-own-unit" if alone else "button-own-unit-role", values), press)


def _begun(turn: Turn, own: Own, kind: RoleKind) -> Reply:
    code = invites.make_hand_over(turn.session, *own.key, kind, speaker(turn), turn.now)
    _note(turn, "handover-begun", own)
    values = {"unit": own.unit.name, "role": Text(f"role-{kind.value}"), "code": code}
    keep = Button(Text("button-handover-cancel"), f"bghuy:{unit_mark(*own.key)}:{kind.value}")
    return invitation(turn, own, kind, code, Text("handover-made", values), (keep,))


def _note(turn: Turn, act: str, own: Own) -> None:
    organisation, unit = own.key
    journal.write(turn.session, at=turn.now, act=act, organisation=organisation, person_id=speaker(turn), unit=unit)
