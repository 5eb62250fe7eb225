"""A hold keeps back what the office pushes, and lets only the newest state of it go afterwards."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session, select

from storage import holds, outbox
from storage.tables import JournalEntry, Outbox, OutboxState
from tests.storage.conftest import GIA_LAI, NOW, Office, message
from tests.storage.sending import claim

WAITING, WITHDRAWN, SENT = OutboxState.WAITING, OutboxState.WITHDRAWN, OutboxState.SENT


def item(assignment: int, hours: int, **more: Any) -> dict[str, Any]:
    return {"assignment": assignment, "ends_at": "x", "at": (NOW + timedelta(hours=hours)).isoformat(), **more}


def about(*items: dict[str, Any]) -> dict[str, Any]:
    return {"items": list(items)}


def state_of(session: Session) -> dict[str, OutboxState]:
    session.expire_all()
    return {row.cause: row.state for row in session.exec(select(Outbox).where(Outbox.part == 0))}


@pytest.mark.parametrize(
    ("kind", "cause", "goes"),
    [
        ("bundle", "a", False),
        ("chase", "a", False),
        ("escalation", "a", False),
        ("summary", "a", False),
        ("notice", "outline ke-hoach 2026", False),
        ("notice", "submitted-1", True),
        ("snooze", "a", True),
        ("alarm", "a", True),
    ],
)
def test_only_what_the_office_pushes_stands_still(
    session: Session, office: Office, kind: str, cause: str, goes: bool
) -> None:
    holds.hold(session, GIA_LAI, office.person.id or 0, NOW)
    outbox.put_many(session, [message(office.em, cause, kind=kind)])
    assert bool(claim(session, held=holds.held(session))) is goes


def test_what_is_held_is_in_nobodys_way(session: Session, office: Office) -> None:
    rows = [message(office.em, "held", urgent_at=NOW), message(office.em, "goes", kind="notice")]
    outbox.put_many(session, rows)
    assert [row.cause for row in claim(session, held=[GIA_LAI])] == ["goes"]


def test_the_rest_of_what_went_out_follows(session: Session, office: Office) -> None:
    outbox.put_many(session, [message(office.em)])
    [row] = claim(session)
    outbox.fix_words(session, row, ["first", "second"], [])
    outbox.sent(session, row, "1", NOW)
    assert [row.part for row in claim(session, held=[GIA_LAI])] == [1]


def test_whoever_holds_first_stays_on_record(session: Session, office: Office) -> None:
    assert holds.hold(session, GIA_LAI, 1, NOW)
    assert not holds.hold(session, GIA_LAI, 2, NOW + timedelta(hours=1))
    kept = holds.of(session, GIA_LAI)
    assert kept
    assert (kept.held_by, kept.held_at) == (1, NOW)
    assert holds.release(session, GIA_LAI, 2, NOW)
    assert holds.of(session, GIA_LAI) is None
    assert holds.release(session, GIA_LAI, 1, NOW) is None
    acts = session.exec(select(JournalEntry.act, JournalEntry.person_id).where(JournalEntry.act != "joined"))
    assert list(acts) == [("held", 1), ("resumed", 2)]


def test_all_that_waited_for_a_chat_is_one_message(session: Session, office: Office) -> None:
    """The newest item of each assignment, in the newest row, as urgent as the most urgent of them."""
    holds.hold(session, GIA_LAI, 1, NOW)
    rows = [
        message(office.em, "first", about=about(item(1, 0, step="a"), item(2, 0, step="a")), urgent_at=NOW),
        message(office.em, "second", about=about(item(1, 5, step="b"))),
        message(office.em, "third", about=about(item(3, 9, step="c"))),
        message(office.binh, "alone", about=about(item(4, 0))),
    ]
    outbox.put_many(session, rows)
    waited = holds.release(session, GIA_LAI, 1, NOW)
    assert waited == holds.Waiting(chats=2, dropped=0)
    assert state_of(session) == {"first": WITHDRAWN, "second": WITHDRAWN, "third": WAITING, "alone": WAITING}
    (third,) = session.exec(select(Outbox).where(Outbox.cause == "third"))
    assert [(one["assignment"], one["step"]) for one in third.about["items"]] == [(1, "b"), (2, "a"), (3, "c")]
    assert third.urgent_at == NOW


def test_escalations_keep_their_levels(session: Session, office: Office) -> None:
    rows = [
        message(office.em, "first", kind="escalation", about=about(item(1, 0, level="deputy"))),
        message(office.em, "second", kind="escalation", about=about(item(1, 1, level="leader"))),
    ]
    outbox.put_many(session, rows)
    assert outbox.merge_waiting(session, GIA_LAI) == 1
    (second,) = session.exec(select(Outbox).where(Outbox.state == WAITING))
    assert [one["level"] for one in second.about["items"]] == ["deputy", "leader"]


def test_orders_and_figures_of_their_moment_are_dropped(session: Session, office: Office) -> None:
    holds.hold(session, GIA_LAI, 1, NOW)
    rows = [
        message(office.em, "chase-1", kind="chase", about=about(item(1, 0))),
        message(office.binh, "daily", kind="summary"),
        message(office.em, "other", kind="chase", organisation="lao-cai", about=about(item(1, 0))),
        message(office.em, "told", kind="notice"),
    ]
    outbox.put_many(session, rows)
    assert holds.waiting(session, GIA_LAI) == holds.Waiting(chats=0, dropped=2)
    holds.release(session, GIA_LAI, 1, NOW)
    assert state_of(session) == {"chase-1": WITHDRAWN, "daily": WITHDRAWN, "other": WAITING, "told": WAITING}


def test_what_may_have_arrived_is_sent_again_as_it_was(session: Session, office: Office) -> None:
    outbox.put_many(session, [message(office.em, "first", about=about(item(1, 0)))])
    [row] = claim(session)
    outbox.fix_words(session, row, ["words"], [])
    outbox.unknown(session, row, "timeout", NOW)
    outbox.put_many(session, [message(office.em, "second", about=about(item(1, 1)))])
    assert outbox.merge_waiting(session, GIA_LAI) == 0
    assert state_of(session) == {"first": WAITING, "second": WAITING}
