"""Say in a rehearsal how many messages each month would take of a bot that has only so many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from handlers.figures.quota import channel_name, month_named
from handlers.vocabulary import Text
from schedules.deadline import VIETNAM
from schedules.forecast import ANSWERS, Rank, by_rank, climbs, end_of_month, messages, month_of
from schedules.plan import Organisation, Plans


@dataclass(frozen=True, slots=True)
class Need:
    """What one bot would need in one month: as the ladders are, and with messages that take later steps along."""

    bot: str  # the organisation whose bot it is, "" for one that several share
    month: str
    natural: Counter[Rank]
    wide: Counter[Rank]


def needs(plans: Plans, bots: Iterable[str], first: date, last: date) -> Iterator[Need]:
    """Yield what each bot needs in each month that the days from ``first`` to ``last`` touch, if anything.

    Assumes one officer a unit, each plan loaded on its ``remind_from``, and nobody submitted.

    Parameters:
        bots: the organisations with a bot of their own, "" for a shared one; none: each is taken to have its own.
    """
    known = set(bots)
    for start in _months(first, last):
        of_bot: dict[str, list[Organisation]] = {}
        for organisation in plans.organisations.values():
            own = organisation.id if organisation.id in known or "" not in known else ""
            if own in known or not known:
                of_bot.setdefault(own, []).append(organisation)
        for bot, organisations in of_bot.items():
            natural, wide = _counts(organisations, start, wide=False), _counts(organisations, start, wide=True)
            if natural.total():
                yield Need(bot, month_of(start), natural, wide)


def need_texts(need: Need, plans: Plans, channel: str, quota: int) -> list[Text]:
    """Word a need; where it is more than the quota, what would give way."""
    own = plans.organisations.get(need.bot)
    values: dict[str, object] = {
        "channel": channel_name(channel),
        "month": month_named(need.month),
        "organisation": own.name if own else Text("rehearse-quota-shared"),
        "needed": need.natural.total(),
        "quota": quota,
    }
    texts = [Text("rehearse-quota", values)]
    answers = int(ANSWERS * quota)
    over = need.natural.total() + answers - quota
    if over <= 0:
        return texts
    wide = need.wide.total()
    texts.append(Text("rehearse-quota-over", {"over": over, "answers": answers, "wide": wide}))
    left = wide + answers - quota
    if left <= 0:
        return [*texts, Text("rehearse-quota-fits")]
    return [*texts, Text("rehearse-quota-gives-way", {"over": left, "ranks": _first_to_go(need.wide, left)})]


def _first_to_go(wide: Counter[Rank], over: int) -> tuple[Text, ...]:
    """List what is left out, the least important first, until the rest fits."""
    gone: list[Text] = []
    for rank in sorted(wide, reverse=True):
        count = min(wide[rank], over)
        over -= count
        if count:
            gone.append(Text(f"rank-{rank.name.lower().replace('_', '-')}", {"count": count}))
    return tuple(gone)


def _counts(organisations: Iterable[Organisation], start: datetime, *, wide: bool) -> Counter[Rank]:
    found: Counter[Rank] = Counter()
    end = end_of_month(start)
    for organisation in organisations:
        found.update(by_rank(messages(climbs(organisation, start, end), start, end, wide=wide)))
    return found


def _months(first: date, last: date) -> Iterator[datetime]:
    start = datetime.combine(first.replace(day=1), time(), VIETNAM)
    while start.date() <= last:
        yield start
        start = end_of_month(start)
