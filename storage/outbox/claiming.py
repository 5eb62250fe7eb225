"""Claim what is due, so that no two senders ever get the same row, and fix its words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Integer, Tuple, bindparam, delete, exists, false, or_, tuple_, update
from sqlalchemy.orm import aliased
from sqlalchemy.sql.dml import ReturningUpdate
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.outbox.held import is_push
from storage.outbox.settling import give_up_lost
from storage.tables import Outbox, OutboxState

Bot = tuple[str, str]  # channel, and whose bot it is
WAITING, CLAIMED = OutboxState.WAITING, OutboxState.CLAIMED


def claim(
    session: Session,
    worker: str,
    now: datetime,
    real_now: datetime,
    lease: timedelta,
    limit: int,
    held: Collection[str] = (),
    of: Collection[Bot] | None = None,
    besides: Collection[Bot] = (),
) -> list[Outbox]:
    """Take the most urgent messages that are due; nobody else gets them before ``real_now + lease``.

    At most one message of a chat is in flight, so the parts of a long one arrive in order. A row whose lease ran out
    has lost its sender, and nobody knows whether it arrived: it is given out once more (``unknown_outcomes`` is 1, say
    so in the message); the second time it becomes UNCERTAIN.

    Claim no more than are sent at once: whatever is claimed when the process is killed counts as unknown.

    Args:
        held: organisations whose pushes must wait; what people asked for, and what was decided, goes on.
        of: only what these bots send; None for all.
        besides: not what these bots send.
    """
    give_up_lost(session, now, real_now)
    mine = _taking(tuple(held), None if of is None else tuple(of), tuple(besides))
    wanted = {"present": now, "most": limit, "worker": worker, "until": real_now + lease}
    options = {"synchronize_session": False, "populate_existing": True}
    return sorted(session.scalars(mine, wanted, execution_options=options), key=lambda row: (row.urgent_at, row.id))


def fix_words(session: Session, row: Outbox, parts: Sequence[str], buttons: Sequence[Any]) -> None:
    """Fix the words of a claimed row, in the transaction that claimed it; what may have arrived is sent again so.

    Words fixed before, of which nothing has gone out, are replaced with all their parts.

    Args:
        parts: the text, cut to what the channel takes; each part after the first becomes a row behind this one.
        buttons: rows of (label, press), as JSON can hold them; they go under the last part.
    """
    _drop_later_parts(session, row)
    first, *others = parts
    row.text, row.buttons = first, None if others else list(buttons)
    for part, words in enumerate(others, start=row.part + 1):
        further = Outbox(
            chat_id=row.chat_id,
            channel=row.channel,
            bot=row.bot,
            organisation=row.organisation,
            kind=row.kind,
            cause=row.cause,
            part=part,
            about=row.about,
            urgent_at=row.urgent_at,
            not_before=row.not_before,
            text=words,
            buttons=list(buttons) if part == row.part + len(others) else None,
        )
        session.add(further)
    session.flush()


def _drop_later_parts(session: Session, row: Outbox) -> None:
    same = (col(Outbox.chat_id) == row.chat_id, col(Outbox.kind) == row.kind, col(Outbox.cause) == row.cause)
    session.exec(delete(Outbox).where(*same, col(Outbox.part) > row.part))


@cache  # to build it takes ten times as long as to run it
def _taking(
    held: tuple[str, ...], of: tuple[Bot, ...] | None, besides: tuple[Bot, ...]
) -> ReturningUpdate[tuple[Outbox]]:
    """Return the one statement that looks and takes, so that nobody comes in between."""
    next_in_turn = col(Outbox.id).in_(_next_in_turn(held, of, besides))
    taken = {"state": CLAIMED, "claimed_by": bindparam("worker"), "lease_until": bindparam("until")}
    return update(Outbox).where(next_in_turn).values(taken).returning(Outbox)


def _next_in_turn(
    held: Collection[str], of: Collection[Bot] | None, besides: Collection[Bot]
) -> SelectOfScalar[int | None]:
    due, other = aliased(Outbox), aliased(Outbox)
    before = _order_in_chat(other) < _order_in_chat(due)
    in_the_way = exists().where(
        col(other.chat_id) == due.chat_id,
        col(other.state).in_((CLAIMED, WAITING)),  # says no more than the next line, but lets SQLite use an index
        or_(col(other.state) == CLAIMED, _claimable(other, held) & before),
    )
    free = select(col(due.id)).where(_claimable(due, held), ~in_the_way)
    if of is not None:
        free = free.where(_sent_by(due, of))
    if besides:
        free = free.where(~_sent_by(due, besides))
    return free.order_by(col(due.urgent_at), col(due.id)).limit(bindparam("most", type_=Integer))


def _order_in_chat(row: type[Outbox]) -> Tuple:
    """Order the messages of one chat: the urgent first, and all parts of one before the next."""
    return tuple_(col(row.urgent_at), col(row.kind), col(row.cause), col(row.part))


def _sent_by(row: type[Outbox], bots: Collection[Bot]) -> ColumnElement[bool]:
    return or_(false(), *((col(row.channel) == channel) & (col(row.bot) == bot) for channel, bot in bots))


def _claimable(row: type[Outbox], held: Collection[str]) -> ColumnElement[bool]:
    due = (col(row.state) == WAITING) & (col(row.not_before) <= bindparam("present"))
    if held:  # the further parts of what went out already follow it
        due &= ~(col(row.organisation).in_(held) & is_push(row) & (col(row.part) == 0))
    return due
