"""``rehearse``: show what would be sent, without a network; a database is only read when asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from bot.clock import real_now
from bot.commands.check import print_problems
from bot.commands.troubles import WRONG_OPTIONS, explain, stop
from bot.rehearsals.calls import Call, Wanted, calls, endings
from bot.rehearsals.choosing import wanted as wanted_of
from bot.rehearsals.lines import write_lines
from bot.rehearsals.sections import Section, linked_section, quota_section, sections, write_sections
from bot.settings import Settings
from bot.wording import wording
from handlers.vocabulary import Text
from schedules.loading.loader import load
from schedules.plan import Plans


class Form(StrEnum):
    TABLE = "table"
    JSONL = "jsonl"
    ICS = "ics"
    HTML = "html"


def rehearse(
    file: Annotated[Path | None, typer.Argument(help="plans.yaml")] = None,
    first: Annotated[datetime, typer.Option("--from", formats=["%Y-%m-%d"])] = ...,  # type: ignore[assignment]
    last: Annotated[datetime, typer.Option("--to", formats=["%Y-%m-%d"])] = ...,  # type: ignore[assignment]
    form: Annotated[Form, typer.Option("--format", help="html and ics: write the output to a file")] = Form.TABLE,
    organisation: Annotated[str, typer.Option(help="only this organisation, by its id")] = "",
    unit: Annotated[str, typer.Option(help="only this unit, by its id or name")] = "",
    contacts: Annotated[bool, typer.Option("--contacts", help="read DATABASE_URL: who is not linked")] = False,
) -> None:
    """Show what would be sent from one day to another, both included."""
    settings = Settings()
    if last < first:
        window: dict[str, object] = {"first": first.date(), "last": last.date()}
        stop(settings, Text("cannot-window", window), WRONG_OPTIONS)
    loaded = load(file or settings.plans_file)
    if loaded.plans is None:
        print_problems(loaded, sys.stderr)
        raise typer.Exit(1 if loaded.readable else 2)
    wanted = wanted_of(settings, loaded.plans, (first.date(), last.date()), organisation, unit)
    with explain(settings) if contacts else nullcontext():  # to explain loads all that may go wrong
        _write(loaded.plans, wanted, calls(loaded.plans, wanted), form, settings, contacts)
    sys.stdout.flush()  # here a reader that has left (head) is an end; at the interpreter's end it is a traceback


def _write(plans: Plans, wanted: Wanted, found: Sequence[Call], form: Form, settings: Settings, contacts: bool) -> None:
    """Write one form to standard output; what is no part of a file that others read goes beside it."""
    words, title = wording(settings.language), _title(plans, wanted)
    more = partial(_below, plans, wanted, found, settings, contacts)
    match form:
        case Form.JSONL:
            write_lines(found, sys.stdout)
            write_sections(more(brief=True), words, sys.stderr)
        case Form.ICS:
            from bot.rehearsals.ical import calendar

            _write_bytes(calendar(found, endings(plans, wanted), wanted, title, words, real_now()))
            write_sections(more(brief=True), words, sys.stderr)
        case Form.HTML:
            from bot.rehearsals.page import page

            _write_bytes(page(found, endings(plans, wanted), wanted, title, more(), words).encode())
        case Form.TABLE:
            from bot.rehearsals.table import print_table

            print_table(found, wanted, title, words)
            write_sections(more(), words, sys.stdout)


def _below(
    plans: Plans, wanted: Wanted, found: Sequence[Call], settings: Settings, contacts: bool, *, brief: bool = False
) -> list[Section]:
    """Return what stands below the reminders.

    Parameters:
        brief: only what was asked for, and the months of Zalo's bots.
    """
    linked = [linked_section(settings, found, contacts=contacts)] if contacts or not brief else []
    rest = [] if brief else sections(plans, wanted, found, settings)
    months = quota_section(plans, wanted, settings)
    return [one for one in (*rest, *linked, months) if one.lines]


def _title(plans: Plans, wanted: Wanted) -> Text:
    """Name a rehearsal: its days, and what it is about."""
    days = {"first": wanted.first, "last": wanted.last}
    organisation = plans.organisations.get(wanted.organisation)
    if organisation is None:
        return Text("rehearse-title", days)
    name = organisation.units[wanted.unit].name if wanted.unit else organisation.name
    return Text("rehearse-title-of", {**days, "name": name})


def _write_bytes(content: bytes) -> None:
    """Write a file's bytes as they are: no line ends are changed."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
