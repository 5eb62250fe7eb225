"""``check`` tells everything that is wrong at once: one line for each mistake, none for what only follows from one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from schedules.loading.loader import load
from tests.good_plans import GOOD


def told(file: Path) -> list[str]:
    """Return what is told of a file, as line:column: key → what was meant."""
    return [
        f"{one.place.line}:{one.place.column}: {one.key}"
        + (f" → {one.values['nearest']}" if one.values.get("nearest", "none") != "none" else "")
        for one in load(file).problems
    ]


def changed(folder: Path, *changes: tuple[str, str]) -> Path:
    content = GOOD
    for written, instead in changes:
        assert content.count(written) >= 1, written
        content = content.replace(written, instead, 1)
    file = folder / "plans.yaml"
    file.write_text(content, "utf-8")
    return file


TWO_TASKS = """\
          - id: mot
            title: Một
            kind: report
            units: [cac-so]
            deadline: trước ngày 07/5/2026
"""

# What is written instead of what, and everything that must be told of it.
TOGETHER = [
    pytest.param(
        [("kind: report", "kind: raport"), ("[cac-so, cac-xa]", "[cac-so, cac-xã]"), ("forms: [1B]", "forms: [2B]")],
        ["27:19: unknown-value → report", "28:29: unknown-unit → cac-xa", "34:68: unknown-form"],
        id="shape-and-sense",
    ),
    pytest.param(
        [("title: Kế hoạch thử", "titel: ''"), ("07/5/2026", "31/4/2026")],
        ["20:9: unknown-key → title", "20:16: empty-value", "29:23: impossible-deadline"],
        id="what-a-misspelt-key-holds-is-checked-too",
    ),
    pytest.param(
        [("{id: so-hai, name: Sở Hai}", "{id: so-hai}"), ("lead: [so-mot]", "lead: [so-hai, so-hia]")],
        ["9:9: missing-key", "34:59: unknown-unit → so-hai"],
        id="a-unit-without-a-name-is-still-a-unit",
    ),
    pytest.param(
        [("{id: so-hai, name: Sở Hai}", "{id: Sở Hai, name: Sở Hai}")],
        ["9:14: bad-id → so-hai"],
        id="an-id-that-cannot-be-taken-is-not-missed-where-it-is-used",
    ),
    pytest.param(
        [("{id: so-hai, name: Sở Hai}", "{name: Sở Hai}")],
        ["9:9: missing-key"],
        id="a-unit-without-an-id-is-not-missed-where-it-is-used",
    ),
    pytest.param(
        [("    units:\n      - {id: so-mot, name: Sở Một}\n      - {id: so-hai, name: Sở Hai}", "    units: hai sở")],
        ["7:12: wrong-type"],
        id="units-that-are-no-list-are-not-missed-where-they-are-used",
    ),
    pytest.param(
        [("{id: so-hai, name: Sở Hai}", "Sở Hai"), ("so-mot, so-hai]", "SO_MOT, so-hai]")],
        ["9:9: wrong-item", "11:46: unknown-unit → so-mot"],
        id="even-among-lost-units-a-plain-slip-is-told",
    ),
    pytest.param(
        [("    units:\n", "    units: {include: khong-co.yaml}\n    hours_:\n")],
        ["7:22: include-missing", "8:5: unknown-key → hours"],
        id="a-missing-file-and-the-rest",
    ),
    pytest.param([("issued_on: '2026-04-22'", "issued_on: 22/4/2026")], ["23:20: bad-date → 2026-04-22"], id="no-day"),
    pytest.param(
        [("issued_on: '2026-04-22'", "issued_on: 22/4/2026"), ("07/5/2026", "07/5 (thứ Sáu)")],
        ["23:20: bad-date → 2026-04-22"],
        id="a-phrase-without-a-year-waits-for-the-documents-day",
    ),
    pytest.param(
        [("deadline: trước ngày 07/5/2026", "deadline: {phrase: [x]}"), ("title: Đề cương thử", "title: ''")],
        ["29:32: wrong-type", "32:18: empty-value"],
        id="a-deadline-that-is-a-list-is-not-missing",
    ),
    pytest.param(
        [("deadline: trước ngày 07/5/2026", "hạn: trước ngày 31/4/2026")],
        ["29:13: unknown-key → deadline", "29:18: impossible-deadline"],
        id="a-key-in-vietnamese",
    ),
    pytest.param([("kind: report", "kind: Báo cáo")], ["27:19: unknown-value → report"], id="a-kind-in-vietnamese"),
    pytest.param(
        [("{id: 1B, title: Biểu thử, attached: true}", "{id: 1B, title: Biểu thử}")],
        ["36:13: missing-key"],
        id="a-form-that-lacks-a-key-is-still-a-form",
    ),
    pytest.param(
        [("members: [so-mot, so-hai]", "members: so-mot"), ("topics: {so-hai", "topics: {so-hia")],
        ["11:45: wrong-type"],
        id="who-owes-is-not-known-where-a-group-is-lost",
    ),
    pytest.param(
        [("number: 1/KH-UBND", "number: [1]"), ("hours: [07:30-11:00,", "hours: [7h30-11h,")],
        ["6:13: bad-hours → 07:30-11:00", "22:17: wrong-type"],
        id="a-number-that-is-a-list-is-not-unmarked",
    ),
    pytest.param(
        [("title: Kế hoạch thử", "title: Kế hoạch: thử"), ("kind: report", "kind: raport")],
        ["20:24: syntax-colon", "27:19: unknown-value → report"],
        id="a-line-that-is-no-yaml-and-the-rest",
    ),
    pytest.param(
        [
            ("name: Sở Hai}", "name: Sở Hai"),
            ("title: Kế hoạch thử", "title: Kế hoạch: thử"),
            ("            title: Báo cáo thử", "            title Báo cáo thử"),
            ("[cac-so, cac-xa]", "[cac-so, cac-xã]"),
        ],
        ["10:11: syntax-bracket", "20:24: syntax-colon", "26:13: syntax-no-colon", "28:29: unknown-unit → cac-xa"],
        id="three-lines-that-are-no-yaml",
    ),
    pytest.param(
        [("    standing_office: so-mot\n", "    standing_office: so-mot\n    standing_office: so-hai\n    id: x\n")],
        ["6:5: duplicate-key", "7:5: duplicate-key"],
        id="two-duplicate-keys",
    ),
    pytest.param(
        [("title: Kế hoạch thử", "title:"), ("        tasks:", "        closes:\n        tasks:"), ("07/5", "31/4")],
        ["20:9: empty-value", "30:23: impossible-deadline"],
        id="a-key-with-nothing-behind-it-hides-nothing",
    ),
    pytest.param(
        [("            deadline: trước ngày 07/5/2026", "            deadline:")],
        ["29:13: no-deadline"],
        id="an-empty-deadline-is-told-at-its-line",
    ),
    *(
        pytest.param(
            [(f"{' ' * 12}kind: report", f"{margin}kind: report"), ("[cac-so, cac-xa]", "[cac-so, cac-xã]")],
            [f"27:{column}: {key}", "28:29: unknown-unit → cac-xa"],
            id=f"one-line-indented-{name}",
        )
        for name, margin, column, key in (
            ("too-much", " " * 14, 15, "syntax-indent"),
            ("too-little", " " * 11, 12, "syntax-indent"),
            ("not-at-all", "", 1, "syntax-indent"),
            ("by-tabs", "\t\t\t", 1, "tab"),
            ("by-hard-spaces", "\xa0" * 12, 1, "hidden-character"),
        )
    ),
    pytest.param(
        [("            kind: report", "            kind:\xa0report")],
        ["27:18: hidden-character"],
        id="a-hard-space-behind-the-colon",
    ),
    pytest.param(
        [("          - id: bao-cao", "          - id: mot\n            title: Một\n            id: bao-cao")],
        ["25:13: missing-key", "25:13: missing-key", "27:13: no-dash"],
        id="a-dash-was-forgotten",
    ),
    *(
        pytest.param(
            [("          - id: bao-cao\n", TWO_TASKS + line), ("forms: [1B]", "forms: [1C]")],
            [*lines, "39:68: unknown-form"],
            id=f"the-second-task-begins-with-{name}",
        )
        for name, line, lines in (
            ("a-tab", "\t- id: bao-cao\n", ["30:1: tab"]),
            ("no-space-behind-the-dash", "          -id: bao-cao\n", ["30:11: syntax-indent"]),
            ("too-much-space", "            - id: bao-cao\n", ["30:13: syntax-indent"]),
        )
    ),
    pytest.param(
        [("          - id: bao-cao", "          - id:bao-cao"), ("forms: [1B]", "forms: [1C]")],
        ["25:13: wrong-item", "26:18: syntax-colon", "34:68: unknown-form"],
        id="what-follows-a-line-that-is-no-key-is-not-told-line-by-line",
    ),
    pytest.param(
        [("title: Báo cáo thử", 'title: "Báo cáo thử'), ("title: Đề cương thử", 'title: Đề cương "thử"')],
        ["26:20: syntax-quote"],
        id="a-quote-that-another-text-closes",
    ),
    pytest.param(
        [("[cac-so, cac-xa]", "[cac-so cac-xa]")],
        ["28:21: unknown-unit → cac-so, cac-xa"],
        id="a-comma-was-forgotten",
    ),
    pytest.param(
        [("[cac-so, cac-xa]", "[{unit: cac-so}, cac-xa]")],
        ["28:22: unknown-key → of"],
        id="one-key-that-nobody-knows-where-one-is-missing",
    ),
    pytest.param(
        [("[cac-so, cac-xa]", "[{unit: cac-soo, deadlin: ngày 31/4/2026}, cac-xa]")],
        [
            "28:21: unknown-unit → cac-so",
            "28:22: unknown-key → of",
            "28:37: unknown-key → deadline",
            "28:46: impossible-deadline",
        ],
        id="beside-a-key-that-is-only-misspelt",
    ),
    pytest.param(
        [("[cac-so, cac-xa]", "cac-so"), ("07/5/2026", "31/2/2026")],
        ["28:20: wrong-type", "29:23: impossible-deadline"],
        id="a-deadline-is-read-even-where-nobody-knows-who-owes-it",
    ),
    pytest.param(
        [("[cac-so, cac-xa]", "[{of: cac-xax, deadline: ngày 31/4/2026}]"), ("07/5/2026", "31/2/2026")],
        ["28:21: unknown-unit → cac-xa", "28:45: impossible-deadline", "29:23: impossible-deadline"],
        id="and-that-of-a-unit-that-is-not-there",
    ),
    pytest.param(
        [
            ("        tasks:", "        tasks: # việc"),
            ("Một}\n", "Một\u200b}\n"),
            ("kind: report", "kind: raport\u200b"),
        ],
        ["8:34: hidden-character", "27:25: hidden-character"],
        id="a-sign-that-nobody-sees-is-all-that-is-told-of-its-line",
    ),
    *(
        pytest.param(
            [("          - id: bao-cao\n", TWO_TASKS + line), ("forms: [1B]", "forms: [1C]")],
            [place, "39:68: unknown-form"],
            id=f"the-second-task-begins-with-{name}",
        )
        for name, line, place in (
            ("a-hard-space", "\xa0         - id: bao-cao\n", "30:1: hidden-character"),
            ("a-hard-space-too-many", "          \xa0- id: bao-cao\n", "30:11: hidden-character"),
            ("a-hard-space-behind-the-dash", "          -\xa0id: bao-cao\n", "30:12: hidden-character"),
            ("a-zero-width-space", "\u200b          - id: bao-cao\n", "30:1: hidden-character"),
        )
    ),
    pytest.param(
        [("            kind: report", "%kind: report")],
        ["27:6: syntax-directive"],
        id="a-line-that-yaml-takes-for-its-own",
    ),
    pytest.param(
        [("07/5/2026", "10/5/2026 (thứ Hai)"), ("forms: [1B]", "forms: [Phụ lục số 1B]")],
        ["29:23: wrong-weekday", "34:68: unknown-form → 1B"],
        id="a-weekday-that-is-wrong-is-all-that-is-told-of-the-day",
    ),
    pytest.param(
        [("        number: 1/KH-UBND", "        number: 1/KH-UBND\n        kind: report")],
        ["23:9: unknown-key"],
        id="a-key-that-belongs-elsewhere-is-not-misspelt",
    ),
]


EVENTS = """\
        events:
          - {id: hop, title: Họp thử, when: ngày 31/4/2026}
          - {id: hop-hai, title: Họp hai, when: ngày 12/5/2026}
