"""Good plans.yaml files: what is written, and the records that it becomes."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from schedules.loading.loader import load
from schedules.loading.yaml_tree import read_tree
from schedules.plan import (
    CalendarChanges,
    Form,
    Group,
    LadderRule,
    Organisation,
    Outline,
    Plan,
    Plans,
    Section,
    SendingHours,
    Task,
    Unit,
)
from tests.good_plans import GOOD

FILES = {
    "plans.yaml": """\
version: 1
calendar: {days_off: ['2026-11-23']}
organisations:
  - include: tinh/organisation.yaml
""",
    "tinh/organisation.yaml": """\
id: tinh-thu
name: Tỉnh ủy Thử
standing_office: ban-mot
before: inclusive
hours: [08:00-11:00, 14:00-16:00]
ladder: {before: [1, 3], overdue_weeks: 0}
calendar: {worked_days: ['2026-11-28']}
units:
  - {id: ban-mot, name: Ban Một, aliases: [BM, Ban 1]}
  - include: units.yaml
  - {id: ban-bon, name: Ban Bốn}
groups:
  - {id: cac-ban, name: Các ban, members: [ban-mot, ban-hai]}
  - id: dang-uy
    name: Đảng ủy các xã
    printed: false
    body: Đảng ủy
    roster: {include: communes.yaml}
plans:
  - include: plan.yaml
""",
    "tinh/units.yaml": "- {id: ban-hai, name: Ban Hai}\n- {id: ban-ba, name: Ban Ba, kind: commune}\n",
    "tinh/communes.yaml": (
        "- {code: 00101, name: Xã Thử Một, kind: xa}\n- {code: '00102', name: Đặc khu Thử Hai, kind: dac-khu}\n"
    ),
    "tinh/plan.yaml": """\
id: so-ket
title: Sơ kết thử
issuer: Tỉnh ủy Thử
number: 01-KH/TU
issued_on: 2026-04-22
remind_from: 2026-04-24
standing_office: ban-hai
closes: 17:00
deadline: trước ngày 08/5/2026
ladder: {last_day: [09:00]}
closed_on: 2026-08-01
tasks:
  - id: bao-cao
    title: Báo cáo thử
    kind: report
    units: [dang-uy, {of: cac-ban, deadline: trước ngày 10/5/2026}, ban-bon]
    except: [ban-hai]
    send_to: Tỉnh ủy Thử
    via: Ban Ba
    cooperating: [Các cơ quan liên quan]
    cooperating_units: [cac-ban, ban-bon]
    remind_cooperating: true
    places: [mục I.1, mục II.3]
    topics: {ban-bon: 'Chủ đề: thử'}
    figures_to: 2026-04-30
    ladder: {assigned: false}
    was: bao-cao-cu
    closed_on: 2026-07-01
    note: Ghi chú
events:
  - {id: hoi-nghi, title: Hội nghị thử, when: 'ngày 20/5/2026', venue: Hội trường, places: [mục III]}
outline:
  title: Đề cương thử
  note: kèm theo
  sections:
    - number: B
      title: NỘI DUNG
      sections:
        - number: II
          text: |
            - dòng một
            - dòng hai
          sections:
            - {number: 1, title: Cụ thể, lead: [cac-ban, ban-mot], forms: [3B]}
        - title: Không có số
forms:
  - {id: 1B, title: Biểu một, attached: true, rows: [[TT, Nội dung], [1, null]]}
  - {id: 3B, title: null, attached: false, note: chỉ được viện dẫn}
