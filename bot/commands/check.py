"""``check``: every problem of plans.yaml as file:line:column, all at once."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer

from bot.settings import Settings
from bot.wording import Language, wording
from handlers.vocabulary import Text
from schedules.loading.loader import Loaded, load
from schedules.plan import Plans
from schedules.problem import Problem


class Form(StrEnum):
    TEXT = "text"
    JSON = "json"


def check(
    file: Annotated[Path | None, typer.Argument(help="plans.yaml; default PLANS_FILE")] = None,
    form: Annotated[Form, typer.Option("--format")] = Form.TEXT,
    lang: Annotated[Language | None, typer.Option()] = None,
) -> None:
    """Tell every problem; exit 0 without any (warnings are none), 1 with some, 2 if the file is no readable text."""
    settings = Settings()
    language = lang or settings.language
    loaded = load(file or settings.plans_file)
    if form is Form.JSON:
        print(json.dumps(as_json(loaded, language), ensure_ascii=False))
    else:
        _print(loaded, language)
    raise typer.Exit(exit_code(loaded))


def exit_code(loaded: Loaded) -> int:
    """Return 0, 1 or 2 as the command ends."""
    if not loaded.readable:
        return 2
    return 0 if loaded.plans else 1


def print_problems(loaded: Loaded, to: TextIO) -> None:
    """Print what refuses a file, for commands that cannot go on without it; warnings are for ``check``."""
    words = Settings().language
    for problem in loaded.problems:
        if problem.severity == "problem":
            print(line(problem, words), file=to)


def line(problem: Problem, language: str) -> str:
    """Write a problem as file:line:column: message."""
    place = problem.place
    return f"{place.file}:{place.line}:{place.column}: {_message(problem, language)}"


def _message(problem: Problem, language: str) -> str:
    message = wording(language).text(Text(f"problem-{problem.key}", problem.values))
    return (
        message if problem.severity == "problem" else wording(language).text(Text("check-warning", {"what": message}))
    )


def as_json(loaded: Loaded, language: str) -> dict[str, Any]:
    """Return all that a program may want to know."""
    problems = [
        {
            "file": one.place.file,
            "line": one.place.line,
            "column": one.place.column,
            "severity": one.severity,
            "key": one.key,
            "message": wording(language).text(Text(f"problem-{one.key}", one.values)),
        }
        for one in loaded.problems
    ]
    return {"problems": problems, **sizes(loaded.plans)}


def sizes(plans: Plans | None) -> dict[str, int]:
    """Count what the plans hold."""
    organisations = list(plans.organisations.values()) if plans else []
    issued = [plan for organisation in organisations for plan in organisation.plans.values()]
    tasks = [task for plan in issued for task in plan.tasks.values()]
    return {
        "organisations": len(organisations),
        "units": sum(len(organisation.units) for organisation in organisations),
        "plans": len(issued),
        "tasks": len(tasks),
        "assignments": sum(len(due.unit_ids) for task in tasks for due in task.dues),
    }


def _print(loaded: Loaded, language: str) -> None:
    """Print problems and warnings apart, each in the order of the files; then how many there are."""
    refused = [one for one in loaded.problems if one.severity == "problem"]
    doubtful = [one for one in loaded.problems if one.severity == "warning"]
    _print_part(Text("check-problems"), refused, language)
    _print_part(Text("check-warnings"), doubtful, language)
    counts: dict[str, object] = {"problems": len(refused), "warnings": len(doubtful)}
    print(wording(language).text(Text("check-counts", counts)))
    if loaded.plans:
        print(wording(language).text(Text("check-sizes", dict(sizes(loaded.plans)))))


def _print_part(heading: Text, problems: Sequence[Problem], language: str) -> None:
    if problems:
        print(wording(language).text(heading))
        for problem in problems:
            print(line(problem, language))
        print()
