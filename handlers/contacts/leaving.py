"""Answer /nghi: days on which somebody is away, and who hears instead."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from handlers.belonging import Own, speaker
from handlers.contacts.hats import acting_units, unit_mark
from handlers.contacts.inviting import roles_to_give
from handlers.contacts.leave_days import leave_days, says_back
from handlers.describing import unit_name
from handlers.handing_in.outstanding import listed
from handlers.pushes.telling import tell
from handlers.refusing import NoUnit, Refused, UnknownButton
from handlers.spelling import shortened
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.deadline import VIETNAM
from schedules.plan import Plans
from storage import contacts, journal, leaves, own_chats, questions
from storage.contacts import Contact
from storage.tables import Leave, Person, Question, RoleKind

MOST = timedelta(days=200)  # a maternity leave and some more; longer is a hand-over
LABEL = 34


def nghi(turn: Turn) -> Reply:
    """Note a leave, end it, or show it."""
    if not acting_units(turn):
        raise NoUnit
    if not turn.argument:
        return _shown(turn)
    return _back(turn) if says_back(turn.argument) else _taken(turn)


def answer_leave(turn: Turn, question: Question) -> Reply:
    """Read the days that were asked for."""
    reply = _taken(turn)
    questions.drop(turn.session, turn.chat)
    return reply


def press_back(turn: Turn) -> Reply:
    """Come back early, or take the leave back before it begins."""
    if turn.argument not in {str(one.id) for one in leaves.kept(turn.session, speaker(turn), turn.now)}:
        raise UnknownButton
    return _back(turn)


def standing_in(session: Session, plans: Plans, about: Mapping[str, Any], now: datetime) -> Reply | None:
    """Tell a deputy for whom they hear, and how long; nothing where the leave is over by now."""
    leave = session.get_one(Leave, about["leave"])
    if leave.ended_at is not None or leave.last_on < now.astimezone(VIETNAM).date():
        return None
    values = {
        "person": session.get_one(Person, leave.person_id).display_name,
        "unit": unit_name(plans.organisations[about["organisation"]], about["unit"]),
        "first": leave.first_on,
        "last": leave.last_on,
    }
    return Reply((Text("notice-standing-in", values),))


def _shown(turn: Turn) -> Reply:
    kept = leaves.kept(turn.session, speaker(turn), turn.now)
    if not kept:
        questions.ask(turn.session, turn.chat, "leave", {}, turn.now)
        return Reply((Text("leave-when"),))
    return Reply((Text("leave-kept", _days(kept[0])),), (_back_button(turn, kept[0]),))


def _taken(turn: Turn) -> Reply:
    found = leave_days(turn.argument, turn.now)
    today = turn.now.astimezone(VIETNAM).date()
    if found is None:
        raise _Unread(turn.argument)
    if found[1] < today:
        raise _Unread(turn.argument, "leave-past")
    if found[1] - found[0] > MOST:
        raise _Unread(turn.argument, "leave-too-long")
    leave = leaves.take(turn.session, speaker(turn), *found, turn.now)
    _note(turn, "leave-taken", first_on=found[0].isoformat(), last_on=found[1].isoformat())
    told = [_instead(turn, own, leave) for own in _spoken_for(turn)]
    rows = [_invite_button(own, len(told)) for own, covered, _ in told if not covered and roles_to_give(turn, own)]
    texts = (Text("leave-taken", _days(leave)), *(text for _, _, text in told))
    return Reply(texts, (*rows, _back_button(turn, leave)))


def _back(turn: Turn) -> Reply:
    if not leaves.end(turn.session, speaker(turn), turn.now):
        return Reply((Text("leave-none"),))
    _note(turn, "leave-ended")
    owns = acting_units(turn)
    state = listed(turn, owns)
    return Reply((Text("leave-ended"), *state.texts), state.buttons, edits=False)


def _spoken_for(turn: Turn) -> list[Own]:
    """List the units whose reminders come to the person."""
    officer = {(role.organisation, role.unit) for role in turn.roles if role.kind is RoleKind.OFFICER}
    return [own for own in acting_units(turn) if own.key in officer]


def _instead(turn: Turn, own: Own, leave: Leave) -> tuple[Own, bool, Text]:
    """Say who hears for a unit, and tell its deputies."""
    hearing = _others(turn, own, leave)
    if not hearing:
        return own, False, Text("leave-nobody", {"unit": own.unit.name})
    for one in hearing:
        if one.role.kind is RoleKind.DEPUTY:
            _tell(turn, own, leave, one)
    names = ", ".join(one.person.display_name for one in hearing)
    return own, True, Text("leave-covered", {"unit": own.unit.name, "names": names})


def _others(turn: Turn, own: Own, leave: Leave) -> list[Contact]:
    """List the other officers and the deputies of a unit who can be reached and are not away on its first day."""
    organisation, unit = own.key
    begins = max(turn.now, datetime.combine(leave.first_on, datetime.min.time(), VIETNAM))
    absent = {person for _, person, _ in leaves.away(turn.session, organisation, begins)}
    found: dict[int | None, Contact] = {}
    for one in contacts.contacts(turn.session, organisation, [unit]):
        hears = one.role.kind in (RoleKind.OFFICER, RoleKind.DEPUTY) and one.person.id not in absent
        if hears and one.person.id != speaker(turn) and one.chats and not one.is_lost:
            found.setdefault(one.person.id, one)
    return list(found.values())


def _tell(turn: Turn, own: Own, leave: Leave, deputy: Contact) -> None:
    organisation, unit = own.key
    about = {"what": "standing-in", "leave": leave.id, "organisation": organisation, "unit": unit}
    chats = own_chats.told_in(turn.session, deputy.role.person_id, organisation)
    tell(turn.session, chats, organisation, f"standing-in-{leave.id}-{unit}", about, turn.now)


def _invite_button(own: Own, units: int) -> tuple[Button, ...]:
    press = f"moi:{unit_mark(*own.key)}:{RoleKind.DEPUTY.value}"
    if units == 1:
        return (Button(Text("button-invite-deputy-now"), press),)
    return (Button(Text("button-invite-deputy-of", {"unit": shortened(own.unit.name, LABEL - 14)}), press),)


def _back_button(turn: Turn, leave: Leave) -> tuple[Button, ...]:
    """Offer to end a leave, or to cancel one that has not begun (or whose days were read wrongly)."""
    begun = leave.first_on <= turn.now.astimezone(VIETNAM).date()
    return (Button(Text("button-leave-end" if begun else "button-leave-cancel"), f"nghive:{leave.id}"),)


def _days(leave: Leave) -> dict[str, object]:
    return {"first": leave.first_on, "last": leave.last_on}


def _note(turn: Turn, act: str, **detail: Any) -> None:
    """Write into the journal of each unit of the person."""
    for own in acting_units(turn):
        organisation, unit = own.key
        journal.write(
            turn.session,
            at=turn.now,
            act=act,
            organisation=organisation,
            person_id=speaker(turn),
            unit=unit,
            **detail,
        )


class _Unread(Refused):
    """The days cannot be read, or cannot be a leave: asked back."""

    keeps_question = True

    def __init__(self, said: str, key: str = "leave-unread") -> None:
        super().__init__(Text(key, {"said": said}))
