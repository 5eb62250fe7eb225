"""The months of a rehearsal as calendars: how many messages each day brings, and which deadlines end on it."""

from __future__ import annotations

from calendar import Calendar
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from bot.rehearsals.calls import Call, Ending, Wanted
from bot.rehearsals.counts import messages_by_day
from bot.wording import WEEKDAYS, Wording
from handlers.vocabulary import Text
from schedules.duties import office_of
from schedules.working_days import WorkingDays

WEEKS = Calendar()  # from Monday on


@dataclass(frozen=True, slots=True)
class Counted:
    """What the calendars show of each day; ``office_days`` are the working days of each organisation, by its name."""

    messages: Counter[date]
    deadlines: Counter[date]
    office_days: Mapping[str, WorkingDays]

    def off(self, day: date) -> list[str]:
        """List the organisations that do not work on a day."""
        return [name for name, days in self.office_days.items() if not days.is_working(day)]


def counted(calls: Sequence[Call], endings: Sequence[Ending]) -> Counted:
    """Count what each day brings."""
    duties = [*(call.duty for call in calls), *(ending.duty for ending in endings)]
    organisations = {duty.organisation.id: duty.organisation for duty in duties}
    days = {organisation.name: office_of(organisation).days for organisation in organisations.values()}
    return Counted(messages_by_day(calls), Counter(one.duty.deadline.last_day for one in endings), days)


def months(calls: Sequence[Call], endings: Sequence[Ending], wanted: Wanted, words: Wording) -> Iterator[str]:
    """Yield a table for each month that has messages or deadlines; years of empty months would be no help."""
    found = counted(calls, endings)
    used = {(day.year, day.month) for day in (*found.messages, *found.deadlines) if wanted.has(day)}
    yield '<div class="months">'
    for year, month in sorted(used):
        yield _month(year, month, wanted, found, words)
    yield "</div>"


def _month(year: int, month: int, wanted: Wanted, found: Counted, words: Wording) -> str:
    name = escape(words.text(Text("rehearse-page-month", {"month": str(month), "year": str(year)})))
    heads = "".join(f"<th>{escape(_short(words, day))}</th>" for day in WEEKDAYS)
    weeks = (
        "".join(_cell(day, month, wanted, found, words) for day in week)
        for week in WEEKS.monthdatescalendar(year, month)
    )
    rows = "".join(f"<tr>{week}</tr>" for week in weeks)
    return f"<table><caption>{name}</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _short(words: Wording, weekday: str) -> str:
    """Shorten a weekday: "thứ Hai" to "Hai", "Chủ nhật" to "CN"."""
    name = words.text(Text(weekday))
    return name.removeprefix("thứ ").replace("Chủ nhật", "CN")[:3]


def _cell(day: date, month: int, wanted: Wanted, found: Counted, words: Wording) -> str:
    if day.month != month:
        return "<td></td>"
    kinds, title = _kinds(day, found, words)
    kinds += [] if wanted.has(day) else ["out"]
    inside = f"<span>{day.day}</span>"
    if wanted.has(day):
        for key, count in (
            ("rehearse-page-messages", found.messages[day]),
            ("rehearse-page-deadlines", found.deadlines[day]),
        ):
            inside += f"<b>{escape(words.text(Text(key, {'count': count})))}</b>" if count else ""
    return f'<td class="{" ".join(kinds)}"{title}>{inside}</td>' if kinds else f"<td>{inside}</td>"


def _kinds(day: date, found: Counted, words: Wording) -> tuple[list[str], str]:
    """Return how a day is shaded, and who has it off where others work."""
    off = found.off(day)
    if len(off) == len(found.office_days):
        return ["off"], ""
    names = escape(words.text(Text("rehearse-page-off", {"names": "; ".join(off)})))
    return (["some"], f' title="{names}"') if off else ([], "")
