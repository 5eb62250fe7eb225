"""``plan``: history, diff, apply and roll-back at the command line, beside a bot that runs and without one."""

from __future__ import annotations

import asyncio
import json
import textwrap
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.house import House
from tests.commanding import Shell, said
from tests.live import ADMIN, MOVED, RENAMED, TWO, Live, live, restart, stop
from tests.small_plans import SMALL
from tests.test_rounds import opened, plans_file

__all__ = ["opened", "plans_file"]  # fixtures


@pytest.fixture
def shell(plans_file: Path) -> Shell:
    return Shell(plans_file.parent, {"PLANS_FILE": str(plans_file), "COLUMNS": "200"})


async def begun(plans_file: Path, opened: list[House]) -> Live:
    here = live(plans_file, opened)
    await here.round("22/4 07:30")
    return here


async def test_history_tells_who_when_why_and_what(plans_file: Path, opened: list[House], shell: Shell) -> None:
    here = await begun(plans_file, opened)
    plans_file.write_text(MOVED, "utf-8")
    (asked,) = here.alarms(await here.round("22/4 09:00"))
    here.press(asked, "ghi lý do")
    here.send(ADMIN, "Theo Công văn số 15/SNV")
    await here.round("22/4 09:05")
    found = json.loads(shell.run("plan", "history", "--format", "json").stdout)
    assert [(one["number"], one["state"], one["origin"], one["by"]) for one in found] == [
        (2, "ran", "file", "Cán bộ Thử admin"),
        (1, "ran", "file", None),
    ]
    assert found[0]["why"] == "Theo Công văn số 15/SNV"
    assert found[0]["effects"]["tinh-thu"]["sent"] == 1
    table = shell.run("plan", "history").stdout
    for words in ("đã chạy", "22/04/2026 09:05", "Cán bộ Thử admin (sửa tệp)", "Lý do: Theo Công văn số 15/SNV"):
        assert words in table


async def test_history_says_whose_yes_is_missing(plans_file: Path, opened: list[House], shell: Shell) -> None:
    here = await begun(plans_file, opened)
    plans_file.write_text(MOVED, "utf-8")
    await here.round("22/4 09:00")
    shown = shell.run("plan", "history").stdout
    assert "Chờ ý kiến: Ủy ban nhân dân tỉnh Thử" in shown
    assert "Bản đầu tiên" in shown
    assert "Không có thay đổi" not in shown


async def test_diff_of_the_running_version_and_the_file(plans_file: Path, opened: list[House], shell: Shell) -> None:
    await begun(plans_file, opened)
    assert "Không có thay đổi" in shell.run("plan", "diff").stdout
    plans_file.write_text(MOVED, "utf-8")
    shown = shell.run("plan", "diff", "--lines").stdout
    assert "→ “trước ngày 15/5/2026” (hết thứ Năm 14/5/2026)" in shown
    assert "-            deadline: trước ngày 07/5/2026" in shown
    assert "+            deadline: trước ngày 15/5/2026" in shown


async def test_diff_of_two_versions(plans_file: Path, opened: list[House], shell: Shell) -> None:
    here = await begun(plans_file, opened)
    plans_file.write_text(MOVED, "utf-8")
    await here.round("22/4 09:00")
    found = json.loads(shell.run("plan", "diff", "1", "2", "--format", "json").stdout)
    assert [one["kind"] for one in found["differences"]] == ["deadline-moved"]
    back = json.loads(shell.run("plan", "diff", "2", "1", "--format", "json").stdout)
    assert back["differences"][0]["after"] == "trước ngày 07/5/2026"
    assert said(shell.run("plan", "diff", "9")) == "Không có bản số 9; xem plan history."


async def test_apply_is_the_yes_of_a_running_bot(plans_file: Path, opened: list[House], shell: Shell) -> None:
    here = await begun(plans_file, opened)
    plans_file.write_text(MOVED, "utf-8")
    await here.round("22/4 09:00")
    done = shell.run("plan", "apply", "--yes", "--why", "Thống nhất qua điện thoại")
    assert "Bot đang chạy áp dụng trong vòng tới" in done.stdout
    told = await here.round("22/4 09:01")
    assert {row.kind for row in told} == {"bundle", "notice"}
    assert here.states() == ["ran", "ran"]
    assert "quản trị (dòng lệnh)" in here.words(next(row for row in told if row.kind == "notice"))
    assert "không có gì để áp dụng" in shell.run("plan", "apply").stdout


