"""Small edits of plans.yaml: the lines concerned change and nothing else, whichever way the file is written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from schedules.editing import (
    AddMember,
    AlreadyMember,
    CannotSplice,
    Edit,
    EditRefused,
    LastMember,
    NotFound,
    NothingChanges,
    NotMember,
    OtherRoster,
    RemoveMember,
    ResultRefused,
    SetDeadline,
    StrangeChange,
    UnknownUnit,
    UnusableWords,
    changed,
    edited,
    inheriting,
    owing_items,
)
from schedules.editing.guarding import check
from schedules.editing.scalars import scalar
from schedules.kept_texts import load_kept

NEW = "trước ngày 15/5/2026"
HEAD = """version: 1
organisations:
  - id: tinh-x
    name: Tỉnh X
    standing_office: a
    units:
      - {id: a, name: Sở A}
      - {id: b, name: Sở B}
      - {id: c, name: UBND xã C, kind: commune}
      - {id: d, name: Sở D}
"""
GROUPS = """    groups:
      - {id: g, name: Nhóm, members: [a, b]}
"""
PLAN = """    plans:
      - id: p
        title: Kế hoạch
        issuer: Tỉnh X
        number: 1/KH
        issued_on: 2026-04-20
"""


def texts_of(tasks: str, groups: str = GROUPS, plan: str = PLAN) -> dict[str, str]:
    return {"plans.yaml": f"{HEAD}{groups}{plan}        tasks:\n{tasks}"}


def task(lines: str) -> str:
    """Return a task with these lines of its own."""
    return "".join(f"          {line}\n" for line in ("- id: t", "  title: Việc", "  kind: report", *lines.split("\n")))


def of_task(of: str | None = None, phrase: str = NEW) -> SetDeadline:
    return SetDeadline("tinh-x", "p", "t", of, phrase)


DEADLINES: Mapping[str, tuple[str, str | None, str]] = {
    "plain, with a comment": (
        "  units: [a]\n  deadline: trước ngày 07/5/2026   # theo mục 3",
        None,
        f"  units: [a]\n  deadline: {NEW}   # theo mục 3",
    ),
    "with the day that the draft gave": (
        "  units: [a]\n  deadline: chậm nhất ngày 07/12/2026 # hết thứ Hai 07/12/2026",
        None,
        f"  units: [a]\n  deadline: {NEW} # hết thứ Năm 14/5/2026",
    ),
    "with that day above it": (
        "  units: [a]\n  # hết thứ Hai 07/12/2026\n  deadline: chậm nhất ngày 07/12/2026\n  note: n",
        None,
        f"  units: [a]\n  # hết thứ Năm 14/5/2026\n  deadline: {NEW}\n  note: n",
    ),
    "with that day in English, between quotes": (
        "  units: [a]\n  deadline: 'ngày 07/5/2026'  # to the end of Thursday 07/5/2026",
        None,
        f"  units: [a]\n  deadline: '{NEW}'  # to the end of Thursday 14/5/2026",
    ),
    "with that day and more": (
        "  units: [a]\n  deadline: ngày 07/5/2026 # hết thứ Năm 07/5/2026, theo mục 3",
        None,
        f"  units: [a]\n  deadline: {NEW} # hết thứ Năm 07/5/2026, theo mục 3",
    ),
    "with that day, for one of the units": (
        "  units:\n    - a\n    - {of: b, deadline: ngày 08/5/2026} # hết thứ Sáu 08/5/2026\n"
        "  deadline: ngày 07/5/2026 # hết thứ Năm 07/5/2026",
        "b",
        f"  units:\n    - a\n    - {{of: b, deadline: {NEW}}} # hết thứ Năm 14/5/2026\n"
        "  deadline: ngày 07/5/2026 # hết thứ Năm 07/5/2026",
    ),
    "in single quotes": ("  units: [a]\n  deadline: 'ngày 07/5/2026'", None, f"  units: [a]\n  deadline: '{NEW}'"),
    "in double quotes": ('  units: [a]\n  deadline: "ngày 07/5/2026"', None, f'  units: [a]\n  deadline: "{NEW}"'),
    "over two lines": (
        "  units: [a]\n  deadline: trước ngày\n    07/5/2026 # x\n  note: n",
        None,
        f"  units: [a]\n  deadline: {NEW} # x\n  note: n",
    ),
    "as a block": (
        "  units: [a]\n  deadline: >-\n    trước ngày\n    07/5/2026\n\n  note: n",
        None,
        f"  units: [a]\n  deadline: {NEW}\n\n  note: n",
    ),
    "a flow mapping, with the answer to the old phrase": (
        "  units: [a]\n  deadline: {phrase: Tuần 4 tháng 4/2026, last_day: '2026-04-24'} # hỏi",
        None,
        f"  units: [a]\n  deadline: {{phrase: {NEW}}} # hỏi",
    ),
    "a flow mapping, the answer first": (
        "  units: [a]\n  deadline: {last_day: '2026-04-24', phrase: Tuần 4 tháng 4/2026}",
        None,
        f"  units: [a]\n  deadline: {{phrase: {NEW}}}",
    ),
    "a block mapping": (
        "  units: [a]\n  deadline:\n    # in ở trang 2\n    phrase: Tuần 4 tháng 4/2026\n"
        "    last_day: '2026-04-24' # hỏi\n  note: n",
        None,
        f"  units: [a]\n  deadline:\n    # in ở trang 2\n    phrase: {NEW}\n  note: n",
    ),
    "none of its own": (
        "  units:\n    - a # đầu\n    - b\n  # cuối\n  note: n",
        None,
        f"  units:\n    - a # đầu\n    - b\n  deadline: {NEW}\n  # cuối\n  note: n",
    ),
    "none, after a receiver": (
        "  units: [a, b]\n  send_to: Tỉnh X # nơi nhận\n  note: n",
        None,
        f"  units: [a, b]\n  send_to: Tỉnh X # nơi nhận\n  deadline: {NEW}\n  note: n",
    ),
    "an empty one": ("  units: [a]\n  deadline:\n  note: n", None, f"  units: [a]\n  deadline: {NEW}\n  note: n"),
    "a sign for none": ("  units: [a]\n  deadline: ~ # ?", None, f"  units: [a]\n  deadline: {NEW} # ?"),
    "of a bare name between brackets": (
        "  units: [a, g] # ai",
        "g",
        f"  units: [a, {{of: g, deadline: {NEW}}}] # ai",
    ),
    "of a bare name on a line": (
        "  units:\n    - 'a' # một\n    - g",
        "a",
        f"  units:\n    - {{of: 'a', deadline: {NEW}}} # một\n    - g",
    ),
    "of a mapping without one": (
        "  units:\n    - {of: g} # nhóm\n    - d",
        "g",
        f"  units:\n    - {{of: g, deadline: {NEW}}} # nhóm\n    - d",
    ),
    "of a mapping with one": (
        "  units: [{of: g, deadline: 'trước ngày 08/5/2026'}, d]",
        "g",
        f"  units: [{{of: g, deadline: '{NEW}'}}, d]",
    ),
    "of a mapping on lines": (
        "  units:\n    - of: g\n      # riêng\n      deadline: trước ngày 08/5/2026\n    - d",
        "g",
        f"  units:\n    - of: g\n      # riêng\n      deadline: {NEW}\n    - d",
    ),
    "of a unit of a group, between brackets": (
        "  units: [g, d]",
        "b",
        f"  units: [g, d, {{of: b, deadline: {NEW}}}]",
    ),
    "of a unit of a group, on a line": (
        "  units:\n    - d\n    - g # nhóm\n\n  note: n",
        "b",
        f"  units:\n    - d\n    - g # nhóm\n    - {{of: b, deadline: {NEW}}}\n\n  note: n",
    ),
    "of a unit of a group, the list as far out as its key": (
        "  units:\n  - d\n  - g\n  note: n",
        "b",
        f"  units:\n  - d\n  - g\n  - {{of: b, deadline: {NEW}}}\n  note: n",
    ),
}
INHERITED = PLAN + "        deadline: trước ngày 10/5/2026 # chung\n"


@pytest.mark.parametrize(("before", "of", "after"), DEADLINES.values(), ids=DEADLINES)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_deadline(before: str, of: str | None, after: str, ends: str) -> None:
    was, becomes = (texts_of(task(one), plan=INHERITED)["plans.yaml"].replace("\n", ends) for one in (before, after))
    assert edited({"plans.yaml": was}, of_task(of)) == {"plans.yaml": becomes}


def test_the_mark_before_a_text_and_a_missing_last_line_end_stay() -> None:
    texts = {"plans.yaml": "\ufeff" + texts_of(task("  units: [a]\n  deadline: ngày 07/5/2026"))["plans.yaml"][:-1]}
    assert edited(texts, of_task()) == {"plans.yaml": texts["plans.yaml"].replace("ngày 07/5/2026", NEW)}


def test_a_task_between_braces() -> None:
    was = "          - {id: t, title: Việc, kind: report, units: [a], note: n}\n"
    becomes = was.replace("[a]", f"[a], deadline: {NEW}")
    assert edited(texts_of(was, plan=INHERITED), of_task()) == texts_of(becomes, plan=INHERITED)


def test_the_plans_own_deadline_moves_all_that_inherit_it() -> None:
    lines = task("  units: [a]") + task("  units: [b]\n  deadline: trước ngày 11/5/2026").replace("id: t", "id: u")
    texts = texts_of(lines, plan=INHERITED)
    assert inheriting(texts, "tinh-x", "p") == ("t",)
    made = changed(texts, SetDeadline("tinh-x", "p", None, None, NEW))
    assert [(line.was, line.now) for line in made.lines] == [
        ("        deadline: trước ngày 10/5/2026 # chung", f"        deadline: {NEW} # chung")
    ]


def test_an_anchor_stays_where_the_new_phrase_counts_from_it() -> None:
    phrase = "trong vòng {} ngày kể từ ngày nhận được văn bản"
    lines = f"  units: [a]\n  deadline: {{{{phrase: {phrase}, received_on: '2026-04-28'}}}}"
    after = texts_of(task(lines.format("10")))
    assert edited(texts_of(task(lines.format("05"))), of_task(None, phrase.format("10"))) == after


RECURS = "trước ngày 20 hằng tháng"


@pytest.mark.parametrize("comment", ["deadline: ngày 07/5/2026 # {}", "# {}\n  deadline: ngày 07/5/2026"])
def test_a_days_comment_goes_where_no_one_day_is_meant(comment: str) -> None:
    lines = "  units: [a]\n  " + comment.format("hết thứ Năm 07/5/2026") + "\n  note: n"
    after = texts_of(task(f"  units: [a]\n  deadline: {RECURS}\n  note: n"))
    assert edited(texts_of(task(lines)), of_task(None, RECURS)) == after


def test_what_stands_in_an_included_file_changes_there() -> None:
    texts = {
        "plans.yaml": f"{HEAD}{GROUPS}    plans:\n      - include: of-x/plan.yaml\n",
        "of-x/plan.yaml": "id: p\ntitle: Kế hoạch\nissuer: X\nnumber: 1/KH\nissued_on: 2026-04-20\n"
        "tasks:\n  - include: tasks.yaml\n",
        "of-x/tasks.yaml": "- id: t\n  title: Việc\n  kind: report\n  units: {include: who.yaml}\n"
        "  deadline: {include: when.yaml}\n",
        "of-x/who.yaml": "- g\n",
        "of-x/when.yaml": "# hạn\ntrước ngày 07/5/2026\n",
    }
    assert edited(texts, of_task()) == texts | {"of-x/when.yaml": f"# hạn\n{NEW}\n"}
    assert edited(texts, of_task("b")) == texts | {"of-x/who.yaml": f"- g\n- {{of: b, deadline: {NEW}}}\n"}
    assert owing_items(texts, "tinh-x", "p", "t") == ("g",)


TASKS = task("  units: [g]\n  deadline: trước ngày 07/5/2026")
OTHER = task("  units: [g, d]\n  deadline: trước ngày 08/5/2026").replace("id: t", "id: u")
GROUPED: Mapping[str, tuple[str, str]] = {
    "brackets": ("{id: g, name: Nhóm, members: [a, b]} # x", "{id: g, name: Nhóm, members: [a, b, d]} # x"),
    "brackets on lines": (
        "id: g\n        name: Nhóm\n        members: [a, # một\n          b # hai\n        ]",
        "id: g\n        name: Nhóm\n        members: [a, # một\n          b, d # hai\n        ]",
    ),
    "lines": (
        "id: g\n        members:\n          - a # một\n          - b # hai\n\n          # sau\n        name: Nhóm",
        "id: g\n        members:\n          - a # một\n          - b # hai\n"
        "          - d\n\n          # sau\n        name: Nhóm",
    ),
    "quoted": ("{id: g, name: Nhóm, members: ['a', 'b']}", "{id: g, name: Nhóm, members: ['a', 'b', 'd']}"),
    "lines without a last end": (
        "id: g\n        name: Nhóm\n        members:\n        - a\n        - b",
        "id: g\n        name: Nhóm\n        members:\n        - a\n        - b\n        - d",
    ),
}


@pytest.mark.parametrize(("before", "after"), GROUPED.values(), ids=GROUPED)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_unit_comes_into_a_group_and_goes_again(before: str, after: str, ends: str) -> None:
    plans = f"{PLAN}        tasks:\n{TASKS}"
    was, becomes = (f"{HEAD}{plans}    groups:\n      - {group}".replace("\n", ends) for group in (before, after))
    there = edited({"plans.yaml": was}, AddMember("tinh-x", "g", "d"))
    assert there == {"plans.yaml": becomes}
    assert edited(there, RemoveMember("tinh-x", "g", "d")) == {"plans.yaml": was}


LEAVING: Mapping[str, tuple[str, str, str]] = {
    "first of brackets": ("[a, b, d]", "a", "[b, d]"),
    "middle of brackets": ("[a, b, d]", "b", "[a, d]"),
    "with a comma at the end": ("[a, b, d,]", "d", "[a, b,]"),
    "first of lines": ("\n          - a # một\n          - b", "a", "\n          - b"),
    "brackets on lines, a comment": (
        "[a, # một\n          b, # hai\n          d]",
        "b",
        "[a, # một\n          # hai\n          d]",
    ),
    "brackets on lines, the last": ("[a, # một\n          d]", "d", "[a, # một\n          ]"),
}


@pytest.mark.parametrize(("before", "unit", "after"), LEAVING.values(), ids=LEAVING)
def test_a_unit_goes(before: str, unit: str, after: str) -> None:
    was, becomes = (
        texts_of(
            TASKS, f"    groups:\n      - id: g\n        name: Nhóm\n        members: {one}\n".replace(": \n", ":\n")
        )
        for one in (before, after)
    )
    assert edited(was, RemoveMember("tinh-x", "g", unit)) == becomes


ROSTERS = """    groups:
      - {id: g, name: Nhóm, members: [a, b]}
      - id: r
        name: Các xã
        body: UBND
        roster:
          - {code: '90001', name: Xã Một, kind: xa} # một
          - {code: '90002', name: Xã Hai, kind: xa}
