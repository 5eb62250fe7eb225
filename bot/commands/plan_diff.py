"""Tell what differs between two versions of the plans, in words and in lines."""

from __future__ import annotations

import difflib
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.commands.check import print_problems
from bot.commands.plan_history import kept_versions
from bot.commands.troubles import stop
from bot.settings import Settings
from bot.wording import wording
from handlers.vocabulary import Text
from schedules.plan import Plans

if TYPE_CHECKING:
    from sqlmodel import Session


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: its number, 0 for the file, with its texts and plans."""

    number: int
    texts: Mapping[str, str]
    plans: Plans


def show_difference(settings: Settings, first: int | None, second: int | None, *, lines: bool, as_json: bool) -> None:
    """Print the difference of two versions; without a second one, to the file, or from a version to the running one."""
    from storage.database import reading

    with kept_versions(settings) as engine, reading(engine) as session:
        before = version_side(settings, session, first)
        # One number: what has changed since.
        after = version_side(settings, session, second) if first is not None else file_side(settings)
    _print(settings, before, after, lines=lines, as_json=as_json)


def version_side(settings: Settings, session: Session, number: int | None) -> Side:
    """Return a version, the running one where none is named; one that cannot be shown ends the command."""
    from schedules.kept_texts import load_kept
    from storage import plan_versions

    found = plan_versions.running(session) if number is None else plan_versions.version(session, number)
    if found is None:
        text = Text("plan-never-ran") if number is None else Text("plan-unknown-version", {"number": number})
        stop(settings, text)
    if not found.texts:
        stop(settings, Text("plan-version-forgotten", {"number": found.id, "days": plan_versions.TEXTS_KEPT.days}))
    loaded = load_kept(settings.plans_file.name, found.texts)
    if loaded.plans is None:
        stop(settings, Text("plan-version-broken", {"number": found.id}))
    return Side(found.id or 0, dict(found.texts), loaded.plans)


def file_side(settings: Settings) -> Side:
    """Return what the files say; problems end the command."""
    from schedules.loading.loader import load

    loaded = load(settings.plans_file)
    if loaded.plans is None:
        print_problems(loaded, sys.stderr)
        stop(settings, Text("cannot-no-plan", {"file": str(settings.plans_file)}))
    return Side(0, loaded.texts, loaded.plans)


def _print(settings: Settings, before: Side, after: Side, *, lines: bool, as_json: bool) -> None:
    from schedules.differing.differences import as_json as written
    from schedules.differing.differences import differences

    found = differences(before.plans, after.plans)
    changed = list(changed_lines(before.texts, after.texts)) if lines or as_json else []
    if as_json:
        print(json.dumps({"differences": written(found), "lines": changed}, ensure_ascii=False))
        return
    print_differences(settings, before.plans, after.plans)
    for line in changed:
        print(line)


def print_differences(settings: Settings, before: Plans, after: Plans) -> None:
    """Print what differs in words, organisation by organisation."""
    from handlers.plan_changes.describing import difference_texts
    from schedules.differing.differences import differences, of_organisation

    words, found = wording(settings.language), differences(before, after)
    if not found:
        print(words.text(Text("plan-no-difference")))
    for id in dict.fromkeys(one.organisation for one in found):
        here = after.organisations.get(id) or before.organisations[id]
        print(f"{here.name}:")
        mine = of_organisation(found, id)
        for text in difference_texts(mine, here, most=len(mine)):
            print(words.text(text))


def changed_lines(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    """Yield the changed lines of all files, as ``diff -u`` writes them."""
    for path in sorted(before.keys() | after.keys()):
        old, new = before.get(path, "").splitlines(), after.get(path, "").splitlines()
        if old != new:
            yield from difflib.unified_diff(old, new, f"a/{path}", f"b/{path}", lineterm="")
