"""Put the reminders that are due into the outbox: the remind part of a round."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from datetime import date, datetime
from functools import partial

import structlog
from sqlmodel import Session

from bot.bundling import Tight, Wave, WaveKey, put_bundles
from schedules.changes import AS_PLANNED, Changes
from schedules.deadline import VIETNAM
from schedules.duties import Duty, duties, office_of, steps
from schedules.forecast import joins
from schedules.ladder import Step, StepKind, newest
from schedules.plan import AssignmentId, Organisation, Plans
from storage import extensions, moves, people, waves
from storage.tables import Arming

Armings = Mapping[tuple[str, str, str], Arming]
log = structlog.get_logger()


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
        changes = moves.changes(session, organisation.id)
        due = waves_due(organisation, armings, done, now, changes)
        # Two duties of one task may end at the same moment (phrases that mean the same): their wave is put once.
        fresh = {key for key in {wave.key for wave in due} if waves.wave_put(session, *key, now)}
        if due := [wave for wave in due if wave.key in fresh]:
            coming = partial(_joining, organisation, armings, changes, now)
            pausing = _pausing(session, organisation, now)
            put += put_bundles(session, organisation, due, coming, tight, now, pausing)
    return put


def waves_due(
    organisation: Organisation, armings: Armings, done: Container[WaveKey], now: datetime, changes: Changes = AS_PLANNED
) -> list[Wave]:
    """List the newest wave of each duty that may be sent now and is not in the outbox yet."""
    office = office_of(organisation)
    return [
        wave
        for wave in _newest(organisation, armings, changes, now)
        if office.may_send(now, wave.duty.deadline.ends_at) and wave.key not in done
    ]


def moments_after(session: Session, plans: Plans, now: datetime, most: int = 64) -> list[datetime]:
    """List the next moments at which a step comes or an office opens for what waits, soonest first."""
    armings = waves.armings(session)
    coming: set[datetime] = set()
    for organisation in plans.organisations.values():
        coming.add(office_of(organisation).next_open(now))
        for _, climbed in armed(organisation, armings, now, moves.changes(session, organisation.id)):
            coming.update(step.at for step in climbed)
    return sorted(moment for moment in coming if moment > now)[:most]


def _newest(organisation: Organisation, armings: Armings, changes: Changes, now: datetime) -> Iterator[Wave]:
    for duty, climbed in armed(organisation, armings, now, changes):
        if step := newest(climbed, now):
            yield Wave(duty, step)


def _joining(organisation: Organisation, armings: Armings, changes: Changes, now: datetime) -> list[Wave]:
    """List the steps to come that a message of now takes along where messages must be saved."""
    return [
        Wave(duty, step)
        for duty, climbed in armed(organisation, armings, now, changes)
        for step in climbed
        if joins(step, duty.deadline.ends_at, now)
    ]


def _pausing(session: Session, organisation: Organisation, now: datetime) -> set[AssignmentId]:
    """Return what has asked for an extension within one working day and waits for the coordinator's word."""
    days, today = office_of(organisation).days, now.astimezone(VIETNAM)
    yesterday = datetime.combine(days.shift(today.date(), -1), today.time(), VIETNAM)
    return {id for id, asked_at in extensions.open_since(session, organisation.id).items() if asked_at > yesterday}


def armed(
    organisation: Organisation,
    armings: Armings,
    now: datetime,
    changes: Changes = AS_PLANNED,
    until: date | None = None,
    wanted: Callable[[Duty], bool] = lambda duty: True,
) -> Iterator[tuple[Duty, tuple[Step, ...]]]:
    """Yield the duties whose ladders may touch today, or the days until another, with their steps.

    Without the admin's yes, all steps but ``assigned``.

    Args:
        wanted: the duties to look at.
    """
    office, today = office_of(organisation), now.astimezone(VIETNAM).date()
    for duty in duties(organisation, today, until or today, changes):
        if not wanted(duty):
            continue
        arming = armings.get((organisation.id, duty.plan.id, duty.task.id))
        if arming is None:
            continue
        climbed = steps(duty, office, arming.armed_at or arming.seen_at)
        if arming.armed_at is None:
            climbed = tuple(step for step in climbed if step.kind is not StepKind.ASSIGNED)
        yield duty, climbed
