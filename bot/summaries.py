"""Put the summaries that are due into the outbox: a part of a round, which looks only four times an hour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlmodel import Session

from handlers.figures.summaries import WEEKLY, mark, same, standing_office, states_of
from schedules.deadline import VIETNAM
from schedules.duties import office_of
from schedules.plan import Organisation, Plans
from schedules.sending_hours import Office
from storage import marks, outbox, summaries
from storage.tables import Chat, RoleKind

LOOKED = "summaries"  # mark: the quarter of an hour in which the round looked last
QUARTER = 15  # minutes
LATEST = timedelta(hours=3)  # after its hour a summary is not made up for: the next one tells what it would have told
WAITS = timedelta(days=30)  # a summary is less urgent than any reminder, and never outside the hours


@dataclass(frozen=True, slots=True)
class Hearer:
    """A chat that may hear a summary; ``hour`` is the one at which it does unless it chose otherwise."""

    chat: Chat
    weekly: bool
    hour: int


def summarise(session: Session, plans: Plans, now: datetime) -> int:
    """Put the summaries whose hour has come and whose figures have changed. Return how many."""
    local = now.astimezone(VIETNAM)
    quarter = local.replace(minute=local.minute - local.minute % QUARTER, second=0, microsecond=0).isoformat()
    if marks.get_mark(session, LOOKED) == quarter:
        return 0
    marks.set_mark(session, LOOKED, quarter)
    offices = ((organisation, office_of(organisation)) for organisation in plans.organisations.values())
    return sum(_of(session, organisation, office, now) for organisation, office in offices if office.is_open(now))


def _of(session: Session, organisation: Organisation, office: Office, now: datetime) -> int:
    """Put the summaries of one organisation; each office's figures are counted once."""
    today = now.astimezone(VIETNAM).date()
    figures: dict[frozenset[str], str] = {}
    rows = []
    for hearer, before in list(_due(session, organisation, office, now)):
        summaries.note_day(session, hearer.chat.id or 0, organisation.id, weekly=hearer.weekly, on=today)
        offices = frozenset(summaries.offices_of(session, hearer.chat, organisation.id, WEEKLY))
        if offices not in figures:
            figures[offices] = mark(session, states_of(session, organisation, offices, now), now)
        if not same(figures[offices], before):
            rows.append(_row(organisation, hearer, before, today, now))
    return outbox.put_many(session, rows)


def _row(organisation: Organisation, hearer: Hearer, before: str, today: date, now: datetime) -> outbox.OutboxRow:
    return outbox.OutboxRow(
        chat_id=hearer.chat.id or 0,
        organisation=organisation.id,
        kind="summary",
        cause=f"{organisation.id} {'weekly' if hearer.weekly else 'daily'} {today.isoformat()}",
        about={"weekly": hearer.weekly, "on": today.isoformat(), "before": before},
        urgent_at=now + WAITS,
        not_before=now,
    )


def _due(session: Session, organisation: Organisation, office: Office, now: datetime) -> Iterator[tuple[Hearer, str]]:
    """Yield who is to be told now, with the figures that they were told last."""
    today = now.astimezone(VIETNAM).date()
    hearers = list(_hearers(session, organisation, office, now))
    kept = summaries.kept(session, organisation.id, {one.chat.id or 0 for one in hearers})
    for one in hearers:
        known = kept.get((one.chat.id or 0, one.weekly))
        hour = known.hour if known else one.hour
        told_today = known is not None and known.told_on == today
        if hour != summaries.OFF and not told_today and _has_come(moment_of(office, today, hour), now):
            yield one, known.told if known else ""


def _hearers(session: Session, organisation: Organisation, office: Office, now: datetime) -> Iterator[Hearer]:
    """Yield everybody who may hear a summary today: who came today hears from tomorrow on."""
    today = now.astimezone(VIETNAM).date()
    opening = datetime.combine(today, office.hours.opening, VIETNAM)
    offices = {standing_office(organisation, plan) for plan in organisation.plans.values()}
    coordinators = summaries.hearers(session, organisation.id, offices, RoleKind.COORDINATOR, opening)
    leaders = summaries.hearers(session, organisation.id, offices, RoleKind.LEADER, opening)
    for chat in [*coordinators, *summaries.groups(session, organisation.id, opening)]:
        yield Hearer(chat, weekly=False, hour=summaries.USUAL)
    if _begins_the_week(office, today):
        lead = {chat.id for chat in leaders}
        for chat in _each(leaders, coordinators):
            yield Hearer(chat, weekly=True, hour=summaries.USUAL if chat.id in lead else summaries.OFF)


def _each(*chats: Iterable[Chat]) -> list[Chat]:
    return list({chat.id: chat for some in chats for chat in some}.values())


def moment_of(office: Office, day: date, hour: int) -> datetime:
    """Return when a summary of some hour goes: at that hour, or at the opening after it."""
    return office.next_open(datetime.combine(day, time(hour), VIETNAM))


def _has_come(moment: datetime, now: datetime) -> bool:
    return moment <= now < moment + LATEST


def _begins_the_week(office: Office, today: date) -> bool:
    """Say whether a day is Monday, or the first working day of its week."""
    monday = today - timedelta(days=today.weekday())
    return office.days.on_or_after(monday) == today
