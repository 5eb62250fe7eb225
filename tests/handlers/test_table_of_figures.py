"""The coordinator's table: a row for each expected assignment, with all that happened, adding up to /tiendo."""

from __future__ import annotations

from datetime import date, timedelta

from sqlmodel import Session

from handlers.figures.figures import Figures, Standing
from handlers.figures.table_of_figures import Row, Table, joined, table
from schedules.plan import AssignmentId
from storage import assignments, outbox, submissions
from storage.database import unit_of_work
from storage.tables import Chat, Extension, Outbox, OutboxState, Person, Receipt, Return
from tests.handlers.conftest import MONDAY
from tests.handlers.conversation import Conversation
from tests.handlers.small_plans import AN_MAU, BINH_THU, SO_KET, TAI_CHINH, THU_NGHIEM, VI_DU

DAY = timedelta(days=1)
NOW = MONDAY


def assignment(unit: str, task: str = "bao-cao") -> AssignmentId:
    return AssignmentId(VI_DU, "so-ket", task, unit)


def of(found: Table, unit: str, task: str = "bao-cao") -> Row:
    (row,) = [row for row in found.rows if (row.unit_id, row.task.id) == (unit, task)]
    return row


def somebody(session: Session, name: str = "Nguyễn Thử Nhất") -> int:
    person = Person(display_name=name, created_at=NOW)
    session.add(person)
    session.flush()
    assert person.id
    return person.id


def test_one_row_for_each_expected_assignment(conversation: Conversation) -> None:
    organisation, now = conversation.plans.organisations[VI_DU], conversation.now
    with unit_of_work(conversation.engine) as session:
        whole = table(session, organisation, None, now)
        one = table(session, organisation, SO_KET, now)
    assert [(row.task.id, row.unit_id) for row in one.rows] == [
        ("tham-luan", TAI_CHINH),
        ("bao-cao", TAI_CHINH),
        ("bao-cao", BINH_THU),
        ("bao-cao", AN_MAU),
        ("bao-cao", THU_NGHIEM),
        ("hoi-nghi", BINH_THU),
        ("hoi-nghi", AN_MAU),
        ("tong-hop", "so-noi-vu"),
        ("gop-y", AN_MAU),
    ]
    assert one.figures == Figures(open=9)
    assert len(whole.rows) == whole.figures.expected > 9
    first = of(one, BINH_THU)
    assert (first.unit, first.kind, first.groups) == ("UBND xã Bình Thử", "commune", ("UBND các xã, phường",))
    assert (first.phrase, first.last_day, first.standing) == ("trước ngày 07/5/2026", date(2026, 5, 6), Standing.OPEN)
    awaited = of(one, AN_MAU, "gop-y")
    assert (awaited.phrase, awaited.last_day) == ("Tuần 4 tháng 4/2026", None)


def test_a_row_tells_all_that_happened(conversation: Conversation) -> None:
    organisation, now = conversation.plans.organisations[VI_DU], conversation.now
    with unit_of_work(conversation.engine) as session:
        person = somebody(session)
        chat = Chat(channel="telegram", address="1", person_id=person)
        session.add(chat)
        number = assignments.number(session, assignment(BINH_THU))
        first = submissions.record(session, assignment(BINH_THU), person, now)
        submissions.withdraw(session, assignment(BINH_THU), person, now + DAY)
        session.add(
            Return(
                assignment_id=number,
                submission_id=first.id or 0,
                reason="thiếu phụ lục",
                last_day=date(2026, 5, 12),
                returned_at=now + DAY,
                returned_by=person,
            )
        )
        again = submissions.record(
            session, assignment(BINH_THU), person, now + 2 * DAY, "45/BC-UBND", date(2026, 5, 5), date(2026, 5, 6)
        )
        again.evidence = {"kind": "link", "value": "https://example.org/45", "name": "", "channel": "telegram"}
        session.add(Receipt(assignment_id=number, person_id=person, received_at=now, lapses_at=now + DAY))
        extended = assignments.number(session, assignment(AN_MAU))
        granted = {"asked_at": now, "decided_at": now, "decided_by": person, "last_day": date(2026, 5, 20)}
        session.add(Extension(assignment_id=extended, **granted))
        asking = assignments.number(session, assignment(TAI_CHINH))
        session.add(Extension(assignment_id=asking, asked_by=person, asked_at=now, asked_day=date(2026, 5, 11)))
        session.flush()
        values = {"chat_id": chat.id or 0, "organisation": VI_DU, "about": {"items": [{"assignment": asking}]}}
        outbox.put(session, kind="bundle", cause="1", urgent_at=now, not_before=now, **values)
        session.get_one(Outbox, 1).sent_at, session.get_one(Outbox, 1).state = now, OutboxState.SENT
        found = table(session, organisation, SO_KET, now + 10 * DAY)
    handed = of(found, BINH_THU)
    assert (handed.standing, handed.rounds, handed.returns, handed.return_reason) == (
        Standing.ON_TIME,
        2,
        1,
        "thiếu phụ lục",
    )
    assert (handed.document_number, handed.document_on, handed.handed_in_on) == (
        "45/BC-UBND",
        date(2026, 5, 5),
        date(2026, 5, 6),
    )
    assert (handed.evidence, handed.recorded_by, handed.by_office) == (
        "https://example.org/45",
        "Nguyễn Thử Nhất",
        False,
    )
    assert (handed.received_at, handed.submitted_at) == (now, now + 2 * DAY)
    assert handed.is_submitted
    assert not handed.waits_after_return
    later = of(found, AN_MAU)
    assert (later.extended_until, later.last_day, later.standing) == (date(2026, 5, 20), date(2026, 5, 20), "open")
    asked = of(found, TAI_CHINH)
    assert (asked.asks_extension, asked.asked_until, asked.reminded_at) == (True, date(2026, 5, 11), now)
    assert found.figures == Figures(on_time=1, open=3, overdue=5)


def test_tables_are_joined(conversation: Conversation) -> None:
    organisation, now = conversation.plans.organisations[VI_DU], conversation.now
    with unit_of_work(conversation.engine) as session:
        each = [table(session, organisation, plan, now) for plan in organisation.plans.values()]
        whole = table(session, organisation, None, now)
    assert joined(each, now) == whole
