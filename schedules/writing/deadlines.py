"""Find the words of plans.yaml that make a deadline what it is in the records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from schedules.deadline import Reading
from schedules.loading.building_deadlines import as_issued, read_once
from schedules.phrases import weekday_holds
from schedules.plan import Due, Event, Plan
from schedules.writing.layout import Row, Value

HOLDS = (None, "date", "weekday")


@dataclass(frozen=True, slots=True)
class Issued:
    """What the deadlines of a plan are read with."""

    on: date
    issued_on: date | None
    inclusive: bool

    def readings(self, phrase: str, last_day: date | None) -> Iterator[tuple[str | None, Reading]]:
        """Yield each word on which holds, with what the phrase then means; a contradiction needs one."""
        read = read_once(phrase, self.on, before_inclusive=self.inclusive)
        for holds in HOLDS:
            if holds or read.weekday_check != "wrong":
                held = weekday_holds(read) if holds == "weekday" and read.weekday_check == "wrong" else read
                yield holds, as_issued(held, self.issued_on, last_day)


def issued(plan: Plan) -> Issued:
    """Find out how a plan's deadlines were read: whether "trước ngày D" counted D is nowhere in the records."""
    on = plan.issued_on or plan.remind_from
    dues = [due for task in plan.tasks.values() for due in task.dues]
    ways = [Issued(on, plan.issued_on, inclusive) for inclusive in (False, True)]
    return max(ways, key=lambda way: sum(any(_holding(way, due)) for due in dues))


def _holding(way: Issued, due: Due) -> Iterator[tuple[str | None]]:
    """Yield, in a tuple of its own, each word on which holds that makes a due's reading."""
    for holds, reading in way.readings(due.reading.phrase, due.confirmed_last_day):
        if reading == due.reading:
            yield (holds,)


def stated(way: Issued, dues: Iterable[Due]) -> list[Value]:
    """Return the ``deadline`` of each of a task's dues: the phrase alone where it says all.

    Two dues that differ in nothing but their units came from words that differ: they get such words again.
    """
    found: list[Value] = []
    for due in dues:
        ways = [_words(due, holds) for (holds,) in _holding(way, due)] or [_words(due, None)]
        found.append(next((words for words in ways if words not in found), ways[0]))
    return found


def _words(due: Due, holds: str | None) -> Value:
    days = {"last_day": due.confirmed_last_day, "received_on": due.counts_from}
    more = {name: day.isoformat() for name, day in days.items() if day} | ({"holds": holds} if holds else {})
    return Row(phrase=due.reading.phrase, **more) if more else due.reading.phrase


def when(way: Issued, event: Event) -> Value:
    """Return the ``when`` of a meeting; an organisation's reading of "trước" is for deadlines alone."""
    plain = Issued(way.on, None, inclusive=False)
    read = event.reading
    for holds, reading in plain.readings(read.phrase, None):
        if as_issued(read, None, None) == reading:
            return Row(phrase=read.phrase, holds=holds) if holds else read.phrase
    return read.phrase
