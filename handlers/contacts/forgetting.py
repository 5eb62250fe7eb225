"""Answer /xoatoi: forget a person after a yes; the unit's acts stay on the office's record, without the name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from handlers.belonging import speaker
from handlers.describing import unit_name
from handlers.handing_in.submitting import NEVER_MIND, never_mind
from handlers.pushes.telling import coordinators, tell
from handlers.refusing import UnknownButton
from handlers.spelling import NO, YES, answer_words
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.plan import Plans
from storage import contacts, forgetting, journal, people, questions
from storage.tables import Question, Role, RoleKind

YES_ROW = (Button(Text("button-forget-yes"), "xoaco:"), NEVER_MIND)
SOON = timedelta(minutes=10)


def xoatoi(turn: Turn) -> Reply:
    """Ask a yes, and say what will be gone and what stays."""
    if turn.person is None:
        return Reply((Text("forget-stranger"),))
    if not people.roles_of(turn.session, speaker(turn)):
        return _forgotten(turn)  # nothing to lose, and nobody without a role can be asked anything
    questions.ask(turn.session, turn.chat, "forget", {}, turn.now, SOON)  # a later "ok" is about something else
    alone = tuple(Text("forget-leaves-nobody", {"unit": name}) for name in _left_without(turn))
    return Reply((Text("forget-ask"), *alone), (YES_ROW,))


def press_yes(turn: Turn) -> Reply:
    """Forget, if that is what has just been asked: a button of last month forgets nobody."""
    question = questions.pending(turn.session, turn.chat, turn.now)
    if turn.person is None or question is None or question.word != "forget":
        raise UnknownButton
    return _forgotten(turn)


def answer_forget(turn: Turn, question: Question) -> Reply:
    """Read a typed yes or no."""
    said = answer_words(turn.argument)
    if said in YES:
        return _forgotten(turn)
    return never_mind(turn) if said in NO else Reply((Text("answer-yes-or-no"),), (YES_ROW,))


def unit_without_contact(session: Session, plans: Plans, about: Mapping[str, Any], now: datetime) -> Reply | None:
    """Tell a coordinator that nobody is left in a unit; nothing where somebody has joined meanwhile."""
    organisation = plans.organisations[about["organisation"]]
    if contacts.officers_left(session, organisation.id, about["unit"]):
        return None
    return Reply((Text("notice-unit-without-contact", {"unit": unit_name(organisation, about["unit"])}),))


def tell_if_nobody_left(turn: Turn, role: Role, but_not: int | None = None) -> None:
    """Let the coordinators hear that a role which has ended was a unit's last officer."""
    organisation = turn.plans.organisations.get(role.organisation)
    if organisation is None or role.kind is not RoleKind.OFFICER:
        return
    if contacts.officers_left(turn.session, role.organisation, role.unit):
        return
    about = {"what": "unit-without-contact", "organisation": role.organisation, "unit": role.unit}
    chats = coordinators(turn.session, organisation, but_not=but_not)
    tell(turn.session, chats, organisation.id, f"unit-without-contact-{role.id}", about, turn.now)


def _forgotten(turn: Turn) -> Reply:
    person = speaker(turn)
    ended = forgetting.forget(turn.session, person, turn.now, _official_names(turn.plans))
    for role in ended:
        journal.write(
            turn.session,
            at=turn.now,
            act="forgotten",
            organisation=role.organisation,
            person_id=person,
            unit=role.unit,
            kind=role.kind.value,
        )
        tell_if_nobody_left(turn, role)
    return Reply((Text("forgotten"),), edits=True)


def _official_names(plans: Plans) -> Iterator[str]:
    for organisation in plans.organisations.values():
        yield organisation.name
        yield from (unit.name for unit in organisation.units.values())
        yield from (plan.title for plan in organisation.plans.values())


def _left_without(turn: Turn) -> list[str]:
    """Name the units that would have no officer left."""
    return [
        unit_name(turn.plans.organisations[role.organisation], role.unit)
        for role in turn.roles
        if role.kind is RoleKind.OFFICER
        and role.organisation in turn.plans.organisations
        and contacts.officers_left(turn.session, role.organisation, role.unit) == 1
    ]
