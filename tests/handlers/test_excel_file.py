"""The coordinator's table as .xlsx: opened again by openpyxl and by LibreOffice, adding up to /tiendo."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from handlers import kept_replies
from handlers.belonging import Followed
from handlers.figures.status_state import state_of, waiting
from handlers.vocabulary import Attachment, Shows
from schedules.plan import AssignmentId
from storage import assignments, submissions
from storage.database import reading, unit_of_work
from storage.tables import Extension, Person
from tests.handlers.conversation import NO_BUTTONS, Conversation
from tests.handlers.small_plans import AN_MAU, BINH_THU, NOI_VU, SO_KET, TAI_CHINH, THU_NGHIEM, VI_DU

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEADS = 5  # the line of the columns' titles
WEDNESDAY = timedelta(days=2)  # 06/5: the last day of the report
FORMULA = "=1+1/BC"


@pytest.fixture
def told(conversation: Conversation) -> Conversation:
    """Let one unit hand in, one in time by its word, one ask for time and one be given it; it is Friday then."""
    conversation.join("phoi", "Lê Điều Phối", "coordinator", VI_DU, NOI_VU)
    with unit_of_work(conversation.engine) as session:
        person = Person(display_name="=HYPERLINK(1)", created_at=conversation.now)
        session.add(person)
        session.flush()
        by, now = person.id or 0, conversation.now
        submissions.record(session, report(BINH_THU), by, now, FORMULA, date(2026, 5, 4))
        later = now + timedelta(days=3)
        submissions.record(session, report(AN_MAU), by, later, None, None, date(2026, 5, 5))
        submissions.record(session, report(THU_NGHIEM), by, later)
        granted = {"asked_at": now, "decided_at": now, "decided_by": by, "last_day": date(2026, 5, 20)}
        tax = assignments.number(session, report(TAI_CHINH))
        session.add(Extension(assignment_id=tax, asked_by=by, **granted))
    conversation.now += timedelta(days=4)
    return conversation


def report(unit: str) -> AssignmentId:
    return AssignmentId(VI_DU, SO_KET.id, "bao-cao", unit)


def file_of(conversation: Conversation) -> Attachment:
    (file,) = conversation.say("phoi", "/baocao").reply.attachments
    return file


def opened(file: Attachment) -> Workbook:
    return load_workbook(io.BytesIO(file.content))


def lines(sheet: Worksheet) -> list[dict[str, Any]]:
    """Return the lines under the titles, by title."""
    titles = [cell.value for cell in sheet[HEADS]]
    return [dict(zip(titles, row, strict=True)) for row in sheet.iter_rows(min_row=HEADS + 1, values_only=True)]


def test_the_file_says_whose_figures_it_has_and_of_when(told: Conversation) -> None:
    file = file_of(told)
    book = opened(file)
    assert (file.name, file.media_type) == ("Tien-do-tinh-vi-du-2026-05-08.xlsx", XLSX)
    assert book.sheetnames == ["Tổng hợp", "Chi tiết"]
    for sheet in book:
        assert sheet["A1"].value == "Ủy ban nhân dân tỉnh Ví Dụ"
        assert sheet["A2"].value == "Cơ quan thường trực: Sở Nội vụ"
        assert sheet["A3"].value.startswith("Số liệu tính đến 08:00 thứ Sáu 08/5/2026. Đã nộp 3/")
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == "$5:$5"
    assert book.properties.title == "Bảng theo dõi tiến độ của Ủy ban nhân dân tỉnh Ví Dụ"
    assert book.properties.created == datetime(2026, 5, 8, 8, 0)  # noqa: DTZ001 - as the clock on the wall shows it
    details = book["Chi tiết"]
    assert (details.freeze_panes, details.auto_filter.ref) == ("B6", f"A5:AF{details.max_row}")


def test_the_totals_are_those_of_tiendo(told: Conversation) -> None:
    book = opened(file_of(told))
    organisation = told.plans.organisations[VI_DU]
    with reading(told.engine) as session:
        states = [state_of(session, Followed(organisation, plan), told.now) for plan in organisation.plans.values()]
        waits = [waiting(session, state) for state in states]
    totals = [line for line in lines(book["Tổng hợp"]) if line["Nhiệm vụ"] in ("Cộng", "Tổng cộng")]
    of_plans = [state.figures for state in states]
    wanted = [*of_plans, sum(of_plans[1:], of_plans[0])]
    classes = ("Phải nộp", "Đã nộp", "Đúng hạn", "Muộn", "Còn trong hạn", "Quá hạn", "Đúng hạn theo lời đơn vị")
    assert [tuple(line[name] for name in classes) for line in totals] == [
        (one.expected, one.submitted, one.on_time, one.late, one.open, one.overdue, one.by_word) for one in wanted
    ]
    assert [line["Tỷ lệ nộp"] for line in totals] == pytest.approx([one.percent / 100 for one in wanted])
    assert [line["Đã gia hạn"] for line in totals] == [*(one.extended for one in waits), 1]
    assert wanted[0].by_word == wanted[0].late == 1  # not a table of zeros


def test_a_period_is_called_by_its_last_day(told: Conversation) -> None:
    book = opened(file_of(told))
    monthly = [line for line in lines(book["Chi tiết"]) if line["Nhiệm vụ"] == "Báo cáo tháng"]
    assert [f"{line['Kỳ']:%d/%m}" for line in monthly] == ["19/03", "19/04"]
    named = [line["Nhiệm vụ"] for line in lines(book["Tổng hợp"]) if "Báo cáo tháng" in str(line["Nhiệm vụ"])]
    assert named == [f"Báo cáo tháng (hạn 19/{month}/2026)" for month in ("03", "04")]


def test_every_total_is_the_sum_of_its_lines(told: Conversation) -> None:
    book = opened(file_of(told))
    summary, details = lines(book["Tổng hợp"]), lines(book["Chi tiết"])
    tasks = [line for line in summary if str(line["TT"] or "").isdigit()]
    (whole,) = [line for line in summary if line["Nhiệm vụ"] == "Tổng cộng"]
    names = ("Đúng hạn", "Muộn", "Còn trong hạn", "Quá hạn")
    assert whole["Phải nộp"] == len(details) == sum(line["Phải nộp"] for line in tasks)
    for name in names:
        assert whole[name] == sum(line[name] for line in tasks)
        assert whole[name] == sum(line["Tình trạng"] == name for line in details)
    assert sum(whole[name] for name in names) == whole["Phải nộp"]


def test_a_line_has_every_field_in_its_kind(told: Conversation) -> None:
    details = opened(file_of(told))["Chi tiết"]
    mine = [line for line in lines(details) if line["Mã đơn vị"] == BINH_THU and "Báo cáo" in line["Nhiệm vụ"]]
    (handed,) = mine
    assert handed["Đơn vị"] == "UBND xã Bình Thử"
    assert handed["Thời hạn trong văn bản"] == "trước ngày 07/5/2026"
    assert handed["Ngày cuối"] == datetime(2026, 5, 6)  # noqa: DTZ001 - a day of the file
    assert handed["Xác nhận nộp lúc"] == datetime(2026, 5, 4, 8, 0)  # noqa: DTZ001 - as the wall shows it
    assert handed["Tình trạng"] == "Đúng hạn"
    assert handed["Nhóm đơn vị"] == "UBND các xã, phường"
    by_title = {cell.value: cell.column for cell in details[HEADS]}
    row = next(row for row in details.iter_rows(min_row=HEADS + 1) if row[by_title["Mã đơn vị"] - 1].value == BINH_THU)
    shapes = {title: row[by_title[title] - 1].number_format for title in ("Mã đơn vị", "Ngày cuối", "Xác nhận nộp lúc")}
    assert shapes == {"Mã đơn vị": "@", "Ngày cuối": "dd/mm/yyyy", "Xác nhận nộp lúc": "dd/mm/yyyy hh:mm"}
    assert all(cell.alignment.wrap_text for cell in row if cell.value)


def test_what_looks_like_a_formula_stays_a_text(told: Conversation) -> None:
    cells = [cell for row in opened(file_of(told))["Chi tiết"].iter_rows() for cell in row]
    assert [cell.value for cell in cells if cell.data_type == "f"] == []
    risky = {cell.value for cell in cells if isinstance(cell.value, str) and cell.value.startswith("=")}
    assert risky == {FORMULA, "=HYPERLINK(1)"}
    assert all(cell.quotePrefix for cell in cells if cell.value in risky)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it(told: Conversation, tmp_path: Path) -> None:
    file = file_of(told)
    (tmp_path / file.name).write_bytes(file.content)
    shape = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    command = ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    ran = subprocess.run(
        [*command, "--convert-to", shape, "--outdir", str(tmp_path), str(tmp_path / file.name)],
        capture_output=True,
        text=True,
        timeout=80,
        check=False,
    )
    made = {path.stem.rpartition("-")[2]: path for path in tmp_path.glob("*.csv")}
    if not made and "could not be loaded" in ran.stderr:
        pytest.skip("LibreOffice is installed without Calc")
    with made["Tổng hợp"].open(encoding="utf-8", newline="") as text:
        total = next(row for row in csv.reader(text) if row[1] == "Tổng cộng")
    whole = next(line for line in lines(opened(file)["Tổng hợp"]) if line["Nhiệm vụ"] == "Tổng cộng")
    assert total[3:5] == [str(whole["Phải nộp"]), str(whole["Đã nộp"])]
    with made["Chi tiết"].open(encoding="utf-8", newline="") as text:
        read = list(csv.reader(text))
    assert len(read) == HEADS + whole["Phải nộp"]
    assert FORMULA in [value for row in read for value in row]


def test_behind_a_link_it_names_no_person(told: Conversation) -> None:
    links: list[Attachment] = []

    def link(_session: object, file: Attachment, _now: datetime) -> str:
        links.append(file)
        return f"https://example.test/{file.name}"

    told.shows = Shows(files=False, link=link)
    shown = told.say("phoi", "/baocao")
    assert "https://example.test/Tien-do-tinh-vi-du-2026-05-08.xlsx" in shown.words
    titles = [cell.value for cell in opened(links[0])["Chi tiết"][HEADS]]
    assert "Người xác nhận" not in titles
    assert "Minh chứng" in titles


def test_where_no_file_can_be_given_the_figures_are_told(told: Conversation) -> None:
    told.shows = replace(NO_BUTTONS, files=False)
    shown = told.say("phoi", "/baocao")
    assert shown.keys[:3] == ["excel-not-here", "status-moment", "status-plan"]
    assert "Báo cáo sơ kết 01 năm thí điểm\nĐã nộp 3/4 (75%): đúng hạn 2, muộn 1" in shown.words
    assert shown.reply.attachments == ()


def test_the_kept_reply_holds_the_same_file(told: Conversation) -> None:
    reply = told.say("phoi", "/baocao").reply
    assert kept_replies.from_json(kept_replies.to_json(reply)) == reply
