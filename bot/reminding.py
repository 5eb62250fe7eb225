"""Put the reminders that are due into the outbox: the remind part of a round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

import structlog
from sqlmodel import Session

from schedules.deadline import VIETNAM
from schedules.duties import Duty, duties, office_of, steps
from schedules.forecast import hearing, joins
from schedules.ladder import Step, StepKind, newest
from schedules.plan import AssignmentId, Organisation, Plans
from storage import assignments, marks, outbox, people, submissions, waves
from storage.tables import Arming, Chat, RoleKind

Armings = Mapping[tuple[str, str, str], Arming]
Tight = Callable[[Chat], bool]  # whether messages to a chat must be saved
WaveKey = tuple[str, str, str, str, str, str]  # organisation, plan, task, period, step, end of the deadline
CHANGED_AT = "changed-at"  # mark: the last moment at which the plan before the present one ran
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Wave:
    """A step of a duty whose turn has come, for all units that still owe it."""

    duty: Duty
    step: Step

    @property
    def key(self) -> WaveKey:
        """Name the wave once and for all: put twice, it is the same."""
        duty = self.duty
        ends_at = duty.deadline.ends_at.isoformat()
        return (duty.organisation.id, duty.plan.id, duty.task.id, duty.period, self.step.id, ends_at)


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a bundle, as the outbox row keeps it."""

    assignment: int
    step: str
    kind: str
    working_days: int | None
    ends_at: str
    at: str  # the step's moment, to tell how late it comes
    changed: bool = False  # the chat was told another deadline before
    cooperating: bool = False  # the unit only cooperates: it hears, and owes nothing
    early: bool = False  # taken along before its time, to save a message


def arm(session: Session, plans: Plans, now: datetime, *, yes: bool) -> None:
    """Note the tasks seen for the first time.

    A first load that would tell units at once (a plan already under way, with people linked) lets that wave wait for
    the admin's yes, not the steps that come later; ``yes`` gives it beforehand.
    """
    known = waves.armings(session)
    for organisation in plans.organisations.values():
        tasks = [(plan, task) for plan in organisation.plans.values() for task in plan.tasks.values()]
        fresh = [(plan.id, task.id) for plan, task in tasks if (organisation.id, plan.id, task.id) not in known]
        linked = {unit for unit, _ in people.chats_of_units(session, organisation.id)} if fresh and not yes else set()
        for plan, task in fresh:
            told = linked & _told_at_once(organisation, plan, task, now) if linked else linked
            waves.arm(session, organisation.id, plan, task, now, armed=not told)
            if told:
                log.warning("waits for the admin's yes", organisation=organisation.id, plan=plan, units=len(told))


def _told_at_once(organisation: Organisation, plan: str, task: str, now: datetime) -> set[str]:
    """Return the units that a first load would tell of what began before it."""
    office, today = office_of(organisation), now.astimezone(VIETNAM).date()
    return {
        unit
        for duty in duties(organisation, today, today)
        if (duty.plan.id, duty.task.id) == (plan, task) and duty.plan.remind_from < today
        for unit in (duty.unit_ids if any(step.kind == "assigned" for step in steps(duty, office, now)) else ())
    }


def remind(session: Session, plans: Plans, now: datetime, tight: Tight = lambda chat: False) -> int:
    """Put every wave whose turn has come into the outbox, one message a chat.

    Of what an outage missed only the newest step of each duty is sent. A chat is never told the same step twice.

    Args:
        tight: chats whose month is running out of messages: one that gets a message takes later steps along.

    Returns:
        How many messages were put.
    """
    put = 0
    armings, done = waves.armings(session), waves.waves(session)
    for organisation in plans.organisations.values():
        due = waves_due(organisation, armings, done, now)
        # Two duties of one task may end at the same moment (phrases that mean the same): their wave is put once.
        fresh = {key for key in {wave.key for wave in due} if waves.wave_put(session, *key, now)}
        if due := [wave for wave in due if wave.key in fresh]:
            coming = partial(_joining, organisation, armings, now)
            put += _put_bundles(session, organisation, due, coming, tight, now)
    return put


def waves_due(organisation: Organisation, armings: Armings, done: Container[WaveKey], now: datetime) -> list[Wave]:
    """List the newest wave of each duty that may be sent now and is not in the outbox yet."""
    office = office_of(organisation)
    return [
        wave
        for wave in _newest(organisation, armings, now)
        if office.may_send(now, wave.duty.deadline.ends_at) and wave.key not in done
    ]


def moments_after(session: Session, plans: Plans, now: datetime, most: int = 64) -> list[datetime]:
    """List the next moments at which a step comes or an office opens for what waits, soonest first."""
    armings = waves.armings(session)
    coming: set[datetime] = set()
    for organisation in plans.organisations.values():
        coming.add(office_of(organisation).next_open(now))
        for _, climbed in armed(organisation, armings, now):
            coming.update(step.at for step in climbed)
    return sorted(moment for moment in coming if moment > now)[:most]


def _newest(organisation: Organisation, armings: Armings, now: datetime) -> Iterator[Wave]:
    for duty, climbed in armed(organisation, armings, now):
        if step := newest(climbed, now):
            yield Wave(duty, step)


