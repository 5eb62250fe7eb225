"""``plan``: the versions of plans.yaml: who changed what when and why, what differs, and the way there and back."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.commands.check import Form
from bot.commands.troubles import explain
from bot.settings import Settings

plan = typer.Typer(no_args_is_help=True, help="the versions of the plans: history, diff, apply, roll-back")

Yes = Annotated[bool, typer.Option("--yes", help="do not ask")]
Why = Annotated[str, typer.Option(help="the reason, kept with the version")]
Renamed = Annotated[
    bool | None,
    typer.Option("--renamed/--not-renamed", help="what was perhaps only given another id: keep its history or not"),
]


@plan.command("history")
def history(
    form: Annotated[Form, typer.Option("--format")] = Form.TEXT,
    most: Annotated[int, typer.Option(min=1, help="versions, the newest first")] = 20,
) -> None:
    """List the versions: when, from where, whose word, why, and what they changed."""
    from bot.commands.plan_history import show_history

    settings = Settings()
    with explain(settings):
        show_history(settings, form, most)


@plan.command("diff")
def diff(
    first: Annotated[
        int | None, typer.Argument(metavar="A", help="number of a version; default: the running one")
    ] = None,
    second: Annotated[int | None, typer.Argument(metavar="B", help="number of a version; default: the file")] = None,
    lines: Annotated[bool, typer.Option("--lines", help="the changed lines of the files too")] = False,
    form: Annotated[Form, typer.Option("--format")] = Form.TEXT,
) -> None:
    """Tell what differs between two versions, or between the running one and the file."""
    from bot.commands.plan_diff import show_difference

    settings = Settings()
    with explain(settings):
        show_difference(settings, first, second, lines=lines, as_json=form is Form.JSON)


@plan.command("apply")
def apply(yes: Yes = False, why: Why = "", renamed: Renamed = None) -> None:
    """Say yes to what the file says now; a running bot takes it with its next round."""
    from bot.commands.plan_applying import apply_file

    settings = Settings()
    with explain(settings):
        apply_file(settings, yes=yes, why=why, renamed=renamed)


@plan.command("roll-back")
def roll_back(
    number: Annotated[int, typer.Argument(metavar="N", help="number of a version, from plan history")],
    yes: Yes = False,
    why: Why = "",
    renamed: Renamed = None,
) -> None:
    """Write a former version back into the files, and let it run."""
    from bot.commands.plan_back import roll_back_to

    settings = Settings()
    with explain(settings):
        roll_back_to(settings, number, yes=yes, why=why, renamed=renamed)
