"""Answer /moi: a code, links and a QR picture by which somebody joins a unit."""

from __future__ import annotations

from handlers.belonging import Own, answers_for, offices_of, speaker
from handlers.contacts.hats import acting_units, marked, overseen_organisations, overseen_units, unit_mark, which_unit
from handlers.contacts.invitation_texts import invitation
from handlers.contacts.unit_named import unit_named
from handlers.refusing import NotYours, NoUnit, Refused, UnknownButton
from handlers.spelling import shortened
from handlers.vocabulary import Button, Reply, Text, Turn
from storage import contacts, invites, journal, questions
from storage.tables import Question, RoleKind

OF_A_UNIT = (RoleKind.OFFICER, RoleKind.DEPUTY, RoleKind.LEADER)
OF_A_COLLEAGUE = (RoleKind.OFFICER, RoleKind.DEPUTY)
LABEL = 34
MOST_CODES = 10  # of one unit that nobody has used: more are not an invitation any more


def moi(turn: Turn) -> Reply:
    """Invite to a unit: the one that is named, else the own one."""
    check_private(turn)
    if turn.argument and overseen_organisations(turn):
        found = unit_named(turn, turn.argument, "moi")
        return found if isinstance(found, Reply) else _which_role(turn, found)
    own = [one for one in acting_units(turn) if roles_to_give(turn, one)]
    if own and not overseen_organisations(turn):
        return which_unit(turn, "moi", own) or _which_role(turn, own[0])
    if not overseen_organisations(turn):
        raise Refused(Text("invite-not-allowed")) if acting_units(turn) else NoUnit
    questions.ask(turn.session, turn.chat, "invite", {}, turn.now)
    return Reply((Text("invite-which-unit"),), tuple((_unit_button(one),) for one in own))


def answer_invite(turn: Turn, question: Question) -> Reply:
    """Read the name of the unit that was asked for."""
    reply = moi(turn)
    if turn.argument:
        questions.drop(turn.session, turn.chat)
    return reply


def press_invite(turn: Turn) -> Reply:
    """Ask in which role: "<unit>"; make the code: "<unit>:<role>"."""
    check_private(turn)
    mark, _, kind = turn.argument.partition(":")
    own = marked(turn, mark, [*acting_units(turn), *overseen_units(turn)])
    if not kind:
        return _which_role(turn, own)
    wanted = next((one for one in roles_to_give(turn, own) if one.value == kind), None)
    if wanted is None:
        raise NotYours if kind in set(RoleKind) else UnknownButton
    return _made(turn, own, wanted)


def roles_to_give(turn: Turn, own: Own) -> tuple[RoleKind, ...]:
    """Return the roles in a unit to which the person may invite.

    A coordinator invites in all units of the organisation, an officer or leader a colleague of the own unit; the
    coordinators themselves are invited by an admin only.
    """
    organisation, unit = own.key
    kinds = {role.kind for role in turn.roles if answers_for(role, own.organisation)}
    if RoleKind.ADMIN in kinds:
        return (*OF_A_UNIT, RoleKind.COORDINATOR) if unit in offices_of(own.organisation) else OF_A_UNIT
    if RoleKind.COORDINATOR in kinds:
        return OF_A_UNIT
    in_unit = {role.kind for role in turn.roles if (role.organisation, role.unit) == (organisation, unit)}
    return OF_A_COLLEAGUE if in_unit & {RoleKind.OFFICER, RoleKind.LEADER} else ()


def check_private(turn: Turn) -> None:
    """Refuse to show a code where others read along."""
    if turn.message.chat_kind != "private":
        raise Refused(Text("code-only-private"))


def _which_role(turn: Turn, own: Own) -> Reply:
    kinds = roles_to_give(turn, own)
    if not kinds:
        raise NotYours
    mark = unit_mark(*own.key)
    rows = tuple((Button(Text(f"button-invite-{kind.value}"), f"moi:{mark}:{kind.value}"),) for kind in kinds)
    return Reply((Text("invite-which-role", {"unit": own.unit.name}),), rows)


def _unit_button(own: Own) -> Button:
    return Button(Text("button-own-unit", {"unit": shortened(own.unit.name, LABEL)}), f"moi:{unit_mark(*own.key)}")


def _made(turn: Turn, own: Own, kind: RoleKind) -> Reply:
    organisation, unit = own.key
    if contacts.open_codes(turn.session, organisation, unit, turn.now) >= MOST_CODES:
        raise Refused(Text("invite-too-many", {"unit": own.unit.name, "count": MOST_CODES}))
    code = invites.make_invite(turn.session, organisation, unit, kind, turn.now)
    journal.write(
        turn.session,
        at=turn.now,
        act="invited",
        organisation=organisation,
        person_id=speaker(turn),
        unit=unit,
        kind=kind.value,
    )
    return invitation(turn, own, kind, code, Text("invite-made", _named(own, kind, code)))


def _named(own: Own, kind: RoleKind, code: str) -> dict[str, object]:
    return {"unit": own.unit.name, "role": Text(f"role-{kind.value}"), "code": code}
