"""Say how an assignment stands with its unit: sent, đã nhận, đã nộp, then accepted or returned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from handlers.vocabulary import Text
from schedules.plan import AssignmentId
from storage import assignments, receipts, returns, submissions
from storage.tables import Receipt, Return, Submission


@dataclass(frozen=True, slots=True)
class State:
    """What is known of one assignment; None for what has not happened."""

    submission: Submission | None = None  # the one that stands
    returned: Return | None = None  # the latest, while nothing was handed in since
    receipt: Receipt | None = None  # while it holds
    sent_at: datetime | None = None  # when the unit was last reminded


def state_of(state: State) -> Text:
    """Say how far an assignment has come: the furthest that holds."""
    if state.submission:
        if state.submission.accepted_at:
            return Text("state-accepted", {"moment": state.submission.accepted_at})
        return Text("state-submitted", {"moment": state.submission.recorded_at})
    if state.returned:
        return Text("state-returned", {"moment": state.returned.returned_at, "reason": state.returned.reason})
    if state.receipt:
        return Text("state-received", {"moment": state.receipt.received_at})
    return Text("state-sent", {"moment": state.sent_at}) if state.sent_at else Text("state-unsent")


def states(
    session: Session, organisation: str, unit: str, ids: Iterable[AssignmentId], now: datetime
) -> Mapping[AssignmentId, State]:
    """Gather the states of one unit's assignments."""
    wanted = list(ids)
    numbers = assignments.known(session, wanted)
    done, back = submissions.standing(session, organisation, unit=unit), returns.waiting(session, organisation, unit)
    seen, sent = receipts.live(session, numbers.values(), now), receipts.sent(session, organisation, unit)
    return {
        id: State(done.get(id), back.get(id), seen.get(numbers.get(id, 0)), sent.get(numbers.get(id, 0)))
        for id in wanted
    }
