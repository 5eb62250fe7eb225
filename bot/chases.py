"""Tell what became of the chases, each once: a part of a round, which looks at nothing while none is open."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import Session

from handlers.pushes.telling import tell
from schedules.plan import Plans
from storage import chases, holds
from storage.tables import Chase, Chat

PATIENCE = timedelta(minutes=10)  # after it could first be sent: then what still waits is told as waiting


def report(session: Session, plans: Plans, now: datetime) -> int:
    """Put the results of the chases that are settled, or have waited long enough. Return how many.

    While pushes are on hold what still waits is not waited for in vain: the result comes after it.
    """
    waiting = chases.unreported(session)
    held = holds.held(session) if waiting else ()
    told = [one for one in waiting if _is_over(session, one, now, held=one.organisation in held)]
    for chase in told:
        chase.reported_at = now
        if chase.organisation in plans.organisations:
            about = {"what": "chase-result", "chase": chase.id}
            chat = session.get_one(Chat, chase.chat_id)
            tell(session, [chat], chase.organisation, f"chase-result-{chase.id}", about, now)
    session.flush()
    return len(told)


def _is_over(session: Session, chase: Chase, now: datetime, *, held: bool) -> bool:
    late = now >= datetime.fromisoformat(chase.about["begins"]) + PATIENCE
    return (late and not held) or chases.is_settled(session, chase)
