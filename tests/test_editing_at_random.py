"""Random edits of random files: what is loaded is exactly what was asked for, and no other line has moved."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schedules.editing import (
    AddMember,
    CannotSplice,
    Changed,
    Edit,
    EditRefused,
    RemoveMember,
    SetDeadline,
    StrangeChange,
    changed,
)
from schedules.kept_texts import load_kept
from schedules.plan import Plans

ROOT = Path(__file__).parent.parent
OF = "tinh-x"
UNITS = ("a", "b", "c", "90001", "90002", "90003")
ROSTERED = ("90001", "90002", "90003")
PHRASES = tuple(f"trước ngày {day:02}/5/2026" for day in range(8, 20))
Draw = Callable[..., object]


@dataclass
class Asked:
    """A task as the file asks for it: who owes it, by when."""

    items: list[tuple[str, str | None]]
    deadline: str | None


@dataclass
class Model:
    """What the files say, without how they say it."""

    groups: dict[str, list[str]]
    tasks: dict[str, Asked]
    deadline: str = PHRASES[0]  # the plan's

    def owed(self) -> dict[tuple[str, str], str] | None:
        """Return who owes what by when; None where two groups contradict each other."""
        found: dict[tuple[str, str], str] = {}
        for id, task in self.tasks.items():
            for unit in {one for of, _ in task.items for one in self.groups.get(of, [of])}:
                own = [phrase for of, phrase in task.items if of == unit and phrase]
                by_group = [phrase for of, phrase in task.items if unit in self.groups.get(of, []) and phrase]
                stated = own or by_group
                if len(set(stated)) > 1:
                    return None
                found[id, unit] = stated[0] if stated else task.deadline or self.deadline
        return found

    def after(self, edit: Edit) -> Model:
        model = deepcopy(self)
        if isinstance(edit, AddMember):
            model.groups[edit.group].append(edit.unit)
        elif isinstance(edit, RemoveMember):
            model.groups[edit.group].remove(edit.unit)
        elif edit.task is None:
            model.deadline = edit.phrase
        elif edit.of is None:
            model.tasks[edit.task].deadline = edit.phrase
        else:
            items = model.tasks[edit.task].items
            named = [of for of, _ in items]
            items[:] = [(of, edit.phrase if of == edit.of else phrase) for of, phrase in items]
            items += [] if edit.of in named else [(edit.of, edit.phrase)]
        return model

    def states(self, edit: SetDeadline) -> str | None:
        """Return the phrase that stands where an edit writes its own; None where none does."""
        if edit.task is None:
            return self.deadline
        task = self.tasks[edit.task]
        return task.deadline if edit.of is None else dict(task.items).get(edit.of)


@dataclass
class Pen:
    """Write a model down, each thing in one of the ways that YAML has for it."""

    draw: Draw
    files: dict[str, str] = field(default_factory=dict)

    def one_of(self, *ways: str) -> str:
        return str(self.draw(st.sampled_from(ways)))

    def remark(self) -> str:
        return self.one_of("", "", " # ghi chú: a, b", "   # x")

    def scalar(self, words: str) -> str:
        return self.one_of(words if not words.isdigit() else f"'{words}'", f"'{words}'", f'"{words}"')

    def deadline(self, phrase: str) -> str:
        return self.one_of(self.scalar(phrase), f"{{phrase: {self.scalar(phrase)}}}")

    def listed(self, items: list[str], indent: int) -> str:
        """Write a list as the value of a key that stands ``indent`` blanks in."""
        way = self.one_of("brackets", "brackets", "lines", "out", "broken", "comma")
        if way == "brackets":
            return f" [{', '.join(items)}]{self.remark()}\n"
        if way == "comma":
            return f" [ {', '.join(items)}, ]\n"
        pad = " " * (indent + (2 if way != "out" else 0))
        if way == "broken":
            return " [\n" + "".join(f"{pad}{item},{self.remark()}\n" for item in items) + f"{pad}]\n"
        return "\n" + "".join(f"{pad}- {item}{self.remark()}\n" for item in items)

    def included(self, name: str, text: str, indent: int) -> str:
        """Write a list's lines here, or in a file of their own."""
        if self.draw(st.booleans()):
            self.files[f"of/{name}.yaml"] = text
            return f"\n{' ' * indent}- include: of/{name}.yaml\n"
        return "\n" + "".join(f"{' ' * indent}{line}\n" for line in text.splitlines())

    def item(self, of: str, phrase: str | None) -> str:
        if phrase is None:
            return self.one_of(self.scalar(of), f"{{of: {self.scalar(of)}}}")
        return f"{{of: {self.scalar(of)}, deadline: {self.deadline(phrase)}}}"

    def task(self, id: str, asked: Asked) -> str:
        units = [self.item(of, phrase) for of, phrase in asked.items]
        deadline = f"  deadline: {self.deadline(asked.deadline)}{self.remark()}\n" if asked.deadline else ""
        note = self.one_of("", "  # cuối\n", "  note: lưu ý # n\n", "\n")
        return f"- id: {id}\n  title: Việc {id}\n  kind: report\n  units:{self.listed(units, 2)}{deadline}{note}"

    def written(self, model: Model) -> dict[str, str]:
        rows = "".join(f"- {{code: '{one}', name: Xã {one}, kind: xa}}{self.remark()}\n" for one in model.groups["r"])
        members = {id: self.listed([self.scalar(one) for one in model.groups[id]], 8) for id in ("g", "h")}
        tasks = "".join(self.task(id, asked) for id, asked in model.tasks.items())
        text = (
            f"# kế hoạch\nversion: 1\norganisations:\n  - id: {OF}\n    name: Tỉnh X\n    standing_office: a\n"
            "    units: [{id: a, name: Sở A}, {id: b, name: Sở B}, {id: c, name: Sở C}]\n    groups:\n"
            f"      - id: g\n        name: Nhóm g\n        members:{members['g']}"
            f"      - id: h\n        members:{members['h']}        name: Nhóm h\n"
            "      # mọi xã, để xã nào cũng là đơn vị\n"
            "      - {id: all, name: Mọi xã, body: UBND, roster: ["
            + ", ".join(f"{{code: '{one}', name: Xã {one}, kind: xa}}" for one in ROSTERED)
            + "]}\n"
            f"      - id: r\n        name: Các xã\n        body: UBND\n        roster:{self.included('rows', rows, 10)}"
            "    plans:\n      - id: p\n        title: Kế hoạch\n        issuer: X\n        number: 1/KH\n"
            f"        issued_on: 2026-04-20\n        deadline: {self.deadline(model.deadline)}\n"
            f"        tasks:{self.included('tasks', tasks, 10)}"
        )
        texts = {"plans.yaml": text} | self.files
        ends, mark = self.one_of("\n", "\r\n"), self.one_of("", "\ufeff")
        last = self.one_of("", "x") == ""  # whether the last line ends
        return {file: mark + (one if last else one.rstrip("\n")).replace("\n", ends) for file, one in texts.items()}


