"""The words of a message are fixed once, its parts go in order, and whoever holds it settles it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlmodel import Session, select

from storage import outbox
from storage.tables import Outbox, OutboxState
from tests.storage.conftest import GIA_LAI, NOW, Office, join, message
from tests.storage.sending import (
    CLAIMED,
    FAILED,
    HOUR,
    LEASE,
    MINUTE,
    REAL,
    SECOND,
    SENT,
    UNCERTAIN,
    WAITING,
    WITHDRAWN,
    chats,
    claim,
    claim_and_fix,
    states,
)

# Words and parts


def test_the_words_are_fixed_at_the_first_claim(session: Session) -> None:
    outbox.put_many(session, [message(*chats(session, 1))])
    row = claim_and_fix(session, "Kính gửi")
    outbox.put_back(session, row, NOW, counts=True, trouble="timeout")
    [again] = claim(session)
    assert (again.text, again.buttons, again.tries) == ("Kính gửi", [[["Đã nộp", "nop:1"]]], 1)


def test_parts_are_sent_in_order_before_the_next_message(session: Session) -> None:
    [chat] = chats(session, 1)
    outbox.put_many(session, [message(chat, "08:00"), message(chat, "09:00")])
    said = []
    while rows := claim(session, limit=2):
        [row] = rows
        if row.text is None:
            outbox.fix_words(session, row, ["same"] * (3 if row.cause == "08:00" else 1), [[["Đã nộp", "nop:1"]]])
        said.append((row.cause, row.part, row.text, bool(row.buttons)))
        outbox.sent(session, row, "1", NOW)
    assert said == [
        ("08:00", 0, "same", False),
        ("08:00", 1, "same", False),
        ("08:00", 2, "same", True),
        ("09:00", 0, "same", True),
    ]


@pytest.mark.parametrize(
    ("settle", "then", "next_parts"),
    [
        (lambda s, row: outbox.sent(s, row, "1", NOW), [SENT, WAITING, WAITING], [1]),
        (lambda s, row: outbox.put_back(s, row, NOW, counts=False, trouble="429"), [WAITING] * 3, [0]),
        (lambda s, row: outbox.put_back(s, row, NOW + MINUTE, counts=False, trouble="429"), [WAITING] * 3, []),
        (lambda s, row: outbox.unknown(s, row, "cut", NOW), [WAITING] * 3, [0]),
        (lambda s, row: outbox.unknown(s, row, "cut", NOW + MINUTE), [WAITING] * 3, []),
        (lambda s, row: outbox.failed(s, row, "too-long"), [FAILED, WITHDRAWN, WITHDRAWN], []),
        (lambda s, row: outbox.withdraw(s, row), [WITHDRAWN] * 3, []),
    ],
    ids=["sent", "put back", "put back for later", "unknown", "unknown, later", "failed", "withdrawn"],
)
def test_further_parts_follow_the_first(
    session: Session, settle: Callable[[Session, Outbox], bool], then: list[OutboxState], next_parts: list[int]
) -> None:
    outbox.put_many(session, [message(*chats(session, 1))])
    row = claim_and_fix(session, "một", "hai", "ba")
    assert settle(session, row)
    assert states(session) == then
    assert [row.part for row in claim(session)] == next_parts


# Settling


def test_what_was_sent_stays_sent(session: Session) -> None:
    outbox.put_many(session, [message(*chats(session, 1))])
    row = claim_and_fix(session)
    assert outbox.sent(session, row, "501", NOW + SECOND)
    session.refresh(row)
    assert (row.state, row.platform_id, row.sent_at, row.tries) == (SENT, "501", NOW + SECOND, 1)
    assert not outbox.put_back(session, row, NOW, counts=True, trouble="late word")
    assert not outbox.failed(session, row, "late word")
    assert not outbox.withdraw(session, row)
    assert states(session) == [SENT]


@pytest.mark.parametrize(("counts", "tries"), [(True, 1), (False, 0)], ids=["an attempt", "a 429"])
def test_a_row_put_back_waits_for_its_moment(session: Session, counts: bool, tries: int) -> None:
    outbox.put_many(session, [message(*chats(session, 1))])
    outbox.put_back(session, claim_and_fix(session), NOW + MINUTE, counts=counts, trouble="busy")
    assert claim(session) == []
    [row] = outbox.claim(session, "one", NOW + MINUTE, REAL, LEASE, 1)
    assert (row.tries, row.unknown_outcomes, row.trouble) == (tries, 0, "busy")


def test_an_unknown_outcome_is_sent_again_once_then_left_to_the_coordinator(session: Session) -> None:
    outbox.put_many(session, [message(*chats(session, 1))])
    assert outbox.unknown(session, claim_and_fix(session), "timeout", NOW)
    again = claim_and_fix(session)
    assert (again.unknown_outcomes, again.text) == (1, "Còn 2 ngày làm việc")
    assert outbox.unknown(session, again, "timeout", NOW)
    assert states(session) == [UNCERTAIN]
    assert claim(session, after=24 * HOUR) == []


def test_a_lease_that_ran_out_counts_as_unknown(session: Session) -> None:
    outbox.put_many(session, [message(*chats(session, 1))])
    claim_and_fix(session, worker="killed")
    assert claim(session, "two", after=LEASE) == []  # still the first one's
    again = claim_and_fix(session, worker="two", after=LEASE + SECOND)
    assert (again.claimed_by, again.unknown_outcomes, again.tries) == ("two", 1, 1)
    assert claim(session, "three", after=3 * LEASE) == []
    assert states(session) == [UNCERTAIN]


def test_a_lease_runs_out_in_real_time_only(session: Session) -> None:
    outbox.put_many(session, [message(*chats(session, 1))])
    claim(session)
    assert outbox.claim(session, "two", NOW + 100 * HOUR, REAL + SECOND, LEASE, 1) == []


def test_a_row_lost_before_its_words_were_fixed_was_never_sent(session: Session) -> None:
    outbox.put_many(session, [message(*chats(session, 1))])
    claim(session, "killed")
    [row] = claim(session, "two", after=2 * LEASE)
    assert (row.unknown_outcomes, row.tries) == (0, 0)


def test_a_sender_that_lost_its_row_changes_nothing(session: Session) -> None:
    outbox.put_many(session, [message(*chats(session, 1))])
    slow = claim_and_fix(session, worker="slow")
    session.expunge(slow)
    claim_and_fix(session, worker="quick", after=2 * LEASE)
    assert not outbox.sent(session, slow, "501", NOW)
    assert not outbox.failed(session, slow, "blocked")
    assert states(session) == [CLAIMED]


def test_late_news_that_it_arrived_spares_the_repeat(session: Session) -> None:
    outbox.put_many(session, [message(*chats(session, 1))])
    slow = claim_and_fix(session, worker="slow")
    session.expunge(slow)
    assert outbox.give_up_lost(session, NOW, REAL + 2 * LEASE) == 1
    assert outbox.sent(session, slow, "501", NOW)
    assert claim(session) == []
    assert states(session) == [SENT]


# Looking


def test_counts_name_every_state(session: Session) -> None:
    one, two, three = chats(session, 3)
    outbox.put_many(session, [message(one), message(two), message(three)])
    row, *_ = claim(session, limit=2)
    outbox.sent(session, row, "1", NOW)
    expected = {WAITING: 1, CLAIMED: 1, SENT: 1, UNCERTAIN: 0, FAILED: 0, WITHDRAWN: 0}
    assert outbox.counts(session) == expected


def test_a_waiting_message_can_be_taken_back(session: Session) -> None:
    one, two = chats(session, 2)
    outbox.put_many(session, [message(one), message(two, organisation="lao-cai")])
    row = session.exec(select(Outbox).where(Outbox.organisation == GIA_LAI)).one()
    assert outbox.withdraw(session, row)
    assert [row.organisation for row in claim(session)] == ["lao-cai"]


def test_the_coordinator_sees_who_was_not_reached_until_they_are(session: Session, office: Office) -> None:
    join(session, "Em Thu", "21608")
    outbox.put_many(session, [message(office.em), message(office.binh), message(office.chi)])
    for row in claim(session):
        if row.chat_id == office.binh.id:
            outbox.sent(session, row, "1", NOW)
        else:
            outbox.failed(session, row, "blocked")
    found = outbox.troubles(session, GIA_LAI)
    assert [(one.unit, one.person and one.person.display_name, one.row.trouble) for one in found] == [
        ("so-noi-vu", "Chi Thu", "blocked"),
        ("21607", "Em Thu", "blocked"),
        ("21608", "Em Thu", "blocked"),
    ]
    assert outbox.troubles(session, "lao-cai") == []
    outbox.put_many(session, [message(office.em, "next slot")])
    outbox.sent(session, *claim(session), "2", NOW)
    assert [one.unit for one in outbox.troubles(session, GIA_LAI)] == ["so-noi-vu"]
