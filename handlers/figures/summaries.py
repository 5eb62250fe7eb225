"""Word the summary of an organisation when its turn has come: figures, what has changed, what waits for a decision."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from handlers.belonging import Followed
from handlers.describing import lines, plain_day, plan_cited, unit_name
from handlers.figures.figures import Standing, classes
from handlers.figures.status_lists import fitting, worst_page
from handlers.figures.status_state import PlanState, Waiting, earlier, state_of, waiting, yesterday
from handlers.figures.status_texts import figures_line, signed
from handlers.pressing import plan_mark
from handlers.spelling import shortened
from handlers.vocabulary import Button, Reply, Text
from schedules.deadline import VIETNAM
from schedules.owing import Lot
from schedules.plan import Organisation, Plan, Plans
from storage import summaries
from storage.standings import written
from storage.tables import Chat, Outbox, RoleKind

DAILY, WEEKLY = (RoleKind.COORDINATOR,), (RoleKind.COORDINATOR, RoleKind.LEADER)  # who may hear one
NAMES = 500  # characters of names in one line
RANKED = 700  # characters of names in the ranking
LABEL = 34
MOST = 4  # plans with a button


def standing_office(organisation: Organisation, plan: Plan) -> str:
    """Return the office that follows a plan."""
    return plan.standing_office_id or organisation.standing_office_id


def summary_reply(session: Session, plans: Plans, row: Outbox, now: datetime) -> Reply | None:
    """Word a summary; None where its day is over, nothing has changed since, or the chat may not hear it any more."""
    organisation, weekly = plans.organisations[row.organisation], bool(row.about["weekly"])
    chat = session.get_one(Chat, row.chat_id)
    offices = summaries.offices_of(session, chat, organisation.id, WEEKLY if weekly else DAILY)
    if not _is_of(now, date.fromisoformat(row.about["on"]), weekly=weekly) or not offices:
        return None
    states = states_of(session, organisation, offices, now)
    told = mark(session, states, now)
    if same(told, row.about["before"]):
        return None
    kept = summaries.kept(session, organisation.id, [chat.id or 0]).get((chat.id or 0, weekly))
    summaries.note_told(session, chat.id or 0, organisation.id, weekly=weekly, told=told)
    texts = _texts(session, states, _since(row.about["before"], now), weekly, bool(kept and kept.ranking))
    follows = chat.person_id is not None and bool(offices & summaries.offices_of(session, chat, organisation.id, DAILY))
    return Reply(texts, _buttons(states, follows) if chat.person_id is not None else ())


def states_of(session: Session, organisation: Organisation, offices: Iterable[str], now: datetime) -> list[PlanState]:
    """Gather how the plans of some offices stand; those of which nothing is expected are left out."""
    wanted = set(offices)
    states = [
        state_of(session, Followed(organisation, plan), now)
        for plan in organisation.plans.values()
        if standing_office(organisation, plan) in wanted and not (plan.closed_on and plan.closed_on <= now.date())
    ]
    return [state for state in states if state.lots]


def mark(session: Session, states: Iterable[PlanState], now: datetime) -> str:
    """Write down the figures that are told now, so that the same ones are not told again."""
    plans: dict[str, list[int]] = {}
    for state in states:
        figures, waits = state.figures, waiting(session, state)
        classed = [figures.on_time, figures.late, figures.open, figures.overdue]
        plans[state.followed.plan.id] = [*classed, waits.asking, waits.returned, len(state.unlinked)]
    return json.dumps({"at": now.isoformat(), "plans": plans})


def same(told: str, before: str) -> bool:
    """Say whether two marks are of the same figures; nothing expected is never news."""
    now = json.loads(told)["plans"]
    return not now or (bool(before) and json.loads(before)["plans"] == now)


def _is_of(now: datetime, on: date, *, weekly: bool) -> bool:
    """Say whether a summary put on a day is still of now: a later one follows."""
    today = now.astimezone(VIETNAM).date()
    return today.isocalendar()[:2] == on.isocalendar()[:2] if weekly else today == on


def _since(before: str, now: datetime) -> datetime:
    return datetime.fromisoformat(json.loads(before)["at"]) if before else yesterday(now)


def _texts(
    session: Session,
    states: Sequence[PlanState],
    since: datetime,
    weekly: bool,
    ranking: bool,
) -> tuple[Text, ...]:
    now = states[0].now
    heading = lines(
        Text("summary-weekly" if weekly else "summary-daily", {"day": plain_day(now.astimezone(VIETNAM).date())}),
        Text("status-moment", {"moment": now}),
    )
    waits = [waiting(session, state) for state in states]
    told = [_plan_text(session, state, since) for state in states]
    open_matters = _open_matters(states, waits)
    ranked = worst_page(states, 0, RANKED).texts if ranking else ()
    return (heading, *told, *([open_matters] if open_matters else []), *ranked)


def _plan_text(session: Session, state: PlanState, since: datetime) -> Text:
    """Tell a plan's figures, how they have changed, and by whom."""
    figures, before = state.figures, earlier(session, state, since)
    change = {
        "moment": since,
        "submitted": signed(figures.submitted - before.submitted),
        "overdue": signed(figures.overdue - before.overdue),
    }
    return lines(
        Text("status-plan", {"plan": plan_cited(state.followed.plan)}),
        figures_line("status-all", figures),
        Text("summary-change", change),
        _named(state, "summary-submitted", _newly_submitted(state, since)),
        _named(state, "summary-overdue", _newly_overdue(state, since)),
    )


def _newly_submitted(state: PlanState, since: datetime) -> list[str]:
    then = written(since)
    return [
        unit
        for lot in state.lots
        for unit, handed in _handed(state, lot).items()
        if (handed[0] or "") > then and unit in state.units
    ]


def _newly_overdue(state: PlanState, since: datetime) -> list[str]:
    return [
        unit
        for lot in state.lots
        if lot.deadline and since < lot.deadline.ends_at <= state.now
        for unit, standing, _ in classes(lot, _handed(state, lot), state.now)
        if standing is Standing.OVERDUE
    ]


def _handed(state: PlanState, lot: Lot) -> Any:
    return state.standings.of(lot.plan.id, lot.task.id, lot.period)


def _named(state: PlanState, key: str, units: Iterable[str]) -> Text | None:
    """Name units in one line, as many as it has room for."""
    names = [unit_name(state.followed.organisation, unit) for unit in dict.fromkeys(units)]
    if not names:
        return None
    until = fitting(names, 0, NAMES)
    more = len(names) - until
    rest = Text("summary-others", {"count": more}) if more else ""
    return Text(key, {"count": len(names), "names": "; ".join(names[:until]), "others": rest})


def _open_matters(states: Sequence[PlanState], waits: Iterable[Waiting]) -> Text | None:
    """Tell what waits for a decision, and how many units nothing reaches."""
    asking = sum(one.asking for one in waits)
    unlinked = frozenset(unit for state in states for unit in state.unlinked)
    told = [
        Text("summary-asking", {"count": asking}) if asking else None,
        Text("summary-unreached", {"count": len(unlinked)}) if unlinked else None,
    ]
    return lines(*told) if any(told) else None


def _buttons(states: Sequence[PlanState], follows: bool) -> tuple[tuple[Button, ...], ...]:
    """Offer the plans to whoever follows them, and the settings."""
    plans = [state.followed.plan for state in states[:MOST]] if follows else []
    rows = [
        (Button(Text("button-plan", {"plan": shortened(plan.title, LABEL)}), f"td:{plan_mark(plan)}"),)
        for plan in plans
    ]
    return (*rows, (Button(Text("button-summary-settings"), "tt"),))
