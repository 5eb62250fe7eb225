"""A number means one thing over all messages of a chat: while it can be answered, and for a while after."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from storage import choices, people
from storage.choices import KEPT, LIVE
from storage.database import unit_of_work
from storage.tables import Chat
from tests.storage.conftest import NOW

A_MINUTE = timedelta(minutes=1)


@pytest.fixture
def chat(session: Session) -> Chat:
    return people.chat_of(session, "zalo", "", "0f1e2d3c")


def offer(session: Session, chat: Chat, name: str, count: int, now: datetime = NOW) -> int:
    """Offer so many choices, named after the message and their place in it."""
    return choices.offer(session, chat, name, [(f"{name} {n}", f"nop:{n}") for n in range(1, count + 1)], now)


def labels(session: Session, chat: Chat, *numbers: int) -> list[str | None]:
    found = [choices.at(session, chat, number) for number in numbers]
    return [choice.label if choice else None for choice in found]


def test_numbers_rise_over_messages(session: Session, chat: Chat) -> None:
    assert [offer(session, chat, name, count) for name, count in (("a", 2), ("b", 3), ("c", 1))] == [1, 3, 6]
    assert labels(session, chat, 1, 2, 3, 5, 6, 7) == ["a 1", "a 2", "b 1", "b 3", "c 1", None]


def test_each_chat_counts_for_itself(session: Session, chat: Chat) -> None:
    other = people.chat_of(session, "zalo", "", "other")
    assert offer(session, chat, "a", 2) == offer(session, other, "a", 2) == 1
    assert choices.at(session, other, 3) is None


def test_the_newest_are_those_of_the_last_message_even_of_one_moment(session: Session, chat: Chat) -> None:
    offer(session, chat, "a", 2)
    offer(session, chat, "b", 2)
    assert [choice.label for choice in choices.newest(session, chat, NOW)] == ["b 1", "b 2"]


@pytest.mark.parametrize(
    ("later", "newest", "known"),
    [(LIVE - A_MINUTE, 2, True), (LIVE, 0, True), (KEPT, 0, True), (KEPT + A_MINUTE, 0, False)],
    ids=["live", "expired", "still known", "forgotten"],
)
def test_choices_expire_and_are_known_for_a_while(
    session: Session, chat: Chat, later: timedelta, newest: int, known: bool
) -> None:
    offer(session, chat, "a", 2)
    assert len(choices.newest(session, chat, NOW + later)) == newest
    choices.forget_before(session, NOW + later - KEPT)
    assert (choices.at(session, chat, 1) is not None) is known


@pytest.mark.parametrize(
    ("before", "after", "first", "shown"),
    [
        (2, 2, 1, ["a 1", "a 2", "b 1", None]),
        (2, 1, 1, ["a 1", None, "b 1", None]),
        (2, 3, 4, [None, None, "b 1", "a 1"]),
    ],
    ids=["as many", "fewer", "more take fresh numbers"],
)
def test_a_message_worded_anew(
    session: Session, chat: Chat, before: int, after: int, first: int, shown: list[str | None]
) -> None:
    offer(session, chat, "a", before)
    offer(session, chat, "b", 1)
    assert offer(session, chat, "a", after) == first
    assert labels(session, chat, 1, 2, 3, 4) == shown
    assert len(choices.newest(session, chat, NOW)) == after


def test_a_message_worded_anew_can_be_answered_as_long_as_any(session: Session, chat: Chat) -> None:
    offer(session, chat, "a", 1)
    offer(session, chat, "a", 1, NOW + LIVE)
    assert [choice.number for choice in choices.newest(session, chat, NOW + LIVE)] == [1]


def test_numbers_begin_again_only_where_the_low_ones_are_forgotten(session: Session, chat: Chat) -> None:
    offer(session, chat, "old", 2)
    later = NOW + KEPT - A_MINUTE
    assert offer(session, chat, "a", 95, later) == 3
    assert offer(session, chat, "b", 3, later) == 98  # 1 and 2 are still known
    assert offer(session, chat, "c", 2, later) == 101
    assert offer(session, chat, "d", 2, NOW + KEPT + A_MINUTE) == 1
    assert offer(session, chat, "e", 1, NOW + KEPT + A_MINUTE) == 103  # 3 is taken, and so is what follows
    assert labels(session, chat, 1, 2, 3, 101) == ["d 1", "d 2", "a 1", "c 1"]


def test_the_first_number_is_known_before_it_is_given(session: Session, chat: Chat) -> None:
    offer(session, chat, "a", 3)
    for name, count in (("a", 2), ("a", 4), ("b", 1)):
        foretold = choices.first_number(session, chat, name, count, NOW)
        assert offer(session, chat, name, count) == foretold


def test_choices_survive_a_restart(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        offer(session, people.chat_of(session, "zalo", "", "1"), "a", 2)
    engine.dispose()
    with unit_of_work(engine) as session:
        chat = people.chat_of(session, "zalo", "", "1")
        assert [(one.number, one.press) for one in choices.newest(session, chat, NOW)] == [(1, "nop:1"), (2, "nop:2")]
        assert offer(session, chat, "b", 1) == 3


def test_a_merged_chat_keeps_its_own_meaning_of_a_number(session: Session, chat: Chat) -> None:
    newcomer = people.chat_of(session, "zalo", "", "moved")
    offer(session, chat, "a", 2)
    offer(session, newcomer, "b", 3)
    people.move_chat(session, chat, "moved")
    assert labels(session, chat, 1, 2, 3) == ["a 1", "a 2", "b 3"]
