"""What nobody is reminded of: assignments without a ladder, and why; units that nobody is linked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.rehearsals.calls import Call, Wanted
from bot.settings import Settings
from handlers.vocabulary import Text
from schedules.deadline import ReadingType
from schedules.duties import duties, office_of, steps
from schedules.periods import ends
from schedules.plan import Due, Organisation, Plan, Plans, Task
from schedules.recurrence import NO_DAY

SHOWN = 30  # names of units in a line


@dataclass(frozen=True, slots=True)
class Silent:
    """A task whose units get no reminder at all; ``why`` is the end of a text's key."""

    organisation: Organisation
    plan: Plan
    task: Task
    due: Due
    count: int
    why: str


def silent(plans: Plans, wanted: Wanted) -> Iterator[Silent]:
    """Yield what is never reminded of, whatever the days."""
    for organisation in wanted.organisations(plans):
        heard = _reminded(organisation, wanted)
        for plan in organisation.plans.values():
            for task in plan.tasks.values():
                for due in task.dues:
                    units = wanted.of(due.unit_ids)
                    why = _why(plan, due) or ("" if _is_heard(heard, plan, task, due) else "over")
                    if units and why:
                        yield Silent(organisation, plan, task, due, len(units), why)


def _reminded(organisation: Organisation, wanted: Wanted) -> set[tuple[str, str, tuple[str, ...]]]:
    """Return what has a step at some time: a one-off deadline always, a recurring one around the wanted days."""
    office = office_of(organisation)
    found = duties(organisation, wanted.first, wanted.last)
    return {(duty.plan.id, duty.task.id, duty.unit_ids) for duty in found if steps(duty, office)}


def _is_heard(heard: set[tuple[str, str, tuple[str, ...]]], plan: Plan, task: Task, due: Due) -> bool:
    recurs = due.reading.type is ReadingType.RECURRING and not due.confirmed_last_day
    return recurs or (plan.id, task.id, due.unit_ids) in heard


def _why(plan: Plan, due: Due) -> str:
    """Return why a deadline has no ladder, "" where it has one."""
    reading = due.reading
    if reading.past_at_issue:
        return "past"
    if due.confirmed_last_day:
        return ""
    if reading.needs_confirmation:
        return "confirm"
    match reading.type:
        case ReadingType.RECURRING:
            rule = reading.rrule_last_day
            return "no-day" if rule is None or rule.endswith(NO_DAY) else ""
        case ReadingType.RELATIVE:
            return "" if ends(reading, due, plan.closes) else "anchor"
        case ReadingType.DEADLINE | ReadingType.RANGE | ReadingType.RANGES:
            return ""
        case ReadingType.NO_DATE:
            return "no-day"
    return "unread"


def silent_text(one: Silent) -> Text:
    """Word one of them: who, what, the phrase, and why."""
    values = {"organisation": one.organisation.id, "task": one.task.title, "count": one.count}
    return Text(
        "rehearse-silent", {**values, "phrase": one.due.reading.phrase, "why": Text(f"rehearse-silent-{one.why}")}
    )


def unlinked(settings: Settings, calls: Iterable[Call]) -> dict[str, list[str]]:
    """Return the names of the units to be reminded for which nobody can be reached, by their organisation.

    Raises:
        DatabaseError: there is no database, or it is not of this version; it is only read.
    """
    from storage.looking_into import looking_into
    from storage.people import chats_of_units

    hearing: dict[str, dict[str, str]] = defaultdict(dict)
    for call in calls:
        units = call.duty.organisation.units
        for organisation, unit in call.hearers:
            hearing[organisation][unit] = units[unit].name
    missing = {}
    with looking_into(settings.database_url) as session:
        for organisation, names in hearing.items():
            linked = {unit for unit, _ in chats_of_units(session, organisation, with_groups=True)}
            missing[organisation] = [name for unit, name in names.items() if unit not in linked]
    return {organisation: names for organisation, names in missing.items() if names}


def unlinked_texts(missing: Mapping[str, list[str]]) -> list[Text]:
    """Word who is not linked, an organisation a line."""
    if not missing:
        return [Text("rehearse-all-linked")]
    return [_unlinked_text(organisation, names) for organisation, names in missing.items()]


def _unlinked_text(organisation: str, names: list[str]) -> Text:
    shown = ", ".join(names[:SHOWN])
    more = Text("rehearse-more-units", {"count": len(names) - SHOWN}) if len(names) > SHOWN else ""
    return Text("rehearse-unlinked", {"organisation": organisation, "count": len(names), "units": shown, "more": more})