def _joining(organisation: Organisation, armings: Armings, now: datetime) -> list[Wave]:
    """List the steps to come that a message of now takes along where messages must be saved."""
    return [
        Wave(duty, step)
        for duty, climbed in armed(organisation, armings, now)
        for step in climbed
        if joins(step, duty.deadline.ends_at, now)
    ]


def armed(
    organisation: Organisation, armings: Armings, now: datetime, until: date | None = None
) -> Iterator[tuple[Duty, tuple[Step, ...]]]:
    """Yield the duties whose ladders may touch today, or the days until another, with their steps.

    Without the admin's yes, all steps but ``assigned``.
    """
    office, today = office_of(organisation), now.astimezone(VIETNAM).date()
    for duty in duties(organisation, today, until or today):
        arming = armings.get((organisation.id, duty.plan.id, duty.task.id))
        if arming is None:
            continue
        climbed = steps(duty, office, arming.armed_at or arming.seen_at)
        if arming.armed_at is None:
            climbed = tuple(step for step in climbed if step.kind is not StepKind.ASSIGNED)
        yield duty, climbed


def _put_bundles(
    session: Session,
    organisation: Organisation,
    due: list[Wave],
    coming: Callable[[], list[Wave]],
    tight: Tight,
    now: datetime,
) -> int:
    """Bundle what is outstanding of several waves into one message a chat, and note it as told."""
    done = submissions.standing(session, organisation.id)
    chats = people.chats_of_units(session, organisation.id, None, (RoleKind.OFFICER,))
    items = _items(session, due, chats, done)
    saving = [(unit, chat) for unit, chat in chats if chat.id in items and tight(chat)]
    early = _items(session, coming(), saving, done, early_at=now) if saving else {}
    return _put_rows(session, organisation, items, early, now)


def _items(
    session: Session,
    waves: list[Wave],
    chats: Iterable[tuple[str, Chat]],
    done: Container[AssignmentId],
    early_at: datetime | None = None,
) -> dict[int, list[Item]]:
    """Return what each chat is to hear of some waves."""
    of_unit: dict[str, list[int]] = defaultdict(list)
    for unit, chat in chats:
        of_unit[unit].append(chat.id or 0)
    heard = [(wave, *one) for wave in waves for one in hearing(wave.duty, done) if one[0].unit in of_unit]
    numbers = assignments.numbers(session, [one for _, one, _ in heard])
    items: dict[int, list[Item]] = defaultdict(list)
    for wave, one, cooperates in heard:
        item = _item(wave, numbers[one], cooperating=cooperates, early_at=early_at)
        for chat_id in of_unit[one.unit]:
            items[chat_id].append(item)
    return items


def _item(wave: Wave, number: int, *, cooperating: bool, early_at: datetime | None) -> Item:
    step = wave.step
    ends_at = wave.duty.deadline.ends_at.isoformat()
    at = (early_at or step.at).astimezone(UTC).isoformat()
    early = early_at is not None
    return Item(number, step.id, step.kind, step.working_days, ends_at, at, cooperating=cooperating, early=early)


def _put_rows(
    session: Session,
    organisation: Organisation,
    items: dict[int, list[Item]],
    early: Mapping[int, list[Item]],
    now: datetime,
) -> int:
    """Put one message a chat with what is news to it, and note that as told; ``early`` joins what goes anyway."""
    numbers = {item.assignment for wanted in (items, early) for one in wanted.values() for item in one}
    told = waves.already_told(session, items, numbers)
    known = waves.last_told(session, items, numbers)
    changed_at = marks.get_mark(session, CHANGED_AT) or ""

    def fresh(chat: int, wanted: Iterable[Item]) -> list[Item]:
        news = [_as_news(item, known.get((chat, item.assignment)), changed_at, now) for item in wanted]
        return [item for item in news if item and (item.changed or (chat, *_step_of(item)) not in told)]

    rows = [
        _row(organisation, chat, news + fresh(chat, early.get(chat, ())), now)
        for chat, wanted in items.items()
        if (news := fresh(chat, wanted))
    ]
    put = outbox.put_many(session, rows)
    waves.tell(session, [_told(row.chat_id, item, now) for row in rows for item in row.about["items"]])
    return put


def _as_news(item: Item, known: str | None, changed_at: str, now: datetime) -> Item | None:
    """Return what an item is to a chat that was told the deadline ``known`` last; None where it is nothing new.

    A step whose moment came while another plan ran did not exist then. It only brings a deadline that the chat has not
    been told, and that is not late.
    """
    if item.at > changed_at:
        return replace(item, changed=known not in (None, item.ends_at))
    if known == item.ends_at:
        return None
    return replace(item, at=now.astimezone(UTC).isoformat(), changed=known is not None)


def _step_of(item: Item) -> tuple[int, str, str]:
    return item.assignment, item.step, item.ends_at


def _told(chat: int, item: dict[str, Any], now: datetime) -> waves.ToldStep:
    return waves.ToldStep(chat, item["assignment"], item["step"], item["ends_at"], now)


def _row(organisation: Organisation, chat: int, items: list[Item], now: datetime) -> outbox.OutboxRow:
    return outbox.OutboxRow(
        chat_id=chat,
        organisation=organisation.id,
        kind="bundle",
        cause=f"{organisation.id} {now.astimezone(UTC).isoformat()}",
        about={"items": [asdict(item) for item in items]},
        urgent_at=min(datetime.fromisoformat(item.ends_at) for item in items),
        not_before=now,
    )
