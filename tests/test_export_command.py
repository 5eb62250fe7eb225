"""``export``: the table of an organisation in a file, or one sentence that says why not."""

from __future__ import annotations

import io
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.clock import real_now
from schedules.plan import AssignmentId
from storage import submissions
from storage.database import open_database, unit_of_work
from storage.marks import set_mark
from storage.tables import Person
from tests.commanding import SHIPPED, Shell, said

VI_DU = ("--organisation", "tinh-vi-du")


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def begin(shell: Shell, **marks: str) -> None:
    """Make the database of a bot that somebody has answered."""
    engine = open_database(f"sqlite:///{shell.file}")
    with unit_of_work(engine) as session:
        person = Person(display_name="Nguyễn Thử Nhất", created_at=real_now() - timedelta(days=1))
        session.add(person)
        session.flush()
        report = AssignmentId("tinh-vi-du", "so-ket", "bao-cao", "90001")
        submissions.record(session, report, person.id or 0, real_now())
        for name, value in marks.items():
            set_mark(session, name.replace("_", "-"), value)
    engine.dispose()


def test_the_table_is_written(shell: Shell) -> None:
    begin(shell)
    to = shell.folder / "tien-do.xlsx"
    to.write_text("an older file")
    result = shell.run("export", *VI_DU, "--to", str(to))
    assert (result.exit_code, result.stderr) == (0, "")
    book = load_workbook(io.BytesIO(to.read_bytes()))
    details = book["Chi tiết"]
    count = details.max_row - 5
    assert result.stdout == f"Đã ghi {count} việc của Ủy ban nhân dân tỉnh Ví Dụ vào {to}.\n"
    assert f"Đã nộp 1/{count}" in details["A3"].value
    assert "Nguyễn Thử Nhất" in [cell.value for row in details.iter_rows() for cell in row]
    assert stat.S_IMODE(to.stat().st_mode) == 0o600
    assert [path.name for path in shell.folder.iterdir() if "tien-do" in path.name] == ["tien-do.xlsx"]


def test_a_rehearsal_is_told_at_its_own_moment(shell: Shell) -> None:
    from bot.house import SERVES
    from storage.marks import LAST_MOMENT

    begin(shell, **{SERVES: "rehearsal", LAST_MOMENT: "2026-05-07T08:00:00+07:00"})
    to = shell.folder / "tien-do.xlsx"
    assert shell.run("export", *VI_DU, "--to", str(to)).exit_code == 0
    assert "tính đến 08:00 thứ Năm 07/5/2026" in load_workbook(to)["Tổng hợp"]["A3"].value


def test_a_database_that_is_not_there_is_not_made(shell: Shell) -> None:
    wrong = said(shell.run("export", *VI_DU, "--to", str(shell.folder / "a.xlsx")))
    assert wrong.startswith(f"Chưa có cơ sở dữ liệu {shell.file}.")
    assert list(shell.folder.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        (
            ("--organisation", "tinh-nao", "--to", "a.xlsx"),
            "Không có cơ quan “tinh-nao”; hiện có: tinh-vi-du, tinh-khac.",
        ),
        (("--to", "a.xlsx"), "Đề nghị nêu cơ quan bằng --organisation; hiện có: tinh-vi-du, tinh-khac."),
        ((*VI_DU, "--to", "a.csv"), "“a.csv” phải có đuôi .xlsx."),
        ((*VI_DU, "--to", "/khong-co/a.xlsx"), "Không có thư mục /khong-co."),
    ],
    ids=["unknown organisation", "which organisation", "another kind", "no folder"],
)
def test_what_cannot_be_done_is_said(shell: Shell, words: tuple[str, ...], wrong: str) -> None:
    begin(shell)
    assert said(shell.run("export", *words)) == wrong


def test_a_broken_plan_is_told_with_its_problems(shell: Shell) -> None:
    broken = shell.folder / "plans.yaml"
    broken.write_text("version: 1\norganisations: []\nnonsense: 1\n", "utf-8")
    shell.settings["PLANS_FILE"] = str(broken)
    assert "còn lỗi ở trên" in said(shell.run("export", *VI_DU, "--to", str(shell.folder / "a.xlsx")))


def test_the_shipped_plans_can_be_exported(shell: Shell) -> None:
    begin(shell)
    shell.settings["PLANS_FILE"] = str(SHIPPED)
    to = shell.folder / "gia-lai.xlsx"
    assert shell.run("export", "--organisation", "gia-lai", "--to", str(to)).exit_code == 0
    assert load_workbook(to)["Chi tiết"].max_row > 300
