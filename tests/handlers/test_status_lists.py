"""Names in lists: the worst first, page by page, nobody left out or named twice; very many counted quickly."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from sqlmodel import Session

from handlers.belonging import Followed
from handlers.figures.figures import Figures, Standing, classes, classify, count, is_by_word
from handlers.figures.status_lists import Named, Page, fitting, named_page, worst
from handlers.figures.status_state import PlanState, earlier, state_of, waiting
from handlers.figures.table_of_figures import table
from schedules.owing import Lot
from schedules.plan import AssignmentId
from storage import assignments, standings, submissions
from storage.database import unit_of_work
from storage.tables import Extension, Person, Return
from tests.handlers.conftest import MONDAY
from tests.handlers.conversation import Conversation
from tests.handlers.small_plans import AN_MAU, BINH_THU, SO_KET, TAI_CHINH, THU_NGHIEM, VI_DU
from tests.handlers.test_figures import CASES, Case, moment

DAY = timedelta(days=1)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_quick_way_to_judge_agrees(case: Case) -> None:
    lot = Lot(SO_KET, SO_KET.tasks["bao-cao"], "", case.deadline, ("x",))
    submission = case.submission
    stated = submission.handed_in_on.isoformat() if submission and submission.handed_in_on else None
    handed = {"x": (standings.written(submission.recorded_at), stated, submission.by_office)} if submission else {}
    by_word = submission is not None and is_by_word(case.deadline, submission)
    judged = classify(case.deadline, submission, moment(case.now))
    assert list(classes(lot, handed, moment(case.now))) == [("x", judged, by_word)]


@pytest.mark.parametrize(
    ("room", "until"),
    [(1, 1), (5, 1), (9, 1), (10, 2), (14, 2), (15, 3), (1000, 4)],
    ids=["too little", "one", "not quite two", "two", "not quite three", "three", "all"],
)
def test_a_page_holds_what_a_message_has_room_for(room: int, until: int) -> None:
    assert fitting(["aaa", "bbb", "ccc", "ddd"], 0, room) == until


def test_pages_name_everybody_once(conversation: Conversation) -> None:
    organisation = conversation.plans.organisations[VI_DU]
    found = [Named("names-open-commune", f"7{number:04}") for number in range(40)]
    found += [Named("names-open-department", f"8{number:04}") for number in range(25)]
    at: int | None = 0
    named: list[str] = []
    while at is not None:
        page: Page = named_page(organisation, found, at, 100)
        assert page.left == len(found) - len(named) - len(_names(page))
        assert {text.values["count"] for text in page.texts} <= {40, 25}
        named += _names(page)
        at = page.following
    assert named == [one.unit for one in found]


def _names(page: Page) -> list[str]:
    return [name for text in page.texts for name in str(text.values["names"]).split("; ")]


def test_the_worst_come_first(conversation: Conversation) -> None:
    with unit_of_work(conversation.engine) as session:
        _record(session, BINH_THU, "bao-cao")
        state = _state(session, conversation, MONDAY + 4 * DAY)
    assert [(one.unit, one.overdue, one.open) for one in worst([state])] == [
        (TAI_CHINH, 2, 0),  # the speech was due a day before
        (AN_MAU, 1, 2),
        (THU_NGHIEM, 1, 0),
        (BINH_THU, 0, 1),
        ("so-noi-vu", 0, 1),
    ]


def test_figures_of_an_earlier_moment(conversation: Conversation) -> None:
    with unit_of_work(conversation.engine) as session:
        _record(session, BINH_THU, "bao-cao", MONDAY)
        _record(session, AN_MAU, "bao-cao", MONDAY + DAY)
        person = _record(session, THU_NGHIEM, "bao-cao", MONDAY)
        submissions.withdraw(session, AssignmentId(VI_DU, "so-ket", "bao-cao", THU_NGHIEM), person, MONDAY + 2 * DAY)
        state = _state(session, conversation, MONDAY + 3 * DAY)
        then = [earlier(session, state, MONDAY + hours * timedelta(hours=1)) for hours in (-1, 1, 25, 49)]
    assert state.figures == Figures(on_time=2, open=4, overdue=3)
    assert then == [
        Figures(open=9),
        Figures(on_time=2, open=7),
        Figures(on_time=3, open=6),
        Figures(on_time=2, open=6, overdue=1),
    ]


def test_what_was_put_off_or_waits(conversation: Conversation) -> None:
    with unit_of_work(conversation.engine) as session:
        person = _record(session, BINH_THU, "bao-cao")
        back = submissions.withdraw(session, AssignmentId(VI_DU, "so-ket", "bao-cao", BINH_THU), person, MONDAY)
        returned = {"reason": "thiếu phụ lục", "last_day": date(2026, 5, 12), "returned_by": person}
        session.add(
            Return(assignment_id=back.assignment_id, submission_id=back.id or 0, returned_at=MONDAY, **returned)
        )
        for unit, decided in ((AN_MAU, {"decided_at": MONDAY, "last_day": date(2026, 5, 20)}), (THU_NGHIEM, {})):
            number = assignments.number(session, AssignmentId(VI_DU, "so-ket", "bao-cao", unit))
            session.add(Extension(assignment_id=number, asked_at=MONDAY, **decided))
        session.flush()
        state = _state(session, conversation, MONDAY + 4 * DAY)
        waits = waiting(session, state)
    assert (waits.extended, waits.returned, waits.asking) == (1, 1, 1)
    assert state.figures.overdue == 3
    assert {unit for lot in state.lots if lot.deadline and lot.deadline.moved for unit in lot.unit_ids} == {
        AN_MAU,
        BINH_THU,
    }


def test_the_table_adds_up_to_the_figures(conversation: Conversation) -> None:
    with unit_of_work(conversation.engine) as session:
        _record(session, BINH_THU, "bao-cao")
        _record(session, TAI_CHINH, "tham-luan", MONDAY + 4 * DAY)
        state = _state(session, conversation, MONDAY + 5 * DAY)
        rows = table(session, conversation.plans.organisations[VI_DU], SO_KET, MONDAY + 5 * DAY)
    assert rows.figures == state.figures
    assert rows.figures.expected == len(rows.rows) == 9
    kinds = [count(state.lots, state.standings, state.now, state.of_kind(kind)) for kind in ("commune", "department")]
    assert sum(kinds, Figures()) == state.figures
    assert {row.unit_id for row in rows.rows if row.standing is Standing.LATE} == {TAI_CHINH}


def _state(session: Session, conversation: Conversation, now: datetime) -> PlanState:
    organisation = conversation.plans.organisations[VI_DU]
    return state_of(session, Followed(organisation, organisation.plans["so-ket"]), now)


def _record(session: Session, unit: str, task: str, at: datetime = MONDAY) -> int:
    person = Person(display_name="Nguyễn Thử Nhất", created_at=MONDAY)
    session.add(person)
    session.flush()
    submissions.record(session, AssignmentId(VI_DU, "so-ket", task, unit), person.id or 0, at)
    return person.id or 0
