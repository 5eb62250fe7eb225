"""``draft``: what an issued document obliges whom to do, as a plans.yaml to go on with or as JSON."""

from __future__ import annotations

import json
import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.check import print_problems
from bot.commands.troubles import stop
from bot.settings import Settings
from bot.wording import wording
from handlers.vocabulary import Text
from schedules.loading.loader import load
from schedules.plan import Organisation


class Form(StrEnum):
    YAML = "yaml"
    JSON = "json"


def draft(
    file: Annotated[Path, typer.Argument(help="A .docx, .pdf, .txt or .md document.")],
    on: Annotated[str, typer.Option("--on", help="Its day where it prints none, YYYY-MM-DD.")] = "",
    form: Annotated[Form, typer.Option("--format")] = Form.YAML,
    organisation: Annotated[str, typer.Option(help="An organisation of PLANS_FILE: only the plan is drafted.")] = "",
    to: Annotated[Path | None, typer.Option(help="The file to write; default: print it.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
) -> None:
    """Draft the plan that a document states; exit 0, 1 if it must not be drafted, 2 if it cannot be read."""
    from schedules.drafting.drafting import draft as draft_of
    from schedules.drafting.files.opening import Unreadable, open_document

    settings = Settings()
    words = wording(settings.language).text
    if to and to.exists() and not force:
        stop(settings, Text("draft-file-there", {"file": str(to)}))
    day = _day(on)
    known = _known(settings, organisation) if organisation else None
    try:
        document = open_document(file)
        found = draft_of(document, day)
    except Unreadable as trouble:
        print(words(Text(f"draft-unreadable-{trouble.key}", dict(trouble.values))), file=sys.stderr)
        raise typer.Exit(2) from None
    if found.head.secrecy:
        print(words(Text("draft-secret", {"marking": found.head.secrecy})), file=sys.stderr)
        raise typer.Exit(1)
    if form is Form.JSON:
        from bot.drafts.json_form import as_json
        from bot.drafts.questions import of_document

        questions = list(dict.fromkeys(words(text) for text in of_document(found)))
        _hand_out(settings, json.dumps(as_json(found, questions), ensure_ascii=False, indent=2) + "\n", to)
        return
    from bot.drafts.file_head import Origin
    from bot.drafts.standing_office import standing_office
    from bot.drafts.yaml_file import plan_file, whole_file

    origin = Origin(file.name, day, str(to or ""))
    if known:
        written = plan_file(found, origin, words, known)
    else:
        written = whole_file(found, origin, words, standing_office(document))
    _hand_out(settings, written.text, to)
    for number, question in enumerate(written.questions, 1):
        print(f"{number}. {question}", file=sys.stderr)


def _hand_out(settings: Settings, text: str, to: Path | None) -> None:
    """Print a draft, or write it to a file and say so."""
    if to is None:
        print(text, end="")
        return
    try:
        to.write_text(text, "utf-8")
    except OSError:
        stop(settings, Text("draft-cannot-write", {"file": str(to)}))
    print(wording(settings.language).text(Text("draft-written", {"file": str(to)})))


def _day(on: str) -> date | None:
    try:
        return date.fromisoformat(on) if on else None
    except ValueError:
        raise typer.BadParameter(on, param_hint="--on") from None


def _known(settings: Settings, organisation: str) -> Organisation:
    loaded = load(settings.plans_file)
    if loaded.plans is None:
        print_problems(loaded, sys.stderr)
        raise typer.Exit(1)
    if organisation not in loaded.plans.organisations:
        known = ", ".join(loaded.plans.organisations)
        stop(settings, Text("cannot-unknown-organisation", {"organisation": organisation, "known": known}))
    return loaded.plans.organisations[organisation]
