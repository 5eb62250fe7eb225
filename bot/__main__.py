"""The command line. Heavy packages are imported inside the command that needs them."""

from __future__ import annotations

import sys
from io import TextIOWrapper

import typer
from pydantic import ValidationError

from bot.commands.check import check
from bot.commands.deadline import deadline
from bot.commands.demo import demo
from bot.commands.health import health
from bot.commands.invite import invite
from bot.commands.rehearse import rehearse
from bot.commands.run import run
from bot.wording import wording
from handlers.vocabulary import Text

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=__doc__)
for command in (run, check, rehearse, deadline, invite, demo, health):
    app.command()(command)


def main() -> None:
    """Run one command; a setting that cannot be used is told by its name."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # a terminal set to ASCII cannot say "Kính gửi"
    try:
        app()
    except ValidationError as wrong:
        for mistake in wrong.errors():
            name = "_".join(str(part) for part in mistake["loc"]).upper()
            why = mistake["msg"].removeprefix("Value error, ")
            print(wording().text(Text("cannot-setting", {"name": name, "why": why})), file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
