"""Make a month's quota of messages last: count what goes, look ahead at what is to come, refuse the least important.

A message may go only as long as what matters more fits behind it. Where the month is tight, messages also take later
steps along (``reminding``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot.months import Months
from handlers.pushes.alarms import tell_quota
from schedules.forecast import ANSWERS, Rank, month_of, rank_of
from schedules.ladder import StepKind
from schedules.plan import Plans
from storage import outbox, spending
from storage.spending import Forecast
from storage.tables import Chat, Outbox

Key = tuple[str, str]  # channel, and whose bot it is
RESERVED = 0.8  # of the quota, at most kept for what matters more: many hand in before their last reminder
ASK_AGAIN = timedelta(hours=6)  # after the platform has said that nothing is left


@dataclass(slots=True)
class Ahead:
    """What one bot still has to send this month; what waits is counted down as it is claimed."""

    tight: bool
    wanted: Counter[Rank]  # what is to come, and what waits
    waiting: dict[int, Rank] = field(default_factory=dict)  # outbox row → its rank

    def claimed(self, row: int) -> None:
        """Note that a row waits no more."""
        if (rank := self.waiting.pop(row, None)) is not None:
            self.wanted[rank] -= 1

    def before(self, rank: Rank) -> int:
        """Return how many messages that matter more are to follow."""
        return sum(count for other, count in self.wanted.items() if other < rank)


class Budgets:
    """The monthly quotas of the bots that have one, by (channel, bot).

    ``look_ahead``, ``allows``, ``spend`` and ``closed`` are called within units of work, so one after the other.
    """

    def __init__(self, quotas: Mapping[Key, int]) -> None:
        self.quotas = {key: quota for key, quota in quotas.items() if quota > 0}
        self._ahead: dict[Key, Ahead] = {}
        self._months = Months()
        self._refused: set[tuple[Key, str, str]] = set()  # bot, month, organisation of a message that was refused

    def look_ahead(self, session: Session, plans: Plans, now: datetime) -> None:
        """Count what each bot still has to send this month, remember it, and warn where it is too much.

        Call it in a round, after the round's reminders were put.
        """
        self._months.look(session, plans, now)
        kept = spending.forecasts(session, month_of(now))
        for key in self.quotas:
            forecast, served = self._look(session, plans, key, now)
            if forecast not in kept:
                spending.keep_forecast(session, forecast)
                for organisation in served:
                    if state := _trouble(forecast, organisation):
                        tell_quota(session, organisation, state, forecast, now)

    def tight(self, key: Key) -> bool:
        """Say whether a bot's month is too short for all that is to come."""
        return key in self._ahead and self._ahead[key].tight

    def saving(self, session: Session, now: datetime) -> Callable[[Chat], bool]:
        """Return in which chats a message is to take later steps along: those of a bot whose month is tight.

        The newest forecast says so, also one from before a restart.
        """
        tight = {(one.channel, one.bot) for one in spending.forecasts(session, month_of(now)) if one.tight}
        return lambda chat: (chat.channel, chat.bot) in tight & self.quotas.keys()

    def allows(self, session: Session, row: Outbox, chat: Chat, now: datetime, parts: int = 1) -> bool:
        """Say whether a claimed message may be sent now, in so many parts; asked in the transaction that claimed it.

        A reminder of the last day, and an alarm, is refused only when nothing is left.
        """
        key = (chat.channel, chat.bot)
        allowed = self._is_open(session, key, now) and self._fits(session, key, row, now, parts)
        if not allowed:
            self._refused.add((key, month_of(now), row.organisation))
        return allowed

    def spend(self, session: Session, key: Key, count: int, now: datetime) -> None:
        """Count messages that have arrived, or may have."""
        if key in self.quotas and count:
            spending.spend(session, *key, month_of(now), count)

    def closed(self, session: Session, key: Key, now: datetime) -> None:
        """Note that the platform itself takes no more of a bot's messages; it is asked again after ``ASK_AGAIN``."""
        spending.refuse_until(session, *key, month_of(now), now + ASK_AGAIN)

    def _look(self, session: Session, plans: Plans, key: Key, now: datetime) -> tuple[Forecast, list[str]]:
        quota, month = self.quotas[key], month_of(now)
        coming = self._months.of(session, plans, key, now, wide=self.tight(key))
        rows = [(id, part, rank_of_row(kind, about)) for id, part, kind, about in outbox.waiting_on(session, *key)]
        waiting = {id: rank for id, part, rank in rows if part == 0}  # further parts count as spent
        demand = coming.natural + Counter(rank for _, _, rank in rows)
        spent = spending.spent(session, *key, month)
        tight = spent + ANSWERS * quota + demand.total() > quota
        self._ahead[key] = Ahead(tight, coming.reserved + Counter(waiting.values()), waiting)
        refused = sorted(organisation for of, when, organisation in self._refused if (of, when) == (key, month))
        closed = not self._is_open(session, key, now)
        named = {rank.name: count for rank, count in sorted(demand.items())}
        return Forecast(*key, month, quota, spent, named, tight, closed, refused), coming.organisations

    def _is_open(self, session: Session, key: Key, now: datetime) -> bool:
        """Say whether the platform may be asked; one without a quota of ours may still have its own."""
        until = spending.refused_until(session, *key, month_of(now))
        return until is None or until <= now

    def _fits(self, session: Session, key: Key, row: Outbox, now: datetime, parts: int) -> bool:
        """Say whether a message fits before the quota; what is being sent just now, to its end, counts as spent."""
        quota, reserved = self.quotas.get(key), 0
        if quota is None:
            return True
        if ahead := self._ahead.get(key):
            ahead.claimed(row.id or 0)
            reserved = min(ahead.before(rank_of_row(row.kind, row.about)), int(RESERVED * quota))
        others = spending.in_flight(session, *key, besides=row)
        return spending.spent(session, *key, month_of(now)) + others + reserved + parts <= quota


def rank_of_row(kind: str, about: Mapping[str, Any]) -> Rank:
    """Say how important a message of the outbox is: a bundle or a chase as its most important item."""
    if kind == "alarm":
        return Rank.LAST_DAY
    if kind not in ("bundle", "chase"):
        return Rank.EARLY
    ranks = (rank_of(StepKind(item["kind"]), item["working_days"]) for item in about["items"])
    return min(ranks, default=Rank.ASSIGNED)


def _trouble(forecast: Forecast, organisation: str) -> str | None:
    """Say what an organisation must hear about its month, the worst first."""
    if forecast.spent >= forecast.quota:
        return "used-up"
    if forecast.closed:
        return "closed"
    if organisation in forecast.refused:
        return "refusing"
    return "tight" if forecast.tight else None
