"""Count the messages that the rest of a month will bring to the chats of one bot."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.reminding import Armings, armed
from schedules.changes import Changes
from schedules.deadline import VIETNAM
from schedules.duties import Duty
from schedules.forecast import REACH, Climb, Rank, by_rank, end_of_month, hearing, messages
from schedules.ladder import Step, StepKind
from schedules.plan import AssignmentId, Organisation, Plans
from storage import moves, people, spending, submissions, waves
from storage.told import told_ahead

Key = tuple[str, str]
NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Coming:
    """The messages to come for one bot, by rank, and the organisations that it serves.

    ``natural``: if nobody hands in any more and nothing is saved. ``reserved``: what must be kept free for it; of
    reminders after the deadline only those whose deadline has passed, for nobody knows who else will be late.
    """

    natural: Counter[Rank] = field(default_factory=Counter)
    reserved: Counter[Rank] = field(default_factory=Counter)
    organisations: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Known:
    """What is the same for all bots: the steps to come of each organisation, and who was told some of them early."""

    ahead: Mapping[str, list[tuple[Duty, tuple[Step, ...]]]]
    told: Mapping[tuple[int, AssignmentId, str], frozenset[str]]


class Months:
    """Count anew only when something has changed that counts, and once an hour."""

    def __init__(self) -> None:
        self._state: Any = None
        self._kept: dict[tuple[Key, bool], Coming] = {}
        self._known: Known | None = None

    def look(self, session: Session, plans: Plans, now: datetime) -> None:
        """See whether anything has changed; once a round, before ``of`` is asked for each bot."""
        state = (plans.digest, f"{now.astimezone(VIETNAM):%Y-%m-%d %H}", spending.what_counts(session))
        if state != self._state:
            self._state, self._known = state, None
            self._kept.clear()

    def of(self, session: Session, plans: Plans, key: Key, now: datetime, *, wide: bool) -> Coming:
        """Return what is to come from ``now`` to the end of the month; ``wide``: messages take later steps along."""
        if (key, wide) not in self._kept:
            if self._known is None:
                self._known = _know(session, plans, now)
            self._kept[key, wide] = _count(session, plans, self._known, key, now, wide=wide)
        return self._kept[key, wide]


def _know(session: Session, plans: Plans, now: datetime) -> Known:
    armings = waves.armings(session)
    ahead = {
        id: list(_ahead(organisation, armings, moves.changes(session, id), now))
        for id, organisation in plans.organisations.items()
    }
    soon = {
        (step.id, duty.deadline.ends_at.isoformat())
        for of_organisation in ahead.values()
        for duty, steps in of_organisation
        for step in steps
        if step.at <= now + REACH
    }
    return Known(ahead, told_ahead(session, soon))


def _count(session: Session, plans: Plans, known: Known, key: Key, now: datetime, *, wide: bool) -> Coming:
    coming = Coming()
    own = plans.organisations.get(key[1])  # a bot of its own serves one organisation, the other serves all
    for organisation in [own] if own else plans.organisations.values():
        chats = [
            (unit, chat.id or 0)
            for unit, chat in people.chats_of_units(session, organisation.id)
            if (chat.channel, chat.bot) == key
        ]
        if chats:
            coming.organisations.append(organisation.id)
            climbs = list(_climbs(session, organisation, known, chats))
            certain = [_without_unknown(climb, now) for climb in climbs]
            coming.natural.update(by_rank(messages(climbs, now, end_of_month(now))))
            coming.reserved.update(by_rank(messages(certain, now, end_of_month(now), wide=wide)))
    return coming


def _climbs(
    session: Session, organisation: Organisation, known: Known, chats: Iterable[tuple[str, int]]
) -> Iterator[Climb]:
    """Yield what the chats still have to hear, without what they were told early."""
    of_unit: dict[str, list[int]] = defaultdict(list)
    for unit, chat in chats:
        of_unit[unit].append(chat)
    done = submissions.standing(session, organisation.id)
    for duty, steps in known.ahead[organisation.id]:
        ends_at = duty.deadline.ends_at
        alike: dict[frozenset[str], set[int]] = defaultdict(set)
        for id, _ in hearing(duty, done):
            for chat in of_unit.get(id.unit, ()):
                alike[known.told.get((chat, id, ends_at.isoformat()), NOTHING)].add(chat)
        for said, hearers in alike.items():
            yield Climb(tuple(step for step in steps if step.id not in said), ends_at, frozenset(hearers))


def _ahead(
    organisation: Organisation, armings: Armings, changes: Changes, now: datetime
) -> Iterator[tuple[Duty, tuple[Step, ...]]]:
    """Yield the duties with the steps that are still to come this month."""
    end = end_of_month(now)
    for duty, climbed in armed(organisation, armings, now, changes, end.date()):
        if steps := tuple(step for step in climbed if now < step.at < end):
            yield duty, steps


def _without_unknown(climb: Climb, now: datetime) -> Climb:
    if climb.ends_at <= now:
        return climb
    return replace(climb, steps=tuple(step for step in climb.steps if step.kind is not StepKind.OVERDUE))
