"""Returning, accepting and recording: one act wins, every round stays, what was taken back stands as before."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlmodel import Session

from schedules.plan import AssignmentId
from storage import accepting, journal, recording, returns, submissions
from storage.recording import Stated
from storage.tables import Submission
from tests.storage.conftest import GIA_LAI, NOW, Office

REPORT = AssignmentId(GIA_LAI, "so-ket", "bao-cao", "21607")
OTHER = AssignmentId(GIA_LAI, "so-ket", "bao-cao", "21610")
LAST_DAY = date(2026, 5, 11)
LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def by(office: Office) -> int:
    assert office.person.id is not None
    return office.person.id


@pytest.fixture
def submitted(session: Session, by: int) -> Submission:
    return submissions.record(session, REPORT, by, NOW, "45/BC-UBND")


def acts(session: Session) -> list[str]:
    return [entry.act for entry in journal.entries(session, GIA_LAI, unit=REPORT.unit) if entry.act != "joined"][::-1]


def test_a_returned_submission_is_withdrawn_and_moves_the_deadline(
    session: Session, submitted: Submission, by: int
) -> None:
    made = returns.send_back(session, REPORT, submitted, "thiếu phụ lục", LAST_DAY, by, LATER)
    assert submissions.standing_of(session, REPORT) is None
    assert returns.waiting(session, GIA_LAI) == {REPORT: made}
    assert returns.of_submission(session, submitted.id or 0) == made
    with pytest.raises(returns.NotStanding):
        returns.send_back(session, REPORT, submitted, "lần hai", LAST_DAY, by, LATER)
    assert acts(session) == ["submitted", "returned"]


def test_every_round_stays(session: Session, submitted: Submission, by: int) -> None:
    first = returns.send_back(session, REPORT, submitted, "thiếu phụ lục", LAST_DAY, by, NOW)
    again = submissions.record(session, REPORT, by, LATER, "46/BC-UBND")
    rounds = [(one.document_number, returns.of_submission(session, one.id or 0)) for one in (submitted, again)]
    assert rounds == [("45/BC-UBND", first), ("46/BC-UBND", None)]
    assert submitted.recorded_at == NOW
    assert returns.count(session, again.assignment_id) == 1
    assert returns.waiting(session, GIA_LAI) == {}


def test_an_undone_return_lets_the_submission_stand_again(session: Session, submitted: Submission, by: int) -> None:
    made = returns.send_back(session, REPORT, submitted, "nhầm", LAST_DAY, by, NOW)
    assert returns.undo(session, REPORT, made, by, LATER).withdrawn_at is None
    assert submissions.standing_of(session, REPORT) == submitted
    assert returns.count(session, submitted.assignment_id) == 0
    with pytest.raises(returns.NotUndoable):
        returns.undo(session, REPORT, made, by, LATER)
    assert acts(session) == ["submitted", "returned", "return_undone"]


def test_a_return_is_not_undone_under_a_new_submission(session: Session, submitted: Submission, by: int) -> None:
    made = returns.send_back(session, REPORT, submitted, "nhầm", LAST_DAY, by, NOW)
    submissions.record(session, REPORT, by, LATER)
    with pytest.raises(returns.NotUndoable):
        returns.undo(session, REPORT, made, by, LATER)


def test_what_is_accepted_is_accepted_once(session: Session, submitted: Submission, by: int) -> None:
    other = submissions.record(session, OTHER, by, NOW)
    both = [submitted.id or 0, other.id or 0]
    assert [one.id for _, one in accepting.to_accept(session, GIA_LAI, "so-ket")] == both
    assert [one.id for one in accepting.accept(session, both, by, LATER)] == both
    assert accepting.accept(session, both, by, LATER) == []
    assert accepting.to_accept(session, GIA_LAI, "so-ket") == []
    together = accepting.accepted_together(session, both[0], both[1])
    assert [one.id for one in together] == both
    accepting.undo(session, together, by, LATER)
    assert accepting.accepted_together(session, both[0], both[1]) == []
    assert acts(session) == ["submitted", "accepted", "acceptance_undone"]


def test_what_was_withdrawn_is_not_accepted(session: Session, submitted: Submission, by: int) -> None:
    submissions.withdraw(session, REPORT, by, NOW)
    assert accepting.accept(session, [submitted.id or 0], by, LATER) == []


def test_the_office_records_what_does_not_stand_yet(session: Session, submitted: Submission, by: int) -> None:
    said = {REPORT: Stated("1/BC"), OTHER: Stated("2/BC", date(2026, 5, 3), date(2026, 5, 4))}
    (made,) = recording.record_many(session, said, by, LATER)
    assert (made.by_office, made.document_number, made.handed_in_on) == (True, "2/BC", date(2026, 5, 4))
    assert submissions.standing_of(session, REPORT) == submitted
    together = recording.recorded_together(session, made.id or 0, made.id or 0)
    assert together == [made]
    recording.undo(session, together, by, LATER)
    assert submissions.standing_of(session, OTHER) is None
    assert recording.recorded_together(session, made.id or 0, made.id or 0) == []
    told = [entry.act for entry in journal.entries(session, GIA_LAI, unit=OTHER.unit)]
    assert told == ["recording_undone", "recorded_for_unit"]


def test_a_unit_s_own_word_is_no_record_of_the_office(session: Session, submitted: Submission) -> None:
    assert recording.recorded_together(session, submitted.id or 0, submitted.id or 0) == []
