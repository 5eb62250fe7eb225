"""What a rehearsal says below its reminders: messages a day, moved steps, steps and work that nobody is reminded of."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commanding import Shell
from tests.small_plans import HEAD

TASK = """\
          - id: viec
            title: Việc thử
            kind: report
            units: [so-hai]
            deadline: {deadline}
"""


def below(
    folder: Path,
    *deadlines: str,
    head: str = HEAD,
    days: tuple[str, str] = ("2026-04-15", "2026-06-30"),
    **settings: str,
) -> str:
    """Rehearse a plan with a task for each deadline, and return what stands below the reminders."""
    tasks = "".join(TASK.format(deadline=one).replace("viec", f"viec-{n}") for n, one in enumerate(deadlines, 1))
    (folder / "plans.yaml").write_text(head + tasks, "utf-8")
    shell = Shell(folder, {"PLANS_FILE": str(folder / "plans.yaml"), "COLUMNS": "400", **settings})
    result = shell.run("rehearse", "--from", days[0], "--to", days[1])
    assert result.exit_code == 0, result.output
    return str(result.stdout).partition("Tổng cộng")[2]


def section(text: str, title: str) -> list[str]:
    """Return the lines under a title."""
    found = text.partition(f"\n{title}")[2].partition("\n\n")[0]
    return [line.removeprefix("– ") for line in found.splitlines()[1:]]


def test_reminders_of_one_moment_are_one_message(tmp_path: Path) -> None:
    days = section(below(tmp_path, "trước ngày 07/5/2026", "trước ngày 07/5/2026"), "Số tin mỗi ngày")
    assert days[0] == "thứ Tư 22/4/2026: 1 tin (2 lời nhắc); đợt 07:30 có 1 tin"
    assert [line for line in days if line.startswith("thứ Tư 06/5/2026: 2 tin (4 lời nhắc)")]


def test_a_wave_that_is_not_done_before_the_office_closes_says_so(tmp_path: Path) -> None:
    slow = below(tmp_path, "trước ngày 07/5/2026", TELEGRAM_PER_SECOND="0.00005")
    assert "Telegram: 400 phút, không xong trước 11:00" in slow
    assert "không xong trước" not in below(tmp_path, "trước ngày 07/5/2026")


@pytest.mark.parametrize(
    ("deadline", "moved"),
    [
        pytest.param(
            "trước ngày 10/5/2026",
            [
                "ngày cuối: 07:30 thứ Bảy 09/5/2026 → 07:30 thứ Sáu 08/5/2026 (ngày nghỉ)",
                "ngày cuối: 13:30 thứ Bảy 09/5/2026 → 13:30 thứ Sáu 08/5/2026 (ngày nghỉ)",
            ],
            id="last-day-on-a-saturday",
        ),
        pytest.param(
            "trước 7 giờ ngày 07/5/2026",
            ["ngày cuối: 13:30 thứ Năm 07/5/2026 → 13:30 thứ Tư 06/5/2026"],
            id="ends-before-the-office-opens",
        ),
        pytest.param("trước ngày 07/5/2026", [], id="nothing-moves"),
    ],
)
def test_moved_steps(tmp_path: Path, deadline: str, moved: list[str]) -> None:
    lines = section(below(tmp_path, deadline), "Lời nhắc chuyển sang lúc khác")
    assert len(lines) == len(moved)
    for line, told in zip(lines, moved, strict=True):
        assert line.startswith(f"tinh-thu, Việc thử (1 đơn vị), {told}")


def test_a_weekly_step_on_a_holiday_moves_on(tmp_path: Path) -> None:
    early = HEAD.replace("2026-04-22", "2026-03-02")
    lines = section(below(tmp_path, "trước ngày 17/4/2026", head=early), "Lời nhắc chuyển sang lúc khác")
    assert [line for line in lines if "07:30 thứ Năm 30/4/2026 → 07:30 thứ Hai 04/5/2026 (ngày nghỉ)" in line]


def test_assigned_on_a_day_off_moves_to_the_next_working_day(tmp_path: Path) -> None:
    on_saturday = HEAD.replace("2026-04-22", "2026-04-18")
    lines = section(below(tmp_path, "trước ngày 07/5/2026", head=on_saturday), "Lời nhắc chuyển sang lúc khác")
    assert [
        line for line in lines if "giao việc: 07:30 thứ Bảy 18/4/2026 → 07:30 thứ Hai 20/4/2026 (ngày nghỉ)" in line
    ]


def test_steps_before_the_plan_do_not_exist(tmp_path: Path) -> None:
    lines = section(below(tmp_path, "trước ngày 25/4/2026"), "Lần nhắc rơi vào trước ngày bắt đầu nhắc")
    # five and two working days before Friday 24/4 are 17/4 and 22/4: the second is the day of issue
    assert lines == ["tinh-thu, Việc thử (1 đơn vị): 1 lần nhắc trước thứ Tư 22/4/2026"]


@pytest.mark.parametrize(
    ("deadline", "why"),
    [
        ("trước ngày 20/4/2026", "hạn đã qua khi ban hành"),
        ("trong vòng 05 ngày làm việc kể từ ngày nhận được văn bản", "chưa có ngày bắt đầu tính hạn"),
        ("Tuần 4 tháng 4/2026", "chờ cơ quan thường trực xác nhận ngày"),
        ("trước ngày 07/5/2026", ""),
        ("trước ngày 20 hằng tháng", ""),
    ],
)
def test_work_without_any_reminder_says_why(tmp_path: Path, deadline: str, why: str) -> None:
    lines = section(below(tmp_path, deadline), "Việc không có lời nhắc nào")
    assert lines == ([f"tinh-thu, Việc thử (1 đơn vị), “{deadline}”: {why}"] if why else [])
