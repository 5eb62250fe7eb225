"""Any plan that loads can be written, and loads equal: the shipped ones, and whatever a file may state."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schedules.deadline import ReadingType
from schedules.loading.loader import Loaded, load
from schedules.phrases import read
from schedules.plan import Plans
from schedules.writing import write
from schedules.writing.layout import Noted, Row, lay_out
from tests.commanding import DIALOGUE_PLANS, SHIPPED
from tests.good_plans import GOOD

NO_DEADLINE = (ReadingType.NOT_A_DEADLINE, ReadingType.EVENT, ReadingType.ERROR)
CONTRADICTION = "trước ngày 07/5/2026 (thứ Sáu)"
PHRASES = [
    str(one["phrase"])
    for one in yaml.safe_load((Path(__file__).parent / "data" / "phrases.yaml").read_text("utf-8"))["phrases"]
    if read(str(one["phrase"]), date(2026, 5, 4)).type not in NO_DEADLINE
]
# What a text may be made of: letters, what YAML takes for its own signs, and what no editor shows.
SIGNS = [*"aĐ15 :#-?,[]{}&*!|>'\"%@`~=.\n", ": ", " #", "---", "\t", "\x07", "\u2028", "\x85", "no", "Ủy ban nhân dân "]
LIKE_OTHERS = [
    "null",
    "~",
    "0755",
    "2026-05-07",
    "07:30",
    "1e5",
    "true",
    "include",
    "x " * 200,
    "dài " * 50 + "\n" + "b",
]
WORDS = (st.lists(st.sampled_from(SIGNS), max_size=14).map("".join) | st.sampled_from(LIKE_OTHERS)).filter(bool)
TEXT = WORDS | st.just("")
ID = st.from_regex(r"[a-z0-9][a-z0-9-]{0,5}", fullmatch=True)
DAY = st.dates().filter(lambda day: 2000 <= day.year < 2200).map(str)
NEAR = st.integers(min_value=1, max_value=28).map(lambda day: f"2026-05-{day:02}")
LATER = st.integers(min_value=1, max_value=30).map(lambda day: f"2026-06-{day:02}")
PHRASE = st.sampled_from(["trước ngày 07/5/2026", "trước ngày 20 hằng tháng", *PHRASES])
LADDER = st.fixed_dictionaries(
    {},
    optional={
        "assigned": st.booleans(),
        "before": st.lists(st.integers(min_value=0, max_value=9).map(str), max_size=3),
        "last_day": st.lists(st.sampled_from(["07:30", "13:30", "00:00"]), max_size=2),
        "overdue_days": st.integers(min_value=0, max_value=9).map(str),
    },
)


def some(strategy: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[list[Any]]:
    return st.lists(strategy, max_size=most)


HOLDS = st.sampled_from(["date", "weekday"])
DEADLINE = (
    PHRASE
    | st.fixed_dictionaries({"phrase": PHRASE}, optional={"last_day": NEAR, "received_on": NEAR, "holds": HOLDS})
    | st.fixed_dictionaries({"phrase": st.just(CONTRADICTION), "holds": HOLDS}, optional={"last_day": NEAR})
)


@st.composite
def tasks(draw: st.DrawFn, id: str, units: list[str], bodies: list[str]) -> dict[str, Any]:
    """Make a task of an organisation's units and groups."""
    owing = draw(st.lists(st.sampled_from(bodies), min_size=1, max_size=4, unique=True))
    units_of = [draw(st.just(of) | st.fixed_dictionaries({"of": st.just(of), "deadline": DEADLINE})) for of in owing]
    keys = {
        "except": st.lists(st.sampled_from(units), max_size=1),
        "send_to": TEXT,
        "via": TEXT,
        "cooperating": some(WORDS),
        "cooperating_units": st.lists(st.sampled_from(bodies), max_size=2),
        "remind_cooperating": st.booleans(),
        "places": some(WORDS),
        "figures_to": DAY,
        "ladder": LADDER,
        "closed_on": DAY,
        "note": TEXT,
    }
    base = {"id": id, "title": draw(WORDS), "kind": "report", "units": units_of, "deadline": draw(DEADLINE)}
    return {**base, **draw(st.fixed_dictionaries({}, optional=keys))}


def sections(bodies: list[str], deep: int = 2) -> st.SearchStrategy[list[dict[str, Any]]]:
    keys: dict[str, Any] = {
        "number": TEXT,
        "title": TEXT,
        "text": TEXT,
        "lead": st.lists(st.sampled_from(bodies), max_size=2),
        "forms": st.lists(st.just("1B"), max_size=1),
    }
    if deep:
        keys["sections"] = st.deferred(lambda: sections(bodies, deep - 1))
    return st.lists(st.fixed_dictionaries({}, optional=keys), max_size=2)


