"""The forms of a rehearsal, and whom it is about: a table by day, a calendar file, one page; one unit, or all."""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from icalendar import Calendar

from benchmarks.country import make
from schedules.deadline import VIETNAM
from storage.tables import RoleKind
from tests.commanding import Shell, said
from tests.small_plans import ORGANISATION, SMALL, database, join

WINDOW = ["--from", "2026-04-20", "--to", "2026-05-08"]
HOSTILE = '<script>alert(1)</script> & "Sơ kết" \'</title>'


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    (tmp_path / "plans.yaml").write_text(SMALL, "utf-8")
    return Shell(tmp_path, {"PLANS_FILE": str(tmp_path / "plans.yaml"), "COLUMNS": "200"})


def written(shell: Shell, *options: str) -> str:
    result = shell.run("rehearse", *WINDOW, *options)
    assert result.exit_code == 0, result.output
    return str(result.stdout)


def test_the_table_stands_by_day_and_moment(shell: Shell) -> None:
    table = written(shell).partition("Tổng cộng")[0]
    assert re.findall(r"^(?:\d\d:\d\d )?thứ \w+ \d\d/\d/2026.*$", table, re.MULTILINE) == [
        "thứ Tư 22/4/2026: 2 lời nhắc",
        "07:30 thứ Tư 22/4/2026",
        "thứ Sáu 24/4/2026: 1 lời nhắc",
        "07:30 thứ Sáu 24/4/2026",
        "thứ Tư 29/4/2026: 1 lời nhắc",
        "07:30 thứ Tư 29/4/2026",
        "thứ Hai 04/5/2026: 1 lời nhắc",
        "07:30 thứ Hai 04/5/2026",
        "thứ Tư 06/5/2026: 3 lời nhắc",
        "07:30 thứ Tư 06/5/2026",
        "13:30 thứ Tư 06/5/2026",
        "thứ Năm 07/5/2026: 1 lời nhắc",
        "07:30 thứ Năm 07/5/2026",
        "thứ Sáu 08/5/2026: 3 lời nhắc",
        "07:30 thứ Sáu 08/5/2026",
        "13:30 thứ Sáu 08/5/2026",
    ]


# Who is asked for


@pytest.mark.parametrize("typed", ["so-hai", "Sở Hai", "so hai", "SỞ HAI"])
def test_a_unit_is_found_by_id_and_name(shell: Shell, typed: str) -> None:
    lines = [json.loads(line) for line in written(shell, "--unit", typed, "--format", "jsonl").splitlines()]
    assert {line["unit"] for line in lines} == {"so-hai"}
    assert len(lines) == 12


def test_a_unit_that_owes_nothing_gets_nothing(shell: Shell) -> None:
    assert written(shell, "--unit", "so-mot", "--format", "jsonl") == ""
    assert "Không có lời nhắc nào và không có hạn nào" in written(shell, "--unit", "so-mot", "--format", "html")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--unit", "so-ha"], "Không có đơn vị “so-ha”. Gần nhất: so-hai (Sở Hai, tinh-thu)"),
        (["--organisation", "tinh-that"], "Không có cơ quan “tinh-that”; hiện có: tinh-thu."),
        (["--organisation", "tinh-thu", "--unit", "xyz"], "Không có đơn vị “xyz”."),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest(shell: Shell, options: list[str], told: str) -> None:
    result = shell.run("rehearse", *WINDOW, *options)
    assert result.exit_code == 2
    assert told in said(result)


def test_a_name_that_several_bear_is_asked_back(shell: Shell) -> None:
    other = SMALL.partition("organisations:\n")[2].replace("tinh-thu", "tinh-hai")
    Path(shell.settings["PLANS_FILE"]).write_text(SMALL + other, "utf-8")
    result = shell.run("rehearse", *WINDOW, "--unit", "so-hai")
    assert result.exit_code == 2
    assert "so-hai (Sở Hai, tinh-thu), so-hai (Sở Hai, tinh-hai)" in said(result)
    lines = written(shell, "--unit", "so-hai", "--organisation", "tinh-hai", "--format", "jsonl").splitlines()
    assert {json.loads(line)["organisation"] for line in lines} == {"tinh-hai"}
    assert len(written(shell, "--organisation", "tinh-thu", "--format", "jsonl").splitlines()) == len(lines)


