"""Put the reminders that are due into the outbox: the remind part of a round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlmodel import Session

from schedules.deadline import VIETNAM
from schedules.duties import Duty, duties, office_of, steps
from schedules.ladder import Step, newest
from schedules.plan import AssignmentId, Organisation, Plans
from storage import assignments, outbox, people, submissions, waves
from storage.tables import Arming, RoleKind

Armings = Mapping[tuple[str, str, str], Arming]
LATE = timedelta(minutes=30)  # a reminder this long after its moment says that it comes late


@dataclass(frozen=True, slots=True)
class Wave:
    """A step of a duty whose turn has come, for all units that still owe it."""

    duty: Duty
    step: Step

    @property
    def key(self) -> tuple[str, str, str, str, str, str]:
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
    late: bool
    changed: bool = False  # the chat was told another deadline before
    cooperating: bool = False  # the unit only cooperates: it hears, and owes nothing


def arm(session: Session, plans: Plans, now: datetime, *, yes: bool) -> dict[tuple[str, str], int]:
    """Note the tasks seen for the first time.

    A first load that would tell units at once (a plan already under way, with people linked) waits for the admin's
    yes; ``yes`` gives it beforehand.

    Returns:
        For each (organisation, plan) that waits, how many units it would tell.
    """
    known = waves.armings(session)
    waiting: dict[tuple[str, str], int] = {}
    for organisation in plans.organisations.values():
        linked = {unit for unit, _ in people.chats_of_units(session, organisation.id)}
        for plan in organisation.plans.values():
            for task in plan.tasks.values():
                if (organisation.id, plan.id, task.id) in known:
                    continue
                told = set() if yes else _told_at_once(organisation, plan.id, task.id, now) & linked
                waves.arm(session, organisation.id, plan.id, task.id, now, armed=not told)
                if told:
                    waiting[organisation.id, plan.id] = max(waiting.get((organisation.id, plan.id), 0), len(told))
    return waiting


def _told_at_once(organisation: Organisation, plan: str, task: str, now: datetime) -> set[str]:
    """Return the units that a first load would tell of what began before it."""
    office, today = office_of(organisation), now.astimezone(VIETNAM).date()
    return {
        unit
        for duty in duties(organisation, today, today)
        if (duty.plan.id, duty.task.id) == (plan, task) and duty.plan.remind_from < today
        for unit in (duty.unit_ids if any(step.kind == "assigned" for step in steps(duty, office, now)) else ())
    }


def remind(session: Session, plans: Plans, now: datetime) -> int:
    """Put every wave whose turn has come into the outbox, one message a chat.

    Of what an outage missed only the newest step of each duty is sent. A chat is never told the same step twice.

    Returns:
        How many messages were put.
    """
    put = 0
    for organisation in plans.organisations.values():
        due = [wave for wave in waves_due(session, organisation, now) if waves.wave_put(session, *wave.key, now)]
        if due:
            put += _put_bundles(session, organisation, due, now)
    return put


def waves_due(session: Session, organisation: Organisation, now: datetime) -> list[Wave]:
    """List the newest wave of each duty that may be sent now and is not in the outbox yet."""
    office, done = office_of(organisation), waves.waves(session)
    return [
        wave
        for wave in _newest(organisation, waves.armings(session), now)
        if office.may_send(now, wave.duty.deadline.ends_at) and wave.key not in done
    ]


def moments_after(session: Session, plans: Plans, now: datetime, most: int = 64) -> list[datetime]:
    """List the next moments at which a step comes or an office opens for what waits, soonest first."""
    armings = waves.armings(session)
    coming: set[datetime] = set()
    for organisation in plans.organisations.values():
        coming.add(office_of(organisation).next_open(now))
        for _, climbed in _armed(organisation, armings, now):
            coming.update(step.at for step in climbed)
    return sorted(moment for moment in coming if moment > now)[:most]


def _newest(organisation: Organisation, armings: Armings, now: datetime) -> Iterator[Wave]:
    for duty, climbed in _armed(organisation, armings, now):
        if step := newest(climbed, now):
            yield Wave(duty, step)


def _armed(organisation: Organisation, armings: Armings, now: datetime) -> Iterator[tuple[Duty, tuple[Step, ...]]]:
    """Yield the armed duties whose ladders may touch today, with their steps."""
    office, today = office_of(organisation), now.astimezone(VIETNAM).date()
    for duty in duties(organisation, today, today):
        arming = armings.get((organisation.id, duty.plan.id, duty.task.id))
        if arming and arming.armed_at:
            yield duty, steps(duty, office, arming.armed_at)


def _put_bundles(session: Session, organisation: Organisation, due: list[Wave], now: datetime) -> int:
    """Bundle what is outstanding of several waves into one message a chat, and note it as told."""
    done = submissions.standing(session, organisation.id)
    owing = {wave.key: [one for one in _assignments(wave) if one not in done] for wave in due}
    helping = {wave.key: _cooperating(wave) if owing[wave.key] else [] for wave in due}
    numbers = assignments.numbers(session, [one for ids in (*owing.values(), *helping.values()) for one in ids])
    chats: dict[str, list[int]] = defaultdict(list)
    for unit, chat in people.chats_of_units(session, organisation.id, None, (RoleKind.OFFICER,)):
        chats[unit].append(chat.id or 0)
    items: dict[int, list[Item]] = defaultdict(list)
    for wave in due:
        for one in (*owing[wave.key], *helping[wave.key]):
            item = _item(wave, numbers[one], now, cooperating=one in helping[wave.key])
            for number in chats.get(one.unit, ()):
                items[number].append(item)
    return _put_rows(session, organisation, items, now)


def _assignments(wave: Wave) -> list[AssignmentId]:
    duty = wave.duty
    return [AssignmentId(duty.organisation.id, duty.plan.id, duty.task.id, unit, duty.period) for unit in duty.unit_ids]


def _cooperating(wave: Wave) -> list[AssignmentId]:
    """Name the assignments, owed by others, that cooperating units are to hear of."""
    task = wave.duty.task
    if not task.remind_cooperating:
        return []
    (first, *_) = _assignments(wave)
    return [first._replace(unit=unit) for unit in task.cooperating_unit_ids if unit not in wave.duty.unit_ids]


def _item(wave: Wave, number: int, now: datetime, *, cooperating: bool) -> Item:
    step = wave.step
    ends_at = wave.duty.deadline.ends_at.isoformat()
    late = now - step.at > LATE
    return Item(number, step.id, step.kind, step.working_days, ends_at, late, cooperating=cooperating)


def _put_rows(session: Session, organisation: Organisation, items: dict[int, list[Item]], now: datetime) -> int:
    """Put one message a chat with what it has not been told yet, and note that as told."""
    told = waves.already_told(session, items, {item.assignment for wanted in items.values() for item in wanted})
    deadlines = {(chat, assignment): ends_at for chat, assignment, _, ends_at in told}
    rows = []
    for chat, wanted in items.items():
        fresh = [
            replace(item, changed=deadlines.get((chat, item.assignment), item.ends_at) != item.ends_at)
            for item in wanted
            if (chat, item.assignment, item.step, item.ends_at) not in told
        ]
        if fresh:
            rows.append(_row(organisation, chat, fresh, now))
    put = outbox.put_many(session, rows)
    waves.tell(session, [_told(row.chat_id, item, now) for row in rows for item in row.about["items"]])
    return put


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