@st.composite
def plans(draw: st.DrawFn, id: str, units: list[str], bodies: list[str]) -> dict[str, Any]:
    day = draw(NEAR | st.none())
    number = draw(WORDS | st.none())
    blank = [name for name, value in (("number", number), ("issued_on", day)) if value is None]
    made = {
        "id": id,
        "title": draw(WORDS),
        "issuer": draw(WORDS),
        "number": number,
        "issued_on": day,
        "not_printed": blank,
    }
    ids = draw(st.lists(ID, min_size=1, max_size=3, unique=True))
    made["remind_from"] = draw(NEAR)
    made["tasks"] = [draw(tasks(task, units, bodies)) for task in ids]
    made["forms"] = [{"id": "1B", "title": draw(TEXT), "attached": draw(st.booleans()), "rows": draw(some(some(TEXT)))}]
    keys = {
        "standing_office": st.sampled_from(units),
        "closes": st.just("17:00"),
        "before": st.sampled_from(["inclusive", "exclusive"]),
        "ladder": LADDER,
        "closed_on": DAY,
        "events": st.just([{"id": "hop", "title": "Họp", "when": draw(PHRASE), "venue": draw(TEXT)}]),
        "outline": st.fixed_dictionaries({"title": WORDS, "sections": sections(bodies)}, optional={"note": TEXT}),
    }
    return {**made, **draw(st.fixed_dictionaries({}, optional=keys))}


@st.composite
def organisations(draw: st.DrawFn, id: str) -> dict[str, Any]:
    units = draw(st.lists(ID, min_size=1, max_size=4, unique=True))
    codes = [f"0{number}" for number in range(draw(st.integers(min_value=0, max_value=3)))]
    rows = [
        {"code": code, "name": f"{draw(st.sampled_from(['Xã', 'Phường']))} {draw(WORDS)}", "kind": "xa"}
        for code in codes
    ]
    members = draw(st.lists(st.sampled_from(units), unique=True))
    groups = [
        {"id": "nhom", "name": draw(WORDS), "members": members, "printed": draw(st.booleans())},
        {"id": "cac-xa", "name": draw(WORDS), "body": draw(WORDS), "roster": rows},
    ]
    bodies = [*units, *codes, "nhom", "cac-xa"]
    made: dict[str, Any] = {"id": id, "name": draw(WORDS), "standing_office": units[0], "groups": groups}
    made["units"] = [{"id": one, "name": draw(WORDS), "aliases": draw(some(WORDS, 2))} for one in units]
    made["plans"] = [draw(plans(one, units, bodies)) for one in draw(st.lists(ID, min_size=1, max_size=2, unique=True))]
    keys = {
        "before": st.sampled_from(["inclusive", "exclusive"]),
        "hours": st.just(["08:00-11:00"]),
        "ladder": LADDER,
        "calendar": st.fixed_dictionaries({"days_off": some(NEAR), "worked_days": some(LATER)}),
    }
    return {**made, **draw(st.fixed_dictionaries({}, optional=keys))}


@st.composite
def files(draw: st.DrawFn) -> dict[str, Any]:
    """Make what a plans.yaml says; what the loader refuses of it is no case."""
    ids = draw(st.lists(ID, min_size=1, max_size=2, unique=True))
    calendar = draw(st.fixed_dictionaries({"days_off": some(NEAR), "worked_days": some(LATER)}))
    return {"version": "1", "calendar": calendar, "organisations": [draw(organisations(id)) for id in ids]}


def again(found: Plans, folder: Path) -> Loaded:
    file = folder / "written.yaml"
    file.write_text(write(found), "utf-8")
    return load(file)


def same(found: Plans, other: Plans | None) -> bool:
    return other is not None and replace(found, digest="") == replace(other, digest="")


