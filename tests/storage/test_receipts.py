"""Receipts and what proves a submission: who was first, what holds, what is kept."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, func, select

from schedules.plan import AssignmentId
from storage import assignments, escalations, evidence, journal, receipts, returns, submissions
from storage.database import unit_of_work
from storage.tables import Extension, Person, Receipt
from tests.storage.conftest import GIA_LAI, NOW

REPORT = AssignmentId(GIA_LAI, "so-ket", "bao-cao", "21607")
MEETING = REPORT._replace(task="hoi-nghi")
BINH, CHI = 1, 2
LAPSES = NOW + timedelta(days=2)
LINK = {"kind": "link", "value": "https://vanban.example/1", "name": "", "channel": "telegram"}


@pytest.fixture(autouse=True)
def two_people(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        session.add(Person(id=BINH, display_name="Binh Thu", created_at=NOW))
        session.add(Person(id=CHI, display_name="Chi Thu", created_at=NOW))


def receive(session: Session, *ids: AssignmentId, by: int = BINH, after: timedelta = timedelta()) -> list[Receipt]:
    return receipts.record(session, dict.fromkeys(ids, LAPSES + after), by, NOW + after)


def test_a_live_receipt_is_not_given_twice(session: Session) -> None:
    assert len(receive(session, REPORT)) == 1
    (second,) = receive(session, REPORT, MEETING, by=CHI, after=timedelta(hours=1))
    assert second.person_id == CHI
    assert second.assignment_id == assignments.number(session, MEETING)
    assert [entry.act for entry in journal.entries(session, GIA_LAI, "21607")] == ["received", "received"]


def test_it_lapses_and_can_be_given_again(session: Session) -> None:
    receive(session, REPORT)
    number = assignments.number(session, REPORT)
    assert receipts.live(session, [number], LAPSES - timedelta(minutes=1)).keys() == {number}
    assert receipts.live(session, [number], LAPSES) == {}
    assert len(receive(session, REPORT, after=timedelta(days=3))) == 1


@pytest.mark.parametrize("why", ["returned", "extended"])
def test_one_of_the_round_before_counts_no_more(session: Session, why: str) -> None:
    receive(session, REPORT)
    number, moved = assignments.number(session, REPORT), NOW + timedelta(hours=1)
    if why == "returned":
        submission = submissions.record(session, REPORT, BINH, NOW)
        returns.send_back(session, REPORT, submission, "thieu bieu", moved.date(), CHI, moved)
    else:
        session.add(
            Extension(assignment_id=number, asked_at=NOW, decided_at=moved, decided_by=CHI, last_day=LAPSES.date())
        )
        session.flush()
    assert receipts.live(session, [number], moved) == {}
    assert len(receive(session, REPORT, after=timedelta(hours=2))) == 1
    assert receipts.live(session, [number], moved + timedelta(hours=1)).keys() == {number}


def test_two_who_press_at_once_give_one_receipt(engine: Engine) -> None:
    start = Barrier(2)

    def press(person: int) -> int:
        start.wait()
        with unit_of_work(engine) as session:
            return len(receive(session, REPORT, by=person))

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(press, (BINH, CHI))) == [0, 1]
    with unit_of_work(engine) as session:
        assert session.exec(select(func.count()).select_from(Receipt)).one() == 1


def test_several_pieces_of_evidence_each_once_and_not_too_many(session: Session) -> None:
    kept = submissions.record(session, REPORT, BINH, NOW)
    assert evidence.pieces(kept) == []
    for number in (1, 1, 2, 3, 4, 5):
        kept = evidence.add(session, kept, {**LINK, "value": f"https://vanban.example/{number}"}, BINH, NOW)
    assert [piece["value"][-1] for piece in evidence.pieces(kept)] == ["1", "2", "3", "4", "5"]
    with pytest.raises(evidence.TooMuch):
        evidence.add(session, kept, {**LINK, "value": "https://vanban.example/6"}, BINH, NOW)
    acts = [entry.act for entry in journal.entries(session, GIA_LAI, "21607")]
    assert acts == [*["evidence_added"] * 5, "submitted"]
    assert "vanban.example" not in str([entry.detail for entry in journal.entries(session, GIA_LAI)])


def test_a_level_is_told_once_for_each_deadline(session: Session) -> None:
    number = assignments.number(session, REPORT)
    escalations.tell(session, [(number, "2026-05-07", "list")], NOW)
    escalations.tell(session, [(number, "2026-05-07", "list"), (number, "2026-05-12", "list")], LAPSES)
    assert escalations.told(session, [number]) == {(number, "2026-05-07", "list"), (number, "2026-05-12", "list")}
    assert [(one.id, one.ends_at, one.at) for one in escalations.listed(session, GIA_LAI)] == [
        (REPORT, "2026-05-12", LAPSES),
        (REPORT, "2026-05-07", NOW),
    ]


def test_an_answer_takes_a_unit_off_the_list(session: Session) -> None:
    rungs = [(assignments.number(session, id), "2026-05-07", "list") for id in (REPORT, MEETING)]
    receive(session, REPORT)
    escalations.tell(session, rungs, NOW + timedelta(hours=1))
    assert {one.id for one in escalations.listed(session, GIA_LAI)} == {REPORT, MEETING}, "an older receipt is none"
    receive(session, REPORT, after=timedelta(days=3))
    submissions.record(session, MEETING, BINH, NOW)
    assert escalations.listed(session, GIA_LAI) == []
