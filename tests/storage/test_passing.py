"""What fails on one channel is tried once on the person's other one: never forgotten, never sent to and fro."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlmodel import Session, select

from schedules.plan import AssignmentId
from storage import assignments, outbox, own_chats, people, waves
from storage.tables import Chat, Outbox
from tests.storage.conftest import GIA_LAI, NOW, Office, message
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
    claim,
    claim_and_fix,
    states,
)


def add_chat(session: Session, chat: Chat, channel: str = "zalo", bot: str = "") -> Chat:
    """Link one more chat to the person of a chat."""
    other = people.chat_of(session, channel, bot, f"{channel} of {chat.address}")
    other.person_id = chat.person_id
    session.flush()
    return other


def put(session: Session, chat: Chat, cause: str = "slot") -> Outbox:
    outbox.put_many(session, [message(chat, cause)])
    return session.exec(select(Outbox).where(Outbox.chat_id == chat.id, Outbox.cause == cause)).one()


def where(session: Session) -> list[tuple[str, str]]:
    """Return (channel, state) of every row."""
    session.expire_all()
    found = session.exec(select(Chat.channel, Outbox.state).join(Chat).order_by(Outbox.id)).all()
    return [(channel, state.value) for channel, state in found]


def fail(session: Session, row: Outbox) -> None:
    outbox.failed(session, row, "blocked")
    outbox.pass_on(session, row, NOW)


def twice_unknown(session: Session, row: Outbox) -> None:
    outbox.unknown(session, row, "no-answer", NOW)
    assert not outbox.pass_on(session, row, NOW), "it is sent again here first"
    [again] = claim(session)
    outbox.unknown(session, again, "no-answer", NOW)
    outbox.pass_on(session, again, NOW)


def twice_killed(session: Session, row: Outbox) -> None:
    """Lose the sender with the message in flight, then the one that sends it again."""
    claim(session, "two", after=LEASE + SECOND)
    assert outbox.give_up_lost(session, NOW, REAL + 3 * LEASE) == 1


def hand_over(session: Session, row: Outbox) -> None:
    outbox.hand_over(session, row, "server", NOW)


FAILURES = {
    "refused for ever, or out of quota": (fail, "failed", "failed"),
    # Nothing was sent, so where there is nowhere else to go it waits on.
    "refused too often, or the channel is down": (hand_over, "failed", "claimed"),
    "two unknown outcomes": (twice_unknown, "uncertain", "uncertain"),
    "killed twice": (twice_killed, "uncertain", "uncertain"),
}


@pytest.mark.parametrize(("failure", "state", "there"), FAILURES.values(), ids=FAILURES)
def test_it_is_tried_once_on_the_other_channel(
    session: Session, office: Office, failure: Callable[[Session, Outbox], object], state: str, there: str
) -> None:
    add_chat(session, office.em)
    put(session, office.em)
    failure(session, claim_and_fix(session))
    assert where(session) == [("telegram", state), ("zalo", "waiting")]
    first, copy = session.exec(select(Outbox).order_by(Outbox.id)).all()
    assert (copy.kind, copy.cause, copy.about, copy.urgent_at) == (
        first.kind,
        first.cause,
        first.about,
        first.urgent_at,
    )
    assert (copy.text, copy.tries, copy.unknown_outcomes) == (None, 0, 0)

    failure(session, claim_and_fix(session))  # there too: that is the end of it
    assert where(session) == [("telegram", state), ("zalo", there)]


def test_one_channel_only_fails_as_before(session: Session, office: Office) -> None:
    put(session, office.em)
    row = claim_and_fix(session)
    assert not outbox.hand_over(session, row, "server", NOW)
    assert where(session) == [("telegram", "claimed")]
    fail(session, row)
    assert where(session) == [("telegram", "failed")]


@pytest.mark.parametrize(
    "unfit",
    [
        pytest.param({"channel": "telegram"}, id="the same channel"),
        pytest.param({"bot": "lao-cai"}, id="another organisation's bot"),
        pytest.param({"unreachable_at": NOW}, id="blocked"),
        pytest.param({"person_id": None}, id="nobody's"),
    ],
)
def test_what_cannot_be_used_is_not(session: Session, office: Office, unfit: dict[str, object]) -> None:
    other = add_chat(session, office.em)
    for name, value in unfit.items():
        setattr(other, name, value)
    put(session, office.em)
    fail(session, claim_and_fix(session))
    assert states(session) == [FAILED]


def test_an_organisations_own_bot_may_speak_for_it(session: Session, office: Office) -> None:
    add_chat(session, office.em, bot=GIA_LAI)
    put(session, office.em)
    fail(session, claim_and_fix(session))
    assert states(session) == [FAILED, WAITING]


def test_a_message_never_goes_to_a_third_chat(session: Session, office: Office) -> None:
    add_chat(session, office.em)
    add_chat(session, office.em, "telegram", GIA_LAI)
    put(session, office.em)
    fail(session, claim_and_fix(session))
    fail(session, claim_and_fix(session))
    assert where(session) == [("telegram", "failed"), ("zalo", "failed")]


@pytest.mark.parametrize("state", ["waiting", "sent", "withdrawn"])
def test_only_what_did_not_arrive_is_passed_on(session: Session, office: Office, state: str) -> None:
    add_chat(session, office.em)
    row = put(session, office.em)
    if state != "waiting":
        [row] = claim(session)
        settle = outbox.withdraw if state == "withdrawn" else (lambda s, r: outbox.sent(s, r, "1", NOW))
        settle(session, row)
    assert not outbox.pass_on(session, row, NOW)
    assert where(session) == [("telegram", state)]


def test_a_further_part_that_fails_passes_the_whole_message_on(session: Session, office: Office) -> None:
    add_chat(session, office.em)
    put(session, office.em)
    outbox.sent(session, claim_and_fix(session, "một", "hai", "ba"), "1", NOW)
    fail(session, claim_and_fix(session))
    assert states(session) == [SENT, FAILED, WITHDRAWN, WAITING]
    [copy] = claim(session)
    assert (copy.part, copy.text) == (0, None)


def test_what_waits_for_a_lost_chat_goes_to_the_other(session: Session, office: Office) -> None:
    add_chat(session, office.em)
    for cause in ("one", "two"):
        put(session, office.em, cause)
    late = put(session, office.em, "tomorrow")
    late.not_before = NOW + 24 * HOUR
    session.flush()
    outbox.put_back(session, claim_and_fix(session, "hai", "phần"), NOW, counts=True, trouble="server")
    people.mark_unreachable(session, office.em, "blocked", NOW + MINUTE)
    rows = session.exec(select(Outbox).where(Outbox.state == WAITING).order_by(Outbox.cause)).all()
    assert [(row.cause, row.part, row.not_before) for row in rows] == [
        ("one", 0, NOW + MINUTE),
        ("tomorrow", 0, NOW + 24 * HOUR),
        ("two", 0, NOW + MINUTE),
    ]


def test_late_word_that_it_arrived_spares_the_copy(session: Session, office: Office) -> None:
    """The sender was slow, not dead: meanwhile its message was given up twice."""
    add_chat(session, office.em)
    put(session, office.em)
    claim_and_fix(session)
    slow = claim_and_fix(session, worker="slow", after=LEASE + SECOND)
    session.expunge(slow)
    outbox.give_up_lost(session, NOW, REAL + 3 * LEASE)
    assert states(session) == [UNCERTAIN, WAITING]
    assert outbox.sent(session, slow, "501", NOW)
    assert states(session) == [SENT, WITHDRAWN]


def test_the_trouble_is_over_when_the_person_was_reached(session: Session, office: Office) -> None:
    zalo = add_chat(session, office.em)
    put(session, office.em)
    fail(session, claim_and_fix(session))
    assert [(one.unit, one.chat.channel) for one in outbox.troubles(session, GIA_LAI)] == [("21607", "telegram")]
    outbox.sent(session, claim_and_fix(session), "1", NOW)
    assert outbox.troubles(session, GIA_LAI) == []

    put(session, zalo, "next")
    fail(session, claim_and_fix(session))
    fail(session, claim_and_fix(session))
    found = [(one.chat.channel, one.row.cause) for one in outbox.troubles(session, GIA_LAI)]
    assert found == [("telegram", "next"), ("zalo", "next")], "both failed: both are listed"
    put(session, zalo, "one more")
    outbox.sent(session, claim_and_fix(session), "2", NOW)
    assert outbox.troubles(session, GIA_LAI) == []


def items(*steps: tuple[int, str]) -> dict[str, object]:
    return {"items": [{"assignment": number, "ends_at": "e", "at": at} for number, at in steps]}


OLD, NEW = items((1, "05-04"), (2, "05-04")), items((1, "05-05"))


def test_a_copy_leaves_out_what_a_newer_bundle_says(session: Session, office: Office) -> None:
    """The newer one was put before the copy, in the chat that is preferred meanwhile."""
    zalo = add_chat(session, office.em)
    outbox.put_many(session, [message(office.em, "1 old", about=OLD)])
    row = claim_and_fix(session)
    outbox.put_many(session, [message(zalo, "2 new", about=NEW)])
    outbox.hand_over(session, row, "server", NOW)
    [copy] = claim(session, limit=1)
    outbox.leave_to_newer(session, copy)
    assert [item["assignment"] for item in copy.about["items"]] == [2]
    outbox.sent(session, copy, "1", NOW)
    [newer] = claim(session)
    outbox.leave_to_newer(session, newer)
    assert newer.about == NEW, "the older must not silence the newer"


def test_an_older_bundle_leaves_out_what_was_said_elsewhere(session: Session, office: Office) -> None:
    zalo = add_chat(session, office.em)
    outbox.put_many(session, [message(office.em, "1 old", about=OLD), message(zalo, "2 new", about=NEW)])
    rows = {row.cause: row for row in claim(session)}
    outbox.sent(session, rows["2 new"], "1", NOW)
    outbox.leave_to_newer(session, rows["1 old"])
    assert [item["assignment"] for item in rows["1 old"].about["items"]] == [2]


def test_a_copy_of_what_had_no_receipt_says_all(session: Session, office: Office) -> None:
    """The newer one went where nothing is known to have been read."""
    add_chat(session, office.em)
    outbox.put_many(session, [message(office.em, "1 old", about=OLD)])
    [row] = claim(session)
    outbox.sent(session, row, "1", NOW)
    outbox.put_many(session, [message(office.em, "2 new", about=NEW)])
    outbox.sent(session, *claim(session), "2", NOW)
    assert outbox.put_elsewhere(session, row, NOW)
    [copy] = claim(session)
    outbox.leave_to_newer(session, copy)
    assert copy.about == OLD


def test_taking_a_chat_away_moves_what_waits_for_it(session: Session, office: Office) -> None:
    zalo = add_chat(session, office.em)
    assert office.em.person_id is not None
    own_chats.prefer(session, office.em.person_id, "telegram")
    put(session, office.em)
    own_chats.unlink(session, office.em, zalo, NOW)
    assert where(session) == [("telegram", "withdrawn"), ("zalo", "waiting")]
    assert people.person_of(session, office.em) is None
    person = people.person_of(session, zalo)
    assert person is not None
    assert person.preferred is None
    assert [chat.channel for _, chat in people.chats_of_units(session, GIA_LAI, ["21607"])] == ["zalo"]


def test_a_chat_taken_away_while_it_is_written_to_loses_nothing(session: Session, office: Office) -> None:
    zalo = add_chat(session, office.em)
    put(session, office.em)
    row = claim_and_fix(session)
    own_chats.unlink(session, office.em, zalo, NOW)
    fail(session, row)
    assert where(session) == [("telegram", "failed"), ("zalo", "waiting")]


@pytest.mark.parametrize("arrived", [True, False], ids=["between two parts", "while a part is being sent"])
def test_a_chat_taken_away_gets_no_further_part(session: Session, office: Office, arrived: bool) -> None:
    zalo = add_chat(session, office.em)
    put(session, office.em)
    row = claim_and_fix(session, "một", "hai", "ba")
    if arrived:
        outbox.sent(session, row, "1", NOW)
    own_chats.unlink(session, office.em, zalo, NOW)
    assert states(session) == [SENT if arrived else CLAIMED, WITHDRAWN, WITHDRAWN, WAITING]
    assert [(one.chat_id, one.part, one.text) for one in claim(session)] == [(zalo.id, 0, None)]


def early(told: str) -> dict[str, object]:
    return {"assignment": 1, "step": told, "ends_at": "e", "at": "05-04", "early": told == "later"}


@pytest.mark.parametrize(("other", "known"), [(True, {"now", "later"}), (False, {"now"})], ids=["passed on", "lost"])
def test_what_was_taken_along_in_vain_is_not_told(
    session: Session, office: Office, other: bool, known: set[str]
) -> None:
    number = assignments.number(session, AssignmentId(GIA_LAI, "kh", "bao-cao", "21607"))
    chats = [office.em, office.binh] + ([add_chat(session, office.em)] if other else [])
    waves.tell(
        session, [waves.ToldStep(chat.id, number, step, "e", NOW) for chat in chats[:2] for step in ("now", "later")]
    )
    outbox.put_many(session, [message(office.em, about={"items": [early("now"), early("later")]})])
    fail(session, claim_and_fix(session))

    def told(chat: Chat) -> set[str]:
        return {step for of, _, step, _ in waves.already_told(session, [chat.id], [number]) if of == chat.id}

    assert (told(office.em), told(office.binh)) == (known, {"now", "later"})
    if other:
        fail(session, claim_and_fix(session))
        assert told(office.em) == {"now"}, "there neither"
