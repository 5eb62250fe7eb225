"""What was sent and stayed without receipt: its person has said nothing since, in any chat."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, exists, func, or_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from schedules.ladder import StepKind
from storage.listed import listed
from storage.outbox.passing import copy_for
from storage.outbox.putting import put_many
from storage.tables import Chat, Outbox, OutboxState, Person

ON_THE_WAY = (OutboxState.WAITING, OutboxState.CLAIMED)


@dataclass(frozen=True, slots=True)
class Unheard:
    """A bundle that had no receipt, and the person's chat on another channel that never had it, both by their ids."""

    row: int
    organisation: str
    sent_at: datetime
    chat: int
    last_day: bool  # it speaks of somebody's last day


def unheard(session: Session, since: datetime, until: datetime, after_id: int) -> list[Unheard]:
    """List the bundles that were sent between two moments, have had no receipt, and could be said elsewhere.

    These are many for a day, of which few have waited long enough: the messages themselves are not read.

    Args:
        after_id: a row before which nothing is looked at; see ``last_settled_before``.
    """
    own, other = aliased(Chat), aliased(Chat)
    may_have_it = (
        col(other.person_id) == own.person_id,
        col(other.channel) != own.channel,
        col(other.unreachable_at).is_(None),
        or_(col(other.bot) == "", col(other.bot) == Outbox.organisation),
    )
    silent = (
        select(Outbox.id, Outbox.organisation, Outbox.sent_at, other.id)
        .join(own, col(own.id) == Outbox.chat_id)
        .join(Person, col(Person.id) == own.person_id)
        .join(other, *may_have_it[:1])
        .where(*may_have_it[1:], col(Outbox.id) > after_id, Outbox.kind == "bundle", Outbox.part == 0)
        .where(col(Outbox.sent_at) >= since, col(Outbox.sent_at) <= until)  # only what was sent has such a moment
        .where(~_heard_since(own), ~_said_elsewhere(own))
        .add_columns(_of_last_day())
    )
    not_preferred = col(other.channel) != func.coalesce(Person.preferred, "")
    found: dict[int, Unheard] = {}
    for id, *what in session.connection().execute(silent.order_by(col(Outbox.id), not_preferred, col(other.id))):
        found.setdefault(id, Unheard(id, *what))
    return list(found.values())


def say_elsewhere(session: Session, found: Iterable[Unheard], now: datetime) -> int:
    """Put what had no receipt for the chats that never had it. Return how many messages that were."""
    chats = {one.row: one.chat for one in found}
    rows = session.exec(select(Outbox).where(col(Outbox.id).in_(listed(chats))).order_by(col(Outbox.id)))
    return put_many(session, [copy_for(chats[row.id or 0], row, now) for row in rows])


def last_settled_before(session: Session, since: datetime, after_id: int) -> int:
    """Return the last row up to which all have been settled before a moment, at least ``after_id``.

    The outbox only grows, and a round looks each minute: this keeps it from reading the year again.
    """
    still_of_interest = or_(col(Outbox.state).in_(ON_THE_WAY), col(Outbox.sent_at) >= since)
    first = session.exec(select(func.min(Outbox.id)).where(col(Outbox.id) > after_id, still_of_interest)).one()
    if first is None:
        first = (session.exec(select(func.max(Outbox.id))).one() or 0) + 1
    return max(after_id, first - 1)


def _of_last_day() -> ColumnElement[bool]:
    each = func.json_each(Outbox.about, "$.items").table_valued("value")
    return exists().select_from(each).where(func.json_extract(each.c.value, "$.kind") == StepKind.LAST_DAY.value)


def _heard_since(own: type[Chat]) -> ColumnElement[bool]:
    speaking = aliased(Chat)
    return exists().where(col(speaking.person_id) == own.person_id, col(speaking.heard_at) >= Outbox.sent_at)


def _said_elsewhere(own: type[Chat]) -> ColumnElement[bool]:
    copy, there = aliased(Outbox), aliased(Chat)
    of_person = select(there.id).where(there.person_id == own.person_id, there.id != own.id).correlate(own)
    return exists().where(
        col(copy.chat_id).in_(of_person), col(copy.kind) == Outbox.kind, col(copy.cause) == Outbox.cause
    )
