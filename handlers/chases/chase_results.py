"""Tell a coordinator once what became of a chase: whom it reached, whom not and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlmodel import Session

from handlers.chases.chase_words import named
from handlers.describing import lines, plan_cited
from handlers.vocabulary import Button, Reply, Text
from schedules.plan import Organisation, Plans
from storage import chases, people
from storage.chases import Sent
from storage.outbox import HELD_BACK
from storage.tables import Chase, OutboxState, RoleKind

NAMES = 700  # characters of names in one line
OF_STATE = {
    OutboxState.SENT: "delivered",
    OutboxState.WAITING: "waiting",
    OutboxState.CLAIMED: "waiting",
    OutboxState.FAILED: "failed",
    OutboxState.UNCERTAIN: "failed",
    OutboxState.WITHDRAWN: "needless",
}


class Fate(StrEnum):
    """What became of a chase for one unit; of several messages the first of these counts."""

    DELIVERED = "delivered"
    WAITING = "waiting"
    FAILED = "failed"
    HELD = "held"
    NEEDLESS = "needless"


def chase_result(session: Session, plans: Plans, about: Mapping[str, Any], now: datetime) -> Reply | None:
    """Word the result as it stands when it is told; None where whoever ordered it is no coordinator any more."""
    chase = chases.kept(session, about["chase"])
    organisation = plans.organisations.get(chase.organisation) if chase else None
    if chase is None or organisation is None or not _coordinates(session, chase):
        return None
    fates, why = _fates(session, chase)
    unreached = chase.about["unreached"]
    text = lines(
        Text("chase-result", {"moment": chase.ordered_at}),
        _about(organisation, chase),
        Text("chase-result-delivered", {"count": len(fates[Fate.DELIVERED])}),
        *_waiting(organisation, fates[Fate.WAITING]),
        *_failed(organisation, fates[Fate.FAILED], why),
        _line("chase-result-held", organisation, fates[Fate.HELD]),
        _line("chase-result-needless", organisation, fates[Fate.NEEDLESS]),
        _line("chase-result-unreached", organisation, unreached),
    )
    return Reply((text,), ((Button(Text("menu-tiendo"), "lenh:tiendo"),),))


def _coordinates(session: Session, chase: Chase) -> bool:
    roles = people.roles_of(session, chase.ordered_by, chase.organisation)
    return any(role.kind is RoleKind.COORDINATOR for role in roles)


def _fates(session: Session, chase: Chase) -> tuple[dict[Fate, list[str]], dict[str, str]]:
    """Sort the chased units by what became of their messages; of what failed also why."""
    unit_of = {number: unit for unit, numbers in chase.about["units"].items() for number in numbers}
    messages: dict[str, list[Sent]] = defaultdict(list)
    for one in chases.sent(session, chase):
        for unit in {unit_of[number] for number in one.about if number in unit_of}:
            messages[unit].append(one)
    fates: dict[Fate, list[str]] = defaultdict(list)
    why: dict[str, str] = {}
    for unit in chase.about["units"]:
        fate = min((_fate(one) for one in messages[unit]), key=list(Fate).index, default=Fate.NEEDLESS)
        fates[fate].append(unit)
        why[unit] = next((one.trouble for one in reversed(messages[unit]) if one.trouble), "")
    return fates, why


def _fate(message: Sent) -> Fate:
    """Say what became of a message: one that a hold has stopped is still needed."""
    dropped = message.state is OutboxState.WITHDRAWN and message.trouble == HELD_BACK
    return Fate.HELD if dropped else Fate(OF_STATE[message.state])


def _about(organisation: Organisation, chase: Chase) -> Text:
    """Name what the chase was about; what the plans no longer have by its id."""
    tasks = [(organisation.plans.get(plan), task) for plan, task in chase.about["tasks"]]
    if len(tasks) > 1:
        return Text("chase-of-tasks", {"count": len(tasks)})
    ((plan, task),) = tasks
    if plan is None or task not in plan.tasks:
        return Text("chase-of-gone", {"task": task})
    return Text("chase-of-task", {"task": plan.tasks[task].title, "plan": plan_cited(plan)})


def _waiting(organisation: Organisation, units: list[str]) -> Iterable[Text]:
    if line := _line("chase-result-waiting", organisation, units):
        yield line


def _failed(organisation: Organisation, units: list[str], why: Mapping[str, str]) -> Iterable[Text]:
    """Name whom it did not reach, reason by reason."""
    yield Text("chase-result-failed", {"count": len(units)})
    for reason in dict.fromkeys(why[unit] for unit in units):
        alike = [unit for unit in units if why[unit] == reason]
        values = {"names": named(organisation, alike, NAMES), "why": Text("trouble", {"why": reason})}
        yield Text("chase-result-why", values)


def _line(key: str, organisation: Organisation, units: list[str]) -> Text | None:
    return Text(key, {"count": len(units), "names": named(organisation, units, NAMES)}) if units else None
