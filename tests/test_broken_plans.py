"""Broken plans.yaml files: each mistake is told with its line and column, and none ends in a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from schedules.loading.loader import load
from tests.good_plans import GOOD

# What is written instead of what, and where that must be told.
MISTAKES = [
    pytest.param("[cac-so, cac-xa]", "[cac-so, cac-xã]", "28:29: unknown-unit", id="unknown-group"),
    pytest.param("members: [so-mot, so-hai]", "members: [so-mot, so-hi]", "11:54: unknown-unit", id="unknown-unit"),
    pytest.param("standing_office: so-mot", "standing_office: so-moot", "5:22: unknown-unit", id="unknown-office"),
    pytest.param("lead: [so-mot]", "lead: [so-mott]", "34:51: unknown-unit", id="unknown-lead"),
    pytest.param("forms: [1B]", "forms: [2B]", "34:68: unknown-form", id="unknown-form"),
    pytest.param("{so-hai: Chủ", "{so-ba: Chủ", "30:22: unknown-topic-unit", id="topic-of-who-does-not-owe"),
    pytest.param("    name: Ủy ban", "    id: tinh-hai\n    name: Ủy ban", "4:5: duplicate-key", id="duplicate-key"),
    pytest.param("so-hai, name: Sở Hai", "so-mot, name: Sở Hai", "9:14: duplicate-id", id="duplicate-unit"),
    pytest.param("id: cac-xa", "id: cac-so", "12:13: duplicate-id", id="duplicate-group"),
    pytest.param("'00002'", "'00001'", "17:20: duplicate-id", id="duplicate-code"),
    pytest.param("'2026-04-22'", "'2026-04-31'", "23:20: bad-date", id="bad-date"),
    pytest.param("'2026-04-22'", "22/4/2026", "23:20: bad-date", id="date-as-printed"),
    pytest.param("trước ngày 07/5/2026", "trước ngày 31/4/2026", "29:23: impossible-deadline", id="impossible-day"),
    pytest.param("07/5/2026", "07/5/2026 (thứ Sáu)", "29:23: wrong-weekday", id="wrong-weekday"),
    pytest.param("trước ngày 07/5/2026", "từ ngày 01/7/2025 đến nay", "29:23: not-a-deadline", id="no-deadline-phrase"),
    pytest.param("trước ngày 07/5/2026", "ngày 01/6/2026 (thứ Hai)", "29:23: not-a-deadline", id="event-as-deadline"),
    pytest.param("            deadline: trước ngày 07/5/2026\n", "", "25:13: no-deadline", id="deadline-missing"),
    pytest.param("kind: report", "kind: raport", "27:19: unknown-value", id="unknown-kind"),
    pytest.param("title: Kế hoạch thử", "titel: Kế hoạch thử", "20:9: unknown-key", id="misspelt-key"),
    pytest.param("        issuer: Ủy ban nhân dân tỉnh Thử\n", "", "19:9: missing-key", id="missing-key"),
    pytest.param("13:30-16:30", "13h30-16h30", "6:26: bad-hours", id="bad-hours"),
    pytest.param("13:30-16:30", "10:30-16:30", "6:12: hours-overlap", id="hours-overlap"),
    pytest.param("number: 1/KH", "secrecy: Mật\n        number: 1/KH", "22:18: secret", id="secret"),
    pytest.param("        number: 1/KH-UBND\n", "", "19:9: blank-not-marked", id="number-missing-unmarked"),
    pytest.param("issued_on: '2026-04-22'", "not_printed: [issued_on]", "19:9: missing-remind-from", id="no-first-day"),
    pytest.param("attached: true", "attached: có", "36:49: bad-yes-no", id="not-yes-or-no"),
    pytest.param("so-hai]}", "so-hai], body: UBND}", "11:9: members-or-roster", id="members-and-body"),
    pytest.param("id: bao-cao", "id: Báo cáo", "25:17: bad-id", id="id-with-spaces"),
    pytest.param("    units:\n", "\tunits:\n", "7:1: tab", id="tab"),
    pytest.param("name: Sở Hai}", "name: Sở Hai", "10:11: syntax-bracket", id="bracket-left-open"),
    pytest.param("title: Kế hoạch thử", "title: Kế hoạch: thử", "20:24: syntax-colon", id="colon-in-text"),
    pytest.param("title: Kế hoạch thử", 'title: "Kế hoạch', "20:16: syntax-quote", id="quote-left-open"),
    pytest.param("{id: so-mot, name", "&neo {id: so-mot, name", "8:9: alias", id="anchor"),
    pytest.param("number: 1/KH-UBND", "number: !!python/object:os.system x", "22:17: tag", id="python-tag"),
    pytest.param("        kind: report", "        <<: {kind: report}", "27:13: key-not-text", id="merge-key"),
    pytest.param("version: 1", "version: 2", "1:10: unknown-value", id="other-version"),
    pytest.param("[cac-so, cac-xa]", "cac-so", "28:20: wrong-type", id="text-instead-of-list"),
    pytest.param("[cac-so, cac-xa]", "[cac-so, null]", "28:29: wrong-item", id="item-without-value"),
    pytest.param("[cac-so, cac-xa]", "[{of: cac-so, by: x}]", "28:34: unknown-key", id="unknown-key-of-an-item"),
    pytest.param("id: ke-hoach\n", "id: ke-hoach\n        ladder: {before: 5}\n", "20:26: wrong-type", id="no-list"),
    pytest.param("id: ke-hoach\n", "id: ke-hoach\n        ladder: {before: [x]}\n", "20:27: bad-count", id="count"),
    pytest.param("id: ke-hoach\n", "id: ke-hoach\n        closes: 17h\n", "20:17: bad-hour", id="bad-hour"),
    pytest.param("title: Kế hoạch thử", "title: ''", "20:16: empty-value", id="empty-title"),
    pytest.param("id: cac-xa", "id: so-mot", "12:13: duplicate-id", id="group-with-the-id-of-a-unit"),
    pytest.param("[so-mot, so-hai]", "[so-mot, so-mot]", "11:54: duplicate-id", id="member-named-twice"),
    pytest.param("        body: UBND\n", "", "12:9: members-or-roster", id="roster-without-body"),
    pytest.param("'00002', name", "'00 02', name", "17:20: bad-id", id="code-with-a-space"),
    pytest.param("kind: xa}", "kind: thi-tran}", "16:53: unknown-value", id="unknown-kind-of-commune"),
    pytest.param("topics:", "except: [so-tam]\n            topics:", "30:22: unknown-unit", id="unknown-except"),
    pytest.param("topics:", "cooperating_units: [x]\n            topics:", "30:33: unknown-unit", id="cooperating"),
    pytest.param("topics:", "was: bao-cao\n            topics:", "30:18: was-in-use", id="was-still-there"),
    pytest.param("trước ngày 07/5/2026", "sao cho đẹp", "29:23: unreadable-deadline", id="unreadable-phrase"),
    pytest.param("trước ngày 07/5/2026", "{phrase: Quý II, last_day: 9999-12-31}", "29:50: bad-date", id="far-day"),
    pytest.param("version: 1", "version: 1\nversion: 1", "2:1: duplicate-key", id="duplicate-key-at-the-top"),
    pytest.param("version: 1", "!!map version: 1", "1:1: key-not-text", id="tagged-key"),
    pytest.param("version: 1", "? [version]\n: 1", "1:3: key-not-text", id="list-as-key"),
    pytest.param("            kind: report", "          kind: report", "27:11: syntax-indent", id="line-too-far-left"),
    pytest.param("            kind: report", "            kind report", "27:13: syntax-no-colon", id="colon-forgotten"),
    pytest.param("Kế hoạch thử", "@ Kế hoạch", "20:16: syntax-sign", id="sign-that-yaml-keeps"),
    pytest.param("title: Kế hoạch thử", 'title: "C:\\Kế"', "20:19: syntax-escape", id="backslash-between-quotes"),
    pytest.param(
        "    plans:", "    plans:\n      - {include: a, id: x}", "19:10: include-alone", id="include-and-more"
    ),
    pytest.param("    plans:", "    plans:\n      - include: ''", "19:18: include-missing", id="include-of-nothing"),
    pytest.param("    plans:", "    plans:\n      - include: .", "19:18: include-missing", id="include-of-a-folder"),
    pytest.param("    plans:", '    plans:\n      - include: "a\\0b"', "19:18: include-missing", id="include-with-nul"),
    pytest.param(
        "    plans:",
        f"    plans:\n      - include: {'a' * 5000}",
        "19:18: include-missing",
        id="include-with-a-long-name",
    ),
    pytest.param(
        "    plans:", "    plans:\n      - include: ../ngoai.yaml", "19:18: include-outside", id="include-above"
    ),
    pytest.param(
        "    plans:", "    plans:\n      - include: /etc/hostname", "19:18: include-outside", id="include-absolute"
    ),
    pytest.param(
        "    plans:", "    plans:\n      - include: khong-co.yaml", "19:18: include-missing", id="include-missing"
    ),
    *(
        pytest.param("    plans:", f"    plans:\n      - include: {path}", f"19:18: {key}", id=f"{key}-{path}")
        for path, key in (
            ("../ngoai.yaml", "include-outside"),
            ("/etc/hostname", "include-outside"),
            ("khong-co.yaml", "include-missing"),
            ("plans.yaml", "include-loop"),
        )
    ),
]


@pytest.mark.parametrize(("written", "instead", "told"), MISTAKES)
def test_told_at_its_place(tmp_path: Path, written: str, instead: str, told: str) -> None:
    assert written in GOOD
    file = tmp_path / "plans.yaml"
    file.write_text(GOOD.replace(written, instead, 1), "utf-8")
    loaded = load(file)
    found = [f"{one.place.line}:{one.place.column}: {one.key}" for one in loaded.problems if one.severity == "problem"]
    assert loaded.plans is None
    assert told in found
    result = CliRunner().invoke(app, ["check", str(file)])
    assert result.exit_code == 1
    assert f"{file}:{told.partition(' ')[0]}" in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("value", "quoted"),
    [("[1]", "[1]"), ("['1', 2]", "[1, 2]"), ("\n            - 1", "[1]"), ("{a: [b]}", "{a: [b]}"), ("x", "x")],
)
def test_a_value_is_quoted_as_the_file_writes_it(tmp_path: Path, value: str, quoted: str) -> None:
    file = tmp_path / "plans.yaml"
    file.write_text(
        GOOD.replace("id: ke-hoach\n", f"id: ke-hoach\n        ladder:\n          overdue_days: {value}\n"), "utf-8"
    )
    (told,) = [one for one in load(file).problems if one.severity == "problem"]
    assert told.values["written"] == quoted


def test_groups_with_different_deadlines(tmp_path: Path) -> None:
    owing = "\n".join(
        (
            "units:",
            "              - {of: cac-so, deadline: trước ngày 07/5/2026}",
            "              - {of: so-khac, deadline: trước ngày 09/5/2026}",
        )
    )
    other = "    groups:\n      - {id: so-khac, name: Sở khác, members: [so-hai]}"
    broken = GOOD.replace("units: [cac-so, cac-xa]", owing).replace("    groups:", other)
    file = tmp_path / "plans.yaml"
    file.write_text(broken, "utf-8")
    told = [one for one in load(file).problems if one.severity == "problem"]
    assert [(one.key, one.values["unit"]) for one in told] == [("deadline-conflict", "so-hai")]


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "plans.yaml"
    broken = GOOD.replace("kind: report", "kind: raport").replace("'2026-04-22'", "'2026-13-01'")
    file.write_text(broken.replace("title: Kế", "titel: Kế"), "utf-8")
    assert sorted(one.key for one in load(file).problems) == ["bad-date", "unknown-key", "unknown-value"]


def test_the_good_file_is_good(tmp_path: Path) -> None:
    file = tmp_path / "plans.yaml"
    file.write_text(GOOD, "utf-8")
    assert load(file).problems == ()


def test_the_nearest_right_name_is_offered(tmp_path: Path) -> None:
    file = tmp_path / "plans.yaml"
    file.write_text(GOOD.replace("title: Kế hoạch thử", "titel: Kế hoạch thử"), "utf-8")
    output = CliRunner().invoke(app, ["check", str(file), "--lang", "en"]).output
    assert "there is no key “titel”; did you mean “title”?" in output


def test_no_key_is_offered_that_is_wrong_there(tmp_path: Path) -> None:
    """A unit has no title: offering the task's "title" for "titel" would only lead to the next mistake."""
    file = tmp_path / "plans.yaml"
    file.write_text(GOOD.replace("name: Sở Hai}", "name: Sở Hai, titel: X}"), "utf-8")
    (problem,) = load(file).problems
    assert (problem.key, problem.values["nearest"]) == ("unknown-key", "none")


