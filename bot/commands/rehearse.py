"""``rehearse``: show what would be sent, line by line, without a database or a network."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from bot.commands.check import print_problems
from bot.commands.troubles import WRONG_OPTIONS, stop
from bot.settings import Settings, tokens
from bot.wording import Wording, wording
from handlers.vocabulary import Text
from schedules.deadline import VIETNAM
from schedules.duties import Duty, duties, office_of, steps
from schedules.ladder import Step
from schedules.loader import load
from schedules.plan import Plans

if TYPE_CHECKING:
    from rich.table import Table

UNITS_WIDTH, STEP_WIDTH = 10, 23  # "150 đơn vị", "quá hạn 5 ngày làm việc": the moments line up


class Form(StrEnum):
    TABLE = "table"
    JSONL = "jsonl"


def rehearse(
    file: Annotated[Path | None, typer.Argument(help="plans.yaml")] = None,
    first: Annotated[datetime, typer.Option("--from", formats=["%Y-%m-%d"])] = ...,  # type: ignore[assignment]
    last: Annotated[datetime, typer.Option("--to", formats=["%Y-%m-%d"])] = ...,  # type: ignore[assignment]
    form: Annotated[Form, typer.Option("--format")] = Form.TABLE,
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
    if form is Form.JSONL:
        write_lines(loaded.plans, first.date(), last.date(), sys.stdout)
        _tell_needs(loaded.plans, first.date(), last.date(), settings, sys.stderr)
    else:
        _print_table(loaded.plans, first.date(), last.date(), wording(settings.language))
        _tell_needs(loaded.plans, first.date(), last.date(), settings, sys.stdout)
    sys.stdout.flush()  # here a reader that has left (head) is an end; at the interpreter's end it is a traceback


def _tell_needs(plans: Plans, first: date, last: date, settings: Settings, to: TextIO) -> None:
    """Say what each month would take of the quota of a Zalo bot, and what would give way."""
    from bot.commands.month_needs import need_texts, needs  # brings the database along

    quota, words = settings.zalo_monthly_quota, wording(settings.language)
    if not quota:
        return
    bots = [bot for channel, bot in tokens(settings, os.environ) if channel == "zalo"]
    to.write(f"\n{words.text(Text('rehearse-quota-title'))}\n")
    for need in needs(plans, bots, first, last):
        to.write("\n".join(words.text(text) for text in need_texts(need, plans, "zalo", quota)) + "\n")


def reminders(plans: Plans, first: date, last: date) -> Iterator[tuple[Step, Duty]]:
    """Yield the steps of all duties from one day to another, in the order of their moments.

    Assumes each plan loaded on its ``remind_from`` and nobody submitted. One pair stands for all units of the duty.
    """
    start = datetime.combine(first, time(), VIETNAM)
    end = datetime.combine(last + timedelta(days=1), time(), VIETNAM)
    found = [
        (step, duty)
        for organisation in plans.organisations.values()
        for duty in duties(organisation, first, last)
        for step in steps(duty, office_of(organisation))
        if start <= step.at < end
    ]
    return iter(sorted(found, key=lambda pair: (pair[0].at, pair[1].organisation.id)))


def write_lines(plans: Plans, first: date, last: date, to: TextIO) -> int:
    """Write one JSON object a line for each unit of each reminder, as it is found; memory holds one reminder's units.

    Returns:
        How many lines were written.
    """
    written = 0
    for step, duty in reminders(plans, first, last):
        units = duty.organisation.units
        head, tail = _around_unit(step, duty)
        for unit in duty.unit_ids:
            to.write(f'{head}"unit": {json.dumps(unit)}, "unit_name": {_json(units[unit].name)}, {tail}\n')
        written += len(duty.unit_ids)
    return written


def _around_unit(step: Step, duty: Duty) -> tuple[str, str]:
    """Write what all units of a reminder share once; only the unit differs from line to line."""
    before = {
        "at": step.at.isoformat(),
        "organisation": duty.organisation.id,
        "plan": duty.plan.id,
        "task": duty.task.id,
    }
    after = {"step": step.kind, "working_days": step.working_days, "deadline": _deadline(duty)}
    if duty.period:
        before["period"] = duty.period
    return _json(before)[:-1] + ", ", _json(after)[1:]


def _deadline(duty: Duty) -> dict[str, str]:
    deadline = duty.deadline
    return {
        "phrase": deadline.phrase,
        "last_day": deadline.last_day.isoformat(),
        "ends_at": deadline.ends_at.isoformat(),
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _print_table(plans: Plans, first: date, last: date, words: Wording) -> None:
    """Print the reminders under their moments, each moment as soon as it is known."""
    from rich.console import Console
    from rich.markup import escape

    console = Console(highlight=False)
    console.print(f"[bold]{escape(words.text(Text('rehearse-title', {'first': first, 'last': last})))}[/]")
    messages = 0
    for at, group in groupby(reminders(plans, first, last), key=lambda pair: pair[0].at):
        console.print(f"\n[bold]{escape(words.text(Text('one-moment', {'at': at})))}[/]")
        found = list(group)
        console.print(_rows(found, max(map(len, plans.organisations)), words))
        messages += sum(len(duty.unit_ids) for _, duty in found)
    console.print()
    console.print(words.text(Text("rehearse-total", {"reminders": messages})))


def _rows(found: list[tuple[Step, Duty]], widest: int, words: Wording) -> Table:
    """Lay out the reminders of one moment: who, how many, which step, and the task above its deadline."""
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(min_width=widest, no_wrap=True)
    table.add_column(min_width=UNITS_WIDTH, no_wrap=True, justify="right")
    table.add_column(min_width=STEP_WIDTH, no_wrap=True)
    table.add_column(overflow="fold")
    for step, duty in found:
        units = words.text(Text("rehearse-units", {"count": len(duty.unit_ids)}))
        label = words.text(Text(f"step-{step.kind.replace('_', '-')}", {"days": step.working_days or 0}))
        deadline = words.text(Text("one-deadline", {"deadline": duty.deadline}))
        task = f"{escape(duty.task.title)}\n[dim]{escape(deadline)}[/]"
        table.add_row(duty.organisation.id, units, label, task)
    return table
