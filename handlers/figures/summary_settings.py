"""Answer /tomtat: who is told the figures without asking, at which hour; and whether the slowest units are named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time
from zlib import crc32

from handlers.belonging import speaker
from handlers.describing import lines
from handlers.figures.summaries import standing_office
from handlers.refusing import Refused, UnknownButton
from handlers.spelling import plain, shortened
from handlers.vocabulary import Button, Reply, Text, Turn
from schedules.deadline import VIETNAM
from schedules.duties import office_of
from schedules.plan import Organisation
from storage import journal, summaries
from storage.tables import RoleKind

HOURS = range(7, 18)  # between which somebody may choose
LABEL = 34
TYPED = re.compile(r"(\d{1,2})\s*(?:(?:h|g|gio|:)\s*(\d\d)?)?")
WORDS_OFF = frozenset({"tat", "off", "khong", "thoi", "huy"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody is told of one organisation: at which hours (``OFF``: never), and whether units are named."""

    organisation: Organisation
    daily: int
    weekly: int
    ranking: bool


def tomtat(turn: Turn) -> Reply:
    """Show the settings; an hour, or "tắt", typed behind it sets the daily summary."""
    wanted = _wanted(turn)
    said = plain(turn.argument)
    if not said or len(wanted) > 1:
        return _choice(wanted) if len(wanted) > 1 else _shown(wanted[0], turn.now)
    typed = TYPED.fullmatch(said)
    if said not in WORDS_OFF and not typed:
        return _shown(wanted[0], turn.now)
    hour = _hour_typed(typed, hours_of(wanted[0].organisation, turn.now)) if typed else summaries.OFF
    if hour is None:
        raise Refused(Text("summary-no-hour", {"hours": _spoken(wanted[0].organisation, turn.now)}))
    return _kept(turn, wanted[0], "daily", hour)


def press_settings(turn: Turn) -> Reply:
    """Show the settings of an organisation, or change them as the button says."""
    mark, _, change = turn.argument.partition(":")
    wanted = _wanted(turn)
    if not mark:
        return _choice(wanted) if len(wanted) > 1 else _shown(wanted[0], turn.now)
    one = next((one for one in wanted if _mark(one.organisation) == mark), None)
    if one is None:
        raise UnknownButton
    if not change:
        return _shown(one, turn.now)
    what, value = {"h": "daily", "w": "weekly", "r": "ranking"}.get(change[0], ""), change[1:]
    if not what or not (value.isascii() and value.isdigit() and len(value) < 3):
        raise UnknownButton
    if what == "daily" and int(value) not in (summaries.OFF, *hours_of(one.organisation, turn.now)):
        raise UnknownButton
    return _kept(turn, one, what, int(value))


def hours_of(organisation: Organisation, now: datetime) -> dict[int, datetime]:
    """Return the hours that can be chosen, with the moment at which a summary of each goes on a working day."""
    office = office_of(organisation)
    day = office.days.on_or_after(now.astimezone(VIETNAM).date())
    found: dict[datetime, int] = {}
    for hour in HOURS:
        moment = office.next_open(datetime.combine(day, time(hour), VIETNAM))
        if moment.astimezone(VIETNAM).date() == day:
            found[moment] = found.get(moment, hour) if moment.astimezone(VIETNAM).hour != hour else hour
    return {hour: moment for moment, hour in found.items()}


def _hour_typed(typed: re.Match[str], hours: dict[int, datetime]) -> int | None:
    """Return the hour whose summary goes at the time that was typed; "7" is the hour's own, whenever that goes."""
    at = time(int(typed[1]), int(typed[2] or 0)) if int(typed[1]) < 24 and int(typed[2] or 0) < 60 else None
    named = next((hour for hour, moment in hours.items() if moment.astimezone(VIETNAM).time() == at), None)
    if named is None and int(typed[1]) in hours and not int(typed[2] or 0):
        return int(typed[1])
    return named


