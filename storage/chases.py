"""Chases: a coordinator's order to remind units now, whom it reached, and who has been reminded just before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import insert
from sqlmodel import Session, col, or_, select

from schedules.plan import AssignmentId
from storage.outbox import ON_THE_WAY
from storage.tables import Chase, Chat, JournalEntry, Outbox, OutboxState

CAUSE = "chase-"  # begins the cause of a chase's messages
WAITED = timedelta(days=14)  # a bundle that was put longer ago does not go any more


@dataclass(frozen=True, slots=True)
class Reminded:
    """When an assignment was last spoken of, None while the message is on its way; by which chase, if it was one."""

    at: datetime | None
    chase: int | None


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a chase's message to one chat; ``about`` are the assignments it was put for."""

    about: tuple[int, ...]
    state: OutboxState
    trouble: str
    channel: str


def order(
    session: Session,
    organisation: str,
    chat: Chat,
    person_id: int,
    now: datetime,
    about: Mapping[str, Any],
    chased: Mapping[AssignmentId, int],
) -> Chase:
    """Note an order, and write into the journal of each assignment that it is about.

    Args:
        chased: the assignments with their numbers.
    """
    assert chat.id is not None
    chase = Chase(organisation=organisation, chat_id=chat.id, ordered_by=person_id, ordered_at=now, about=dict(about))
    session.add(chase)
    session.flush()
    entries = [
        {
            "at": now,
            "person_id": person_id,
            "organisation": organisation,
            "unit": id.unit,
            "act": "chased",
            "assignment_id": number,
            "detail": {},
        }
        for id, number in chased.items()
    ]
    session.connection().execute(insert(JournalEntry), entries)
    return chase


def cause_of(chase: Chase) -> str:
    """Name a chase's messages: one for each chat."""
    return f"{CAUSE}{chase.id}"


def kept(session: Session, number: int) -> Chase | None:
    """Return an order."""
    return session.get(Chase, number)


def last_of_chat(session: Session, chat: Chat) -> Chase | None:
    """Return the last order that was given in a chat."""
    return session.exec(select(Chase).where(Chase.chat_id == chat.id).order_by(col(Chase.id).desc())).first()


def unreported(session: Session) -> list[Chase]:
    """List the orders whose result has not been told."""
    return list(session.exec(select(Chase).where(col(Chase.reported_at).is_(None)).order_by(col(Chase.id))))


def is_settled(session: Session, chase: Chase) -> bool:
    """Say whether nothing of a chase is on its way any more."""
    wanted = _messages(chase).where(col(Outbox.state).in_(ON_THE_WAY)).limit(1)
    return session.exec(wanted).first() is None


def sent(session: Session, chase: Chase) -> list[Sent]:
    """List what became of a chase's messages, wherever they were passed on to."""
    found = session.exec(_messages(chase).order_by(col(Outbox.id)))
    return [
        Sent(tuple(_ordered(row.about)), row.state, row.trouble or "", row.channel) for row in found if row.part == 0
    ]


def reminded(session: Session, organisation: str, since: datetime) -> dict[int, Reminded]:
    """Return by their numbers the assignments that people were reminded of after a moment, or are just being.

    What failed reminded nobody. Of several messages the chase counts, then the latest.
    """
    put = f"{organisation} {(since - WAITED).astimezone(UTC).isoformat()}"
    wanted = (
        select(Outbox.kind, Outbox.cause, Outbox.about, Outbox.sent_at)
        .where(Outbox.organisation == organisation, Outbox.part == 0)
        .where(
            or_(
                col(Outbox.kind) == "chase",
                (col(Outbox.kind) == "bundle") & (col(Outbox.cause) >= put),
            )
        )
        .where(or_(col(Outbox.sent_at) > since, col(Outbox.state).in_(ON_THE_WAY)))
    )
    found: dict[int, Reminded] = {}
    ordered = sorted(session.exec(wanted), key=lambda row: (row[0] == "chase", row[3] or since))
    for kind, cause, about, sent_at in ordered:
        chase = int(cause.removeprefix(CAUSE)) if kind == "chase" else None
        found |= dict.fromkeys(_spoken_of(about), Reminded(sent_at, chase))
    return found


def _messages(chase: Chase) -> Any:
    return select(Outbox).where(
        Outbox.organisation == chase.organisation, Outbox.kind == "chase", Outbox.cause == cause_of(chase)
    )


def _spoken_of(about: Mapping[str, Any]) -> Iterable[int]:
    return (item["assignment"] for item in about["items"])


def _ordered(about: Mapping[str, Any]) -> Iterable[int]:
    """Return the assignments that a message was put for: some may have been left to a newer message since."""
    return about.get("ordered") or _spoken_of(about)
