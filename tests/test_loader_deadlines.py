"""Who owes a task by when, what the admin answers, and which doubts keep the file: written beside what comes of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from schedules.loading.loader import load
from schedules.periods import ends
from schedules.plan import Task
from tests.good_plans import GOOD


def changed(folder: Path, *changes: tuple[str, str]) -> Path:
    content = GOOD
    for old, new in changes:
        assert old in content
        content = content.replace(old, new, 1)
    file = folder / "plans.yaml"
    file.write_text(content, "utf-8")
    return file


def only_task(file: Path) -> Task:
    loaded = load(file)
    assert loaded.plans is not None, loaded.problems
    return loaded.plans.organisations["tinh-thu"].plans["ke-hoach"].tasks["bao-cao"]


OWING = [
    pytest.param("[cac-so, cac-xa]", [["so-mot", "so-hai", "00001", "00002"]], id="groups"),
    pytest.param("[cac-so, so-hai, cac-so]", [["so-mot", "so-hai"]], id="once-however-many-name-it"),
    pytest.param(
        "[cac-so, {of: so-hai, deadline: trước ngày 09/5/2026}]", [["so-mot"], ["so-hai"]], id="unit-beats-group"
    ),
    pytest.param(
        "[{of: cac-so, deadline: trước ngày 09/5/2026}, {of: so-hai, deadline: trước ngày 10/5/2026}]",
        [["so-mot"], ["so-hai"]],
        id="unit-beats-the-deadline-of-a-group",
    ),
    pytest.param(
        "[{of: cac-so, deadline: trước ngày 07/5/2026}, cac-xa]",
        [["so-mot", "so-hai", "00001", "00002"]],
        id="the-same-deadline-is-one-due",
    ),
]


@pytest.mark.parametrize(("units", "grouped"), OWING)
def test_who_owes(tmp_path: Path, units: str, grouped: list[list[str]]) -> None:
    task = only_task(changed(tmp_path, ("[cac-so, cac-xa]", units)))
    assert [list(due.unit_ids) for due in task.dues] == grouped


def test_groups_that_differ_are_settled_by_the_units_own_deadline(tmp_path: Path) -> None:
    units = (
        "[{of: cac-so, deadline: trước ngày 07/5/2026}, {of: so-khac, deadline: trước ngày 09/5/2026},"
        " {of: so-hai, deadline: trước ngày 11/5/2026}]"
    )
    other = "    groups:\n      - {id: so-khac, name: Sở khác, members: [so-hai]}"
    task = only_task(changed(tmp_path, ("[cac-so, cac-xa]", units), ("    groups:", other)))
    assert [(due.unit_ids, due.reading.phrase) for due in task.dues] == [
        (("so-mot",), "trước ngày 07/5/2026"),
        (("so-hai",), "trước ngày 11/5/2026"),
    ]


PHRASE = "deadline: trước ngày 07/5/2026"
ANSWERS = [
    pytest.param("{phrase: Tuần 4 tháng 4/2026, last_day: 2026-04-24}", "2026-04-24", id="last-day-answered"),
    pytest.param("{phrase: trước ngày 07/5/2026 (thứ Sáu), holds: date}", "2026-05-06", id="the-date-holds"),
    pytest.param("{phrase: trước ngày 07/5/2026 (thứ Sáu), holds: weekday}", "2026-05-07", id="the-weekday-holds"),
    pytest.param(
        "{phrase: trong vòng 05 ngày làm việc kể từ ngày nhận được văn bản này, received_on: 2026-05-04}",
        "2026-05-11",
        id="counted-from-receipt",
    ),
    pytest.param("{phrase: sao cho đẹp, last_day: 2026-05-20}", "2026-05-20", id="unreadable-but-answered"),
    pytest.param("{phrase: trước ngày 31/4/2026, last_day: 2026-04-29}", "2026-04-29", id="impossible-but-answered"),
]


@pytest.mark.parametrize(("deadline", "last_day"), ANSWERS)
def test_what_the_admin_answers(tmp_path: Path, deadline: str, last_day: str) -> None:
    file = changed(tmp_path, (PHRASE, f"deadline: {deadline}"))
    (due,) = only_task(file).dues
    found = ends(due.reading, due, None)
    assert found is not None
    assert found.last_day.isoformat() == last_day
    assert load(file).problems == ()


def test_the_weekday_of_an_event_is_settled_as_well(tmp_path: Path) -> None:
    events = "events: [{id: hop, title: Họp, when: {phrase: 'thứ Hai, ngày 19/5/2026', holds: date}}]"
    file = changed(tmp_path, ("        outline:", f"        {events}\n        outline:"))
    assert load(file).problems == ()


WARNINGS = [
    pytest.param(
        [("number: 1/KH-UBND", "not_printed: [number]")], "22:23: not-printed", {"name": "number"}, id="number"
    ),
    pytest.param([("name: Các sở,", "name: Các sở, printed: false,")], "11:9: roster-not-printed", {}, id="roster"),
    pytest.param([("07/5/2026", "21/4/2026")], "29:23: before-issue", {"phrase": "trước ngày 21/4/2026"}, id="past"),
    pytest.param([(PHRASE, "deadline: Tuần 4 tháng 4/2026")], "29:23: awaits-confirmation", {}, id="week"),
    pytest.param([(PHRASE, "deadline: khi có yêu cầu")], "29:23: awaits-day", {}, id="no-day"),
    pytest.param(
        [(PHRASE, "deadline: trong vòng 05 ngày kể từ ngày nhận được văn bản này")],
        "29:23: awaits-anchor",
        {},
        id="anchor",
    ),
    pytest.param(
        [("            topics", "            figures_to: 2026-05-31\n            topics")],
        "29:23: figures-after-deadline",
        {"day": "31/5/2026"},
        id="figures",
    ),
    pytest.param(
        [("            topics", "            send_to: Sở Một\n            topics")],
        "28:20: receiver-owes",
        {"unit": "Sở Một"},
        id="receiver",
    ),
    pytest.param(
        [(PHRASE, "deadline: {phrase: trước ngày 07/5/2026, last_day: 2026-05-20}")],
        "29:23: answer-replaces-day",
        {"day": "20/5/2026"},
        id="answer-that-nobody-asked",
    ),
    pytest.param(
        [("[cac-so, cac-xa]", "[]"), ("            topics: {so-hai: Chủ đề thử}\n", "")],
        "28:13: nobody-owes",
        {"task": "bao-cao"},
        id="nobody",
    ),
    pytest.param(
        [("        outline:", "        events: [{id: h, title: H, when: Tuần 4 tháng 4/2026}]\n        outline:")],
        "31:42: event-day-unsure",
        {},
        id="event",
    ),
]


@pytest.mark.parametrize(("changes", "told", "values"), WARNINGS)
def test_a_warning_keeps_the_file(
    tmp_path: Path, changes: list[tuple[str, str]], told: str, values: dict[str, str]
) -> None:
    file = changed(tmp_path, *changes)
    loaded = load(file)
    assert loaded.plans is not None
    (warning,) = loaded.problems
    assert f"{warning.place.line}:{warning.place.column}: {warning.key}" == told
    assert values.items() <= warning.values.items()
    result = CliRunner().invoke(app, ["check", str(file), "--lang", "en"])
    assert result.exit_code == 0
    assert f"{file}:{told.partition(' ')[0]} warning: " in result.output


def test_an_excepted_receiver_is_no_warning(tmp_path: Path) -> None:
    sent = "            send_to: Sở Một\n            except: [so-mot]\n            topics"
    file = changed(tmp_path, ("            topics", sent))
    assert load(file).problems == ()
    assert [due.unit_ids for due in only_task(file).dues] == [("so-hai", "00001", "00002")]


def test_a_deadline_before_issue_is_kept_as_past(tmp_path: Path) -> None:
    (due,) = only_task(changed(tmp_path, ("07/5/2026", "21/4/2026"))).dues
    assert due.reading.past_at_issue


def test_nothing_is_past_where_the_day_of_issue_is_not_printed(tmp_path: Path) -> None:
    undated = ("issued_on: '2026-04-22'", "not_printed: [issued_on]\n        remind_from: '2026-04-22'")
    file = changed(tmp_path, undated, ("07/5/2026", "21/4/2026"))
    (due,) = only_task(file).dues
    assert not due.reading.past_at_issue
    assert [one.key for one in load(file).problems] == ["not-printed", "begins-after"]
