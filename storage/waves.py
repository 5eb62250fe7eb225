"""Which tasks are armed, which of their waves are in the outbox, and which chat has been told which step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import delete, update
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session, col, select

from storage.listed import listed
from storage.tables import Arming, Told, Wave


@dataclass(frozen=True, slots=True)
class ToldStep:
    """One step that one chat is being told; ``ends_at`` is the deadline it counted to, as ISO text."""

    chat_id: int
    assignment_id: int
    step: str
    ends_at: str
    told_at: datetime


def arm(session: Session, organisation: str, plan: str, task: str, now: datetime, armed: bool) -> Arming:
    """Note a task at its first load; one that has been seen before stays as it was.

    Args:
        armed: False where it would tell many at once: it waits for ``approve``.
    """
    arming = session.get(Arming, (organisation, plan, task))
    if arming is None:
        arming = Arming(organisation=organisation, plan=plan, task=task, seen_at=now, armed_at=now if armed else None)
        session.add(arming)
        session.flush()
    return arming


def armings(session: Session) -> dict[tuple[str, str, str], Arming]:
    """Return every task ever seen, by (organisation, plan, task)."""
    return {(one.organisation, one.plan, one.task): one for one in session.exec(select(Arming))}


def approve(session: Session, organisation: str, plan: str | None, now: datetime) -> int:
    """Arm what waits for the admin's yes, of one plan or of all. Return how many tasks that were."""
    waiting = update(Arming).where(col(Arming.organisation) == organisation, col(Arming.armed_at).is_(None))
    if plan is not None:
        waiting = waiting.where(col(Arming.plan) == plan)
    return session.exec(waiting.values(armed_at=now)).rowcount


def wave_put(
    session: Session, organisation: str, plan: str, task: str, period: str, step: str, ends_at: str, now: datetime
) -> bool:
    """Note that a step of a task goes into the outbox. Return True the first time, False ever after."""
    once = insert(Wave).on_conflict_do_nothing()
    wave = {"organisation": organisation, "plan": plan, "task": task, "period": period, "step": step}
    return session.exec(once.values(**wave, ends_at=ends_at, put_at=now)).rowcount == 1


def waves(session: Session) -> set[tuple[str, str, str, str, str, str]]:
    """Return every wave that was put, as (organisation, plan, task, period, step, ends_at)."""
    return {
        (one.organisation, one.plan, one.task, one.period, one.step, one.ends_at) for one in session.exec(select(Wave))
    }


def forget(session: Session) -> int:
    """Forget the waves, so that a changed plan is looked at as a whole; what was told stays. Return how many."""
    return session.exec(delete(Wave)).rowcount


def tell(session: Session, rows: Iterable[ToldStep]) -> int:
    """Note steps as told, those told before as told again just now. Return how many there were."""
    values = [asdict(row) for row in rows]
    if not values:
        return 0
    once = insert(Told)
    again = once.on_conflict_do_update(
        index_elements=["chat_id", "assignment_id", "step", "ends_at"], set_={"told_at": once.excluded.told_at}
    )
    return session.connection().execute(again, values).rowcount


def last_told(session: Session, chat_ids: Iterable[int], assignment_ids: Iterable[int]) -> dict[tuple[int, int], str]:
    """Return the deadline that each chat was told last of each assignment, as ISO text."""
    told = (
        select(Told.chat_id, Told.assignment_id, Told.ends_at)
        .where(col(Told.chat_id).in_(listed(chat_ids)), col(Told.assignment_id).in_(listed(assignment_ids)))
        .order_by(col(Told.told_at))
    )
    return {(chat, assignment): ends_at for chat, assignment, ends_at in session.exec(told)}


def already_told(
    session: Session, chat_ids: Iterable[int], assignment_ids: Iterable[int]
) -> set[tuple[int, int, str, str]]:
    """Return what these chats have been told about these assignments, as (chat, assignment, step, ends_at)."""
    told = select(Told.chat_id, Told.assignment_id, Told.step, Told.ends_at).where(
        col(Told.chat_id).in_(listed(chat_ids)), col(Told.assignment_id).in_(listed(assignment_ids))
    )
    return {(chat, assignment, step, ends_at) for chat, assignment, step, ends_at in session.exec(told)}
