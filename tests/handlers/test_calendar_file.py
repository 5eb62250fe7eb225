"""The calendar file: read again by the library, for officers, coordinators and with a deadline that has moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, time, timedelta
from typing import Any

from icalendar import Calendar
from sqlmodel import select

from handlers.vocabulary import Shows
from schedules.plan import AssignmentId
from storage import assignments
from storage.database import unit_of_work
from storage.tables import Extension, Person
from tests.handlers.conversation import Conversation
from tests.handlers.small_plans import BINH_THU, NOI_VU, SO_KET, TAI_CHINH, VI_DU, small_plans
from tests.small_plans import at

REPORT = AssignmentId(VI_DU, "so-ket", "bao-cao", BINH_THU)


def events(conversation: Conversation, who: str) -> dict[str, Any]:
    """Ask for the file and return its entries by title."""
    (file,) = conversation.say(who, "/lich").reply.attachments
    assert (file.name, file.media_type) == ("Nhac-viec.ics", "text/calendar")
    assert all(len(line) <= 75 for line in file.content.split(b"\r\n"))
    return {str(event["summary"]): event for event in Calendar.from_ical(file.content).walk("VEVENT")}


def test_an_officers_deadlines_and_meetings(conversation: Conversation) -> None:
    conversation.join("nghiem", "Nguyễn Thử Nghiệm", "officer", VI_DU, BINH_THU)
    found = events(conversation, "nghiem")
    assert list(found) == [
        "Hạn: Báo cáo sơ kết 01 năm thí điểm",
        "Hội nghị sơ kết của tỉnh",
        "Hạn: Tổ chức hội nghị sơ kết",
    ]
    report = found["Hạn: Báo cáo sơ kết 01 năm thí điểm"]
    assert (report["dtstart"].dt, report["dtend"].dt) == (date(2026, 5, 6), date(2026, 5, 7))
    assert str(report["description"]).splitlines() == [
        "Đơn vị: UBND xã Bình Thử",
        "Kế hoạch số 12/KH-UBND ngày 22/4/2026 của Ủy ban nhân dân tỉnh Ví Dụ: Tổ chức sơ kết 01 năm thí điểm",
        "Thời hạn trong văn bản: trước ngày 07/5/2026",
        "Nơi nhận: Ủy ban nhân dân tỉnh (qua Sở Nội vụ)",
    ]
    assert str(report["uid"]) == "tinh-vi-du.so-ket.bao-cao.90001@nhac-viec"
    rings = [alarm["trigger"].dt for alarm in report.walk("VALARM")]
    assert rings == [timedelta(hours=-16, minutes=-30), timedelta(hours=7, minutes=30)]


def test_an_extension_moves_the_entry_and_keeps_its_id(conversation: Conversation) -> None:
    conversation.join("nghiem", "Nguyễn Thử Nghiệm", "officer", VI_DU, BINH_THU)
    before = events(conversation, "nghiem")["Hạn: Báo cáo sơ kết 01 năm thí điểm"]
    with unit_of_work(conversation.engine) as session:
        by = session.exec(select(Person.id)).first()
        session.add(
            Extension(
                assignment_id=assignments.number(session, REPORT),
                asked_by=by,
                asked_at=conversation.now,
                decided_at=conversation.now,
                decided_by=by,
                last_day=date(2026, 5, 12),
            )
        )
    conversation.now += timedelta(minutes=5)
    after = events(conversation, "nghiem")["Hạn: Báo cáo sơ kết 01 năm thí điểm"]
    assert after["dtstart"].dt == date(2026, 5, 12)
    assert "Đã gia hạn đến 12/5/2026" in str(after["description"])
    assert str(after["uid"]) == str(before["uid"])
    assert int(after["sequence"]) > int(before["sequence"])
    conversation.join("dieu", "Lê Điều Phối", "coordinator", VI_DU, NOI_VU)
    (file,) = conversation.say("dieu", "/lich").reply.attachments
    same_task = [one for one in Calendar.from_ical(file.content).walk("VEVENT") if "01 năm thí điểm" in one["summary"]]
    assert [one["dtstart"].dt for one in same_task] == [date(2026, 5, 6), date(2026, 5, 12)]
    assert len({str(one["uid"]) for one in same_task}) == 2


def test_a_coordinator_gets_each_task_once(conversation: Conversation) -> None:
    conversation.join("dieu", "Lê Điều Phối", "coordinator", VI_DU, NOI_VU)
    found = events(conversation, "dieu")
    report = found["Hạn: Báo cáo sơ kết 01 năm thí điểm"]
    assert "Số đơn vị phải thực hiện: 4" in str(report["description"])
    assert {"Hạn: Tổ chức hội nghị sơ kết", "Hạn: Báo cáo tham luận", "Hội nghị sơ kết của tỉnh"} <= set(found)


def test_what_is_past_or_handed_in_is_left_out(conversation: Conversation) -> None:
    conversation.join("tai", "Đỗ Thị Tài", "officer", VI_DU, TAI_CHINH)
    assert "Hạn: Báo cáo tham luận" in events(conversation, "tai")
    conversation.now = at("6/5 08:00")
    assert list(events(conversation, "tai")) == ["Hạn: Báo cáo sơ kết 01 năm thí điểm", "Hội nghị sơ kết của tỉnh"]


def test_where_no_file_can_be_given_its_entries_are_told(conversation: Conversation) -> None:
    conversation.join("nghiem", "Nguyễn Thử Nghiệm", "officer", VI_DU, BINH_THU)
    conversation.shows = Shows(files=False)
    shown = conversation.say("nghiem", "/lich")
    assert (shown.keys, shown.reply.attachments) == (["calendar-not-here"], ())
    assert "– thứ Tư 06/5/2026: Hạn: Báo cáo sơ kết 01 năm thí điểm" in shown.words
    assert "– thứ Sáu 08/5/2026: Hội nghị sơ kết của tỉnh" in shown.words


def test_a_deadline_at_an_hour_is_a_moment(conversation: Conversation) -> None:
    conversation.plans = small_plans(replace(SO_KET, closes=time(17)))
    conversation.join("nghiem", "Nguyễn Thử Nghiệm", "officer", VI_DU, BINH_THU)
    report = events(conversation, "nghiem")["Hạn: Báo cáo sơ kết 01 năm thí điểm"]
    assert report["dtstart"].dt == at("6/5 17:00").astimezone(UTC)
    assert "dtend" not in report
