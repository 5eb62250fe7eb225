"""Ask the coordinators once more about what a unit has asked for and nobody has decided."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from handlers.extensions.extension_notices import tell_request
from schedules.deadline import VIETNAM
from schedules.duties import office_of
from schedules.plan import Organisation, Plans
from storage import extensions, submissions


def ask_again(session: Session, plans: Plans, now: datetime) -> int:
    """Put the requests of former days again from the next working day's opening on; each once. Return how many."""
    put = 0
    for organisation in plans.organisations.values():
        office = office_of(organisation)
        if office.is_open(now):
            for id, extension in extensions.waiting(session, organisation.id):
                plan = organisation.plans.get(id.plan)
                waits = _has_waited(organisation, extension.asked_at, now)
                if plan and waits and submissions.standing_of(session, id) is None:
                    put += tell_request(session, organisation, plan, extension.id or 0, now, again=True)
    return put


def _has_waited(organisation: Organisation, asked_at: datetime, now: datetime) -> bool:
    """Say whether a working day has begun since the day of asking."""
    next_day = office_of(organisation).days.shift(asked_at.astimezone(VIETNAM).date(), 1)
    return now.astimezone(VIETNAM).date() >= next_day