"""
ROSTERS_ON_LINES = (
    ROSTERS[: ROSTERS.index("          - {code")]
    + """          - kind: xa
            code: '90001'
            name: Xã Một
          - kind: xa
            code: '90002'
            name: "Xã Hai" # hai
"""
)


@pytest.mark.parametrize(
    ("groups", "row"),
    [
        (ROSTERS, "          - {code: 'c', name: Xã C, kind: xa}\n"),
        (ROSTERS_ON_LINES, "          - kind: xa\n            code: 'c'\n            name: \"Xã C\"\n"),
    ],
    ids=["braces", "lines"],
)
def test_a_roster_gets_a_row_as_its_others_are_written(groups: str, row: str) -> None:
    there = edited(texts_of(TASKS, groups), AddMember("tinh-x", "r", "c"))
    assert there == texts_of(TASKS, groups + row)
    assert edited(there, RemoveMember("tinh-x", "r", "c")) == texts_of(TASKS, groups)


REFUSED: Mapping[str, tuple[Edit, type[EditRefused]]] = {
    "no such organisation": (SetDeadline("y", "p", "t", None, NEW), NotFound),
    "no such plan": (SetDeadline("tinh-x", "q", "t", None, NEW), NotFound),
    "no such task": (SetDeadline("tinh-x", "p", "u", None, NEW), NotFound),
    "a unit that does not owe": (of_task("d"), NotFound),
    "a group that is not named": (of_task("r"), NotFound),
    "the plan has none": (SetDeadline("tinh-x", "p", None, None, NEW), NotFound),
    "the same again": (of_task(None, "trước ngày 07/5/2026"), NothingChanges),
    "no such day": (of_task(None, "trước ngày 31/4/2026"), ResultRefused),
    "no deadline": (of_task(None, "xin chào"), ResultRefused),
    "no words": (of_task(None, "  "), UnusableWords),
    "two lines": (of_task(None, f"{NEW}\nid: x"), UnusableWords),
    "a hidden sign": (of_task(None, f"{NEW}\u2028"), UnusableWords),
    "no such group": (AddMember("tinh-x", "h", "a"), NotFound),
    "no such unit": (AddMember("tinh-x", "g", "dd"), UnknownUnit),
    "there already": (AddMember("tinh-x", "g", "a"), AlreadyMember),
    "not there": (RemoveMember("tinh-x", "g", "d"), NotMember),
    "another name than the roster's": (AddMember("tinh-x", "r", "d"), OtherRoster),
}


@pytest.mark.parametrize(("edit", "why"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused(edit: Edit, why: type[EditRefused]) -> None:
    with pytest.raises(EditRefused) as refused:
        edited(texts_of(TASKS, ROSTERS), edit)
    assert type(refused.value) is why


def test_the_last_of_a_group_stays() -> None:
    texts = texts_of(TASKS, GROUPS.replace("[a, b]", "[a]"))
    with pytest.raises(LastMember):
        edited(texts, RemoveMember("tinh-x", "g", "a"))


def test_problems_are_told_by_the_files_own_paths() -> None:
    with pytest.raises(ResultRefused) as refused:
        edited(texts_of(TASKS), of_task(None, "trước ngày 31/4/2026"))
    assert [(one.place.file, one.key) for one in refused.value.problems] == [("plans.yaml", "impossible-deadline")]


def test_a_file_that_is_not_there_is_told() -> None:
    with pytest.raises(EditRefused) as refused:
        edited({"plans.yaml": "version: 1\norganisations:\n  - include: x.yaml\n"}, of_task())
    assert isinstance(refused.value, ResultRefused | CannotSplice)


def test_a_deadline_that_holds_already_by_the_plans_own_is_told() -> None:
    """Written at the task it would change the file and nothing else."""
    with pytest.raises(NothingChanges):
        edited(texts_of(task("  units: [a]"), plan=INHERITED), of_task(None, "trước ngày 10/5/2026"))


@pytest.mark.parametrize(
    ("words", "like", "flow", "written"),
    [
        ("trước ngày 15/5", None, False, "trước ngày 15/5"),
        ("16:00", None, False, "'16:00'"),
        ("2026-05-15", None, False, "'2026-05-15'"),
        ("21607", None, False, "'21607'"),
        ("null", None, False, "'null'"),
        ("hạn: 15/5", None, False, "'hạn: 15/5'"),
        ("hạn #1", None, False, "'hạn #1'"),
        ("- hạn", None, False, "'- hạn'"),
        ("a, b", None, False, "a, b"),
        ("a, b", None, True, "'a, b'"),
        ("{a}", None, False, "'{a}'"),
        ("it's", "'", False, "'it''s'"),
        ('nói "có"', '"', False, '"nói \\"có\\""'),
        ("c:\\d", '"', False, "'c:\\d'"),
        ("&a b", None, False, "'&a b'"),
        ("!a", None, True, "'!a'"),
        ("*", None, False, "'*'"),
        ("@a", None, False, "'@a'"),
        ("a ]", None, True, "'a ]'"),
    ],
)
def test_words_as_a_scalar(words: str, like: str | None, flow: bool, written: str) -> None:
    assert scalar(words, like, flow=flow) == written


STRANGE: Mapping[str, tuple[str, Edit]] = {
    "another task's deadline": (texts_of(TASKS + OTHER.replace("08/5", "15/5"))["plans.yaml"], of_task()),
    "another phrase": (texts_of(TASKS.replace("07/5", "16/5") + OTHER)["plans.yaml"], of_task()),
    "a title besides": (
        texts_of(TASKS.replace("07/5", "15/5") + OTHER.replace("Việc", "Công"))["plans.yaml"],
        of_task(),
    ),
    "more units than were named": (texts_of(TASKS.replace("07/5", "15/5") + OTHER)["plans.yaml"], of_task("a")),
    "another unit in the group": (
        texts_of(TASKS + OTHER, GROUPS.replace("[a, b]", "[a, b, c]"))["plans.yaml"],
        AddMember("tinh-x", "g", "d"),
    ),
    "the group in another order": (
        texts_of(TASKS + OTHER, GROUPS.replace("[a, b]", "[d, a, b]"))["plans.yaml"],
        AddMember("tinh-x", "g", "d"),
    ),
    "a deadline besides the unit": (
        texts_of(TASKS + OTHER.replace("08/5", "09/5"), GROUPS.replace("[a, b]", "[a, b, d]"))["plans.yaml"],
        AddMember("tinh-x", "g", "d"),
    ),
}


@pytest.mark.parametrize(("after", "edit"), STRANGE.values(), ids=STRANGE)
def test_a_change_in_more_than_was_asked_for_is_noticed(after: str, edit: Edit) -> None:
    was, now = (load_kept("plans.yaml", one).plans for one in (texts_of(TASKS + OTHER), {"plans.yaml": after}))
    assert was
    assert now
    with pytest.raises(StrangeChange):
        check(was, now, edit)


def test_the_shipped_files_are_edited_line_by_line() -> None:
    root = Path(__file__).parent.parent
    texts = {str(file.relative_to(root)): file.read_bytes().decode() for file in sorted(root.glob("plans/**/*.yaml"))}
    texts = {"plans.yaml": (root / "plans.yaml").read_bytes().decode()} | texts
    made = changed(texts, SetDeadline("gia-lai", "so-ket-01-nam", "bao-cao", None, NEW))
    assert [(line.file, line.was, line.now) for line in made.lines] == [
        ("plans/gia-lai/plan.yaml", "    deadline: trước ngày 07/5/2026", f"    deadline: {NEW}")
    ]
    assert load_kept("plans.yaml", made.texts).plans == made.after