def test_who_only_cooperates_hears_and_owes_nothing(shell: Shell) -> None:
    text = SMALL.replace(
        "            send_to: Sở Một\n",
        "            cooperating_units: [so-mot]\n            remind_cooperating: true\n",
    )
    Path(shell.settings["PLANS_FILE"]).write_text(text, "utf-8")
    assert written(shell, "--unit", "so-mot", "--format", "jsonl") == ""
    assert written(shell, "--unit", "so-mot").count("phối hợp") == 7
    assert "1 + 1 đơn vị" in written(shell)


# The calendar file


def entries(text: str) -> dict[str, dict[str, object]]:
    calendar = Calendar.from_ical(text)
    return {str(one["uid"]): {name: one.decoded(name) for name in ("dtstart", "summary")} for one in calendar.events}


def test_the_calendar_has_each_reminder_of_a_unit_and_its_deadlines(shell: Shell) -> None:
    text = written(shell, "--unit", "so-hai", "--format", "ics")
    assert "BEGIN:VTIMEZONE" in text
    assert all(len(line.encode()) <= 75 for line in text.splitlines())
    found = entries(text)
    name = f"{ORGANISATION}.ke-hoach.bao-cao.1.so-hai"
    assert found[f"{name}.last_day-2@dien-tap.nhac-viec"] == {
        "dtstart": datetime(2026, 5, 6, 13, 30, tzinfo=VIETNAM),
        "summary": "Nhắc: Báo cáo thử (ngày cuối)",
    }
    assert found[f"{name}.han@dien-tap.nhac-viec"] == {
        "dtstart": date(2026, 5, 6),
        "summary": "Hạn: Báo cáo thử",
    }
    assert len(found) == 12 + 1, "the other deadline lies after the last day"


def test_an_entry_keeps_its_name_when_the_deadline_moves(shell: Shell) -> None:
    before = entries(written(shell, "--format", "ics"))
    file = Path(shell.settings["PLANS_FILE"])
    file.write_text(file.read_text("utf-8").replace("07/5/2026", "08/5/2026"), "utf-8")
    after = entries(written(shell, "--format", "ics"))
    moved = f"{ORGANISATION}.ke-hoach.bao-cao.1.han@dien-tap.nhac-viec"
    assert before[moved]["dtstart"] == date(2026, 5, 6)
    assert after[moved]["dtstart"] == date(2026, 5, 7)
    assert before[moved]["summary"] == "Hạn: Báo cáo thử (1 đơn vị)"


# The page


