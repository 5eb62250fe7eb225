"""Good plans that are spoilt at random: each is taken or refused with places inside it, soon and within bounds."""

from __future__ import annotations

import copy
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzzing.limits import within
from tests.fuzzing.loading import load_and_hold
from tests.good_plans import GOOD
from tests.test_loader import FILES

MEMORY = 500 * 2**20  # bytes
SECONDS = 30  # of a slow core
quick = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
LINES = GOOD.splitlines()
TREE = yaml.load(GOOD, yaml.BaseLoader)
SIGNS = st.sampled_from(
    [*": -'\"{}[],#&*!|>%@`~?\\\t\n\r", "\ufeff", "<<", "\u0301", "đ", "0", "---\n", "...\n", "*a", "!!map "]
)
WORDS = st.one_of(
    st.sampled_from(
        ["", "null", "true", "1", "so-mot", "cac-so", "2026-02-30", "trước ngày 07/5/2026", "trước ngày 31/02", "24:00"]
    ),
    st.sampled_from(["tuần 60/2026", "quý V", "sau 999999999 ngày kể từ ngày nhận", "?", "9" * 400, "a" * 5000]),
    st.text(max_size=20),
)
VALUES = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3), max_leaves=6
)


@quick
@given(edits=st.lists(st.tuples(st.integers(0, len(GOOD)), st.integers(0, 12), SIGNS), min_size=1, max_size=6))
def test_signs_put_in_and_taken_out(tmp_path: Path, edits: list[tuple[int, int, str]]) -> None:
    text = GOOD
    for at, cut, put in edits:
        text = text[:at] + put + text[at + cut :]
    (tmp_path / "plans.yaml").write_text(text, "utf-8", newline="")
    load_and_hold(tmp_path / "plans.yaml")


@quick
@given(rows=st.lists(st.sampled_from(LINES), max_size=60), indents=st.lists(st.integers(-3, 3), max_size=60))
def test_lines_out_of_order_and_out_of_line(tmp_path: Path, rows: list[str], indents: list[int]) -> None:
    moved = [" " * by + row if by > 0 else row[-by:] for row, by in zip(rows, [*indents, *[0] * 60], strict=False)]
    (tmp_path / "plans.yaml").write_text("\n".join(["version: 1", "organisations:", *moved]), "utf-8")
    load_and_hold(tmp_path / "plans.yaml")