@st.composite
def models(draw: Draw) -> Model:
    def some(among: tuple[str, ...], least: int = 1) -> list[str]:
        return list(draw(st.lists(st.sampled_from(among), min_size=least, max_size=4, unique=True)))  # type: ignore[call-overload]

    phrases = st.one_of(st.none(), st.sampled_from(PHRASES))
    groups = {"g": some(UNITS), "h": some(UNITS), "r": some(ROSTERED)}
    tasks = {
        id: Asked([(of, draw(phrases)) for of in some(("g", "h", "r", "a", "90001"))], draw(phrases))  # type: ignore[misc]
        for id in some(("t1", "t2", "t3"))
    }
    return Model(groups, tasks, str(draw(st.sampled_from(PHRASES))))


@st.composite
def edits(draw: Draw, model: Model) -> Edit:
    """Draw an edit that the file can take, whether or not its result can be loaded."""
    kind = draw(st.sampled_from(["deadline", "deadline", "add", "remove"]))
    group = str(draw(st.sampled_from(["g", "h", "r"])))
    there = model.groups[group]
    absent = [one for one in (ROSTERED if group == "r" else UNITS) if one not in there]
    if kind == "add" and absent:
        return AddMember(OF, group, str(draw(st.sampled_from(absent))))
    if kind == "remove" and len(there) > 1:
        return RemoveMember(OF, group, str(draw(st.sampled_from(there))))
    phrase = str(draw(st.sampled_from(PHRASES)))
    task = str(draw(st.sampled_from([*model.tasks, ""])))
    if not task:
        return SetDeadline(OF, "p", None, None, phrase)
    items = [of for of, _ in model.tasks[task].items]
    of = draw(st.sampled_from([None, *items, *(unit for one in items for unit in model.groups.get(one, []))]))
    return SetDeadline(OF, "p", task, of, phrase)  # type: ignore[arg-type]


def owed(plans: Plans, organisation: str = OF, plan: str = "p") -> dict[tuple[str, str], str]:
    tasks = plans.organisations[organisation].plans[plan].tasks.values()
    return {(task.id, unit): due.reading.phrase for task in tasks for due in task.dues for unit in due.unit_ids}


def outcome(texts: dict[str, str], edit: Edit, plans: Plans | None = None) -> Changed | EditRefused:
    """Make an edit, or return why not; that the file could not be edited is never the reason."""
    try:
        return changed(texts, edit, plans)
    except (CannotSplice, StrangeChange):
        raise
    except EditRefused as refused:
        return refused