def _kept(turn: Turn, one: Wanted, what: str, value: int) -> Reply:
    """Keep one change, for all chats of the person."""
    daily = value if what == "daily" else one.daily
    weekly = (summaries.USUAL if value else summaries.OFF) if what == "weekly" else one.weekly
    ranking = bool(value) if what == "ranking" else one.ranking
    id, person = one.organisation.id, speaker(turn)
    chats = summaries.chats_of(turn.session, person)
    summaries.choose(turn.session, chats, id, weekly=False, hour=daily, ranking=ranking)
    summaries.choose(turn.session, chats, id, weekly=True, hour=weekly, ranking=ranking)
    journal.write(turn.session, at=turn.now, act="summary-chosen", organisation=id, person_id=person)
    return _shown(Wanted(one.organisation, daily, weekly, ranking), turn.now, changed=True)


def _wanted(turn: Turn) -> list[Wanted]:
    """Return what the person is told, organisation by organisation.

    Raises:
        Refused: the person is neither coordinator of a standing office nor its leader.
    """
    found = []
    for organisation in turn.plans.organisations.values():
        offices = {standing_office(organisation, plan) for plan in organisation.plans.values()}
        kinds = {role.kind for role in turn.roles if role.organisation == organisation.id and role.unit in offices}
        if kinds & {RoleKind.COORDINATOR, RoleKind.LEADER}:
            found.append(_of(turn, organisation, kinds))
    if not found:
        raise Refused(Text("summary-refused"))
    return found


def _of(turn: Turn, organisation: Organisation, kinds: set[RoleKind]) -> Wanted:
    kept = summaries.kept(turn.session, organisation.id, summaries.chats_of(turn.session, speaker(turn)))
    daily = next((one for (_, weekly), one in kept.items() if not weekly), None)
    weekly = next((one for (_, weekly), one in kept.items() if weekly), None)
    usual = summaries.USUAL
    return Wanted(
        organisation,
        daily.hour if daily else usual if RoleKind.COORDINATOR in kinds else summaries.OFF,
        weekly.hour if weekly else usual if RoleKind.LEADER in kinds else summaries.OFF,
        bool((daily and daily.ranking) or (weekly and weekly.ranking)),
    )


def _choice(wanted: list[Wanted]) -> Reply:
    """Ask of which organisation."""
    rows = [
        (
            Button(
                Text("button-plan", {"plan": shortened(one.organisation.name, LABEL)}), f"tt:{_mark(one.organisation)}"
            ),
        )
        for one in wanted
    ]
    return Reply((Text("summary-which"),), tuple(rows))


def _shown(one: Wanted, now: datetime, *, changed: bool = False) -> Reply:
    """Tell what holds, with a button for each thing that can be changed."""
    hours, mark = hours_of(one.organisation, now), _mark(one.organisation)
    at = hours.get(one.daily)
    texts = lines(
        Text("summary-settings", {"organisation": one.organisation.name}),
        Text("summary-daily-at", {"time": _clock(at)}) if at else Text("summary-daily-off"),
        Text("summary-weekly-on" if one.weekly else "summary-weekly-off"),
        Text("summary-ranking-on" if one.ranking else "summary-ranking-off"),
    )
    times = [
        Button(Text("button-summary-hour", {"time": _clock(moment)}), f"tt:{mark}:h{hour}")
        for hour, moment in sorted(hours.items(), key=lambda each: each[1])
        if hour != one.daily
    ]
    switches = [
        Button(Text("button-summary-off"), f"tt:{mark}:h{summaries.OFF}") if one.daily else None,
        Button(Text("button-weekly-off"), f"tt:{mark}:w0")
        if one.weekly
        else Button(Text("button-weekly-on"), f"tt:{mark}:w1"),
        Button(Text("button-ranking-off"), f"tt:{mark}:r0")
        if one.ranking
        else Button(Text("button-ranking-on"), f"tt:{mark}:r1"),
    ]
    rows = [tuple(times[place : place + 3]) for place in range(0, len(times), 3)]
    rows += [(button,) for button in switches if button]
    return Reply((*((Text("summary-changed"),) if changed else ()), texts), tuple(rows), edits=changed)


def _clock(moment: datetime) -> str:
    return f"{moment.astimezone(VIETNAM):%H:%M}"


def _spoken(organisation: Organisation, now: datetime) -> str:
    return ", ".join(_clock(moment) for moment in sorted(hours_of(organisation, now).values()))


def _mark(organisation: Organisation) -> str:
    """Return eight signs that name an organisation in a press."""
    return f"{crc32(organisation.id.encode()):08x}"