"""
WITH_EVENTS = ("        outline:\n", f"{EVENTS}        outline:\n")
# The line of each list, where its first item stands without it, and the line of the day above that cannot be.
LISTS = [
    ("    units:\n", "7:7", 31),
    ("    groups:\n", "10:9", 31),
    ("        roster:\n", "15:11", 31),
    ("    plans:\n", "18:9", 31),
    ("        tasks:\n", "24:11", 31),
    ("        events:\n", "31:13", 31),
    ("          sections:\n", "36:13", 32),
    ("        forms:\n", "38:11", 32),
]


@pytest.mark.parametrize(("line", "first", "day"), LISTS)
def test_the_line_of_a_list_is_missing(tmp_path: Path, line: str, first: str, day: int) -> None:
    found = told(changed(tmp_path, WITH_EVENTS, (line, "")))
    assert found == sorted([f"{first}: missing-line", f"{day}:45: impossible-deadline"], key=_at)


@pytest.mark.parametrize("more", [-2, -1, 1, 2, 4])
@pytest.mark.parametrize(("line", "first"), [row[:2] for row in LISTS[:6]])
def test_the_line_of_a_list_is_indented_wrongly(tmp_path: Path, line: str, first: str, more: int) -> None:
    margin = len(line) - len(line.lstrip()) + more
    found = told(changed(tmp_path, WITH_EVENTS, (line, " " * margin + line.lstrip())))
    assert found == sorted(
        [f"{first.partition(':')[0]}:{margin + 1}: syntax-indent", "32:45: impossible-deadline"], key=_at
    )


def test_two_lines_of_lists_are_missing(tmp_path: Path) -> None:
    file = changed(tmp_path, ("    groups:\n", ""), ("    plans:\n", ""), ("[cac-so, cac-xa]", "[cac-so, cac-xã]"))
    assert told(file) == ["10:9: missing-line", "17:9: missing-line", "26:29: unknown-unit → cac-xa"]


def _at(told_of: str) -> tuple[int, int]:
    line, column, _ = told_of.split(":", 2)
    return int(line), int(column)


@pytest.mark.parametrize(("changes", "expected"), TOGETHER)
def test_everything_once(tmp_path: Path, changes: list[tuple[str, str]], expected: list[str]) -> None:
    assert told(changed(tmp_path, *changes)) == expected


def test_a_line_that_is_no_yaml_hides_nothing_of_the_other_files(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text('id: a\nname: "A\nstanding_office: x\n', "utf-8")
    (tmp_path / "b.yaml").write_text("id: b\nname: B: B\nstanding_office: x\nplans: {}\n", "utf-8")
    (tmp_path / "c.yaml").write_text("id: c\nstanding_office: [x\nunits: []\n", "utf-8")
    file = tmp_path / "plans.yaml"
    file.write_text("version: 1\norganisations:\n- include: a.yaml\n- include: b.yaml\n- include: c.yaml\n", "utf-8")
    found = [(Path(one.place.file).name, one.place.line, one.key) for one in load(file).problems]
    assert found == [
        ("a.yaml", 2, "syntax-quote"),
        ("a.yaml", 3, "unknown-unit"),
        ("b.yaml", 2, "syntax-colon"),
        ("b.yaml", 3, "unknown-unit"),
        ("b.yaml", 4, "wrong-type"),
        ("c.yaml", 1, "missing-key"),
        ("c.yaml", 3, "syntax-bracket"),
    ]


# What somebody writes for a unit or a group, and what is meant.
NAMES = [
    ("so-noi-vụ", "so-noi-vu"),
    ("SO-NOI-VU", "so-noi-vu"),
    ("so_noi_vu", "so-noi-vu"),
    ("Sở Nội vụ", "so-noi-vu"),
    ("snv", "so-noi-vu"),
    ("so-nooij-vuj", "so-noi-vu"),
    ("so-noi-v", "so-noi-vu"),
    ("so-dan-toc-va-đao-tao", "so-giao-duc-va-dao-tao"),
    ("Sở Giáo dục & Đào tạo", "so-giao-duc-va-dao-tao"),
    ("3388", "03388"),
    ("03389", "03388"),
    ("03380", "none"),
    ("UBND xã Bình Lư", "03390"),
    ("ubnd cac xa phuong", "xa-phuong"),
    ("x", "none"),
]


@pytest.mark.parametrize(("written", "meant"), NAMES)
def test_the_unit_that_was_meant(tmp_path: Path, written: str, meant: str) -> None:
    units = """\
      - {id: so-noi-vu, name: Sở Nội vụ, aliases: [SNV]}
      - {id: so-giao-duc-va-dao-tao, name: Sở Giáo dục và Đào tạo}
