"""What the admin must hear: a first load that waits for a yes, a plans.yaml that was refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlmodel import Session

from handlers.describing import plan_cited
from handlers.figures.quota import quota_alarm
from handlers.plan_changes.asking import change_alarm
from handlers.pressing import plan_mark
from handlers.refusing import Refused, UnknownButton
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.plan import Organisation, Plan, Plans
from schedules.problem import Problem
from storage import journal, marks, outbox, people, waves
from storage.spending import Forecast
from storage.tables import Arming, RoleKind

REFUSED = "refused-state"  # mark: the state of the file that the admins have been told of
MOST_LINES = 20  # problems told in one message; the rest are counted, ``check`` has them all


def ask_about_waiting(session: Session, plans: Plans, now: datetime) -> None:
    """Ask every admin once about each plan whose first load waits."""
    armings = waves.armings(session)
    for organisation, plan in _waiting(armings, plans):
        seen = [
            one.seen_at
            for (of, within, _), one in armings.items()
            if (of, within) == (organisation.id, plan.id) and one.armed_at is None
        ]
        # What was asked and answered before must not silence the question about a task that came later.
        cause = f"first-load {organisation.id} {plan.id} {max(seen).isoformat()}"
        _put(session, organisation.id, cause, {"what": "first-load", "plan": plan.id}, now)


def tell_problems(session: Session, plans: Plans, problems: Iterable[Problem], state: str, now: datetime) -> bool:
    """Tell every admin once that the file in this ``state`` was refused, and why. Return whether that is news."""
    told = [
        {
            "place": f"{one.place.file}:{one.place.line}:{one.place.column}",
            "key": one.key,
            "values": dict(one.values),
        }
        for one in problems
    ]
    if marks.get_mark(session, REFUSED) == state:
        return False
    marks.set_mark(session, REFUSED, state)
    for organisation in plans.organisations.values():
        cause = f"refused {organisation.id} {state} {now.isoformat()}"
        _put(session, organisation.id, cause, {"what": "refused", "problems": told}, now)
    return True


def tell_quota(session: Session, organisation: str, state: str, forecast: Forecast, now: datetime) -> None:
    """Tell the coordinators and admins of an organisation, once a month, that its bot's messages run out.

    Parameters:
        state: "tight", "refusing", "used-up", or "closed" where the platform says so before we do.
    """
    cause = f"quota {state} {organisation} {forecast.channel} {forecast.bot} {forecast.month}"
    about = {"what": "quota", "state": state, "forecast": asdict(forecast)}
    _put(session, organisation, cause, about, now, (RoleKind.ADMIN, RoleKind.COORDINATOR))


def alarm_reply(session: Session, plans: Plans, organisation: str, about: Mapping[str, Any]) -> Reply | None:
    """Word an alarm when its turn has come; None when it is no longer true."""
    if about["what"] == "quota":
        return quota_alarm(session, organisation, about)
    if about["what"] == "refused":
        return _refused(about["problems"])
    if about["what"] == "plan-change":
        return change_alarm(session, plans, organisation, about)
    for waiting, plan in _waiting(waves.armings(session), plans):
        if (waiting.id, plan.id) == (organisation, about["plan"]):
            units = {unit for task in plan.tasks.values() for due in task.dues for unit in due.unit_ids}
            linked = {unit for unit, _ in people.chats_of_units(session, organisation)} & units
            text = Text("alarm-first-load", {"plan": plan_cited(plan), "units": len(linked)})
            return Reply((text,), ((Button(Text("button-first-load"), f"dotdau:{plan_mark(plan)}"),),))
    return None


def press_first_load(turn: Turn) -> Reply:
    """Arm a plan that waits: the admin has said yes.

    Raises:
        Refused: whoever pressed is no admin of the organisation.
        UnknownButton: nothing waits any more.
    """
    for organisation, plan in _waiting(waves.armings(turn.session), turn.plans):
        if plan_mark(plan) == turn.argument:
            if not any(role.kind is RoleKind.ADMIN and role.organisation == organisation.id for role in turn.roles):
                raise Refused(Text("refused-admins-only"))
            waves.approve(turn.session, organisation.id, plan.id, turn.now)
            by = turn.person.id if turn.person else None
            journal.write(
                turn.session, at=turn.now, act="first-load", organisation=organisation.id, person_id=by, plan=plan.id
            )
            return Reply((Text("first-load-approved", {"plan": plan_cited(plan)}),), edits=True)
    raise UnknownButton


def _waiting(armings: Mapping[tuple[str, str, str], Arming], plans: Plans) -> list[tuple[Organisation, Plan]]:
    waiting = {(organisation, plan) for (organisation, plan, _), one in armings.items() if one.armed_at is None}
    return [
        (organisation, plan)
        for organisation in plans.organisations.values()
        for plan in organisation.plans.values()
        if (organisation.id, plan.id) in waiting
    ]


def _refused(problems: list[dict[str, Any]]) -> Reply:
    lines = [
        Text("alarm-problem", {"place": one["place"], "what": Text(f"problem-{one['key']}", one["values"])})
        for one in problems[:MOST_LINES]
    ]
    heading = Text("alarm-refused", {"count": len(problems)})
    return Reply((heading, Text("alarm-problems", {"lines": tuple(lines)})))


def _put(
    session: Session,
    organisation: str,
    cause: str,
    about: dict[str, Any],
    now: datetime,
    kinds: Iterable[RoleKind] = (RoleKind.ADMIN,),
) -> None:
    alarm = outbox.OutboxRow(
        chat_id=0,
        organisation=organisation,
        kind="alarm",
        cause=cause,
        about=about,
        urgent_at=now,
        not_before=now,
    )
    chats = {chat.id or 0 for kind in kinds for chat in people.chats_of_role(session, organisation, kind)}
    outbox.put_many(session, [replace(alarm, chat_id=chat) for chat in sorted(chats)])
