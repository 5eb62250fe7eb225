"""Word whom nothing reaches: units with nobody linked, messages that failed, units that have not answered at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sized

from handlers.describing import unit_name
from handlers.figures.quota import channel_name
from handlers.figures.status_state import PlanState
from handlers.vocabulary import Text
from storage.escalations import Listed
from storage.outbox import Trouble

MANY = 10  # troubles from which they are told by reason, not each in a line


def trouble_texts(state: PlanState, troubles: Iterable[Trouble], channels: Sized) -> tuple[Text, ...]:
    """Name those whom a message did not reach, with the reason; each chat once, many by reason and unit.

    Parameters:
        channels: those that people can be reached on; which of them failed is told where there are several.
    """
    named = len(channels) > 1
    newest: dict[tuple[str, int | None], Trouble] = {}
    for one in troubles:
        newest.setdefault((one.unit, one.chat.id), one)
    if len(newest) > MANY:
        return (Text("status-troubles", {"lines": _by_reason(state, newest.values(), named)}),)
    told = [
        Text("status-trouble", {"unit": _unit(state, one), "person": _person(one), "why": _why(one, named)})
        for one in newest.values()
    ]
    return (Text("status-troubles", {"lines": tuple(told)}),) if told else ()


def silent_units(state: PlanState, listed: Iterable[Listed]) -> list[str]:
    """List the units that were told again and again, their leaders too, and have not answered; each once."""
    owing: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for lot in state.lots:
        if lot.deadline:
            owing[lot.task.id, lot.period, lot.deadline.ends_at.isoformat()].update(lot.unit_ids)
    plan = state.followed.plan.id
    return list(
        dict.fromkeys(
            one.id.unit
            for one in listed
            if one.id.plan == plan and one.id.unit in owing.get((one.id.task, one.id.period, one.ends_at), ())
        )
    )


def _by_reason(state: PlanState, troubles: Iterable[Trouble], named: bool) -> tuple[Text, ...]:
    """Name the units of each reason in one line; whoever serves none by the own name."""
    names: dict[tuple[str, str], dict[str, Trouble]] = {}
    for one in troubles:
        alike = names.setdefault((one.chat.channel, one.row.trouble or ""), {})
        alike.setdefault(_unit(state, one) or _person(one), one)
    return tuple(
        Text("status-troubles-alike", {"why": _why(one, named), "count": len(alike), "names": "; ".join(alike)})
        for alike in names.values()
        for one in [next(iter(alike.values()))]
    )


def _unit(state: PlanState, trouble: Trouble) -> str:
    return unit_name(state.followed.organisation, trouble.unit) if trouble.unit else ""


def _person(trouble: Trouble) -> str:
    return trouble.person.display_name if trouble.person else ""


def _why(trouble: Trouble, named: bool) -> Text:
    why = Text("trouble", {"why": trouble.row.trouble or ""})
    return Text("trouble-on", {"channel": channel_name(trouble.chat.channel), "why": why}) if named else why