def test_a_mistake_in_the_plans_deadline_is_told_once_and_there(tmp_path: Path) -> None:
    file = tmp_path / "plans.yaml"
    two_tasks = "          - {id: b, title: B, kind: other, units: [so-mot]}\n        outline:"
    broken = GOOD.replace("            deadline: trước ngày 07/5/2026\n", "").replace("        outline:", two_tasks)
    file.write_text(broken.replace("        tasks:", "        deadline: trước ngày 31/4/2026\n        tasks:"), "utf-8")
    assert [(one.place.line, one.place.column, one.key) for one in load(file).problems] == [
        (24, 19, "impossible-deadline")
    ]


def test_a_plan_without_a_day_tells_only_that(tmp_path: Path) -> None:
    file = tmp_path / "plans.yaml"
    broken = GOOD.replace("issued_on: '2026-04-22'", "not_printed: [issued_on]").replace("07/5/2026", "07/5")
    file.write_text(broken, "utf-8")
    assert [one.key for one in load(file).problems if one.severity == "problem"] == ["missing-remind-from"]


def test_a_day_both_off_and_worked(tmp_path: Path) -> None:
    file = tmp_path / "plans.yaml"
    calendar = "calendar: {days_off: ['2026-11-23'], worked_days: ['2026-11-23']}\n"
    file.write_text(calendar + GOOD, "utf-8")
    assert [(one.place.column, one.key) for one in load(file).problems] == [(52, "day-off-and-worked")]


def test_as_json(tmp_path: Path) -> None:
    file = tmp_path / "plans.yaml"
    file.write_text(GOOD.replace("kind: report", "kind: raport"), "utf-8")
    result = CliRunner().invoke(app, ["check", str(file), "--format", "json", "--lang", "en"])
    assert result.exit_code == 1
    assert json.loads(result.output) == {
        "problems": [
            {
                "file": str(file),
                "line": 27,
                "column": 19,
                "severity": "problem",
                "key": "unknown-value",
                "message": (
                    "“raport” is no kind; did you mean “report”? "
                    "(one of: report, hold, speech, prepare, submit_up, other)"
                ),
            }
        ],
        "organisations": 0,
        "units": 0,
        "plans": 0,
        "tasks": 0,
        "assignments": 0,
    }
