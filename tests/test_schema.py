"""The schema that editors use says the same as the models of the loader, and takes the shipped files."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml
from typer.testing import CliRunner

from bot.__main__ import app
from bot.commands.schema import SCHEMA, as_text
from schedules.loading.plan_schema import LISTS, first_line
from tests.good_plans import GOOD

ROOT = Path(__file__).parent.parent
FILES = [ROOT / "plans.yaml", *sorted((ROOT / "plans").glob("*/*.yaml"))]
KNOWN = {  # the words of JSON Schema that our schema uses; another one needs a rule below
    *("$schema", "$defs", "$ref", "title", "description", "anyOf", "enum", "type", "pattern", "minLength", "maxLength"),
    *("minimum", "maximum", "items", "properties", "required", "additionalProperties"),
}
TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "null": type(None),
    "boolean": bool,
    "integer": int,
    "number": (int, float),
}


class Editor(yaml.SafeLoader):
    """Read YAML 1.2 as editors do: 17:30 and 2026-05-07 are text, yes is text, 12 is a number."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


for tag, pattern, first in (
    ("bool", r"true|false", "tf"),
    ("null", r"~|null|", ["~", "n", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?[0-9]+\.[0-9]+", "-+0123456789"),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), list(first))
Editor.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node)))


@pytest.fixture(scope="module")
def whole() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(SCHEMA.read_text("utf-8"))
    return schema


def mistakes(value: Any, schema: Mapping[str, Any], whole: Mapping[str, Any], at: str = "") -> list[str]:
    """Return where a value breaks a schema."""
    assert schema.keys() <= KNOWN, schema.keys() - KNOWN
    if "$ref" in schema:
        return mistakes(value, whole["$defs"][schema["$ref"].removeprefix("#/$defs/")], whole, at)
    if "anyOf" in schema:
        tried = [mistakes(value, one, whole, at) for one in schema["anyOf"]]
        return min(tried, key=lambda found: (found == [f"{at}: type"], len(found)))
    if "enum" in schema:
        return [] if any(value == one and type(value) is type(one) for one in schema["enum"]) else [f"{at}: enum"]
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    number_as_yes = isinstance(value, bool) and "boolean" not in types
    if number_as_yes or not isinstance(value, tuple({t for one in types for t in _kinds(TYPES[one])})):
        return [f"{at}: type"]
    return [*_scalar(value, schema, at), *_inside(value, schema, whole, at)]


def _kinds(of: type | tuple[type, ...]) -> tuple[type, ...]:
    return of if isinstance(of, tuple) else (of,)


def _scalar(value: Any, schema: Mapping[str, Any], at: str) -> list[str]:
    if isinstance(value, str):
        fits = len(value) >= schema.get("minLength", 0) and len(value) <= schema.get("maxLength", len(value))
        return [] if fits and re.search(schema.get("pattern", ""), value) else [f"{at}: text"]
    if isinstance(value, int) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        return [f"{at}: number"]
    return []


def _inside(value: Any, schema: Mapping[str, Any], whole: Mapping[str, Any], at: str) -> list[str]:
    if isinstance(value, list):
        return [one for n, item in enumerate(value) for one in mistakes(item, schema["items"], whole, f"{at}/{n}")]
    if not isinstance(value, dict):
        return []
    keys, other = schema.get("properties", {}), schema["additionalProperties"]
    missing = [f"{at}/{key}: missing" for key in schema.get("required", ()) if key not in value]
    extra = [f"{at}/{key}: extra" for key in value if key not in keys and other is False]
    known = {key: keys.get(key, other) for key in value if key in keys or other}
    inner = [one for key, of in known.items() for one in mistakes(value[key], of, whole, f"{at}/{key}")]
    return [*missing, *extra, *inner]


def part_of(file: Path, whole: dict[str, Any]) -> dict[str, Any]:
    """Return the schema that a file's first line names."""
    first = file.read_text("utf-8").partition("\n")[0]
    path, _, part = first.removeprefix("# yaml-language-server: $schema=").partition("#/$defs/")
    assert (file.parent / path).resolve() == SCHEMA.resolve(), first
    return whole["$defs"][part] if part else whole