async def test_apply_before_the_bot_has_looked(plans_file: Path, opened: list[House], shell: Shell) -> None:
    here = await begun(plans_file, opened)
    stop(here)
    plans_file.write_text(MOVED, "utf-8")
    assert "Bot áp dụng khi khởi động" in shell.run("plan", "apply", "--yes").stdout
    again = restart(plans_file, opened, "22/4 09:00")
    assert [row.kind for row in await again.round("22/4 09:00") if row.chat_id == again.chat_of(TWO)] == ["bundle"]
    assert again.states() == ["ran", "ran"]


async def test_apply_asks_without_a_yes(plans_file: Path, opened: list[House], shell: Shell) -> None:
    here = await begun(plans_file, opened)
    plans_file.write_text(MOVED, "utf-8")
    assert shell.run("plan", "apply").exit_code == 1
    await here.round("22/4 09:00")
    assert here.states() == ["ran", "waiting"]


@pytest.mark.parametrize(
    ("answers", "state", "said_last"),
    [
        ("c\n", "approved", "Bot đang chạy áp dụng trong vòng tới, chậm nhất một phút."),
        ("Có\n", "approved", "Bot đang chạy áp dụng trong vòng tới, chậm nhất một phút."),
        ("yes\n", "approved", "Bot đang chạy áp dụng trong vòng tới, chậm nhất một phút."),
        ("gì\nco\n", "approved", "Bot đang chạy áp dụng trong vòng tới, chậm nhất một phút."),
        ("K\n", "waiting", "Chưa áp dụng; kế hoạch đang chạy giữ nguyên."),
        ("\n", "waiting", "Chưa áp dụng; kế hoạch đang chạy giữ nguyên."),
        ("", "waiting", "Chưa áp dụng; kế hoạch đang chạy giữ nguyên."),
    ],
)
async def test_apply_asks_in_vietnamese(
    plans_file: Path, opened: list[House], shell: Shell, answers: str, state: str, said_last: str
) -> None:
    here = await begun(plans_file, opened)
    plans_file.write_text(MOVED, "utf-8")
    await here.round("22/4 09:00")
    result = shell.run("plan", "apply", answers=answers)
    assert "Áp dụng? [c/K]: " in result.stdout
    assert result.output.strip().endswith(said_last)
    assert here.states() == ["ran", state]
    assert not {"Aborted", "y/N", "Error"} & set(result.output.replace(".", " ").split())


async def test_apply_must_say_what_an_id_means(plans_file: Path, opened: list[House], shell: Shell) -> None:
    here = await begun(plans_file, opened)
    plans_file.write_text(RENAMED, "utf-8")
    refused = shell.run("plan", "apply", "--yes")
    assert (refused.exit_code, "--not-renamed" in refused.stderr) == (1, True)
    assert shell.run("plan", "apply", "--yes", "--renamed").exit_code == 0
    await here.round("22/4 09:00")
    assert [row for row in await here.round("22/4 09:01") if row.kind == "bundle"] == []
    assert here.states() == ["ran", "ran"]


async def test_roll_back_writes_the_file_through_the_bot(plans_file: Path, opened: list[House], shell: Shell) -> None:
    here = await begun(plans_file, opened)
    plans_file.write_text(MOVED + "# ghi chú\r\n", "utf-8", newline="")
    plans_file.chmod(0o640)
    (asked,) = here.alarms(await here.round("22/4 09:00"))
    here.press(asked, "Áp dụng")
    await here.round("22/4 09:01")
    assert "Bot đang chạy ghi lại tệp" in shell.run("plan", "roll-back", "1", "--yes", "--why", "Nhầm hạn").stdout
    told = await here.round("22/4 09:02")
    assert plans_file.read_text("utf-8") == SMALL
    assert plans_file.stat().st_mode & 0o777 == 0o640
    assert [row.kind for row in told if row.chat_id == here.chat_of(TWO)] == ["bundle"]
    assert here.states() == ["ran", "ran", "ran"]
    assert await here.round("22/4 09:03") == []
    shell.run("plan", "roll-back", "2", "--yes")
    await here.round("22/4 09:04")
    assert plans_file.read_bytes().endswith("# ghi chú\r\n".encode()), "every byte comes back"


