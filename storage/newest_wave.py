"""Read what became of the newest wave of a plan: the bundles that one round put, and where they were passed on to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import or_, text
from sqlmodel import Session, col, select

from schedules.plan import AssignmentId
from storage import assignments
from storage.tables import Assignment, Chat, Outbox, OutboxState, Submission

# The moment in the cause says which is newest: what is passed on later keeps the cause of its round.
NEWEST = text(
    """
    SELECT o.cause FROM outbox AS o WHERE o.organisation = :organisation AND o.kind = 'bundle' AND o.part = 0
        AND o.cause > :first AND o.cause < :last AND EXISTS (
            SELECT 1 FROM json_each(o.about, '$.items') AS item
            JOIN assignment AS a ON a.id = json_extract(item.value, '$.assignment')
            WHERE a.organisation = o.organisation AND a."plan" = :plan
                AND NOT coalesce(json_extract(item.value, '$.early'), 0)
        )
    ORDER BY o.cause DESC LIMIT 1
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
    """What became of one message put in the round at ``at``, and of which assignments of the plan it speaks."""

    at: datetime
    channel: str
    state: OutboxState
    trouble: str
    about: tuple[AssignmentId, ...]


@dataclass(frozen=True, slots=True)
class NewestWave:
    """The messages that one round put for a plan, the latest first; what was passed on is a message of its own."""

    at: datetime
    called: frozenset[Called]
    messages: tuple[Sent, ...]


def newest_wave(session: Session, organisation: str, plan: str) -> NewestWave | None:
    """Return the newest wave of a plan, None before the first."""
    wanted = {"organisation": organisation, "plan": plan, "first": f"{organisation} 2", "last": f"{organisation} 3"}
    cause = session.connection().execute(NEWEST, wanted).scalar()
    if cause is None:
        return None
    rows = _rows(session, organisation, Outbox.cause == cause)
    items = [item for row, _ in rows for item in _owed(row)]
    mine = _of_plan(session, items, plan)
    called = {
        Called(mine[item["assignment"]].task, mine[item["assignment"]].period, item["step"], item["ends_at"])
        for item in items
        if item["assignment"] in mine and not item.get("early")
    }
    return NewestWave(_moment(cause), frozenset(called), tuple(_sent(row, channel, mine) for row, channel in rows))


def told_before(
    session: Session, organisation: str, plan: str, wave: NewestWave, since: datetime
) -> dict[AssignmentId, list[Sent]]:
    """Return the messages of earlier rounds that told the steps of a wave, by assignment, the latest first.

    Args:
        since: the moment of the first round that is looked at.
    """
    steps = {(one.step, one.ends_at) for one in wave.called}
    between = (Outbox.cause >= _cause(organisation, since), Outbox.cause < _cause(organisation, wave.at))
    rows = _rows(session, organisation, *between)
    telling = [(row, channel, item) for row, channel in rows for item in _owed(row) if _step(item) in steps]
    mine = _of_plan(session, [item for _, _, item in telling], plan)
    found: dict[AssignmentId, list[Sent]] = defaultdict(list)
    for row, channel, item in telling:
        if item["assignment"] in mine:
            found[mine[item["assignment"]]].append(_sent(row, channel, mine))
    return found


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


def _rows(session: Session, organisation: str, *of_rounds: Any) -> Sequence[tuple[Outbox, str]]:
    wanted = select(Outbox, Chat.channel).join(Chat, col(Chat.id) == Outbox.chat_id)
    bundles = (Outbox.organisation == organisation, Outbox.kind == "bundle", Outbox.part == 0)
    return session.exec(wanted.where(*bundles, *of_rounds).order_by(col(Outbox.id).desc())).all()


def _owed(row: Outbox) -> list[dict[str, Any]]:
    return [item for item in row.about["items"] if not item.get("cooperating")]


def _step(item: dict[str, Any]) -> tuple[str, str]:
    return item["step"], item["ends_at"]


def _of_plan(session: Session, items: Iterable[dict[str, Any]], plan: str) -> dict[int, AssignmentId]:
    named = assignments.named_many(session, {item["assignment"] for item in items})
    return {number: id for number, id in named.items() if id.plan == plan}


def _sent(row: Outbox, channel: str, mine: Mapping[int, AssignmentId]) -> Sent:
    numbers = [item["assignment"] for item in _owed(row)]
    about = tuple(dict.fromkeys(mine[number] for number in numbers if number in mine))
    return Sent(_moment(row.cause), channel, row.state, row.trouble or "", about)


def _cause(organisation: str, moment: datetime) -> str:
    return f"{organisation} {moment.astimezone(UTC).isoformat()}"


def _moment(cause: str) -> datetime:
    return datetime.fromisoformat(cause.rpartition(" ")[2])
