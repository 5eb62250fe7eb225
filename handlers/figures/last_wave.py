"""Answer who was told by the newest wave of a plan, who was not, and why: every unit that owed then stands once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import groupby

from sqlmodel import Session

from handlers.belonging import Followed
from handlers.describing import lines, plan_cited, unit_name
from handlers.figures.quota import channel_name, month_named
from handlers.vocabulary import Text, Turn
from schedules.forecast import REACH, month_of
from schedules.plan import AssignmentId
from storage.newest_wave import NewestWave, Sent, newest_wave, submitted_by, told_before
from storage.owed_now import owed_now
from storage.tables import OutboxState
from storage.told import told_already

NAMES = 100  # units named in one message; a button brings the others


class Fate(StrEnum):
    """What became of the reminder of one unit."""

    TOLD = "told"
    TOLD_BEFORE = "told-before"
    SUBMITTED = "submitted"
    WAITING = "waiting"
    NOT_TOLD = "not-told"
    UNLINKED = "unlinked"


@dataclass(frozen=True, slots=True, order=True)
class Outcome:
    """A fate with what tells it from others: the channel that brought it, or failed, and the trouble."""

    fate: Fate
    trouble: str = ""
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """What a coordinator sees of it, and the number of the page after, None after the last."""

    texts: tuple[Text, ...]
    following: int | None


def last_wave(turn: Turn, followed: Followed, number: int) -> Page | None:
    """Tell the newest wave of a plan; None before the first.

    Parameters:
        number: 0 for the figures and the first names, 1 and on for the names after them.
    """
    organisation, plan = followed.organisation, followed.plan
    wave = newest_wave(turn.session, organisation.id, plan.id)
    if wave is None:
        return None
    outcomes = fates(turn.session, followed, wave)
    heading = Text("status-plan", {"plan": plan_cited(plan)})
    moment = Text("wave-moment", {"moment": wave.at})
    figures = (_figures(outcomes, wave.at),) if number == 0 else ()
    order = {unit: place for place, unit in enumerate(organisation.units)}
    missed = sorted(
        (outcome, order.get(unit, len(order)), unit)
        for unit, outcome in outcomes.items()
        if outcome.fate in (Fate.NOT_TOLD, Fate.UNLINKED)
    )
    shown = missed[number * NAMES : (number + 1) * NAMES]
    named = [
        Text(
            "wave-names",
            {"why": _why(outcome, wave.at), "names": "; ".join(unit_name(organisation, unit) for _, _, unit in alike)},
        )
        for outcome, alike in groupby(shown, key=lambda one: one[0])
    ]
    rest = len(missed) - (number + 1) * NAMES
    more = (Text("wave-more", {"count": rest}),) if rest > 0 else ()
    return Page((lines(heading, moment), *figures, *named, *more), number + 1 if rest > 0 else None)


def fates(session: Session, followed: Followed, wave: NewestWave) -> dict[str, Outcome]:
    """Return what became of the reminder of every unit that owed when the wave was put."""
    owing = _owing(session, followed, wave)
    messages: dict[str, list[Sent]] = defaultdict(list)
    for message in wave.messages:
        for unit in {id.unit for id in message.about}:
            messages[unit].append(message)
    before = _told_before(session, followed, wave, [id for id in owing if id.unit not in messages])
    done = submitted_by(
        session, followed.organisation.id, followed.plan.id, datetime.max.replace(tzinfo=wave.at.tzinfo)
    )
    found: dict[str, Outcome] = {}
    for unit in dict.fromkeys([*(id.unit for id in owing), *messages]):
        if unit in messages:
            found[unit] = _of_messages(messages[unit], done)
        else:
            found[unit] = _of_earlier(before[unit], done) if unit in before else Outcome(Fate.UNLINKED)
    return found


def _told_before(
    session: Session, followed: Followed, wave: NewestWave, unheard: list[AssignmentId]
) -> dict[str, list[Sent] | None]:
    """Return the units to which the wave was no news, with the messages that told them; None: told on joining."""
    told = told_already(session, unheard, {(one.step, one.ends_at) for one in wave.called})
    since = min([wave.at - REACH, *(moment for moments in told.values() for moment in moments)])
    earlier = told_before(session, followed.organisation.id, followed.plan.id, wave, since)
    found: dict[str, list[Sent] | None] = {}
    for id, messages in earlier.items():
        if id in unheard:
            found[id.unit] = [*(found.get(id.unit) or ()), *messages]
    for id, moments in told.items():
        if moments - {message.at for message in earlier.get(id, ())}:
            found[id.unit] = None
    return found


def _owing(session: Session, followed: Followed, wave: NewestWave) -> list[AssignmentId]:
    """List what the wave was about and nobody had handed in by then."""
    organisation, plan = followed.organisation, followed.plan
    called = {(one.task, one.period, datetime.fromisoformat(one.ends_at)) for one in wave.called}
    done = submitted_by(session, organisation.id, plan.id, wave.at)
    return [
        one.id
        for one in owed_now(session, organisation, wave.at, plan=plan.id)
        if one.deadline and (one.id.task, one.id.period, one.deadline.ends_at) in called and one.id not in done
    ]


def _of_messages(messages: Iterable[Sent], done: set[AssignmentId]) -> Outcome:
    """Judge a unit by all messages to its people, the latest first: one that arrived is enough."""
    latest = list(messages)
    arrived = [one for one in latest if one.state is OutboxState.SENT]
    if arrived:
        return Outcome(Fate.TOLD, channel=arrived[-1].channel)
    if any(one.state in (OutboxState.WAITING, OutboxState.CLAIMED) for one in latest):
        return Outcome(Fate.WAITING)
    lost = [one for one in latest if one.state in (OutboxState.FAILED, OutboxState.UNCERTAIN)]
    if lost:
        return Outcome(Fate.NOT_TOLD, lost[-1].trouble, lost[-1].channel)
    return Outcome(Fate.SUBMITTED if all(id in done for one in latest for id in one.about) else Fate.TOLD_BEFORE)


def _of_earlier(messages: list[Sent] | None, done: set[AssignmentId]) -> Outcome:
    """Judge a unit that the wave had nothing new for by what told it before."""
    outcome = _of_messages(messages, done) if messages else Outcome(Fate.TOLD_BEFORE)
    return Outcome(Fate.TOLD_BEFORE) if outcome.fate is Fate.TOLD else outcome


def _figures(outcomes: dict[str, Outcome], at: datetime) -> Text:
    """Count every unit once: the lines add up to those that owed."""
    counts = Counter(outcome.fate for outcome in outcomes.values())
    channels = Counter(outcome.channel for outcome in outcomes.values() if outcome.fate is Fate.TOLD)
    reasons = Counter(outcome for outcome in outcomes.values() if outcome.fate is Fate.NOT_TOLD)
    return lines(
        Text("wave-owed", {"count": len(outcomes)}),
        Text("wave-told", {"count": counts[Fate.TOLD]}),
        *(
            Text("wave-by-channel", {"channel": channel_name(channel), "count": count})
            for channel, count in sorted(channels.items())
        ),
        *(
            Text(f"wave-{fate}", {"count": counts[fate]})
            for fate in (Fate.TOLD_BEFORE, Fate.SUBMITTED, Fate.WAITING)
            if counts[fate]
        ),
        Text("wave-not-told", {"count": counts[Fate.NOT_TOLD]}),
        *(Text("wave-reason", {"why": _why(one, at), "count": count}) for one, count in sorted(reasons.items())),
        Text("wave-unlinked", {"count": counts[Fate.UNLINKED]}),
    )


def _why(outcome: Outcome, at: datetime) -> Text:
    """Say why a unit was not told; of a quota, whose and which month's."""
    if outcome.fate is Fate.UNLINKED:
        return Text("wave-why-unlinked")
    if outcome.trouble == "quota":
        values = {"channel": channel_name(outcome.channel), "month": month_named(month_of(at))}
        return Text("wave-why-quota", values)
    return Text("trouble", {"why": outcome.trouble})
