"""Read what became of the newest wave of a plan: the bundles that one round put, and where they were passed on to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, text
from sqlmodel import Session, col, select

from schedules.plan import AssignmentId
from storage import assignments
from storage.tables import Assignment, Chat, Outbox, OutboxState, Submission

NEWEST = text(
    """
    SELECT o.cause FROM outbox AS o WHERE o.organisation = :organisation AND o.kind = 'bundle' AND o.part = 0
        AND o.cause LIKE :slot AND EXISTS (
            SELECT 1 FROM json_each(o.about, '$.items') AS item
            JOIN assignment AS a ON a.id = json_extract(item.value, '$.assignment')
            WHERE a.organisation = o.organisation AND a."plan" = :plan
                AND NOT coalesce(json_extract(item.value, '$.early'), 0)
        )
    ORDER BY o.id DESC LIMIT 1
    """
)


@dataclass(frozen=True, slots=True)
class Called:
    """A step of one task whose turn it was; ``ends_at`` is the deadline that it counted to, as ISO text."""

    task: str
    period: str
    step: str
    ends_at: str


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of one message, and of which assignments of the plan it speaks."""

    channel: str
    state: OutboxState
    trouble: str
    sent_at: datetime | None
    about: tuple[AssignmentId, ...]


@dataclass(frozen=True, slots=True)
class NewestWave:
    """The messages that one round put for a plan, the latest first; what was passed on is a message of its own."""

    at: datetime
    called: frozenset[Called]
    messages: tuple[Sent, ...]


def newest_wave(session: Session, organisation: str, plan: str) -> NewestWave | None:
    """Return the newest wave of a plan, None before the first."""
    wanted = {"organisation": organisation, "plan": plan, "slot": f"{organisation} 2%"}
    cause = session.connection().execute(NEWEST, wanted).scalar()
    if cause is None:
        return None
    rows = session.exec(
        select(Outbox, Chat.channel)
        .join(Chat, col(Chat.id) == Outbox.chat_id)
        .where(Outbox.organisation == organisation, Outbox.kind == "bundle", Outbox.part == 0, Outbox.cause == cause)
        .order_by(col(Outbox.id).desc())
    ).all()
    items = [item for row, _ in rows for item in row.about["items"] if not item.get("cooperating")]
    named = assignments.named_many(session, {item["assignment"] for item in items})
    mine = {number: id for number, id in named.items() if id.plan == plan}
    called = {
        Called(mine[item["assignment"]].task, mine[item["assignment"]].period, item["step"], item["ends_at"])
        for item in items
        if item["assignment"] in mine and not item.get("early")
    }
    at = datetime.fromisoformat(cause.rpartition(" ")[2])
    return NewestWave(at, frozenset(called), tuple(_sent(row, channel, mine) for row, channel in rows))


def submitted_by(session: Session, organisation: str, plan: str, at: datetime) -> set[AssignmentId]:
    """Return the assignments of a plan whose submission stood at a moment."""
    standing = or_(col(Submission.withdrawn_at).is_(None), col(Submission.withdrawn_at) > at)
    wanted = (
        select(Assignment.id)
        .join(Submission, col(Submission.assignment_id) == Assignment.id)
        .where(Assignment.organisation == organisation, Assignment.plan == plan, col(Submission.recorded_at) <= at)
        .where(standing)
    )
    return set(assignments.named_many(session, [id or 0 for id in session.exec(wanted)]).values())


def _sent(row: Outbox, channel: str, mine: Mapping[int, AssignmentId]) -> Sent:
    numbers = [item["assignment"] for item in row.about["items"] if not item.get("cooperating")]
    about = tuple(dict.fromkeys(mine[number] for number in numbers if number in mine))
    return Sent(channel, row.state, row.trouble or "", row.sent_at, about)