def test_the_file_says_what_the_models_say() -> None:
    assert SCHEMA.read_text("utf-8") == as_text("vi"), "run: python -m bot schema --to schedules/plans.schema.json"


def test_it_can_be_had_in_english(tmp_path: Path) -> None:
    file = tmp_path / "schema.json"
    result = CliRunner().invoke(app, ["schema", "--lang", "en", "--to", str(file)])
    assert result.exit_code == 0
    assert json.loads(file.read_text("utf-8"))["$defs"]["task"]["properties"]["title"]["description"] == (
        "What has to be done."
    )


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_the_shipped_files_name_it_and_keep_to_it(file: Path, whole: dict[str, Any]) -> None:
    assert mistakes(yaml.load(file.read_text("utf-8"), Editor), part_of(file, whole), whole) == []


def test_the_good_file_keeps_to_it(whole: dict[str, Any]) -> None:
    assert mistakes(yaml.load(GOOD, Editor), whole, whole) == []


def test_every_part_that_a_first_line_may_name_is_there(whole: dict[str, Any]) -> None:
    named = {"", "organisation", "plan", "outline", "calendar", *LISTS}
    assert named - {""} <= whole["$defs"].keys()
    assert first_line("plans.schema.json", "plan") == "# yaml-language-server: $schema=plans.schema.json#/$defs/plan"


# What is written instead of what, and where an editor must underline it.
WRONG = [
    ("kind: report", "kind: raport", "tasks/0/kind: enum"),
    ("title: Kế hoạch thử", "titel: Kế hoạch thử", "plans/0/title: missing"),
    ("title: Kế hoạch thử", "title: ''", "plans/0/title: text"),
    ("title: Kế hoạch thử", "title: [Kế hoạch]", "plans/0/title: type"),
    ("'2026-04-22'", "22/4/2026", "issued_on: text"),
    ("'2026-04-22'", "2026-13-22", "issued_on: text"),
    ("13:30-16:30", "13h30-16h30", "hours/1: text"),
    ("attached: true", "attached: có", "forms/0/attached: enum"),
    ("[cac-so, cac-xa]", "cac-so", "tasks/0/units: type"),
    ("[cac-so, cac-xa]", "[{of: cac-so, by: x}]", "units/0/by: extra"),
    ("id: cac-xa", "id: Các xã", "groups/1/id: text"),
    ("kind: xa}", "kind: thi-tran}", "roster/0/kind: enum"),
    ("version: 1", "version: 2", "/version: enum"),
    ("id: ke-hoach\n", "id: ke-hoach\n        ladder: {before: [1000]}\n", "ladder/before/0: number"),
    ("id: ke-hoach\n", "id: ke-hoach\n        closes: 17h\n", "closes: text"),
    ("    plans:", "    plans:\n      - {include: a, id: x}", "plans/0/id: extra"),
]


@pytest.mark.parametrize(("written", "instead", "told"), WRONG)
def test_wrong_files_do_not_keep_to_it(whole: dict[str, Any], written: str, instead: str, told: str) -> None:
    assert written in GOOD
    found = mistakes(yaml.load(GOOD.replace(written, instead, 1), Editor), whole, whole)
    assert any(one.endswith(told) for one in found), found


# Ways of writing that the loader takes and an editor must not underline.
RIGHT = [
    ("number: 1/KH-UBND", "number: 12"),
    ("code: '00001'", "code: 00001"),
    ("'2026-04-22'", "2026-04-22"),
    ("title: Kế hoạch thử", "title: Kế hoạch thử\n        closes: 17:00\n        secrecy:"),
    ("deadline: trước ngày 07/5/2026", "deadline: {phrase: Quý II, last_day: 2026-06-30}"),
    ("[cac-so, cac-xa]", "[cac-so, {of: cac-xa, deadline: trước ngày 09/5/2026}]"),
    ("    plans:", "    plans:\n      - include: ke-hoach.yaml"),
    ("members: [so-mot, so-hai]", "members: {include: so.yaml}"),
]


@pytest.mark.parametrize(("written", "instead"), RIGHT)
def test_right_files_keep_to_it(whole: dict[str, Any], written: str, instead: str) -> None:
    assert written in GOOD
    assert mistakes(yaml.load(GOOD.replace(written, instead, 1), Editor), whole, whole) == []
