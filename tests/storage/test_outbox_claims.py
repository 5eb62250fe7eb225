"""Each message is put once, and held by one sender."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Engine, insert
from sqlmodel import Session, select

from storage import outbox, people
from storage.database import reading, unit_of_work
from storage.tables import Chat, Outbox
from tests.storage.conftest import GIA_LAI, NOW, message
from tests.storage.sending import CLAIMED, HOUR, LEASE, REAL, SECOND, chats, claim

# Putting


def test_a_message_is_put_once_per_chat_kind_and_cause(session: Session) -> None:
    one, two = chats(session, 2)
    rows = [message(one), message(one), message(one, "later"), message(two), message(one, kind="notice")]
    assert outbox.put_many(session, rows) == 4
    assert outbox.put_many(session, rows) == 0
    assert outbox.put_many(session, []) == 0


def test_put_says_whether_it_was_new(session: Session) -> None:
    [chat] = chats(session, 1)
    assert chat.id is not None
    put = [
        outbox.put(
            session,
            chat_id=chat.id,
            organisation=GIA_LAI,
            kind="notice",
            cause="submitted-1",
            about={"submission": 1},
            urgent_at=NOW,
            not_before=NOW,
        )
        for _ in range(2)
    ]
    assert put == [True, False]


# Claiming


def test_the_most_urgent_are_claimed_first_and_nothing_early(session: Session) -> None:
    chat = chats(session, 4)
    outbox.put_many(
        session,
        [
            message(chat[0], "in a week", urgent_at=NOW + 7 * 24 * HOUR),
            message(chat[1], "tomorrow", urgent_at=NOW + 24 * HOUR),
            message(chat[2], "not yet", urgent_at=NOW, not_before=NOW + SECOND),
            message(chat[3], "also tomorrow", urgent_at=NOW + 24 * HOUR),
        ],
    )
    assert [row.cause for row in claim(session)] == ["tomorrow", "also tomorrow", "in a week"]
    assert claim(session) == []


def test_a_claimed_row_names_its_holder_until_when(session: Session) -> None:
    outbox.put_many(session, [message(*chats(session, 1))])
    [row] = claim(session, "sender-3")
    assert (row.state, row.claimed_by, row.lease_until) == (CLAIMED, "sender-3", REAL + LEASE)
    assert (row.about, row.urgent_at) == ({"items": [1, "đã nộp"]}, NOW + 72 * HOUR)


def test_one_message_of_a_chat_is_in_flight(session: Session) -> None:
    one, two = chats(session, 2)
    outbox.put_many(session, [message(one, "a"), message(one, "b"), message(two, "c")])
    [a, c] = claim(session)
    assert (a.cause, c.cause) == ("a", "c")
    assert claim(session) == []
    outbox.sent(session, a, "501", NOW)
    assert [row.cause for row in claim(session)] == ["b"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ["a", "c"]),
        ({"held": [GIA_LAI]}, ["c"]),
        ({"of": [("telegram", "")]}, ["a"]),
        ({"of": [("zalo", "lao-cai")]}, ["c"]),
        ({"of": [("zalo", "")]}, []),
        ({"besides": [("telegram", ""), ("zalo", "")]}, ["c"]),
        ({"of": [("telegram", "")], "held": [GIA_LAI]}, []),
    ],
    ids=["all", "an organisation on hold", "one bot", "a bot of its own", "none of it", "no bot's", "nothing left"],
)
def test_claims_can_be_narrowed(session: Session, filters: dict[str, object], expected: list[str]) -> None:
    [one] = chats(session, 1)
    two = people.chat_of(session, "zalo", "lao-cai", "two")
    outbox.put_many(
        session,
        [
            message(one, "a"),
            message(two, "c", kind="notice", organisation="lao-cai"),
        ],
    )
    assert [row.cause for row in claim(session, **filters)] == expected


def test_no_two_senders_get_the_same_row(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        rows = [{"channel": "telegram", "bot": "", "address": str(number)} for number in range(300)]
        session.connection().execute(insert(Chat), rows)
        outbox.put_many(session, [message(chat) for chat in session.exec(select(Chat))])

    def work(name: str) -> list[int | None]:
        mine: list[int | None] = []
        while True:
            with unit_of_work(engine) as session:
                rows = claim(session, name, limit=7)
            if not rows:
                return mine
            mine += [row.id for row in rows]

    with ThreadPoolExecutor(4) as threads:
        taken = list(threads.map(work, ["one", "two", "three", "four"]))
    assert sorted(id for mine in taken for id in mine if id) == list(range(1, 301))
    with reading(engine) as session:
        holders = {row.id: row.claimed_by for row in session.exec(select(Outbox))}
    assert all(
        holders[id] == name for name, mine in zip(["one", "two", "three", "four"], taken, strict=True) for id in mine
    )