""",
}

UNITS = {
    "ban-mot": Unit("ban-mot", "Ban Một", "department", ("BM", "Ban 1")),
    "ban-hai": Unit("ban-hai", "Ban Hai", "department"),
    "ban-ba": Unit("ban-ba", "Ban Ba", "commune"),
    "ban-bon": Unit("ban-bon", "Ban Bốn", "department"),
    "00101": Unit("00101", "Đảng ủy xã Thử Một", "commune"),
    "00102": Unit("00102", "Đảng ủy đặc khu Thử Hai", "commune"),
}


def written(folder: Path) -> Path:
    for name, content in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    return folder / "plans.yaml"


@pytest.fixture
def plans(tmp_path: Path) -> Plans:
    loaded = load(written(tmp_path))
    assert loaded.plans is not None, loaded.problems
    return loaded.plans


@pytest.fixture
def plan(plans: Plans) -> Plan:
    return plans.organisations["tinh-thu"].plans["so-ket"]


def test_an_organisation(plans: Plans, plan: Plan) -> None:
    assert plans.organisations["tinh-thu"] == Organisation(
        id="tinh-thu",
        name="Tỉnh ủy Thử",
        standing_office_id="ban-mot",
        units=UNITS,
        groups={
            "cac-ban": Group("cac-ban", "Các ban", ("ban-mot", "ban-hai")),
            "dang-uy": Group("dang-uy", "Đảng ủy các xã", ("00101", "00102"), printed=False),
        },
        plans={"so-ket": plan},
        hours=SendingHours(((time(8), time(11)), (time(14), time(16)))),
        calendar=CalendarChanges((date(2026, 11, 23),), (date(2026, 11, 28),)),
    )


def test_included_units_stand_where_they_are_included(plans: Plans) -> None:
    assert list(plans.organisations["tinh-thu"].units) == list(UNITS)


def test_a_plan(plan: Plan) -> None:
    assert replace(plan, tasks={}, events=(), outline=None, forms={}) == Plan(
        id="so-ket",
        organisation_id="tinh-thu",
        title="Sơ kết thử",
        issuer="Tỉnh ủy Thử",
        number="01-KH/TU",
        issued_on=date(2026, 4, 22),
        remind_from=date(2026, 4, 24),
        tasks={},
        standing_office_id="ban-hai",
        closes=time(17),
        closed_on=date(2026, 8, 1),
    )


def test_a_task(plan: Plan) -> None:
    assert replace(plan.tasks["bao-cao"], dues=()) == Task(
        id="bao-cao",
        title="Báo cáo thử",
        kind="report",
        dues=(),
        send_to="Tỉnh ủy Thử",
        via="Ban Ba",
        cooperating=("Các cơ quan liên quan",),
        cooperating_unit_ids=("ban-mot", "ban-hai", "ban-bon"),
        remind_cooperating=True,
        places=("mục I.1", "mục II.3"),
        topics={"ban-bon": "Chủ đề: thử"},
        ladder=LadderRule(assigned=False, before=(3, 1), last_day=(time(9),), overdue_days=5, overdue_weeks=0),
        note="Ghi chú",
        figures_to=date(2026, 4, 30),
        was="bao-cao-cu",
        closed_on=date(2026, 7, 1),
    )


def test_units_of_a_task_are_grouped_by_deadline(plan: Plan) -> None:
    assert [(due.unit_ids, due.reading.phrase, due.reading.last_day) for due in plan.tasks["bao-cao"].dues] == [
        (("00101", "00102", "ban-bon"), "trước ngày 08/5/2026", date(2026, 5, 8)),  # before: inclusive
        (("ban-mot",), "trước ngày 10/5/2026", date(2026, 5, 10)),
    ]


def test_an_event(plan: Plan) -> None:
    (event,) = plan.events
    assert (event.id, event.title, event.venue, event.places) == (
        "hoi-nghi",
        "Hội nghị thử",
        "Hội trường",
        ("mục III",),
    )
    assert event.reading.phrase == "ngày 20/5/2026"


def test_an_outline(plan: Plan) -> None:
    specific = Section("1", "B.II.1", "Cụ thể", "", ("ban-mot", "ban-hai"), ("3B",))
    second = Section("II", "B.II", "", "- dòng một\n- dòng hai", sections=(specific,))
    without_number = Section("", "B", "Không có số")
    top = Section("B", "B", "NỘI DUNG", sections=(second, without_number))
    assert plan.outline == Outline("Đề cương thử", (top,), "kèm theo")


def test_forms(plan: Plan) -> None:
    assert dict(plan.forms) == {
        "1B": Form("1B", "Biểu một", True, (("TT", "Nội dung"), ("1", ""))),
        "3B": Form("3B", "", False, (), "chỉ được viện dẫn"),
    }


def test_warnings_stand_in_the_included_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    told = [(one.place.file, one.place.line, one.place.column, one.key) for one in load(written(tmp_path)).problems]
    assert told == [
        ("tinh/organisation.yaml", 14, 5, "roster-not-printed"),
        ("tinh/plan.yaml", 16, 46, "on-day-off"),
    ]


def test_all_files_are_watched(tmp_path: Path) -> None:
    assert set(load(written(tmp_path)).files) == {tmp_path / name for name in FILES}


def test_the_digest_is_of_the_bytes_that_were_read(tmp_path: Path) -> None:
    """A file edited between reading and hashing must not pass for read."""
    file = written(tmp_path)
    tree = read_tree(file)
    whole = b"".join(one.read_bytes() for one in tree.files)
    (tmp_path / "tinh/units.yaml").write_text("[]", "utf-8")
    assert tree.content.hexdigest() == hashlib.sha256(whole).hexdigest()


@pytest.mark.parametrize("name", FILES)
def test_the_digest_changes_with_every_file(tmp_path: Path, name: str) -> None:
    before = load(written(tmp_path)).plans
    (tmp_path / name).write_text(FILES[name] + "# sửa\n", "utf-8")
    after = load(tmp_path / "plans.yaml").plans
    assert before is not None
    assert after is not None
    assert before.digest != after.digest


SAME_FILE = [
    pytest.param(GOOD.encode("utf-8-sig"), id="byte-order-mark"),
    pytest.param(GOOD.replace("\n", "\r\n").encode(), id="windows-line-ends"),
    pytest.param(GOOD.rstrip("\n").encode(), id="no-last-line-end"),
    pytest.param(f"%YAML 1.1\n---\n{GOOD}...\n".encode(), id="document-marks"),
]


@pytest.mark.parametrize("content", SAME_FILE)
def test_however_it_was_saved(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "good.yaml").write_text(GOOD, "utf-8")
    (tmp_path / "plans.yaml").write_bytes(content)
    good, same = load(tmp_path / "good.yaml"), load(tmp_path / "plans.yaml")
    assert good.plans is not None
    assert same.plans is not None
    assert same.plans.organisations == good.plans.organisations