def alike(some: list[str], others: list[str]) -> int:
    """Count the lines that are the same from the beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(some, others, strict=False)))


def check_the_rest(before: dict[str, str], made: Changed) -> None:
    """Hold an edit to one file, and there to the lines that it names: all others are the same, byte for byte."""
    after = dict(made.texts)
    assert list(after) == list(before)
    touched = [file for file in after if after[file] != before[file]]
    assert {line.file for line in made.lines} == set(touched)
    assert len(touched) == 1
    old, new = before[touched[0]], after[touched[0]]
    assert old.startswith("\ufeff") == new.startswith("\ufeff")
    assert (old[-1] == "\n") == (new[-1] == "\n")
    assert ("\r" in old) >= ("\r" in new)
    # Where the last line has no end, the line before it gets or loses one.
    was, now = (one.removeprefix("\ufeff").splitlines(keepends=old[-1] == "\n") for one in (old, new))
    head = alike(was, now)
    tail = alike(was[head:][::-1], now[head:][::-1])
    assert len(was) - head - tail <= 1
    assert len(now) - head - tail <= 1


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_edits_of_files_of_every_kind(data: st.DataObject) -> None:
    model = data.draw(models().filter(lambda one: one.owed() is not None))
    texts = Pen(data.draw).written(model)
    loaded = load_kept("plans.yaml", texts)
    assert loaded.plans, loaded.problems
    assert owed(loaded.plans) == model.owed()
    for _ in range(4):
        edit = data.draw(edits(model))
        wanted = model.after(edit)
        made = outcome(texts, edit)
        if isinstance(made, EditRefused):
            contradicts = wanted.owed() is None
            same = wanted.owed() == model.owed() and isinstance(edit, SetDeadline)
            assert contradicts or same, (edit, made)
            continue
        assert owed(made.after) == wanted.owed()
        groups = made.after.organisations[OF].groups
        assert {id: list(groups[id].unit_ids) for id in wanted.groups} == wanted.groups
        check_the_rest(texts, made)
        _check_the_way_back(texts, model, edit, made)
        texts, model = dict(made.texts), wanted


def _check_the_way_back(texts: dict[str, str], model: Model, edit: Edit, made: Changed) -> None:
    """Undo what promises the same bytes: a unit that came, a phrase in the place of another."""
    if isinstance(edit, AddMember):
        assert dict(changed(made.texts, RemoveMember(OF, edit.group, edit.unit)).texts) == texts
    elif isinstance(edit, SetDeadline) and (before := model.states(edit)):
        back = SetDeadline(OF, "p", edit.task, edit.of, before)
        assert dict(changed(made.texts, back).texts) == texts


def shipped(organisation: str) -> dict[str, str]:
    """Return the shipped files of one organisation, as if the country had no other."""
    first = f"version: 1\norganisations:\n  - include: plans/{organisation}/organisation.yaml\n"
    files = sorted((ROOT / "plans" / organisation).glob("*.yaml"))
    return {"plans.yaml": first} | {str(file.relative_to(ROOT)): file.read_bytes().decode() for file in files}


@pytest.mark.parametrize("organisation", ["gia-lai", "lai-chau", "lao-cai", "an-giang", "binh-thanh"])
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_edits_of_the_shipped_plans(organisation: str, data: st.DataObject) -> None:
    texts = shipped(organisation)
    plans = load_kept("plans.yaml", texts).plans
    assert plans
    for _ in range(3):
        edit = data.draw(_shipped_edits(plans, organisation))
        before, plan = plans, next(iter(plans.organisations[organisation].plans))
        made = outcome(texts, edit, plans)
        if isinstance(made, EditRefused):
            continue
        check_the_rest(texts, made)
        old, new = owed(before, organisation, plan), owed(made.after, organisation, plan)
        if isinstance(edit, SetDeadline):
            assert {new[one] for one in new if new[one] != old[one]} == {edit.phrase}
            assert {one for one in new if new[one] != old[one]} <= {one for one in new if one[0] == edit.task}
        else:
            assert {unit for _, unit in new.keys() ^ old.keys()} <= {edit.unit}
        texts, plans = dict(made.texts), made.after


@st.composite
def _shipped_edits(draw: Draw, plans: Plans, id: str) -> Edit:
    organisation = plans.organisations[id]
    plan = next(iter(organisation.plans.values()))
    if draw(st.booleans()):
        group = organisation.groups[str(draw(st.sampled_from(sorted(organisation.groups))))]
        adds = draw(st.booleans())
        return (AddMember if adds else RemoveMember)(
            id, group.id, str(draw(st.sampled_from(sorted(organisation.units))))
        )
    task = plan.tasks[str(draw(st.sampled_from(sorted(plan.tasks))))]
    owing = sorted({unit for due in task.dues for unit in due.unit_ids})
    of = draw(st.sampled_from([None, *owing[:3], *organisation.groups]))
    return SetDeadline(id, plan.id, task.id, of, str(draw(st.sampled_from(PHRASES))))  # type: ignore[arg-type]