"""
    group = """\
      - id: xa-phuong
        name: UBND các xã, phường
        body: UBND
        roster: [{code: '03388', name: Phường Đoàn Kết, kind: phuong}, {code: '03390', name: Xã Bình Lư, kind: xa}]
"""
    file = changed(
        tmp_path, ("    groups:\n", units + "    groups:\n" + group), ("lead: [so-mot]", f"lead: ['{written}']")
    )
    assert [one.values["nearest"] for one in load(file).problems] == [meant]


def test_problems_stand_apart_from_warnings_each_in_the_order_of_the_files(tmp_path: Path) -> None:
    broken = (
        ("kind: report", "kind: raport"),
        ("        name: UBND các xã\n", "        name: UBND các xã\n        printed: false\n"),
    )
    file = changed(tmp_path, *broken, ("07/5/2026", "10/5/2026"), ("forms: [1B]", "forms: [1C]"))
    result = CliRunner().invoke(app, ["check", str(file)])
    assert result.exit_code == 1
    assert [part.replace(f"{file}:", "") for part in result.output.splitlines()] == [
        "Lỗi, phải sửa thì tệp mới dùng được:",
        "28:19: “raport” không dùng được cho “kind”; ý là “report”? "
        "(chọn một trong: report, hold, speech, prepare, submit_up, other)",
        "35:68: không có biểu “1C”",
        "",
        "Lưu ý, tệp vẫn dùng được:",
        "12:9: lưu ý: 2 đơn vị của “UBND các xã” không in trong văn bản, do người quản trị lập",
        "30:23: lưu ý: “trước ngày 10/5/2026”: ngày cuối 09/5/2026 là ngày nghỉ; "
        "lần nhắc cuối vào ngày làm việc 08/5/2026",
        "",
        "2 lỗi, 2 lưu ý. Sửa xong đề nghị kiểm tra lại.",
    ]


# What is written instead of what, and the only warning that must be told of it.
DOUBTFUL = [
    pytest.param("members: [so-mot, so-hai]", "members: []", "11:9: empty-group", id="group-without-members"),
    pytest.param("code: '00001'", "code: 1", "16:20: odd-code → 00001", id="code-without-its-zeros"),
    pytest.param("code: '00001'", "code: xa-mot", "16:20: odd-code", id="code-that-is-none"),
    pytest.param("title: Kế hoạch thử", "title: Kế\u200b hoạch", "20:18: hidden-character", id="zero-width-space"),
    pytest.param("name: Sở Hai}", "name: sở một}", "9:28: same-name", id="two-units-with-one-name"),
    pytest.param("07/5/2026", "04/5/2026", "29:23: on-day-off", id="last-day-is-a-sunday"),
    pytest.param("07/5/2026", "01/5/2026", "29:23: on-day-off", id="last-day-is-a-holiday"),
    pytest.param("07/5/2026", "07/5/2062", "29:23: far-deadline", id="year-mistyped"),
    pytest.param(
        "'2026-04-22'", "'2026-04-22'\n        remind_from: '2026-05-08'", "30:23: begins-after", id="begins-too-late"
    ),
]


@pytest.mark.parametrize(("written", "instead", "expected"), DOUBTFUL)
def test_what_is_only_doubtful(tmp_path: Path, written: str, instead: str, expected: str) -> None:
    file = changed(tmp_path, (written, instead), ("            topics: {so-hai: Chủ đề thử}\n", ""))
    assert told(file) == [expected]
    assert load(file).plans is not None


def test_a_flood_of_mistakes_is_cut_short(tmp_path: Path) -> None:
    file = changed(tmp_path, ("    groups:\n", "      - {id: x, name: ''}\n" * 1_500 + "    groups:\n"))
    problems = load(file).problems
    assert len(problems) == 1_001
    assert (problems[-1].key, problems[-1].values["count"]) == ("and-more", "1999")


# What is no YAML in a way that no text of ours is for.
STRANGE = [
    "a: !<x report",
    "a: !x!y report",
    "a: |0",
    '"a": "\\uD800"',
    "%YAML 3.0\n---\na: b",
    "a: 'x\n--- y'",
    "? [\n: ]",
]


@pytest.mark.parametrize("text", STRANGE)
def test_no_reason_is_told_in_the_words_of_the_yaml_reader(tmp_path: Path, text: str) -> None:
    file = tmp_path / "plans.yaml"
    file.write_text(f"{text}\n", "utf-8")
    output = CliRunner().invoke(app, ["check", str(file)]).output
    assert "plans.yaml:" in output
    assert not re.search(r"\b(?:while|found|expected|did not|scanning|parsing)\b", output)
