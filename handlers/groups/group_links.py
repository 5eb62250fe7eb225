"""Answer /lienket and /huylienket: whose group a group chat is, said by somebody who serves there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from handlers.belonging import Own, answers_for, speaker
from handlers.contacts.hats import SPEAKING, unit_mark
from handlers.describing import unit_name
from handlers.groups.group_buttons import LINKING
from handlers.pushes.telling import tell
from handlers.refusing import Refused, UnknownButton
from handlers.spelling import shortened
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.plan import Plans
from storage import groups, own_chats
from storage.tables import Chat, GroupLink, Role, RoleKind

LABEL = 28
UNIT, OFFICE = "u", "c"  # begin what a press names


@dataclass(frozen=True, slots=True)
class Choice:
    """Whose group a chat can become by the word of one person."""

    own: Own
    coordinators: bool

    @property
    def mark(self) -> str:
        """Return what names it in a press."""
        return f"{OFFICE if self.coordinators else UNIT}{unit_mark(*self.own.key)}"


def lienket(turn: Turn) -> Reply:
    """Link a group to the speaker's unit; a coordinator, and who has several units, is asked which."""
    if turn.message.chat_kind != "group":
        return Reply((Text("group-link-where" if turn.shows.buttons else "group-link-not-here"),))
    if known := groups.link_of(turn.session, turn.chat):
        raise Refused(Text("group-linked-already", {"whose": whose(turn.plans, known)}))
    choices = list(_choices(turn))
    if not choices:
        raise Refused(Text("group-link-no-role"))
    if len(choices) == 1 and not choices[0].coordinators:
        return _linked(turn, choices[0])
    rows = tuple((Button(_label(one), f"{LINKING}:{one.mark}"),) for one in choices)
    return Reply((Text("group-link-which"),), (*rows, (Button(Text("button-no"), "khong:"),)))


def press_link(turn: Turn) -> Reply:
    """Link the group as the button says."""
    if turn.message.chat_kind != "group":
        raise UnknownButton
    if known := groups.link_of(turn.session, turn.chat):
        raise Refused(Text("group-linked-already", {"whose": whose(turn.plans, known)}))
    chosen = next((one for one in _choices(turn) if one.mark == turn.argument), None)
    if chosen is None:
        raise UnknownButton
    return _linked(turn, chosen)


def huylienket(turn: Turn) -> Reply:
    """End the link, by somebody who could have made it or a coordinator of the organisation."""
    if turn.message.chat_kind != "group":
        return Reply((Text("group-link-where" if turn.shows.buttons else "group-link-not-here"),))
    link = groups.link_of(turn.session, turn.chat)
    if link is None:
        raise Refused(Text("group-not-linked"))
    if not may_end(turn, link):
        raise Refused(Text("group-unlink-not-allowed", {"whose": whose(turn.plans, link)}))
    ended = whose(turn.plans, link)
    end(turn, link)
    return Reply((Text("group-unlinked", {"whose": ended}),))


def may_end(turn: Turn, link: GroupLink) -> bool:
    """Say whether the speaker may end a link: who serves the unit, or answers for the organisation's people."""
    return any(_may_end(role, link, turn.plans) for role in turn.roles)


def end(turn: Turn, link: GroupLink) -> None:
    """End a link, and tell whoever had made it, unless that is the speaker."""
    if link.linked_by != speaker(turn):
        _tell_linker(turn.session, link, "unlinked", turn.now)
    groups.unlink(turn.session, link, speaker(turn), turn.now)


def end_removed(session: Session, chat: Chat, now: datetime) -> None:
    """End the link of a group that the bot was taken out of, and tell whoever had made it."""
    if link := groups.link_of(session, chat):
        _tell_linker(session, link, "removed", now)
        groups.end_removed(session, link, now)


def group_ended(session: Session, plans: Plans, about: Mapping[str, Any], now: datetime) -> Reply | None:
    """Tell the person who linked a group that it is linked no more."""
    if about["organisation"] not in plans.organisations:
        return None
    name = whose_of(plans, about["organisation"], about["unit"], coordinators=about["coordinators"])
    key = "notice-group-left" if about["why"] == "removed" else "notice-group-unlinked"
    return Reply((Text(key, {"whose": name, "moment": datetime.fromisoformat(about["at"])}),))


def whose(plans: Plans, link: GroupLink) -> Text:
    """Name whose group it is."""
    return whose_of(plans, link.organisation, link.unit, coordinators=link.coordinators)


def whose_of(plans: Plans, organisation: str, unit: str, *, coordinators: bool) -> Text:
    """Name the unit, or the coordinators of an office."""
    known = plans.organisations.get(organisation)
    name = unit_name(known, unit) if known else unit
    return Text("group-of-office" if coordinators else "group-of-unit", {"unit": name})


def _choices(turn: Turn) -> Iterator[Choice]:
    """Yield the units that the person serves, and the offices for which they are a coordinator; each once."""
    for kinds, coordinators in ((SPEAKING, False), (frozenset({RoleKind.COORDINATOR}), True)):
        mine = dict.fromkeys((role.organisation, role.unit) for role in turn.roles if role.kind in kinds)
        for organisation, unit in mine:
            known = turn.plans.organisations.get(organisation)
            if known and unit in known.units:
                yield Choice(Own(known, known.units[unit]), coordinators)


def _label(one: Choice) -> Text:
    name = {"unit": shortened(one.own.unit.name, LABEL)}
    return Text("button-group-of-office" if one.coordinators else "button-group-of-unit", name)


def _linked(turn: Turn, chosen: Choice) -> Reply:
    organisation, unit = chosen.own.key
    link = groups.link(
        turn.session, turn.chat, organisation, unit, speaker(turn), turn.now, coordinators=chosen.coordinators
    )
    key = "group-linked-office" if chosen.coordinators else "group-linked-unit"
    values = {"whose": whose(turn.plans, link), "organisation": chosen.own.organisation.name}
    look = "tiendo" if chosen.coordinators else "viec"
    return Reply((Text(key, values),), ((Button(Text(f"menu-{look}"), f"lenh:{look}"),),))


def _may_end(role: Role, link: GroupLink, plans: Plans) -> bool:
    kinds = {RoleKind.COORDINATOR} if link.coordinators else SPEAKING
    serves = role.kind in kinds and (role.organisation, role.unit) == (link.organisation, link.unit)
    return serves or answers_for(role, plans.organisations.get(link.organisation))


def _tell_linker(session: Session, link: GroupLink, why: str, now: datetime) -> None:
    about = {
        "what": "group-ended",
        "why": why,
        "organisation": link.organisation,
        "unit": link.unit,
        "coordinators": link.coordinators,
        "at": now.isoformat(),
    }
    chats = own_chats.told_in(session, link.linked_by, link.organisation)
    tell(session, chats, link.organisation, f"group-ended {link.chat_id} {now.isoformat()}", about, now)
