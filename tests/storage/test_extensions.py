"""One request waits at a time, the first decision counts, and what was given in one act is taken back in one."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from schedules.plan import AssignmentId
from storage import extension_batches, extensions, journal, returns, submissions, waves
from storage.database import reading, unit_of_work
from storage.extensions import AlreadyAsked, NotOpen
from storage.moves import changes
from storage.tables import Extension, Person
from tests.storage.conftest import GIA_LAI, NOW

REPORT = AssignmentId(GIA_LAI, "so-ket", "bao-cao", "21607")
OTHER = REPORT._replace(unit="21583")
BINH, CHI = 1, 2
FRIDAY, MONDAY = date(2026, 5, 8), date(2026, 5, 11)
LATER = NOW + timedelta(minutes=5)


@pytest.fixture(autouse=True)
def two_people(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        session.add(Person(id=BINH, display_name="Binh Thu", created_at=NOW))
        session.add(Person(id=CHI, display_name="Chi Thu", created_at=NOW))


def acts(session: Session, unit: str = REPORT.unit) -> list[tuple[str, int | None, dict[str, object]]]:
    entries = journal.entries(session, GIA_LAI, unit)
    return [(entry.act, entry.person_id, entry.detail) for entry in reversed(entries)]


def last_day(session: Session, id: AssignmentId = REPORT) -> date | None:
    moved = changes(session, GIA_LAI, unit=id.unit).get(id)
    return moved.last_day if moved else None


def test_a_request_waits_and_moves_nothing(session: Session) -> None:
    asked = extensions.ask(session, REPORT, BINH, NOW, FRIDAY, "chờ số liệu")
    assert extensions.open_since(session, GIA_LAI) == {REPORT: NOW}
    assert extensions.open_of(session, REPORT) == asked
    assert extensions.waiting(session, GIA_LAI, "other-plan") == []
    assert last_day(session) is None
    assert acts(session) == [("extension_asked", BINH, {"asked": "2026-05-08", "reason": "chờ số liệu"})]


def test_a_second_request_is_kept_out_and_names_the_first(session: Session) -> None:
    first = extensions.ask(session, REPORT, BINH, NOW, FRIDAY, "chờ số liệu")
    with pytest.raises(AlreadyAsked) as refused:
        extensions.ask(session, REPORT, CHI, LATER, MONDAY, "bận họp")
    assert refused.value.extension == first
    assert len(acts(session)) == 1
    assert extensions.ask(session, OTHER, CHI, LATER, MONDAY, "bận họp").asked_by == CHI


def test_a_grant_moves_the_deadline_and_keeps_what_was_asked(session: Session) -> None:
    asked = extensions.ask(session, REPORT, BINH, NOW, MONDAY, "chờ số liệu")
    granted = extensions.grant(session, asked, CHI, LATER, FRIDAY, "b1")
    assert (granted.asked_day, granted.last_day, granted.decided_by) == (MONDAY, FRIDAY, CHI)
    assert last_day(session) == FRIDAY
    assert extensions.open_since(session, GIA_LAI) == {}
    assert [one for _, one in extensions.given(session, GIA_LAI)] == [granted]
    detail = {"asked": "2026-05-11", "granted": "2026-05-08", "reason": "chờ số liệu"}
    assert acts(session)[1] == ("extension_granted", CHI, detail)


def test_a_refusal_moves_nothing_and_another_request_may_follow(session: Session) -> None:
    asked = extensions.ask(session, REPORT, BINH, NOW, FRIDAY, "chờ số liệu")
    extensions.refuse(session, asked, CHI, LATER, "đã đủ thời gian")
    assert last_day(session) is None
    assert acts(session)[1] == ("extension_refused", CHI, {"reason": "đã đủ thời gian"})
    extensions.ask(session, REPORT, BINH, LATER, MONDAY, "vẫn chờ")
    assert extensions.open_since(session, GIA_LAI) == {REPORT: LATER}


@pytest.mark.parametrize("end", ["grant", "refuse", "withdraw", "submit"])
def test_what_is_settled_cannot_be_settled_again(session: Session, end: str) -> None:
    asked = extensions.ask(session, REPORT, BINH, NOW, FRIDAY, "chờ số liệu")
    match end:
        case "grant":
            extensions.grant(session, asked, CHI, LATER, FRIDAY, "b1")
        case "refuse":
            extensions.refuse(session, asked, CHI, LATER, "")
        case "withdraw":
            extensions.withdraw(session, asked, BINH, LATER)
        case "submit":
            submissions.record(session, REPORT, BINH, LATER)
    stood, told = last_day(session), acts(session)
    with pytest.raises(NotOpen):
        extensions.grant(session, asked, BINH, LATER, MONDAY, "b2")
    with pytest.raises(NotOpen):
        extensions.refuse(session, asked, BINH, LATER, "")
    with pytest.raises(NotOpen):
        extensions.withdraw(session, asked, BINH, LATER)
    assert (last_day(session), acts(session)) == (stood, told)


def test_a_submission_ends_the_request_of_its_own_assignment_only(session: Session) -> None:
    for id in (REPORT, OTHER):
        extensions.ask(session, id, BINH, NOW, FRIDAY, "chờ số liệu")
    submissions.record(session, REPORT, BINH, LATER)
    assert extensions.open_since(session, GIA_LAI) == {OTHER: NOW}
    assert acts(session)[-1] == ("extension_withdrawn", BINH, {"why": "submitted"})


def test_of_two_who_decide_at_once_one_decides(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        number = extensions.ask(session, REPORT, BINH, NOW, MONDAY, "chờ số liệu").id
    together = Barrier(2)

    def decide(person: int) -> bool:
        together.wait()
        with unit_of_work(engine) as session:
            asked = session.get_one(Extension, number)
            try:
                if person == BINH:
                    extensions.grant(session, asked, person, LATER, MONDAY, "b1")
                else:
                    extensions.refuse(session, asked, person, LATER, "")
            except NotOpen:
                return False
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(decide, (BINH, CHI))) == [False, True]
    with reading(engine) as session:
        kept = session.get_one(Extension, number)
        assert (kept.last_day is not None) == (kept.decided_by == BINH)


def test_one_act_gives_many_and_settles_what_they_asked(session: Session) -> None:
    ids = [REPORT._replace(unit=f"{unit:05}") for unit in range(135)]
    short = extensions.ask(session, ids[0], BINH, NOW, FRIDAY, "chờ số liệu")
    long = extensions.ask(session, ids[1], BINH, NOW, date(2026, 5, 20), "chờ số liệu")
    extension_batches.give(session, ids, CHI, LATER, MONDAY, "lũ", "b1")
    assert {last_day(session, id) for id in ids} == {MONDAY}
    assert len(extension_batches.of_batch(session, "b1")) == 135
    session.refresh(short)
    assert (short.last_day, short.reason, short.decided_by) == (MONDAY, "chờ số liệu", CHI)
    assert extensions.open_since(session, GIA_LAI) == {ids[1]: NOW}, "whoever asked for longer still waits"
    session.refresh(long)
    assert long.decided_at is None
    assert acts(session, "00077") == [("extension_granted", CHI, {"granted": "2026-05-11", "reason": "lũ"})]


def test_what_was_given_in_one_act_is_taken_back_in_one(session: Session) -> None:
    ids = [REPORT, OTHER]
    asked = extensions.ask(session, REPORT, BINH, NOW, FRIDAY, "chờ số liệu")
    extension_batches.give(session, ids, CHI, LATER, MONDAY, "lũ", "b1")
    waves.wave_put(session, GIA_LAI, "so-ket", "bao-cao", "", "last_day-1", "x", LATER)
    waves.wave_put(session, GIA_LAI, "so-ket", "bao-cao", "", "before-2", "x", NOW)
    assert set(extension_batches.undo(session, "b1", CHI, LATER + timedelta(minutes=1))) == {REPORT, OTHER}
    assert (last_day(session, REPORT), last_day(session, OTHER)) == (None, None)
    assert extensions.open_since(session, GIA_LAI) == {REPORT: NOW}, "the request waits again"
    assert extensions.open_of(session, REPORT) == asked
    assert [step for *_, step, _ in waves.waves(session)] == ["before-2"], "what came meanwhile is looked at again"
    assert acts(session)[-1] == ("extension_undone", CHI, {})
    assert extension_batches.undo(session, "b1", CHI, LATER) == {}


def test_taking_back_does_not_ask_again_for_what_was_handed_in(session: Session) -> None:
    asked = extensions.ask(session, REPORT, BINH, NOW, FRIDAY, "chờ số liệu")
    extensions.grant(session, asked, CHI, LATER, FRIDAY, "b1")
    submissions.record(session, REPORT, BINH, LATER)
    extension_batches.undo(session, "b1", CHI, LATER)
    assert extensions.open_of(session, REPORT) is None
    assert last_day(session) is None


def test_what_was_given_before_a_return_does_not_hold_after_it(session: Session) -> None:
    late, early = date(2026, 5, 20), date(2026, 5, 15)
    asked = extensions.ask(session, REPORT, BINH, NOW, early, "chờ số liệu")
    after = extensions.grant(session, asked, CHI, LATER + timedelta(hours=2), early, "b1")
    extension_batches.give(session, [REPORT], CHI, NOW, late, "lũ", "b0")  # the younger row was decided first
    handed_in = submissions.record(session, REPORT, BINH, NOW)
    returns.send_back(session, REPORT, handed_in, "thiếu biểu", MONDAY, CHI, LATER)
    assert last_day(session) == early
    after.ended_at = LATER + timedelta(hours=3)
    session.flush()
    assert last_day(session) == MONDAY


def test_taking_back_leaves_a_newer_request_the_only_one(session: Session) -> None:
    first = extensions.ask(session, REPORT, BINH, NOW, FRIDAY, "chờ số liệu")
    extensions.grant(session, first, CHI, LATER, FRIDAY, "b1")
    second = extensions.ask(session, REPORT, BINH, LATER, MONDAY, "vẫn chờ")
    extension_batches.undo(session, "b1", CHI, LATER)
    assert extensions.open_of(session, REPORT) == second
    rows = session.exec(select(Extension).order_by(Extension.id)).all()  # type: ignore[arg-type]
    assert [one.ended_at is None for one in rows] == [False, True]


@pytest.mark.parametrize("number", ["", "x", "-1", "٣", "9" * 40, "77"])
def test_a_button_that_names_nothing(session: Session, number: str) -> None:
    assert extensions.kept(session, number) is None
