"""How many messages each day brings, and how long its largest wave takes on each channel."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import ceil

from bot.channels.limiter import Limits
from bot.rehearsals.calls import Call, UnitKey
from bot.settings import Settings
from handlers.vocabulary import Text
from schedules.deadline import VIETNAM
from schedules.duties import office_of
from schedules.plan import Organisation

BotOf = Callable[[str], str]  # an organisation's id → whose bot serves it


@dataclass(frozen=True, slots=True)
class Day:
    """One day's messages, one for each unit and moment; the largest wave is that of the bot that sends most at once.

    ``closes_at`` is when the office of that wave closes.
    """

    day: date
    messages: int
    reminders: int
    largest: int
    at: datetime
    closes_at: datetime


def heard_at(calls: Iterable[Call]) -> dict[datetime, set[UnitKey]]:
    """Return who hears something at each moment: one message for each of them, whatever it speaks of."""
    hearing: dict[datetime, set[UnitKey]] = defaultdict(set)
    for call in calls:
        hearing[call.at].update(call.hearers)
    return hearing


def messages_by_day(calls: Iterable[Call]) -> Counter[date]:
    """Count the messages of each day."""
    counts: Counter[date] = Counter()
    for at, heard in heard_at(calls).items():
        counts[at.astimezone(VIETNAM).date()] += len(heard)
    return counts


def days_of(calls: Sequence[Call], bot_of: BotOf) -> list[Day]:
    """Count the messages of each day that has any, assuming one officer a unit."""
    by_day: dict[date, dict[datetime, set[UnitKey]]] = defaultdict(dict)
    for at, heard in heard_at(calls).items():
        by_day[at.astimezone(VIETNAM).date()][at] = heard
    reminders: Counter[date] = Counter()
    closing: dict[datetime, Organisation] = {}
    for call in calls:
        reminders[call.at.astimezone(VIETNAM).date()] += len(set(call.hearers))
        closing[call.at] = call.duty.organisation
    messages = messages_by_day(calls)
    return [_day(day, messages[day], moments, reminders[day], closing, bot_of) for day, moments in by_day.items()]


def _day(
    day: date,
    messages: int,
    moments: dict[datetime, set[UnitKey]],
    reminders: int,
    closing: dict[datetime, Organisation],
    bot_of: BotOf,
) -> Day:
    waves = Counter({(at, bot_of(one)): 0 for at, heard in moments.items() for one, _ in heard})
    for at, heard in moments.items():
        waves.update((at, bot_of(one)) for one, _ in heard)
    ((at, _), largest), *_ = waves.most_common(1)
    return Day(day, messages, reminders, largest, at, office_of(closing[at]).closing(at))


def minutes(count: int, per_second: float) -> int:
    """Return how long a wave of so many messages takes, in whole minutes."""
    return ceil(count / Limits(per_second).waves / 60)


def wave_minutes(day: Day, settings: Settings) -> dict[str, int]:
    """Return how long the day's largest wave takes on each channel, if all of it goes there."""
    speeds = {"telegram": settings.telegram_per_second, "zalo": settings.zalo_per_second}
    return {channel: minutes(day.largest, speed) for channel, speed in speeds.items()}


def day_texts(days: Iterable[Day], settings: Settings) -> list[Text]:
    """Word each day; a wave of more than a minute with its time, and whether the office closes before it ends."""
    told = []
    for day in days:
        taken = wave_minutes(day, settings)
        values: dict[str, object] = {"day": day.day, "messages": day.messages, "reminders": day.reminders}
        values |= {"largest": day.largest, "time": f"{day.at.astimezone(VIETNAM):%H:%M}", **taken}
        told.append(Text("rehearse-day-long" if max(taken.values()) > 1 else "rehearse-day", values))
        left = int((day.closes_at - day.at).total_seconds() // 60)
        late = {channel: count for channel, count in taken.items() if count > left > 0}
        told += [
            Text(f"rehearse-late-{channel}", {"minutes": count, "closes": f"{day.closes_at.astimezone(VIETNAM):%H:%M}"})
            for channel, count in late.items()
        ]
    return told