@given(stated=files())
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_loads_is_written_and_loads_equal(
    stated: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("written")
    (folder / "plans.yaml").write_text(json.dumps(stated, ensure_ascii=True), "utf-8")
    found = load(folder / "plans.yaml").plans
    if found is None:
        return
    loaded = again(found, folder)
    assert [one for one in loaded.problems if one.severity == "problem"] == []
    assert same(found, loaded.plans)


@pytest.mark.parametrize("file", [SHIPPED, DIALOGUE_PLANS], ids=["shipped", "dialogues"])
def test_our_own_plans_are_written_and_load_equal(file: Path, tmp_path: Path) -> None:
    found = load(file).plans
    assert found is not None
    loaded = again(found, tmp_path)
    assert same(found, loaded.plans)
    assert max(len(line) for line in write(found).splitlines()) <= 140


# What the records keep only by what it did: the file says it again.
LOST = {
    "which of a weekday and a date holds": (
        "deadline: trước",
        "deadline: {phrase: trước ngày 08/5/2026 (thứ Hai), holds: weekday} #",
    ),
    "that before counts the day": ("number: 1/KH-UBND", "number: 1/KH-UBND\n        before: inclusive"),
    "a unit that is excepted": ("deadline: trước", "except: ['00001']\n            deadline: trước"),
    "a deadline of its own": (
        "units: [cac-so, cac-xa]",
        "units: [cac-so, {of: cac-xa, deadline: trước ngày 10/5/2026}]",
    ),
    "an answer": ("deadline: trước", "deadline: {phrase: Tuần 4 tháng 4/2026, last_day: '2026-04-24'} #"),
    "an anchor": (
        "deadline: trước",
        "deadline: {phrase: trong vòng 05 ngày kể từ ngày ký, received_on: '2026-04-24'} #",
    ),
}


@pytest.mark.parametrize(("old", "new"), LOST.values(), ids=LOST)
def test_what_a_reading_needs_comes_back(old: str, new: str, tmp_path: Path) -> None:
    (tmp_path / "plans.yaml").write_text(GOOD.replace(old, new), "utf-8")
    found = load(tmp_path / "plans.yaml").plans
    assert found is not None
    assert same(found, again(found, tmp_path).plans)


def test_a_day_off_for_all_that_one_organisation_works_comes_from_two_calendars(tmp_path: Path) -> None:
    everywhere = "version: 1\ncalendar: {days_off: ['2026-05-04', '2026-05-05']}\n"
    own = "    calendar: {worked_days: ['2026-05-05']}\n    units:"
    (tmp_path / "plans.yaml").write_text(
        GOOD.replace("version: 1\n", everywhere).replace("    units:", own, 1), "utf-8"
    )
    found = load(tmp_path / "plans.yaml").plans
    assert found is not None
    assert same(found, again(found, tmp_path).plans)


def test_groups_are_named_and_rosters_restored(tmp_path: Path) -> None:
    (tmp_path / "plans.yaml").write_text(GOOD, "utf-8")
    found = load(tmp_path / "plans.yaml").plans
    assert found is not None
    text = write(found)
    assert "units: [cac-so, cac-xa]" in text
    assert "- {code: '00001', name: Xã Thử Một, kind: xa}" in text


# A value, and its line as an admin reads it.
LINES = {
    "a name": ("Sở Nội vụ", "a: Sở Nội vụ"),
    "a code": ("03388", "a: '03388'"),
    "a day": ("2026-05-07", "a: '2026-05-07'"),
    "an apostrophe": ("'trước'", "a: '''trước'''"),
    "a colon": ("Sở: Nội vụ", "a: 'Sở: Nội vụ'"),
    "yes or no as text": ("no", "a: 'no'"),
    "nothing": (None, "a:"),
    "a truth": (True, "a: true"),
    "a short list": (["so-mot", "so-hai"], "a: [so-mot, so-hai]"),
    "a comma in a list": (["Sở Một, Sở Hai"], "a: ['Sở Một, Sở Hai']"),
    "a row": (Row(id="so-mot", name="Sở Một"), "a: {id: so-mot, name: Sở Một}"),
    "a comment": (Noted("so-mot", "? câu 1"), "a: so-mot # ? câu 1"),
    "a comment above": (Noted("so-mot", above=("đoạn 2",)), "# đoạn 2\na: so-mot"),
    "lines": ("một\nhai", "a: |-\n  một\n  hai"),
    "a list of mappings": ([{"b": "c"}], "a:\n  - b: c"),
    "a row of a table": ([["1", "Hội nghị"]], "a: [['1', Hội nghị]]"),
    "a comment in a list": ([Noted({"b": "c"}, above=("", "đoạn 2"))], "a:\n\n  # đoạn 2\n  - b: c"),
    "a hidden sign": ("a\u2028b", 'a: "a\\u2028b"'),
}


@pytest.mark.parametrize(("value", "line"), LINES.values(), ids=LINES)
def test_layout(value: Any, line: str) -> None:
    assert lay_out({"a": value}) == f"{line}\n"