async def test_roll_back_without_a_bot(plans_file: Path, opened: list[House], shell: Shell) -> None:
    here = await begun(plans_file, opened)
    stop(here)
    plans_file.write_text("version: 1\norganisations: [\n", "utf-8")
    assert "Đã ghi lại tệp theo bản số 1" in shell.run("plan", "roll-back", "1", "--yes").stdout
    assert plans_file.read_text("utf-8") == SMALL
    states = [one["state"] for one in json.loads(shell.run("plan", "history", "--format", "json").stdout)]
    assert states == ["approved", "superseded", "ran"], "what the file said is kept"
    again = restart(plans_file, opened, "22/4 09:00")
    await again.round("22/4 09:00")
    assert again.states()[-1] == "ran"


async def test_roll_back_brings_back_a_file_that_is_included_no_more(
    plans_file: Path, opened: list[House], shell: Shell
) -> None:
    tasks, text = split(SMALL)
    included = plans_file.parent / "tasks.yaml"
    included.write_text(tasks, "utf-8")
    here = live(plans_file, opened, text=text)
    await here.round("22/4 07:30")
    plans_file.write_text(SMALL, "utf-8")
    await here.round("22/4 09:00")
    included.write_text(tasks.replace("07/5", "15/5"), "utf-8")
    assert shell.run("plan", "roll-back", "1", "--yes").exit_code == 0
    await here.round("22/4 09:01")
    assert here.states() == ["ran", "ran", "superseded", "ran"], "what the files said is kept"
    assert (plans_file.read_text("utf-8"), included.read_text("utf-8")) == (text, tasks)


def split(text: str) -> tuple[str, str]:
    """Put the tasks of a small plan into a file of their own; return that and the file that includes it."""
    begin = text.index("          - id: bao-cao")
    tasks = textwrap.dedent(text[begin:])
    return tasks, text[:begin] + "          - {include: tasks.yaml}\n"


async def test_what_was_turned_away_long_ago_can_not_be_rolled_back_to(
    plans_file: Path, opened: list[House], shell: Shell
) -> None:
    here = await begun(plans_file, opened)
    plans_file.write_text(MOVED, "utf-8")
    (asked,) = here.alarms(await here.round("22/4 09:00"))
    here.press(asked, "Không áp dụng")
    await here.round("31/8 09:00")
    assert "Nội dung bản số 2 không còn được lưu" in said(shell.run("plan", "roll-back", "2", "--yes"))


async def test_the_table_and_invitations_are_of_what_runs(plans_file: Path, opened: list[House], shell: Shell) -> None:
    here = await begun(plans_file, opened)
    plans_file.write_text(SMALL.replace("so-hai", "so-ba").replace("Báo cáo thử", "Báo cáo khác"), "utf-8")
    await here.round("22/4 09:00")
    assert here.states() == ["ran", "waiting"]
    to = plans_file.parent / "a.xlsx"
    for text in (None, "version: 1\n"):  # a change that waits, a broken file
        if text:
            plans_file.write_text(text, "utf-8")
        assert shell.run("export", "--to", str(to)).exit_code == 0
        found = {cell.value for row in load_workbook(to)["Chi tiết"].iter_rows() for cell in row}
        assert "Báo cáo thử" in found
        assert "Báo cáo khác" not in found
        assert (await asyncio.to_thread(shell.run, "invite", "so-hai")).exit_code == 0
        assert "so-ba" in said(shell.run("invite", "so-ba"))


async def test_roll_back_gives_way_to_an_editor(plans_file: Path, opened: list[House], shell: Shell) -> None:
    here = await begun(plans_file, opened)
    plans_file.write_text(MOVED, "utf-8")
    (asked,) = here.alarms(await here.round("22/4 09:00"))
    here.press(asked, "Không áp dụng")
    shell.run("plan", "roll-back", "1", "--yes")
    edited = MOVED.replace("15/5", "16/5")
    plans_file.write_text(edited, "utf-8")
    told = here.alarms(await here.round("22/4 09:01"))
    assert plans_file.read_text("utf-8") == edited
    assert here.states() == ["ran", "declined", "refused", "waiting"]
    assert len(told) == 1, "what the file says now is a change like any other"


def test_without_a_database_nothing_is_made(shell: Shell) -> None:
    for words in (("history",), ("diff",), ("apply", "--yes"), ("roll-back", "1", "--yes")):
        assert "Chưa có cơ sở dữ liệu" in said(shell.run("plan", *words))
    assert not shell.file.exists()
