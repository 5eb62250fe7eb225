"""Look for reminders that stayed without receipt, and say them on the person's other channel: a part of a round."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from sqlmodel import Session

from schedules.deadline import VIETNAM
from schedules.duties import office_of
from schedules.plan import Plans
from schedules.sending_hours import Office
from storage import marks, outbox

LAST_DAY_WAIT = timedelta(hours=4)  # of open hours; any other waits for the same hour of the next working day
LOOKED_BACK = 3  # working days after which a silence is left to the next reminder
LOOKED_UP_TO = "receipts-looked-up-to"  # mark: the outbox row up to which nothing can be without receipt any more


def without_receipt(session: Session, plans: Plans, now: datetime) -> int:
    """Put what was sent, and had no answer for a while, for the person's chat on another channel, once.

    Anything that the person says or presses, in any chat, is the receipt of all that was sent before. Only inside the
    office's sending hours; it is worded when sent, so what was handed in meanwhile is left out.

    Returns:
        How many messages were put.
    """
    offices = {id: office_of(one) for id, one in plans.organisations.items()}
    if not any(office.is_open(now) for office in offices.values()):
        return 0
    since = min(_looked_back_to(office, now) for office in offices.values())
    looked = int(marks.get_mark(session, LOOKED_UP_TO) or 0)
    up_to = outbox.last_settled_before(session, since, looked)
    if up_to != looked:
        marks.set_mark(session, LOOKED_UP_TO, str(up_to))
    silent = outbox.unheard(session, since, now - LAST_DAY_WAIT, up_to)
    late = [one for one in silent if _waited(offices.get(one.organisation), one, now)]
    return outbox.say_elsewhere(session, late, now)


def _looked_back_to(office: Office, now: datetime) -> datetime:
    day = office.days.shift(now.astimezone(VIETNAM).date(), -LOOKED_BACK)
    return datetime.combine(day, time(), VIETNAM)


def _waited(office: Office | None, one: outbox.Unheard, now: datetime) -> bool:
    """Tell whether the office is open and has waited long enough; of a plan that is gone nothing is said."""
    if office is None or not office.is_open(now):
        return False
    if one.last_day:
        return office.open_time(one.sent_at, now) >= LAST_DAY_WAIT
    sent_at = one.sent_at.astimezone(VIETNAM)
    return now >= datetime.combine(office.days.shift(sent_at.date(), 1), sent_at.time(), VIETNAM)
