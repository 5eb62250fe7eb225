"""Files that no editor of plans wrote, and files half written: none ends in a traceback, a hang or silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from bot.__main__ import app
from bot.commands.check import line
from schedules.loading.loader import load
from tests.good_plans import GOOD

BYTES = [
    pytest.param(b"", "1:1: empty-file", 1, id="empty"),
    pytest.param(b"# nothing but a comment\n", "1:1: empty-file", 1, id="only-a-comment"),
    pytest.param(b"- a\n- b\n", "1:1: wrong-type", 1, id="list-instead-of-mapping"),
    pytest.param(b"just words\n", "1:1: wrong-type", 1, id="words"),
    pytest.param(b"\x7fELF\x02\x01\x01\x00\xff\xfe\x00", "1:9: not-utf-8", 2, id="binary"),
    pytest.param("name: Sở Nội vụ\n".encode("utf-16"), "1:1: not-utf-8", 2, id="utf-16"),
    pytest.param(b"version: 1\nname: \x00\n", "2:7: control-character", 2, id="nul"),
    pytest.param(b"~\n", "1:1: empty-file", 1, id="null"),
    pytest.param("version: 1\nname: a\u2028b\n".encode(), "2:8: hidden-character", 1, id="hidden-line-end"),
    pytest.param(b"version: 1\nname: caf\xe9\n", "2:10: not-utf-8", 2, id="latin-1"),
    pytest.param(b"version: 1\n---\nversion: 1\n", "2:1: syntax-document", 1, id="two-documents"),
    pytest.param(b"version: 1\nabc\n", "2:1: syntax-no-colon", 1, id="words-at-the-end"),
    pytest.param(b"- a\n" * 300_000, "300000:3: too-much", 1, id="too-many-values"),
    pytest.param(b"".join(b" " * row + b"a:\n" for row in range(99)), "41:41: too-deep", 1, id="deep-blocks"),
    pytest.param(b"version: '" + b"x" * 10_000_000 + b"'\n", "1:1: too-large", 1, id="ten-megabytes"),
    pytest.param(b"version: 1\nname: '" + b"x" * 1_000_000 + b"'\n", "2:1: line-too-long", 1, id="a-megabyte-line"),
    pytest.param(b"[" * 100_000, "1:41: too-deep", 1, id="deep-brackets"),
    pytest.param(b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "1:4: alias", 1, id="alias-bomb"),
]


@pytest.mark.parametrize(("content", "told", "code"), BYTES)
def test_hostile_bytes(tmp_path: Path, content: bytes, told: str, code: int) -> None:
    file = tmp_path / "plans.yaml"
    file.write_bytes(content)
    result = CliRunner().invoke(app, ["check", str(file)])
    (first, *_) = load(file).problems
    assert f"{first.place.line}:{first.place.column}: {first.key}" == told
    assert result.exit_code == code
    assert f"{file}:{told.partition(' ')[0]}" in result.output
    assert "Traceback" not in result.output


def test_a_missing_file_is_not_readable(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["check", str(tmp_path / "none.yaml")])
    assert result.exit_code == 2


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "secret.yaml").write_text("- {id: x, name: X}", "utf-8")
    (inside / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    (inside / "plans.yaml").write_text(GOOD.replace("    plans:", "    plans:\n      - include: link.yaml"), "utf-8")
    assert "include-outside" in {one.key for one in load(inside / "plans.yaml").problems}


def test_a_link_to_itself_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "round.yaml").symlink_to(tmp_path / "round.yaml")
    (tmp_path / "plans.yaml").write_text("include: round.yaml\n", "utf-8")
    assert [one.key for one in load(tmp_path / "plans.yaml").problems] == ["include-missing"]


def test_files_that_double_each_other_are_stopped(tmp_path: Path) -> None:
    """Without a bound, thirty tiny files would be read a thousand million times."""
    for number in range(30):
        (tmp_path / f"{number}.yaml").write_text(f"- include: {number + 1}.yaml\n" * 2, "utf-8")
    (tmp_path / "30.yaml").write_text("[]", "utf-8")
    (tmp_path / "plans.yaml").write_text("version: 1\norganisations:\n  - include: 0.yaml\n", "utf-8")
    loaded = load(tmp_path / "plans.yaml")
    assert [one.key for one in loaded.problems] == ["too-much"]
    assert loaded.readable


def test_a_missing_include_is_watched(tmp_path: Path) -> None:
    """The admin makes the missing file next; that must be seen without touching plans.yaml."""
    (tmp_path / "plans.yaml").write_text("include: later.yaml\n", "utf-8")
    loaded = load(tmp_path / "plans.yaml")
    assert [one.key for one in loaded.problems] == ["include-missing"]
    assert tmp_path / "later.yaml" in loaded.files


def test_an_endless_file_is_not_read_to_its_end() -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("no endless file on this system")
    loaded = load(Path("/dev/zero"))
    assert [one.key for one in loaded.problems] == ["too-large"]


def test_what_could_not_be_read_is_not_missed_a_second_time(tmp_path: Path) -> None:
    file = tmp_path / "plans.yaml"
    file.write_text("version: 1\norganisations: {include: none.yaml}\n", "utf-8")
    assert [one.key for one in load(file).problems] == ["include-missing"]


def test_a_loop_over_two_files_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "plans.yaml").write_text("include: a.yaml\n", "utf-8")
    (tmp_path / "a.yaml").write_text("include: plans.yaml\n", "utf-8")
    assert [(one.place.file.rpartition("/")[2], one.key) for one in load(tmp_path / "plans.yaml").problems] == [
        ("a.yaml", "include-loop")
    ]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_problem_of_the_good_file_cut_anywhere_is_worded(tmp_path: Path, language: str) -> None:
    """A file half written, as an editor may leave it: refused or taken, never a traceback, never an unworded key."""
    file = tmp_path / "plans.yaml"
    for length in range(0, len(GOOD), 23):
        file.write_text(GOOD[:length], "utf-8")
        loaded = load(file)
        refused = [one for one in loaded.problems if one.severity == "problem"]
        assert (loaded.plans is None) == bool(refused), length
        assert all(line(one, language) for one in loaded.problems)


PIECES = st.sampled_from(
    [" ", "\n", ":", "-", "'", '"', "{", "}", "[", "]", "\t", "&a", "*a", "<<", "null", "include: x", "9"]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, len(GOOD)), cut=st.integers(0, 40), put=st.one_of(PIECES, st.text(max_size=6)))
def test_any_slip_of_the_hand_is_told_or_harmless(tmp_path: Path, at: int, cut: int, put: str) -> None:
    file = tmp_path / "plans.yaml"
    file.write_text(GOOD[:at] + put + GOOD[at + cut :], "utf-8", errors="surrogatepass")
    loaded = load(file)
    assert (loaded.plans is None) == any(one.severity == "problem" for one in loaded.problems)
    assert all(line(one, "vi") for one in loaded.problems)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=60))
def test_any_bytes_are_told(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "plans.yaml"
    file.write_bytes(content)
    loaded = load(file)
    assert loaded.plans is None
    assert all(line(one, "vi") for one in loaded.problems if one.severity == "problem")
