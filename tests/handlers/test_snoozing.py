"""Reminders that people ask for: what waits in the outbox, for whom, and what is left of it when its turn comes."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import select

from handlers.later.snoozing import asked
from handlers.pushes.pushing import reply_for
from handlers.vocabulary import Message, Turn
from storage import people, snoozes
from storage.database import unit_of_work
from storage.tables import Chat, JournalEntry, Outbox, OutboxState
from tests.handlers.conversation import Conversation, seen
from tests.handlers.small_plans import BINH_THU, KHAC, VI_DU
from tests.small_plans import at


def rows(conversation: Conversation, state: OutboxState = OutboxState.WAITING) -> list[Outbox]:
    with unit_of_work(conversation.engine) as session:
        found = session.exec(select(Outbox).where(Outbox.kind == snoozes.KIND, Outbox.state == state)).all()
        session.expunge_all()
        return list(found)


def test_the_newer_takes_the_place_of_the_older(conversation: Conversation) -> None:
    conversation.join("nghiem", "Nguyễn Thử Nghiệm", "officer", VI_DU, BINH_THU)
    conversation.say("nghiem", "/nhaclai chiều nay")
    conversation.say("nghiem", "/nhaclai 15h")
    (waiting,) = rows(conversation)
    assert (waiting.not_before, waiting.kind, waiting.about["assignments"]) == (at("4/5 15:00"), "snooze", [])
    (gone,) = rows(conversation, OutboxState.WITHDRAWN)
    assert gone.not_before == at("4/5 13:30")
    with unit_of_work(conversation.engine) as session:
        acts = [entry.act for entry in session.exec(select(JournalEntry)).all()]
    assert acts.count("snoozed") == 2


def test_a_repeated_update_sets_one_reminder(conversation: Conversation) -> None:
    conversation.join("nghiem", "Nguyễn Thử Nghiệm", "officer", VI_DU, BINH_THU)
    conversation.say("nghiem", "/nhaclai chiều nay", update_id="99")
    conversation.say("nghiem", "/nhaclai chiều nay", update_id="99")
    assert len(rows(conversation)) == 1
    assert rows(conversation, OutboxState.WITHDRAWN) == []


def test_two_organisations_never_share_one(conversation: Conversation) -> None:
    conversation.join("hai", "Trần Thử Hai", "officer", VI_DU, BINH_THU)
    conversation.join("hai", "Trần Thử Hai", "officer", KHAC, "91001")
    shown = conversation.say("hai", "/nhaclai chiều nay")
    assert "UBND xã Khác" in shown.words
    assert sorted(row.organisation for row in rows(conversation)) == [KHAC, VI_DU]
    conversation.now = at("4/5 13:30")
    first, second = conversation.deliver()["hai"]
    assert ("Bình Thử" in first.words, "Rà soát" in first.words) == (True, False)
    assert ("Bình Thử" in second.words, "Rà soát" in second.words) == (False, True)


def test_only_what_is_still_outstanding_is_said(conversation: Conversation) -> None:
    conversation.join("nghiem", "Nguyễn Thử Nghiệm", "officer", VI_DU, BINH_THU)
    conversation.say("nghiem", "/nhaclai chiều nay")
    conversation.say("nghiem", "/nop")
    conversation.press("nghiem", "Báo cáo sơ kết")
    conversation.now = at("4/5 13:30")
    (told,) = conversation.deliver()["nghiem"]
    assert told.keys[0] == "snooze-reminder"
    assert "Báo cáo sơ kết" not in told.words
    assert [label for label, _ in told.buttons] == ["Đã hoàn thành: Tổ chức hội nghị sơ kết", "Nhắc lại sau"]
    conversation.press("nghiem", "Đã hoàn thành")
    assert conversation.say("nghiem", "/nhaclai").keys == ["snooze-nothing"]


def test_nothing_left_says_nothing(conversation: Conversation) -> None:
    conversation.join("van", "Vũ Thị Vấn", "officer", KHAC, "91001")
    conversation.say("van", "/nhaclai chiều nay")
    conversation.say("van", "/nop")
    conversation.now = at("4/5 13:30")
    assert conversation.deliver() == {}
    assert len(rows(conversation, OutboxState.WITHDRAWN)) == 1


def test_it_goes_on_to_the_other_channel_when_it_fails(conversation: Conversation) -> None:
    conversation.join("van", "Vũ Thị Vấn", "officer", KHAC, "91001")
    conversation.say("van", "/nhaclai chiều nay")
    with unit_of_work(conversation.engine) as session:
        chat = session.exec(select(Chat).where(Chat.address == "van")).one()
        other = people.chat_of(session, "zalo", "", "van-zalo")
        other.person_id = chat.person_id
        session.flush()
        people.mark_unreachable(session, chat, "blocked", conversation.now)
    (copy,) = rows(conversation)
    assert (copy.chat_id != chat.id, copy.not_before) == (True, at("4/5 13:30"))
    with unit_of_work(conversation.engine) as session:
        reply = reply_for(session, conversation.plans, copy, at("4/5 13:30"))
    assert reply is not None
    assert "Rà soát hồ sơ lưu trữ" in seen(reply).words


def test_who_is_no_longer_of_the_unit_hears_nothing(conversation: Conversation) -> None:
    conversation.join("van", "Vũ Thị Vấn", "officer", KHAC, "91001")
    conversation.say("van", "/nhaclai chiều nay")
    with unit_of_work(conversation.engine) as session:
        chat = session.exec(select(Chat).where(Chat.address == "van")).one()
        for role in people.roles_of(session, chat.person_id or 0):
            role.ended_at = conversation.now
    conversation.now = at("4/5 13:30")
    assert conversation.deliver() == {}


def free_text(conversation: Conversation, when: str, words: str, now: datetime) -> list[str]:
    """Ask as the understanding of free text does."""
    message = Message("telegram", "", "free", "van", "private", "van", "Vũ Thị Vấn", said=words)
    with unit_of_work(conversation.engine) as session:
        chat = people.chat_of(session, "telegram", "", "van")
        person = people.person_of(session, chat)
        assert person is not None
        roles = tuple(people.roles_of(session, person.id or 0))
        turn = Turn(message, "", now, conversation.plans, session, chat, person, roles)
        return seen(asked(turn, when, words)).keys


def test_free_text_with_and_without_a_moment(conversation: Conversation) -> None:
    conversation.join("van", "Vũ Thị Vấn", "officer", KHAC, "91001")
    now = at("5/5 09:00")
    assert free_text(conversation, "", "đang họp, lát nhắc sau", now) == ["snooze-ask"]
    assert free_text(conversation, "2026-05-05", "hôm nay nhắc lại", now) == ["snooze-ask"]
    assert free_text(conversation, "2026-05-05TAF", "chiều nay nhắc lại nhé", now)[0] == "snooze-set-all"
    assert free_text(conversation, "2026-05-05T08:00", "8h", now) == ["snooze-past"]
    assert [row.not_before for row in rows(conversation)] == [at("5/5 13:30")]
