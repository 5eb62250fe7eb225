"""The two pages about plans.yaml say the same of the same keys: those of the models, no others and none left out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from schedules.loading import plan_format
from tests.test_texts import messages

DOCS = Path(__file__).parent.parent / "docs"
PAGES = ("plans-yaml.md", "tep-ke-hoach.md")
FENCED = re.compile(r"```(yaml)\n(.*?)```", re.DOTALL)
KEY = re.compile(r"(?:^|[\s{\[(,`])([a-z_]+)(?=:(?:\s|$))")
NEW_PROBLEMS = (
    "empty-group",
    "same-name",
    "on-day-off",
    "begins-after",
    "far-deadline",
    "empty-value",
    "too-many-assignments",
)


def page(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def examples(name: str) -> str:
    """Return the examples without what is only said of them; keys that are commented out are none."""
    return "\n".join(code for _, code in FENCED.findall(page(name)))


def keys_in_order(name: str) -> list[str]:
    return [
        key for line in examples(name).splitlines() for key in KEY.findall(re.sub(r"\s#.*|^# (?!deadline).*", "", line))
    ]


def model_keys() -> set[str]:
    shapes = [one for one in vars(plan_format).values() if isinstance(one, type) and issubclass(one, BaseModel)]
    return {key.rstrip("_") for shape in shapes for key in shape.model_fields}


@pytest.mark.parametrize("name", PAGES)
def test_every_key_of_the_models_is_there(name: str) -> None:
    said = set(re.findall(r"[a-z_]+", page(name)))
    assert model_keys() - said == set()


@pytest.mark.parametrize("name", PAGES)
def test_no_other_key_is_there(name: str) -> None:
    assert set(keys_in_order(name)) - model_keys() == {"include"}


def test_both_have_the_same_keys_in_the_same_order() -> None:
    english, vietnamese = (keys_in_order(name) for name in PAGES)
    assert vietnamese == english
    assert len(english) > 100


@pytest.mark.parametrize("name", PAGES)
def test_the_problems_that_are_named_exist(name: str) -> None:
    named = set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", page(name)))
    assert named == set(NEW_PROBLEMS)
    assert {f"problem-{key}" for key in named} <= messages("vi").keys()


def test_both_have_as_many_headings_and_examples() -> None:
    for sign in ("\n## ", "```", "\n| `", "\n1. ", "\n2. ", "\n3. ", "\n4. "):
        assert page(PAGES[0]).count(sign) == page(PAGES[1]).count(sign), sign
