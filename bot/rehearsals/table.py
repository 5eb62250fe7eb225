"""A rehearsal as tables for a terminal: the reminders under their days and moments."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from bot.rehearsals.calls import Call, Wanted
from bot.rehearsals.moves import step_text
from bot.wording import Wording
from handlers.vocabulary import Text
from schedules.deadline import VIETNAM

if TYPE_CHECKING:
    from rich.table import Table

UNITS_WIDTH, STEP_WIDTH = 10, 23  # "150 đơn vị", "quá hạn 5 ngày làm việc": the moments line up


def print_table(calls: Sequence[Call], wanted: Wanted, title: Text, words: Wording) -> None:
    """Print the reminders under their days and moments."""
    from rich.console import Console
    from rich.markup import escape

    console = Console(highlight=False)
    console.print(f"[bold]{escape(words.text(title))}[/]")
    widest = max((len(call.duty.organisation.id) for call in calls), default=0)
    for day, of_day in groupby(calls, key=lambda call: call.at.astimezone(VIETNAM).date()):
        found = list(of_day)
        heading = words.text(Text("rehearse-on-day", {"day": day, "reminders": _reminders(found)}))
        console.print(f"\n[bold underline]{escape(heading)}[/]")
        for at, group in groupby(found, key=lambda call: call.at):
            console.print(f"[bold]{escape(words.text(Text('one-moment', {'at': at})))}[/]")
            console.print(_rows(list(group), widest, wanted, words))
    console.print()
    console.print(words.text(Text("rehearse-total", {"reminders": _reminders(calls)})))


def _reminders(calls: Sequence[Call]) -> int:
    return sum(len(call.owing) + len(call.cooperating) for call in calls)


def _rows(found: list[Call], widest: int, wanted: Wanted, words: Wording) -> Table:
    """Lay out the reminders of one moment: who, how many, which step, and the task above its deadline."""
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(min_width=widest, no_wrap=True)
    table.add_column(min_width=0 if wanted.unit else UNITS_WIDTH, no_wrap=True, justify="right")
    table.add_column(min_width=STEP_WIDTH, no_wrap=True)
    table.add_column(overflow="fold")
    for call in found:
        deadline = words.text(Text("one-deadline", {"deadline": call.duty.deadline}))
        task = f"{escape(call.duty.task.title)}\n[dim]{escape(deadline)}[/]"
        step = words.text(step_text(call.step))
        table.add_row(call.duty.organisation.id, words.text(who_text(call, wanted)), step, task)
    return table


def who_text(call: Call, wanted: Wanted) -> Text:
    """Word how many hear a call; of one unit only whether it merely cooperates."""
    if wanted.unit:
        return Text("rehearse-cooperates" if not call.owing else "rehearse-owes")
    if call.cooperating:
        return Text("rehearse-units-more", {"count": len(call.owing), "others": len(call.cooperating)})
    return Text("rehearse-units", {"count": len(call.owing)})
