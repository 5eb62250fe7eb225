"""Both languages say the same things with the same values, the code names nothing else, and nothing lies unused."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

ROOT = Path(__file__).parent.parent
TEXTS = ROOT / "bot" / "texts"
ROOMS = ("bot", "handlers", "storage", "schedules")
PIECE = re.compile(r"[a-z0-9-]*")  # what a key is made of
# No emoji, no exclamation marks, nobody addressed as a friend: the original speaks as an office does.
UNOFFICIAL = re.compile(r"!|[\U0001F000-\U0001FAFF\u2600-\u27BF\uFE0F]|\b(bạn|anh/chị|vi phạm|phạt)\b", re.IGNORECASE)


class Variables(Visitor):
    """Collect the values that a message asks for."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)


@cache
def everything(language: str) -> str:
    """Return all the files of a language as one text."""
    return "\n".join(file.read_text("utf-8") for file in sorted(TEXTS.glob(f"{language}*.ftl")))


@cache
def messages(language: str) -> dict[str, ftl.Message]:
    resource = FluentParser().parse(everything(language))
    junk = [entry.content for entry in resource.body if isinstance(entry, ftl.Junk)]
    assert junk == []
    found = [entry for entry in resource.body if isinstance(entry, ftl.Message)]
    keys = [message.id.name for message in found]
    assert sorted(keys) == sorted(set(keys)), [key for key in set(keys) if keys.count(key) > 1]
    return {message.id.name: message for message in found}


def source(language: str, key: str) -> str:
    """Return a message as it stands in its file."""
    span = messages(language)[key].span
    assert span is not None
    return everything(language)[span.start : span.end]


def variables(message: ftl.Message) -> set[str]:
    visitor = Variables()
    visitor.visit(message)
    return visitor.names


@cache
def code() -> tuple[ast.Module, ...]:
    return tuple(ast.parse(file.read_text("utf-8")) for room in ROOMS for file in sorted((ROOT / room).rglob("*.py")))


def strings() -> set[str]:
    """Return every string literal of the code."""
    return {
        node.value
        for module in code()
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def patterns() -> list[re.Pattern[str]]:
    """Return the keys that the code puts together, such as f"role-{kind}", as patterns."""
    built = [node for module in code() for node in ast.walk(module) if isinstance(node, ast.JoinedStr)]
    shapes = [[_literal(part) for part in node.values] for node in built]
    return [
        re.compile("".join(re.escape(part) if part else "[a-z0-9-]+" for part in shape))
        for shape in shapes
        if any("-" in part for part in shape) and all(PIECE.fullmatch(part) for part in shape)
    ]


def _literal(part: ast.expr) -> str:
    """Return what an f-string says literally, "" for a value in it."""
    return part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else ""


def keys_named() -> Iterator[str]:
    """Yield the literal keys of the Text(...) calls of the code."""
    for module in code():
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text" and node.args:
                key = node.args[0]
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    yield key.value


def test_both_languages_have_the_same_keys() -> None:
    assert messages("vi").keys() == messages("en").keys()


def test_both_languages_use_the_same_values() -> None:
    theirs = {key: variables(message) for key, message in messages("en").items()}
    assert {key: variables(message) for key, message in messages("vi").items()} == theirs


def test_every_key_of_the_code_has_its_text() -> None:
    assert set(keys_named()) - messages("vi").keys() == set()


def test_no_text_lies_unused() -> None:
    literal, built = strings(), patterns()
    unused = [
        key for key in messages("vi") if key not in literal and not any(pattern.fullmatch(key) for pattern in built)
    ]
    assert unused == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_markup_is_closed(language: str) -> None:
    for key in messages(language):
        template = source(language, key)
        assert template.count("<b>") == template.count("</b>"), key
        assert template.count("<i>") == template.count("</i>"), key


def test_the_original_speaks_as_an_office() -> None:
    said = {key: found[0] for key in messages("vi") if (found := UNOFFICIAL.search(source("vi", key)))}
    assert said == {}
