"""At most one submission stands for an assignment, whoever says so at the same moment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from schedules.plan import AssignmentId
from storage import assignments, journal, submissions
from storage.database import reading, unit_of_work
from storage.submissions import AlreadySubmitted, NotSubmitted
from storage.tables import Person, Submission
from tests.storage.conftest import GIA_LAI, NOW

REPORT = AssignmentId(GIA_LAI, "so-ket", "bao-cao", "21607")
OTHER_PLAN = AssignmentId(GIA_LAI, "tong-ket", "bao-cao", "21607")
ELSEWHERE = AssignmentId("lao-cai", "so-ket", "bao-cao", "02647")
BINH, CHI = 1, 2


@pytest.fixture(autouse=True)
def two_people(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        session.add(Person(id=BINH, display_name="Binh Thu", created_at=NOW))
        session.add(Person(id=CHI, display_name="Chi Thu", created_at=NOW))


def acts(session: Session) -> list[tuple[str, int | None, dict[str, object]]]:
    return [(entry.act, entry.person_id, entry.detail) for entry in journal.entries(session, GIA_LAI, "21607")]


def test_a_submission_says_what_was_stated(session: Session) -> None:
    recorded = submissions.record(session, REPORT, BINH, NOW, "45/BC-UBND", date(2026, 5, 6), date(2026, 5, 5))
    assert submissions.standing_of(session, REPORT) == recorded
    assert (recorded.document_number, recorded.document_on) == ("45/BC-UBND", date(2026, 5, 6))
    assert (recorded.handed_in_on, recorded.recorded_at, recorded.recorded_by) == (date(2026, 5, 5), NOW, BINH)
    assert recorded.assignment_id == assignments.number(session, REPORT)
    stated = {"document_number": "45/BC-UBND", "document_on": "2026-05-06", "handed_in_on": "2026-05-05"}
    assert acts(session) == [("submitted", BINH, stated)]


def test_a_second_one_is_refused_and_names_the_first(session: Session) -> None:
    first = submissions.record(session, REPORT, BINH, NOW)
    with pytest.raises(AlreadySubmitted) as refused:
        submissions.record(session, REPORT, CHI, NOW + timedelta(minutes=1))
    assert refused.value.submission == first
    assert [act for act, _, _ in acts(session)] == ["submitted"]
    assert submissions.record(session, OTHER_PLAN, CHI, NOW).recorded_by == CHI  # the transaction goes on


def test_the_index_alone_would_refuse_it(session: Session) -> None:
    first = submissions.record(session, REPORT, BINH, NOW)
    session.add(Submission(assignment_id=first.assignment_id, recorded_at=NOW, recorded_by=CHI))
    with pytest.raises(IntegrityError):
        session.flush()


def test_of_two_who_confirm_at_the_same_moment_one_wins(engine: Engine) -> None:
    ready = Barrier(2)

    def confirm(person: int) -> str:
        ready.wait()
        with unit_of_work(engine) as session:
            try:
                submissions.record(session, REPORT, person, NOW)
            except AlreadySubmitted as refused:
                return f"already by {refused.submission.recorded_by}"
        return f"recorded by {person}"

    with ThreadPoolExecutor(2) as threads:
        said = set(threads.map(confirm, (BINH, CHI)))
    assert said in ({"recorded by 1", "already by 1"}, {"recorded by 2", "already by 2"})
    with reading(engine) as session:
        assert len(submissions.standing(session, GIA_LAI)) == 1


def test_what_is_withdrawn_stays_on_record_and_may_be_said_again(session: Session) -> None:
    first = submissions.record(session, REPORT, BINH, NOW)
    withdrawn = submissions.withdraw(session, REPORT, CHI, NOW + timedelta(minutes=1))
    assert (withdrawn.id, withdrawn.withdrawn_by) == (first.id, CHI)
    assert withdrawn.withdrawn_at == NOW + timedelta(minutes=1)
    assert submissions.standing_of(session, REPORT) is None
    assert submissions.record(session, REPORT, BINH, NOW + timedelta(minutes=2)).id != first.id
    assert [act for act, _, _ in acts(session)] == ["submitted", "withdrawn", "submitted"]


def test_nothing_stands_nothing_is_withdrawn(session: Session) -> None:
    with pytest.raises(NotSubmitted):
        submissions.withdraw(session, REPORT, BINH, NOW)


def test_a_document_is_added_later(engine: Engine) -> None:
    with unit_of_work(engine) as session:
        recorded = submissions.record(session, REPORT, BINH, NOW)
    later = NOW + timedelta(minutes=3)
    with unit_of_work(engine) as session:
        submissions.add_document(session, recorded, "45/BC-UBND", date(2026, 5, 6), later, CHI)
    with reading(engine) as session:
        standing = submissions.standing_of(session, REPORT)
        assert standing is not None
        assert (standing.document_number, standing.document_on) == ("45/BC-UBND", date(2026, 5, 6))
        stated = {"document_number": "45/BC-UBND", "document_on": "2026-05-06"}
        assert acts(session) == [("document_added", CHI, stated), ("submitted", BINH, {})]


def test_standing_is_asked_by_organisation_or_plan(session: Session) -> None:
    for id in (REPORT, OTHER_PLAN, ELSEWHERE):
        submissions.record(session, id, BINH, NOW)
    submissions.withdraw(session, OTHER_PLAN, BINH, NOW)
    assert submissions.standing(session, GIA_LAI).keys() == {REPORT}
    assert submissions.standing(session, GIA_LAI, "tong-ket") == {}
    assert submissions.standing(session, "lao-cai", "so-ket").keys() == {ELSEWHERE}
