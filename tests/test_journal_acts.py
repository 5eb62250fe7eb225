"""Every act that the code writes into the journal has its words."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from handlers.contacts.journal_words import ACTS
from tests.test_texts import messages

ROOT = Path(__file__).parent.parent
ROOMS = ("bot", "handlers", "storage")


def modules() -> dict[Path, ast.Module]:
    return {file: ast.parse(file.read_text("utf-8")) for room in ROOMS for file in sorted((ROOT / room).rglob("*.py"))}


def passing_on(module: ast.Module) -> dict[str, int]:
    """Return the functions of a module that are given an act, with its place among their arguments."""
    found = {}
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef):
            names = [one.arg for one in (*node.args.posonlyargs, *node.args.args)]
            keywords = [one.arg for one in node.args.kwonlyargs]
            if "act" in names + keywords:
                found[node.name] = names.index("act") if "act" in names else -1
    return found


def called(node: ast.Call) -> str:
    """Return the last name of what is called: "write" of ``journal.write``."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def literals(node: ast.expr) -> Iterator[str]:
    """Yield the words that an expression can be, as far as it says them."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)


def acts_of(module: ast.Module, takes_act: dict[str, int]) -> Iterator[tuple[str, str | None]]:
    """Yield (line, act) of every call that is given one; None for what cannot be seen here."""
    for node in ast.walk(module):
        if not isinstance(node, ast.Call) or called(node) not in takes_act:
            continue
        place = takes_act[called(node)]
        given = [one.value for one in node.keywords if one.arg == "act"]
        given += [node.args[place]] if 0 <= place < len(node.args) else []
        for one in given:
            passed_on = isinstance(one, ast.Name) and one.id == "act"
            words = list(literals(one))
            if words or not passed_on:
                yield from ((str(node.lineno), word) for word in words or [None])


def written() -> dict[str, str]:
    """Return every act with a place that writes it."""
    found: dict[str, str] = {}
    for file, module in modules().items():
        takes_act = {**passing_on(module), "write": -1} if "journal" in file.read_text("utf-8") else passing_on(module)
        for line, act in acts_of(module, takes_act):
            where = f"{file.relative_to(ROOT)}:{line}"
            assert act is not None, f"{where}: which act this is cannot be seen; name it there"
            found.setdefault(act, where)
    return found


def test_every_act_is_worded() -> None:
    missing = {act: where for act, where in written().items() if act not in ACTS}
    assert missing == {}, "add them to handlers/journal_words.ACTS, with a text act-… each"


def test_every_worded_act_has_its_text() -> None:
    assert {act for act in ACTS if f"act-{act.replace('_', '-')}" not in messages("vi")} == set()


def test_the_acts_are_found() -> None:
    assert {"joined", "submitted", "withdrawn", "unlinked", "forgotten", "first-load"} <= written().keys()