def paths(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [at, *(path for key, item in inner for path in paths(item, (*at, key)))]


PATHS = paths(TREE)[1:]


@quick
@given(changes=st.lists(st.tuples(st.sampled_from(PATHS), VALUES, st.sampled_from(["set", "drop", "add"])), max_size=5))
def test_values_exchanged(tmp_path: Path, changes: list[tuple[tuple[Any, ...], Any, str]]) -> None:
    tree = copy.deepcopy(TREE)
    for path, value, how in changes:
        _change(tree, path, value, how)
    text = yaml.dump(tree, Dumper=yaml.SafeDumper, allow_unicode=True, sort_keys=False)
    (tmp_path / "plans.yaml").write_text(text, "utf-8", errors="replace")
    load_and_hold(tmp_path / "plans.yaml")


def _change(tree: Any, path: tuple[Any, ...], value: Any, how: str) -> None:
    """Change what stands at a path, where earlier changes have left something there."""
    for part in path[:-1]:
        tree = tree[part] if part in _keys(tree) else None
    last = path[-1]
    if last not in _keys(tree):
        return
    if how == "set":
        tree[last] = value
    elif how == "drop":
        del tree[last]
    elif isinstance(tree, dict):
        tree[f"x{last}"] = value
    else:
        tree.insert(last, value)


def _keys(value: Any) -> Any:
    return value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()


@quick
@given(
    name=st.sampled_from(sorted(FILES)),
    edits=st.lists(st.tuples(st.integers(0, 1500), st.integers(0, 9), SIGNS), max_size=3),
    includes=st.lists(
        st.tuples(st.integers(0, 60), st.sampled_from([*FILES, ".", "..", "/", "plan.yaml", "units.yaml", "con\0"])),
        max_size=2,
    ),
)
def test_files_that_include_each_other(
    tmp_path: Path, name: str, edits: list[tuple[int, int, str]], includes: list[tuple[int, str]]
) -> None:
    for path, content in FILES.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(content, "utf-8")
    text = FILES[name]
    for at, cut, put in edits:
        text = text[:at] + put + text[at + cut :]
    lines = text.split("\n")
    for row, path in includes:
        lines.insert(row, f"{' ' * (row % 5)}- include: {path}")
    (tmp_path / name).write_text("\n".join(lines), "utf-8")
    load_and_hold(tmp_path / "plans.yaml")


def _many_units(count: int) -> str:
    units = "".join(f"      - {{id: d-{number}, name: Đơn vị {number}}}\n" for number in range(count))
    return GOOD.replace("    groups:\n", units + "    groups:\n")


def _many_tasks(count: int, units: str) -> str:
    tasks = "".join(f"          - {{id: v-{n}, title: V, kind: other, units: [{units}]}}\n" for n in range(count))
    return GOOD.replace("        outline:\n", f"{tasks}        deadline: trước ngày 07/5/2026\n        outline:\n")


def _all_in_one_group(count: int, tasks: int) -> str:
    units = "".join(f"          - {{code: '{number:06}', name: X, kind: xa}}\n" for number in range(10, count))
    return _many_tasks(tasks, "cac-xa").replace("    plans:\n", units + "    plans:\n")


# Files that would cost minutes or gigabytes without the loader's bounds.
BOMBS: dict[str, Callable[[], str]] = {
    "deep-blocks": lambda: "".join(" " * row + "a:\n" for row in range(500)),
    "deep-lists": lambda: GOOD + "x: " + "[" * 50_000,
    "deep-sections": lambda: GOOD.replace("forms: [1B]}", "sections: [" + "{sections: [" * 15 + "]}" * 15 + "]}"),
    "aliases": lambda: "a: &a [x]\n" + "".join(f"a{n}: &a{n} [*a, *a]\n" for n in range(99)),
    "huge-scalar": lambda: "version: 1\nname: |\n" + ("  " + "x" * 9_000 + "\n") * 700,
    "million-items": lambda: "version: 1\norganisations: [" + "{}, \n" * 1_000_000 + "]",
    "wrong-items": lambda: "version: 1\norganisations:\n" + "  - {a: b}\n" * 15_000,
    "wrong-keys": lambda: "version: 1\n" + "".join(f"khoa-{n}: x\n" for n in range(20_000)),
    "duplicate-keys": lambda: "version: 1\n" * 25_000,
    "unknown-units": lambda: _many_units(4_000).replace(
        "[so-mot, so-hai]", "[" + ",\n ".join(f"đ-{n}" for n in range(20_000)) + "]"
    ),
    "everybody-owes-everything": lambda: _all_in_one_group(6_000, 2_000),
    "everybody-named-twice": lambda: _many_tasks(100, ", ".join(["cac-so", "cac-xa"] * 600)),
    "many-forms": lambda: GOOD.replace("forms: [1B]", "forms: [" + ",\n ".join(["2B"] * 25_000) + "]"),
    "many-phrases": lambda: (
        _many_tasks(3, "so-mot")
        + "".join(
            f"          - {{id: e{n}, title: E, when: ngày {n} tháng 5}}\n" if n else "        events:\n"
            for n in range(4_000)
        )
    ),
    "no-yaml-line-by-line": lambda: "version: 1\n" + "a: b: c\nd\n" * 9_000,
    "quotes": lambda: 'a: "' * 200_000,
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_bombs_cost_little_time_and_memory(tmp_path: Path, bomb: str) -> None:
    file = tmp_path / "plans.yaml"
    file.write_text(BOMBS[bomb](), "utf-8")
    within(MEMORY, SECONDS, load_and_hold, file)


ENCODINGS = [
    pytest.param(GOOD.encode("utf-8-sig"), None, id="mark-of-utf-8"),
    pytest.param(GOOD.replace("\n", "\r\n").encode(), None, id="ends-of-windows"),
    pytest.param(GOOD.replace("\n", "\r").encode(), None, id="ends-of-the-old-mac"),
    pytest.param(GOOD.encode("utf-16"), "not-utf-8", id="utf-16"),
    pytest.param(GOOD.encode("utf-16-le"), "not-utf-8", id="utf-16-without-mark"),
    pytest.param(GOOD.encode("utf-32"), "not-utf-8", id="utf-32"),
    pytest.param(GOOD.encode("cp1258", "replace"), "not-utf-8", id="windows-1258"),
    pytest.param(b"\0" * 5000, "control-character", id="nothing-but-nul"),
    pytest.param(GOOD.encode() + b"\0", "control-character", id="nul-at-the-end"),
    pytest.param(b"\xef\xbb\xbf", "empty-file", id="nothing-but-a-mark"),
]


@pytest.mark.parametrize(("content", "key"), ENCODINGS)
def test_encodings(tmp_path: Path, content: bytes, key: str | None) -> None:
    file = tmp_path / "plans.yaml"
    file.write_bytes(content)
    assert [one.key for one in load_and_hold(file).problems] == ([key] if key else [])


@pytest.mark.parametrize("kind", ["fifo", "folder", "link-to-device", "link-to-nothing", "link-to-itself", "socket"])
def test_what_is_no_file_is_not_waited_for(tmp_path: Path, kind: str) -> None:
    _make(tmp_path / "odd.yaml", kind)
    (tmp_path / "plans.yaml").write_text("version: 1\norganisations: [{include: odd.yaml}]\n", "utf-8")
    for file in (tmp_path / "plans.yaml", tmp_path / "odd.yaml"):
        assert load_and_hold(file).plans is None


def _make(path: Path, kind: str) -> None:
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "socket":
        import socket

        with socket.socket(socket.AF_UNIX) as server:
            server.bind(str(path))
    else:
        path.symlink_to({"link-to-device": "/dev/zero", "link-to-nothing": "nowhere"}.get(kind, str(path)))