class Page(HTMLParser):
    """Collect what a page would fetch, what stands in it, and whether its tags are closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.open: list[str] = []
        self.names: list[str] = []
        self.words = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.fetched += [f"{tag} {name}" for name, _ in attrs if name in ("src", "href", "action", "srcset")]
        self.names.append(tag)
        if tag not in ("meta", "br", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_page_stands_alone_and_escapes_everything(shell: Shell) -> None:
    file = Path(shell.settings["PLANS_FILE"])
    file.write_text(SMALL.replace("Báo cáo thử", json.dumps(HOSTILE)).replace("Sở Hai", json.dumps(HOSTILE)), "utf-8")
    text = written(shell, "--format", "html")
    page = Page(text)
    assert page.fetched == []
    assert page.open == []
    assert page.names.count("script") == 1
    assert page.words.count(HOSTILE) >= 2
    assert "http" not in text.replace("http-equiv", "")


def test_the_page_has_a_calendar_with_counts_and_a_row_a_unit(shell: Shell) -> None:
    text = written(shell, "--format", "html")
    assert re.findall(r"<caption>(.*?)</caption>", text) == ["Tháng 4/2026", "Tháng 5/2026"]
    assert "<td><span>6</span><b>2 tin</b><b>hạn: 1 việc</b></td>" in text
    assert '<td class="off"><span>30</span></td>' in text
    assert '<td class="off out"><span>19</span></td>' in text
    row = "<tr><th>Sở Hai</th><td>22/4, 24/4, 29/4, 04/5, 06/5 ×2, 07/5, 08/5 ×2</td><td>06/5</td><td>9</td></tr>"
    assert row in text
    assert "Số tin mỗi ngày" in text


def test_the_page_counts_the_messages_that_the_days_below_count(shell: Shell) -> None:
    text = written(shell, "--format", "html")
    in_calendar = [int(count) for count in re.findall(r"<b>(\d+) tin</b>", text)]
    below = [int(count) for count in re.findall(r"<li>thứ \w+ [\d/]+: (\d+) tin", text)]
    assert in_calendar == below == [1, 1, 1, 1, 2, 1, 2]


FREE = ["--from", "2026-05-09", "--to", "2026-05-10"]  # a weekend: nothing is sent, a deadline ends


def test_a_deadline_whose_reminders_lie_outside_is_shown(shell: Shell) -> None:
    page = shell.run("rehearse", *FREE, "--format", "html").stdout
    assert "<tr><th>Sở Hai</th><td></td><td>09/5</td><td>0</td></tr>" in page
    assert '<td class="off"><span>9</span><b>hạn: 1 việc</b></td>' in page
    assert "<li>không có lời nhắc trong những ngày này</li>" in page
    found = entries(shell.run("rehearse", *FREE, "--unit", "so-hai", "--format", "ics").stdout)
    assert [(one["dtstart"], one["summary"]) for one in found.values()] == [(date(2026, 5, 9), "Hạn: Sơ kết thử")]


def test_a_deadline_of_what_was_closed_before_is_not_shown(shell: Shell) -> None:
    file = Path(shell.settings["PLANS_FILE"])
    file.write_text(SMALL.replace("kind: hold", "kind: hold\n            closed_on: '2026-05-04'"), "utf-8")
    assert "không có hạn nào" in shell.run("rehearse", *FREE, "--format", "html").stdout


OFF = "    calendar: {days_off: ['2026-05-05']}\n"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        pytest.param(SMALL, "<td><span>5</span>", id="worked"),
        pytest.param(
            SMALL.replace("    units:\n", OFF + "    units:\n", 1), '<td class="off"><span>5</span>', id="off"
        ),
        pytest.param(
            SMALL.replace("    units:\n", OFF + "    units:\n", 1)
            + SMALL.partition("organisations:\n")[2].replace("tinh-thu", "tinh-hai").replace("tỉnh Thử", "tỉnh Hai"),
            '<td class="some" title="Ngày nghỉ của Ủy ban nhân dân tỉnh Thử"><span>5</span>',
            id="off-for-one-of-two",
        ),
    ],
)
def test_days_off_of_an_organisation_are_shaded(shell: Shell, text: str, cell: str) -> None:
    Path(shell.settings["PLANS_FILE"]).write_text(text, "utf-8")
    assert cell in written(shell, "--format", "html").partition("Tháng 5/2026")[2]


def test_the_page_of_the_country_has_every_unit_and_is_bounded(tmp_path: Path) -> None:
    file = make(tmp_path / "country", 4)
    shell = Shell(tmp_path, {"PLANS_FILE": str(file)})
    text = written(shell, "--format", "html")
    assert len(re.findall(r"<tr><th>[^<]+</th><td>", text)) == 3321 + 476
    assert len(text.encode()) < 2 * 2**20


# Who is not linked


def test_without_the_option_no_database_is_read_or_made(shell: Shell) -> None:
    assert "Thêm --contacts để xem" in written(shell)
    assert not shell.file.exists()


def test_a_database_that_is_not_there_is_not_made(shell: Shell) -> None:
    result = shell.run("rehearse", *WINDOW, "--contacts")
    assert result.exit_code == 1
    assert "Không dùng được cơ sở dữ liệu" in result.stderr
    assert not shell.file.exists()


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (RoleKind.OFFICER, "Mọi đơn vị được nhắc đều có người liên kết"),
        (RoleKind.LEADER, "tinh-thu: 1 đơn vị: Sở Hai"),
    ],
)
def test_units_that_nobody_is_linked_for(shell: Shell, kind: RoleKind, told: str) -> None:
    join(database(shell.folder), ORGANISATION, {"nhat": ("so-hai", kind)})
    before = shell.file.read_bytes()
    assert told in written(shell, "--contacts")
    assert told in written(shell, "--contacts", "--format", "html")
    assert shell.file.read_bytes() == before
