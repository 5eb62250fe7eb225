"""Write plans as one file that loads equal."""

from __future__ import annotations

from datetime import date
from itertools import takewhile

from schedules.plan import CalendarChanges, Organisation, Plans
from schedules.writing.layout import Value, lay_out
from schedules.writing.organisations import calendar_keys, organisation_keys

Days = tuple[date, ...]


def write(plans: Plans) -> str:
    """Write plans as the text of one plans.yaml, without includes.

    What the records do not keep is not in it: comments, ``notes``, which units an ``except`` named. Loaded again, it
    gives equal records but for the digest.
    """
    organisations = list(plans.organisations.values())
    shared = _shared_calendar(organisations)
    found: dict[str, Value] = {"version": 1}
    if shared != CalendarChanges():
        found["calendar"] = calendar_keys(shared)
    found["organisations"] = [organisation_keys(one, _own(one.calendar, shared)) for one in organisations]
    return lay_out(found)


def _shared_calendar(organisations: list[Organisation]) -> CalendarChanges:
    """Return what the calendars of all organisations begin with, as far as no calendar contradicts itself.

    One calendar must not have a day off and worked: an organisation that works on a day that all others have off
    has it in both lists, from two calendars.
    """
    off = _common([one.calendar.days_off for one in organisations])
    worked = _common([one.calendar.worked_days for one in organisations])
    splits = ((i, j) for i in range(len(off), -1, -1) for j in range(len(worked), -1, -1))
    shared = (CalendarChanges(off[:i], worked[:j]) for i, j in splits)
    fitting = (one for one in shared if _agrees(one) and all(_agrees(_own(o.calendar, one)) for o in organisations))
    return next(fitting, CalendarChanges())


def _common(lists: list[Days]) -> Days:
    same = takewhile(lambda days: len(set(days)) == 1, zip(*lists, strict=False))
    return tuple(days[0] for days in same)


def _own(whole: CalendarChanges, shared: CalendarChanges) -> CalendarChanges:
    return CalendarChanges(whole.days_off[len(shared.days_off) :], whole.worked_days[len(shared.worked_days) :])


def _agrees(calendar: CalendarChanges) -> bool:
    return not set(calendar.days_off) & set(calendar.worked_days)
