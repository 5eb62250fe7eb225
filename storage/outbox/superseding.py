"""Keep an outage from ending in a backlog: what a newer message says, an older one that still waits leaves out."""

from __future__ import annotations

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
    said = {item["assignment"] for about in session.exec(newer) for item in about["items"]}
    if said:
        row.about = {**row.about, "items": [item for item in row.about["items"] if item["assignment"] not in said]}
