"""Chasing: stale and doubled presses, a plan that changes under it, long lists, and what a unit reads of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlmodel import select

from handlers.chases.chase_message import state_at
from schedules.duties import office_of
from schedules.ladder import StepKind
from schedules.owing import owed
from storage.database import unit_of_work
from storage.tables import Chase, JournalEntry, Outbox, OutboxState, Question, Role
from tests.handlers.conversation import NO_BUTTONS, Conversation, Seen
from tests.handlers.small_plans import (
    AN_MAU,
    BINH_THU,
    NOI_VU,
    SMALL,
    SO_KET,
    TAI_CHINH,
    THU_NGHIEM,
    VI_DU,
    small_plans,
)

OFFICERS = {"nghiem": BINH_THU, "mau": AN_MAU, "tai": TAI_CHINH, "phuong": THU_NGHIEM}


@pytest.fixture
def office(conversation: Conversation) -> Conversation:
    """Return a coordinator, a colleague, and an officer in each of the four units of the report."""
    for who in ("phoi", "hop"):
        conversation.join(who, "Lê Điều Phối" if who == "phoi" else "Lê Thử Hợp", "coordinator", VI_DU, NOI_VU)
    for who, unit in OFFICERS.items():
        conversation.join(who, f"Cán bộ Thử {who}", "officer", VI_DU, unit)
    conversation.deliver()
    conversation.now += timedelta(minutes=1)
    return conversation


def press_of(seen: Seen, label: str) -> str:
    return next(press for shown, press in seen.buttons if label in shown)


def chased(office: Conversation) -> list[set[str]]:
    """Return the units of every order."""
    with unit_of_work(office.engine) as session:
        return [set(one.about["units"]) for one in session.exec(select(Chase).order_by(Chase.id))]


def test_a_doubled_yes_is_one_chase(office: Conversation) -> None:
    yes = press_of(office.say("phoi", "/dondoc báo cáo sơ kết"), "Đúng, đôn đốc 4")
    assert office.press_raw("phoi", yes).keys == ["chase-ordered"]
    assert office.press_raw("phoi", yes).keys == ["chase-already"]
    assert chased(office) == [set(OFFICERS.values())]
    assert set(office.deliver()) == set(OFFICERS)


def test_a_yes_to_another_list_than_the_last_shown_shows_it_again(office: Conversation) -> None:
    first = office.say("phoi", "/dondoc báo cáo sơ kết")
    office.press("phoi", "Chọn lại từng đơn vị")
    office.press("phoi", "[x] UBND xã An Mẫu")
    again = office.press_raw("phoi", press_of(first, "Đúng, đôn đốc 4"))
    assert again.keys[0] == "chase-changed"
    assert chased(office) == []
    office.press_raw("phoi", press_of(again, "Đúng, đôn đốc 3"))
    assert chased(office) == [{BINH_THU, TAI_CHINH, THU_NGHIEM}]


def test_two_coordinators_press_at_once(office: Conversation) -> None:
    mine, theirs = (press_of(office.say(who, "/dondoc báo cáo sơ kết"), "Đúng") for who in ("phoi", "hop"))
    assert office.press_raw("phoi", mine).keys == ["chase-ordered"]
    second = office.press_raw("hop", theirs)
    assert second.keys == ["chase-of-task", "status-moment", "chase-skipped", "chase-nobody-now"]
    assert "Đã được Lê Điều Phối đôn đốc lúc 08:01" in second.words
    assert len(chased(office)) == 1
    assert office.press_raw("hop", mine).keys == ["refused-button"], "another person's button"


def test_whoever_was_not_shown_is_not_chased(office: Conversation) -> None:
    office.press("mau", "Đã nộp việc 1")
    yes = press_of(office.say("phoi", "/dondoc báo cáo sơ kết"), "Đúng, đôn đốc 3")
    office.press("mau", "Rút lại")
    office.press("mau", "Rút lại")
    office.press_raw("phoi", yes)
    assert AN_MAU not in chased(office)[0]


def test_a_task_that_is_gone_under_an_open_preview(office: Conversation) -> None:
    yes = press_of(office.say("phoi", "/dondoc hội nghị"), "Đúng")
    tasks = {id: task for id, task in SO_KET.tasks.items() if id != "hoi-nghi"}
    office.plans = small_plans(replace(SO_KET, tasks=tasks))
    assert office.press_raw("phoi", yes).keys == ["chase-nothing"]
    assert chased(office) == []


def test_a_unit_reads_its_state_at_its_sending(office: Conversation) -> None:
    office.now += timedelta(days=3)  # Thursday 07/5: the report is overdue
    office.press_raw("phoi", press_of(office.say("phoi", "/dondoc Bình Thử"), "Đúng"))
    (seen,) = office.deliver()["nghiem"]
    assert seen.keys[:3] == ["bundle-to", "chase-basis", "plan-basis"]
    assert "Đến nay chưa nhận được xác nhận đã nộp: Báo cáo sơ kết" in seen.words
    assert "Trường hợp đã gửi, đề nghị thông tin lại" in seen.words
    assert [label for label, _ in seen.buttons][-2:] == ["Đã nhận", "Nhắc lại sau"]


def test_what_was_given_more_time_meanwhile_is_not_chased(office: Conversation) -> None:
    office.press_raw("phoi", press_of(office.say("phoi", "/dondoc hội nghị"), "Đúng"))
    office.say("hop", "/giahan Bình Thử 20/5 chờ hướng dẫn")
    office.press("hop", "Tổ chức hội nghị")
    office.press("hop", "Đúng")
    told = office.deliver()
    assert [one.keys[0] for one in told["mau"]] == ["bundle-to"]
    assert all("chase-basis" not in one.keys for one in told["nghiem"])


def test_the_journal_names_each_unit(office: Conversation) -> None:
    office.press_raw("phoi", press_of(office.say("phoi", "/dondoc hội nghị"), "Đúng"))
    with unit_of_work(office.engine) as session:
        found = session.exec(select(JournalEntry.unit).where(JournalEntry.act == "chased"))
        assert set(found) == {BINH_THU, AN_MAU}
    assert "Lê Điều Phối: đôn đốc" in office.say("nghiem", "/nhatky").words


def test_what_could_not_be_sent_is_told_with_the_reason(office: Conversation) -> None:
    office.press_raw("phoi", press_of(office.say("phoi", "/dondoc báo cáo sơ kết"), "Đúng"))
    fates = {"nghiem": (OutboxState.SENT, None), "mau": (OutboxState.FAILED, "blocked")}
    with unit_of_work(office.engine) as session:
        rows = session.exec(select(Outbox).where(Outbox.kind == "chase").order_by(Outbox.chat_id)).all()
        for row, (state, why) in zip(rows, [*fates.values(), (OutboxState.FAILED, "quota")], strict=False):
            row.state, row.trouble = state, why
    office.round()
    assert "phoi" not in office.phones or "chase-result" not in office.phones["phoi"][-1].keys, "one is on its way"
    office.now += timedelta(minutes=10)
    office.round()
    (result,) = [one for one in office.deliver()["phoi"] if one.keys == ["chase-result"]]
    assert "Đã gửi đến: 1 đơn vị" in result.words
    assert "Đang chờ gửi (1): UBND phường Thử Nghiệm" in result.words
    assert "Không gửi được: 2 đơn vị" in result.words
    assert "– UBND xã An Mẫu: đã chặn bot" in result.words
    assert "– Sở Tài chính: " in result.words
    office.now += timedelta(minutes=10)
    office.round()
    assert "phoi" not in office.deliver()


def test_the_result_is_not_for_somebody_who_coordinates_no_more(office: Conversation) -> None:
    office.press_raw("phoi", press_of(office.say("phoi", "/dondoc hội nghị"), "Đúng"))
    office.deliver()
    with unit_of_work(office.engine) as session:
        chase = session.exec(select(Chase)).one()
        for role in session.exec(select(Role).where(Role.person_id == chase.ordered_by)):
            role.ended_at = office.now
    office.round()
    assert "phoi" not in office.deliver()


def test_numbers_are_typed_where_there_are_no_buttons(office: Conversation) -> None:
    office.shows = NO_BUTTONS
    seen = office.say("phoi", "/dondoc báo cáo sơ kết")
    assert "[1] Đúng, đôn đốc 4 đơn vị" in seen.words
    listed = office.say("phoi", "3")
    assert "[x] UBND xã An Mẫu" in listed.words
    unticked = office.say("phoi", "an mẫu")
    assert "[ ] UBND xã An Mẫu" in unticked.words
    assert "Đã chọn 3/4 đơn vị" in unticked.words
    assert office.say("phoi", "đúng").keys == ["chase-ordered"]
    assert chased(office) == [set(OFFICERS.values()) - {AN_MAU}]


def test_words_that_are_no_answer_ask_again(office: Conversation) -> None:
    office.say("phoi", "/dondoc hội nghị")
    assert office.say("phoi", "để xem đã").keys[0] == "answer-yes-or-no"
    assert office.say("phoi", "thôi").keys == ["never-mind"]
    with unit_of_work(office.engine) as session:
        assert session.exec(select(Question)).all() == []


@pytest.mark.parametrize(
    ("day", "hour", "expected"),
    [
        (4, 8, (StepKind.BEFORE, 2)),
        (6, 8, (StepKind.LAST_DAY, 0)),
        (7, 8, (StepKind.OVERDUE, 1)),
        (11, 8, (StepKind.OVERDUE, 3)),
    ],
)
def test_state_of_an_assignment(
    conversation: Conversation, day: int, hour: int, expected: tuple[StepKind, int]
) -> None:
    organisation, now = SMALL.organisations[VI_DU], conversation.now.replace(day=day, hour=hour)
    (deadline,) = {one.deadline for one in owed(organisation, now, BINH_THU) if one.task.id == "bao-cao"}
    assert deadline
    assert deadline.last_day == date(2026, 5, 6)
    assert state_at(deadline, office_of(organisation), now) == expected


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("các xã", {BINH_THU, AN_MAU, THU_NGHIEM}),
        ("xã, phường chưa nộp", {BINH_THU, AN_MAU, THU_NGHIEM}),
        ("sở", {TAI_CHINH}),
        ("các sở ban ngành", {TAI_CHINH}),
    ],
)
def test_a_kind_of_unit_is_not_everybody(office: Conversation, words: str, units: set[str]) -> None:
    office.press_raw("phoi", press_of(office.say("phoi", f"/dondoc {words}"), "Đúng, đôn đốc"))
    assert chased(office) == [units]


def test_a_unit_of_which_only_a_linked_group_is_reached_is_chased(office: Conversation) -> None:
    office.say("nhom-xa", "/lienket", **office.of_group("nghiem", "nhom-xa"))
    office._hear("nghiem", event="blocked")
    office.press_raw("phoi", press_of(office.say("phoi", "/dondoc báo cáo sơ kết"), "Đúng, đôn đốc 4"))
    assert set(office.deliver()) == {"nhom-xa", *OFFICERS} - {"nghiem"}
