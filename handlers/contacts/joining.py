"""Answer /start: join by an invite, then hear everything outstanding, which counts as told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from handlers.belonging import Own, units_of
from handlers.contacts import handing_over
from handlers.contacts.hats import SPEAKING
from handlers.contacts.second_channel import note
from handlers.figures.quota import channel_name
from handlers.finding import Found, left_of_unit
from handlers.handing_in.outstanding import listed
from handlers.helping import trogiup
from handlers.vocabulary import Reply, Text, Turn
from schedules.deadline import VIETNAM
from schedules.duties import Duty, duties, office_of, steps
from schedules.ladder import newest
from schedules.plan import Organisation
from storage import assignments, invites, moves, people, waves
from storage.tables import Role, RoleKind

CODE = re.compile(rf"[{invites.LETTERS}]{{{invites.LENGTH}}}", re.IGNORECASE)

REFUSALS: Mapping[type[invites.InviteError], Text] = {
    invites.UsedCode: Text("join-used"),
    invites.ExpiredCode: Text("join-expired"),
    invites.OwnCode: Text("join-own-code"),
    invites.TakenChat: Text("join-taken-chat"),
}


def start(turn: Turn) -> Reply:
    """Join with the code that follows; without one, say how to join or what can be said."""
    return join(turn, turn.argument) if turn.argument else trogiup(turn)


def looks_like_code(said: str) -> bool:
    """Say whether a stranger's words can be a code, so that a chat with no link can join too.

    A code may be copied in equal groups; other words must not be, for a wrong code counts against the chat.
    """
    groups = re.split(r"[\s-]+", said.strip())
    alike = all(len(group) == len(groups[0]) for group in groups)
    return alike and len(groups[0]) > 2 and CODE.fullmatch("".join(groups)) is not None


def is_open_code(turn: Turn, said: str) -> bool:
    """Say whether words are a code that can be used: whatever was asked before, it is no answer to that."""
    return looks_like_code(said) and invites.is_open(turn.session, said, turn.now)


def join(turn: Turn, code: str) -> Reply:
    """Make the person what the invite says, and tell what the unit owes."""
    try:
        got = invites.accept(turn.session, turn.chat, turn.message.sender_name, code, turn.now)
    except invites.InviteError as error:
        return Reply((_refusal(turn, error),))
    if not isinstance(got, Role):
        return _linked(_as_member(turn))
    handing_over.tell_taken_over(turn, code, got)
    return _joined(_as_member(turn), got)


def _refusal(turn: Turn, error: invites.InviteError) -> Text:
    if isinstance(error, invites.TooManyAttempts):
        return Text("join-wait", {"moment": error.wait_until})
    if isinstance(error, invites.TakenChannel):
        return Text("join-taken-channel", {"channel": channel_name(turn.chat.channel)})
    return REFUSALS.get(type(error), Text("join-unknown"))


def _as_member(turn: Turn) -> Turn:
    """Return the turn as the person stands after joining."""
    person = people.person_of(turn.session, turn.chat)
    assert person is not None
    assert person.id is not None
    roles = people.roles_of(turn.session, person.id, turn.message.bot or None)
    return replace(turn, person=person, roles=tuple(roles))


def _joined(turn: Turn, role: Role) -> Reply:
    organisation = turn.plans.organisations.get(role.organisation)
    unit = organisation.units.get(role.unit) if organisation else None
    if organisation is None:
        return Reply((Text("join-no-plan"),))
    values: dict[str, object] = {"role": Text(f"role-{role.kind.value}"), "organisation": organisation.name}
    if unit is None:
        return Reply((Text("joined-organisation", values), Text(f"joined-{role.kind.value}")))
    welcome = (Text("joined", {**values, "unit": unit.name}), Text(f"joined-{role.kind.value}"))
    if role.kind is RoleKind.COORDINATOR:
        return Reply(welcome)
    own = Own(organisation, unit)
    state = listed(turn, [own])
    told_on_join(turn, organisation, left_of_unit(turn, own))
    return replace(state, texts=(*welcome, *state.texts))


def _linked(turn: Turn) -> Reply:
    """Say that the chat is one more of a person known, and tell what the person's units owe."""
    note(turn, "chat-added", turn.chat.channel)
    linked = Text("joined-channel", {"channel": channel_name(turn.chat.channel)})
    of_units = [(role.organisation, role.unit) for role in turn.roles if role.kind in SPEAKING]
    owns = [own for own in units_of(turn) if own.key in of_units]
    state = listed(turn, owns)
    for own in owns:
        told_on_join(turn, own.organisation, left_of_unit(turn, own))
    return replace(state, texts=(linked, *state.texts))


def told_on_join(turn: Turn, organisation: Organisation, shown: Iterable[Found]) -> None:
    """Note the newest step of each as told: what came before joining is never sent on its own."""
    wanted = {found.id: found for found in shown}
    numbers = assignments.numbers(turn.session, wanted)
    assert turn.chat.id is not None
    rows = [
        waves.ToldStep(turn.chat.id, numbers[found.id], step, duty.deadline.ends_at.isoformat(), turn.now)
        for duty in _duties(turn, organisation)
        for found in wanted.values()
        if _is_of(duty, found) and (step := _newest_step(turn, duty))
    ]
    waves.tell(turn.session, rows)


def _duties(turn: Turn, organisation: Organisation) -> Iterable[Duty]:
    today = turn.now.astimezone(VIETNAM).date()
    return duties(organisation, today, today, moves.changes(turn.session, organisation.id))


def _is_of(duty: Duty, found: Found) -> bool:
    return (duty.plan.id, duty.task.id, duty.period) == (found.id.plan, found.id.task, found.id.period) and (
        found.id.unit in duty.unit_ids
    )


def _newest_step(turn: Turn, duty: Duty) -> str | None:
    arming = waves.armings(turn.session).get((duty.organisation.id, duty.plan.id, duty.task.id))
    if arming is None or arming.armed_at is None:
        return None
    step = newest(steps(duty, office_of(duty.organisation), arming.armed_at), turn.now)
    return step.id if step else None
