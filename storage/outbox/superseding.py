"""Keep an outage from ending in a backlog: what a newer message says, an older one that still waits leaves out."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session, col, select

from storage.tables import Outbox, OutboxState

SAYS_SO = (OutboxState.WAITING, OutboxState.SENT, OutboxState.UNCERTAIN)


def leave_to_newer(session: Session, row: Outbox) -> None:
    """Take out of a claimed bundle the assignments that a newer bundle for the same chat speaks of."""
    newer = select(Outbox.about).where(
        Outbox.chat_id == row.chat_id,
        Outbox.organisation == row.organisation,
        Outbox.kind == row.kind,
        Outbox.part == 0,
        col(Outbox.id) > row.id,
        col(Outbox.state).in_(SAYS_SO),
    )
    said = {_what(item) for about in session.exec(newer) for item in about["items"]}
    if said:
        row.about = {**row.about, "items": [item for item in row.about["items"] if _what(item) not in said]}


def _what(item: dict[str, Any]) -> tuple[Any, Any]:
    """Name what an item tells: another deadline of the same assignment is something else."""
    return item["assignment"], item.get("ends_at")
