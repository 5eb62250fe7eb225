"""Which tasks are armed, which of their waves are in the outbox, and which chat has been told which step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import delete, or_, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select

from storage.listed import listed
from storage.tables import Arming, Chat, Told, Wave


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
    """Return the deadline that each chat's person was told last of each assignment, as ISO text."""
    told = session.exec(_told_to_persons(chat_ids, assignment_ids).order_by(col(Told.told_at)))
    return {(chat or 0, assignment): ends_at for chat, assignment, _, ends_at in told}


def already_told(
    session: Session, chat_ids: Iterable[int], assignment_ids: Iterable[int]
) -> set[tuple[int, int, str, str]]:
    """Return what the persons of these chats have been told in any chat, as (chat, assignment, step, ends_at)."""
    told = session.exec(_told_to_persons(chat_ids, assignment_ids))
    return {(chat or 0, assignment, step, ends_at) for chat, assignment, step, ends_at in told}


def _told_to_persons(chat_ids: Iterable[int], assignment_ids: Iterable[int]) -> Select[int | None, int, str, str]:
    own, teller = aliased(Chat), aliased(Chat)
    same_person = or_(col(teller.id) == own.id, col(teller.person_id) == own.person_id)
    return (
        select(own.id, Told.assignment_id, Told.step, Told.ends_at)
        .join(teller, same_person)
        .join(Told, col(Told.chat_id) == teller.id)
        .where(col(own.id).in_(listed(chat_ids)), col(Told.assignment_id).in_(listed(assignment_ids)))
    )
